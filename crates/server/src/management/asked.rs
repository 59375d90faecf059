//! The query of a call: read by name, refused by name.

use std::convert::Infallible;

use app::listing::{Between, Window};
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use jiff::Timestamp;

use crate::spoken::Refused;

/// The largest page. Source: the vendor's `pageSize`.
const LARGEST_PAGE: u32 = 1_000;

/// What a call's query says. Parameters nobody reads are ignored, as the vendor does.
#[derive(Debug, Clone, Default)]
pub struct Asked(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        Ok(Self(query.map(|Query(pairs)| pairs).unwrap_or_default()))
    }
}

impl Asked {
    /// A text that is not empty.
    pub fn text(&self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
    }

    /// Texts with commas between them.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let text = self.text(name).unwrap_or_default();
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// `true` or `false`.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refused> {
        self.read(name, "true or false")
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Result<Option<u32>, Refused> {
        self.read(name, "a whole number such as 20")
    }

    /// A time.
    pub fn time(&self, name: &str) -> Result<Option<Timestamp>, Refused> {
        self.read(name, "a time such as 2026-11-30T09:00:00Z")
    }

    /// A time between two others.
    pub fn between(&self, after: &str, before: &str) -> Result<Between, Refused> {
        Ok(Between { from: self.time(after)?, until: self.time(before)? })
    }

    /// One of a few words.
    pub fn word(&self, name: &str, words: &[&str]) -> Result<Option<String>, Refused> {
        let Some(text) = self.text(name) else { return Ok(None) };
        if words.contains(&text.as_str()) {
            return Ok(Some(text));
        }
        Err(Refused::parameter(name, "enum", format!("\"{text}\" is not one of {}.", words.join(", "))))
    }

    /// `pageSize`, `skip` and `sort`, which may name one of `fields`, all of which give the order in which things were
    /// made.
    pub fn window(&self, fields: &[&str]) -> Result<Window, Refused> {
        let most = self.number("pageSize")?.unwrap_or(LARGEST_PAGE);
        if !(1..=LARGEST_PAGE).contains(&most) {
            let details = format!("A page has 1 to {LARGEST_PAGE} items.");
            return Err(Refused::parameter("pageSize", "Limit", details));
        }
        let sort = self.text("sort").unwrap_or_default();
        let field = sort.strip_prefix('-').unwrap_or(&sort);
        if !field.is_empty() && !fields.contains(&field) {
            let details = format!(
                "This list can be sorted by {}, with a - before it the other way round.",
                fields.join(", ")
            );
            return Err(Refused::parameter("sort", "enum", details));
        }
        let newest_first = sort.starts_with('-');
        Ok(Window { skip: self.number("skip")?.unwrap_or(0), most, newest_first })
    }

    fn read<T: std::str::FromStr>(&self, name: &str, wanted: &str) -> Result<Option<T>, Refused> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let read = text.parse().map_err(|_| {
            let details = format!("\"{text}\" cannot be read; write {wanted}.");
            Refused::parameter(name, "Invalid format", details)
        });
        read.map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        Asked(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_window_has_the_vendors_default_and_bounds() {
        let window = asked(&[]).window(&["created"]).unwrap();
        assert_eq!((window.skip, window.most, window.newest_first), (0, 1_000, false));
        let window =
            asked(&[("pageSize", "2"), ("skip", "4"), ("sort", "-created")]).window(&["created"]).unwrap();
        assert_eq!((window.skip, window.most, window.newest_first), (4, 2, true));
        for wrong in
            [("pageSize", "0"), ("pageSize", "1001"), ("pageSize", "x"), ("skip", "-1"), ("sort", "name")]
        {
            assert!(asked(&[wrong]).window(&["created"]).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn times_flags_and_words_are_read_or_refused_by_name() {
        let good = asked(&[
            ("from", "2026-01-01T00:00:00+01:00"),
            ("all", "true"),
            ("state", "open"),
            ("empty", ""),
        ]);
        assert_eq!(good.time("from").unwrap().unwrap().to_string(), "2025-12-31T23:00:00Z");
        assert_eq!(good.flag("all").unwrap(), Some(true));
        assert_eq!(good.word("state", &["open", "closed"]).unwrap().as_deref(), Some("open"));
        assert_eq!(good.text("empty"), None);
        let bad = asked(&[("from", "yesterday"), ("all", "yes"), ("state", "ajar")]);
        assert!(bad.time("from").is_err() && bad.flag("all").is_err());
        assert!(bad.word("state", &["open", "closed"]).is_err());
    }
}
