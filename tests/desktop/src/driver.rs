//! WebKit's driver: the process between a story and the application's window.

use std::env;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::net::TcpStream;

/// The file in a story's home that holds what the driver and the application wrote to their terminal.
pub const LOG: &str = "terminal.log";

/// A running driver with its own session bus. Everything it started ends when it is dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver whose windows live in `home` and see none of the person's own files and settings.
    pub async fn start(home: &Path) -> anyhow::Result<Self> {
        ensure!(
            env::var_os("DISPLAY").is_some(),
            "no display: run the window tests with `make test`, or under `xvfb-run -a`"
        );
        let port = free_port()?;
        let dialogs = home.join("dialogs");
        fs::create_dir_all(&dialogs)?;
        let log = File::create(home.join(LOG))?;
        let process = Command::new("dbus-run-session")
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("TILLROLL_TEST_DIALOG_DIR", dialogs)
            // Both make screenshots hang.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
            // Pictures and texts must not depend on who runs the tests; this locale is also WebKit's worst case.
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .context(
                "dbus-run-session could not be started; `make test` installs what the window tests need",
            )?;
        let mut driver = Self { process, port };
        driver.wait_until_listening().await?;
        Ok(driver)
    }

    /// Where the driver answers.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn wait_until_listening(&mut self) -> anyhow::Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("WebKitWebDriver ended at once ({status}); `make test` installs it");
            }
            ensure!(Instant::now() < deadline, "WebKitWebDriver does not answer on port {}", self.port);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw) {
            // Gone already is as good as ended now.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.process.wait();
    }
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
