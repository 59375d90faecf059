//! The vendor's *Event entity* page, acted out by clicking: a custom event is created by creating its attribute, a rule
//! checks for it, it is triggered, and it is found with its effects. Then carts live through every built-in event, and
//! the log is taken away as a file.

use std::fs;

use desktop_tests::{Window, in_window};
use fantoccini::key::Key;

#[test]
fn a_custom_event_is_created_checked_triggered_and_found() -> anyhow::Result<()> {
    in_window("custom-event", async |window| {
        window.click_text("New workspace").await?;
        window.wait_text("New session").await?;
        create_pageview(window).await?;
        write_the_rule(window).await?;
        start_session(window, "visit-1", "ana").await?;
        window.click_text("Update").await?;
        window.wait_text("talon_session_created").await?;
        trigger_pageview(window).await?;
        find_the_event(window).await
    })
}

/// *Creating a custom event*: the form, then a second attribute of the same event type.
async fn create_pageview(window: &Window) -> anyhow::Result<()> {
    window.click_text("Dictionary").await?;
    window.click_text("Create attribute").await?;
    window.choose("Associated entity", "Event").await?;
    window.fill("Event type", "pageview").await?;
    window.choose("Attribute type", "string").await?;
    window.fill("API name", "url").await?;
    window.shot("create-attribute").await?;
    window.click_text("Create attribute").await?;
    window.wait_text("pageview now has url.").await?;
    window.click_text("Add another attribute").await?;
    window.fill("API name", "referrer").await?;
    window.click_text("Create attribute").await?;
    window.wait_text("pageview now has referrer.").await?;
    window.shot("dictionary").await
}

/// *Using an event in a rule*: Check for event types, the event, one attribute, And… another, then an effect.
async fn write_the_rule(window: &Window) -> anyhow::Result<()> {
    window.click_text("Write a rule that waits for it").await?;
    window.click_css("section[aria-label='Ways to start'] button:last-of-type").await?;
    window.fill("Campaign", "Shoe lovers").await?;
    window.click_text("Add condition").await?;
    window.click_text("Check for event types").await?;
    window.choose("Event type", "pageview").await?;
    window.click_text("Attribute of the event: not chosen").await?;
    window.click_text("url").await?;
    window.choose("Operator", "contains").await?;
    window.fill("Value", "shoes").await?;
    window.click_text("And another attribute of the event: not chosen").await?;
    window.click_text("referrer").await?;
    window.fill_last("Value", "newsletter").await?;
    window.click_text("Add effect").await?;
    window.click_text("Show notification").await?;
    window.fill("Title", "New shoes").await?;
    window.fill("Body", "Look at {{ $Event.Attributes.url }}").await?;
    window.shot("rule").await?;
    window.click_text("Save").await?;
    window.wait_gone("not saved yet").await
}

async fn start_session(window: &Window, id: &str, customer: &str) -> anyhow::Result<()> {
    window.click_text("Stage").await?;
    window.click_text("New session").await?;
    window.fill("Session id", id).await?;
    window.press(&Key::Tab.to_string()).await?;
    // The stage goes over to the session of this id.
    window.wait_text(id).await?;
    window.click_text("Customer: anonymous").await?;
    window.fill("Find a customer, or type a new id…", customer).await?;
    window.click_text(&format!("New customer “{customer}”")).await
}

/// *Triggering an event*: bound to the session; the answer shows what the rules gave.
async fn trigger_pageview(window: &Window) -> anyhow::Result<()> {
    window.click_text("Send event…").await?;
    window.fill("url", "/shoes/new").await?;
    window.fill("referrer", "newsletter").await?;
    window.click_text("Send the event").await?;
    window.wait_text("New shoes").await?;
    window.wait_text("Look at /shoes/new").await?;
    window.shot("event-sent").await?;
    window.click_text("Done").await
}

/// *Displaying triggered events*: the row, then everything about it.
async fn find_the_event(window: &Window) -> anyhow::Result<()> {
    window.click_text("Events").await?;
    window.wait_text("pageview").await?;
    window.shot("events").await?;
    window.click_css("[role=grid] [role=gridcell]").await?;
    window.wait_text("ana triggered pageview in session visit-1.").await?;
    window.click_css("[role=tab]:nth-of-type(2)").await?;
    window.wait_text("Shows the customer: New shoes").await?;
    window.click_text("Payload").await?;
    window.click_text("Copy as curl").await?;
    window.wait_text("Request copied as curl").await
}

/// The rows of an exported file.
fn exported(window: &Window, name: &str) -> anyhow::Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(window.dialogs().join(name))?;
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_deserialize();
    Ok(rows.collect::<Result<_, _>>()?)
}

#[test]
fn carts_live_through_every_event_of_a_session_and_the_log_is_taken_away() -> anyhow::Result<()> {
    in_window("lifecycles", async |window| {
        window.click_text("New workspace").await?;
        returned_in_part(window).await?;
        reopened_and_revoked(window).await?;
        cancelled(window).await?;
        take_the_log_away(window).await
    })
}

