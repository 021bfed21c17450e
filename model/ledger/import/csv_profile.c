#include "ledger/import/csv_profile.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

enum { WIDTH_MOST = 1000 };

static const char *const field_names[CSV_FIELDS] = {
    [CSV_CUSTOMER_NUMBER] = "customer_number",
    [CSV_CUSTOMER_NAME] = "customer_name",
    [CSV_KIND] = "kind",
    [CSV_LANGUAGE] = "language",
    [CSV_COUNTRY] = "country",
    [CSV_VAT] = "vat",
    [CSV_STREET] = "street",
    [CSV_POSTCODE] = "postcode",
    [CSV_CITY] = "city",
    [CSV_CREDIT_LIMIT] = "credit_limit",
    [CSV_TERMS_DAYS] = "terms_days",
    [CSV_PAYMENT_CLASS] = "payment_class",
    [CSV_AGENT] = "agent",
    [CSV_STOP_SUPPLY] = "stop_supply",
    [CSV_PREPAY] = "prepay",
    [CSV_RESTRICTED] = "restricted",
    [CSV_CONTACT] = "contact",
    [CSV_ROLE] = "role",
    [CSV_PHONE] = "phone",
    [CSV_PHONE2] = "phone2",
    [CSV_EMAIL] = "email",
    [CSV_REACH] = "reach",
    [CSV_IBAN] = "iban",
    [CSV_CURRENCY] = "currency",
    [CSV_INVOICE_NUMBER] = "invoice_number",
    [CSV_ITEM_KIND] = "item_kind",
    [CSV_INVOICE_DATE] = "invoice_date",
    [CSV_DUE_DATE] = "due_date",
    [CSV_AMOUNT] = "amount",
    [CSV_OPEN_AMOUNT] = "open_amount",
    [CSV_REFERENCE] = "reference",
    [CSV_OWN_REFERENCE] = "own_reference",
    [CSV_DESCRIPTION] = "description",
    [CSV_PAID_DATE] = "paid_date",
    [CSV_DEBIT] = "debit",
    [CSV_CREDIT] = "credit",
    [CSV_FOREIGN_AMOUNT] = "foreign_amount",
    [CSV_FOREIGN_OPEN] = "foreign_open",
    [CSV_COMPANY_CURRENCY] = "company_currency",
    [CSV_MATCHING] = "matching",
    [CSV_ENTRY_NUMBER] = "entry_number",
    [CSV_ACCOUNT] = "account",
    [CSV_STATUS] = "status",
};
G_STATIC_ASSERT(CSV_FIELDS <= 64);

static const char *const item_kind_names[CSV_ITEM_KINDS] = {"invoice", "credit_note", "payment"};

const char *csv_field_name(CsvField field)
{
    return field_names[field];
}

static int name_position(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return (int)i;
    return -1;
}

/* ---- patterns ---- */

struct CsvPatterns {
    GPtrArray *wanted, *unwanted; /* GPatternSpec */
};

static void pattern_free(gpointer pattern)
{
    g_pattern_spec_free(pattern);
}

static CsvPatterns *patterns_new(const char *list)
{
    CsvPatterns *patterns = g_new0(CsvPatterns, 1);
    patterns->wanted = g_ptr_array_new_with_free_func(pattern_free);
    patterns->unwanted = g_ptr_array_new_with_free_func(pattern_free);
    g_auto(GStrv) words = g_strsplit(list, "|", -1);
    for (char **word = words; *word != NULL; word++) {
        bool unwanted = g_str_has_prefix(g_strstrip(*word), "!");
        g_autofree char *folded = text_fold(*word + unwanted);
        /* A letter that folds to nothing would become the pattern of any letter. */
        bool lost = strchr(folded, '?') != NULL && strchr(*word, '?') == NULL;
        if (folded[0] != '\0' && !lost)
            g_ptr_array_add(unwanted ? patterns->unwanted : patterns->wanted, g_pattern_spec_new(folded));
    }
    return patterns;
}

void csv_patterns_free(CsvPatterns *patterns)
{
    if (patterns == NULL)
        return;
    g_ptr_array_unref(patterns->wanted);
    g_ptr_array_unref(patterns->unwanted);
    g_free(patterns);
}

