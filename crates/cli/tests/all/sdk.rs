//! The vendor's official SDKs against `till serve`: whole lifecycles, and every answer is one the SDK accepts.
//!
//! The SDKs come from their registries, once, at pinned versions, into `target/sdk`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::serve::{KEY, Server};
use crate::shop::Shop;

const PYTHON_SDK: &str = "talon-one-sdk==26.2";

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sdk")
}

/// A folder of that name under `target/sdk`, made by `install` when it is not there as a whole.
fn cached(name: &str, install: impl FnOnce(&Path)) -> PathBuf {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/sdk");
    fs::create_dir_all(&place).unwrap();
    // Two runs at once must not install into each other.
    let lock = File::create(place.join(format!("{name}.lock"))).unwrap();
    lock.lock().unwrap();
    let (folder, whole) = (place.join(name), place.join(format!("{name}.installed")));
    if !whole.exists() {
        // An installation that was cut off begins anew.
        let _ = fs::remove_dir_all(&folder);
        install(&folder);
        File::create(whole).unwrap();
    }
    folder
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|why| panic!("{command:?}: {why}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_python_sdk_lives_a_whole_life() {
    let environment = cached("python-26.2", |folder| {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder));
        let pip = folder.join("bin/pip");
        run(Command::new(pip).args(["install", "--quiet", "--disable-pip-version-check", PYTHON_SDK]));
    });
    let shop = Shop::with_story();
    let server = Server::start(&shop);
    for script in ["lifecycle.py", "management.py"] {
        let mut python = Command::new(environment.join("bin/python"));
        python.arg(scripts().join(script)).args([
            &format!("http://{}", server.host),
            KEY,
            &server.management_key,
        ]);
        assert_eq!(run(&mut python), "every answer was accepted\n", "{script}");
    }
}

#[test]
fn the_javascript_sdk_lives_a_whole_life() {
    let modules = cached("javascript-4.3.0", |folder| {
        fs::create_dir_all(folder).unwrap();
        for file in ["package.json", "package-lock.json"] {
            fs::copy(scripts().join(file), folder.join(file)).unwrap();
        }
        run(Command::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(folder));
    });
    let shop = Shop::with_story();
    let server = Server::start(&shop);
    for script in ["lifecycle.js", "management.js"] {
        let mut node = Command::new("node");
        node.env("NODE_PATH", modules.join("node_modules")).arg(scripts().join(script));
        node.args([&format!("http://{}", server.host), KEY, &server.management_key]);
        assert_eq!(run(&mut node), "every answer was accepted\n", "{script}");
    }
}
