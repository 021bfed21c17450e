/* What is open, from the lines of the subledgers of customers.  An entry stands for what has one number and one due
 * day; payments on that number are pooled at its first entry and set against the entries at the end, the earliest
 * first.  Payments that name no invoice, only the key they were matched with, are pooled under that key. */
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/xaf.h"

#include <string.h>

enum { NUMBER_MOST = 255, TEXT_MOST = 120 };

/* What the number of an entry is. */
typedef enum { BY_INVOICE, BY_MATCH, BY_DOCUMENT } Kind;

typedef struct {
    Cents amount, pool, open; /* invoiced; paid, of all entries of the number; what is left, settled at the end */
} Balance;

typedef struct {
    Balance money;                      /* in the currency of the books */
    guint32 party, number, match, text; /* of `number`, `match`, `text`: texts; 0 none */
    guint32 document;                   /* text: what a payment without invoice is called */
    guint32 next;                       /* entry of the same number with another due day, + 1 */
    guint32 foreign;                    /* in `foreign`, + 1: every line so far was in `code` */
    gint32 issued, due;
    int line;
    guint8 kind;
    bool first, mixed; /* of its number; several currencies on it, kept at the first */
    char code[4];
} Entry;

struct XafSums {
    char *currency; /* of the books */
    XafTexts texts;
    GArray *entries; /* Entry */
    GArray *foreign; /* Balance */
    XafIndex index;  /* of the first entries */
};

typedef struct {
    guint32 party;
    Kind kind;
    const char *number;
} Key;

XafSums *xaf_sums_new(const char *currency)
{
    XafSums *sums = g_new0(XafSums, 1);
    sums->currency = g_strdup(currency);
    sums->texts.bytes = g_byte_array_new();
    sums->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    sums->foreign = g_array_new(FALSE, TRUE, sizeof(Balance));
    return sums;
}

void xaf_sums_free(XafSums *sums)
{
    g_free(sums->currency);
    g_byte_array_unref(sums->texts.bytes);
    g_array_unref(sums->entries);
    g_array_unref(sums->foreign);
    g_free(sums->index.slots);
    g_free(sums);
}

/* ---- finding entries ---- */

static Entry *entry_at(const XafSums *sums, guint32 number)
{
    return &g_array_index(sums->entries, Entry, number);
}

static guint32 key_hash(const Key *key)
{
    return xaf_hash(key->party * 31 + (guint32)key->kind + 1, key->number);
}

static guint32 hash_of(gconstpointer owner, guint32 number)
{
    const XafSums *sums = owner;
    const Entry *entry = entry_at(sums, number);
    Key key = {entry->party, (Kind)entry->kind, xaf_text(&sums->texts, entry->number)};
    return key_hash(&key);
}

static bool same_key(gconstpointer owner, guint32 number, gconstpointer wanted)
{
    const XafSums *sums = owner;
    const Entry *entry = entry_at(sums, number);
    const Key *key = wanted;
    return entry->party == key->party && entry->kind == (guint8)key->kind &&
           strcmp(xaf_text(&sums->texts, entry->number), key->number) == 0;
}

static guint32 first_find(const XafSums *sums, const Key *key)
{
    return xaf_index_find(&sums->index, key_hash(key), same_key, sums, key);
}

static guint32 entry_add(XafSums *sums, const Key *key, Day due)
{
    Entry entry = {.party = key->party,
                   .kind = (guint8)key->kind,
                   .number = xaf_text_keep(&sums->texts, key->number),
                   .issued = DAY_NONE.number,
                   .due = due.number};
    g_array_append_val(sums->entries, entry);
    return sums->entries->len - 1;
}

static guint32 first_made(XafSums *sums, const Key *key, Day due)
{
    guint32 first = first_find(sums, key);
    if (first != G_MAXUINT32)
        return first;
    first = entry_add(sums, key, due);
    entry_at(sums, first)->first = true;
    xaf_index_add(&sums->index, key_hash(key), first, hash_of, sums);
    return first;
}

