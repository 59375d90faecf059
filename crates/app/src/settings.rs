//! The workspace's choices where the vendor is silent.

use domain::refusal::{Problem, ProblemKind, Problems};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{Reader, Tx};

use crate::refusal::Refusal;
use crate::view::workspace::SettingsView;

/// The choices, with their defaults where nothing was chosen.
#[derive(Debug, Clone)]
pub struct Settings {
    /// A session created as closed also emits `talon_session_closed`.
    pub emit_closed_on_create: bool,
    /// A custom event that names no session binds to the profile's most recently updated open one.
    pub bind_to_open_session: bool,
    /// Rules may look at totals and prices after the discounts of campaigns before theirs.
    pub cascading_discounts: bool,
    /// ISO 4217 code, for display.
    pub currency: String,
    /// The Application's zone, for times shown in texts.
    pub time_zone: TimeZone,
    /// The zone's IANA name.
    pub time_zone_name: String,
    /// Where the workspace clock is held; it goes with the clock it was opened with when `None`.
    pub held_clock: Option<Timestamp>,
}

const EMIT_CLOSED: &str = "emit_closed_on_create";
const BIND: &str = "bind_to_open_session";
const CASCADING: &str = "cascading_discounts";
const CURRENCY: &str = "currency";
const TIME_ZONE: &str = "time_zone";
const CLOCK: &str = "clock";

impl Settings {
    /// Reads the choices.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn load(reader: &Reader) -> Result<Self, Refusal> {
        let stored = reader.settings()?;
        let chosen = |name: &str, default: &str| stored.get(name).map_or(default, String::as_str).to_owned();
        let time_zone_name = chosen(TIME_ZONE, "UTC");
        Ok(Self {
            emit_closed_on_create: chosen(EMIT_CLOSED, "false") == "true",
            bind_to_open_session: chosen(BIND, "true") == "true",
            cascading_discounts: chosen(CASCADING, "false") == "true",
            currency: chosen(CURRENCY, "EUR"),
            time_zone: TimeZone::get(&time_zone_name).unwrap_or(TimeZone::UTC),
            time_zone_name,
            held_clock: stored.get(CLOCK).and_then(|text| text.parse().ok()),
        })
    }

    /// Stores `view` after checking it.
    ///
    /// # Errors
    /// When the currency is not a three-letter code or the zone is not known.
    pub fn save(view: &SettingsView, tx: &Tx<'_>) -> Result<(), Refusal> {
        let mut problems = Problems::new();
        if view.currency.len() != 3 || !view.currency.chars().all(|letter| letter.is_ascii_uppercase()) {
            let details = "A currency is three capital letters such as EUR.";
            problems.push(Problem::new("/currency", ProblemKind::Format, details));
        }
        if TimeZone::get(&view.time_zone).is_err() {
            let details =
                format!("\"{}\" is not a time zone; write one such as Europe/Berlin.", view.time_zone);
            problems.push(Problem::new("/timeZone", ProblemKind::Choice, details));
        }
        problems.none_or(())?;
        tx.put_setting(EMIT_CLOSED, &view.emit_closed_on_create.to_string())?;
        tx.put_setting(BIND, &view.bind_to_open_session.to_string())?;
        tx.put_setting(CASCADING, &view.cascading_discounts.to_string())?;
        tx.put_setting(CURRENCY, &view.currency)?;
        tx.put_setting(TIME_ZONE, &view.time_zone)?;
        Ok(())
    }

    /// Holds the clock at a time, or lets it go.
    ///
    /// # Errors
    /// When the workspace cannot be written.
    pub fn hold_clock(held: Option<Timestamp>, tx: &Tx<'_>) -> Result<(), Refusal> {
        let text = held.map_or_else(|| "wall".to_owned(), |time| time.to_string());
        Ok(tx.put_setting(CLOCK, &text)?)
    }

    /// The choices as a window shows them.
    pub fn view(&self) -> SettingsView {
        SettingsView {
            emit_closed_on_create: self.emit_closed_on_create,
            bind_to_open_session: self.bind_to_open_session,
            cascading_discounts: self.cascading_discounts,
            currency: self.currency.clone(),
            time_zone: self.time_zone_name.clone(),
        }
    }

    /// Digits after the decimal point of the currency's smallest unit.
    pub fn currency_digits(&self) -> u32 {
        match self.currency.as_str() {
            "JPY" | "KRW" | "CLP" | "VND" | "ISK" | "PYG" | "UGX" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }
}
