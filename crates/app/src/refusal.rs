//! Why something asked for is not done: the one public error of this crate.

use domain::refusal::{Problem, ProblemKind};
use store::StoreError;
use thiserror::Error;

use crate::view::workspace::{FieldProblemView, RefusalCode, RefusalView};

/// A request that is not carried out. Nothing was stored, and the next request works.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The house says no: a field, a move, a missing thing.
    #[error(transparent)]
    Domain(#[from] domain::refusal::Refusal),
    /// The rule document cannot be saved as it is. Never empty.
    #[error("The rules cannot be used as they are")]
    Rules(Vec<rules::problem::Problem>),
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The session's ledger would not balance: the file holds something this program did not write, or this program has
    /// a defect.
    #[error(
        "The ledger of session \"{session}\" would not balance: {breach}. Nothing was stored. Look at the session's events: something was added to this file that does not belong there."
    )]
    Ledger {
        /// The session.
        session: String,
        /// What does not balance.
        breach: domain::ledger::Breach,
    },
    /// The export could not be written.
    #[error("The file \"{path}\" could not be written: {}", said(.why))]
    Export {
        /// Where it was to go.
        path: String,
        /// What the operating system said.
        why: std::io::Error,
    },
    /// A rule asks for a code of which there are no more.
    #[error(
        "A rule creates codes by the pattern \"{pattern}\", of which none is free any more. Add a # to it."
    )]
    NoFreeCode {
        /// The pattern.
        pattern: String,
    },
    /// The query cannot be read.
    #[error("{message}")]
    Query {
        /// The part of it that cannot be read: from here, in UTF-16 units …
        start: u32,
        /// … to before here.
        end: u32,
        /// A full sentence that says what would be right.
        message: String,
    },
    /// Somebody stopped it.
    #[error("It was stopped, and nothing of it was stored")]
    Stopped,
    /// The workspace was closed while the request waited, or the request met a defect.
    #[error(
        "The request could not be finished, and nothing of it was stored. Open the workspace again and repeat it."
    )]
    Closed,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Domain(problem.into())
    }
}

impl Refusal {
    /// One field that is not acceptable.
    pub(crate) fn field(pointer: &str, kind: ProblemKind, details: impl Into<String>) -> Self {
        Problem::new(pointer, kind, details).into()
    }

    /// There is no such thing.
    pub(crate) fn not_found(what: &'static str, id: impl Into<String>) -> Self {
        domain::refusal::Refusal::NotFound { what, id: id.into() }.into()
    }

    /// A pattern is used up.
    pub(crate) fn no_free_code(pattern: &str) -> Self {
        Self::NoFreeCode { pattern: pattern.to_owned() }
    }

    /// The refusal as a window shows it.
    pub fn view(&self) -> RefusalView {
        RefusalView { code: self.code(), message: self.to_string(), problems: self.problems() }
    }

    /// What can be done about it.
    pub fn code(&self) -> RefusalCode {
        match self {
            Self::Domain(domain::refusal::Refusal::Invalid(_)) | Self::Rules(_) => RefusalCode::Invalid,
            Self::Domain(domain::refusal::Refusal::Move { .. }) => RefusalCode::Move,
            Self::Domain(domain::refusal::Refusal::NotFound { .. }) => RefusalCode::NotFound,
            Self::Store(_) | Self::Ledger { .. } | Self::Export { .. } => RefusalCode::File,
            Self::NoFreeCode { .. } | Self::Query { .. } => RefusalCode::Invalid,
            Self::Stopped => RefusalCode::Cancelled,
            Self::Closed => RefusalCode::NoWorkspace,
        }
    }

    /// The fields that are not acceptable; empty when fields are not the matter.
    pub fn problems(&self) -> Vec<FieldProblemView> {
        match self {
            Self::Domain(domain::refusal::Refusal::Invalid(problems)) => {
                problems.iter().map(field_problem).collect()
            }
            Self::Domain(domain::refusal::Refusal::Move { .. }) => vec![FieldProblemView {
                field: "/state".to_owned(),
                title: ProblemKind::Forbidden.title().to_owned(),
                message: self.to_string(),
                start: None,
                end: None,
            }],
            Self::Query { start, end, message } => vec![FieldProblemView {
                field: "/text".to_owned(),
                title: ProblemKind::Format.title().to_owned(),
                message: message.clone(),
                start: Some(*start),
                end: Some(*end),
            }],
            Self::Rules(problems) => problems.iter().map(rule_problem).collect(),
            Self::Domain(domain::refusal::Refusal::NotFound { .. })
            | Self::Store(_)
            | Self::Ledger { .. }
            | Self::Export { .. }
            | Self::NoFreeCode { .. }
            | Self::Stopped
            | Self::Closed => Vec::new(),
        }
    }
}

/// What the operating system said, and what to do about it.
fn said(why: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match why.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full. Make room or choose another disk, and try again.".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
            "nothing may be written there. Choose another folder and try again.".to_owned()
        }
        ErrorKind::NotFound => "there is no such folder. Choose another one and try again.".to_owned(),
        _ => format!("{why}. Choose another folder and try again."),
    }
}

fn field_problem(problem: &Problem) -> FieldProblemView {
    FieldProblemView {
        field: problem.pointer.clone(),
        title: problem.kind.title().to_owned(),
        message: problem.details.clone(),
        start: None,
        end: None,
    }
}

fn rule_problem(problem: &rules::problem::Problem) -> FieldProblemView {
    let place = |at: usize| u32::try_from(at).ok();
    FieldProblemView {
        field: format!("/ruleset{}", problem.pointer),
        title: problem.kind.title().to_owned(),
        message: problem.details.clone(),
        start: problem.span.as_ref().and_then(|span| place(span.start)),
        end: problem.span.as_ref().and_then(|span| place(span.end)),
    }
}
