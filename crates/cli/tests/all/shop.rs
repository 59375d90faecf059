//! A folder with a workspace in it, and `till` run there.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The clock every run is held at.
pub const NOW: &str = "2026-03-01T10:00:00Z";
/// Requests that make a small shop and a cart's life in it.
pub const STORY: &str = include_str!("shop.ndjson");
/// The workspace every test works in.
pub const FILE: &str = "shop.sqlite";

/// What a run of `till` said, and its exit status.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The answers of `till apply`.
    pub fn answers(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A folder of its own for one test.
pub struct Shop {
    pub folder: TempDir,
}

impl Shop {
    /// An empty folder.
    pub fn nowhere() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with an empty workspace.
    pub fn empty() -> Self {
        let shop = Self::nowhere();
        let made = shop.till(&["new", FILE, "--clock", NOW]);
        assert_eq!(made.status, 0, "{}", made.err);
        shop
    }

    /// A folder with a workspace in which the story happened.
    pub fn with_story() -> Self {
        let shop = Self::empty();
        shop.apply(STORY.as_bytes());
        shop
    }

    /// `till` in this folder, ready to be started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_till"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs `till`.
    pub fn till(&self, arguments: &[&str]) -> Said {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs `till` with something on its standard input.
    pub fn till_reading(&self, arguments: &[&str], input: &[u8]) -> Said {
        let mut command = self.command(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let feeder = std::thread::spawn(move || stdin.write_all(&input).unwrap());
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        output.into()
    }

    /// Applies requests at the held clock.
    pub fn apply(&self, requests: &[u8]) -> Said {
        self.till_reading(&["apply", FILE, "--clock", NOW], requests)
    }

    /// The journal, oldest first, one object for each event.
    pub fn journal(&self) -> Vec<Value> {
        let mut rows: Vec<Value> =
            serde_json::from_str(&self.till(&["events", FILE, "--format", "json"]).out).unwrap();
        rows.reverse();
        rows
    }
}
