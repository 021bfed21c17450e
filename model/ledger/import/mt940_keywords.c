/* The dialect of keywords: /EREF/…/CNTP/…/REMI/… of ING, Rabobank, ABN AMRO, Knab, Triodos, van Lanschot.  Values
 * may hold strokes, so a text is split at known keywords only. */
#include "ledger/import/mt940.h"

#include <string.h>

enum { WORD_MOST = 9 };

typedef struct Word Word;

/* One keyword with the value behind it, as places in the joined text. */
typedef struct {
    const Word *word;
    size_t from, to;
} Part;

typedef void (*PartRead)(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance);

/* A known keyword; without a reader its value is of no use here. */
struct Word {
    const char *text;
    PartRead read;
    bool party;    /* NAME and ID may follow it */
    bool ultimate; /* on whose behalf it is paid */
};

static const Word *word_find(const char *text, size_t length);

/* At a stroke: which keyword stands between it and the next one; NULL none. */
static const Word *word_at(const char *stroke)
{
    size_t length = 0;
    while (length < WORD_MOST && g_ascii_isupper(stroke[1 + length]))
        length++;
    return length < 2 || stroke[1 + length] != '/' ? NULL : word_find(stroke + 1, length);
}

/* An identification belongs to the party right before it; elsewhere /ID/ is the payer's own text. */
static bool fits(const GArray *parts, const Word *word, const char *text, size_t at)
{
    if (strcmp(word->text, "ID") != 0)
        return true;
    const Part *last = parts->len == 0 ? NULL : &g_array_index(parts, Part, parts->len - 1);
    return last != NULL && last->word->party && at <= last->from + strspn(text + last->from, " /");
}

static GArray *parts_split(const char *text, size_t length)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(Part));
    for (size_t at = 0; at < length; at++) {
        const Word *word = text[at] == '/' ? word_at(text + at) : NULL;
        if (word == NULL || !fits(parts, word, text, at))
            continue;
        if (parts->len > 0)
            g_array_index(parts, Part, parts->len - 1).to = at;
        Part part = {word, at + strlen(word->text) + 2, length};
        g_array_append_val(parts, part);
        at = part.from - 1;
    }
    return parts;
}

/* ---- values ---- */

static char *strokes_strip(char *value)
{
    size_t length = strlen(value);
    while (length > 0 && (value[length - 1] == '/' || value[length - 1] == ' '))
        value[--length] = '\0';
    return value;
}

static char *value_bare(const Mt940Joined *joined, const Part *part)
{
    return strokes_strip(g_strndup(joined->bare->str + part->from, part->to - part->from));
}

/* account/bic/name/city/; a stroke too many belongs to the name. */
static void counterparty_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    g_autofree char *value = mt940_joined_read(joined, part->from, part->to);
    g_auto(GStrv) pieces = g_strsplit(value, "/", -1);
    guint count = g_strv_length(pieces);
    guint last = count > 5 ? count - 3 : 2; /* of the name */
    if (count > 0)
        mt940_set(&remittance->account, g_strdup(pieces[0]));
    if (count <= 2)
        return;
    g_autoptr(GString) name = g_string_new(pieces[2]);
    for (guint i = 3; i <= last; i++)
        g_string_append_printf(name, "/%s", pieces[i]);
    mt940_set(&remittance->name, strokes_strip(g_strdup(name->str)));
}

static const char *after_prefix(const char *text, const char *prefix)
{
    return g_str_has_prefix(text, prefix) ? text + strlen(prefix) : NULL;
}

/* "CUR/8850426741301240/…": the reference, and where the rest begins. */
static const char *structured_read(const char *at, Mt940Remittance *remittance)
{
    const char *stroke = strchr(at, '/');
    if (stroke == NULL)
        return at;
    size_t length = strcspn(stroke + 1, "/");
    g_autofree char *reference = g_strndup(stroke + 1, length);
    mt940_set(&remittance->reference, mt940_reference(reference));
    return stroke + 1 + length;
}

/* /CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/n of Rabobank. */
static bool creditor_reference_read(const char *value, Mt940Remittance *remittance)
{
    const char *at = strstr(value, "CDTRREFTP/") == NULL ? NULL : strstr(value, "/CDTRREF/");
    if (at == NULL)
        return false;
    at += strlen("/CDTRREF/");
    size_t length = strcspn(at, "/");
    g_autofree char *reference = g_strndup(at, length);
    mt940_set(&remittance->reference, mt940_reference(reference));
    mt940_text_add(remittance, at + length + strspn(at + length, "/"));
    return true;
}

