/* The fields of an outcome: [field.OUTCOME.NAME], else the shared [field.NAME].  Two passes, because a
 * condition may name a field that comes later. */
#include "base/day.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/playbook_parts.h"

#include <string.h>

#define SUGGESTIONS 9

static const char *const type_words[] = {
    [FIELD_TEXT] = "text",           [FIELD_NUMBER] = "number", [FIELD_AMOUNT] = "amount", [FIELD_DATE] = "date",
    [FIELD_DATETIME] = "datetime",   [FIELD_PHONE] = "phone",   [FIELD_EMAIL] = "email",   [FIELD_CHOICE] = "choice",
    [FIELD_CHECK] = "check",         [FIELD_ITEM] = "item",     [FIELD_ITEMS] = "items",   [FIELD_CONTACT] = "contact",
    [FIELD_COLLEAGUE] = "colleague", [FIELD_NOTE] = "note",     [FIELD_PARTS] = "parts",
};

/* What `suggest` may be, per type; types not here take any text. */
static const struct {
    FieldType type;
    const char *words[4];
} suggestion_words[] = {
    {FIELD_AMOUNT, {"ask", "item", "zero", NULL}},
    {FIELD_CONTACT, {"collections_contact", "ask_for", "management", NULL}},
    {FIELD_EMAIL, {"email", NULL}},
    {FIELD_PHONE, {"phone", NULL}},
    {FIELD_CHECK, {"yes", "no", NULL}},
    {FIELD_ITEM, {"oldest", "disputed", NULL}},
    {FIELD_ITEMS, {"marked", NULL}},
};

const Field *outcome_field(const Outcome *outcome, const char *name)
{
    for (size_t i = 0; i < outcome->field_count; i++)
        if (strcmp(outcome->fields[i].name, name) == 0)
            return &outcome->fields[i];
    return NULL;
}

static Part *field_part(Sheet *sheet, const Outcome *outcome, const char *name)
{
    Part *own = sheet_partf(sheet, "field.%s.%s", outcome->slug, name);
    return own != NULL ? own : sheet_partf(sheet, "field.%s", name);
}

static bool type_read(Part *part, Field *field, GError **error)
{
    PartEntry *entry = part_entry(part, "type");
    for (size_t i = 0; entry != NULL && i < G_N_ELEMENTS(type_words); i++) {
        if (strcmp(entry->value, type_words[i]) == 0) {
            field->type = (FieldType)i;
            return true;
        }
    }
    if (entry == NULL)
        return part_fail(part, NULL, error, _("[%s] needs a type, for instance type = \"date\""), part->name);
    return part_fail(part, entry, error, _("there is no type “%s”; see the list of field types at the top"),
                     entry->value);
}

static bool minute_read(Part *part, int *minute, GError **error)
{
    PartEntry *entry = part_entry(part, "at");
    *minute = MINUTE_NONE;
    if (entry == NULL || hour_parse(entry->value, minute))
        return true;
    return part_fail(part, entry, error, _("an hour such as 09:30 is expected here, not “%s”"), entry->value);
}

static bool choice_read(Sheet *sheet, Part *part, const char *slug, Choice *choice, GError **error)
{
    const char *labels[PLAYBOOK_LANGUAGES], *letters[PLAYBOOK_LANGUAGES];
    g_autofree char *label = g_strdup_printf("choice_%s", slug), *letter = g_strdup_printf("letter_%s", slug);
    g_autofree char *needs = g_strdup_printf("needs_%s", slug);
    if (!part_texts(part, label, true, labels, NULL, error) || !part_texts(part, letter, true, letters, NULL, error))
        return false;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        if (g_utf8_strlen(letters[i], -1) != 1)
            return part_fail(part, part_entry(part, letter), error, _("%s must be one letter"), letter);
    PartEntry *need = part_entry(part, needs);
    if (need != NULL && !fact_known(need->value))
        return part_fail(part, need, error, _("a choice can need management, email or another fact, not “%s”"),
                         need->value);
    *choice = (Choice){slug, letters[sheet->language], labels[sheet->language], need == NULL ? NULL : need->value};
    return true;
}

