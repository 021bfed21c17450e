-- Belronde, schema 1 (SQLite).  Released files are never edited: a change is a new numbered file.
--
-- Days are day numbers (days since 1970-01-01), clock times are local minutes since midnight, money is
-- minor units beside an ISO currency, enumerations are slugs.  utc columns are seconds since the epoch.
-- What NULL means stands beside each column that may hold it.

-- Who works here ---------------------------------------------------------------------------------------

CREATE TABLE agent (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,                      -- short, as on every line of the history
    full_name TEXT NOT NULL DEFAULT '',
    role      TEXT NOT NULL DEFAULT 'agent' CHECK (role IN ('agent', 'supervisor', 'system')),
    active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- What came in -----------------------------------------------------------------------------------------

CREATE TABLE import (
    id        INTEGER PRIMARY KEY,
    file      TEXT NOT NULL,                             -- name without folder
    sha256    TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,                             -- registry slug: csv, camt.053 …
    profile   TEXT,                                      -- NULL: the format needs none
    full_list INTEGER NOT NULL DEFAULT 0 CHECK (full_list IN (0, 1)),
    day       INTEGER NOT NULL,
    minute    INTEGER NOT NULL,
    utc       INTEGER NOT NULL,
    agent_id  INTEGER NOT NULL REFERENCES agent(id),
    lines     INTEGER NOT NULL DEFAULT 0,                -- read
    booked    INTEGER NOT NULL DEFAULT 0,
    known     INTEGER NOT NULL DEFAULT 0,                -- already there, nothing changed
    listed    INTEGER NOT NULL DEFAULT 0,                -- could not be used: see import_problem
    complete  INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)) -- 0: was cut off; the same file goes on
) STRICT;

CREATE TABLE import_problem (
    import_id INTEGER NOT NULL REFERENCES import(id),
    position  INTEGER NOT NULL,
    line      INTEGER,                                   -- NULL: of the file as a whole
    reason    TEXT NOT NULL,
    raw       TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Customers --------------------------------------------------------------------------------------------

CREATE TABLE customer (
    id           INTEGER PRIMARY KEY,
    number       TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL DEFAULT 'unknown' CHECK (kind IN ('business', 'consumer', 'public', 'unknown')),
    language     TEXT NOT NULL DEFAULT 'nl',
    country      TEXT NOT NULL DEFAULT 'BE',
    currency     TEXT NOT NULL DEFAULT 'EUR',
    vat          TEXT NOT NULL DEFAULT '',               -- enterprise or VAT number, normal form
    street       TEXT NOT NULL DEFAULT '',
    postcode     TEXT NOT NULL DEFAULT '',
    city         TEXT NOT NULL DEFAULT '',
    credit_limit INTEGER CHECK (credit_limit >= 0),      -- NULL: none set
    terms_days   INTEGER NOT NULL DEFAULT 30 CHECK (terms_days >= 0),
    class        TEXT NOT NULL DEFAULT 'A' CHECK (class IN ('A', 'B', 'C')), -- from behaviour; check rebuilds it
    class_manual TEXT CHECK (class_manual IN ('A', 'B', 'C')), -- NULL: the class follows behaviour
    stop_supply  INTEGER NOT NULL DEFAULT 0 CHECK (stop_supply IN (0, 1)),
    prepay       INTEGER NOT NULL DEFAULT 0 CHECK (prepay IN (0, 1)),
    restricted   INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)), -- shown, not callable
    not_callable TEXT,                                   -- reason slug (insolvency, agency); NULL: callable
    quiet_until  INTEGER,                                -- NULL: no quiet days
    agent_id     INTEGER REFERENCES agent(id),           -- NULL: nobody's in particular
    since        INTEGER NOT NULL                        -- first day known here
) STRICT;
CREATE INDEX customer_vat ON customer(vat) WHERE vat <> '';

