-- What campaigns may give at most. `period` is 'overall' for a budget that never starts afresh, `entities` is names
-- joined by '+', '' for the whole campaign.
CREATE TABLE budget (
    campaign INTEGER NOT NULL REFERENCES campaign (id),
    place    INTEGER NOT NULL,
    action   TEXT    NOT NULL,
    period   TEXT    NOT NULL,
    entities TEXT    NOT NULL,
    most     TEXT    NOT NULL,
    PRIMARY KEY (campaign, place),
    UNIQUE (campaign, action, period, entities)
) STRICT, WITHOUT ROWID;

-- How much is used up, for each budget, entity and period; `since` is the period's first day, '' when there is none.
-- `bound` is the limit that held when something was last taken, since a limit may be lowered afterwards. Amounts here
-- and in `spent` are written with 13 digits before and 12 behind the point, so that texts compare as numbers, exactly.
CREATE TABLE counter (
    campaign INTEGER NOT NULL REFERENCES campaign (id),
    budget   TEXT    NOT NULL,
    entity   TEXT    NOT NULL,
    since    TEXT    NOT NULL,
    used     TEXT    NOT NULL CHECK (used GLOB '[0-9]*'),
    bound    TEXT    NOT NULL CHECK (used <= bound AND length (used) = length (bound)),
    PRIMARY KEY (campaign, budget, entity, since)
) STRICT, WITHOUT ROWID;

-- What each closed session took from each counter and has not given back.
CREATE TABLE spent (
    session  TEXT    NOT NULL REFERENCES session (id),
    campaign INTEGER NOT NULL,
    budget   TEXT    NOT NULL,
    entity   TEXT    NOT NULL,
    since    TEXT    NOT NULL,
    action   TEXT    NOT NULL,
    amount   TEXT    NOT NULL CHECK (amount > '0000000000000.000000000000'),
    PRIMARY KEY (session, campaign, budget, entity, since),
    FOREIGN KEY (campaign, budget, entity, since) REFERENCES counter (campaign, budget, entity, since)
) STRICT, WITHOUT ROWID;
