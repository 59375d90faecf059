//! One file per table: its row, its reads, its writes.

pub(crate) mod attribute;
pub(crate) mod budget;
pub(crate) mod call;
pub(crate) mod campaign;
pub(crate) mod campaign_life;
pub(crate) mod counter;
pub(crate) mod coupon;
pub(crate) mod coupon_customer;
pub(crate) mod coupon_date;
pub(crate) mod effect;
pub(crate) mod evaluation_group;
pub(crate) mod event;
pub(crate) mod facet;
pub(crate) mod journal;
pub(crate) mod ledger;
pub(crate) mod log;
pub(crate) mod meta;
pub(crate) mod profile;
pub(crate) mod session;
pub(crate) mod usage;
pub(crate) mod walk;
pub(crate) mod wording;
