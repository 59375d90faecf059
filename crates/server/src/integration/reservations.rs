//! *Create* and *delete coupon reservation*.

use app::coupon_key::CouponKey;
use app::listing::coupons::CouponRecord;
use app::operation::create_coupon_reservation::CreateCouponReservation;
use app::operation::delete_coupon_reservation::DeleteCouponReservation;
use app::request::coupon::CouponReservations;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::body::Body;
use super::id::Id;
use crate::shop::Shop;
use crate::source::source;
use crate::spoken::Refused;
use crate::wire::management::coupon::Coupon;

/// Reserves the code for customers and answers with it.
pub async fn create(
    State(shop): State<Shop>,
    Id(code): Id,
    headers: HeaderMap,
    Body(body): Body<CouponReservations>,
) -> Result<(StatusCode, Json<Coupon>), Refused> {
    let operation = CreateCouponReservation { code: CouponKey::Value(code), body };
    let reserved = shop.workspace().perform(operation, &source(&headers), false).await?;
    Ok((StatusCode::CREATED, Json(CouponRecord::from(&reserved).into())))
}

/// Takes the reservations of customers back.
pub async fn delete(
    State(shop): State<Shop>,
    Id(code): Id,
    headers: HeaderMap,
    Body(body): Body<CouponReservations>,
) -> Result<StatusCode, Refused> {
    let operation = DeleteCouponReservation { code: CouponKey::Value(code), body };
    shop.workspace().perform(operation, &source(&headers), false).await?;
    Ok(StatusCode::NO_CONTENT)
}
