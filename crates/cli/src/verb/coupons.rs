//! `till coupons`: codes and what has become of them, as a table, CSV or JSON.

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;

use app::coupon_sheet::CouponSheet;
use app::sheet::SheetFormat;
use app::sheet::print::Print;
use app::view::coupon::{CouponFilterView, CouponStatusView};
use app::workspace::Workspace;
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::clock;
use crate::failure::Failure;

const EXAMPLES: &str = "\
Codes are made by `till apply`, for a campaign named by its number. One code:
  echo '{\"op\":\"createCoupons\",\"id\":1,\"body\":{\"value\":\"SUMMER20\",\"usageLimit\":0}}' | till apply shop.sqlite
Many, each # becoming a letter or digit:
  echo '{\"op\":\"createCoupons\",\"id\":1,\"body\":{\"couponPattern\":\"SUMMER-####-##\",\"numberOfCoupons\":1000}}' | till apply shop.sqlite
Other terms, reservations for customers, and out with it:
  {\"op\":\"updateCoupon\",\"id\":\"SUMMER20\",\"body\":{\"usageLimit\":5,\"attributes\":{\"channel\":\"mail\"}}}
  {\"op\":\"createCouponReservation\",\"id\":\"SUMMER20\",\"body\":{\"integrationIDs\":[\"ana\"]}}
  {\"op\":\"deleteCouponReservation\",\"id\":\"SUMMER20\",\"body\":{\"integrationIDs\":[\"ana\"]}}
  {\"op\":\"deleteCoupon\",\"id\":\"SUMMER20\"}
A customer enters one with the session: \"couponCodes\":[\"SUMMER20\"]. It counts as used when the session is closed.

Examples:
  till coupons shop.sqlite
  till coupons shop.sqlite --campaign 1 --status used
  till coupons shop.sqlite --search SUMMER --format csv > codes.csv";

/// List coupon codes and what has become of them, the latest created first
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Coupons {
    /// The workspace file
    file: PathBuf,
    /// Only codes of the campaign with this number
    #[arg(long, value_name = "N")]
    campaign: Option<u32>,
    /// Only codes that hold this text, in capital or small letters
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    search: Option<String>,
    /// Only codes of this status
    #[arg(long, value_enum)]
    status: Option<Status>,
    /// How the codes are written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Tell the status as of this time, such as 2026-11-30T09:00:00Z
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

/// What has become of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Status {
    /// Can be used and never was
    Unused,
    /// Was used
    Used,
    /// Was never used and is reserved for somebody
    Reserved,
    /// Its start is still to come
    Scheduled,
    /// Its expiry has passed
    Expired,
}

/// How the codes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Aligned columns for people
    Table,
    /// One array of objects
    Json,
    /// Comma-separated, safe to open in a spreadsheet, and fit to be imported again
    Csv,
}

impl Coupons {
    /// Prints every matching code.
    ///
    /// # Errors
    /// When the file cannot be read, or there is no such campaign.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, clock(self.clock))?;
        let print = Print { sheet: self.sheet(), to: Mutex::new(BufWriter::new(io::stdout())) };
        workspace.ask_now(&print)?.map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }

    fn sheet(&self) -> CouponSheet {
        let status = self.status.map(|status| match status {
            Status::Unused => CouponStatusView::Unused,
            Status::Used => CouponStatusView::Used,
            Status::Reserved => CouponStatusView::Reserved,
            Status::Scheduled => CouponStatusView::Scheduled,
            Status::Expired => CouponStatusView::Expired,
        });
        CouponSheet {
            filter: CouponFilterView { campaign_id: self.campaign, text: self.search.clone(), status },
            format: match self.format {
                Format::Table => SheetFormat::Table,
                Format::Json => SheetFormat::Json,
                Format::Csv => SheetFormat::Csv,
            },
        }
    }
}