static bool any_fits(const GPtrArray *list, const char *folded)
{
    for (guint i = 0; i < list->len; i++)
        if (g_pattern_spec_match_string(g_ptr_array_index(list, i), folded))
            return true;
    return false;
}

bool csv_patterns_fit(const CsvPatterns *patterns, const char *text)
{
    g_autofree char *folded = text_fold(text);
    g_strstrip(folded);
    return !any_fits(patterns->unwanted, folded) && (patterns->wanted->len == 0 || any_fits(patterns->wanted, folded));
}

const char *csv_word(const Ini *ini, const char *section, const char *text)
{
    size_t count = 0;
    const IniEntry *entries = ini == NULL ? NULL : ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++) {
        CsvPatterns *patterns = patterns_new(entries[i].value);
        bool fits = csv_patterns_fit(patterns, text);
        csv_patterns_free(patterns);
        if (fits)
            return entries[i].key;
    }
    return NULL;
}

/* ---- one profile ---- */

static void profile_free(gpointer data)
{
    CsvProfile *profile = data;
    for (int i = 0; i < CSV_FIELDS; i++) {
        g_clear_pointer(&profile->headers[i], g_ptr_array_unref);
        csv_patterns_free(profile->rows[i]);
    }
    for (int i = 0; i < CSV_ITEM_KINDS; i++)
        csv_patterns_free(profile->kinds[i]);
    csv_patterns_free(profile->totals);
    g_free(profile->charset);
    g_free(profile->label);
    g_free(profile->slug);
    g_free(profile);
}

static bool refuse(const Ini *ini, const IniEntry *entry, GError **error, const char *sentence)
{
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s = %s: %s", ini_path(ini), entry->line, entry->key, entry->value,
                sentence);
}

static const struct {
    const char *word;
    char sign;
} signs[] = {
    {"auto", 0},  {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
    {"bar", '|'}, {"point", '.'}, {"quote", '"'},     {"apostrophe", '\''},
};

static bool sign_read(const char *value, char *sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(value, signs[i].word) == 0) {
            *sign = signs[i].sign;
            return true;
        }
    return false;
}

/* A word, or the sign itself where it is a rare one. */
static bool delimiter_read(CsvProfile *profile, const char *value)
{
    bool rare = g_ascii_ispunct(value[0]) && value[1] == '\0' && strchr("\"'.", value[0]) == NULL;
    if (rare)
        profile->delimiter = value[0];
    return rare || (sign_read(value, &profile->delimiter) && profile->delimiter != '.');
}

static bool decimal_read(CsvProfile *profile, const char *value)
{
    return sign_read(value, &profile->decimal) && strchr(".,", profile->decimal) != NULL; /* finds the 0 of auto, too */
}

static bool label_read(CsvProfile *profile, const char *value)
{
    g_free(profile->label);
    profile->label = g_strdup(value);
    return value[0] != '\0';
}

static bool charset_read(CsvProfile *profile, const char *value)
{
    g_clear_pointer(&profile->charset, g_free);
    if (strcmp(value, "auto") == 0)
        return true;
    GIConv converter = g_iconv_open("UTF-8", value);
    if (converter == (GIConv)-1)
        return false;
    g_iconv_close(converter);
    profile->charset = g_strdup(value);
    return true;
}

static bool days_read(CsvProfile *profile, const char *value)
{
    static const char *const orders[] = {"auto", "ymd", "dmy", "mdy"};
    int order = name_position(orders, G_N_ELEMENTS(orders), value);
    profile->days = (CsvDayOrder)order;
    return order >= 0;
}

static bool list_read(CsvProfile *profile, const char *value)
{
    profile->customers = strcmp(value, "customers") == 0;
    return profile->customers || strcmp(value, "items") == 0;
}

static bool owed_read(CsvProfile *profile, const char *value)
{
    profile->inverted = strcmp(value, "negative") == 0;
    return profile->inverted || strcmp(value, "positive") == 0;
}

static bool credits_read(CsvProfile *profile, const char *value)
{
    profile->credit_signed = strcmp(value, "signed") == 0;
    return profile->credit_signed || strcmp(value, "lower") == 0;
}

