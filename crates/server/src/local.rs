//! The server of the workspace that is open in a window: switched on and off, and remembered by the workspace.

use std::sync::Arc;

use app::operation::save_server::SaveServer;
use app::question::calls::{Calls, NotedCall};
use app::question::server::ServerChoices;
use app::refusal::Refusal;
use app::render::curl::{self, Place};
use app::view::call::{CallFilterView, CallRowView};
use app::view::server::{FaultView, ServerView};
use app::view::workspace::{FieldProblemView, RefusalCode, RefusalView};
use app::workspace::Workspace;
use tokio::sync::{Mutex, MutexGuard};

use crate::listening::{Listening, again};
use crate::shop::{SOURCE, Shop, choices, new_keys};

/// The server of one workspace at a time.
#[derive(Debug, Default)]
pub struct Local {
    served: Mutex<Option<Served>>,
}

#[derive(Debug)]
struct Served {
    shop: Shop,
    choices: ServerChoices,
    listening: Option<Listening>,
}

impl Served {
    fn view(&self) -> ServerView {
        let keys = self.shop.keys();
        let address = self.listening.as_ref().map(Listening::address);
        ServerView {
            curl: address.as_deref().map(|address| curl::first(address, &keys.api)),
            address,
            port: self.choices.port.map(u32::from),
            api_key: keys.api,
            management_key: keys.management,
            faults: self.shop.faults().view(),
        }
    }

    async fn start(&mut self, port: Option<u16>) -> Result<(), RefusalView> {
        self.stop().await;
        let started = Listening::start(self.shop.clone(), port).await;
        self.listening = Some(started.map_err(|why| no_port(port, &why))?);
        Ok(())
    }

    async fn stop(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.stop().await;
        }
    }

    async fn remember(&self) -> Result<(), RefusalView> {
        let operation = SaveServer { choices: self.choices.clone() };
        self.shop.workspace().perform(operation, SOURCE, false).await.map_err(shown)
    }
}

impl Local {
    /// A workspace was opened: the server of the one before goes off, and this one's comes on if it was on.
    ///
    /// # Errors
    /// When it was on and cannot be now; the workspace is open all the same.
    pub async fn enter(&self, workspace: Arc<Workspace>) -> Result<(), RefusalView> {
        self.leave().await;
        let mut served = self.of(workspace).await?;
        let Some(served) = served.as_mut().filter(|served| served.choices.on) else { return Ok(()) };
        served.start(served.choices.port).await
    }

    /// The workspace was closed: its server goes off, and is on again when the workspace is opened again.
    pub async fn leave(&self) {
        if let Some(mut served) = self.served.lock().await.take() {
            served.stop().await;
        }
    }

