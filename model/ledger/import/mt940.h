/* MT940 (SWIFT bank statements as text): physical lines become fields, a field :61: with the :86: behind it
 * becomes a bank line, the rest a statement.  Reference formats §3.  Private to mt940*.c. */
#pragma once
#include "ledger/import/import.h"

/* A field :61:, read.  Strings owned. */
typedef struct {
    Day value_day, day;
    const char *day_remark; /* a date that does not exist, and what was done; NULL none */
    Cents amount;           /* signed */
    bool exact;             /* false: it had more decimals than its currency and was rounded */
    bool reversal;
    bool expected;        /* MT942: announced, not booked */
    char code[5];         /* NTRF, N541, S051; "" where the bank gives none */
    char *reference;      /* the account owner's, as it stands */
    char *bank_reference; /* behind the double stroke */
    char *extra;          /* the second line and what is longer than a reference, breaks kept */
} Mt940Movement;

/* What the text :86: says.  Strings owned, as the bank writes them (not cleaned); NULL: nothing said. */
typedef struct {
    GString *text; /* remittance: what has no place of its own */
    char *type;    /* the bank's word for this kind of movement */
    char *name, *account;
    char *reference; /* structured, bare */
    char *end_to_end, *mandate, *return_reason;
    char *batch;              /* our own number of a batch; where nothing else is said, its reference */
    char *cheque;             /* number */
    char *charges, *original; /* currency and amount: "EUR5,00" */
    bool returned;            /* its kind says that money comes back, without a reason */
    gint64 payments;          /* how many it adds up; 0 not said */
} Mt940Remittance;

/* ---- mt940_values.c ---- */

/* Digits, a comma, up to five decimals; "150," and "000012,5" too.  *exact false: rounded to the currency.
 * Reads at most `length` bytes, all of them; false and untouched when they are no amount. */
bool mt940_amount(const char *text, size_t length, const char *currency, Cents *cents, bool *exact);
/* YYMMDD; the century turns at 80.  Day 29 to 31 of a shorter month gives its last day and *shifted true. */
bool mt940_day(const char *digits, Day *day, bool *shifted);
/* MMDD, in the year that brings it nearest to `anchor`; false when there is no such day within half a year. */
bool mt940_entry_day(const char *digits, Day anchor, Day *day);
/* Three letters, upper case; false and untouched otherwise. */
bool mt940_currency(const char *text, char code[static 4]);
/* Clean, runs of blanks collapsed.  Caller frees. */
char *mt940_text(const char *foreign);
/* One form for one account: IBAN without blanks and currency, "BLZ/account" of Germany, digits of a BBAN. */
char *mt940_account(const char *foreign);
/* An IBAN that passes its check, or has a bank's four letters where one stands: other letters with digits behind them
 * may be an invoice number. */
bool mt940_is_iban(const char *text);
/* A structured reference in its bare form, checked or not. */
char *mt940_reference(const char *foreign);
/* "EUR5,00" as ING and SWIFT write charges and original amounts. */
bool mt940_money(const char *text, char currency[static 4], Cents *cents);

/* ---- mt940_movement.c ---- */

/* `whole`: its line has an end, so that nothing can have been cut off it.  NULL, or the reason why it cannot be
 * used; the movement is then to be cleared all the same.  `anchor`: the best day known for the statement. */
const char *mt940_movement_read(const char *field, bool whole, const char *currency, Day anchor,
                                Mt940Movement *movement);
void mt940_movement_clear(Mt940Movement *movement);

/* ---- mt940_remittance.c and the dialects ---- */

/* Lines put together as the bank cut them, without a blank; where reading needs one is remembered beside. */
typedef struct {
    GString *bare;
    GByteArray *gaps; /* for each byte of bare: a blank belongs before it */
} Mt940Joined;

enum { MT940_LINE_FULL = 57, MT940_FIELD_BREAK = '\v' };

Mt940Joined mt940_joined(const char *lines);
void mt940_joined_clear(Mt940Joined *joined);
/* From `from` to before `to`, with the blanks.  Caller frees. */
char *mt940_joined_read(const Mt940Joined *joined, size_t from, size_t to);

/* `lines`: the fields :86: with their line breaks, several parted by MT940_FIELD_BREAK. */
void mt940_remittance_read(const char *lines, Mt940Remittance *remittance);
void mt940_remittance_clear(Mt940Remittance *remittance);
/* Takes `owned` where nothing was said yet and it says something. */
void mt940_set(char **place, char *owned);
void mt940_text_add(Mt940Remittance *remittance, const char *more);
/* "Issuer: CUR Ref: n", "SCOR/CUR/n" anywhere in the text. */
void mt940_issuer_find(Mt940Remittance *remittance, const char *text);

/* Each returns false when the text is not in its dialect. */
bool mt940_keywords_read(const Mt940Joined *joined, Mt940Remittance *remittance); /* /EREF/…/REMI/… */
bool mt940_columns_read(const char *lines, Mt940Remittance *remittance);          /* IBAN: … NAAM: … in columns */
bool mt940_german_read(const char *lines, Mt940Remittance *remittance);           /* 166?20…?31…, 000>20…>31… */
void mt940_free_read(const char *lines, const Mt940Joined *joined, Mt940Remittance *remittance);

/* ---- mt940_statement.c ---- */

/* What a statement says of itself before its first line. */
typedef struct {
    int line;
    char *reference, *account, *number;
    char account_currency[4], currency[4];
    bool has_opening, continues; /* continues: :60M:, an intermediate balance */
    bool interim;                /* MT942 */
    Cents opening;
    Day day;
} Mt940Header;

typedef struct {
    gint64 count;
    Cents sum;
} Mt940Total;

typedef struct {
    const ImportSink *sink;
    const ImportOptions *options;
    Mt940Header header;
    bool collecting; /* the header belongs to a statement that has not begun */

    bool begun;
    StatementRecord record;
    char *id, *account;
    char number[36], opening_currency[4], closing_currency[4];
    bool closed, turned; /* turned: the balance closes a page only */
    int pages, sequence, statements;
    Cents sum;
    Mt940Total credits, debits, stated_credits, stated_debits; /* stated: count -1 none */
    bool countable;
    Day day; /* the last one that could be used */
} Mt940Statement;

void mt940_header_start(Mt940Statement *statement, int line);
void mt940_header_clear(Mt940Header *header);
/* Statement fields; the text is the field's without its tag. */
void mt940_account_take(Mt940Statement *statement, const char *text);
void mt940_number_take(Mt940Statement *statement, const char *text);
void mt940_opening_take(Mt940Statement *statement, const char *text, int line, bool continues);
void mt940_closing_take(Mt940Statement *statement, const char *text, int line, bool continues);
void mt940_totals_take(Mt940Statement *statement, const char *text);
void mt940_entries_take(Mt940Statement *statement, const char *text, bool credit); /* :90C:, :90D: */
/* The header's statement begins, or goes on where it is the next page of the one before. */
bool mt940_header_commit(Mt940Statement *statement, GError **error);
bool mt940_statement_end(Mt940Statement *statement, GError **error);
void mt940_statement_count(Mt940Statement *statement, Cents amount, bool booked);

/* ---- mt940_line.c ---- */

/* Hands over the line that a movement and its fields :86: are; `number`: where it stands in the file. */
bool mt940_line_tell(Mt940Statement *statement, const Mt940Movement *movement, const char *lines, int number,
                     GError **error);
