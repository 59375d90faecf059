-- For how many customers a code can be reserved (0 for any number), and whether it counts as reserved for all of them.
ALTER TABLE coupon ADD COLUMN reservation_limit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coupon ADD COLUMN implicitly_reserved INTEGER NOT NULL DEFAULT 0 CHECK (implicitly_reserved IN (0, 1));

-- When codes begin and end to hold. Codes without dates, mostly the many, take no room in these.
CREATE INDEX coupon_by_start ON coupon (starts, campaign) WHERE starts > -9223372036854775808;
CREATE INDEX coupon_by_expiry ON coupon (expires, campaign) WHERE expires < 9223372036854775807;

-- Codes that were deleted. Effects of the log name codes by number: no number is ever given twice.
CREATE TABLE deleted_coupon (
    id       INTEGER NOT NULL PRIMARY KEY,
    campaign INTEGER NOT NULL,
    value    TEXT    NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
