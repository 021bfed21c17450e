/* The grammar of next steps, conditions and dated suggestions:
 *   REASON: WHEN [at HH:MM] [for WHOM] [when CONDITION] [from N]
 *   WHEN    none | today | other_half | due_date | at FIELD | on FIELD | N UNIT after [each part | today | FIELD] */
#include "base/i18n.h"
#include "desk/playbook_parts.h"

#include <stdlib.h>
#include <string.h>

/* What a condition may ask besides the fields of its outcome; answered in form_facts.c. */
static const char *const facts[] = {
    "promises",     "disputed",   "country",  "kind",       "class",     "slowing",    "management",      "email",
    "ask",          "late",       "plan",     "falls_due",  "approval",  "chargeable", "supply_stop",     "prepay",
    "credit_limit", "deadline",   "handover", "over_limit", "announced", "colleague",  "handover_barred", "language",
    "mediation",    "insolvency", NULL};

bool fact_known(const char *name)
{
    return g_strv_contains(facts, name);
}

typedef struct {
    const Part *part;
    const PartEntry *entry;
    const Outcome *outcome;
    const char *const *word;
    GError **error;
} RuleReader;

static bool word_is(const RuleReader *reader, const char *expected)
{
    return *reader->word != NULL && strcmp(*reader->word, expected) == 0;
}

static bool word_take(RuleReader *reader, const char *expected)
{
    if (!word_is(reader, expected))
        return false;
    reader->word++;
    return true;
}

static bool rule_refuse(const RuleReader *reader, const char *sentence)
{
    return part_fail(reader->part, reader->entry, reader->error, "%s: “%s”", sentence,
                     *reader->word == NULL ? "" : *reader->word);
}

static const Field *field_of(const RuleReader *reader, const char *name)
{
    return reader->outcome == NULL || name == NULL ? NULL : outcome_field(reader->outcome, name);
}

static bool slug_possible(const Field *field, const char *slug)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, slug) == 0)
            return true;
    return false;
}

/* "rejected" or "rejected|partly" */
static bool value_possible(const Field *field, const char *value)
{
    g_auto(GStrv) slugs = g_strsplit(value, "|", -1);
    bool possible = true;
    for (char **slug = slugs; field != NULL && *slug != NULL; slug++)
        possible = possible && slug_possible(field, *slug);
    return possible;
}

bool condition_read(const Part *part, const PartEntry *entry, const Outcome *outcome, const char *const **word,
                    Condition *condition, GError **error)
{
    RuleReader reader = {part, entry, outcome, *word, error};
    if (!word_take(&reader, "when"))
        return true;
    condition->empty = word_take(&reader, "no");
    const Field *field = field_of(&reader, *reader.word);
    if (*reader.word == NULL || (field == NULL && !fact_known(*reader.word)))
        return rule_refuse(&reader,
                           _("after “when” stands a field of this outcome or a fact of the customer, not this"));
    condition->field = *reader.word++;
    if (!condition->empty && word_take(&reader, "is")) {
        if (*reader.word == NULL || !value_possible(field, *reader.word))
            return rule_refuse(&reader, _("the field has no such choice"));
        condition->value = *reader.word++;
    }
    *word = reader.word;
    return true;
}

static bool date_field_take(RuleReader *reader, const char **name)
{
    const Field *field = field_of(reader, *reader->word);
    if (field == NULL || (field->type != FIELD_DATE && field->type != FIELD_DATETIME))
        return rule_refuse(reader, _("a date field of this outcome is expected here, not this"));
    *name = *reader->word++;
    return true;
}

static const struct {
    const char *word;
    StepUnit unit;
} units[] = {
    {"day", UNIT_DAYS},           {"days", UNIT_DAYS},           {"business_day", UNIT_BUSINESS_DAYS},
    {"bank_day", UNIT_BANK_DAYS}, {"bank_days", UNIT_BANK_DAYS}, {"business_days", UNIT_BUSINESS_DAYS},
    {"hour", UNIT_HOURS},         {"hours", UNIT_HOURS},         {"minute", UNIT_MINUTES},
    {"minutes", UNIT_MINUTES},
};

static bool unit_take(RuleReader *reader, StepUnit *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (word_take(reader, units[i].word)) {
            *unit = units[i].unit;
            return true;
        }
    }
    return rule_refuse(reader, _("days, business_days, bank_days, hours or minutes are expected here, not this"));
}

/* "4 bank_days after today", "1 bank_day after each part" */
static bool after_take(RuleReader *reader, StepRow *row)
{
    gint64 count = 0;
    if (!ini_integer(*reader->word, 0, 999, &count))
        return rule_refuse(reader, _("this is no time a step knows; see the list of steps at the top"));
    reader->word++;
    row->kind = STEP_AFTER;
    row->count = (int)count;
    if (!unit_take(reader, &row->unit))
        return false;
    if (!word_take(reader, "after"))
        return rule_refuse(reader, _("the word after is expected here, not this"));
    if (word_take(reader, "today"))
        return true;
    if (word_is(reader, "each") && reader->word[1] != NULL && strcmp(reader->word[1], "part") == 0) {
        reader->word += 2;
        row->each_part = true;
        return true;
    }
    return date_field_take(reader, &row->field);
}

