//! A campaign is given an end, the workspace clock is set past it, and the next event says that the campaign was not
//! evaluated, and why.

use desktop_tests::{Window, in_window};
use fantoccini::key::Key;

#[test]
fn a_campaign_that_ended_is_not_evaluated_and_says_so() -> anyhow::Result<()> {
    in_window("clock", async |window| {
        window.click_text("Open sample shop").await?;
        window.wait_css("[data-move=close]").await?;
        give_the_first_campaign_an_end(window).await?;
        hold_the_clock_at_that_end(window).await?;
        window.click_text("Rules").await?;
        window.wait_text("ended 2099-01-01 00:00:00").await?;
        window.shot("campaign-ended").await?;
        close_a_cart_and_read_why(window).await
    })
}

async fn give_the_first_campaign_an_end(window: &Window) -> anyhow::Result<()> {
    window.click_text("Rules").await?;
    let parts =
        [("year", "2099"), ("month", "1"), ("day", "1"), ("hour", "0"), ("minute", "0"), ("second", "0")];
    for (part, digits) in parts {
        window.click_css(&format!("fieldset > div:nth-of-type(2) [data-type={part}]")).await?;
        window.press(digits).await?;
    }
    window.click_text("Save").await?;
    window.wait_text("ends 2099-01-01 00:00:00").await
}

async fn hold_the_clock_at_that_end(window: &Window) -> anyhow::Result<()> {
    window.click_text("Clock: wall time").await?;
    window.wait_text("“10 % off from 50” ends").await?;
    window.click_text("Next").await?;
    window.wait_text("Held · 2099-01-01 00:00:00").await?;
    window.shot("clock-held").await?;
    window.press(&Key::Escape.to_string()).await?;
    window.wait_gone("Landmarks").await
}

async fn close_a_cart_and_read_why(window: &Window) -> anyhow::Result<()> {
    window.click_text("Stage").await?;
    window.click_text("Close").await?;
    window.wait_css("[data-state=closed][data-present]").await?;
    window.click_text("Events").await?;
    window.click_css("[role=grid] [role=gridcell]").await?;
    window.click_css("[role=tab]:nth-of-type(3)").await?;
    window.wait_text("expired on 2099-01-01 00:00").await?;
    window.shot("not-evaluated").await
}