/* A number with several due days is paid in several terms. */
static guint32 term_made(XafSums *sums, guint32 first, const Key *key, Day due)
{
    guint32 last = first;
    Entry *head = entry_at(sums, first);
    if (head->money.amount == 0 && head->due == DAY_NONE.number) /* only payments so far */
        head->due = due.number;
    for (guint32 at = first + 1; at != 0; at = entry_at(sums, last)->next) {
        last = at - 1;
        if (entry_at(sums, last)->due == due.number || due.number == DAY_NONE.number)
            return last;
    }
    guint32 term = entry_add(sums, key, due);
    entry_at(sums, term)->number = entry_at(sums, first)->number;
    entry_at(sums, last)->next = term + 1;
    return term;
}

/* ---- a line ---- */

typedef struct {
    Cents amount, foreign;
    char code[4]; /* "" the books' own */
    Day issued, due;
    bool payment;
} Amounts;

static const char *value(const XafSlots *line, XafLineSlot slot)
{
    return line->values[slot]->str;
}

/* "0" is how some packages write that there is none. */
static bool names_invoice(const XafSlots *line)
{
    const char *number = value(line, LINE_INVOICE);
    return number[strspn(number, "0")] != '\0';
}

static void foreign_read(const XafSums *sums, const XafSlots *line, Amounts *amounts)
{
    const char *code = value(line, LINE_CURRENCY);
    if (strlen(code) != 3 || strcmp(code, sums->currency) == 0 ||
        !xaf_amount(value(line, LINE_FOREIGN), value(line, LINE_SIDE), code, &amounts->foreign))
        return;
    for (int i = 0; i < 3; i++)
        amounts->code[i] = g_ascii_toupper(code[i]);
    if ((amounts->foreign < 0) != (amounts->amount < 0)) /* some give it its sign, some its side */
        amounts->foreign = -amounts->foreign;
}

static bool foreign_add(XafSums *sums, guint32 to, const Amounts *amounts)
{
    Entry *entry = entry_at(sums, to);
    if (entry->foreign == 0) {
        g_array_append_val(sums->foreign, (Balance){0});
        entry->foreign = sums->foreign->len;
    }
    Balance *money = &g_array_index(sums->foreign, Balance, entry->foreign - 1);
    return money_add(amounts->payment ? &money->pool : &money->amount, amounts->foreign);
}

/* The currency of a number is that of its lines, as long as they agree. */
static bool money_take(XafSums *sums, guint32 first, guint32 to, bool fresh, const Amounts *amounts)
{
    Entry *head = entry_at(sums, first), *entry = entry_at(sums, to);
    if (!money_add(amounts->payment ? &entry->money.pool : &entry->money.amount, amounts->amount))
        return false;
    if (fresh)
        g_strlcpy(head->code, amounts->code, sizeof head->code);
    head->mixed = head->mixed || strcmp(head->code, amounts->code) != 0;
    if (amounts->code[0] != '\0' && !head->mixed && !foreign_add(sums, to, amounts))
        head->mixed = true;
    return true;
}

static void words_take(XafSums *sums, guint32 to, const XafSlots *line, const Amounts *amounts, const char *document)
{
    Entry *entry = entry_at(sums, to);
    if (entry->line == 0)
        entry->line = line->line;
    if (entry->issued == DAY_NONE.number)
        entry->issued = amounts->issued.number;
    if (entry->text == 0) {
        g_autofree char *text = text_clean_most(value(line, LINE_TEXT), TEXT_MOST);
        entry->text = xaf_text_keep(&sums->texts, text);
    }
    if (entry->match == 0 && value(line, LINE_MATCH)[0] != '\0') {
        g_autofree char *match = text_clean_most(value(line, LINE_MATCH), NUMBER_MOST);
        entry->match = xaf_text_keep(&sums->texts, match);
    }
    if (entry->document == 0 && entry->kind == BY_MATCH)
        entry->document = xaf_text_keep(&sums->texts, document);
}

