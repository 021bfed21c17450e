/* The field :61: of a statement: days, sign, amount, kind, references. */
#include "base/i18n.h"
#include "ledger/import/mt940.h"

#include <string.h>

enum { DATE_DIGITS = 6, ENTRY_DIGITS = 4, REFERENCE_MOST = 16 };

typedef struct {
    const char *letters;
    int sign;
    bool reversal, expected;
} Mark;

/* The longer first.  A reversed credit takes money away; E: announced only. */
static const Mark marks[] = {
    {"RC", -1, true, false}, {"RD", 1, true, false}, {"EC", 1, false, true},
    {"ED", -1, false, true}, {"C", 1, false, false}, {"D", -1, false, false},
};

static const Mark *mark_read(const char **at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        size_t length = strlen(marks[i].letters);
        if (g_ascii_strncasecmp(*at, marks[i].letters, length) == 0) {
            *at += length;
            return &marks[i];
        }
    }
    return NULL;
}

/* ---- days ---- */

/* The bank's day is the entry date, else the value date; a date that does not exist gives way to the nearest
 * one that does, so that the line is kept. */
static bool days_read(const char *value, const char *entry, Day anchor, Mt940Movement *movement)
{
    bool shifted = false, has_value = mt940_day(value, &movement->value_day, &shifted);
    if (!has_value) {
        movement->day_remark =
            N_("This value date does not exist: the entry date or the day of the statement is taken.");
        movement->value_day = anchor;
        if (day_known(anchor) && entry != NULL)
            mt940_entry_day(entry, anchor, &movement->value_day);
    } else if (shifted) {
        movement->day_remark = N_("This value date does not exist: the last day of its month is taken.");
    }
    movement->day = movement->value_day;
    if (!day_known(movement->value_day))
        return false;
    if (entry != NULL && !mt940_entry_day(entry, movement->value_day, &movement->day))
        movement->day_remark =
            N_("This entry date does not exist or is far from the value date: the value date is taken.");
    return true;
}

/* ---- kind and references ---- */

/* N and three signs, S and the number of a SWIFT message, F and three signs. */
static bool code_read(const char **at, size_t length, char code[static 5])
{
    if (length < 4 || strchr("NSFnsf", (*at)[0]) == NULL)
        return false;
    for (int i = 0; i < 4; i++)
        if (!g_ascii_isalnum((*at)[i]) && (*at)[i] != ' ')
            return false;
    for (int i = 0; i < 4; i++)
        code[i] = g_ascii_toupper((*at)[i]);
    code[4] = '\0';
    g_strchomp(code);
    *at += 4;
    return true;
}

static char *trimmed(const char *text, size_t length)
{
    return g_strstrip(g_strndup(text, length));
}

/* Older Rabobank files: the account padded to sixteen places, then the name. */
static bool padded(const char *text, size_t length)
{
    return length > REFERENCE_MOST && text[REFERENCE_MOST - 1] == ' ' && strspn(text + 1, "0123456789") >= 6;
}

static void references_read(const char *at, size_t length, Mt940Movement *movement)
{
    const char *strokes = g_strstr_len(at, (gssize)length, "//");
    size_t own = strokes == NULL ? length : (size_t)(strokes - at);
    bool name_behind = padded(at, own);
    movement->reference = trimmed(at, name_behind ? REFERENCE_MOST : own);
    if (name_behind)
        movement->extra = trimmed(at + REFERENCE_MOST, own - REFERENCE_MOST);
    movement->bank_reference = strokes == NULL ? g_strdup("") : trimmed(strokes + 2, length - own - 2);
}

static void extra_add(Mt940Movement *movement, const char *lines)
{
    char *more = g_strstrip(g_strdup(lines));
    if (movement->extra == NULL || movement->extra[0] == '\0') {
        g_free(movement->extra);
        movement->extra = more;
        return;
    }
    char *both = *more == '\0' ? g_strdup(movement->extra) : g_strconcat(movement->extra, "\n", more, NULL);
    g_free(movement->extra);
    g_free(more);
    movement->extra = both;
}

/* ---- the field ---- */

static bool all_digits(const char *text, size_t count)
{
    return strspn(text, "0123456789") >= count;
}

/* From behind the dates: mark, funds letter, amount. */
static const char *amount_read(const char **at, bool whole, const char *currency, Mt940Movement *movement)
{
    const Mark *mark = mark_read(at);
    if (mark == NULL)
        return _("it does not say whether the money came in or went out");
    *at += g_ascii_isalpha(**at) ? 1 : 0;
    size_t length = strspn(*at, "0123456789,");
    bool cut = !whole && ((*at)[length] == '\0' || memchr(*at, ',', length) == NULL);
    Cents amount = 0;
    if (cut || !mt940_amount(*at, length, currency, &amount, &movement->exact))
        return _("its amount cannot be read");
    movement->amount = mark->sign * amount;
    movement->reversal = mark->reversal;
    movement->expected = mark->expected;
    *at += length;
    return NULL;
}

const char *mt940_movement_read(const char *field, bool whole, const char *currency, Day anchor,
                                Mt940Movement *movement)
{
    *movement = (Mt940Movement){.day = DAY_NONE, .value_day = DAY_NONE, .exact = true};
    const char *at = field + strspn(field, " "), *end = at + strcspn(at, "\n");
    if (!all_digits(at, DATE_DIGITS))
        return _("it has no date that can be read");
    const char *value = at, *entry = NULL;
    at += DATE_DIGITS;
    if (all_digits(at, ENTRY_DIGITS)) {
        entry = at;
        at += ENTRY_DIGITS;
    }
    const char *reason = amount_read(&at, whole || *end != '\0', currency, movement);
    if (reason != NULL)
        return reason;
    code_read(&at, (size_t)(end - at), movement->code);
    references_read(at, (size_t)(end - at), movement);
    extra_add(movement, end);
    movement->reversal = movement->reversal || strcmp(movement->code, "NRTI") == 0; /* returned item */
    return days_read(value, entry, anchor, movement) ? NULL : _("it has no date, and neither has the statement");
}

void mt940_movement_clear(Mt940Movement *movement)
{
    g_free(movement->reference);
    g_free(movement->bank_reference);
    g_free(movement->extra);
    *movement = (Mt940Movement){.day = DAY_NONE, .value_day = DAY_NONE, .exact = true};
}
