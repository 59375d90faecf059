//! The desktop application's entry point.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() -> anyhow::Result<()> {
    #[cfg(target_os = "linux")]
    desktop::environment::settle();
    desktop::run()
}
