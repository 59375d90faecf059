//! Calendar periods in the Application's zone; weeks start on Monday.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// How a budget that never starts afresh says so.
pub const OVERALL: &str = "overall";

/// How often a budget starts afresh, by the vendor's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// `daily`: at the start of each day.
    Daily,
    /// `weekly`: at the start of each Monday.
    Weekly,
    /// `monthly`: at the start of the first day of each month.
    Monthly,
    /// `yearly`: at the start of 1 January.
    Yearly,
}

/// The period a moment lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first day, which is what the period is known by. `None` for a budget that never starts afresh.
    pub since: Option<Date>,
    /// The moment the next one begins. `None` when there is no next one.
    pub until: Option<Timestamp>,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Self; 4] = [Self::Daily, Self::Weekly, Self::Monthly, Self::Yearly];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }

    /// The name of a period, or the word for none.
    pub fn word(period: Option<Self>) -> &'static str {
        period.map_or(OVERALL, Self::name)
    }

    /// The period, or none, that [`word`](Self::word) names; `None` for every other text.
    pub fn from_word(word: &str) -> Option<Option<Self>> {
        if word == OVERALL {
            return Some(None);
        }
        Self::ALL.into_iter().find(|period| period.name() == word).map(Some)
    }

    /// Behind an amount: *100 a month*.
    pub fn every(self) -> &'static str {
        match self {
            Self::Daily => "a day",
            Self::Weekly => "a week",
            Self::Monthly => "a month",
            Self::Yearly => "a year",
        }
    }

    /// The first day of the period that `day` lies in.
    fn first_day(self, day: Date) -> Option<Date> {
        match self {
            Self::Daily => Some(day),
            Self::Weekly => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok(),
            Self::Monthly => Some(day.first_of_month()),
            Self::Yearly => Some(day.first_of_year()),
        }
    }

    /// The first day of the period after the one that begins on `first`.
    fn next(self, first: Date) -> Option<Date> {
        let step = match self {
            Self::Daily => 1.day(),
            Self::Weekly => 1.week(),
            Self::Monthly => 1.month(),
            Self::Yearly => 1.year(),
        };
        first.checked_add(step).ok()
    }
}

impl Span {
    /// The span of a budget that never starts afresh.
    pub const OVERALL: Self = Self { since: None, until: None };

    /// The period of that kind that `now` lies in, in `zone`; a day begins at the first moment its date is on the
    /// calendar, also where clocks are changed at midnight.
    pub fn of(period: Option<Period>, now: Timestamp, zone: &TimeZone) -> Self {
        let Some(period) = period else { return Self::OVERALL };
        let today = now.to_zoned(zone.clone()).date();
        let since = period.first_day(today).unwrap_or(Date::MIN);
        let until = period.next(since).and_then(|next| next.to_zoned(zone.clone()).ok());
        Self { since: Some(since), until: until.map(|next| next.timestamp()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(period: &str, now: &str, zone: &str) -> (String, String) {
        let period = Period::from_word(period).unwrap();
        let span = Span::of(period, now.parse().unwrap(), &TimeZone::get(zone).unwrap());
        let since = span.since.map(|day| day.to_string()).unwrap_or_default();
        (since, span.until.map(|moment| moment.to_string()).unwrap_or_default())
    }

    #[test]
    fn every_moment_lies_in_one_period_and_knows_when_the_next_begins() {
        let table = [
            ("overall", "2026-03-10T12:00:00Z", "UTC", "", ""),
            ("daily", "2026-03-10T00:00:00Z", "UTC", "2026-03-10", "2026-03-11T00:00:00Z"),
            ("daily", "2026-03-10T23:59:59.999999Z", "UTC", "2026-03-10", "2026-03-11T00:00:00Z"),
            // The day is the Application's, not UTC's.
            ("daily", "2026-03-10T23:30:00Z", "Europe/Berlin", "2026-03-11", "2026-03-11T23:00:00Z"),
            ("daily", "2026-03-10T03:00:00Z", "America/New_York", "2026-03-09", "2026-03-10T04:00:00Z"),
            // A day of 23 hours, and one of 25.
            ("daily", "2026-03-29T12:00:00Z", "Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z"),
            ("daily", "2026-10-25T12:00:00Z", "Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z"),
            // The hour that comes twice belongs to one day.
            ("daily", "2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z"),
            // Clocks go forward at midnight: the day begins at one o'clock.
            ("daily", "2026-09-05T12:00:00Z", "America/Santiago", "2026-09-05", "2026-09-06T04:00:00Z"),
            // Clocks go back at midnight: the last hour of the day comes twice, and the next day begins after it.
            ("daily", "2026-04-05T03:30:00Z", "America/Santiago", "2026-04-04", "2026-04-05T04:00:00Z"),
            // Weeks start on Monday.
            ("weekly", "2026-03-09T00:00:00Z", "UTC", "2026-03-09", "2026-03-16T00:00:00Z"),
            ("weekly", "2026-03-15T23:59:59Z", "UTC", "2026-03-09", "2026-03-16T00:00:00Z"),
            ("weekly", "2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-23", "2026-03-29T22:00:00Z"),
            // A week over the end of a year is one week.
            ("weekly", "2026-12-31T12:00:00Z", "UTC", "2026-12-28", "2027-01-04T00:00:00Z"),
            ("weekly", "2027-01-03T12:00:00Z", "UTC", "2026-12-28", "2027-01-04T00:00:00Z"),
            ("monthly", "2026-01-31T12:00:00Z", "UTC", "2026-01-01", "2026-02-01T00:00:00Z"),
            ("monthly", "2028-02-29T12:00:00Z", "UTC", "2028-02-01", "2028-03-01T00:00:00Z"),
            ("monthly", "2026-03-31T22:30:00Z", "Europe/Berlin", "2026-04-01", "2026-04-30T22:00:00Z"),
            ("monthly", "2026-12-31T23:30:00Z", "Europe/Berlin", "2027-01-01", "2027-01-31T23:00:00Z"),
            ("yearly", "2026-12-31T23:59:59Z", "UTC", "2026-01-01", "2027-01-01T00:00:00Z"),
            ("yearly", "2026-12-31T23:30:00Z", "Europe/Berlin", "2027-01-01", "2027-12-31T23:00:00Z"),
            ("yearly", "2026-12-31T10:30:00Z", "Pacific/Kiritimati", "2027-01-01", "2027-12-31T10:00:00Z"),
            // The calendar ends; a budget of its last year does not start afresh.
            ("yearly", "9999-06-01T00:00:00Z", "UTC", "9999-01-01", ""),
        ];
        for (period, now, zone, since, until) in table {
            let expected = (since.to_owned(), until.to_owned());
            assert_eq!(span(period, now, zone), expected, "{period} at {now} in {zone}");
        }
    }

    #[test]
    fn a_period_ends_where_the_next_begins() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        for period in Period::ALL {
            let mut now: Timestamp = "2026-12-15T09:00:00Z".parse().unwrap();
            for _ in 0..40 {
                let span = Span::of(Some(period), now, &zone);
                let until = span.until.unwrap();
                let before = until.checked_sub(1.nanosecond()).unwrap();
                assert_eq!(Span::of(Some(period), before, &zone), span);
                assert!(Span::of(Some(period), until, &zone).since > span.since);
                now = until;
            }
        }
    }
}
