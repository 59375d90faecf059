//! The built application, driven through its real window: a story opens the window, acts as a person would, and
//! looks at what a person would see. The stories are in `tests/`.

mod driver;
mod find;
mod window;

use std::path::{Path, PathBuf};

use anyhow::Context;

pub use window::Window;

use driver::Driver;

/// Opens the application in a fresh home folder, tells `story`, and closes everything again. When the story fails,
/// a picture of the window's last state is left in `tests/desktop/shots/failed-<name>.png`.
///
/// # Errors
/// What the story reports, or a sentence saying what is missing to open a window.
pub fn in_window(name: &str, story: impl AsyncFnOnce(&Window) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let home = tempfile::tempdir()?;
        let driver = Driver::start(home.path()).await?;
        let window = Window::open(&driver, &application()?, home.path()).await?;
        let told = story(&window).await;
        if told.is_err() {
            eprintln!("{}", std::fs::read_to_string(home.path().join(driver::LOG)).unwrap_or_default());
            // The story's own error says more than a failed picture could.
            let _ = window.shot(&format!("failed-{name}")).await;
        }
        told.with_context(|| format!("the story \"{name}\" failed"))
    })
}

/// The application that was built beside these tests: they are in `target/<profile>/deps`, it is one folder up.
fn application() -> anyhow::Result<PathBuf> {
    let tests = std::env::current_exe()?;
    let folder = tests.parent().and_then(Path::parent).context("the tests are not in a target folder")?;
    let application = folder.join("tillroll");
    anyhow::ensure!(application.is_file(), "{} is not built; run `make test`", application.display());
    Ok(application)
}
