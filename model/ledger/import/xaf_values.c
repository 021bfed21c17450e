/* Small things of an audit file: texts packed together, a table of numbers, amounts, days. */
#include "ledger/import/xaf.h"

#include <string.h>

enum { INDEX_FIRST = 1024, PLAIN_DIGITS_MOST = 12 };

/* ---- texts ---- */

guint32 xaf_text_keep(XafTexts *texts, const char *text)
{
    size_t length = strlen(text) + 1;
    if (texts->bytes->len == 0)
        g_byte_array_append(texts->bytes, (const guint8 *)"", 1);
    if (length == 1 || texts->bytes->len > G_MAXUINT32 / 2 - length)
        return 0;
    guint32 at = texts->bytes->len;
    g_byte_array_append(texts->bytes, (const guint8 *)text, (guint)length);
    return at;
}

const char *xaf_text(const XafTexts *texts, guint32 at)
{
    return at == 0 ? "" : (const char *)texts->bytes->data + at;
}

/* ---- the table ---- */

guint32 xaf_hash(guint32 seed, const char *text)
{
    guint32 hash = seed ^ 2166136261U;
    for (; *text != '\0'; text++)
        hash = (hash ^ (guint8)*text) * 16777619U;
    return hash ^ hash >> 15;
}

guint32 xaf_index_find(const XafIndex *index, guint32 hash, XafSame same, gconstpointer owner, gconstpointer key)
{
    for (guint32 i = hash; index->size > 0; i++) {
        guint32 slot = index->slots[i & (index->size - 1)];
        if (slot == 0)
            break;
        if (same(owner, slot - 1, key))
            return slot - 1;
    }
    return G_MAXUINT32;
}

static void slot_fill(XafIndex *index, guint32 hash, guint32 number)
{
    guint32 i = hash & (index->size - 1);
    while (index->slots[i] != 0)
        i = (i + 1) & (index->size - 1);
    index->slots[i] = number + 1;
}

void xaf_index_add(XafIndex *index, guint32 hash, guint32 number, XafHash hash_of, gconstpointer owner)
{
    if (index->used + index->used / 3 >= index->size) {
        XafIndex wider = {.size = MAX(index->size * 2, INDEX_FIRST), .used = index->used};
        wider.slots = g_new0(guint32, wider.size);
        for (guint32 i = 0; i < index->size; i++)
            if (index->slots[i] != 0)
                slot_fill(&wider, hash_of(owner, index->slots[i] - 1), index->slots[i] - 1);
        g_free(index->slots);
        *index = wider;
    }
    slot_fill(index, hash, number);
    index->used++;
}

/* ---- amounts and days ---- */

/* "1234.50", as nearly every line of the largest files has it; anything else takes the long way. */
static bool amount_plain(const char *text, Cents *cents)
{
    Cents value = 0;
    const char *at = text;
    for (; g_ascii_isdigit(*at); at++)
        value = value * 10 + (*at - '0');
    if (at == text || at - text > PLAIN_DIGITS_MOST || at[0] != '.' || !g_ascii_isdigit(at[1]) ||
        !g_ascii_isdigit(at[2]) || at[3] != '\0')
        return false;
    *cents = value * 100 + (at[1] - '0') * 10 + (at[2] - '0');
    return true;
}

bool xaf_amount(const char *amount, const char *side, const char *currency, Cents *cents)
{
    int decimals = currency_decimals(currency);
    Cents read = 0;
    bool credit = strcmp(side, "C") == 0;
    if (!credit && strcmp(side, "D") != 0)
        return false;
    if (!(decimals == 2 && amount_plain(amount, &read)) && !money_parse_file(amount, '.', decimals, &read, NULL) &&
        !money_parse_file(amount, ',', decimals, &read, NULL))
        return false;
    *cents = credit ? -read : read;
    return true;
}

Day xaf_day(const char *text)
{
    enum { DAY_LENGTH = 10 };
    Day day = DAY_NONE;
    g_autofree char *written = g_strndup(text, DAY_LENGTH);
    return day_parse_iso(written, &day) ? day : DAY_NONE;
}
