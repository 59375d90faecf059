//! Customers of the Application and of the account, which are the same: *list*, *get*, *search by attributes*.

use app::listing::customers::{CustomerCount, CustomerOfId, ListCustomers};
use axum::Json;
use axum::extract::State;

use super::Ids;
use super::asked::Asked;
use super::body::Body;
use crate::shop::Shop;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::Page;
use crate::wire::management::customer::{Customer, Customers, Search};

/// *List application's customers*.
///
/// Source: the vendor's description of `withTotalResultSize`: with it the list is counted, without it `hasMore` is told.
pub async fn of_application(State(shop): State<Shop>, asked: Asked) -> Spoken<Customers> {
    let mut question = ListCustomers::all(asked.window(&["id", "created"])?);
    question.integration_id = asked.text("integrationId");
    let listed = shop.workspace().ask(question).await?;
    let is_counted = asked.flag("withTotalResultSize")?.unwrap_or_default();
    let total = match (is_counted, asked.text("integrationId")) {
        (false, _) => None,
        (true, None) => Some(shop.workspace().ask(CustomerCount).await?),
        (true, Some(_)) => Some(u64::try_from(listed.rows.len()).unwrap_or(u64::MAX)),
    };
    Ok(Json(Customers {
        has_more: (!is_counted).then_some(listed.more),
        total_result_size: total,
        data: listed.rows.into_iter().map(Customer::from).collect(),
    }))
}

/// *Get application's customer*, by number.
pub async fn one_of_application(State(shop): State<Shop>, ids: Ids) -> Spoken<Customer> {
    one(State(shop), ids).await
}

/// *List application customers matching the given attributes*.
pub async fn search_of_application(
    State(shop): State<Shop>,
    asked: Asked,
    Body(body): Body<Search>,
) -> Spoken<Customers> {
    let page = found(&shop, &asked, body).await?;
    Ok(Json(Customers { has_more: Some(page.has_more), total_result_size: None, data: page.data }))
}

/// *List customer profiles*.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Page<Customer>> {
    let listed = shop.workspace().ask(ListCustomers::all(asked.window(&["id", "created"])?)).await?;
    Ok(Json(Page { has_more: listed.more, data: listed.rows.into_iter().map(Customer::from).collect() }))
}

/// *Get customer profile*, by number.
pub async fn one(State(shop): State<Shop>, ids: Ids) -> Spoken<Customer> {
    Ok(Json(shop.workspace().ask(CustomerOfId { id: ids.large(0) }).await?.into()))
}

/// *List customer profiles matching the given attributes*.
pub async fn search(
    State(shop): State<Shop>,
    asked: Asked,
    Body(body): Body<Search>,
) -> Spoken<Page<Customer>> {
    found(&shop, &asked, body).await.map(Json)
}

async fn found(shop: &Shop, asked: &Asked, body: Search) -> Result<Page<Customer>, Refused> {
    let question = ListCustomers {
        integration_id: None,
        integration_ids: body.integration_ids,
        ids: body.profile_ids,
        attributes: body.attributes.into_iter().collect(),
        window: asked.window(&["id", "created"])?,
    };
    let listed = shop.workspace().ask(question).await?;
    Ok(Page { has_more: listed.more, data: listed.rows.into_iter().map(Customer::from).collect() })
}
