//! `till session`: one session as it stands.

use std::io::{self, Write};
use std::process::ExitCode;

use app::question::sessions::{OneSession, OneSessionAsJson};
use app::sheet::table::TextTable;
use app::view::session::{AskView, MoveView, SessionView};
use clap::Args;

use super::one::One;
use crate::failure::Failure;
use crate::layout::{self, Edge};

const EXAMPLES: &str = "\
Examples:
  till session shop.sqlite cart-1
  till session shop.sqlite cart-1 --format json";

/// Show a session: cart, totals, what stands and what can be asked of it now
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Session {
    #[command(flatten)]
    one: One,
}

impl Session {
    /// Prints the session.
    ///
    /// # Errors
    /// When there is none of that id, or the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        self.one.show("session", |id| OneSessionAsJson { id }, |id| OneSession { id }, print)
    }
}

fn print(session: &SessionView, to: &mut impl Write) -> io::Result<()> {
    let updates = session.update_count.to_string();
    let facts = [
        ("Session", session.id.clone()),
        ("Customer", session.profile_id.clone().unwrap_or_else(|| "anonymous".to_owned())),
        ("State", layout::state(session.state).to_owned()),
        ("Created", session.created.clone()),
        ("Updated", format!("{} (update {updates})", session.updated)),
        ("Closed", session.closed_at.clone().unwrap_or_default()),
        ("Store", session.store.clone().unwrap_or_default()),
        ("Coupon codes", session.coupon_codes.join(", ")),
        ("Referral code", session.referral_code.clone()),
        ("Identifiers", session.identifiers.join(", ")),
        ("Loyalty cards", session.loyalty_cards.join(", ")),
        ("Latest event", session.latest_seq.clone().unwrap_or_default()),
    ];
    layout::facts(to, &facts)?;
    print_cart(session, to)?;
    print_totals(session, to)?;
    layout::attributes(to, &session.attributes)?;
    layout::effects(to, "Effects that stand", &session.effects)?;
    writeln!(to, "\nWhat can be asked now")?;
    layout::rows(to, &[Edge::Left, Edge::Left], session.moves.iter().map(asked))
}

fn print_cart(session: &SessionView, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "\nCart")?;
    if session.items.is_empty() {
        return writeln!(to, "  empty");
    }
    let header = ["", "Item", "SKU", "Units", "Returned", "Price", "Discount", "Total"];
    let mut table = TextTable::new(vec![true, false, false, true, true, true, true, true]).under(&header);
    for line in &session.items {
        let units = [line.position, line.quantity, line.returned_quantity].map(|number| number.to_string());
        let [position, quantity, returned] = units;
        let row = vec![
            format!("  {position}"),
            line.name.clone(),
            line.sku.clone(),
            quantity,
            returned,
            line.price.clone(),
            line.discount.clone(),
            line.total.clone(),
        ];
        table.row(row, to)?;
    }
    table.finish(to)
}

fn print_totals(session: &SessionView, to: &mut impl Write) -> io::Result<()> {
    let totals = &session.totals;
    let row = |name: &str, amount: &str| vec![format!("  {name}"), amount.to_owned()];
    let mut rows = vec![row("Cart items", &totals.cart_item_total)];
    rows.extend(session.additional_costs.iter().map(|cost| row(&cost.name, &cost.price)));
    rows.push(row("Costs of single items", &totals.cart_item_additional_cost_total));
    rows.push(row("Total", &totals.total));
    rows.push(row("Discount", &totals.discount));
    rows.push(row("To pay", &totals.payable));
    writeln!(to, "\nTotals")?;
    layout::rows(to, &[Edge::Left, Edge::Right], rows)?;
    if totals.floored {
        writeln!(to, "  The discounts are larger than the total; nothing is left to pay.")?;
    }
    Ok(())
}

fn asked(one: &MoveView) -> Vec<String> {
    let ask = match one.ask {
        AskView::Update => "update",
        AskView::Close => "close",
        AskView::Cancel => "cancel",
        AskView::Return => "return items",
        AskView::Reopen => "reopen",
    };
    let mark = if one.allowed { '✓' } else { '✗' };
    let leads_to =
        one.to.map(|to| format!("{}, event {}", layout::state(to), one.event.as_deref().unwrap_or("none")));
    let outcome = if one.allowed { leads_to } else { one.reason.clone() };
    vec![format!("  {mark} {ask}"), outcome.unwrap_or_default()]
}
