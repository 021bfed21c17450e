/* The German way, also Triodos's older files: a business code of three digits, then numbered subfields behind '?' or
 * '>'.  20-29 and 60-63 are one text in pieces of 27, 30 and 31 the counterparty's bank and account, 32 and 33 its
 * name.  SEPA parts of the text are marked EREF+, SVWZ+ … */
#include "base/reference.h"
#include "ledger/import/mt940.h"

#include <string.h>

typedef struct {
    GString *purpose;
    char *type, *journal, *bank, *account;
    char *first, *second; /* pieces 20 and 21 by themselves */
    GString *name;
} Subfields;

static void subfields_clear(Subfields *fields)
{
    g_string_free(fields->purpose, TRUE);
    g_string_free(fields->name, TRUE);
    g_free(fields->type);
    g_free(fields->journal);
    g_free(fields->bank);
    g_free(fields->account);
    g_free(fields->first);
    g_free(fields->second);
}

static void subfield_take(Subfields *fields, int number, char *value)
{
    g_autofree char *owned = value;
    if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63))
        g_string_append(fields->purpose, value);
    else if (number == 32 || number == 33)
        g_string_append(fields->name, value);
    char **place = number == 0    ? &fields->type
                   : number == 10 ? &fields->journal
                   : number == 20 ? &fields->first
                   : number == 21 ? &fields->second
                   : number == 30 ? &fields->bank
                   : number == 31 ? &fields->account
                                  : NULL;
    if (place != NULL)
        mt940_set(place, g_steal_pointer(&owned));
}

static bool subfield_at(const char *at, char mark)
{
    return at[0] == mark && g_ascii_isdigit(at[1]) && g_ascii_isdigit(at[2]);
}

static void subfields_split(const char *text, char mark, Subfields *fields)
{
    const char *at = text;
    while (subfield_at(at, mark)) {
        int number = g_ascii_digit_value(at[1]) * 10 + g_ascii_digit_value(at[2]);
        const char *value = at + 3, *end = value;
        while (*end != '\0' && !subfield_at(end, mark))
            end++;
        subfield_take(fields, number, g_strndup(value, (gsize)(end - value)));
        at = end;
    }
}

/* ---- the SEPA marks inside the text ---- */

static const struct {
    const char *mark;
    size_t place; /* in Mt940Remittance; 0: of no use here, or */
    bool words;   /* part of the text */
} marks[] = {
    {"SVWZ+", 0, true},
    {"EREF+", G_STRUCT_OFFSET(Mt940Remittance, end_to_end), false},
    {"MREF+", G_STRUCT_OFFSET(Mt940Remittance, mandate), false},
    {"OAMT+", G_STRUCT_OFFSET(Mt940Remittance, original), false},
    {"COAM+", G_STRUCT_OFFSET(Mt940Remittance, charges), false},
    {"IBAN+", G_STRUCT_OFFSET(Mt940Remittance, account), false},
    {"ABWA+", 0, true}, /* on whose behalf */
    {"ABWE+", 0, true},
    {"KREF+", 0, false},
    {"CRED+", 0, false},
    {"DEBT+", 0, false},
    {"BIC+", 0, false},
};

/* Business codes of money that comes back: direct debits (core, business) and transfers. */
static const char *const returns[] = {"108", "109", "159"};

static int mark_at(const char *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (at[0] == marks[i].mark[0] && g_str_has_prefix(at, marks[i].mark))
            return (int)i;
    return -1;
}

static const char *mark_next(const char *from, int *mark)
{
    for (const char *at = from; *at != '\0'; at++)
        if (g_ascii_isupper(*at) && (*mark = mark_at(at)) >= 0)
            return at;
    return NULL;
}

static void purpose_read(const char *purpose, Mt940Remittance *remittance)
{
    int mark = -1;
    const char *at = mark_next(purpose, &mark);
    g_autofree char *before = g_strndup(purpose, at == NULL ? strlen(purpose) : (size_t)(at - purpose));
    mt940_text_add(remittance, before);
    while (at != NULL) {
        int next = -1;
        const char *value = at + strlen(marks[mark].mark);
        at = mark_next(value, &next);
        char *owned = g_strndup(value, at == NULL ? strlen(value) : (size_t)(at - value));
        if (marks[mark].words)
            mt940_text_add(remittance, owned);
        if (marks[mark].place != 0)
            mt940_set(&G_STRUCT_MEMBER(char *, remittance, marks[mark].place), owned);
        else
            g_free(owned);
        mark = next;
    }
}

/* ---- whose account ---- */

static bool is_account(const char *text)
{
    return text != NULL && strlen(text) >= 9 && strspn(text, "0123456789") == strlen(text) &&
           strspn(text, "0") < strlen(text);
}

/* Triodos repeats our own account in 31 and gives the other side in 10, or as BIC and IBAN in 20 and 21. */
static void triodos_account(Subfields *fields, Mt940Remittance *remittance)
{
    g_autofree char *iban = iban_normal(fields->second);
    size_t bic = fields->first == NULL ? 0 : strlen(fields->first);
    if (is_account(fields->journal))
        mt940_set(&remittance->account, g_strdup(fields->journal));
    else if (iban != NULL && (bic == 8 || bic == 11)) {
        mt940_set(&remittance->account, g_steal_pointer(&iban));
        g_autofree char *both = g_strconcat(fields->first, fields->second, NULL);
        if (g_str_has_prefix(fields->purpose->str, both))
            g_string_erase(fields->purpose, 0, (gssize)strlen(both));
    }
}

static void account_take(Subfields *fields, char mark, Mt940Remittance *remittance)
{
    if (mark == '>') {
        triodos_account(fields, remittance);
        return;
    }
    if (fields->account == NULL)
        return;
    bool german = fields->bank != NULL && strlen(fields->bank) == 8 && strspn(fields->bank, "0123456789") == 8 &&
                  g_ascii_isdigit(fields->account[0]);
    mt940_set(&remittance->account,
              german ? g_strconcat(fields->bank, "/", fields->account, NULL) : g_strdup(fields->account));
}

static void lines_unbroken(GString *text, const char *lines)
{
    for (; *lines != '\0'; lines++)
        if (*lines != '\n' && *lines != MT940_FIELD_BREAK)
            g_string_append_c(text, *lines);
}

bool mt940_german_read(const char *lines, Mt940Remittance *remittance)
{
    if (strspn(lines, "0123456789") < 3)
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    lines_unbroken(text, lines);
    char mark = text->len > 3 ? text->str[3] : '\0';
    if ((mark != '?' && mark != '>') || !subfield_at(text->str + 3, mark))
        return false;
    Subfields fields = {.purpose = g_string_new(NULL), .name = g_string_new(NULL)};
    subfields_split(text->str + 3, mark, &fields);
    account_take(&fields, mark, remittance);
    purpose_read(fields.purpose->str, remittance);
    mt940_set(&remittance->name, g_strdup(fields.name->str));
    if (fields.type != NULL)
        mt940_set(&remittance->type, g_steal_pointer(&fields.type));
    for (size_t i = 0; i < G_N_ELEMENTS(returns); i++)
        remittance->returned = remittance->returned || strncmp(text->str, returns[i], 3) == 0;
    subfields_clear(&fields);
    return true;
}
