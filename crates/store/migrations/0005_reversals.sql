-- Which grant a rollback takes back. Rollbacks of older files have no row here and are matched by what they say.
CREATE TABLE reversal (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    of_seq   INTEGER NOT NULL,
    of_place INTEGER NOT NULL,
    PRIMARY KEY (seq, place),
    FOREIGN KEY (seq, place) REFERENCES effect (seq, place),
    FOREIGN KEY (of_seq, of_place) REFERENCES effect (seq, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reversal_keeps_words BEFORE UPDATE ON reversal
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
CREATE TRIGGER reversal_keeps_rows BEFORE DELETE ON reversal
BEGIN SELECT RAISE (ABORT, 'append-only'); END;
