//! What is remembered: one workspace is one SQLite file the user can see, copy and reopen.
//!
//! The only crate that speaks SQL. Every write is one immediate transaction; the log is append-only by trigger; reads
//! have connections of their own. Forms on disk are private to `stored` and carry a version.
//!
//! INVARIANT: sequence numbers start at 1 and have no gaps: rows are never deleted and a rolled-back append leaves none.

mod decimal;
mod error;
mod file;
mod filter;
mod page;
mod reader;
mod rows;
mod schema;
mod store;
mod stored;
mod table;
mod term;
mod writer;

pub use error::StoreError;
pub use filter::EventFilter;
pub use page::{LARGEST_PAGE, Page};
pub use reader::Reader;
pub use store::Store;
pub use table::call::{Call, CallFilter, CallRow};
pub use table::campaign::Campaign;
pub use table::campaign_life::CampaignLife;
pub use table::coupon::CouponFilter;
pub use table::coupon_customer::CouponCustomer;
pub use table::coupon_date::{CouponChange, CouponDate, Side};
pub use table::facet::{Bucket, Facets, MOST_BUCKETS};
pub use table::journal::{EventRow, LoggedEvent, StoredEvent};
pub use table::log::Entry;
pub use table::meta::{NewWorkspace, Workspace};
pub use table::session::{SessionFilter, SessionRow};
pub use table::usage::{AttributeUsage, EventTypeUsage};
pub use table::walk::{CouponWalk, NumberedSession, SessionWalk};
pub use term::{Amount, Column, Count, Pattern, Range, Term, Test};
pub use writer::{Tx, Writer};
