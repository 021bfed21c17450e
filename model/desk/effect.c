/* One table of effect verbs: their fields, the types these may have, and whether they may be left out. */
#include "effect.h"
#include "base/i18n.h"
#include "desk/holds.h"
#include "playbook_parts.h"

#include <string.h>

#define T(type)  (1u << (type))
#define ANY_TEXT (T(FIELD_TEXT) | T(FIELD_NOTE) | T(FIELD_NUMBER) | T(FIELD_CHOICE) | T(FIELD_PHONE) | T(FIELD_EMAIL))
#define A_DAY    (T(FIELD_DATE) | T(FIELD_DATETIME))

typedef struct {
    const char *name; /* as in the messages and, for send, the word before the field */
    guint types;
    bool optional;
} EffectParameter;

typedef struct {
    const char *name;
    enum { WORD_NONE, WORD_DOCUMENT, WORD_SLUG, WORD_HOLD } word;
    bool keyed; /* parameters are named: "to FIELD" */
    EffectParameter parameters[EFFECT_FIELDS];
} EffectType;

static const EffectType types[] = {
    [EFFECT_PROMISE] = {"promise",
                        WORD_NONE,
                        false,
                        {{"amount", T(FIELD_AMOUNT), false}, {"by", A_DAY, false}, {"how", ANY_TEXT, true}}},
    [EFFECT_PART] = {"part",
                     WORD_NONE,
                     false,
                     {{"amount", T(FIELD_AMOUNT), false},
                      {"by", A_DAY, false},
                      {"rest by", A_DAY, false},
                      {"how", ANY_TEXT, true}}},
    [EFFECT_CHEQUE] = {"cheque",
                       WORD_NONE,
                       false,
                       {{"number", ANY_TEXT, false},
                        {"amount", T(FIELD_AMOUNT), false},
                        {"posted", A_DAY, false},
                        {"bank", ANY_TEXT, true}}},
    [EFFECT_PAID] = {"paid",
                     WORD_NONE,
                     false,
                     {{"paid on", A_DAY, false}, {"amount", T(FIELD_AMOUNT), false}, {"reference", ANY_TEXT, true}}},
    [EFFECT_PLAN] = {"plan",
                     WORD_NONE,
                     false,
                     {{"parts", T(FIELD_PARTS) | T(FIELD_NUMBER), false},
                      {"first", A_DAY, false},
                      {"every", T(FIELD_CHOICE), false},
                      {"down", T(FIELD_AMOUNT), true},
                      {"charges", T(FIELD_CHECK), true},
                      {"falls due", T(FIELD_CHECK), true}}},
    [EFFECT_PLAN_ANSWER] = {"plan_answer", WORD_NONE, false, {{"how", T(FIELD_CHOICE), false}}},
    [EFFECT_DISPUTE] = {"dispute",
                        WORD_NONE,
                        false,
                        {{"invoice", T(FIELD_ITEM), false},
                         {"reason", ANY_TEXT, false},
                         {"disputed", T(FIELD_AMOUNT), false},
                         {"what", ANY_TEXT, false},
                         {"owner", T(FIELD_COLLEAGUE) | ANY_TEXT, true},
                         {"rest by", A_DAY, true}}},
    [EFFECT_DISPUTE_END] = {"dispute_end",
                            WORD_NONE,
                            false,
                            {{"invoice", T(FIELD_ITEM), false},
                             {"how", T(FIELD_CHOICE), false},
                             {"credit", T(FIELD_AMOUNT), true},
                             {"by", A_DAY, true}}},
    [EFFECT_ABSENT] = {"absent",
                       WORD_NONE,
                       false,
                       {{"contact", T(FIELD_CONTACT), false},
                        {"back", A_DAY, false},
                        {"deputy", ANY_TEXT | T(FIELD_CONTACT), true}}},
    [EFFECT_WRONG_NUMBER] = {"wrong_number",
                             WORD_NONE,
                             false,
                             {{"number", T(FIELD_PHONE), false},
                              {"new number", T(FIELD_PHONE), true},
                              {"source", ANY_TEXT, true}}},
    [EFFECT_SEND] = {"send",
                     WORD_DOCUMENT,
                     true,
                     {{"to", T(FIELD_EMAIL) | T(FIELD_CONTACT) | T(FIELD_TEXT), true},
                      {"by", T(FIELD_CHOICE), true},
                      {"items", T(FIELD_ITEMS) | T(FIELD_ITEM), true}}},
    [EFFECT_DETAILS] = {"details",
                        WORD_NONE,
                        false,
                        {{"kind", T(FIELD_CHOICE), false}, {"language", T(FIELD_CHOICE), true}}},
    [EFFECT_BLOCK] = {"block", WORD_SLUG, false, {{NULL, 0, false}}},
    [EFFECT_UNBLOCK] = {"unblock", WORD_SLUG, false, {{NULL, 0, false}}},
    [EFFECT_HOLD] = {"hold",
                     WORD_HOLD,
                     true,
                     {{"from", A_DAY, true},
                      {"because", ANY_TEXT, true},
                      {"amount", T(FIELD_AMOUNT), true},
                      {"detail", ANY_TEXT, true},
                      {"anyway", T(FIELD_CHECK), true}}},
    [EFFECT_LIFT] = {"lift", WORD_HOLD, true, {{"because", ANY_TEXT, true}}},
    [EFFECT_SUPERSEDE] = {"supersede", WORD_NONE, false, {{NULL, 0, false}}},
    [EFFECT_KEEP] = {"keep", WORD_NONE, false, {{NULL, 0, false}}},
};

