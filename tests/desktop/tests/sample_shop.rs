//! The first run: the sample shop, a cart with campaigns live, *Close*, and why. On the way a picture of every screen is
//! taken, in light and in dark.

use desktop_tests::{Window, in_window};

#[test]
fn a_first_time_user_opens_the_sample_shop_closes_a_cart_and_reads_why() -> anyhow::Result<()> {
    in_window("sample-shop", async |window| {
        window.wait_text("Open sample shop").await?;
        both_themes(window, "start").await?;
        window.click_text("Open sample shop").await?;
        window.wait_css("[data-move=close]").await?;
        both_themes(window, "stage").await?;
        window.click_text("Close").await?;
        window.wait_text("talon_session_closed").await?;
        for screen in ["Events", "Rules", "Dictionary"] {
            window.click_text(screen).await?;
            window.wait_css("main table, main [role=grid], main [role=treegrid], main [role=tree]").await?;
            both_themes(window, &screen.to_lowercase()).await?;
        }
        Ok(())
    })
}

async fn both_themes(window: &Window, name: &str) -> anyhow::Result<()> {
    for theme in ["light", "dark"] {
        window.run("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]).await?;
        window.shot(&format!("{name}-{theme}")).await?;
    }
    Ok(())
}