static bool when_take(RuleReader *reader, StepRow *row)
{
    static const struct {
        const char *word;
        StepKind kind;
        bool field;
    } kinds[] = {
        {"none", STEP_NONE, false},         {"today", STEP_TODAY, false}, {"other_half", STEP_OTHER_HALF, false},
        {"due_date", STEP_DUE_DATE, false}, {"at", STEP_AT, true},        {"on", STEP_ON, true}};
    if (*reader->word == NULL)
        return rule_refuse(reader, _("the time of this step is missing; see the list of steps at the top"));
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (word_take(reader, kinds[i].word)) {
            row->kind = kinds[i].kind;
            return !kinds[i].field || date_field_take(reader, &row->field);
        }
    }
    return after_take(reader, row);
}

static bool hour_take(RuleReader *reader, int *minute)
{
    if (!word_take(reader, "at"))
        return true;
    if (!hour_parse(*reader->word, minute))
        return rule_refuse(reader, _("an hour such as 09:30 is expected here, not this"));
    reader->word++;
    return true;
}

static bool target_take(RuleReader *reader, const char **target)
{
    if (!word_take(reader, "for"))
        return true;
    const Field *field = field_of(reader, *reader->word);
    bool person = field != NULL && (field->type == FIELD_CONTACT || field->type == FIELD_COLLEAGUE);
    if (!person && !word_is(reader, "chief") && !word_is(reader, "management"))
        return rule_refuse(reader, _("a contact or colleague field, chief or management is expected here, not this"));
    *target = *reader->word++;
    return true;
}

static bool from_take(RuleReader *reader, int *from)
{
    *from = 1;
    if (!word_take(reader, "from"))
        return true;
    gint64 number = 0;
    if (*reader->word == NULL || !ini_integer(*reader->word, 1, 99, &number))
        return rule_refuse(reader, _("the number of times is expected here, not this"));
    *from = (int)number;
    reader->word++;
    return true;
}

static bool rule_take(RuleReader *reader, StepRow *row)
{
    row->minute = -1;
    if (!when_take(reader, row) || !hour_take(reader, &row->minute) || !target_take(reader, &row->target) ||
        !condition_read(reader->part, reader->entry, reader->outcome, &reader->word, &row->when, reader->error) ||
        !from_take(reader, &row->from))
        return false;
    return *reader->word == NULL || rule_refuse(reader, _("this stands behind the end of the rule"));
}

bool step_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, StepRow *row,
               GError **error)
{
    const char *rule = strstr(entry->value, ": ");
    *row = (StepRow){.line = entry->line, .rule = rule == NULL ? entry->value : rule + 2};
    if (rule == NULL && strcmp(entry->value, "none") != 0)
        return part_fail(part, entry, error,
                         _("a step is written “reason: when”, for instance “call: 2 business_days after today”"));
    if (rule != NULL) {
        g_autofree char *reason = g_strstrip(g_strndup(entry->value, (gsize)(rule - entry->value)));
        row->reason = sheet_string(sheet, reason);
        if (sheet_partf(sheet, "reason.%s", row->reason) == NULL)
            return part_fail(part, entry, error, _("there is no section [reason.%s]"), row->reason);
    }
    RuleReader reader = {part, entry, outcome, part_words(sheet, row->rule), error};
    return rule_take(&reader, row);
}

/* Value first, then "when …" and "from N". */
static bool plain_suggestion(Sheet *sheet, RuleReader *reader, Suggestion *suggestion)
{
    g_autoptr(GString) value = g_string_new(NULL);
    while (*reader->word != NULL && !word_is(reader, "when") && !word_is(reader, "from"))
        g_string_append_printf(value, "%s%s", value->len > 0 ? " " : "", *reader->word++);
    suggestion->value = sheet_string(sheet, value->str);
    if (!condition_read(reader->part, reader->entry, reader->outcome, &reader->word, &suggestion->when,
                        reader->error) ||
        !from_take(reader, &suggestion->from))
        return false;
    return *reader->word == NULL || rule_refuse(reader, _("this stands behind the end of the suggestion"));
}

bool suggestion_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, bool date,
                     Suggestion *suggestion, GError **error)
{
    RuleReader reader = {part, entry, outcome, part_words(sheet, entry->value), error};
    *suggestion = (Suggestion){.value = entry->value, .from = 1};
    if (!date)
        return plain_suggestion(sheet, &reader, suggestion);
    suggestion->date = (StepRow){.line = entry->line, .rule = entry->value};
    if (!rule_take(&reader, &suggestion->date))
        return false;
    suggestion->when = suggestion->date.when;
    suggestion->from = suggestion->date.from;
    return true;
}
