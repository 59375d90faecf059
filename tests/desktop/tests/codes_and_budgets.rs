//! Codes and a budget in the window: codes made by a pattern, one of them typed into a cart, used up at closing, usable again
//! after cancelling, and the budget's bar moving along.

use anyhow::Context;
use desktop_tests::{Window, in_window};
use fantoccini::key::Key;

#[test]
fn a_code_and_a_budget_are_used_up_at_closing_and_given_back_by_cancelling() -> anyhow::Result<()> {
    in_window("codes-and-budgets", async |window| {
        window.click_text("Open sample shop").await?;
        window.wait_css("[data-move=close]").await?;
        open_campaign(window).await?;
        limit_to_100(window).await?;
        let code = create_codes(window).await?;

        window.click_text("Stage").await?;
        window.fill("Coupon codes", &code).await?;
        window.press(&Key::Enter.to_string()).await?;
        window.wait_text(&format!("{code} accepted")).await?;
        window.shot("code-accepted").await?;
        window.click_text("Close").await?;
        window.wait_css("[data-state=closed][data-present]").await?;

        open_campaign(window).await?;
        window.wait_text("16.00 of 100.00 used").await?;
        window.shot("budget-used").await?;
        window.click_text("Codes").await?;
        wait_status(window, &code, "used 1 of 1").await?;

        window.click_text("Stage").await?;
        window.click_text("Cancel session").await?;
        window.wait_text(&format!("Code {code} is accepted")).await?;
        window.wait_text("Used of the budget of “Summer codes”").await?;
        window.shot("fate-of-code-and-budget").await?;
        window.click_text("Cancel the session").await?;
        window.wait_text("talon_session_revoked").await?;

        open_campaign(window).await?;
        window.wait_text("0 of 100.00 used").await?;
        window.wait_gone("16.00 of 100.00 used").await?;
        window.click_text("Codes").await?;
        wait_status(window, &code, "unused").await
    })
}

/// Opens the campaign with codes, and its budgets.
async fn open_campaign(window: &Window) -> anyhow::Result<()> {
    window.click_text("Rules").await?;
    window.click_text("Summer codes").await?;
    let budgets = window.wait_css("section[aria-label=Budgets] button[aria-expanded]").await?;
    if budgets.attr("aria-expanded").await?.as_deref() == Some("false") {
        window.click_css("section[aria-label=Budgets] button[aria-expanded]").await?;
    }
    Ok(())
}

async fn limit_to_100(window: &Window) -> anyhow::Result<()> {
    window.click_text("Add budget").await?;
    window.fill("At most", "100").await?;
    window.click_text("Add budget").await?;
    window.wait_text("not saved yet").await?;
    window.press(&format!("{}s{}", Key::Control, Key::Null)).await?;
    window.wait_text("Saved “Summer codes”").await
}

/// Waits until the list says that of the code.
async fn wait_status(window: &Window, code: &str, status: &str) -> anyhow::Result<()> {
    window.wait_text(&format!("{code}\n{status}")).await
}

/// Makes three codes that can be used once, and answers one of them.
async fn create_codes(window: &Window) -> anyhow::Result<String> {
    window.click_text("Codes").await?;
    window.click_text("Create many").await?;
    window.fill("Pattern", "PIER-##").await?;
    window.fill_last("How many", "3").await?;
    window.fill("How often each code can be used", "1").await?;
    window.click_text("Create codes").await?;
    window.wait_text("Created 3 codes").await?;
    let text = window.text().await?;
    let code = text.split_whitespace().find(|word| word.starts_with("PIER-"));
    Ok(code.context("no code is listed")?.to_owned())
}
