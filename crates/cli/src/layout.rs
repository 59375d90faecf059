//! Words and lines that more than one verb prints.

use std::io::{self, Write};

use app::sheet::table::TextTable;
use app::view::effect::EffectView;
use app::view::session::{AttributeValueView, StateView};

/// A state by the vendor's name.
pub fn state(state: StateView) -> &'static str {
    match state {
        StateView::Open => "open",
        StateView::Closed => "closed",
        StateView::PartiallyReturned => "partially_returned",
        StateView::Cancelled => "cancelled",
    }
}

/// Lines of `name  value` with all values below each other; what has no value is left out.
///
/// # Errors
/// When `to` takes no more.
pub fn facts(to: &mut impl Write, facts: &[(&str, String)]) -> io::Result<()> {
    let given = || facts.iter().filter(|(_, value)| !value.is_empty());
    let width = given().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    given().try_for_each(|(name, value)| writeln!(to, "{name:<width$}  {value}"))
}

/// A headline and attributes below it; nothing when there are none.
///
/// # Errors
/// When `to` takes no more.
pub fn attributes(to: &mut impl Write, attributes: &[AttributeValueView]) -> io::Result<()> {
    if attributes.is_empty() {
        return Ok(());
    }
    writeln!(to, "\nAttributes")?;
    let row = |one: &AttributeValueView| vec![format!("  {}", one.name), one.text.clone()];
    rows(to, &[Edge::Left, Edge::Left], attributes.iter().map(row))
}

/// A headline and effects below it, each with who gave it.
///
/// # Errors
/// When `to` takes no more.
pub fn effects(to: &mut impl Write, headline: &str, effects: &[EffectView]) -> io::Result<()> {
    writeln!(to, "\n{headline}")?;
    if effects.is_empty() {
        return writeln!(to, "  none");
    }
    for effect in effects {
        writeln!(to, "  {}", effect.sentence)?;
        let failed = if effect.on_failure { ", because a condition was not met" } else { "" };
        let rule = match effect.rule_name.as_str() {
            "" => String::new(),
            name => format!(", rule \"{name}\""),
        };
        writeln!(to, "    {}{rule}{failed}", effect.campaign_name)?;
    }
    Ok(())
}

/// The edge the cells of a column stand at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows in aligned columns without a header, one edge for each column.
///
/// # Errors
/// When `to` takes no more.
pub fn rows(
    to: &mut impl Write,
    edges: &[Edge],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> io::Result<()> {
    let mut table = TextTable::new(edges.iter().map(|edge| *edge == Edge::Right).collect());
    rows.into_iter().try_for_each(|row| table.row(row, to))?;
    table.finish(to)
}
