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

-- What a campaign was, from the event with the number `since` on: so that an event can say why a campaign was not
-- evaluated without every event listing those that were not.
CREATE TABLE campaign_life (
    campaign   INTEGER NOT NULL REFERENCES campaign (id),
    since      INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    start_time INTEGER NOT NULL,
    end_time   INTEGER NOT NULL,
    PRIMARY KEY (campaign, since)
) STRICT, WITHOUT ROWID;

INSERT INTO campaign_life (campaign, since, name, state, start_time, end_time)
SELECT id, (SELECT coalesce(max(seq), 0) + 1 FROM journal), name, state, start_time, end_time FROM campaign;
