/* One [outcome.SLUG] section. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/playbook_parts.h"

#include <string.h>

#define ROWS 20

static const char *const contact_words[] = {
    [OUTCOME_ATTEMPT] = "attempt",
    [OUTCOME_RIGHT_PARTY] = "right_party",
    [OUTCOME_THIRD_PARTY] = "third_party",
    [OUTCOME_OTHER] = "other",
};

/* What a card knows (card_placeholder), and what a form adds (form_words.c). */
static const char *const card_names[] = {
    "customer",    "number",        "contact",     "agent",    "company",  "company_phone", "amount",
    "open",        "overdue",       "promised",    "disputed", "invoices", "items",         "oldest",
    "days",        "kept",          "broken",      "today",    "bank_day", "credit_limit",  "phone",
    "handover_to", "days_by_month", "days_before", "answer",   NULL};
static const char *const form_names[] = {"times",      "count",       "asked",          "rest",          "instalments",
                                         "management", "email",       "country",        "live_promises", "chief",
                                         "plan",       "parts_count", "approval_above", "chargeable",    "handover_bar",
                                         "agreement",  NULL};

typedef struct {
    const Outcome *outcome;
    char *unknown;
} PlaceholderCheck;

static const char *placeholder_check(const char *name, void *data)
{
    PlaceholderCheck *check = data;
    bool known = g_strv_contains(card_names, name);
    if (check->outcome != NULL)
        known = known || g_strv_contains(form_names, name) || outcome_field(check->outcome, name) != NULL;
    const char *reason =
        g_str_has_prefix(name, "step.") || g_str_has_prefix(name, "why.") ? strchr(name, '.') + 1 : NULL;
    for (size_t i = 0; reason != NULL && check->outcome != NULL && i < check->outcome->step_count; i++)
        known = known || g_strcmp0(check->outcome->steps[i].reason, reason) == 0;
    if (!known && check->unknown == NULL)
        check->unknown = g_strdup(name);
    return "";
}

bool placeholders_known(const Part *part, const PartEntry *entry, const Outcome *outcome, const char *text,
                        GError **error)
{
    PlaceholderCheck check = {outcome, NULL};
    g_free(text_fill(text, placeholder_check, &check));
    g_autofree char *unknown = check.unknown;
    if (unknown == NULL)
        return true;
    return part_fail(part, entry, error,
                     _("{%s} means nothing here; the list of names is at the top of the shipped file"), unknown);
}

/* A text in the interface language, all three checked. */
static bool text_read(Sheet *sheet, Part *part, const Outcome *outcome, const char *key, bool required,
                      const char **text, GError **error)
{
    const char *texts[PLAYBOOK_LANGUAGES];
    PartEntry *at = NULL;
    if (!part_texts(part, key, required, texts, &at, error))
        return false;
    for (int i = 0; texts[0] != NULL && i < PLAYBOOK_LANGUAGES; i++)
        if (!placeholders_known(part, at, outcome, texts[i], error))
            return false;
    *text = texts[0] == NULL ? "" : texts[sheet->language];
    return true;
}

static bool contact_read(Part *part, Outcome *outcome, GError **error)
{
    PartEntry *entry = part_entry(part, "contact");
    for (size_t i = 0; entry != NULL && i < G_N_ELEMENTS(contact_words); i++) {
        if (strcmp(entry->value, contact_words[i]) == 0) {
            outcome->contact = (OutcomeClass)i;
            return true;
        }
    }
    return part_fail(part, entry, error, _("[%s] needs contact = attempt, right_party, third_party or other"),
                     part->name);
}

/* E F J K M Q T U V X Y Z and the digits but 8 are commands of the desk. */
static bool letter_read(Part *part, Outcome *outcome, GError **error)
{
    PartEntry *entry = part_entry(part, "letter");
    outcome->letter = entry == NULL ? "" : entry->value;
    if (entry == NULL)
        return true;
    if (strlen(entry->value) != 1 || strchr("ABCDGHILNOPRSW8", g_ascii_toupper(entry->value[0])) == NULL)
        return part_fail(part, entry, error,
                         _("“%s” cannot be the key of an outcome; take 8, no letter, or the letter of one you replace"),
                         entry->value);
    return true;
}

