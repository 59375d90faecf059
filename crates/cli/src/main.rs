//! `till`: the door for pipelines. Every verb is one call into `app` and a way to print the answer.

mod arguments;
mod failure;
mod layout;
mod lines;
mod verb;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    match Arguments::parse().verb.run() {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