static const char *document_of(const XafSlots *line)
{
    static const XafLineSlot slots[] = {LINE_DOCUMENT, LINE_TRANSACTION, LINE_NUMBER, LINE_ISSUED};
    for (size_t i = 0; i < G_N_ELEMENTS(slots); i++)
        if (value(line, slots[i])[0] != '\0')
            return value(line, slots[i]);
    return "-";
}

/* A payment says so; without a word for it, what runs against the invoice of its number is one. */
static bool is_payment(const XafSums *sums, guint32 first, const XafSlots *line, Cents amount)
{
    char change = (char)g_ascii_toupper(value(line, LINE_CHANGE)[0]);
    const Entry *head = first == G_MAXUINT32 ? NULL : entry_at(sums, first);
    bool against = head != NULL && head->money.amount != 0 && (head->money.amount < 0) != (amount < 0);
    if (change == 'P' || against)
        return true;
    return change != 'I' && head == NULL && amount < 0 && !names_invoice(line);
}

const char *xaf_sums_add(XafSums *sums, guint32 party, const XafSlots *line)
{
    Amounts amounts = {.issued = xaf_day(value(line, LINE_ISSUED)), .due = xaf_day(value(line, LINE_DUE))};
    if (!xaf_amount(value(line, LINE_AMOUNT), value(line, LINE_SIDE), sums->currency, &amounts.amount))
        return _("its amount cannot be read");
    foreign_read(sums, line, &amounts);
    g_autofree char *document = text_clean_most(document_of(line), NUMBER_MOST);
    Kind kind = names_invoice(line) ? BY_INVOICE : value(line, LINE_MATCH)[0] != '\0' ? BY_MATCH : BY_DOCUMENT;
    g_autofree char *number = kind == BY_INVOICE ? text_clean_most(value(line, LINE_INVOICE), NUMBER_MOST)
                              : kind == BY_MATCH ? text_clean_most(value(line, LINE_MATCH), NUMBER_MOST)
                                                 : g_strdup(document);
    Key key = {party, kind, number};
    guint32 first = first_find(sums, &key);
    bool fresh = first == G_MAXUINT32;
    amounts.payment = is_payment(sums, first, line, amounts.amount);
    first = first_made(sums, &key, amounts.payment ? DAY_NONE : amounts.due);
    guint32 to = amounts.payment ? first : term_made(sums, first, &key, amounts.due);
    if (!money_take(sums, first, to, fresh, &amounts))
        return _("its amount cannot be read");
    words_take(sums, to, line, &amounts, document);
    return NULL;
}

/* ---- settling ---- */

/* The money of an entry in the currency of its number. */
static Balance *money_of(const XafSums *sums, const Entry *head, Entry *entry)
{
    bool foreign = head->code[0] != '\0' && !head->mixed && entry->foreign != 0;
    return foreign ? &g_array_index(sums->foreign, Balance, entry->foreign - 1) : &entry->money;
}

static const char *currency_of(const XafSums *sums, const Entry *head)
{
    return head->code[0] != '\0' && !head->mixed ? head->code : sums->currency;
}

/* Sets what is in the pool against what is open, as far as it goes. */
static void settle(Cents *pool, Cents *open)
{
    if (*pool == 0 || *open == 0 || (*pool < 0) == (*open < 0))
        return;
    Cents part = MIN(ABS(*pool), ABS(*open));
    *open -= *open < 0 ? -part : part;
    *pool -= *pool < 0 ? -part : part;
}

