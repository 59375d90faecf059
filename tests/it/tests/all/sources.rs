//! The files of the project, as a reader of the repository finds them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what was made from the sources or fetched.
const NOT_OURS: [&str; 9] =
    ["target", "node_modules", ".git", "gen", "dist", "dist-fake", "test-results", "shots", "schemas"];
/// Endings of files that are text.
const TEXTS: [&str; 14] =
    ["rs", "ts", "tsx", "css", "html", "md", "toml", "json", "sql", "ndjson", "csv", "yml", "snap", "txt"];

/// One text file.
pub struct Source {
    /// From the root of the project, with `/`.
    pub path: String,
    pub text: String,
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every text file of the project.
pub fn all() -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every Rust file below `crates/*/src` and `src-tauri/src`, without its unit tests.
pub fn rust_without_tests() -> Vec<Source> {
    let mut sources = all();
    sources.retain(|source| source.path.ends_with(".rs") && source.path.contains("/src/"));
    sources.retain(|source| source.path.starts_with("crates/") || source.path.starts_with("src-tauri/"));
    for source in &mut sources {
        let tests = source.text.find("#[cfg(test)]").unwrap_or(source.text.len());
        source.text.truncate(tests);
    }
    sources
}

fn collect(folder: &Path, root: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(&path, root, found);
            }
        } else if is_text(&path, &name) {
            let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
            let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

fn is_text(path: &Path, name: &str) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
    match ending {
        Some(ending) => TEXTS.contains(&ending.as_str()) && !name.ends_with("-lock.json"),
        None => {
            name == "Makefile"
                || path.parent().is_some_and(|folder| folder.file_name() == Some(OsStr::new(".ci")))
        }
    }
}
