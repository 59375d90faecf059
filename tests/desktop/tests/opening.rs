//! The window opens, in a fresh home, and may do what it was granted and nothing else.

use desktop_tests::{Window, in_window};
use serde_json::{Value, json};

/// Calls a command from within the page, as a script that got in there would: `{"ok": …}` or `{"refused": …}`.
async fn call(window: &Window, command: &str) -> anyhow::Result<Value> {
    const CALL: &str = "const [command, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, {})
        .then((ok) => done({ ok }), (refused) => done({ refused: String(refused) }));";
    Ok(window.client().execute_async(CALL, vec![json!(command)]).await?)
}

#[test]
fn the_window_opens_and_says_what_it_is() -> anyhow::Result<()> {
    in_window("opening", async |window| {
        assert_eq!(window.title().await?, "Tillroll");
        assert_eq!(call(window, "about").await?["ok"]["name"], "Tillroll");
        window.shot("opening").await
    })
}

#[test]
fn numbers_and_dates_can_be_written_whatever_the_locale() -> anyhow::Result<()> {
    in_window("locale", async |window| {
        let written =
            window.run("return new Intl.NumberFormat(navigator.language).format(1234.5)", vec![]).await?;
        assert_eq!(written, json!("1,234.5"));
        Ok(())
    })
}

#[test]
fn the_page_is_refused_what_it_was_not_granted() -> anyhow::Result<()> {
    in_window("granted", async |window| {
        for command in
            ["plugin:dialog|save", "plugin:opener|open_path", "plugin:window|close", "no_such_command"]
        {
            let answer = call(window, command).await?;
            assert!(answer.get("refused").is_some(), "{command} answered {answer}");
        }
        Ok(())
    })
}
