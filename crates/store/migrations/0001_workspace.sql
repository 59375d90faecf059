-- A text column says "none" with '', since every identity and name has at least one character.
-- Times are microseconds since 1970 in UTC, amounts are decimal text.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute (
    id          INTEGER NOT NULL PRIMARY KEY,
    entity      TEXT    NOT NULL,
    event_type  TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    suggestions TEXT    NOT NULL,
    restricted  INTEGER NOT NULL CHECK (restricted IN (0, 1)),
    hidden      INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    created     INTEGER NOT NULL,
    UNIQUE (entity, event_type, name)
) STRICT;

CREATE TABLE campaign (
    id          INTEGER NOT NULL PRIMARY KEY,
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    enabled     INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    ruleset     TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    created     INTEGER NOT NULL,
    updated     INTEGER NOT NULL
) STRICT;

-- Every saved revision of a campaign's rules.
CREATE TABLE ruleset (
    campaign INTEGER NOT NULL REFERENCES campaign (id),
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (campaign, revision)
) STRICT, WITHOUT ROWID;

-- `touched` grows with every write to the table: "most recent first" does not depend on the clock.
CREATE TABLE profile (
    id      TEXT    NOT NULL PRIMARY KEY,
    touched INTEGER NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    body    TEXT    NOT NULL
) STRICT;

CREATE TABLE session (
    id       TEXT    NOT NULL PRIMARY KEY,
    touched  INTEGER NOT NULL UNIQUE,
    profile  TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    created  INTEGER NOT NULL,
    updated  INTEGER NOT NULL,
    total    TEXT    NOT NULL,
    discount TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    body     TEXT    NOT NULL
) STRICT;
CREATE INDEX session_by_profile ON session (profile, touched);
CREATE INDEX session_by_state ON session (state, touched);

-- The log. Narrow on purpose: what is long about an event is in payload, effect and trace.
CREATE TABLE journal (
    seq             INTEGER NOT NULL PRIMARY KEY,
    at              INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    session         TEXT    NOT NULL,
    profile         TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    total           TEXT    NOT NULL,
    discount        TEXT    NOT NULL,
    effect_count    INTEGER NOT NULL,
    rejection_count INTEGER NOT NULL,
    source          TEXT    NOT NULL,
    op              TEXT    NOT NULL,
    version         INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_by_at ON journal (at);
CREATE INDEX journal_by_kind ON journal (kind, seq);
CREATE INDEX journal_by_session ON journal (session, seq);
CREATE INDEX journal_by_profile ON journal (profile, seq);
CREATE INDEX journal_by_state ON journal (state, seq);
CREATE INDEX journal_by_source ON journal (source, seq);

CREATE TABLE payload (
    seq        INTEGER NOT NULL PRIMARY KEY REFERENCES journal (seq),
    attributes TEXT    NOT NULL,
    request    TEXT    NOT NULL,
    session    TEXT    NOT NULL,
    profile    TEXT    NOT NULL
) STRICT;

-- position, sub_position and condition_index are -1 where an effect has none.
CREATE TABLE effect (
    seq             INTEGER NOT NULL REFERENCES journal (seq),
    place           INTEGER NOT NULL,
    campaign        INTEGER NOT NULL,
    rule_index      INTEGER NOT NULL,
    rule_name       TEXT    NOT NULL,
    effect_type     TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    value           TEXT    NOT NULL,
    position        INTEGER NOT NULL,
    sub_position    INTEGER NOT NULL,
    condition_index INTEGER NOT NULL,
    props           TEXT    NOT NULL,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace (
    seq  INTEGER NOT NULL PRIMARY KEY REFERENCES journal (seq),
    body TEXT    NOT NULL
) STRICT;

-- Which events a campaign, an effect type or an attribute value is in: one row each, so that a page can walk them by seq.
CREATE TABLE event_campaign (
    campaign INTEGER NOT NULL,
    seq      INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (campaign, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_effect_type (
    effect_type TEXT    NOT NULL,
    seq         INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (effect_type, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_attribute (
    name  TEXT    NOT NULL,
    value TEXT    NOT NULL,
    seq   INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (name, value, seq)
) STRICT, WITHOUT ROWID;

-- How often and when an event type (name '') or one of its attributes was last seen.
CREATE TABLE usage (
    kind    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    count   INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Nothing that was logged is ever changed or erased.
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER payload_keeps_words BEFORE UPDATE ON payload
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER payload_keeps_rows BEFORE DELETE ON payload
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER effect_keeps_words BEFORE UPDATE ON effect
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER effect_keeps_rows BEFORE DELETE ON effect
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER trace_keeps_words BEFORE UPDATE ON trace
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER trace_keeps_rows BEFORE DELETE ON trace
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_campaign_keeps_words BEFORE UPDATE ON event_campaign
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_campaign_keeps_rows BEFORE DELETE ON event_campaign
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_effect_type_keeps_words BEFORE UPDATE ON event_effect_type
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_effect_type_keeps_rows BEFORE DELETE ON event_effect_type
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_attribute_keeps_words BEFORE UPDATE ON event_attribute
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_attribute_keeps_rows BEFORE DELETE ON event_attribute
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER ruleset_keeps_words BEFORE UPDATE ON ruleset
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER ruleset_keeps_rows BEFORE DELETE ON ruleset
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
