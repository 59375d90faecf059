//! *Create*, *list*, *search*, *update* and *delete coupons*.

use std::sync::Arc;

use app::coupon_key::CouponKey;
use app::listing::Window;
use app::listing::campaigns::CampaignOfId;
use app::listing::coupons::{CouponRecord, ListCoupons, Validity, WantedCoupons};
use app::operation::create_coupons::CreateCoupons;
use app::operation::delete_coupon::DeleteCoupon;
use app::operation::update_coupon::UpdateCoupon;
use app::progress::Progress;
use app::request::coupon::CouponChanges;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::Ids;
use super::asked::Asked;
use super::body::Body;
use crate::shop::Shop;
use crate::source::source;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::coupon::{Coupon, NewCoupons};
use crate::wire::management::{Counted, Page};

/// The most codes one call makes. Source: the vendor's *Create coupons*.
const MOST_AT_ONCE: u32 = 20_000;

/// Makes codes and answers with them; with `silent=yes` it answers with nothing.
pub async fn create(
    State(shop): State<Shop>,
    ids: Ids,
    asked: Asked,
    headers: HeaderMap,
    Body(body): Body<NewCoupons>,
) -> Result<Response, Refused> {
    let body = body.into_create()?;
    if body.number_of_coupons.is_some_and(|number| number > MOST_AT_ONCE) {
        let details =
            format!("One call makes at most {MOST_AT_ONCE} codes; make the others with further calls.");
        return Err(Refused::field("/numberOfCoupons", "Limit", details));
    }
    let campaign = ids.small(0);
    let operation = CreateCoupons { id: campaign, body, progress: Arc::new(Progress::default()) };
    let made = shop.workspace().perform(operation, &source(&headers), false).await?;
    if asked.text("silent").as_deref() == Some("yes") {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let wanted = WantedCoupons { campaign: Some(campaign), from_id: made.from, ..WantedCoupons::default() };
    let window = Window { skip: 0, most: made.created, newest_first: false };
    let listed = shop.workspace().ask(ListCoupons { wanted, window }).await?;
    let coupons: Vec<Coupon> = listed.rows.into_iter().map(Coupon::from).collect();
    let total = coupons.len();
    Ok(Json(Counted::of(coupons, total)).into_response())
}

/// The codes of a campaign.
pub async fn list(State(shop): State<Shop>, ids: Ids, asked: Asked) -> Spoken<Page<Coupon>> {
    let campaign = campaign(&shop, &ids).await?;
    page(&shop, wanted(&asked, Some(campaign))?, asked.window(&["id", "created"])?).await.map(Json)
}

/// The codes of every campaign.
pub async fn list_everywhere(State(shop): State<Shop>, asked: Asked) -> Spoken<Page<Coupon>> {
    page(&shop, wanted(&asked, None)?, asked.window(&["id", "created"])?).await.map(Json)
}

/// The codes of a campaign, counted.
pub async fn list_with_total(State(shop): State<Shop>, ids: Ids, asked: Asked) -> Spoken<Counted<Coupon>> {
    let wanted = wanted(&asked, Some(campaign(&shop, &ids).await?))?;
    let all = Window { skip: 0, most: u32::MAX, newest_first: false };
    let total = shop.workspace().ask(ListCoupons { wanted: wanted.clone(), window: all }).await?.rows.len();
    let page = page(&shop, wanted, asked.window(&["id", "created"])?).await?;
    Ok(Json(Counted::of(page.data, total)))
}

async fn page(shop: &Shop, wanted: WantedCoupons, window: Window) -> Result<Page<Coupon>, Refused> {
    let listed = shop.workspace().ask(ListCoupons { wanted, window }).await?;
    Ok(Page { has_more: listed.more, data: listed.rows.into_iter().map(Coupon::from).collect() })
}

/// The campaign in the path, which must be there.
async fn campaign(shop: &Shop, ids: &Ids) -> Result<u32, Refused> {
    Ok(shop.workspace().ask(CampaignOfId { id: ids.small(0) }).await?.id)
}

/// Changes a code and answers with it; what is left out stays as it is.
pub async fn update(
    State(shop): State<Shop>,
    ids: Ids,
    headers: HeaderMap,
    Body(body): Body<CouponChanges>,
) -> Spoken<Coupon> {
    let operation = UpdateCoupon { code: its_code(&shop, &ids).await?, body };
    let changed = shop.workspace().perform(operation, &source(&headers), false).await?;
    Ok(Json(CouponRecord::from(&changed).into()))
}

/// Deletes a code.
pub async fn delete(State(shop): State<Shop>, ids: Ids, headers: HeaderMap) -> Result<StatusCode, Refused> {
    let operation = DeleteCoupon { code: its_code(&shop, &ids).await? };
    shop.workspace().perform(operation, &source(&headers), false).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The code in the path, which must be one of the campaign's.
async fn its_code(shop: &Shop, ids: &Ids) -> Result<CouponKey, Refused> {
    let (campaign, number) = (campaign(shop, ids).await?, ids.large(1));
    let wanted = WantedCoupons { campaign: Some(campaign), from_id: number, ..WantedCoupons::default() };
    let window = Window { skip: 0, most: 1, newest_first: false };
    let listed = shop.workspace().ask(ListCoupons { wanted, window }).await?;
    match listed.rows.first() {
        Some(row) if row.id == number => Ok(CouponKey::Number(number)),
        Some(_) | None => Err(Refused::not_found("code", number)),
    }
}

/// The filters of the lists and exports.
pub(super) fn wanted(asked: &Asked, campaign: Option<u32>) -> Result<WantedCoupons, Refused> {
    let valid = asked.word("valid", &["expired", "validNow", "validFuture"])?;
    Ok(WantedCoupons {
        campaign,
        from_id: 0,
        value: asked.text("value"),
        exact: asked.flag("exactMatch")?.unwrap_or_default(),
        created: asked.between("createdAfter", "createdBefore")?,
        starts: asked.between("startsAfter", "startsBefore")?,
        expires: asked.between("expiresAfter", "expiresBefore")?,
        valid: valid.map(|valid| match valid.as_str() {
            "expired" => Validity::Expired,
            "validNow" => Validity::Now,
            _ => Validity::Future,
        }),
        usable: asked.flag("usable")?,
        recipient: asked.text("recipientIntegrationId"),
    })
}
