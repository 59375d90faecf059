//! The one way an answer is put together: what happened, and the parts that were asked for.

use app::json::Json as Raw;
use app::listing::Between;
use app::listing::Window;
use app::listing::campaigns::ListCampaigns;
use app::outcome::Outcome;
use app::question::codes_of::CodesOf;
use app::refusal::Refusal;
use app::response_content::{self, Wanted};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::access_log::Made;
use crate::shop::Shop;
use crate::spoken::Refused;
use crate::wire::integration::coupon::IntegrationCoupon;
use crate::wire::integration::state::{Parts, State};
use crate::wire::management::campaign::Campaign;

/// The parts of an answer a caller asks for.
#[derive(Debug, Clone)]
pub struct Asking {
    words: Vec<String>,
    wanted: Wanted,
    /// The session is told although nobody asked. Source: the vendor's *Event entity* page on *Track event*: "the response
    /// contains … all the details of the session".
    always_session: bool,
    /// What came back, for *Return cart items*: the items as the caller named them.
    returned: Option<Raw>,
}

impl Asking {
    /// Reads `responseContent`.
    ///
    /// # Errors
    /// A word the vendor does not know.
    pub fn read(words: Option<Vec<String>>) -> Result<Self, Refused> {
        let wanted = response_content::read(words.as_deref()).map_err(Refusal::from)?;
        Ok(Self { words: words.unwrap_or_default(), wanted, always_session: false, returned: None })
    }

    /// The same, with the session in any case.
    #[must_use]
    pub fn with_session(self) -> Self {
        Self { always_session: true, ..self }
    }

    /// The same, of a return.
    #[must_use]
    pub fn with_return(self, returned: Raw) -> Self {
        Self { returned: Some(returned), ..self }
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|asked| asked == word)
    }

    /// `outcome` with the parts that were asked for.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub async fn answer(self, shop: &Shop, outcome: Outcome) -> Result<Response, Refused> {
        let coupons = match self.has("coupons") {
            true => Some(coupons(shop, outcome.entered(), outcome.customer()).await?),
            false => None,
        };
        let triggered = match self.has("triggeredCampaigns") {
            true => Some(campaigns(shop, outcome.giving()).await?),
            false => None,
        };
        let parts = Parts {
            session: self.always_session || self.has("customerSession"),
            profile: self.has("customerProfile"),
            event: self.has("event"),
            loyalty: self.has("loyalty"),
            giveaways: self.has("awardedGiveaways"),
            achievements: self.has("achievements"),
            wanted: self.wanted,
            coupons,
            triggered,
            returned: self.returned,
        };
        let made = outcome.number_of_event();
        let mut response = Json(State::of(&outcome, parts)).into_response();
        tell_made(&mut response, made);
        Ok(response)
    }
}

/// An answer without anything in it, to a call that made the event of that number.
pub fn nothing(made: Option<u64>) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    tell_made(&mut response, made);
    response
}

/// Lets the access log know.
pub fn tell_made(response: &mut Response, made: Option<u64>) {
    if let Some(made) = made {
        response.extensions_mut().insert(Made(made));
    }
}

async fn coupons(
    shop: &Shop,
    values: Vec<String>,
    profile: Option<String>,
) -> Result<Vec<IntegrationCoupon>, Refused> {
    let codes = shop.workspace().ask(CodesOf { values, profile }).await?;
    Ok(codes.into_iter().map(IntegrationCoupon::from).collect())
}

/// The campaigns of these numbers.
async fn campaigns(shop: &Shop, ids: Vec<u32>) -> Result<Vec<Campaign>, Refused> {
    let (records, _) = shop.workspace().ask(every_campaign(None)).await?;
    Ok(records.into_iter().filter(|record| ids.contains(&record.id)).map(Campaign::from).collect())
}

/// Every campaign, or every one in a state by the vendor's name.
pub fn every_campaign(state: Option<&str>) -> ListCampaigns {
    ListCampaigns {
        state: state.map(str::to_owned),
        name: String::new(),
        created: Between::default(),
        start: Between::default(),
        end: Between::default(),
        window: Window { skip: 0, most: u32::MAX, newest_first: false },
    }
}
