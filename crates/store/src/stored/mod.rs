//! The forms on disk, in JSON: snake_case, decimals and times as text. They change only together with [`VERSION`].

pub(crate) mod cart;
pub(crate) mod effect;
pub(crate) mod profile;
pub(crate) mod scalar;
pub(crate) mod session;
pub(crate) mod value;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;

/// The version of the forms this program writes; kept in a column beside each text.
pub(crate) const VERSION: u32 = 1;

/// Writes a form.
pub(crate) fn write(form: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(form).map_err(|error| StoreError::Defect { source: Box::new(error) })
}

/// Reads a form of `version`; `what` names it in the error.
pub(crate) fn read<Form: DeserializeOwned>(version: u32, text: &str, what: &str) -> Result<Form, StoreError> {
    if version != VERSION {
        return Err(StoreError::FromTheFuture { found: version, known: VERSION });
    }
    serde_json::from_str(text).map_err(|error| StoreError::unreadable(what, error))
}
