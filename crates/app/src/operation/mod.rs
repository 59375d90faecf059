//! What can be asked so that something changes. One operation, one file, one transaction.

pub mod create_attribute;
pub mod create_coupon_reservation;
pub mod create_coupons;
pub mod delete_coupon;
pub mod delete_coupon_reservation;
pub mod edit_attribute;
pub mod import_coupons;
pub mod rename_workspace;
pub mod reopen_session;
pub mod reorder_campaigns;
pub mod return_items;
pub mod save_campaign;
pub mod save_evaluation_groups;
pub mod save_server;
pub mod save_settings;
pub mod set_campaign_state;
pub mod set_clock;
pub mod track_event;
pub mod update_coupon;
pub mod update_profile;
pub mod update_profiles;
pub mod update_session;

use std::sync::Arc;

use jiff::Timestamp;
use store::Tx;

use crate::clock::Clock;
use crate::house::House;
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// What an operation works with: one transaction at one time.
#[derive(Debug)]
pub struct Moment<'m> {
    /// The transaction.
    pub tx: &'m Tx<'m>,
    /// The workspace clock, read once.
    pub now: Timestamp,
    /// The clock that goes on when the workspace's own is not held.
    pub clock: Clock,
    /// Which door the request came through.
    pub source: &'m str,
    /// Settings, dictionary and campaigns as they were at the start.
    pub house: &'m Arc<House>,
    /// The transaction will be thrown away.
    pub dry: bool,
}

/// Something that can be asked and changes the workspace.
pub trait Operation: Send + 'static {
    /// What the asker gets.
    type Answer: Send + 'static;
    /// Which kinds of data it makes stale.
    const STALE: &'static [Stale];

    /// Does it inside the moment's transaction, which is thrown away when this refuses.
    ///
    /// # Errors
    /// Why it is not done.
    fn run(&self, moment: &Moment<'_>) -> Result<Self::Answer, Refusal>;
}
