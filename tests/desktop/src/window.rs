//! What a story does with the window: click, fill, press, look.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::find;

/// How long something may take to appear before the story fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked for meanwhile.
const GLANCE: Duration = Duration::from_millis(25);
/// The key under which WebDriver answers with an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The application's window.
pub struct Window {
    client: Client,
    home: PathBuf,
}

impl Window {
    /// Starts the application and waits until its page has something on it: the session answers earlier than that.
    pub(crate) async fn open(driver: &Driver, application: &Path, home: &Path) -> anyhow::Result<Self> {
        let options = json!({ "webkitgtk:browserOptions": { "binary": application } });
        let capabilities: Capabilities = serde_json::from_value(options)?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .context("the application did not open a window")?;
        client.wait().at_most(PATIENCE).every(GLANCE).for_element(Locator::Css("body *")).await?;
        Ok(Self { client, home: home.to_owned() })
    }

    /// The WebDriver client, for what the verbs below do not cover.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The folder that answers for the file choosers: saved files appear here, files to open are put here.
    pub fn dialogs(&self) -> PathBuf {
        self.home.join("dialogs")
    }

    /// The application's home folder, with `config`, `data` and `cache` in it.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The page's title.
    pub async fn title(&self) -> anyhow::Result<String> {
        Ok(self.client.title().await?)
    }

    /// The text a person can read now.
    pub async fn text(&self) -> anyhow::Result<String> {
        let text = self.client.execute(find::TEXT, Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script in the page and answers what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Waits until `text` can be read somewhere in the window.
    pub async fn wait_text(&self, text: &str) -> anyhow::Result<()> {
        self.wait(&format!("the text \"{text}\""), async || {
            Ok(self.text().await?.contains(text).then_some(()))
        })
        .await
    }

    /// Waits until `text` can no longer be read.
    pub async fn wait_gone(&self, text: &str) -> anyhow::Result<()> {
        self.wait(&format!("\"{text}\" to go"), async || {
            Ok((!self.text().await?.contains(text)).then_some(()))
        })
        .await
    }

    /// Waits for an element and answers it.
    pub async fn wait_css(&self, selector: &str) -> anyhow::Result<Element> {
        let found =
            self.client.wait().at_most(PATIENCE).every(GLANCE).for_element(Locator::Css(selector)).await;
        found.with_context(|| format!("nothing matches {selector}"))
    }

    /// Clicks the button, link, tab, option or the like that is called `name`.
    pub async fn click_text(&self, name: &str) -> anyhow::Result<()> {
        self.wait(&format!("\"{name}\" to click"), async || {
            match self.named("clickable", name, "first").await? {
                Some(element) => self.clicked(&element).await,
                None => Ok(None),
            }
        })
        .await
    }

    /// Clicks the first element that matches a selector.
    pub async fn click_css(&self, selector: &str) -> anyhow::Result<()> {
        self.wait(&format!("{selector} to click"), async || {
            match self.client.find(Locator::Css(selector)).await {
                Ok(element) => self.clicked(&element).await,
                Err(why) if is_passing(&why) => Ok(None),
                Err(why) => Err(why.into()),
            }
        })
        .await
    }

    /// The field with this label, as soon as it is there.
    pub async fn field(&self, label: &str) -> anyhow::Result<Element> {
        self.wait(&format!("the field \"{label}\""), async || self.named("field", label, "first").await).await
    }

    /// Replaces what is in the field with this label, by typing.
    pub async fn fill(&self, label: &str, value: &str) -> anyhow::Result<()> {
        self.fill_one(label, "first", value).await
    }

    /// As [`fill`](Self::fill), where several fields have this label: the last of them.
    pub async fn fill_last(&self, label: &str, value: &str) -> anyhow::Result<()> {
        self.fill_one(label, "last", value).await
    }

    async fn fill_one(&self, label: &str, which: &str, value: &str) -> anyhow::Result<()> {
        self.wait(&format!("the field \"{label}\" to type into"), async || {
            match self.named("field", label, which).await? {
                Some(field) => self.typed(&field, value).await,
                None => Ok(None),
            }
        })
        .await
    }

    /// Picks an option in the drop-down with this label.
    pub async fn choose(&self, label: &str, option: &str) -> anyhow::Result<()> {
        self.wait(&format!("the choice \"{label}\""), async || {
            match self.named("field", label, "first").await? {
                Some(field) => self.clicked(&field).await,
                None => Ok(None),
            }
        })
        .await?;
        self.click_text(option).await
    }

    /// Presses keys where the focus is, for example `&Key::Escape.to_string()` or `"u"`.
    pub async fn press(&self, keys: &str) -> anyhow::Result<()> {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// Saves a picture of the window as `tests/desktop/shots/<name>.png`, once it has come to rest.
    pub async fn shot(&self, name: &str) -> anyhow::Result<()> {
        self.client.execute_async(find::DRAWN, Vec::new()).await?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("shots");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name).with_extension("png"), self.client.screenshot().await?)?;
        Ok(())
    }

    /// Looks again and again until `look` answers something.
    async fn wait<T>(
        &self,
        wanted: &str,
        look: impl AsyncFn() -> anyhow::Result<Option<T>>,
    ) -> anyhow::Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            if Instant::now() > deadline {
                bail!("waited in vain for {wanted}; the window shows:\n{}", self.text().await?);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Clicks; `None` when the element is moving, being redrawn or covered at this moment and another look is needed.
    async fn clicked(&self, element: &Element) -> anyhow::Result<Option<()>> {
        settled(
            async { if self.is_still(element).await? { element.click().await.map(Some) } else { Ok(None) } }
                .await,
        )
    }

    /// Types over what is there; `None` when the field cannot be typed into at this moment.
    async fn typed(&self, field: &Element, value: &str) -> anyhow::Result<Option<()>> {
        let replacement = if value.is_empty() { Key::Delete.to_string() } else { value.to_owned() };
        let select_all = format!("{}a{}", Key::Control, Key::Null);
        settled(
            async {
                if !self.is_still(field).await? {
                    return Ok(None);
                }
                field.click().await?;
                field.send_keys(&select_all).await?;
                field.send_keys(&replacement).await.map(Some)
            }
            .await,
        )
    }

    async fn is_still(&self, element: &Element) -> Result<bool, CmdError> {
        let still = self.client.execute_async(find::STILL, vec![serde_json::to_value(element)?]).await?;
        Ok(still == json!(true))
    }

    async fn named(&self, kind: &str, name: &str, which: &str) -> anyhow::Result<Option<Element>> {
        let found = self.client.execute(find::BY_NAME, vec![json!(kind), json!(name), json!(which)]).await?;
        let id = found.get(ELEMENT).and_then(Value::as_str);
        Ok(id.map(|id| Element::from_element_id(self.client.clone(), id.to_owned().into())))
    }
}

fn settled(done: Result<Option<()>, CmdError>) -> anyhow::Result<Option<()>> {
    match done {
        Ok(done) => Ok(done),
        Err(why) if is_passing(&why) => Ok(None),
        Err(why) => Err(why.into()),
    }
}

/// Errors that mean "not now": React was replacing or covering the element.
fn is_passing(error: &CmdError) -> bool {
    let CmdError::Standard(reply) = error else {
        return false;
    };
    matches!(
        reply.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::NoSuchElement
    )
}
