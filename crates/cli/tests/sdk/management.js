// A shop's back office on the vendor's official JavaScript SDK: every answer must be one the SDK accepts.
const { strict: assert } = require("node:assert");
const talon = require("talon_one");

const [address, key, managementKey] = process.argv.slice(2);
const application = 1;

function client(authorization) {
  const made = new talon.ApiClient();
  made.basePath = address;
  made.defaultHeaders = { Authorization: authorization, "User-Agent": "back-office/1.0" };
  return made;
}

const shop = new talon.IntegrationApi(client(`ApiKey-v1 ${key}`));
const office = new talon.ManagementApi(client(`ManagementKey-v1 ${managementKey}`));

async function story() {
  assert.equal((await office.getApplications()).data[0].id, application);
  const attribute = {
    entity: "Event", eventType: "js newsletter", name: "jsPlace", title: "JS place", type: "string",
    description: "", suggestions: [], editable: true,
  };
  const made = await office.createAttribute(attribute);
  assert.equal((await office.getAttribute(made.id)).eventType, "js newsletter");

  const plain = { name: "From JavaScript", state: "enabled", tags: [], features: ["coupons"], limits: [] };
  const campaign = await office.createCampaign(application, plain);
  assert.ok(campaign.created instanceof Date && campaign.state === "enabled");
  const hello = { id: "a", type: "showNotification", notificationType: "info", title: "Hello", body: "" };
  const rules = { rules: [], bindings: [], activate: true };
  rules.promotionRules = [{ title: "Everybody", blocks: [hello] }];
  const saved = await office.createRuleset(application, campaign.id, rules);
  assert.equal(saved.rules[0].title, "Everybody");
  const active = { ...plain, activeRulesetId: saved.id, name: "From JS" };
  assert.equal((await office.updateCampaign(application, campaign.id, active)).name, "From JS");
  const wanted = { numberOfCoupons: 2, usageLimit: 1, couponPattern: "JS-####" };
  const codes = (await office.createCoupons(application, campaign.id, wanted, {})).data;
  const page = await office.getCouponsWithoutTotalCount(application, campaign.id, { pageSize: 1 });
  assert.ok(page.hasMore && page.data[0].value === codes[0].value);

  const cart = { profileId: "js-office", cartItems: [{ sku: "tee", quantity: 1, price: 20 }] };
  const state = await shop.updateCustomerSessionV2("js-office-cart", { customerSession: cart }, {});
  assert.ok(state.effects.some((effect) => effect.effectType === "showNotification"));
  const filter = { session: "js-office-cart", sort: "-created" };
  const events = await office.getApplicationEventsWithoutTotalCount(application, filter);
  assert.equal(events.data[0].type, "talon_session_created");
  assert.ok(events.data[0].effects.length > 0 && events.data[0].created instanceof Date);
  const sessions = await office.getApplicationSessions(application, { profile: "js-office" });
  assert.equal(sessions.data[0].total, 20);
  const customers = await office.getApplicationCustomers(application, { integrationId: "js-office" });
  assert.equal(customers.data[0].integrationId, "js-office");
  const [from, until] = [new Date("1970-01-01T00:00:00Z"), new Date("2200-01-01T00:00:00Z")];
  const log = await office.getAccessLogsWithoutTotalCount(application, from, until, { method: "post" });
  assert.ok(log.data.some((entry) => entry.requestUri === "/v1/attributes" && entry.status === 201));
  assert.ok(String(await office.exportEffects(application, {})).includes("js-office-cart"));
  assert.ok(String(await office.exportCustomerSessions(application, {})).includes("js-office-cart"));
  await assert.rejects(() => office.createAttribute(attribute), (refusal) => refusal.status === 400);
}

story().then(
  () => console.log("every answer was accepted"),
  (why) => {
    console.error(why);
    process.exitCode = 1;
  },
);
