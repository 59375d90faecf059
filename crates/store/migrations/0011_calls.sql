-- What came in over HTTP, refused calls too. `upto` is the bytes of all bodies ever kept, this call's included, so that
-- the oldest calls can be let go by weight as well as by number. `event` is 0 where a call made none. Unlike the journal
-- this is no memory of what happened to the shop: the oldest calls make room for new ones.
CREATE TABLE call (
    id            INTEGER NOT NULL PRIMARY KEY,
    uuid          TEXT    NOT NULL UNIQUE,
    at            INTEGER NOT NULL,
    method        TEXT    NOT NULL,
    path          TEXT    NOT NULL,
    query         TEXT    NOT NULL,
    status        INTEGER NOT NULL,
    duration      INTEGER NOT NULL,
    user_agent    TEXT    NOT NULL,
    scheme        TEXT    NOT NULL,
    fault         TEXT    NOT NULL,
    event         INTEGER NOT NULL,
    request       TEXT    NOT NULL,
    request_size  INTEGER NOT NULL,
    response      TEXT    NOT NULL,
    response_size INTEGER NOT NULL,
    upto          INTEGER NOT NULL
) STRICT;
CREATE INDEX call_by_event ON call (event) WHERE event > 0;
