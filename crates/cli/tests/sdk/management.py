"""A shop's back office on the vendor's official Python SDK: every answer must be one the SDK accepts."""

import json
import sys
from datetime import datetime, timezone

import talon_one
from talon_one.exceptions import ApiException, BadRequestException, NotFoundException, UnauthorizedException
from talon_one.models import (
    CartItem,
    CouponReservations,
    CustomerProfileSearchQuery,
    IntegrationEventV2Request,
    IntegrationRequest,
    NewAttribute,
    NewCoupons,
    NewCustomerSessionV2,
    UpdateCampaign,
    UpdateCoupon,
)

ADDRESS, KEY, MANAGEMENT_KEY = sys.argv[1:4]
APPLICATION = 1


def client(scheme, key):
    made = talon_one.ApiClient(talon_one.Configuration(host=ADDRESS))
    made.default_headers["Authorization"] = f"{scheme} {key}"
    return made


shop = talon_one.IntegrationApi(client("ApiKey-v1", KEY))
office = talon_one.ManagementApi(client("ManagementKey-v1", MANAGEMENT_KEY))

assert office.get_applications().data[0] == office.get_application(APPLICATION)


def attribute(**changes):
    fields = dict(entity="Event", eventType="newsletter", name="place", title="Place", type="string")
    return NewAttribute(**{**fields, "description": "", "suggestions": [], "editable": True, **changes})


made = office.create_attribute(attribute())
changed = office.update_attribute(made.id, attribute(title="The place", suggestions=["footer"]))
assert (changed.id, changed.title, changed.suggestions) == (made.id, "The place", ["footer"])
assert made.id in [one.id for one in office.get_attributes(entity="Event").data]
assert office.get_attribute(made.id) == changed
assert "newsletter" in [one.name for one in office.get_event_types().data]

campaign = office.get_campaigns(APPLICATION).data[0]
assert office.get_campaign(APPLICATION, campaign.id).name == campaign.name
body = UpdateCampaign(name="Renamed", tags=[], features=[], limits=campaign.limits, state="enabled")
assert office.update_campaign(APPLICATION, campaign.id, body).name == "Renamed"
rules = office.get_rulesets(APPLICATION, campaign.id).data[0]
assert rules.rules and office.get_ruleset(APPLICATION, campaign.id, rules.id) == rules

wanted = NewCoupons(numberOfCoupons=3, usageLimit=1, uniquePrefix="PY-")
codes = office.create_coupons(APPLICATION, campaign.id, wanted).data
assert len(codes) == 3 and all(code.value.startswith("PY-") for code in codes)
page = office.get_coupons_without_total_count(APPLICATION, campaign.id, page_size=2, value="PY-")
assert page.has_more and [code.id for code in page.data] == [code.id for code in codes[:2]]
found = office.search_coupons_advanced_without_total_count(APPLICATION, campaign.id, {}, value=codes[2].value)
assert [code.id for code in found.data] == [codes[2].id]
office.search_coupons_advanced_application_wide_without_total_count(APPLICATION, {})
last = codes[2]
changed = office.update_coupon(APPLICATION, campaign.id, str(last.id), UpdateCoupon(usageLimit=7))
assert (changed.usage_limit, changed.value) == (7, last.value)
guests = CouponReservations(integrationIDs=["office-guest"])
assert shop.create_coupon_reservation(last.value, guests).reservation_counter == 1
shop.delete_coupon_reservation(last.value, guests)
office.delete_coupon(APPLICATION, campaign.id, str(last.id))

session = NewCustomerSessionV2(
    profile_id="office-guest", coupon_codes=[codes[0].value], cart_items=[CartItem(sku="tee", quantity=1, price=20)]
)
shop.update_customer_session_v2("office-cart", IntegrationRequest(customer_session=session))
event = IntegrationEventV2Request(profile_id="office-guest", type="newsletter", attributes={"place": "footer"})
shop.track_event_v2(event)

events = office.get_application_events_without_total_count(APPLICATION, profile="office-guest").data
assert [one.type for one in events] == ["talon_session_created", "newsletter"], events
assert events[1].attributes == {"place": "footer"} and events[0].effects
by_code = office.get_application_events_without_total_count(APPLICATION, coupon_code=codes[0].value).data
assert events[0].id in [one.id for one in by_code]
assert "newsletter" in office.get_application_event_types(APPLICATION).data
listed = office.get_application_sessions(APPLICATION, integration_id="office-cart").data[0]
alone = office.get_application_session(APPLICATION, listed.id)
assert (alone.total, alone.coupon, alone.profileintegrationid) == (20, codes[0].value, "office-guest")
customer = office.get_application_customers(APPLICATION, integration_id="office-guest").data[0]
assert office.get_application_customer(APPLICATION, customer.id) == customer
assert office.get_application_customers(APPLICATION, with_total_result_size=True).total_result_size > 0
query = CustomerProfileSearchQuery(integrationIDs=["office-guest"])
assert office.get_application_customers_by_attributes(APPLICATION, query).data == [customer]
assert office.get_customers_by_attributes(query).data[0].id == customer.id
assert office.get_customer_profile(customer.id).integration_id == "office-guest"
assert customer.id in [one.id for one in office.get_customer_profiles().data]

span = datetime(1970, 1, 1, tzinfo=timezone.utc), datetime(2200, 1, 1, tzinfo=timezone.utc)
log = office.get_access_logs_without_total_count(APPLICATION, *span, path="office-.art$", method="put").data
assert log and all(entry.method == "PUT" and "office-cart" in entry.request_uri for entry in log)
assert office.export_effects(APPLICATION).startswith("created,name,applicationid,")
assert "office-cart" in office.export_customer_sessions(APPLICATION)
assert codes[0].value in office.export_coupons(APPLICATION)


def refused(kind, call):
    try:
        call()
    except kind as refusal:
        return refusal
    except ApiException as other:
        raise AssertionError(other)
    raise AssertionError("it was not refused")


refused(UnauthorizedException, talon_one.ManagementApi(client("ManagementKey-v1", "wrong")).get_applications)
refused(NotFoundException, lambda: office.get_campaign(APPLICATION, 9_999))
taken = refused(BadRequestException, lambda: office.create_attribute(attribute()))
assert json.loads(taken.body)["errors"][0]["source"]["pointer"] == "/name", taken.body

print("every answer was accepted")
