-- Everything an event says, word by word. Only the words are kept here: the events themselves are in the log.
CREATE VIRTUAL TABLE event_text USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- What is looked through: what the journal says, the request as it was received, and what its effects say. An effect
-- with an amount says no more than its names.
CREATE VIEW event_words (seq, body) AS
SELECT
    journal.seq,
    journal.kind || ' ' || journal.session || ' ' || journal.profile || ' ' || journal.state || ' '
    || journal.source || ' ' || payload.request || ' ' || coalesce(
        (
            SELECT group_concat(said, ' ') FROM (
                SELECT DISTINCT
                    effect.effect_type || ' ' || effect.rule_name || ' ' || effect.name || ' '
                    || CASE effect.value WHEN '' THEN effect.props ELSE '' END AS said
                FROM effect WHERE effect.seq = journal.seq
            )
        ), ''
    )
FROM journal JOIN payload ON payload.seq = journal.seq;

INSERT INTO event_text (rowid, body) SELECT seq, body FROM event_words;

-- Which events rejected a code, and why: one row for each reason.
CREATE TABLE event_rejection (
    reason TEXT    NOT NULL,
    seq    INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (reason, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO event_rejection (reason, seq)
SELECT DISTINCT json_extract(props, '$.reject_coupon.reason'), seq FROM effect WHERE effect_type = 'rejectCoupon';

CREATE TRIGGER event_rejection_keeps_words BEFORE UPDATE ON event_rejection
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER event_rejection_keeps_rows BEFORE DELETE ON event_rejection
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
