//! The contract with the window: every command and event, and the TypeScript that describes them.

use tauri::Wry;
use tauri_specta::{Builder, Commands, ErrorHandlingMode, collect_commands, collect_events};
use tauri_specta_query::{CommandSet, TanstackQueryFramework};

use crate::commands::{
    about, campaigns, clock, coupons, crowds, dictionary, events, reports, requests, server, sessions,
    workspace,
};
use crate::events::{DraggedEvent, StaleEvent};

/// What the window may ask and hear.
pub struct Bindings {
    /// Answers the calls and knows the events.
    pub builder: Builder<Wry>,
    /// TypeScript for the query keys and options, generated beside the commands.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test that writes the bindings reads it"))]
    pub query_options: String,
}

/// Collects every command and event of the application.
pub fn collect() -> Bindings {
    let (query_options, builder) = CommandSet::<Wry>::new(reads(), writes())
        .events(collect_events![StaleEvent, DraggedEvent])
        .build(TanstackQueryFramework::React);
    let builder = builder.error_handling(ErrorHandlingMode::Throw).disable_serde_phases();
    Bindings { builder, query_options }
}

/// What the window asks.
fn reads() -> Commands<Wry> {
    collect_commands![
        about::about,
        workspace::recent_workspaces,
        workspace::current_workspace,
        clock::clock,
        dictionary::dictionary,
        campaigns::campaigns,
        campaigns::campaign,
        campaigns::campaign_budgets,
        campaigns::evaluation_groups,
        campaigns::check_ruleset,
        campaigns::vocabulary,
        coupons::coupons,
        coupons::coupon,
        coupons::coupon_suggestions,
        coupons::coupon_progress,
        sessions::sessions,
        sessions::session,
        sessions::statement,
        sessions::profiles,
        sessions::profile,
        sessions::state_diagram,
        sessions::first_moves,
        events::events,
        events::event_facets,
        events::written_query,
        events::event,
        reports::report_catalogue,
        reports::report_presets,
        reports::report_preview,
        reports::report_progress,
        crowds::crowd_progress,
        requests::calls,
        requests::call,
        server::server,
    ]
}

/// What the window has done.
fn writes() -> Commands<Wry> {
    collect_commands![
        workspace::open_sample_shop,
        workspace::new_workspace,
        workspace::open_workspace,
        workspace::save_workspace_copy,
        workspace::close_workspace,
        workspace::rename_workspace,
        workspace::save_settings,
        workspace::reveal_workspace,
        clock::set_clock,
        dictionary::create_attribute,
        dictionary::edit_attribute,
        campaigns::save_campaign,
        campaigns::set_campaign_state,
        campaigns::reorder_campaigns,
        campaigns::save_evaluation_groups,
        coupons::create_coupons,
        coupons::import_coupons,
        coupons::update_coupon,
        coupons::delete_coupon,
        coupons::create_coupon_reservation,
        coupons::delete_coupon_reservation,
        coupons::stop_coupons,
        coupons::choose_coupon_file,
        coupons::export_coupons,
        sessions::update_session,
        sessions::return_items,
        sessions::reopen_session,
        sessions::track_event,
        sessions::update_profile,
        sessions::apply_request,
        events::export_events,
        reports::write_report,
        reports::stop_report,
        reports::save_report_preset,
        reports::open_report_preset,
        crowds::gather_crowd,
        crowds::stop_crowd,
        requests::repeat_call,
        server::switch_server,
        server::renew_server_keys,
        server::set_faults,
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::{env, fs};

    use specta_typescript::Typescript;

    use super::collect;

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/api/bindings.ts");
    const CAPABILITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src-tauri/capabilities/main.json");

    fn generated() -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bindings.ts");
        let bindings = collect();
        bindings.builder.export(Typescript::default().with_raw(bindings.query_options), &file).unwrap();
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn the_bindings_of_the_ui_are_fresh() {
        let generated = generated();
        if env::var_os("UPDATE_BINDINGS").is_some() {
            fs::write(BINDINGS, &generated).unwrap();
        }
        let stored = fs::read_to_string(BINDINGS).unwrap_or_default();
        assert!(stored == generated, "ui/src/api/bindings.ts is stale; write it again with `make bindings`");
    }

    #[test]
    fn the_window_is_granted_exactly_the_commands_that_exist() {
        let capability: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(CAPABILITY).unwrap()).unwrap();
        let granted: BTreeSet<String> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
            .map(|name| name.replace('-', "_"))
            .collect();
        let generated = generated();
        let (_, commands) = generated.split_once("export const commands").unwrap();
        let existing: BTreeSet<String> = commands
            .split("__TAURI_INVOKE")
            .skip(1)
            .filter_map(|call| Some(call.split_once("(\"")?.1.split_once('"')?.0.to_owned()))
            .collect();
        assert_eq!(granted, existing, "capabilities/main.json and the collected commands differ");
    }
}
