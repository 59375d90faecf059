-- Whether the campaign is evaluated again when items are returned.
ALTER TABLE campaign ADD COLUMN reevaluate_on_return INTEGER NOT NULL DEFAULT 0 CHECK (reevaluate_on_return IN (0, 1));
