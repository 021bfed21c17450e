/* CAMT.053, .052 and .054 (ISO 20022 bank statements): the walker collects the texts of one entry at a
 * time, camt_entry.c makes bank lines of it, camt.c checks the statement.  Reference formats §2. */
#pragma once
#include "ledger/import/import.h"

/* Amounts of the file, exact: 1/100 000 of the currency's unit (ISO 20022 allows 5 decimals). */
typedef gint64 Scaled;

typedef enum { CAMT_STATEMENT, CAMT_REPORT, CAMT_NOTIFICATION } CamtMessage;

typedef enum {
    STATEMENT_ID,
    STATEMENT_SEQUENCE,
    STATEMENT_LEGAL_SEQUENCE,
    STATEMENT_COPY, /* CODU, COPY, DUPL */
    STATEMENT_CREATED,
    STATEMENT_UNTIL,
    STATEMENT_IBAN,
    STATEMENT_OTHER_ACCOUNT,
    STATEMENT_CURRENCY,
    STATEMENT_OWNER,
    STATEMENT_COUNT,
    STATEMENT_CREDIT_COUNT,
    STATEMENT_CREDIT_SUM,
    STATEMENT_DEBIT_COUNT,
    STATEMENT_DEBIT_SUM,
    STATEMENT_SLOTS
} CamtStatementSlot;

typedef enum {
    BALANCE_CODE,
    BALANCE_AMOUNT,
    BALANCE_CURRENCY,
    BALANCE_SIGN,
    BALANCE_DAY,
    BALANCE_SLOTS
} CamtBalanceSlot;

typedef enum {
    ENTRY_REFERENCE,
    ENTRY_AMOUNT,
    ENTRY_CURRENCY,
    ENTRY_SIGN,
    ENTRY_STATUS,
    ENTRY_STATUS_OWN, /* a status only this bank knows */
    ENTRY_REVERSAL,
    ENTRY_DAY,
    ENTRY_VALUE_DAY,
    ENTRY_BANK_REFERENCE,
    ENTRY_TEXT,
    ENTRY_BATCH_COUNT,
    ENTRY_BATCH_ID,
    ENTRY_DOMAIN,
    ENTRY_FAMILY,
    ENTRY_SUBFAMILY,
    ENTRY_CODE_OWN, /* as only this bank knows it */
    ENTRY_INSTRUCTED_AMOUNT,
    ENTRY_INSTRUCTED_CURRENCY,
    ENTRY_TRANSACTION_AMOUNT,
    ENTRY_TRANSACTION_CURRENCY,
    ENTRY_COUNTER_AMOUNT,
    ENTRY_COUNTER_CURRENCY,
    ENTRY_CHARGES_TOTAL,
    ENTRY_CHARGES_CURRENCY,
    ENTRY_SLOTS
} CamtEntrySlot;

typedef enum {
    DETAIL_AMOUNT,
    DETAIL_CURRENCY,
    DETAIL_TRANSACTION_AMOUNT,
    DETAIL_TRANSACTION_CURRENCY,
    DETAIL_INSTRUCTED_AMOUNT,
    DETAIL_INSTRUCTED_CURRENCY,
    DETAIL_COUNTER_AMOUNT,
    DETAIL_COUNTER_CURRENCY,
    DETAIL_RATE,
    DETAIL_RATE_SOURCE,
    DETAIL_RATE_TARGET,
    DETAIL_RATE_UNIT,
    DETAIL_CHARGES_TOTAL,
    DETAIL_CHARGES_CURRENCY,
    DETAIL_SIGN,
    DETAIL_DEBTOR,
    DETAIL_DEBTOR_ACCOUNT,
    DETAIL_CREDITOR,
    DETAIL_CREDITOR_ACCOUNT,
    DETAIL_END_TO_END,
    DETAIL_CHEQUE,
    DETAIL_BANK_REFERENCE,
    DETAIL_TRANSACTION_ID,
    DETAIL_TEXT,
    DETAIL_EXTRA,
    DETAIL_MANDATE,
    DETAIL_DOMAIN,
    DETAIL_FAMILY,
    DETAIL_SUBFAMILY,
    DETAIL_CODE_OWN,
    DETAIL_RETURN,
    DETAIL_RETURN_OWN, /* a reason only this bank knows */
    DETAIL_RETURN_TEXT,
    DETAIL_SLOTS
} CamtDetailSlot;

typedef enum { CHARGE_AMOUNT, CHARGE_CURRENCY, CHARGE_SIGN, CHARGE_INCLUDED, CHARGE_SLOTS } CamtChargeSlot;

typedef enum { STRUCTURED_REFERENCE, STRUCTURED_DOCUMENT, STRUCTURED_EXTRA, STRUCTURED_SLOTS } CamtStructuredSlot;

typedef struct {
    char *values[CHARGE_SLOTS];
} CamtCharge;

