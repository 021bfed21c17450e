-- Belronde schema 3: letters that leave.

-- Between the moment a courier takes a document and the moment its program said how that went, nobody knows whether it
-- left: it is never given to a program a second time unless a person says so.
ALTER TABLE outbox ADD COLUMN handed_utc INTEGER;                       -- NULL: no courier has it
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;         -- how often a program refused it
ALTER TABLE outbox ADD COLUMN again_utc INTEGER;                        -- not tried before then; NULL: nothing went wrong
ALTER TABLE outbox ADD COLUMN trouble TEXT NOT NULL DEFAULT '';         -- what the program said last; '' nothing
ALTER TABLE outbox ADD COLUMN personal TEXT NOT NULL DEFAULT '';        -- the personal line; '' none
ALTER TABLE outbox ADD COLUMN wording INTEGER;                          -- which of the template's wordings it has; NULL: not made yet

-- The bytes that leave, as they are.
CREATE TABLE outbox_copy (
    outbox_id INTEGER PRIMARY KEY REFERENCES outbox(id),
    name      TEXT NOT NULL,                             -- of the file: "2026-02-24 10449 reminder.eml"
    mime      TEXT NOT NULL,                             -- message/rfc822, application/pdf
    bytes     BLOB NOT NULL
) STRICT;
CREATE TRIGGER outbox_copy_update BEFORE UPDATE ON outbox_copy
    WHEN (SELECT state FROM outbox WHERE id = old.outbox_id) = 'sent'
    BEGIN SELECT RAISE(ABORT, 'what has left is a fact'); END;
CREATE TRIGGER outbox_copy_delete BEFORE DELETE ON outbox_copy
    WHEN (SELECT state FROM outbox WHERE id = old.outbox_id) = 'sent'
    BEGIN SELECT RAISE(ABORT, 'what has left is a fact'); END;

-- Who signs a letter, as customers know him; kept from his settings, so that whoever's desk sends it signs alike.
ALTER TABLE agent ADD COLUMN phone TEXT NOT NULL DEFAULT '';            -- his direct line; '' that of the house
ALTER TABLE agent ADD COLUMN email TEXT NOT NULL DEFAULT '';            -- '' that of the house
