/* XML audit files (XAF, Dutch ledgers): customers from the parties, open items from the subledgers of customers.
 * Reference formats §5.  The file may have hundreds of megabytes, so it goes by once: a party is handed over when
 * its element ends, of the subledger only sums are kept, the general ledger is counted and forgotten. */
#pragma once
#include "ledger/import/import.h"

/* ---- texts kept for as long as the file is read, packed one behind the other ---- */

typedef struct {
    GByteArray *bytes; /* begins with an empty text, so that 0 means none */
} XafTexts;
guint32 xaf_text_keep(XafTexts *texts, const char *text);
/* Borrowed until the next text is kept. */
const char *xaf_text(const XafTexts *texts, guint32 at);

/* ---- a table of numbers, found by a hash; what they stand for is the owner's affair ---- */

typedef struct {
    guint32 *slots; /* number + 1, 0 empty */
    guint32 size, used;
} XafIndex;
typedef bool (*XafSame)(gconstpointer owner, guint32 number, gconstpointer key);
typedef guint32 (*XafHash)(gconstpointer owner, guint32 number);
/* The number that `same` accepts among those with this hash, or G_MAXUINT32. */
guint32 xaf_index_find(const XafIndex *index, guint32 hash, XafSame same, gconstpointer owner, gconstpointer key);
void xaf_index_add(XafIndex *index, guint32 hash, guint32 number, XafHash hash_of, gconstpointer owner);
guint32 xaf_hash(guint32 seed, const char *text);

/* ---- what the walker fills ---- */

typedef enum { XAF_CURRENCY, XAF_END, XAF_CREATED, XAF_SOFTWARE, XAF_FILE_SLOTS } XafFileSlot;

typedef enum {
    PARTY_ID,
    PARTY_NAME,
    PARTY_CONTACT,
    PARTY_PHONE,
    PARTY_MAIL,
    PARTY_COMPANY_NUMBER,
    PARTY_VAT_COUNTRY,
    PARTY_VAT,
    PARTY_TYPE,
    PARTY_LIMIT,
    PARTY_STREET,
    PARTY_HOUSE,
    PARTY_HOUSE_MORE,
    PARTY_CITY,
    PARTY_POSTCODE,
    PARTY_COUNTRY,
    PARTY_POST_STREET,
    PARTY_POST_HOUSE,
    PARTY_POST_HOUSE_MORE,
    PARTY_POST_CITY,
    PARTY_POST_POSTCODE,
    PARTY_POST_COUNTRY,
    PARTY_ACCOUNT, /* the first IBAN, else the first number */
    PARTY_SLOTS
} XafPartySlot;

/* Stated by the file over a part of it, and of a subledger its kind. */
typedef enum { BLOCK_LINES, BLOCK_DEBIT, BLOCK_CREDIT, BLOCK_TYPE, BLOCK_NAME, BLOCK_SLOTS } XafBlockSlot;

typedef enum {
    LINE_PARTY,
    LINE_INVOICE,
    LINE_SALE, /* S sale, P purchase */
    LINE_ISSUED,
    LINE_DUE,
    LINE_AMOUNT,
    LINE_SIDE,   /* D, C */
    LINE_CHANGE, /* I invoice, P payment, Z other */
    LINE_MATCH,
    LINE_DOCUMENT,
    LINE_TRANSACTION,
    LINE_NUMBER,
    LINE_TEXT,
    LINE_CURRENCY,
    LINE_FOREIGN,
    LINE_SLOTS
} XafLineSlot;

typedef enum { XAF_OPENING, XAF_TRANSACTIONS, XAF_SUBLEDGER } XafBlock;

/* Texts of one element by slot, "" none: as the file has them, without blanks at their ends. */
enum { XAF_SLOTS = 24 };
typedef struct {
    GString *values[XAF_SLOTS];
    int line;
} XafSlots;

/* What the walker tells, in the order of the file; false with error ends the walk. */
typedef struct {
    void *data;
    bool (*root)(const char *uri, int line, void *data, GError **error);
    void (*header)(const XafSlots *file, void *data);
    bool (*party)(const XafSlots *party, void *data, GError **error);
    void (*ledger_line)(XafBlock block, const XafSlots *line, void *data);
    bool (*subledger_line)(const XafSlots *subledger, const XafSlots *line, void *data, GError **error);
    void (*block_end)(XafBlock block, const XafSlots *stated, void *data);
    void (*remark)(const char *sentence, void *data);
    void (*progress)(gint64 bytes, gint64 total, void *data);
} XafListener;
bool xaf_walk(const char *path, const XafListener *listener, GError **error);

/* ---- parties ---- */

typedef struct XafParties XafParties;
XafParties *xaf_parties_new(void);
void xaf_parties_free(XafParties *parties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XafParties, xaf_parties_free)
/* A party's element: a customer is told at once, the others are kept until a subledger says they are one. */
bool xaf_party_take(XafParties *parties, const XafSlots *slots, const char *currency, const ImportSink *sink,
                    GError **error);
/* The party of a customer's line, told if it was not yet; one the file does not list is made.  G_MAXUINT32 with
 * error when the sink stops. */
guint32 xaf_party_customer(XafParties *parties, const char *id, const char *currency, const ImportSink *sink,
                           GError **error);
char xaf_party_type(const XafParties *parties, const char *id); /* B C S O, '\0' unknown */
/* Number and name of an item's customer, everything else not stated; borrowed until a party is taken. */
CustomerRecord xaf_party_short(const XafParties *parties, guint32 party);
int xaf_parties_told(const XafParties *parties);
int xaf_parties_untyped(const XafParties *parties); /* that say nothing and were not told */
int xaf_parties_unlisted(const XafParties *parties);

/* ---- sums of the subledgers ---- */

typedef struct XafSums XafSums;
XafSums *xaf_sums_new(const char *currency);
void xaf_sums_free(XafSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XafSums, xaf_sums_free)
/* One line of a subledger of customers; NULL, or why it cannot be used. */
const char *xaf_sums_add(XafSums *sums, guint32 party, const XafSlots *line);
/* Payments against their invoices; then what is open, in the order of the file.  *count: items told. */
bool xaf_sums_tell(XafSums *sums, const XafParties *parties, const ImportSink *sink, int *count, GError **error);

/* "-1234.5" in minor units of the currency, D positive and C negative; false when it cannot be read. */
bool xaf_amount(const char *amount, const char *side, const char *currency, Cents *cents);
/* YYYY-MM-DD, or DAY_NONE. */
Day xaf_day(const char *text);
