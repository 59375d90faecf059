//! What stands in a report: typed, so that each format can write it as what it is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::render::text;

/// What all cells of a column are; any of them may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Count,
    /// An amount of money, decimal.
    Money,
    /// Any number, decimal.
    Number,
    /// An instant, shown in the report's zone.
    Time,
    /// A day in the report's zone.
    Day,
    /// True or false.
    Flag,
}

impl Kind {
    /// Stands at the right edge and can be added up.
    pub fn is_number(self) -> bool {
        match self {
            Self::Count | Self::Money | Self::Number => true,
            Self::Text | Self::Time | Self::Day | Self::Flag => false,
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Money or another number.
    Amount(Decimal),
    /// An instant.
    Time(Timestamp),
    /// A day.
    Day(Date),
    /// True or false.
    Flag(bool),
}

impl Cell {
    /// Text; empty when there is none.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number of things.
    pub(super) fn count(number: impl Into<u64>) -> Self {
        Self::Count(i64::try_from(number.into()).unwrap_or(i64::MAX))
    }

    /// A number when there is one.
    pub(super) fn amount(amount: Option<Decimal>) -> Self {
        amount.map_or(Self::Empty, Self::Amount)
    }

    /// A time when there is one.
    pub(super) fn time(time: Option<Timestamp>) -> Self {
        time.map_or(Self::Empty, Self::Time)
    }
}

/// How numbers are written where they are text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NumberFormat {
    /// `1234.50`
    #[default]
    Point,
    /// `1234,50`
    Comma,
}

/// How cells become text: the report's zone and number format.
#[derive(Debug, Clone)]
pub struct Wording {
    /// The zone times are written in.
    pub zone: TimeZone,
    /// How numbers are written.
    pub numbers: NumberFormat,
}

impl Wording {
    /// A cell as text: money with at least two decimals, times in RFC 3339 with the zone's offset.
    pub fn of(&self, cell: &Cell, kind: Kind) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Count(number) => number.to_string(),
            Cell::Amount(amount) => self.number(*amount, kind),
            Cell::Time(time) => self.time(*time),
            Cell::Day(day) => day.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        }
    }

    fn number(&self, amount: Decimal, kind: Kind) -> String {
        let written = plain(amount, kind);
        match self.numbers {
            NumberFormat::Point => written,
            NumberFormat::Comma => written.replace('.', ","),
        }
    }

    fn time(&self, time: Timestamp) -> String {
        if self.zone == TimeZone::UTC {
            return time.to_string();
        }
        time.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%.f%:z").to_string()
    }
}

/// A number with a decimal point, whatever the report's number format: for formats that programs read.
pub fn plain(amount: Decimal, kind: Kind) -> String {
    if kind == Kind::Money { text::money(amount) } else { text::count(amount) }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use rust_decimal::Decimal;

    use super::{Cell, Kind, NumberFormat, Wording};

    #[test]
    fn cells_are_written_in_the_report_s_zone_and_numbers() {
        let berlin = Wording { zone: TimeZone::get("Europe/Berlin").unwrap(), numbers: NumberFormat::Comma };
        let utc = Wording { zone: TimeZone::UTC, numbers: NumberFormat::Point };
        let time = Cell::Time("2026-07-01T22:30:00.5Z".parse().unwrap());
        let money = Cell::Amount(Decimal::new(-12_345, 1));
        let cases = [
            (&time, Kind::Time, "2026-07-01T22:30:00.5Z", "2026-07-02T00:30:00.5+02:00"),
            (&money, Kind::Money, "-1234.50", "-1234,50"),
            (&money, Kind::Number, "-1234.5", "-1234,5"),
            (&Cell::Count(1_234), Kind::Count, "1234", "1234"),
            (&Cell::Empty, Kind::Money, "", ""),
            (&Cell::Flag(true), Kind::Flag, "true", "true"),
        ];
        for (cell, kind, in_utc, in_berlin) in cases {
            assert_eq!(utc.of(cell, kind), in_utc);
            assert_eq!(berlin.of(cell, kind), in_berlin);
        }
    }
}