static const char *const documents[] = {
    "copy",          "copy_qr",         "statement", "qr",     "confirmation", "agreement", "debt_help", "demand",
    "delivery_stop", "advance_payment", "handover",  "notice", "reminder",     "thank_you", "reward",    NULL};

const char *const *effect_documents(void)
{
    return documents;
}

const char *effect_name(EffectVerb verb)
{
    return types[verb].name;
}

static const EffectType *type_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

static bool field_fits(const Part *part, const PartEntry *entry, const Outcome *outcome, const EffectType *type,
                       int position, const char *name, GError **error)
{
    const Field *field = outcome_field(outcome, name);
    if (field == NULL)
        return part_fail(part, entry, error, _("%s has no field %s; name one of its fields = …"), outcome->slug, name);
    if ((type->parameters[position].types & T(field->type)) == 0)
        return part_fail(part, entry, error, _("%s: field %s has the wrong type for “%s”"), type->name, name,
                         type->parameters[position].name);
    return true;
}

/* "to FIELD": the position of the word, or -1. */
static int keyword_position(const EffectType *type, const char *word)
{
    for (int i = 0; i < EFFECT_FIELDS && type->parameters[i].name != NULL; i++)
        if (strcmp(type->parameters[i].name, word) == 0)
            return i;
    return -1;
}

static bool fields_take(const Part *part, const PartEntry *entry, const Outcome *outcome, const EffectType *type,
                        const char *const **word, EffectRow *row, GError **error)
{
    for (int next = 0; **word != NULL && strcmp(**word, "when") != 0; next++) {
        int position = type->keyed ? keyword_position(type, *(*word)++) : next;
        if (position < 0 || position >= EFFECT_FIELDS || type->parameters[position].name == NULL || **word == NULL)
            return part_fail(part, entry, error, _("%s does not take “%s”; see the list of effects at the top"),
                             type->name, **word == NULL ? (*word)[-1] : **word);
        const char *name = *(*word)++;
        if (strcmp(name, "-") == 0)
            continue;
        if (!field_fits(part, entry, outcome, type, position, name, error))
            return false;
        row->fields[position] = name;
    }
    for (int i = 0; i < EFFECT_FIELDS && type->parameters[i].name != NULL; i++)
        if (row->fields[i] == NULL && !type->parameters[i].optional)
            return part_fail(part, entry, error, _("%s needs a field for “%s”"), type->name, type->parameters[i].name);
    return true;
}

static bool word_take(const Part *part, const PartEntry *entry, const EffectType *type, const char *const **word,
                      EffectRow *row, GError **error)
{
    if (type->word == WORD_NONE)
        return true;
    row->word = **word;
    if (row->word == NULL)
        return part_fail(part, entry, error, _("%s needs a word behind it; see the list of effects at the top"),
                         type->name);
    (*word)++;
    const char *const *names = type->word == WORD_DOCUMENT ? documents : type->word == WORD_HOLD ? HOLD_SLUGS : NULL;
    if (names == NULL || g_strv_contains(names, row->word))
        return true;
    g_autofree char *known = g_strjoinv(", ", (char **)names);
    return part_fail(part, entry, error,
                     type->word == WORD_DOCUMENT ? _("there is no document %s; these are known: %s")
                                                 : _("nothing can be held by the name %s; these are known: %s"),
                     row->word, known);
}

bool effect_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, EffectRow *row,
                 GError **error)
{
    const char *const *word = part_words(sheet, entry->value);
    const EffectType *type = type_find(*word);
    if (type == NULL)
        return part_fail(part, entry, error, _("“%s” is no effect; see the list of effects at the top"),
                         *word == NULL ? "" : *word);
    word++;
    *row = (EffectRow){.verb = (EffectVerb)(type - types), .line = entry->line};
    if (!word_take(part, entry, type, &word, row, error) ||
        !fields_take(part, entry, outcome, type, &word, row, error) ||
        !condition_read(part, entry, outcome, &word, &row->when, error))
        return false;
    if (*word != NULL)
        return part_fail(part, entry, error, _("“%s” stands behind the end of this effect"), *word);
    return true;
}