/// Created, updated, closed, partially returned.
async fn returned_in_part(window: &Window) -> anyhow::Result<()> {
    start_session(window, "cart-a", "ana").await?;
    add_line(window, "MUG", "Mug", "12.50").await?;
    make_move(window, "Update", "talon_session_created", "open").await?;
    window.fill("Quantity", "3").await?;
    window.press(&Key::Tab.to_string()).await?;
    make_move(window, "Update", "talon_session_updated", "open").await?;
    make_move(window, "Close", "talon_session_closed", "closed").await?;
    window.shot("stage-closed").await?;
    window.click_text("Return items…").await?;
    window.fill("Units of Mug that come back", "1").await?;
    window.press(&Key::Tab.to_string()).await?;
    window.shot("return-items").await?;
    window.click_text("Return the items").await?;
    window.wait_text("talon_session_partially_returned").await
}

/// Closed, reopened, closed, revoked.
async fn reopened_and_revoked(window: &Window) -> anyhow::Result<()> {
    start_session(window, "cart-b", "ben").await?;
    add_line(window, "TEE", "T-shirt", "20").await?;
    make_move(window, "Update", "talon_session_created", "open").await?;
    make_move(window, "Close", "talon_session_closed", "closed").await?;
    window.click_text("Reopen").await?;
    window.click_text("Reopen the session").await?;
    window.wait_text("talon_session_reopened").await?;
    in_state(window, "open").await?;
    make_move(window, "Close", "talon_session_closed", "closed").await?;
    window.click_text("Cancel session").await?;
    window.shot("cancel-session").await?;
    window.click_text("Cancel the session").await?;
    window.wait_text("talon_session_revoked").await
}

/// Created and given up.
async fn cancelled(window: &Window) -> anyhow::Result<()> {
    start_session(window, "cart-c", "cleo").await?;
    add_line(window, "BAG", "Tote bag", "9.90").await?;
    make_move(window, "Update", "talon_session_created", "open").await?;
    window.click_text("Cancel session").await?;
    window.click_text("Cancel the session").await?;
    window.wait_text("talon_session_cancelled").await
}

async fn add_line(window: &Window, sku: &str, name: &str, price: &str) -> anyhow::Result<()> {
    window.click_text("Add a line").await?;
    window.fill("SKU", sku).await?;
    window.press(&Key::Escape.to_string()).await?;
    window.fill("Name", name).await?;
    window.fill("Unit price", price).await
}

/// Presses a move on the diagram, and waits until the diagram shows the state it leads to.
async fn make_move(window: &Window, name: &str, event: &str, state: &str) -> anyhow::Result<()> {
    window.click_text(name).await?;
    window.wait_text(event).await?;
    in_state(window, state).await
}

async fn in_state(window: &Window, state: &str) -> anyhow::Result<()> {
    window.wait_css(&format!("[data-state={state}][data-present]")).await.map(drop)
}

/// *Export* writes what the table shows: every event, newest first, in the columns of the screen.
async fn take_the_log_away(window: &Window) -> anyhow::Result<()> {
    const LIVES: [(&str, &str, &str, &str); 11] = [
        ("talon_session_cancelled", "cleo", "cart-c", "cancelled"),
        ("talon_session_created", "cleo", "cart-c", "open"),
        ("talon_session_revoked", "ben", "cart-b", "cancelled"),
        ("talon_session_closed", "ben", "cart-b", "closed"),
        ("talon_session_reopened", "ben", "cart-b", "open"),
        ("talon_session_closed", "ben", "cart-b", "closed"),
        ("talon_session_created", "ben", "cart-b", "open"),
        ("talon_session_partially_returned", "ana", "cart-a", "partially_returned"),
        ("talon_session_closed", "ana", "cart-a", "closed"),
        ("talon_session_updated", "ana", "cart-a", "open"),
        ("talon_session_created", "ana", "cart-a", "open"),
    ];
    window.click_text("Events").await?;
    window.wait_text("talon_session_cancelled").await?;
    window.shot("events").await?;
    window.click_text("Export").await?;
    window.shot("export").await?;
    window.click_text("Choose file and export").await?;
    window.wait_text("Exported 11 events").await?;

    let rows = exported(window, "events.csv")?;
    let header = "Time,Event,Customer,Session,Effects,State,Total,Discount,Rejections,Source";
    assert_eq!(rows[0].join(","), header);
    let lives: Vec<_> = rows[1..]
        .iter()
        .map(|row| (row[1].as_str(), row[2].as_str(), row[3].as_str(), row[5].as_str()))
        .collect();
    assert_eq!(lives, LIVES);
    assert_eq!(rows[8][6], "37.50", "three mugs, one of them returned: the total before discounts stays");
    Ok(())
}
