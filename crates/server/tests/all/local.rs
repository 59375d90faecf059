//! The switch in the title bar: on, off, remembered.

use std::sync::Arc;

use app::question::calls::Calls;
use app::view::call::{CallFilterView, CallOutcome};
use app::view::server::{FaultKind, FaultView};
use server::local::Local;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::shop::Served;

async fn status_of(address: &str, key: &str) -> String {
    let host = address.replace("http://", "");
    let mut line = TcpStream::connect(&host).await.unwrap();
    let call = format!(
        "GET /v1/applications HTTP/1.1\r\nHost: {host}\r\nAuthorization: ManagementKey-v1 {key}\r\nConnection: close\r\n\r\n"
    );
    line.write_all(call.as_bytes()).await.unwrap();
    let mut heard = String::new();
    line.read_to_string(&mut heard).await.unwrap();
    heard.lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn it_is_off_until_it_is_switched_on_and_the_workspace_remembers() {
    let served = Served::empty();
    let workspace = Arc::clone(served.shop.workspace());
    let local = Local::default();
    local.enter(Arc::clone(&workspace)).await.unwrap();
    let off = local.view(Arc::clone(&workspace)).await.unwrap();
    assert_eq!((off.address, off.curl, off.api_key.len(), off.management_key.len()), (None, None, 64, 64));

    let on = local.switch(Arc::clone(&workspace), true, None).await.unwrap();
    let address = on.address.unwrap();
    assert_eq!(status_of(&address, &on.management_key).await, "HTTP/1.1 200 OK");
    assert!(on.curl.unwrap().contains(&format!("{address}/v2/customer_sessions/")));

    local.leave().await;
    assert!(TcpStream::connect(address.replace("http://", "")).await.is_err(), "the port is free again");
    local.enter(Arc::clone(&workspace)).await.unwrap();
    let again = local.view(Arc::clone(&workspace)).await.unwrap();
    assert!(again.address.is_some(), "it was on, so it is on again");
    assert_eq!(again.management_key, on.management_key, "with the same keys");

    let off = local.switch(Arc::clone(&workspace), false, None).await.unwrap();
    assert_eq!(off.address, None);
    local.enter(Arc::clone(&workspace)).await.unwrap();
    assert_eq!(local.view(workspace).await.unwrap().address, None, "it was off, so it stays off");
}

#[tokio::test]
async fn a_port_that_cannot_be_had_is_told_at_its_field() {
    let served = Served::empty();
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = u32::from(taken.local_addr().unwrap().port());
    let local = Local::default();
    for wrong in [port, 80, 70_000] {
        let workspace = Arc::clone(served.shop.workspace());
        let refusal = local.switch(workspace, true, Some(wrong)).await.unwrap_err();
        assert_eq!(refusal.problems[0].field, "/port", "{wrong}");
    }
}

#[tokio::test]
async fn new_keys_shut_the_old_ones_out_at_once() {
    let served = Served::empty();
    let workspace = Arc::clone(served.shop.workspace());
    let local = Local::default();
    let on = local.switch(Arc::clone(&workspace), true, None).await.unwrap();
    let renewed = local.renew_keys(Arc::clone(&workspace)).await.unwrap();
    let address = renewed.address.clone().unwrap();
    assert_eq!(status_of(&address, &on.management_key).await, "HTTP/1.1 401 Unauthorized");
    assert_eq!(status_of(&address, &renewed.management_key).await, "HTTP/1.1 200 OK");
    local.leave().await;
    let kept = local.view(workspace).await.unwrap();
    assert_eq!(kept.management_key, renewed.management_key);
}

#[tokio::test]
async fn a_call_is_made_again_with_the_key_of_now_and_faults_are_met_again() {
    let served = Served::empty();
    let workspace = Arc::clone(served.shop.workspace());
    let local = Local::default();
    let on = local.switch(Arc::clone(&workspace), true, None).await.unwrap();
    status_of(&on.address.unwrap(), &on.management_key).await;
    workspace.noted().await;
    local.renew_keys(Arc::clone(&workspace)).await.unwrap();
    let again = local.again(Arc::clone(&workspace), "1".to_owned()).await.unwrap();
    assert_eq!((again.id.as_str(), again.status, again.outcome), ("2", 200, CallOutcome::Answered));
    assert_eq!(again.user_agent, "Tillroll (triggered again)");
    let drop = FaultView { kind: FaultKind::Drop, path: String::new(), share: 100, delay_ms: 0, on: true };
    local.set_faults(Arc::clone(&workspace), vec![drop]).await.unwrap();
    let dropped = local.again(Arc::clone(&workspace), "1".to_owned()).await.unwrap();
    assert_eq!(dropped.outcome, CallOutcome::Dropped);
    let all = Calls { filter: CallFilterView::default(), after: None, limit: 10 };
    assert_eq!(workspace.ask(all).await.unwrap().total, 3);
    assert!(local.again(workspace, "99".to_owned()).await.is_err(), "what is not there cannot be made again");
}