CREATE TABLE contact (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer(id),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL DEFAULT '',
    role         TEXT NOT NULL DEFAULT 'accounts'
                 CHECK (role IN ('accounts', 'management', 'owner', 'purchase', 'approver', 'desk', 'other')),
    language     TEXT,                                   -- NULL: the customer's
    email        TEXT NOT NULL DEFAULT '',
    reach_days   INTEGER NOT NULL DEFAULT 127,           -- bit 0 Monday … bit 6 Sunday
    reach_from   INTEGER,                                -- NULL: any hour
    reach_until  INTEGER,                                -- NULL: any hour
    absent_until INTEGER,                                -- day of return; NULL: not known to be away
    deputy       TEXT NOT NULL DEFAULT '',
    edited       INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)), -- 1: changed at the desk, no import overwrites it
    active       INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX contact_customer ON contact(customer_id, position);

CREATE TABLE phone (
    id          INTEGER PRIMARY KEY,
    contact_id  INTEGER NOT NULL REFERENCES contact(id),
    position    INTEGER NOT NULL,
    raw         TEXT NOT NULL,                           -- as it came, for dialling when e164 is unknown
    e164        TEXT NOT NULL DEFAULT '',                -- '' : could not be normalised
    wrong_since INTEGER                                  -- NULL: not known to be wrong
) STRICT;
CREATE INDEX phone_contact ON phone(contact_id, position);
CREATE INDEX phone_e164 ON phone(e164) WHERE e164 <> '';

CREATE TABLE customer_iban (
    iban        TEXT NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    source      TEXT NOT NULL CHECK (source IN ('learned', 'ledger', 'desk')),
    day         INTEGER NOT NULL,
    PRIMARY KEY (iban, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_iban_customer ON customer_iban(customer_id);

-- Folded text of everything a customer can be found by, one line per customer; follows every change.
CREATE TABLE search_text (
    customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
    name_key    TEXT NOT NULL DEFAULT '',                -- folded name without legal form, words in order of the alphabet
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX search_text_name ON search_text(name_key) WHERE name_key <> '';

-- Open items and money ---------------------------------------------------------------------------------

CREATE TABLE item (
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER NOT NULL REFERENCES customer(id),
    kind          TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'payment')),
    number        TEXT NOT NULL,
    number_key    TEXT NOT NULL GENERATED ALWAYS AS      -- as people type it: without blanks and punctuation
                  (lower(replace(replace(replace(replace(replace(number, ' ', ''), '-', ''), '/', ''), '.', ''), '_', ''))) STORED,
    term          INTEGER NOT NULL DEFAULT 1 CHECK (term > 0), -- an invoice payable in several terms is an item per term
    issued        INTEGER,                               -- NULL: the list did not say
    due           INTEGER NOT NULL,
    currency      TEXT NOT NULL,
    amount        INTEGER NOT NULL,                      -- signed: credit notes and payments are negative
    ledger_open   INTEGER NOT NULL,                      -- signed, as the newest list says
    open          INTEGER NOT NULL,                      -- ledger_open less what the bank brought and the list does not know yet
    reference     TEXT NOT NULL DEFAULT '',              -- structured, bare form; '' none
    own_reference TEXT NOT NULL DEFAULT '',              -- the customer's order number and the like
    description   TEXT NOT NULL DEFAULT '',
    state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'gone')),
    closed_day    INTEGER,                               -- NULL while open; else the day the money came or the list dropped it
    import_id     INTEGER REFERENCES import(id),         -- NULL: made at the desk
    CHECK ((state = 'open') = (closed_day IS NULL)),
    UNIQUE (customer_id, kind, number, term)
) STRICT;
CREATE INDEX item_open ON item(customer_id, due, open) WHERE state = 'open';
CREATE INDEX item_number_key ON item(number_key);
CREATE INDEX item_amount ON item(open) WHERE state = 'open';
CREATE INDEX item_reference ON item(reference) WHERE reference <> '';
CREATE INDEX item_closed ON item(customer_id, closed_day) WHERE state <> 'open';