/* All texts are as the file has them (not yet cleaned), NULL where it has none. */
typedef struct {
    char *values[DETAIL_SLOTS];
    GPtrArray *references; /* structured ones, in the order of the file */
    GString *documents;    /* numbers of the invoices it says it pays, and remarks beside them */
    GPtrArray *charges;    /* CamtCharge */
} CamtDetail;

typedef struct {
    char *values[ENTRY_SLOTS];
    GPtrArray *details; /* CamtDetail */
    GPtrArray *charges; /* CamtCharge, of the entry as a whole */
    int line;
} CamtEntry;

typedef struct {
    char *values[BALANCE_SLOTS];
    int line;
} CamtBalance;

typedef struct {
    CamtMessage message;
    char *values[STATEMENT_SLOTS];
    GPtrArray *balances; /* CamtBalance, so far */
    int line;
} CamtStatement;

/* What the walker tells; false with error ends the walk. */
typedef struct {
    void *data;
    bool (*entry)(const CamtStatement *statement, const CamtEntry *entry, void *data, GError **error);
    bool (*end)(const CamtStatement *statement, void *data, GError **error);
    void (*warning)(int line, const char *sentence, void *data);
    void (*progress)(gint64 bytes, gint64 total, void *data);
} CamtListener;

bool camt_walk(const char *path, const CamtListener *listener, GError **error);

/* The statement being read and what was counted in it. */
typedef struct {
    const ImportSink *sink;
    const ImportOptions *options;
    const CamtStatement *statement; /* of the entry at hand */
    StatementRecord record;         /* strings owned by `strings` */
    GPtrArray *strings;
    bool begun;
    Scaled opening, closing; /* where record.has_opening, has_closing */
    Scaled booked;           /* Σ booked entries of one currency, signed */
    char booked_currency[8]; /* "" none yet */
    char first_currency[4];  /* of the first entry, for statements that name none */
    bool mixed;              /* entries of several currencies */
    gint64 entries, credits, debits;
    Scaled credit_sum, debit_sum; /* of all entries, unsigned */
    bool countable;               /* every amount could be read */
    int sequence;
    bool day_warned;
} CamtReading;

/* One entry, read. */
typedef struct {
    const CamtEntry *entry;
    Scaled amount; /* unsigned unless the bank wrote a minus */
    char currency[4];
    bool credit, booked, reversal;
    Day day, value_day;
} CamtBooking;

typedef struct {
    const char *name, *account;
} CamtParty;

/* Hands over the lines of one entry, or lists it as a problem. */
bool camt_entry_lines(CamtReading *reading, const CamtEntry *entry, GError **error);

/* "" where the file has none; a detail may be NULL. */
const char *camt_entry_text(const CamtEntry *entry, CamtEntrySlot slot);
const char *camt_detail_text(const CamtDetail *detail, CamtDetailSlot slot);

/* What the file says about a line in words.  `whole`: the line is the entry, not a part of it.  Callers free. */
CamtParty camt_counterparty(const CamtReading *reading, const CamtBooking *booking, const CamtDetail *detail);
char *camt_line_reference(const CamtDetail *detail);
char *camt_line_text(const CamtEntry *entry, const CamtDetail *detail, bool whole);
char *camt_line_bank_reference(const CamtEntry *entry, const CamtDetail *detail, bool whole);
char *camt_line_code(const CamtEntry *entry, const CamtDetail *detail);
char *camt_line_return(const CamtDetail *detail);
/* A cheque paid in, or one of those that came back. */
bool camt_line_cheque(const CamtBooking *booking, const CamtDetail *detail);

/* Parts of the details, as they count towards the entry; NULL when one is missing, rounded or too large.
 * `signs`: a detail that runs against the entry counts negative. */
GArray *camt_parts(const CamtBooking *booking, bool signs);
/* What was instructed in another currency; `currency` keeps line->original_currency. */
void camt_original(const CamtEntry *entry, const CamtDetail *detail, bool whole, LineRecord *line,
                   char currency[static 4]);
/* What the bank kept of money that came in, in minor units of the booking's currency; 0 none. */
Cents camt_charges(const CamtBooking *booking, const CamtDetail *detail, bool whole);

/* Exact, or false: at most 5 decimals and 13 digits before them, an optional sign. */
bool camt_amount(const char *text, Scaled *amount);
/* Minor units of the currency, half away from zero; *exact says whether nothing was rounded. */
Cents camt_minor(Scaled amount, const char *currency, bool *exact);
/* The day as written, without shifting zones: "2026-03-31" or "2026-03-31T23:30:00+02:00". */
bool camt_day(const char *text, Day *day);
/* Cleaned, with every run of blanks and line breaks as one blank: banks indent their XML inside texts. */
char *camt_text(const char *foreign);
/* An account for comparing and storing: an IBAN without blanks, anything else cleaned as it stands. */
char *camt_account(const char *text);
/* Adds to a scaled sum; false on overflow. */
bool camt_add(Scaled *sum, Scaled more);
/* A file's currency code in capitals, or "" when it is none.  `code` holds 4 bytes. */
void camt_currency(const char *text, char code[static 4]);
