//! Coupon codes as text, written to any place. A CSV of them can be imported again.

use std::io::{self, Write};
use std::path::PathBuf;

use domain::coupon::Coupon;
use serde::Serialize;

use crate::export;
use crate::json::Named;
use crate::question::count;
use crate::question::coupons::read_filter;
use crate::refusal::Refusal;
use crate::render::coupon::view;
use crate::sheet::print::Rows;
use crate::sheet::table::TextTable;
use crate::sheet::{SheetFormat, Unwritten, safe};
use crate::view::coupon::{CouponFilterView, CouponView};
use crate::view::event::{ExportFormat, ExportView};
use crate::workspace::{Question, Reading};

/// The rows fetched at a time.
const PAGE: u32 = 500;

/// The columns of a table for people.
const SHOWN: [&str; 9] =
    ["Code", "Campaign", "Status", "Used", "Limit", "Each customer", "Recipient", "Starts", "Expires"];

/// The columns of a file; those that can be imported are spelled as the import wants them.
const EXPORTED: [&str; 17] = [
    "value",
    "campaign",
    "status",
    "used",
    "usageLimit",
    "profileLimit",
    "discounted",
    "discountLimit",
    "recipientIntegrationId",
    "startDate",
    "expiryDate",
    "isReservationMandatory",
    "implicitlyReserved",
    "reservationLimit",
    "reserved",
    "attributes",
    "created",
];

/// Matching codes, the latest created first.
#[derive(Debug, Clone)]
pub struct CouponSheet {
    /// Which codes.
    pub filter: CouponFilterView,
    /// How.
    pub format: SheetFormat,
}

/// Writes codes to a file.
#[derive(Debug, Clone)]
pub struct ExportCoupons {
    /// Which codes.
    pub filter: CouponFilterView,
    /// How.
    pub format: ExportFormat,
    /// Where; a file that is there is replaced.
    pub target: PathBuf,
}

impl Question for ExportCoupons {
    type Answer = ExportView;

    fn answer(&self, reading: &Reading<'_>) -> Result<ExportView, Refusal> {
        let format = match self.format {
            ExportFormat::Csv => SheetFormat::Csv,
            ExportFormat::Json => SheetFormat::Json,
        };
        let sheet = CouponSheet { filter: self.filter.clone(), format };
        export::to_file(&self.target, |file| sheet.write(file, reading))
    }
}

impl Rows for CouponSheet {
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let rows = match self.format {
            SheetFormat::Table => self.write_table(to, reading),
            SheetFormat::Csv => self.write_csv(to, reading),
            SheetFormat::Json => self.write_json(to, reading),
        }?;
        to.flush()?;
        Ok(count(rows))
    }
}

impl CouponSheet {
    fn write_table(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let numbers = SHOWN.iter().map(|name| ["Used", "Limit", "Each customer"].contains(name)).collect();
        let mut table = TextTable::new(numbers).under(&SHOWN);
        let rows = self.each(reading, |row| table.row(shown(row), to))?;
        table.finish(to)?;
        Ok(rows)
    }

    fn write_csv(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let mut table = csv::Writer::from_writer(to);
        table.write_record(EXPORTED).map_err(io::Error::from)?;
        let rows =
            self.each(reading, |row| Ok(table.write_record(exported(row).iter().map(|cell| safe(cell)))?))?;
        table.flush()?;
        Ok(rows)
    }

    fn write_json(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let mut separator = "[\n";
        let rows = self.each(reading, |row| {
            write!(to, "{separator}{}", serde_json::to_string(&Columns(row))?)?;
            separator = ",\n";
            Ok(())
        })?;
        let end = if rows == 0 { "[]\n" } else { "\n]\n" };
        to.write_all(end.as_bytes())?;
        Ok(rows)
    }

    fn each(
        &self,
        reading: &Reading<'_>,
        mut visit: impl FnMut(&CouponView) -> io::Result<()>,
    ) -> Result<u64, Unwritten> {
        let filter = read_filter(&self.filter, reading)?;
        let (mut rows, mut after) = (0, None);
        loop {
            let page = reading.reader.coupons(&filter, after, PAGE)?;
            for row in &page.rows {
                visit(&of(row, reading))?;
                rows += 1;
            }
            after = page.next;
            if after.is_none() {
                return Ok(rows);
            }
        }
    }
}

fn of(row: &Coupon, reading: &Reading<'_>) -> CouponView {
    view(row, reading.house, reading.now)
}

/// One object of a JSON export: the columns of a file by name.
struct Columns<'r>(&'r CouponView);

impl Serialize for Columns<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(EXPORTED.iter().zip(exported(self.0)))
    }
}

fn shown(row: &CouponView) -> Vec<String> {
    vec![
        row.value.clone(),
        row.campaign_name.clone(),
        row.status_text.clone(),
        row.used.to_string(),
        limit(row.usage_limit),
        limit(row.profile_limit),
        row.recipient.clone().unwrap_or_default(),
        row.starts.clone().unwrap_or_default(),
        row.expires.clone().unwrap_or_default(),
    ]
}

/// The attributes as the import reads them; empty without any.
fn attributes(row: &CouponView) -> String {
    if row.attributes.is_empty() {
        return String::new();
    }
    let pairs = row.attributes.iter().map(|attribute| (attribute.name.clone(), attribute.value.clone()));
    serde_json::to_string(&Named(pairs.collect())).unwrap_or_default()
}

fn limit(limit: u32) -> String {
    if limit == 0 { "none".to_owned() } else { limit.to_string() }
}

fn exported(row: &CouponView) -> [String; 17] {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        row.value.clone(),
        row.campaign_name.clone(),
        row.status_text.clone(),
        row.used.to_string(),
        row.usage_limit.to_string(),
        row.profile_limit.to_string(),
        row.discounted.clone(),
        optional(&row.discount_limit),
        optional(&row.recipient),
        optional(&row.starts),
        optional(&row.expires),
        row.reservation_mandatory.to_string(),
        row.implicitly_reserved.to_string(),
        row.reservation_limit.to_string(),
        row.reserved.to_string(),
        attributes(row),
        row.created.clone(),
    ]
}
