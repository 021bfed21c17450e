/* Reading foreign files: every format fills the same shape, streamed record by record into a sink.
 *
 * Nothing here touches the database.  A reader calls the sink for each thing it finds, in the order of the
 * file; strings it hands over are cleaned (text_clean), borrowed, and valid during the call only.  What
 * cannot be used is reported as a problem with its line and is never lost silently.  Refused as a whole
 * (false, INPUT) are only: cannot be recognised, not well-formed XML, a DOCTYPE. */
#pragma once
#include "base/day.h"
#include "base/ini.h"
#include "base/money.h"

typedef struct {
    const char
        *number; /* the source's customer number; lists: where they have none the name stands in; documents: "" */
    const char *name;
    const char *kind;                          /* business, consumer, public; "" unknown */
    const char *language, *country, *currency; /* "" unknown */
    const char *vat, *street, *postcode, *city;
    Cents credit_limit;                                          /* -1: not stated */
    int terms_days;                                              /* -1: not stated */
    const char *payment_class;                                   /* manual A, B, C; "" not stated */
    int stop_supply, prepay, restricted;                         /* -1: not stated */
    const char *agent;                                           /* the controller's name; "" not stated */
    const char *contact, *role, *phone, *phone2, *email, *reach; /* "mon-thu 09:00-16:00" */
    const char *iban;
    const char *endpoint; /* electronic address with its scheme, "0208:0123456789"; NULL or "" none */
    bool by_document;     /* set when booking: an invoice told of him, which corrects nobody; readers leave it false */
} CustomerRecord;

/* An address card: a person, to be found back at a customer by the number, the organisation or the telephone. */
typedef struct {
    const char *customer_number, *organisation, *name, *title, *email, *note;
    const char *phone, *phone2; /* as they stand in the card, "tel:" taken off */
    const char *language;
    int line;
} ContactRecord;

typedef struct {
    CustomerRecord customer;
    const char *kind; /* invoice, credit_note, payment */
    const char *number;
    Day issued, due;    /* DAY_NONE: not stated (due is then issued + terms, settled when booked) */
    Cents amount, open; /* signed: credit notes and payments negative */
    const char *currency;
    const char *reference, *own_reference, *description;
    Day closed;      /* lists with history: the day it was paid; DAY_NONE otherwise */
    Day collect_day; /* the day a direct debit takes it: nobody asks for it before; DAY_NONE: none does */
    Cents discount;  /* agreed for paying until discount_until, same currency; 0 none */
    Day discount_until;
    const char *const *applies_to; /* a credit note's invoice numbers, NULL-terminated; NULL none */
    const char *copy;              /* name of the copy the document carries (a PDF); NULL or "" none */
    bool document; /* the invoice itself, no list: of an item known already it says nothing new about what is open */
    int line;
} ItemRecord;

typedef struct {
    const char *id;      /* the bank's identification of the statement */
    const char *account; /* IBAN without blanks, else as it stands */
    const char *currency;
    bool has_opening, has_closing;
    Cents opening, closing;
    const char *opening_currency, *closing_currency;
    Day opening_day, closing_day;
    int sequence;     /* the bank's running number of the account's statements, restarts yearly; 0 not stated */
    const char *kind; /* registry slug of the statement where the file (a ZIP) holds several; NULL: the file's own */
    bool interim;     /* camt.052: shown, never booked */
    bool duplicate;   /* the bank marks it as a copy of one sent before */
    /* As the file states them over this statement; -1 not stated. */
    Cents stated_credits, stated_debits; /* both positive */
    int line;
} StatementRecord;

typedef struct {
    Day day, value_day;
    Cents amount; /* signed: received positive; minor units of `currency` */
    const char *currency;
    const char *name, *account; /* counterparty */
    const char *reference;      /* structured, as the file marks it; bare form; "" none */
    const char *text;           /* whole remittance, lines joined by a blank */
    const char *bank_reference, *end_to_end, *cheque_number;
    const char *mandate; /* of the direct debit; NULL or "" none */
    bool cheque;         /* a cheque was paid in, its number known or not */
    Cents batch_amount;  /* of the total that this line is a detail of, signed; 0: of none */
    Cents charges;       /* what the bank kept of it, positive; already off `amount` */
    const char
        *code; /* the bank's kind of movement as it stands (CODA 8 digits, ISO domain/family/sub, N-code); NULL or "" */
    bool booked; /* false: pending, information, future */
    bool reversal;
    const char *return_reason; /* ISO code AC04 …; "" none */
    Cents original_amount;     /* instructed, where another currency was exchanged; 0 none */
    const char *original_currency;
    int sequence; /* within the statement, from 1; details of a batch count on */
    int line;
} LineRecord;

typedef struct {
    void *data;
    /* Each returns false with error to stop the reader (a full disk, the user's Ctrl-C). */
    bool (*customer)(const CustomerRecord *customer, void *data, GError **error); /* customer lists */
    bool (*item)(const ItemRecord *item, void *data, GError **error);
    bool (*contact)(const ContactRecord *contact, void *data, GError **error);
    bool (*statement_begin)(const StatementRecord *statement, void *data, GError **error);
    bool (*line)(const LineRecord *line, void *data, GError **error);
    /* Balances may come after the lines: the same record, completed.  `credits`, `debits` as stated, -1 none. */
    bool (*statement_end)(const StatementRecord *statement, gint64 stated_lines, void *data, GError **error);
    void (*problem)(int line, const char *reason, const char *raw, void *data); /* a line that is listed */
    void (*warning)(int line, const char *sentence, void *data);                /* line 0: the file */
    void (*progress)(gint64 bytes, gint64 total, void *data);                   /* may be NULL */
} ImportSink;

typedef struct {
    const Ini *profiles; /* data/import.ini */
    const char *profile; /* asked for by name, or NULL: detect */
    const char *default_country, *default_currency, *default_language;
} ImportOptions;

typedef struct {
    const char *slug;  /* csv, camt.053, coda, mt940, ubl, xaf, vcard, zip … */
    const char *label; /* msgid */
    /* Points 0-100 for the first bytes (at least 4 KiB where the file has them). */
    int (*recognise)(const guint8 *head, size_t length, const ImportOptions *options);
    bool (*read)(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error);
} ImportFormat;

/* The registry: adding a format is a file here and a row there. */
const ImportFormat *import_formats(size_t *count);
/* INPUT when nothing recognises it; the sentence names what was found where that is known (an order, a
 * cross-industry invoice, a ZIP, SAF-T). */
const ImportFormat *import_recognise(const char *path, const ImportOptions *options, GError **error);
/* Nothing recognises it, but it is a text with columns: a profile for it can be learned (csv_learn.h). */
bool import_is_list(const char *path);
/* Every profile of import.ini can be used; INPUT names file and line of the first that cannot. */
bool import_profiles_check(const Ini *profiles, GError **error);
/* The CSV profile that would read this file (slug), or NULL; for the summary. */
const char *csv_profile_of(const guint8 *head, size_t length, const ImportOptions *options);
