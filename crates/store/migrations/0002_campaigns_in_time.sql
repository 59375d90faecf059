-- Campaigns get the vendor's three states, a start and an end (-1 where there is none), and a place in an evaluation group.
ALTER TABLE campaign ADD COLUMN state TEXT NOT NULL DEFAULT 'enabled'
    CHECK (state IN ('enabled', 'disabled', 'archived'));
UPDATE campaign SET state = 'disabled' WHERE enabled = 0;
ALTER TABLE campaign DROP COLUMN enabled;
ALTER TABLE campaign ADD COLUMN start_time INTEGER NOT NULL DEFAULT -1;
ALTER TABLE campaign ADD COLUMN end_time INTEGER NOT NULL DEFAULT -1;

-- The base group has the number 0 and no row. A group inside it has the parent 0.
ALTER TABLE campaign ADD COLUMN evaluation_group INTEGER NOT NULL DEFAULT 0;

CREATE TABLE evaluation_group (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    position INTEGER NOT NULL,
    parent   INTEGER NOT NULL,
    name     TEXT    NOT NULL UNIQUE,
    mode     TEXT    NOT NULL CHECK (mode IN ('stackable', 'listOrder', 'highestDiscount', 'lowestDiscount'))
) STRICT;
