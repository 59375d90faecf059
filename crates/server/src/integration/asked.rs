//! How a call is to be done: for good or as a rehearsal, at which time, and who asks.

use app::operation::Operation;
use app::refusal::Refusal;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::Timestamp;

use crate::management::asked::Asked;
use crate::shop::Shop;
use crate::source::source;
use crate::spoken::Refused;

/// What the query and the headers say.
#[derive(Debug, Clone)]
pub struct Manner {
    /// The query.
    pub asked: Asked,
    dry: bool,
    later: Option<Timestamp>,
    source: String,
}

impl FromRequestParts<Shop> for Manner {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, shop: &Shop) -> Result<Self, Refused> {
        let Ok(asked) = Asked::from_request_parts(parts, shop).await;
        let dry = asked.flag("dry")?.unwrap_or_default();
        let later = asked.time("now")?;
        if later.is_some() && !dry {
            let details = "Another time than now is only for rehearsals: ask for dry=true as well.";
            return Err(Refused::parameter("now", "Not allowed", details));
        }
        Ok(Self { asked, dry, later, source: source(&parts.headers) })
    }
}

impl Manner {
    /// Does `operation` in this manner.
    pub async fn perform<O: Operation>(&self, shop: &Shop, operation: O) -> Result<O::Answer, Refusal> {
        match self.later {
            Some(later) => shop.workspace().rehearse_at(operation, &self.source, later).await,
            None => shop.workspace().perform(operation, &self.source, self.dry).await,
        }
    }

    /// The caller wants no answer. Source: the vendor's `silent`; see decision 0032 for what is done without it.
    pub fn is_silent(&self) -> Result<bool, Refused> {
        Ok(self.asked.word("silent", &["yes", "no"])?.as_deref() == Some("yes"))
    }
}
