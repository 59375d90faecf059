//! The fate of what a session was given: told before a closed session is cancelled, met when it is, and written in the
//! session's ledger, which balances.

use anyhow::Context;
use desktop_tests::{Window, in_window};
use fantoccini::key::Key;

#[test]
fn the_dialog_tells_what_the_ledger_says_afterwards() -> anyhow::Result<()> {
    in_window("fate", async |window| {
        window.click_text("Open sample shop").await?;
        window.wait_css("[data-move=close]").await?;
        window.click_text("Close").await?;
        window.wait_text("talon_session_closed").await?;
        window.wait_css("[data-state=closed][data-present]").await?;

        window.click_text("Return items…").await?;
        window.click_text("Return everything").await?;
        window.wait_css("table[aria-label='Afterwards']").await?;
        window.shot("fate-return").await?;
        window.press(&Key::Escape.to_string()).await?;
        window.wait_gone("Return everything").await?;

        window.click_text("Cancel session").await?;
        window.wait_css("table[aria-label='Taken back']").await?;
        window.shot("fate-cancel").await?;
        let announced = announced(window).await?;
        assert!(announced > 0, "the sample shop's open cart has a discount");
        assert_eq!(
            sum_of_column(window, "Taken back", 3).await?,
            announced,
            "the table adds up to the sentence"
        );
        window.click_text("Cancel the session").await?;
        window.wait_text("talon_session_revoked").await?;

        window.click_text("Ledger").await?;
        window.wait_css("table[aria-label='Accounts']").await?;
        window.wait_text("Takes back what event").await?;
        window.shot("ledger").await?;
        let granted = cell(window, "Accounts", 2).await?;
        let taken_back = cell(window, "Accounts", 3).await?;
        let standing = cell(window, "Accounts", 4).await?;
        assert_eq!((granted, taken_back, standing), (announced, announced, 0));
        window.wait_text("Takes back what event").await
    })
}

/// The amount in `Takes back 12.50; …`, in hundredths.
async fn announced(window: &Window) -> anyhow::Result<i64> {
    let text = window.text().await?;
    let after = text.split("Takes back ").nth(1).context("no amount is announced")?;
    hundredths(after.split(';').next().unwrap_or_default())
}

/// The sum of a column of the table with this name, in hundredths.
async fn sum_of_column(window: &Window, table: &str, column: u32) -> anyhow::Result<i64> {
    let cells = window.run(CELLS, vec![table.into(), column.into()]).await?;
    let cells = cells.as_array().context("no cells")?.iter();
    cells.map(|cell| hundredths(cell.as_str().unwrap_or_default())).sum()
}

/// The first cell of a column of the table with this name, in hundredths.
async fn cell(window: &Window, table: &str, column: u32) -> anyhow::Result<i64> {
    let cells = window.run(CELLS, vec![table.into(), column.into()]).await?;
    hundredths(cells[0].as_str().context("no cell")?)
}

const CELLS: &str = "return [...document.querySelectorAll(`table[aria-label='${arguments[0]}'] tbody tr`)]
    .map((row) => row.cells[arguments[1] - 1].textContent);";

fn hundredths(amount: &str) -> anyhow::Result<i64> {
    let digits: String = amount.chars().filter(|c| c.is_ascii_digit()).collect();
    digits.parse().with_context(|| format!("\"{amount}\" is no amount"))
}
