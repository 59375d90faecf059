//! A campaign's budgets.

use domain::budget::{self, Budget, Written};
use domain::refusal::Refusal;

use crate::request::limit::LimitBody;

/// The budgets of a campaign as its `limits` say them.
///
/// # Errors
/// Every field that is not acceptable, such as `/limits/2/period`.
pub fn read_limits(limits: &[LimitBody]) -> Result<Vec<Budget>, Refusal> {
    let written: Vec<Written> = limits
        .iter()
        .map(|body| Written {
            action: body.action.clone(),
            limit: body.limit.0,
            period: body.period.clone(),
            entities: body.entities.clone(),
        })
        .collect();
    budget::read(&written)
}