    /// How the server stands.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub async fn view(&self, workspace: Arc<Workspace>) -> Result<ServerView, RefusalView> {
        let served = self.of(workspace).await?;
        served.as_ref().map(Served::view).ok_or_else(|| shown(Refusal::Closed))
    }

    /// Switches it on, at `port` or any free one, or off.
    ///
    /// # Errors
    /// When the port cannot be used; it is off then.
    pub async fn switch(
        &self,
        workspace: Arc<Workspace>,
        on: bool,
        port: Option<u32>,
    ) -> Result<ServerView, RefusalView> {
        let port = port.map(read_port).transpose()?;
        self.change(workspace, async |served: &mut Served| {
            if on {
                served.start(port).await?
            } else {
                served.stop().await
            }
            served.choices = ServerChoices { on, port, keys: None };
            served.remember().await
        })
        .await
    }

    /// Gives it new keys; those before are refused from now on.
    ///
    /// # Errors
    /// When the workspace cannot be written; the keys are as before then.
    pub async fn renew_keys(&self, workspace: Arc<Workspace>) -> Result<ServerView, RefusalView> {
        self.change(workspace, async |served: &mut Served| {
            let keys = new_keys();
            served.choices.keys = Some(keys.clone());
            served.remember().await?;
            served.shop.change_keys(keys);
            Ok(())
        })
        .await
    }

    /// Lets callers meet these faults in place of those before. They are forgotten when the workspace is closed.
    ///
    /// # Errors
    /// Which fault cannot be; they are as before then.
    pub async fn set_faults(
        &self,
        workspace: Arc<Workspace>,
        faults: Vec<FaultView>,
    ) -> Result<ServerView, RefusalView> {
        self.change(workspace, async |served: &mut Served| {
            served.shop.faults().set(faults).map_err(|(field, why)| invalid(&field, &why))
        })
        .await
    }

    /// Makes a call again and answers with the new one, as it is listed.
    ///
    /// # Errors
    /// When there is no such call any more, or it cannot be sent.
    pub async fn again(&self, workspace: Arc<Workspace>, id: String) -> Result<CallRowView, RefusalView> {
        let call = workspace.ask(NotedCall { id: id.clone() }).await.map_err(shown)?;
        let shop = match &*self.of(Arc::clone(&workspace)).await? {
            Some(served) => served.shop.clone(),
            None => return Err(shown(Refusal::Closed)),
        };
        let name = again(&shop, &call).await.map_err(|why| invalid("/id", &why))?;
        workspace.noted().await;
        let filter = CallFilterView { text: Some(name), ..CallFilterView::default() };
        let page = workspace.ask(Calls { filter, after: None, limit: 1 }).await.map_err(shown)?;
        page.rows.into_iter().next().ok_or_else(|| invalid("/id", "The new request was not noted."))
    }

    /// Where a call that is copied goes to.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub async fn place(&self, workspace: Arc<Workspace>, scheme: &str) -> Result<Place, RefusalView> {
        let served = self.of(workspace).await?;
        let Some(served) = served.as_ref() else { return Err(shown(Refusal::Closed)) };
        let keys = served.shop.keys();
        let address = served.listening.as_ref().map(Listening::address);
        Ok(Place {
            address: address.unwrap_or_else(|| "http://127.0.0.1:PORT".to_owned()),
            key: Some(if scheme == "ManagementKey-v1" { keys.management } else { keys.api }),
        })
    }

    async fn change(
        &self,
        workspace: Arc<Workspace>,
        work: impl AsyncFnOnce(&mut Served) -> Result<(), RefusalView>,
    ) -> Result<ServerView, RefusalView> {
        let mut served = self.of(workspace).await?;
        let Some(served) = served.as_mut() else { return Err(shown(Refusal::Closed)) };
        work(served).await?;
        Ok(served.view())
    }

    /// The server of `workspace`, which gets its keys when it is first asked for.
    async fn of(&self, workspace: Arc<Workspace>) -> Result<MutexGuard<'_, Option<Served>>, RefusalView> {
        let mut served = self.served.lock().await;
        if served.as_ref().is_none_or(|served| !Arc::ptr_eq(served.shop.workspace(), &workspace)) {
            if let Some(mut before) = served.take() {
                before.stop().await;
            }
            let choices = choices(&workspace).await.map_err(shown)?;
            let keys = choices.keys.clone().unwrap_or_else(new_keys);
            *served = Some(Served { shop: Shop::new(workspace, keys), choices, listening: None });
        }
        Ok(served)
    }
}

/// Source of the lowest port: those below it are the operating system's.
fn read_port(port: u32) -> Result<u16, RefusalView> {
    let read = u16::try_from(port).ok().filter(|port| *port >= 1_024);
    read.ok_or_else(|| {
        invalid("/port", "A port is a number from 1024 to 65535; leave it empty for any free one.")
    })
}

fn no_port(port: Option<u16>, why: &std::io::Error) -> RefusalView {
    let sentence = match port {
        Some(port) => {
            format!("Port {port} cannot be used: {why}. Choose another, or leave it empty for any free one.")
        }
        None => format!("No port could be had: {why}. Try again."),
    };
    invalid("/port", &sentence)
}

fn invalid(field: &str, message: &str) -> RefusalView {
    let problem = FieldProblemView {
        field: field.to_owned(),
        title: "Invalid".to_owned(),
        message: message.to_owned(),
        start: None,
        end: None,
    };
    RefusalView { code: RefusalCode::Invalid, message: message.to_owned(), problems: vec![problem] }
}

fn shown(refusal: Refusal) -> RefusalView {
    refusal.view()
}