/* No letter twice in any language: checked against the raw entries, the struct holds one language only. */
static bool letters_differ(Part *part, const char *const *slugs, GError **error)
{
    const char *seen[PLAYBOOK_LANGUAGES][27] = {{NULL}};
    for (size_t i = 0; slugs[i] != NULL && i < 26; i++) {
        g_autofree char *key = g_strdup_printf("letter_%s", slugs[i]);
        const char *letters[PLAYBOOK_LANGUAGES];
        PartEntry *entry = NULL;
        if (!part_texts(part, key, true, letters, &entry, error))
            return false;
        for (int language = 0; language < PLAYBOOK_LANGUAGES; language++) {
            for (size_t j = 0; j < i; j++)
                if (g_ascii_strcasecmp(seen[language][j], letters[language]) == 0)
                    return part_fail(part, entry, error, _("letter %s chooses %s already; take another one"),
                                     letters[language], slugs[j]);
            seen[language][i] = letters[language];
        }
    }
    return true;
}

static bool choices_read(Sheet *sheet, Part *part, Field *field, GError **error)
{
    PartEntry *entry = part_entry(part, "choices");
    if (field->type != FIELD_CHOICE)
        return entry == NULL || part_fail(part, entry, error, _("choices need type = \"choice\""));
    if (entry == NULL)
        return part_fail(part, NULL, error, _("[%s] is a choice and needs choices = \"one two\""), part->name);
    const char *const *slugs = part_words(sheet, entry->value);
    g_autoptr(GArray) choices = g_array_new(FALSE, TRUE, sizeof(Choice));
    for (const char *const *slug = slugs; *slug != NULL; slug++) {
        Choice choice = {0};
        if (!choice_read(sheet, part, *slug, &choice, error))
            return false;
        g_array_append_val(choices, choice);
    }
    field->choice_count = choices->len;
    field->choices = sheet_keep(sheet, g_steal_pointer(&choices));
    return letters_differ(part, slugs, error);
}

/* Help of its own, else that of the type: [help.date]. */
static bool help_read(Sheet *sheet, Part *part, Field *field, GError **error)
{
    const char *texts[PLAYBOOK_LANGUAGES];
    if (!part_texts(part, "help", false, texts, NULL, error))
        return false;
    Part *shared = sheet_partf(sheet, "help.%s", type_words[field->type]);
    const char *general[PLAYBOOK_LANGUAGES] = {"", "", ""};
    if (shared != NULL && !part_texts(shared, "help", true, general, NULL, error))
        return false;
    field->help = texts[0] != NULL ? texts[sheet->language] : general[sheet->language];
    return true;
}

static bool texts_read(Sheet *sheet, Part *part, const Outcome *outcome, Field *field, GError **error)
{
    const char *labels[PLAYBOOK_LANGUAGES], *hints[PLAYBOOK_LANGUAGES];
    PartEntry *at = NULL;
    if (!part_texts(part, "label", true, labels, &at, error))
        return false;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        if (text_width(labels[i]) > 12)
            return part_fail(part, at, error, _("the label “%s” is wider than 12 columns"), labels[i]);
    field->label = labels[sheet->language];
    if (!part_texts(part, "hint", false, hints, &at, error))
        return false;
    field->hint = hints[0] == NULL ? "" : hints[sheet->language];
    for (int i = 0; i < PLAYBOOK_LANGUAGES && hints[i] != NULL; i++)
        if (!placeholders_known(part, at, outcome, hints[i], error))
            return false;
    return help_read(sheet, part, field, error);
}

static bool limits_read(Part *part, Field *field, GError **error)
{
    field->min = 0;
    field->max = G_MAXINT32;
    return part_number(part, "min", 0, G_MAXINT32, &field->min, error) &&
           part_number(part, "max", 0, G_MAXINT32, &field->max, error);
}

static bool flags_read(Part *part, Field *field, GError **error)
{
    const struct {
        const char *key;
        bool *flag;
    } flags[] = {
        {"star", &field->star}, {"past", &field->past}, {"no_roll", &field->no_roll}, {"bank_day", &field->bank_day}};
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
        if (!part_flag(part, flags[i].key, flags[i].flag, error))
            return false;
    return true;
}