static bool header_read(CsvProfile *profile, const char *value)
{
    bool there = false;
    if (!ini_boolean(value, &there))
        return false;
    profile->headless = !there;
    return true;
}

static bool prefer_read(CsvProfile *profile, const char *value)
{
    return ini_boolean(value, &profile->preferred);
}

static bool open_read(CsvProfile *profile, const char *value)
{
    profile->amount_open = strcmp(value, "amount") == 0;
    return profile->amount_open || strcmp(value, "column") == 0;
}

static bool width_read(CsvProfile *profile, const char *value)
{
    gint64 width = 0;
    if (!ini_integer(value, 1, WIDTH_MOST, &width))
        return false;
    profile->width = (int)width;
    return true;
}

static bool totals_read(CsvProfile *profile, const char *value)
{
    csv_patterns_free(profile->totals);
    profile->totals = patterns_new(value);
    return true;
}

static bool needs_read(CsvProfile *profile, const char *value)
{
    g_auto(GStrv) words = g_strsplit_set(value, " ", -1);
    profile->needs = 0;
    for (char **word = words; *word != NULL; word++) {
        int field = name_position(field_names, CSV_FIELDS, *word);
        if (field < 0 && **word != '\0')
            return false;
        if (field >= 0)
            profile->needs |= G_GUINT64_CONSTANT(1) << field;
    }
    return profile->needs != 0;
}

static const struct {
    const char *key;
    bool (*read)(CsvProfile *profile, const char *value);
    const char *sentence;
} keys[] = {
    {"label", label_read, N_("write a name for people")},
    {"list", list_read, N_("write items or customers")},
    {"delimiter", delimiter_read, N_("write auto, comma, semicolon, tab or bar")},
    {"decimal", decimal_read, N_("write auto, comma or point")},
    {"charset", charset_read, N_("write auto or a charset such as windows-1252")},
    {"days", days_read, N_("write auto, ymd, dmy or mdy")},
    {"owed", owed_read, N_("write positive or negative")},
    {"credits", credits_read, N_("write lower or signed")},
    {"needs", needs_read, N_("write names of fields with blanks between them")},
    {"header", header_read, N_("write yes or no")},
    {"width", width_read, N_("write how many cells each row has")},
    {"prefer", prefer_read, N_("write yes or no")},
    {"open", open_read, N_("write column or amount")},
    {"totals", totals_read, N_("write patterns with | between them")},
};

static bool setting_read(const Ini *ini, CsvProfile *profile, const IniEntry *entry, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(entry->key, keys[i].key) == 0)
            return keys[i].read(profile, entry->value) || refuse(ini, entry, error, _(keys[i].sentence));
    return refuse(ini, entry, error, _("no such key here; docs/import.md lists them"));
}

char *csv_header_fold(const char *name)
{
    const char *hash = strrchr(name, '#'), *digits = hash == NULL ? NULL : hash + 1;
    size_t length = hash == NULL ? 0 : strspn(digits, "0123456789");
    if (length == 0 || length > 3 || digits[length + strspn(digits + length, " ")] != '\0')
        return text_fold_bare(name);
    g_autofree char *word = g_strndup(name, (gsize)(hash - name)), *folded = text_fold_bare(word);
    return g_strdup_printf("%s#%.*s", folded, (int)length, digits);
}

static bool column_read(const Ini *ini, CsvProfile *profile, const IniEntry *entry, GError **error)
{
    int field = name_position(field_names, CSV_FIELDS, entry->key);
    if (field < 0)
        return refuse(ini, entry, error, _("no such field; docs/import.md lists them"));
    g_auto(GStrv) names = g_strsplit(entry->value, "|", -1);
    g_clear_pointer(&profile->headers[field], g_ptr_array_unref);
    if (entry->value[0] == '\0') /* what the profile it is like has and it has not */
        return true;
    profile->headers[field] = g_ptr_array_new_with_free_func(g_free);
    for (char **name = names; *name != NULL; name++)
        g_ptr_array_add(profile->headers[field], csv_header_fold(*name));
    return true;
}

