//! Generates the Tauri context. The commands are declared from the window's capability file, so that the list of
//! what exists for the window and the list of what it was granted are one list.

use std::error::Error;
use std::fs;

use tauri_build::{AppManifest, Attributes, CodegenContext};

const CAPABILITY: &str = "src-tauri/capabilities/main.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let commands: &'static [&'static str] = granted_commands(&fs::read_to_string(CAPABILITY)?)?.leak();
    let attributes = Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(AppManifest::new().commands(commands))
        .codegen(CodegenContext::new());
    Ok(tauri_build::try_build(attributes)?)
}

/// The application's own commands in a capability file: `allow-open-workspace` grants `open_workspace`.
/// Permissions of Tauri and its plugins carry a colon and are left to Tauri.
fn granted_commands(capability: &str) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let document: serde_json::Value = serde_json::from_str(capability)?;
    let permissions = document["permissions"].as_array().ok_or("the capability file lists no permissions")?;
    Ok(permissions
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| &*name.replace('-', "_").leak())
        .collect())
}
