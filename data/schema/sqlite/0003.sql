-- Belronde schema 3: letters that leave.

-- Between the moment a courier takes a document and the moment its program said how that went, nobody knows whether it
-- left: it is never given to a program a second time unless a person says so.
ALTER TABLE outbox ADD COLUMN handed_utc INTEGER;                       -- NULL: no courier has it
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;         -- how often a program refused it
ALTER TABLE outbox ADD COLUMN again_utc INTEGER;                        -- not tried before then; NULL: nothing went wrong
ALTER TABLE outbox ADD COLUMN trouble TEXT NOT NULL DEFAULT '';         -- what the program said last; '' nothing
ALTER TABLE outbox ADD COLUMN personal TEXT NOT NULL DEFAULT '';        -- the personal line; '' none
ALTER TABLE outbox ADD COLUMN wordings TEXT;                            -- marks of the wordings its paragraphs have; NULL: not made yet
ALTER TABLE outbox ADD COLUMN recalled_event INTEGER REFERENCES event(id); -- which word recalled it; NULL: none, or a person did
CREATE INDEX outbox_recalled ON outbox(recalled_event) WHERE recalled_event IS NOT NULL;

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

-- Payment plans carried to their end: what belongs to an agreement besides its parts, and what was decided about it.
-- The state of a plan (asked, running, late, kept …) follows from these rows and from the receipts.
CREATE TABLE plan_terms (
    plan_id   INTEGER PRIMARY KEY REFERENCES plan(id),
    interest  INTEGER NOT NULL DEFAULT 0 CHECK (interest >= 0),  -- of plan.total, up to the day of the agreement
    costs     INTEGER NOT NULL DEFAULT 0 CHECK (costs >= 0),     -- of plan.total, fixed sums among them
    falls_due INTEGER NOT NULL CHECK (falls_due = 0 OR falls_due = 1), -- agreed: with a part missed the rest is due
    asks      INTEGER NOT NULL CHECK (asks = 0 OR asks = 1)      -- a supervisor must say yes before it holds
) STRICT;

CREATE TABLE plan_answer (                               -- void when its event was undone; the newest one counts
    plan_id  INTEGER NOT NULL REFERENCES plan(id),
    event_id INTEGER NOT NULL REFERENCES event(id),
    how      TEXT NOT NULL CHECK (how = 'approved' OR how = 'refused' OR how = 'cancelled' OR how = 'called_in'),
    PRIMARY KEY (plan_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_event ON plan(event_id);
CREATE INDEX plan_customer ON plan(customer_id);
CREATE INDEX plan_answer_event ON plan_answer(event_id);

ALTER TABLE touchpoint ADD COLUMN plan_id INTEGER REFERENCES plan(id); -- whose approval it asks for; NULL: of none
-- A plan was cancelled as agreed: its invoices are due from that day.  NULL: never, or not any more.  check rebuilds it.
ALTER TABLE item ADD COLUMN called_in INTEGER;

CREATE TRIGGER plan_terms_update BEFORE UPDATE ON plan_terms BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;
CREATE TRIGGER plan_terms_delete BEFORE DELETE ON plan_terms BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;
CREATE TRIGGER plan_answer_update BEFORE UPDATE ON plan_answer BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;
CREATE TRIGGER plan_answer_delete BEFORE DELETE ON plan_answer BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;

-- Disputes carried to their end: the owner agreed, and a credit note is to come; until then the part stays held.
CREATE TABLE dispute_accepted (                          -- void when its event was undone
    dispute_id INTEGER NOT NULL REFERENCES dispute(id),
    event_id   INTEGER NOT NULL REFERENCES event(id),
    expected   INTEGER NOT NULL,                         -- the day by which the credit note ought to be there
    PRIMARY KEY (dispute_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER dispute_accepted_update BEFORE UPDATE ON dispute_accepted BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;
CREATE TRIGGER dispute_accepted_delete BEFORE DELETE ON dispute_accepted BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;

-- Decisions about a customer: supply stop, payment in advance, credit limit, a last day to pay, the file in other hands.
-- What holds on a day is the newest decision of its kind whose day has come and whose event stands; where there is none,
-- or it was ended, the customer list has the word (customer.stop_supply, prepay, credit_limit).
CREATE TABLE hold (
    id          INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL REFERENCES event(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    kind        TEXT NOT NULL CHECK (kind = 'supply_stop' OR kind = 'prepay' OR kind = 'credit_limit'
                OR kind = 'deadline' OR kind = 'handover'),
    holds       INTEGER NOT NULL CHECK (holds BETWEEN 0 AND 1), -- 0: ended
    from_day    INTEGER NOT NULL,                        -- it may lie ahead; of a deadline the last day to pay
    amount      INTEGER CHECK (amount >= 0),             -- the credit limit; NULL: of the other kinds
    reason      TEXT NOT NULL DEFAULT '',                -- slug; deadline: the outcome that was announced; handover: to whom
    detail      TEXT NOT NULL DEFAULT ''                 -- handover: name or file number there
) STRICT;
CREATE INDEX hold_customer ON hold(customer_id, kind, id);
CREATE TRIGGER hold_update BEFORE UPDATE ON hold BEGIN SELECT RAISE(ABORT, 'decisions are facts'); END;
CREATE TRIGGER hold_delete BEFORE DELETE ON hold BEGIN SELECT RAISE(ABORT, 'decisions are facts'); END;