static bool row_read(const Ini *ini, CsvProfile *profile, const IniEntry *entry, GError **error)
{
    int field = name_position(field_names, CSV_FIELDS, entry->key);
    if (field < 0)
        return refuse(ini, entry, error, _("no such field; docs/import.md lists them"));
    csv_patterns_free(profile->rows[field]);
    profile->rows[field] = patterns_new(entry->value);
    return true;
}

static bool kind_read(const Ini *ini, CsvProfile *profile, const IniEntry *entry, GError **error)
{
    int kind = name_position(item_kind_names, CSV_ITEM_KINDS, entry->key);
    if (kind < 0)
        return refuse(ini, entry, error, _("write invoice, credit_note or payment"));
    csv_patterns_free(profile->kinds[kind]);
    profile->kinds[kind] = patterns_new(entry->value);
    return true;
}

/* [csv.NAME] and what hangs below it. */
static const struct {
    const char *suffix;
    bool (*read)(const Ini *ini, CsvProfile *profile, const IniEntry *entry, GError **error);
} parts[] = {{"", setting_read}, {".columns", column_read}, {".rows", row_read}, {".kinds", kind_read}};

static bool profile_fill(const Ini *ini, CsvProfile *profile, const char *section, GError **error)
{
    for (size_t part = 0; part < G_N_ELEMENTS(parts); part++) {
        g_autofree char *name = g_strconcat(section, parts[part].suffix, NULL);
        size_t count = 0;
        const IniEntry *entries = ini_entries(ini, name, &count);
        for (size_t i = 0; i < count; i++) {
            if (strcmp(entries[i].key, "like") == 0 && part == 0)
                continue;
            if (!parts[part].read(ini_owner(ini, name), profile, &entries[i], error))
                return false;
        }
    }
    return true;
}

/* A profile that is `like` another begins as that one. */
static bool profile_inherit(const Ini *ini, CsvProfile *profile, const char *section, GError **error)
{
    const char *like = ini_get(ini, section, "like");
    if (like == NULL)
        return true;
    g_autofree char *other = g_strconcat("csv.", like, NULL);
    if (ini_section_line(ini, other) == 0 || strcmp(other, section) == 0 || ini_get(ini, other, "like") != NULL)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s:%d: like = %s: write the name of a profile that stands for itself"),
                    ini_path(ini_owner(ini, section)), ini_line(ini, section, "like"), like);
    return profile_fill(ini, profile, other, error);
}

static CsvProfile *profile_new(const char *section)
{
    CsvProfile *profile = g_new0(CsvProfile, 1);
    profile->slug = g_strdup(section + strlen("csv."));
    return profile;
}

static bool profile_sound(const Ini *ini, const CsvProfile *profile, const char *section, GError **error)
{
    const char *sentence = NULL;
    if (profile->label == NULL)
        sentence = _("a profile has a label");
    else if (profile->needs == 0)
        sentence = _("a profile says which columns it needs");
    for (int field = 0; field < CSV_FIELDS; field++)
        if ((profile->needs >> field & 1) != 0 && profile->headers[field] == NULL)
            sentence = _("a column that is needed has no header below [….columns]");
    if (sentence == NULL && profile->headless && profile->width == 0)
        sentence = _("a profile of a list without headers has a width");
    return sentence == NULL || fail(error, BELRONDE_ERROR_INPUT, "%s:%d: [%s]: %s", ini_path(ini_owner(ini, section)),
                                    ini_section_line(ini, section), section, sentence);
}

static bool section_is_profile(const char *section)
{
    return g_str_has_prefix(section, "csv.") && strchr(section + strlen("csv."), '.') == NULL;
}

GPtrArray *csv_profiles_load(const Ini *ini, GError **error)
{
    g_autoptr(GPtrArray) profiles = g_ptr_array_new_with_free_func(profile_free);
    for (const char *const *section = ini_sections(ini); *section != NULL; section++) {
        if (!section_is_profile(*section))
            continue;
        CsvProfile *profile = profile_new(*section);
        g_ptr_array_add(profiles, profile);
        if (!profile_inherit(ini, profile, *section, error) || !profile_fill(ini, profile, *section, error) ||
            !profile_sound(ini, profile, *section, error))
            return NULL;
    }
    return g_steal_pointer(&profiles);
}