static void remittance_value_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    g_autofree char *value = mt940_joined_read(joined, part->from, part->to);
    g_strstrip(value);
    if (creditor_reference_read(value, remittance))
        return;
    const char *at = value + strspn(value, "/"), *free_text = after_prefix(at, "USTD/");
    const char *structured = after_prefix(at, "STRD/");
    if (free_text == NULL && structured == NULL) {
        mt940_text_add(remittance, at);
        return;
    }
    strokes_strip(value);
    while (structured != NULL && *structured != '\0') {
        at = structured_read(structured, remittance);
        at += strspn(at, "/");
        free_text = at;
        structured = after_prefix(at, "STRD/");
    }
    const char *marked = free_text == NULL ? NULL : after_prefix(free_text, "USTD/");
    free_text = marked != NULL ? marked : free_text;
    if (structured == NULL && free_text != NULL)
        mt940_text_add(remittance, free_text + strspn(free_text, "/"));
}

/* On whose behalf: "name/id/" in ING's way. */
static void ultimate_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    g_autofree char *value = value_bare(joined, part);
    g_autofree char *name = g_strndup(value, strcspn(value, "/"));
    mt940_text_add(remittance, name);
}

static void return_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    char *value = value_bare(joined, part);
    value[strcspn(value, "/ ")] = '\0';
    mt940_set(&remittance->return_reason, value);
}

static void payments_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    g_autofree char *value = value_bare(joined, part);
    guint64 count = 0;
    if (g_ascii_string_to_unsigned(value, 10, 0, G_MAXINT32, &count, NULL))
        remittance->payments = (gint64)count;
}

static void end_to_end_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->end_to_end, value_bare(joined, part));
}

static void batch_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->batch, value_bare(joined, part));
}

static void mandate_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->mandate, value_bare(joined, part));
}

static void name_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->name, strokes_strip(mt940_joined_read(joined, part->from, part->to)));
}

static void account_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->account, value_bare(joined, part));
}

static void type_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->type, strokes_strip(mt940_joined_read(joined, part->from, part->to)));
}

static void original_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->original, value_bare(joined, part));
}

static void charges_read(const Mt940Joined *joined, const Part *part, Mt940Remittance *remittance)
{
    mt940_set(&remittance->charges, value_bare(joined, part));
}

/* ---- the words ---- */

static const Word words[] = {
    {"REMI", .read = remittance_value_read},
    {"EREF", .read = end_to_end_read},
    {"CNTP", .read = counterparty_read},
    {"NAME", .read = name_read},
    {"IBAN", .read = account_read},
    {"BBAN", .read = account_read},
    {"BIC", .read = NULL},
    {"TRTP", .read = type_read},
    {"ORDP", .party = true},
    {"BENM", .party = true},
    {"ID", .read = NULL},
    {"ADDR", .read = NULL},
    {"ISDT", .read = NULL},
    {"MARF", .read = mandate_read},
    {"CSID", .read = NULL},
    {"PREF", .read = batch_read},
    {"IREF", .read = NULL},
    {"CREF", .read = NULL},
    {"PURP", .read = NULL},
    {"RTRN", .read = return_read},
    {"RTYP", .read = return_read},
    {"ULTD", .read = ultimate_read, .party = true, .ultimate = true},
    {"ULTC", .read = ultimate_read, .party = true, .ultimate = true},
    {"ULTB", .read = ultimate_read, .party = true, .ultimate = true},
    {"INIT", .party = true},
    {"PIND", .read = NULL},
    {"NRTX", .read = payments_read},
    {"OCMT", .read = original_read},
    {"CHGS", .read = charges_read},
    {"EXCH", .read = NULL},
    {"TRCD", .read = NULL},
    {"SVCL", .read = NULL},
    {"SWOC", .read = NULL},
    {"SWOD", .read = NULL},
};

static const Word *word_find(const char *text, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].text[0] == text[0] && strncmp(words[i].text, text, length) == 0 && words[i].text[length] == '\0')
            return &words[i];
    return NULL;
}

bool mt940_keywords_read(const Mt940Joined *joined, Mt940Remittance *remittance)
{
    const char *text = joined->bare->str;
    size_t start = strspn(text, " ");
    if (text[start] != '/' || word_at(text + start) == NULL)
        return false;
    g_autoptr(GArray) parts = parts_split(text, joined->bare->len);
    bool of_ultimate = false;
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = &g_array_index(parts, Part, i);
        PartRead read = part->word->read;
        if (read != NULL) /* the name behind /ULTD/ is not the counterparty's */
            (of_ultimate && read == name_read ? ultimate_read : read)(joined, part, remittance);
        of_ultimate = part->word->ultimate;
    }
    return true;
}
