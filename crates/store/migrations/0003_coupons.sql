-- Coupon codes. A code without a start begins at the smallest time there is, one without an expiry ends at the largest.
CREATE TABLE coupon (
    id             INTEGER NOT NULL PRIMARY KEY,
    campaign       INTEGER NOT NULL REFERENCES campaign (id),
    value          TEXT    NOT NULL UNIQUE,
    usage_limit    INTEGER NOT NULL,
    profile_limit  INTEGER NOT NULL,
    discount_limit TEXT    NOT NULL,
    recipient      TEXT    NOT NULL,
    starts         INTEGER NOT NULL,
    expires        INTEGER NOT NULL,
    must_reserve   INTEGER NOT NULL CHECK (must_reserve IN (0, 1)),
    used           INTEGER NOT NULL,
    discounted     TEXT    NOT NULL,
    reserved       INTEGER NOT NULL,
    created        INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    attributes     TEXT    NOT NULL
) STRICT;
-- The code is in the index too, so that a search by a part of it does not have to fetch every row.
CREATE INDEX coupon_by_campaign ON coupon (campaign, id, value);
CREATE INDEX coupon_used ON coupon (campaign, id) WHERE used > 0;
CREATE INDEX coupon_reserved ON coupon (campaign, id) WHERE reserved > 0;

-- The code a rule was evaluated for; 0 for rules without one.
ALTER TABLE effect ADD COLUMN coupon INTEGER NOT NULL DEFAULT 0;

-- How often each customer used a code, and whether it is reserved for them.
CREATE TABLE coupon_customer (
    coupon   INTEGER NOT NULL REFERENCES coupon (id),
    profile  TEXT    NOT NULL,
    used     INTEGER NOT NULL,
    reserved INTEGER NOT NULL CHECK (reserved IN (0, 1)),
    PRIMARY KEY (coupon, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX coupon_customer_by_profile ON coupon_customer (profile, coupon);
