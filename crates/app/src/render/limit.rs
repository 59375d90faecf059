//! A campaign's budgets in the vendor's shape, as they are written.

use domain::budget::{Budget, Period};

use crate::json::Amount;
use crate::request::limit::LimitBody;

/// The budgets as a request would write them.
pub fn all(budgets: &[Budget]) -> Vec<LimitBody> {
    budgets.iter().map(one).collect()
}

fn one(budget: &Budget) -> LimitBody {
    LimitBody {
        action: budget.action.name().to_owned(),
        limit: Amount(budget.limit),
        period: budget.period.map(|period| Period::name(period).to_owned()),
        entities: budget.entities.iter().map(|entity| entity.name().to_owned()).collect(),
    }
}