-- What a newer open-items list moved on an item and no bank line known here explains: paid, credited or
-- written off in the bookkeeping.  A bank line that comes later takes its part (allocation_absorbed.ahead).
CREATE TABLE item_change (
    id          INTEGER PRIMARY KEY,
    item_id     INTEGER NOT NULL REFERENCES item(id),
    day         INTEGER NOT NULL,                        -- day of the import
    amount      INTEGER NOT NULL CHECK (amount <> 0),    -- positive lowers the item's open amount
    first       INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)), -- 1: was settled before the item was first seen here
    after_event INTEGER NOT NULL,                        -- newest event at that time; promises made later do not count it
    import_id   INTEGER REFERENCES import(id)            -- NULL: marked gone by a person
) STRICT;
CREATE INDEX item_change_item ON item_change(item_id);

CREATE TABLE statement (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import(id),
    account   TEXT NOT NULL,
    number    TEXT NOT NULL,                             -- the bank's identification
    currency  TEXT NOT NULL DEFAULT '',
    opening   INTEGER,                                   -- NULL: not stated
    closing   INTEGER,                                   -- NULL: not stated
    first_day INTEGER,                                   -- NULL: no line and no date stated
    last_day  INTEGER,                                   -- NULL: no line and no date stated
    balanced  INTEGER CHECK (balanced IN (0, 1))         -- NULL: a balance is missing, cannot be told
) STRICT;
CREATE INDEX statement_account ON statement(account, last_day);

