// A shop's program on the vendor's official JavaScript SDK: every answer must be one the SDK accepts.
const { strict: assert } = require("node:assert");
const talon = require("talon_one");

const [address, key] = process.argv.slice(2);

function api(shown) {
  const client = new talon.ApiClient();
  client.basePath = address;
  Object.assign(client.authentications.api_key_v1, { apiKey: shown, apiKeyPrefix: "ApiKey-v1" });
  return new talon.IntegrationApi(client);
}

const shop = api(key);
const responseContent = ["customerSession", "customerProfile", "event", "coupons", "triggeredCampaigns"];

async function update(customerSession) {
  const body = { customerSession, responseContent };
  return shop.updateCustomerSessionV2("js-cart", body);
}

async function story() {
  const saved = await shop.updateCustomerProfileV2("joe", { attributes: { tier: "gold" }, responseContent }, {});
  assert.equal(saved.customerProfile.attributes.tier, "gold");
  const cartItems = [{ sku: "tee", quantity: 3, price: 20 }];
  const created = await update({ profileId: "joe", cartItems });
  assert.equal(created.customerSession.total, 60);
  assert.ok(created.customerSession.created instanceof Date);
  assert.equal(created.event.type, "talon_session_created");
  const closed = await update({ state: "closed" });
  assert.equal(closed.customerSession.state, "closed");
  assert.equal(closed.customerProfile.closedSessions, 1);
  assert.ok(closed.effects.length > 0 && closed.effects.every((effect) => effect.props));
  await assert.rejects(update({ state: "open" }), (refusal) => {
    assert.equal(refusal.status, 400);
    return /Cannot move session/.test(refusal.response.body.message);
  });
  const cancelled = await update({ state: "cancelled" });
  assert.equal(cancelled.event.type, "talon_session_revoked");
  await assert.rejects(api("wrong").updateCustomerSessionV2("x", { customerSession: {} }), { status: 401 });
  console.log("every answer was accepted");
}

story().catch((why) => {
  console.error(why);
  process.exit(1);
});
