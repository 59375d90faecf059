//! A request as one line of JSON, the form `till apply` reads and the journal keeps:
//! `{"op":…, "id"?:…, "query"?:{…}, "body"?:{…}}`, query and body in the vendor's shape.

use serde::{Deserialize, Serialize};

use crate::json::Json;

/// The operation's name for *Update customer session*.
pub const UPDATE_SESSION: &str = "updateSession";
/// The operation's name for *Return cart items*.
pub const RETURN_ITEMS: &str = "returnItems";
/// The operation's name for *Reopen customer session*.
pub const REOPEN_SESSION: &str = "reopenSession";
/// The operation's name for *Track event*.
pub const TRACK_EVENT: &str = "trackEvent";
/// The operation's name for *Update customer profile*.
pub const UPDATE_PROFILE: &str = "updateProfile";
/// The operation's name for *Create attribute*.
pub const CREATE_ATTRIBUTE: &str = "createAttribute";
/// The operation's name for *Save campaign*.
pub const SAVE_CAMPAIGN: &str = "saveCampaign";
/// The operation's name for *Set clock*.
pub const SET_CLOCK: &str = "setClock";
/// The operation's name for *Save evaluation groups*.
pub const SAVE_EVALUATION_GROUPS: &str = "saveEvaluationGroups";
/// The operation's name for *Create coupons*.
pub const CREATE_COUPONS: &str = "createCoupons";
/// The operation's name for *Import coupons*.
pub const IMPORT_COUPONS: &str = "importCoupons";
/// The operation's name for *Update coupon*.
pub const UPDATE_COUPON: &str = "updateCoupon";
/// The operation's name for *Delete coupon*.
pub const DELETE_COUPON: &str = "deleteCoupon";
/// The operation's name for *Create coupon reservation*.
pub const CREATE_COUPON_RESERVATION: &str = "createCouponReservation";
/// The operation's name for *Delete coupon reservation*.
pub const DELETE_COUPON_RESERVATION: &str = "deleteCouponReservation";

/// Every operation a line can name.
pub const OPERATIONS: [&str; 15] = [
    CREATE_ATTRIBUTE,
    SAVE_CAMPAIGN,
    SAVE_EVALUATION_GROUPS,
    SET_CLOCK,
    CREATE_COUPONS,
    IMPORT_COUPONS,
    UPDATE_COUPON,
    DELETE_COUPON,
    CREATE_COUPON_RESERVATION,
    DELETE_COUPON_RESERVATION,
    UPDATE_SESSION,
    RETURN_ITEMS,
    REOPEN_SESSION,
    TRACK_EVENT,
    UPDATE_PROFILE,
];

/// One request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// One of [`OPERATIONS`].
    pub op: String,
    /// What it is about: a session, a profile, a campaign, a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Json>,
    /// How it is done.
    #[serde(default, skip_serializing_if = "Query::is_empty")]
    pub query: Query,
    /// What is asked, in the vendor's shape.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Json>,
}

/// How a request is done. Names as in the vendor's query strings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Query {
    /// Rehearse only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dry: Option<bool>,
    /// For profiles: evaluate the rules and make an event. For returns: evaluate campaigns again that are marked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_rule_engine: Option<bool>,
    /// Accepted for the vendor's sake; answers are always given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent: Option<Json>,
    /// For events that are rehearsed: no campaign excludes another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub force_complete_evaluation: Option<bool>,
}

impl Query {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Line {
    /// The line of a request with a body.
    pub fn of(op: &str, id: Option<&str>, body: &impl Serialize) -> Self {
        let body = serde_json::value::to_raw_value(body).ok().map(Json::from);
        Self { op: op.to_owned(), id: id.and_then(text), query: Query::default(), body }
    }

    /// The line of a request without a body.
    pub fn bare(op: &str, id: &str) -> Self {
        Self { op: op.to_owned(), id: text(id), query: Query::default(), body: None }
    }

    /// The same, with the rule engine.
    #[must_use]
    pub fn with_rule_engine(mut self) -> Self {
        self.query.run_rule_engine = Some(true);
        self
    }

    /// The line as text, without a line break.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn text(id: &str) -> Option<Json> {
    serde_json::value::to_raw_value(id).ok().map(Json::from)
}
