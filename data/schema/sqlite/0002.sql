-- Belronde, schema 2: what bank files, invoices and audit files say beyond the first lists.

-- Customers --------------------------------------------------------------------------------------------

ALTER TABLE customer ADD COLUMN endpoint TEXT NOT NULL DEFAULT '';      -- electronic address, "0208:0123456789"
CREATE INDEX customer_endpoint ON customer(endpoint) WHERE endpoint <> '';
-- 1: made from an invoice that carries no number of ours; the number is the best it had (VAT number, endpoint, name)
-- until a list brings the bookkeeping's own.
ALTER TABLE customer ADD COLUMN number_made INTEGER NOT NULL DEFAULT 0 CHECK (number_made IN (0, 1));
CREATE INDEX customer_number_made ON customer(number_made) WHERE number_made = 1;

-- What a person taught: this account, this payer, this word in the remittance means that customer.
ALTER TABLE customer_iban ADD COLUMN forgotten INTEGER;                 -- day a person took it back, never learned again by itself; NULL: in use

CREATE TABLE customer_word (
    word        TEXT NOT NULL,                           -- folded: a payer's name_key, or one word of the remittance
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    kind        TEXT NOT NULL CHECK (kind IN ('payer', 'word')),
    source      TEXT NOT NULL CHECK (source IN ('learned', 'desk')),
    day         INTEGER NOT NULL,
    payment_id  INTEGER REFERENCES payment(id),          -- the receipt it was learned from; NULL: typed
    forgotten   INTEGER,                                 -- as customer_iban.forgotten
    PRIMARY KEY (kind, word, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_word_customer ON customer_word(customer_id);

-- Open items -------------------------------------------------------------------------------------------

ALTER TABLE item ADD COLUMN collect_day INTEGER;                        -- a direct debit takes it then: not asked for before; NULL: none does
ALTER TABLE item ADD COLUMN discount INTEGER NOT NULL DEFAULT 0;        -- agreed for paying until discount_until; 0: none
ALTER TABLE item ADD COLUMN discount_until INTEGER;                     -- NULL: no discount
ALTER TABLE item ADD COLUMN copy TEXT NOT NULL DEFAULT '';              -- name of the copy the invoice document carries
-- Day of the list that last said something new of the item; NULL: known from the invoice itself only.
ALTER TABLE item ADD COLUMN listed INTEGER;
UPDATE item SET listed = coalesce((SELECT i.day FROM import i WHERE i.id = item.import_id), 0);

-- The invoices a credit note says it is for.  The note lowers them as soon as both are known; amounts follow from what
-- both have open and from what the lists said since (credits.c).
CREATE TABLE item_credit (
    credit_id  INTEGER NOT NULL REFERENCES item(id),
    position   INTEGER NOT NULL,
    number     TEXT NOT NULL,                            -- of the invoice, as the credit note writes it
    number_key TEXT NOT NULL GENERATED ALWAYS AS         -- as item.number_key
               (lower(replace(replace(replace(replace(replace(number, ' ', ''), '-', ''), '/', ''), '.', ''), '_', ''))) STORED,
    day        INTEGER NOT NULL,                         -- the note came in
    invoice_id INTEGER REFERENCES item(id),              -- NULL: not come in yet
    amount     INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0), -- of the invoice, settled by the note; 0 while it has not come in
    known_invoice INTEGER NOT NULL DEFAULT 0,            -- the part of it a list had taken off the invoice already
    known_credit  INTEGER NOT NULL DEFAULT 0,            -- the part of it a list had taken off the note already
    PRIMARY KEY (credit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_credit_number ON item_credit(number_key) WHERE invoice_id IS NULL;
CREATE INDEX item_credit_invoice ON item_credit(invoice_id) WHERE invoice_id IS NOT NULL;

-- What moved by a credit note and not by a list; no bank line explains it.
ALTER TABLE item_change ADD COLUMN credit_id INTEGER REFERENCES item(id); -- the note; NULL: a list

-- Statements -------------------------------------------------------------------------------------------

ALTER TABLE statement ADD COLUMN sequence INTEGER;                      -- the bank's running number; NULL: not stated
ALTER TABLE statement ADD COLUMN counted INTEGER;                       -- 1: what the file states of lines and sums is what it holds; 0: it is not; NULL: it states nothing
ALTER TABLE statement ADD COLUMN kind TEXT NOT NULL DEFAULT '';         -- registry slug of what it is (of what a ZIP holds); camt.054: a notification, lines only
UPDATE statement SET kind = (SELECT i.kind FROM import i WHERE i.id = statement.import_id);
ALTER TABLE statement ADD COLUMN duplicate INTEGER NOT NULL DEFAULT 0 CHECK (duplicate IN (0, 1)); -- marked by the bank as a copy

ALTER TABLE payment ADD COLUMN end_to_end TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN mandate TEXT NOT NULL DEFAULT '';        -- of the direct debit
ALTER TABLE payment ADD COLUMN cheque INTEGER NOT NULL DEFAULT 0 CHECK (cheque IN (0, 1)); -- a cheque was paid in
ALTER TABLE payment ADD COLUMN charges INTEGER NOT NULL DEFAULT 0;      -- what the bank kept of it, positive
ALTER TABLE payment ADD COLUMN code TEXT NOT NULL DEFAULT '';           -- the bank's kind of movement
-- End of the account's number, day, amount, currency: by these, money out of a file of another kind (CODA beside CAMT, a
-- notification beside a statement) is looked for.
ALTER TABLE payment ADD COLUMN place TEXT NOT NULL DEFAULT '';
CREATE INDEX payment_place ON payment(place) WHERE place <> '';
-- The place of the total this line is a detail of; '' of none.  Another kind of file may tell of the total alone.
ALTER TABLE payment ADD COLUMN batch TEXT NOT NULL DEFAULT '';
CREATE INDEX payment_batch ON payment(batch) WHERE batch <> '';
CREATE INDEX payment_day ON payment(day, id);

-- The same money as a file of another kind tells it; what it knows more of serves the matching, in whatever order the
-- files come.
CREATE TABLE payment_told (
    fingerprint   TEXT PRIMARY KEY,                      -- as payment.fingerprint
    payment_id    INTEGER NOT NULL REFERENCES payment(id),
    statement_id  INTEGER NOT NULL REFERENCES statement(id),
    name          TEXT NOT NULL DEFAULT '',
    account       TEXT NOT NULL DEFAULT '',
    reference     TEXT NOT NULL DEFAULT '',
    text          TEXT NOT NULL DEFAULT '',
    end_to_end    TEXT NOT NULL DEFAULT '',
    mandate       TEXT NOT NULL DEFAULT '',
    cheque_number TEXT NOT NULL DEFAULT '',
    return_reason TEXT NOT NULL DEFAULT '',
    code          TEXT NOT NULL DEFAULT '',
    charges       INTEGER NOT NULL DEFAULT 0,
    cheque        INTEGER NOT NULL DEFAULT 0 CHECK (cheque IN (0, 1)),
    reversal      INTEGER NOT NULL DEFAULT 0 CHECK (reversal IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_told_payment ON payment_told(payment_id);

-- 1: a person took an answer back: nothing but the next answer sets it against anything open.
ALTER TABLE payment_match ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));

-- Why the rest beside an allocation was let go.
ALTER TABLE allocation ADD COLUMN waived_for TEXT NOT NULL DEFAULT '' CHECK (waived_for IN ('', 'tolerance', 'discount', 'charges'));

-- Promises ---------------------------------------------------------------------------------------------

-- A cheque's number is written with and without zeros before it.
CREATE INDEX promise_cheque_number ON promise(ltrim(cheque_number, '0')) WHERE kind = 'cheque';
