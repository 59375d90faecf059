-- How the rules of a saved revision read, sentence by sentence. Traces of events refer to it and hold only what was found.
CREATE TABLE wording (
    campaign INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (campaign, revision),
    FOREIGN KEY (campaign, revision) REFERENCES ruleset (campaign, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER wording_keeps_words BEFORE UPDATE ON wording
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER wording_keeps_rows BEFORE DELETE ON wording
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
