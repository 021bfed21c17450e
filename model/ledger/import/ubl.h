/* UBL invoices and credit notes (Peppol BIS 3, UBL.BE, NLCIUS, e-FFF): ubl_walk.c collects the texts of one document,
 * ubl_party.c and ubl_terms.c say what they mean, ubl.c makes an open item of them.  Reference formats §4. */
#pragma once
#include "ledger/import/import.h"

typedef enum { UBL_INVOICE, UBL_CREDIT_NOTE } UblRoot;

typedef enum {
    UBL_ID,
    UBL_ISSUED,
    UBL_DUE,
    UBL_CURRENCY,
    UBL_BUYER_REFERENCE,
    UBL_ORDER,
    UBL_NOTE, /* all of them, a line each */
    UBL_SUPPLIER,
    UBL_SUPPLIER_NAME,
    UBL_ACCOUNT, /* our number of the customer */
    UBL_ENDPOINT,
    UBL_ENDPOINT_SCHEME,
    UBL_LEGAL_NAME,
    UBL_NAME,
    UBL_FIRST_NAME,
    UBL_FAMILY_NAME,
    UBL_COMPANY,
    UBL_COMPANY_SCHEME,
    UBL_STREET,
    UBL_BUILDING,
    UBL_STREET_MORE,
    UBL_ADDRESS_LINE,
    UBL_POSTCODE,
    UBL_CITY,
    UBL_COUNTRY,
    UBL_CONTACT,
    UBL_PHONE,
    UBL_EMAIL,
    UBL_PAYEE,
    UBL_PAYEE_NUMBER,
    UBL_PAYABLE,
    UBL_PAYABLE_CURRENCY,
    UBL_TOTAL, /* tax included */
    UBL_PREPAID,
    UBL_SLOTS
} UblSlot;

/* Parts of a document that may stand in it several times. */
typedef enum { UBL_MEANS, UBL_TERMS, UBL_TAX, UBL_PARTY_ID, UBL_BILLING, UBL_ATTACHMENT, UBL_GROUPS } UblGroupKind;

enum { MEANS_CODE, MEANS_DUE, MEANS_PAYMENT_ID, MEANS_INSTRUCTION, MEANS_NOTE };
enum { TERMS_NOTE, TERMS_DUE, TERMS_PERCENT, TERMS_AMOUNT, TERMS_UNTIL, TERMS_DAYS, TERMS_UNIT };
enum { TAX_NUMBER, TAX_SCHEME };
enum { PARTY_ID, PARTY_ID_SCHEME };
enum { BILLING_ID };
enum { ATTACHMENT_ID, ATTACHMENT_BYTES, ATTACHMENT_FILE, ATTACHMENT_MIME };
enum { UBL_GROUP_SLOTS = 7 };

/* All texts are as the file has them (not yet cleaned), NULL where it has none. */
typedef struct {
    char *values[UBL_GROUP_SLOTS];
} UblGroup;

typedef struct {
    UblRoot root;
    char *values[UBL_SLOTS];
    GPtrArray *groups[UBL_GROUPS]; /* UblGroup, in the order of the file */
    int line;
} UblDocument;

/* What the walker tells; false with error ends the walk. */
typedef struct {
    void *data;
    bool (*document)(const UblDocument *document, void *data, GError **error);
    void (*warning)(int line, const char *sentence, void *data);
    void (*progress)(gint64 bytes, gint64 total, void *data);
} UblListener;

bool ubl_walk(const char *path, const UblListener *listener, GError **error);
/* An element of this name and namespace is a document of ours. */
bool ubl_is_document(const char *name, const char *uri, UblRoot *root);

/* A record under way: the strings it needs are kept with it. */
typedef struct {
    const UblDocument *document;
    ItemRecord record;
    GPtrArray *strings; /* owned by it, freed with it */
} UblReading;

/* Kept until the reading is over; borrowed. */
const char *ubl_keep(UblReading *reading, char *owned);
/* Cleaned, with every run of blanks and line breaks as one blank.  Caller frees. */
char *ubl_clean(const char *foreign);
/* The same kept; "" for "n/a", which writers put where they have nothing. */
const char *ubl_text(UblReading *reading, const char *foreign);
bool ubl_day(const char *text, Day *day);
const UblGroup *ubl_group(const UblDocument *document, UblGroupKind kind, guint at);
guint ubl_count(const UblDocument *document, UblGroupKind kind);

/* The customer of the document; its number is "" where the document carries none of ours. */
void ubl_customer(UblReading *reading);
/* due, collect_day, discount and discount_until; needs issued, open, currency and kind. */
void ubl_payment_terms(UblReading *reading);

/* What the words of payment terms say. */
typedef struct {
    int net_days;      /* -1: not stated */
    bool month_end;    /* counted from the end of the month in which they are over */
    int discount_days; /* -1: no discount */
    int permyriad;     /* of the amount: 2 % is 200 */
} TermsWords;
TermsWords terms_words_read(const char *text);
