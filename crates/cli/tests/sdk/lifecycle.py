"""A shop's program on the vendor's official Python SDK: every answer must be one the SDK accepts, with typed effects."""

import sys
import json
import urllib.request

import talon_one
from talon_one.exceptions import BadRequestException, UnauthorizedException
from talon_one.models import (
    CartItem,
    CustomerProfileIntegrationRequestV2,
    IntegrationEventV2Request,
    IntegrationRequest,
    MultipleCustomerProfileIntegrationRequest,
    MultipleCustomerProfileIntegrationRequestItem,
    NewCustomerSessionV2,
    NewReturn,
    ReturnIntegrationRequest,
    ReturnedCartItem,
)

ADDRESS, KEY = sys.argv[1:3]
EVERYTHING = [
    "customerSession", "customerProfile", "coupons", "triggeredCampaigns", "loyalty", "event",
    "awardedGiveaways", "ruleFailureReasons",
]
OF_A_RETURN = ["customerSession", "customerProfile", "coupons", "triggeredCampaigns", "loyalty", "event"]


def api(key):
    configuration = talon_one.Configuration(
        host=ADDRESS, api_key={"api_key_v1": key}, api_key_prefix={"api_key_v1": "ApiKey-v1"}
    )
    return talon_one.IntegrationApi(talon_one.ApiClient(configuration))


shop = api(KEY)


def update(state=None, **fields):
    session = NewCustomerSessionV2(**({"state": state} if state else {}), **fields)
    body = IntegrationRequest(customer_session=session, response_content=EVERYTHING)
    return shop.update_customer_session_v2("sdk-cart", body)


def event(state, name):
    assert state.event.type == name, state.event
    return state


profile = CustomerProfileIntegrationRequestV2(
    attributes={"tier": "gold"}, response_content=["customerProfile", "event", "loyalty"]
)
saved = shop.update_customer_profile_v2("sue", profile, run_rule_engine=True)
assert saved.customer_profile.attributes["tier"] == "gold" and saved.event.type == "talon_profile_created"

cart = [CartItem(sku="tee", quantity=3, price=20.0), CartItem(sku="cap", quantity=1, price=9.5)]
created = event(update(profile_id="sue", cart_items=cart), "talon_session_created")
assert created.customer_session.total == 69.5 and created.customer_session.first_session
assert created.customer_profile.integration_id == "sue"
updated = event(update(coupon_codes=["NOT-THERE"]), "talon_session_updated")
assert any(effect.effect_type == "rejectCoupon" for effect in updated.effects), updated.effects

tracked = shop.track_event_v2(
    IntegrationEventV2Request(
        profile_id="sue", type="pageview", attributes={"url": "/sale/tee"},
        response_content=["customerProfile", "event", "triggeredCampaigns", "ruleFailureReasons"],
    ),
    silent="no",
)
greeting = [effect for effect in tracked.effects if effect.effect_type == "showNotification"]
assert greeting and greeting[0].props["title"], tracked.effects
assert tracked.triggered_campaigns[0].name == "Sale", tracked.triggered_campaigns
shop.track_event_v2(IntegrationEventV2Request(profile_id="sue", type="pageview", attributes={}), silent="yes")

closed = event(update("closed"), "talon_session_closed")
assert closed.customer_session.state == "closed"
discount = [effect for effect in closed.effects if effect.effect_type.startswith("setDiscount")]
assert discount and isinstance(discount[0].props["value"], (int, float)), closed.effects
try:
    update("closed")
    raise SystemExit("a closed session was closed again")
except BadRequestException as refusal:
    assert "Cannot move session" in json.loads(refusal.body)["message"], refusal.body
assert shop.reopen_customer_session("sdk-cart").effects is not None
event(update("closed"), "talon_session_closed")

back = ReturnIntegrationRequest(
    var_return=NewReturn(returned_cart_items=[ReturnedCartItem(position=0, quantity=1)]), response_content=OF_A_RETURN
)
rehearsed = shop.return_cart_items("sdk-cart", back, dry=True)
assert rehearsed.event.id == 0
returned = event(shop.return_cart_items("sdk-cart", back), "talon_session_partially_returned")
assert returned.var_return.returned_cart_items[0].quantity == 1
assert returned.customer_session.cart_items[0].remaining_quantity == 2
stands = shop.get_customer_session("sdk-cart")
assert stands.customer_session.state == "partially_returned" and stands.effects is not None
cancelled = event(update("cancelled"), "talon_session_revoked")
assert any(effect.effect_type.startswith("rollback") for effect in cancelled.effects), cancelled.effects

assert shop.update_customer_profile_v2("ben", profile).event is None
many = [MultipleCustomerProfileIntegrationRequestItem(integration_id=name, attributes={}) for name in ("sue", "eve")]
states = shop.update_customer_profiles_v2(
    MultipleCustomerProfileIntegrationRequest(customer_profiles=many), silent="no"
).integration_states
assert [state.customer_profile.integration_id for state in states] == ["sue", "eve"]

try:
    api("wrong").get_customer_session("sdk-cart")
    raise SystemExit("a wrong key was let in")
except UnauthorizedException as refusal:
    assert json.loads(refusal.body)["StatusCode"] == 401
try:
    shop.track_event_v2(IntegrationEventV2Request(profile_id="sue", type="pageview", attributes={"colour": 1}))
    raise SystemExit("an unknown attribute was taken")
except BadRequestException as refusal:
    assert json.loads(refusal.body)["errors"][0]["source"]["pointer"] == "/attributes/colour", refusal.body
print("every answer was accepted")