/* A payment taken back after the invoice was settled opens it again. */
static void number_settle(XafSums *sums, guint32 first)
{
    Entry *head = entry_at(sums, first);
    Balance *money = money_of(sums, head, head);
    Cents *pool = &money->pool;
    for (guint32 at = first + 1; at != 0; at = entry_at(sums, at - 1)->next) {
        Balance *term = money_of(sums, head, entry_at(sums, at - 1));
        term->open = term->amount;
        settle(pool, &term->open);
    }
    bool same_side = money->amount != 0 && *pool != 0 && (*pool < 0) == (money->amount < 0);
    if (same_side && money_add(&money->open, *pool))
        *pool = 0;
}

/* Payments without an invoice number, for the invoices they were matched with. */
static void match_settle(XafSums *sums, guint32 first)
{
    Entry *head = entry_at(sums, first);
    for (guint32 at = first + 1; at != 0; at = entry_at(sums, at - 1)->next) {
        Entry *term = entry_at(sums, at - 1);
        Key key = {head->party, BY_MATCH, xaf_text(&sums->texts, term->match)};
        guint32 paid = term->match == 0 || head->kind == BY_MATCH ? G_MAXUINT32 : first_find(sums, &key);
        if (paid == G_MAXUINT32)
            continue;
        Entry *payment = entry_at(sums, paid);
        if (strcmp(currency_of(sums, payment), currency_of(sums, head)) == 0)
            settle(&money_of(sums, payment, payment)->pool, &money_of(sums, head, term)->open);
    }
}

/* ---- telling ---- */

static bool item_tell(const XafSums *sums, const XafParties *parties, const Entry *head, const Entry *entry,
                      const char *kind, Cents amount, Cents open, const ImportSink *sink, GError **error)
{
    bool payment = strcmp(kind, "payment") == 0;
    guint32 number = entry->kind == BY_MATCH && entry->document != 0 ? entry->document : entry->number;
    ItemRecord item = {.customer = xaf_party_short(parties, entry->party),
                       .kind = kind,
                       .number = xaf_text(&sums->texts, number),
                       .issued = day_from_number(entry->issued),
                       .due = payment ? DAY_NONE : day_from_number(entry->due),
                       .amount = amount,
                       .open = open,
                       .currency = currency_of(sums, head),
                       .reference = "",
                       .own_reference = "",
                       .description = xaf_text(&sums->texts, entry->text),
                       .closed = DAY_NONE,
                       .collect_day = DAY_NONE,
                       .discount_until = DAY_NONE,
                       .line = entry->line};
    return sink->item(&item, sink->data, error);
}

static bool number_tell(const XafSums *sums, const XafParties *parties, guint32 first, const ImportSink *sink,
                        int *count, GError **error)
{
    Entry *head = entry_at(sums, first);
    Cents pool = money_of(sums, head, head)->pool;
    for (guint32 at = first + 1; at != 0; at = entry_at(sums, at - 1)->next) {
        Entry *term = entry_at(sums, at - 1);
        const Balance *money = money_of(sums, head, term);
        if (money->open == 0)
            continue;
        *count += 1;
        if (!item_tell(sums, parties, head, term, money->amount < 0 ? "credit_note" : "invoice", money->amount,
                       money->open, sink, error))
            return false;
    }
    if (pool == 0)
        return true;
    *count += 1;
    return item_tell(sums, parties, head, head, pool < 0 ? "payment" : "invoice", pool, pool, sink, error);
}

bool xaf_sums_tell(XafSums *sums, const XafParties *parties, const ImportSink *sink, int *count, GError **error)
{
    *count = 0;
    for (guint32 i = 0; i < sums->entries->len; i++)
        if (entry_at(sums, i)->first)
            number_settle(sums, i);
    for (guint32 i = 0; i < sums->entries->len; i++)
        if (entry_at(sums, i)->first)
            match_settle(sums, i);
    for (guint32 i = 0; i < sums->entries->len; i++)
        if (entry_at(sums, i)->first && !number_tell(sums, parties, i, sink, count, error))
            return false;
    return true;
}