-- One line of a bank statement; never changed.
CREATE TABLE payment (
    id            INTEGER PRIMARY KEY,
    statement_id  INTEGER NOT NULL REFERENCES statement(id),
    fingerprint   TEXT NOT NULL UNIQUE,                  -- account, day, amount, bank reference, sequence
    day           INTEGER NOT NULL,
    value_day     INTEGER NOT NULL,
    amount        INTEGER NOT NULL,                      -- signed: received is positive
    currency      TEXT NOT NULL,
    name          TEXT NOT NULL DEFAULT '',
    account       TEXT NOT NULL DEFAULT '',              -- the counterparty's
    reference     TEXT NOT NULL DEFAULT '',              -- structured, bare form
    text          TEXT NOT NULL DEFAULT '',
    bank_reference TEXT NOT NULL DEFAULT '',
    cheque_number TEXT NOT NULL DEFAULT '',
    original_amount   INTEGER,                           -- instructed in another currency; NULL: was not
    original_currency TEXT NOT NULL DEFAULT '',
    reversal      INTEGER NOT NULL DEFAULT 0 CHECK (reversal IN (0, 1)),
    return_reason TEXT NOT NULL DEFAULT '',              -- the bank's code
    imported_day  INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_imported ON payment(imported_day);
CREATE INDEX payment_account ON payment(account) WHERE account <> '';
CREATE INDEX payment_amount ON payment(amount, day);

-- Where a line belongs, as far as is known now.
CREATE TABLE payment_match (
    payment_id  INTEGER PRIMARY KEY REFERENCES payment(id),
    state       TEXT NOT NULL CHECK (state IN ('matched', 'proposed', 'on_account', 'duplicate', 'reversal', 'unmatched', 'outgoing', 'not_ours')),
    step        TEXT NOT NULL DEFAULT '',                -- reference, invoice_number, iban, name, amount, person …
    score       INTEGER NOT NULL DEFAULT 0,              -- 0-100
    reason      TEXT NOT NULL DEFAULT '',                -- a sentence
    customer_id INTEGER REFERENCES customer(id),         -- NULL: not known
    agent_id    INTEGER REFERENCES agent(id),            -- who confirmed; NULL: the program
    original_id INTEGER REFERENCES payment(id),          -- the receipt this line takes back; NULL: takes none back
    allocated   INTEGER NOT NULL DEFAULT 0               -- of payment.amount; the rest is unallocated credit
) STRICT;
CREATE INDEX payment_match_customer ON payment_match(customer_id, state);
CREATE INDEX payment_match_state ON payment_match(state);
CREATE UNIQUE INDEX payment_match_original ON payment_match(original_id) WHERE original_id IS NOT NULL;

-- The items a proposal would close; gone when it is decided.
CREATE TABLE payment_proposal (
    payment_id INTEGER NOT NULL REFERENCES payment(id),
    item_id    INTEGER NOT NULL REFERENCES item(id),
    amount     INTEGER NOT NULL,
    PRIMARY KEY (payment_id, item_id)
) STRICT, WITHOUT ROWID;

-- Money set against an item; a reversal is a row with the opposite sign.
CREATE TABLE allocation (
    id         INTEGER PRIMARY KEY,
    payment_id INTEGER NOT NULL REFERENCES payment(id),
    item_id    INTEGER NOT NULL REFERENCES item(id),
    amount     INTEGER NOT NULL CHECK (amount <> 0),     -- positive lowers the item's open amount
    waived     INTEGER NOT NULL DEFAULT 0,               -- a difference within tolerance let go with it: lowers open as well
    reverses   INTEGER UNIQUE REFERENCES allocation(id), -- NULL: no reversal
    day        INTEGER NOT NULL,                         -- booking day of the bank
    after_event INTEGER                                  -- newest event when it was booked; NULL: not known, its day decides
) STRICT;
CREATE INDEX allocation_item ON allocation(item_id);
CREATE INDEX allocation_payment ON allocation(payment_id);

-- How much of an allocation (amount and waived) the newest open-items list already knows.
CREATE TABLE allocation_absorbed (
    allocation_id INTEGER PRIMARY KEY REFERENCES allocation(id),
    amount        INTEGER NOT NULL,
    ahead         INTEGER NOT NULL DEFAULT 0             -- the part of it the list knew before the bank line came
) STRICT;

-- The record: append-only ------------------------------------------------------------------------------

CREATE TABLE event (
    id          INTEGER PRIMARY KEY,
    op          TEXT NOT NULL UNIQUE,                    -- operation id, made before the first try
    kind        TEXT NOT NULL CHECK (kind IN ('call', 'note', 'letter', 'skip', 'snooze', 'undo', 'settled', 'returned', 'confirmed', 'setting', 'erasure')),
    outcome     TEXT,                                    -- playbook slug; NULL: not a call with an outcome
    customer_id INTEGER REFERENCES customer(id),         -- NULL: concerns no customer
    contact_id  INTEGER REFERENCES contact(id),          -- NULL: not known or nobody
    agent_id    INTEGER NOT NULL REFERENCES agent(id),
    undoes      INTEGER UNIQUE REFERENCES event(id),     -- NULL: undoes nothing
    day         INTEGER NOT NULL,
    minute      INTEGER NOT NULL,
    utc         INTEGER NOT NULL,
    zone        TEXT NOT NULL DEFAULT '',
    duration    INTEGER NOT NULL DEFAULT 0,              -- seconds on the telephone
    amount      INTEGER NOT NULL DEFAULT 0,              -- what the outcome is about, customer's currency
    currency    TEXT NOT NULL DEFAULT 'EUR',
    content     TEXT NOT NULL,                           -- SHA-256 over the answers with their salts
    hash        TEXT NOT NULL                            -- SHA-256 over the hash before and every column here
) STRICT;
CREATE INDEX event_customer ON event(customer_id, id);
CREATE INDEX event_day ON event(day, agent_id, kind, outcome);

-- Everything said and typed, field by field (note and spoken_to among them).  A person's right to be
-- forgotten takes these rows away; the chain of event.hash still verifies.
CREATE TABLE event_answer (
    event_id INTEGER NOT NULL REFERENCES event(id),
    position INTEGER NOT NULL,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,                              -- canonical: ISO day, plain amount, slug, text
    shown    TEXT NOT NULL DEFAULT '',                   -- as the agent saw it
    salt     TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

-- What an event changed in the master data, so that undo can put it back.
CREATE TABLE event_change (
    event_id  INTEGER NOT NULL REFERENCES event(id),
    position  INTEGER NOT NULL,
    entity    TEXT NOT NULL CHECK (entity IN ('customer', 'contact', 'phone')),
    entity_id INTEGER NOT NULL,
    field     TEXT NOT NULL,
    old_value TEXT,                                      -- NULL: was empty, or the row did not exist (field '')
    new_value TEXT,                                      -- NULL: is empty now
    PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_change_entity ON event_change(entity, entity_id);

CREATE TABLE erasure (
    event_id INTEGER PRIMARY KEY REFERENCES event(id)    -- its answers may be deleted
) STRICT;

-- Promises, plans, disputes: facts; their state follows from receipts and events -----------------------

CREATE TABLE plan (
    id          INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL REFERENCES event(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    parts       INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 36),
    every       TEXT NOT NULL CHECK (every IN ('month', 'two_weeks', 'week')),
    first_day   INTEGER NOT NULL,
    total       INTEGER NOT NULL,
    currency    TEXT NOT NULL
) STRICT;

CREATE TABLE promise (
    id            INTEGER PRIMARY KEY,
    event_id      INTEGER NOT NULL REFERENCES event(id),
    customer_id   INTEGER NOT NULL REFERENCES customer(id),
    plan_id       INTEGER REFERENCES plan(id),           -- NULL: not part of a plan
    position      INTEGER NOT NULL,                      -- within its event
    kind          TEXT NOT NULL CHECK (kind IN ('promise', 'cheque', 'instalment', 'paid')),
    made          INTEGER NOT NULL,                      -- receipts from this day on count
    due           INTEGER NOT NULL,
    deadline      INTEGER NOT NULL,                      -- due + bank days of grace: from this day on it is broken
    amount        INTEGER NOT NULL CHECK (amount > 0),
    currency      TEXT NOT NULL,
    method        TEXT NOT NULL DEFAULT '',              -- slug: transfer, qr, direct_debit, cheque
    cheque_number TEXT NOT NULL DEFAULT '',
    cheque_bank   TEXT NOT NULL DEFAULT '',
    posted        INTEGER                                -- day posted or paid; NULL: no cheque, nothing said
) STRICT;
CREATE INDEX promise_customer ON promise(customer_id, due);
CREATE INDEX promise_due ON promise(due);
CREATE INDEX promise_cheque ON promise(amount) WHERE kind = 'cheque';

CREATE TABLE promise_item (                              -- first in, first out, by position
    promise_id INTEGER NOT NULL REFERENCES promise(id),
    position   INTEGER NOT NULL,
    item_id    INTEGER NOT NULL REFERENCES item(id),
    amount     INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (promise_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_item_item ON promise_item(item_id);

CREATE TABLE promise_end (                               -- void when its event was undone
    promise_id INTEGER NOT NULL REFERENCES promise(id),
    event_id   INTEGER NOT NULL REFERENCES event(id),
    how        TEXT NOT NULL CHECK (how IN ('withdrawn', 'superseded')),
    PRIMARY KEY (promise_id, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
    id          INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL REFERENCES event(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    item_id     INTEGER NOT NULL REFERENCES item(id),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    currency    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    what        TEXT NOT NULL,
    owner       TEXT NOT NULL DEFAULT '',
    deadline    INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_customer ON dispute(customer_id);
CREATE INDEX dispute_item ON dispute(item_id);

CREATE TABLE dispute_end (
    dispute_id INTEGER NOT NULL REFERENCES dispute(id),
    event_id   INTEGER NOT NULL REFERENCES event(id),
    how        TEXT NOT NULL CHECK (how IN ('credited', 'rejected', 'withdrawn')),
    PRIMARY KEY (dispute_id, event_id)
) STRICT, WITHOUT ROWID;

-- Planned touchpoints ----------------------------------------------------------------------------------

CREATE TABLE touchpoint (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id),
    reason          TEXT NOT NULL,                       -- slug of a [reason.…] of the playbook
    day             INTEGER NOT NULL,
    minute          INTEGER,                             -- NULL: any time of the day
    timed           INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1)), -- 1: an agreed callback, rings and is pinned
    zone            TEXT NOT NULL DEFAULT '',            -- of an agreed time
    detail          TEXT NOT NULL DEFAULT '',            -- "cheque 4471902", short
    owner           TEXT NOT NULL DEFAULT '',            -- '' the desk; else the colleague whose task it is
    contact_id      INTEGER REFERENCES contact(id),      -- NULL: the collections contact
    promise_id      INTEGER REFERENCES promise(id),      -- NULL: watches no promise
    dispute_id      INTEGER REFERENCES dispute(id),      -- NULL: watches no dispute
    created_event   INTEGER REFERENCES event(id),        -- NULL: by an import or the cadence
    skipped_day     INTEGER,                             -- NULL: not put to the end of a day
    gap             INTEGER NOT NULL DEFAULT 0,          -- days since the contact before, so that the next differs
    closed_event    INTEGER REFERENCES event(id),        -- NULL while planned
    closed_how      TEXT CHECK (closed_how IN ('done', 'superseded', 'paid', 'undone', 'handed_over')), -- NULL while planned
    CHECK ((closed_event IS NULL) = (closed_how IS NULL))
) STRICT;
CREATE INDEX touchpoint_live ON touchpoint(day, customer_id) WHERE closed_event IS NULL;
CREATE INDEX touchpoint_customer ON touchpoint(customer_id, closed_event);
CREATE INDEX touchpoint_closed ON touchpoint(closed_event) WHERE closed_event IS NOT NULL;
CREATE INDEX touchpoint_created ON touchpoint(created_event) WHERE created_event IS NOT NULL;

-- Documents to go out ----------------------------------------------------------------------------------

CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL REFERENCES event(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    document    TEXT NOT NULL,                           -- slug: copy, qr, confirmation, agreement, debt_help …
    channel     TEXT NOT NULL CHECK (channel IN ('email', 'peppol', 'post', 'print')),
    recipient   TEXT NOT NULL DEFAULT '',
    language    TEXT NOT NULL,
    items       TEXT NOT NULL DEFAULT '',                -- item ids, blank between
    ready_utc   INTEGER NOT NULL,                        -- may leave from then on; until then it can be recalled
    state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'recalled', 'sent')),
    sent_utc    INTEGER                                  -- NULL: not sent
) STRICT;
CREATE INDEX outbox_state ON outbox(state, ready_utc);
CREATE INDEX outbox_customer ON outbox(customer_id, id);

-- Facts are never changed or deleted -------------------------------------------------------------------

CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_order BEFORE INSERT ON event
    WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM event)
    BEGIN SELECT RAISE(ABORT, 'events are numbered without gaps'); END;
CREATE TRIGGER event_answer_update BEFORE UPDATE ON event_answer BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_answer_delete BEFORE DELETE ON event_answer
    WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE event_id = OLD.event_id)
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_change_update BEFORE UPDATE ON event_change BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_change_delete BEFORE DELETE ON event_change BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER promise_update BEFORE UPDATE ON promise BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER promise_delete BEFORE DELETE ON promise BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER promise_item_update BEFORE UPDATE ON promise_item BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER promise_item_delete BEFORE DELETE ON promise_item BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER promise_end_update BEFORE UPDATE ON promise_end BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER promise_end_delete BEFORE DELETE ON promise_end BEGIN SELECT RAISE(ABORT, 'promises are facts'); END;
CREATE TRIGGER plan_update BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;
CREATE TRIGGER plan_delete BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, 'plans are facts'); END;
CREATE TRIGGER dispute_update BEFORE UPDATE ON dispute BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;
CREATE TRIGGER dispute_delete BEFORE DELETE ON dispute BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;
CREATE TRIGGER dispute_end_update BEFORE UPDATE ON dispute_end BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;
CREATE TRIGGER dispute_end_delete BEFORE DELETE ON dispute_end BEGIN SELECT RAISE(ABORT, 'disputes are facts'); END;
CREATE TRIGGER payment_update BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'bank lines are facts'); END;
CREATE TRIGGER payment_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'bank lines are facts'); END;
CREATE TRIGGER allocation_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'allocations are reversed, never changed'); END;
CREATE TRIGGER allocation_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'allocations are reversed, never changed'); END;
CREATE TRIGGER item_change_update BEFORE UPDATE ON item_change BEGIN SELECT RAISE(ABORT, 'what the lists brought is a fact'); END;
CREATE TRIGGER item_change_delete BEFORE DELETE ON item_change BEGIN SELECT RAISE(ABORT, 'what the lists brought is a fact'); END;