static bool field_begin(Sheet *sheet, const Part *outcome_part, const Outcome *outcome, const char *name, Field *field,
                        GError **error)
{
    Part *part = field_part(sheet, outcome, name);
    if (part == NULL)
        return part_fail(outcome_part, NULL, error, _("field %s of %s has no section; add [field.%s.%s]"), name,
                         outcome->slug, outcome->slug, name);
    *field = (Field){.name = name, .line = part->line};
    return type_read(part, field, error) && choices_read(sheet, part, field, error) && flags_read(part, field, error) &&
           minute_read(part, &field->minute, error) && limits_read(part, field, error);
}

static bool suggestion_allowed(const Part *part, const PartEntry *entry, const Field *field, const char *value,
                               GError **error)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, value) == 0)
            return true;
    if (field->type == FIELD_CHOICE)
        return part_fail(part, entry, error, _("“%s” is none of the choices"), value);
    for (size_t i = 0; i < G_N_ELEMENTS(suggestion_words); i++)
        if (suggestion_words[i].type == field->type && !g_strv_contains(suggestion_words[i].words, value))
            return part_fail(part, entry, error, _("“%s” cannot be suggested here; see the list at the top"), value);
    return true;
}

static bool suggestions_read(Sheet *sheet, Part *part, const Outcome *outcome, Field *field, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(Suggestion));
    bool date = field->type == FIELD_DATE || field->type == FIELD_DATETIME;
    for (int i = 0; i <= SUGGESTIONS; i++) {
        g_autofree char *key = i == 0 ? g_strdup("suggest") : g_strdup_printf("suggest_%d", i);
        PartEntry *entry = part_entry(part, key);
        if (entry == NULL)
            continue;
        Suggestion suggestion;
        if (!suggestion_read(sheet, part, entry, outcome, date, &suggestion, error) ||
            (!date && !suggestion_allowed(part, entry, field, suggestion.value, error)))
            return false;
        g_array_append_val(found, suggestion);
    }
    field->suggestion_count = found->len;
    field->suggestions = sheet_keep(sheet, g_steal_pointer(&found));
    return true;
}

static bool shown_read(Sheet *sheet, Part *part, const Outcome *outcome, Field *field, GError **error)
{
    PartEntry *entry = part_entry(part, "shown");
    if (entry == NULL)
        return true;
    g_autofree char *text = g_strdup_printf("when %s", entry->value);
    const char *const *word = part_words(sheet, text);
    if (!condition_read(part, entry, outcome, &word, &field->shown, error))
        return false;
    return *word == NULL || part_fail(part, entry, error, _("“%s” stands behind the end of the condition"), *word);
}

static bool field_finish(Sheet *sheet, const Outcome *outcome, Field *field, GError **error)
{
    Part *part = field_part(sheet, outcome, field->name);
    return texts_read(sheet, part, outcome, field, error) && suggestions_read(sheet, part, outcome, field, error) &&
           shown_read(sheet, part, outcome, field, error);
}

/* Every form ends with a note, asked for or not. */
static const char *const *field_names(Sheet *sheet, Part *part)
{
    const char *names = part_value(part, "fields");
    g_auto(GStrv) words = g_strsplit(names == NULL ? "" : names, " ", -1);
    bool has_note = g_strv_contains((const char *const *)words, "note");
    g_autofree char *all = g_strconcat(names == NULL ? "" : names, has_note ? "" : " note", NULL);
    return part_words(sheet, all);
}

bool fields_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    g_autoptr(GArray) fields = g_array_new(FALSE, TRUE, sizeof(Field));
    for (const char *const *name = field_names(sheet, part); *name != NULL; name++) {
        for (guint i = 0; i < fields->len; i++)
            if (strcmp(g_array_index(fields, Field, i).name, *name) == 0)
                return part_fail(part, part_entry(part, "fields"), error, _("field %s stands there twice"), *name);
        Field field;
        if (!field_begin(sheet, part, outcome, *name, &field, error))
            return false;
        g_array_append_val(fields, field);
    }
    outcome->field_count = fields->len;
    Field *kept = sheet_keep(sheet, g_steal_pointer(&fields));
    outcome->fields = kept;
    for (size_t i = 0; i < outcome->field_count; i++)
        if (!field_finish(sheet, outcome, &kept[i], error))
            return false;
    return true;
}