static bool effects_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(EffectRow));
    for (int i = 1; i <= ROWS; i++) {
        g_autofree char *key = g_strdup_printf("effect_%d", i);
        PartEntry *entry = part_entry(part, key);
        EffectRow row;
        if (entry == NULL)
            continue;
        if (!effect_read(sheet, part, entry, outcome, &row, error))
            return false;
        g_array_append_val(rows, row);
    }
    outcome->effect_count = rows->len;
    outcome->effects = sheet_keep(sheet, g_steal_pointer(&rows));
    return true;
}

static bool steps_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(StepRow));
    for (int i = 1; i <= ROWS; i++) {
        g_autofree char *key = g_strdup_printf("step_%d", i);
        PartEntry *entry = part_entry(part, key);
        StepRow row;
        if (entry == NULL)
            continue;
        if (!step_read(sheet, part, entry, outcome, &row, error))
            return false;
        g_array_append_val(rows, row);
    }
    outcome->step_count = rows->len;
    outcome->steps = sheet_keep(sheet, g_steal_pointer(&rows));
    if (outcome->step_count == 0 && !outcome->ends)
        return part_fail(part, NULL, error,
                         _("[%s] plans nothing: no call ends without a next touchpoint; add step_1, or ends = yes"),
                         part->name);
    return true;
}

static bool hint_read(Sheet *sheet, Part *part, Outcome *outcome, int number, Hint *hint, GError **error)
{
    g_autofree char *key = g_strdup_printf("hint_%d", number), *when = g_strdup_printf("hint_%d_when", number);
    *hint = (Hint){.text = "", .from = 1};
    if (!text_read(sheet, part, outcome, key, false, &hint->text, error))
        return false;
    PartEntry *entry = part_entry(part, when);
    if (entry == NULL)
        return true;
    g_autofree char *rule =
        g_strdup_printf("- %s%s", g_str_has_prefix(entry->value, "from ") ? "" : "when ", entry->value);
    PartEntry read = *entry;
    read.value = sheet_string(sheet, rule);
    Suggestion suggestion;
    if (!suggestion_read(sheet, part, &read, outcome, false, &suggestion, error))
        return false;
    hint->when = suggestion.when;
    hint->from = suggestion.from;
    return true;
}

static bool hints_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    g_autoptr(GArray) hints = g_array_new(FALSE, TRUE, sizeof(Hint));
    for (int i = 1; i <= ROWS; i++) {
        Hint hint;
        if (!hint_read(sheet, part, outcome, i, &hint, error))
            return false;
        if (hint.text[0] != '\0')
            g_array_append_val(hints, hint);
    }
    outcome->hint_count = hints->len;
    outcome->hints = sheet_keep(sheet, g_steal_pointer(&hints));
    return true;
}

static bool texts_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    if (!text_read(sheet, part, NULL, "label", true, &outcome->label, error) ||
        !text_read(sheet, part, NULL, "short", false, &outcome->short_label, error) ||
        !text_read(sheet, part, outcome, "title", false, &outcome->title, error) ||
        !text_read(sheet, part, outcome, "summary", false, &outcome->summary, error))
        return false;
    if (outcome->short_label[0] == '\0')
        outcome->short_label = outcome->label;
    if (outcome->title[0] == '\0')
        outcome->title = outcome->label;
    return hints_read(sheet, part, outcome, error);
}

static bool first_field_read(Part *part, Outcome *outcome, GError **error)
{
    PartEntry *entry = part_entry(part, "first_field");
    outcome->first_field = entry == NULL ? NULL : entry->value;
    if (entry == NULL || outcome_field(outcome, entry->value) != NULL)
        return true;
    return part_fail(part, entry, error, _("%s has no field %s; name one of its fields = …"), outcome->slug,
                     entry->value);
}

bool outcome_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error)
{
    bool off = false;
    *outcome = (Outcome){.slug = part->name + strlen("outcome."), .line = part->line};
    const char *code = part_value(part, "code");
    outcome->code = code == NULL ? "" : code;
    if (!part_flag(part, "off", &off, error) || !part_flag(part, "ends", &outcome->ends, error) ||
        !letter_read(part, outcome, error) || !contact_read(part, outcome, error) ||
        !fields_read(sheet, part, outcome, error) || !first_field_read(part, outcome, error) ||
        !effects_read(sheet, part, outcome, error) || !steps_read(sheet, part, outcome, error))
        return false;
    outcome->retired = off;
    return texts_read(sheet, part, outcome, error);
}
