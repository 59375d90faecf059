//! Why a verb could not be carried out, and the exit status that says so.

use std::fmt;
use std::io;
use std::process::ExitCode;

use app::refusal::Refusal;
use app::view::workspace::RefusalCode;

/// The exit status when something was refused or is not there.
pub const REFUSED: u8 = 1;
/// The exit status when the file or a pipe cannot be used; also the one for a command that is not understood.
const UNUSABLE: u8 = 2;
/// The exit status when whoever read the output went away, as a shell reports it for any program.
const READER_GONE: u8 = 141;

/// Why a verb could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The workspace says no.
    Refused(Refusal),
    /// There is no such thing.
    NotFound {
        /// `session` or `profile`.
        what: &'static str,
        /// The identity as given.
        id: String,
    },
    /// A report's file could not be read.
    Preset {
        /// As given.
        name: String,
        /// What the operating system said.
        why: io::Error,
    },
    /// Standard input could not be read.
    Input(io::Error),
    /// Standard output took no more.
    Output(io::Error),
    /// The port cannot be listened at.
    Serving(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => {
                let problems = refusal.problems();
                match problems.as_slice() {
                    [] => write!(f, "{}", refusal.to_string().trim_end_matches('.')),
                    [first, ..] => write!(f, "{}", first.message.trim_end_matches('.')),
                }
            }
            Self::NotFound { what, id } => write!(f, "There is no {what} \"{id}\" in this workspace"),
            Self::Preset { name, why } => {
                write!(f, "\"{name}\" is neither a report of this program nor a file that can be read: {why}")
            }
            Self::Input(why) => write!(f, "Standard input could not be read: {why}"),
            Self::Output(why) => write!(f, "The output could not be written: {why}"),
            Self::Serving(why) => {
                write!(
                    f,
                    "The server cannot listen there: {why}; choose another port, or none for any free one"
                )
            }
        }
    }
}

impl Failure {
    /// Says so on standard error, unless nobody listens, and answers with the exit status.
    pub fn report(&self) -> ExitCode {
        if self.is_reader_gone() {
            return ExitCode::from(READER_GONE);
        }
        eprintln!("till: {self}.");
        ExitCode::from(self.status())
    }

    fn is_reader_gone(&self) -> bool {
        match self {
            Self::Output(why) => why.kind() == io::ErrorKind::BrokenPipe,
            Self::Refused(_)
            | Self::NotFound { .. }
            | Self::Preset { .. }
            | Self::Input(_)
            | Self::Serving(_) => false,
        }
    }

    fn status(&self) -> u8 {
        match self {
            Self::Refused(refusal) => match refusal.code() {
                RefusalCode::Invalid | RefusalCode::Move | RefusalCode::NotFound => REFUSED,
                RefusalCode::File | RefusalCode::NoWorkspace | RefusalCode::Cancelled => UNUSABLE,
            },
            Self::NotFound { .. } => REFUSED,
            Self::Preset { .. } | Self::Input(_) | Self::Output(_) | Self::Serving(_) => UNUSABLE,
        }
    }
}
