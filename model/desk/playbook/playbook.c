/* Loading the playbook and looking things up in it. */
#include "desk/playbook.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/effect.h"
#include "desk/playbook_parts.h"

#include <string.h>

#define LINES 20

typedef struct {
    const char *const *lines[PLAYBOOK_LANGUAGES]; /* NULL-terminated */
    int from;                                     /* scripts: from the n-th time */
} Script;

struct Playbook {
    Sheet *sheet;
    GArray *outcomes;     /* Outcome, order of the files */
    GPtrArray *offered;   /* const Outcome *, without the retired ones */
    GHashTable *reasons;  /* slug -> Reason */
    GHashTable *scripts;  /* outcome slug -> GArray of Script, ascending */
    GHashTable *openings; /* reason slug -> Script */
    Script objections;
};

static const char *const commitments[] = {
    "none", "dated_followup", "broken_promise", "cheque_missing", "missed_instalment", "deadline_passed", NULL};

static void playbook_array_free(gpointer array)
{
    g_array_unref(array);
}

void playbook_free(Playbook *playbook)
{
    if (playbook == NULL)
        return;
    g_array_unref(playbook->outcomes);
    g_ptr_array_unref(playbook->offered);
    g_hash_table_unref(playbook->reasons);
    g_hash_table_unref(playbook->scripts);
    g_hash_table_unref(playbook->openings);
    sheet_free(playbook->sheet);
    g_free(playbook);
}

static Playbook *playbook_new(Sheet *sheet)
{
    Playbook *playbook = g_new0(Playbook, 1);
    playbook->sheet = sheet;
    playbook->outcomes = g_array_new(FALSE, TRUE, sizeof(Outcome));
    playbook->offered = g_ptr_array_new();
    playbook->reasons = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    playbook->scripts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, playbook_array_free);
    playbook->openings = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    return playbook;
}

/* --- Lines ------------------------------------------------------------------------------------------ */

static bool script_read(Sheet *sheet, Part *part, const Outcome *outcome, Script *script, GError **error)
{
    GArray *lines[PLAYBOOK_LANGUAGES];
    bool good = true;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        lines[i] = g_array_new(TRUE, TRUE, sizeof(char *));
    for (int number = 1; good && number <= LINES; number++) {
        g_autofree char *key = g_strdup_printf("line_%d", number);
        const char *texts[PLAYBOOK_LANGUAGES];
        PartEntry *at = NULL;
        good = part_texts(part, key, number == 1, texts, &at, error);
        for (int i = 0; good && texts[0] != NULL && i < PLAYBOOK_LANGUAGES; i++) {
            good = placeholders_known(part, at, outcome, texts[i], error);
            g_array_append_val(lines[i], texts[i]);
        }
    }
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        script->lines[i] = sheet_keep(sheet, lines[i]);
    return good;
}

static bool scripts_read(Playbook *playbook, const Outcome *outcome, GError **error)
{
    GArray *found = g_array_new(FALSE, TRUE, sizeof(Script));
    g_hash_table_insert(playbook->scripts, (char *)outcome->slug, found);
    for (int from = 1; from <= LINES; from++) {
        Part *part = sheet_partf(playbook->sheet, "script.%s.%d", outcome->slug, from);
        Script script = {.from = from};
        if (part == NULL)
            continue;
        if (!script_read(playbook->sheet, part, outcome, &script, error))
            return false;
        g_array_append_val(found, script);
    }
    return true;
}

static bool openings_read(Playbook *playbook, GError **error)
{
    Sheet *sheet = playbook->sheet;
    for (guint i = 0; i < sheet->parts->len; i++) {
        Part *part = g_ptr_array_index(sheet->parts, i);
        if (!g_str_has_prefix(part->name, "opening."))
            continue;
        const char *reason = part->name + strlen("opening.");
        part->used = true;
        if (!playbook_has_reason(playbook, reason))
            return part_fail(part, NULL, error, _("there is no section [reason.%s]"), reason);
        Script *script = g_new0(Script, 1);
        g_hash_table_insert(playbook->openings, (char *)reason, script);
        if (!script_read(sheet, part, NULL, script, error))
            return false;
    }
    return true;
}

/* --- Reasons ---------------------------------------------------------------------------------------- */

static bool reason_read(Playbook *playbook, Part *part, GError **error)
{
    const char *labels[PLAYBOOK_LANGUAGES], *titles[PLAYBOOK_LANGUAGES];
    PartEntry *at = NULL, *commitment = part_entry(part, "commitment"), *document = part_entry(part, "document");
    part->used = true;
    if (!part_texts(part, "label", true, labels, &at, error))
        return false;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        if (text_width(labels[i]) > 9)
            return part_fail(part, at, error, _("“%s” is wider than the 9 columns of the queue"), labels[i]);
    if (!part_texts(part, "title", true, titles, NULL, error))
        return false;
    if (commitment != NULL && !g_strv_contains(commitments, commitment->value))
        return part_fail(part, commitment, error, _("“%s” is no commitment; see the list of reasons at the top"),
                         commitment->value);
    if (document != NULL && !g_strv_contains(effect_documents(), document->value))
        return part_fail(part, document, error, _("there is no document “%s”"), document->value);
    Reason *reason = g_new(Reason, 1);
    *reason =
        (Reason){part->name + strlen("reason."), labels[playbook->sheet->language], titles[playbook->sheet->language],
                 commitment == NULL ? "none" : commitment->value, document == NULL ? NULL : document->value};
    g_hash_table_insert(playbook->reasons, (char *)reason->slug, reason);
    return true;
}

static bool reasons_read(Playbook *playbook, const char *shipped, GError **error)
{
    GPtrArray *parts = playbook->sheet->parts;
    for (guint i = 0; i < parts->len; i++) {
        Part *part = g_ptr_array_index(parts, i);
        if (g_str_has_prefix(part->name, "reason.") && !reason_read(playbook, part, error))
            return false;
    }
    if (playbook_has_reason(playbook, "call"))
        return true;
    return fail(error, BELRONDE_ERROR_INPUT, _("%s:1: the section [reason.call] is missing; every playbook needs it"),
                shipped);
}

/* --- Outcomes --------------------------------------------------------------------------------------- */

static Outcome *outcome_at(const Playbook *playbook, guint index)
{
    return &g_array_index(playbook->outcomes, Outcome, index);
}

static Outcome *outcome_by_slug(const Playbook *playbook, const char *slug)
{
    for (guint i = 0; i < playbook->outcomes->len; i++)
        if (g_ascii_strcasecmp(outcome_at(playbook, i)->slug, slug) == 0)
            return outcome_at(playbook, i);
    return NULL;
}

static bool outcomes_read(Playbook *playbook, GError **error)
{
    GPtrArray *parts = playbook->sheet->parts;
    for (guint i = 0; i < parts->len; i++) {
        Part *part = g_ptr_array_index(parts, i);
        Outcome outcome;
        if (!g_str_has_prefix(part->name, "outcome."))
            continue;
        part->used = true;
        if (!outcome_read(playbook->sheet, part, &outcome, error))
            return false;
        g_array_append_val(playbook->outcomes, outcome);
    }
    for (guint i = 0; i < playbook->outcomes->len; i++)
        if (!scripts_read(playbook, outcome_at(playbook, i), error))
            return false;
    return true;
}

/* The new outcome inherits the letter and the code it does not give itself. */
static bool replacements_do(Playbook *playbook, GError **error)
{
    for (guint i = 0; i < playbook->outcomes->len; i++) {
        Outcome *outcome = outcome_at(playbook, i);
        Part *part = sheet_partf(playbook->sheet, "outcome.%s", outcome->slug);
        PartEntry *entry = part_entry(part, "replaces");
        if (entry == NULL)
            continue;
        Outcome *old = outcome_by_slug(playbook, entry->value);
        if (old == NULL || old == outcome)
            return part_fail(part, entry, error, _("there is no other outcome “%s” to replace"), entry->value);
        old->retired = true;
        outcome->letter = outcome->letter[0] == '\0' ? old->letter : outcome->letter;
        outcome->code = outcome->code[0] == '\0' ? old->code : outcome->code;
    }
    return true;
}

static bool keys_differ(Playbook *playbook, GError **error)
{
    GPtrArray *offered = playbook->offered;
    for (guint i = 0; i < offered->len; i++) {
        const Outcome *outcome = g_ptr_array_index(offered, i);
        const Part *part = sheet_partf(playbook->sheet, "outcome.%s", outcome->slug);
        for (guint j = 0; j < i; j++) {
            const Outcome *earlier = g_ptr_array_index(offered, j);
            if (outcome->letter[0] != '\0' && g_ascii_strcasecmp(outcome->letter, earlier->letter) == 0)
                return part_fail(part, NULL, error, _("letter %s belongs to %s; take 8, or write replaces = \"%s\""),
                                 outcome->letter, earlier->slug, earlier->slug);
            if (outcome->code[0] != '\0' && g_ascii_strcasecmp(outcome->code, earlier->code) == 0)
                return part_fail(part, NULL, error, _("code %s belongs to %s already"), outcome->code, earlier->slug);
        }
    }
    return true;
}

static bool outcomes_settle(Playbook *playbook, GError **error)
{
    if (!replacements_do(playbook, error))
        return false;
    for (guint i = 0; i < playbook->outcomes->len; i++)
        if (!outcome_at(playbook, i)->retired)
            g_ptr_array_add(playbook->offered, outcome_at(playbook, i));
    return keys_differ(playbook, error);
}

/* --- Objections and phrases ------------------------------------------------------------------------- */

static bool objection_read(Playbook *playbook, Part *part, GArray *lines[PLAYBOOK_LANGUAGES], GError **error)
{
    const char *excuses[PLAYBOOK_LANGUAGES], *answers[PLAYBOOK_LANGUAGES];
    PartEntry *entry = part_entry(part, "outcome");
    const Outcome *outcome = entry == NULL ? NULL : outcome_by_slug(playbook, entry->value);
    part->used = true;
    if (outcome == NULL)
        return part_fail(part, entry, error, _("[%s] needs outcome = the name of an outcome"), part->name);
    if (!part_texts(part, "excuse", true, excuses, NULL, error) ||
        !part_texts(part, "answer", true, answers, NULL, error))
        return false;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++) {
        g_autofree char *answer =
            outcome->letter[0] == '\0' ? g_strdup(answers[i]) : g_strdup_printf("%s: %s", outcome->letter, answers[i]);
        const char *kept = sheet_string(playbook->sheet, answer);
        g_array_append_val(lines[i], excuses[i]);
        g_array_append_val(lines[i], kept);
    }
    return true;
}

static bool objections_read(Playbook *playbook, GError **error)
{
    GArray *lines[PLAYBOOK_LANGUAGES];
    GPtrArray *parts = playbook->sheet->parts;
    bool good = true;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        lines[i] = g_array_new(TRUE, TRUE, sizeof(char *));
    for (guint i = 0; good && i < parts->len; i++) {
        Part *part = g_ptr_array_index(parts, i);
        if (g_str_has_prefix(part->name, "objection."))
            good = objection_read(playbook, part, lines, error);
    }
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++)
        playbook->objections.lines[i] = sheet_keep(playbook->sheet, lines[i]);
    return good;
}

/* Sections that are looked up by name when needed must be complete now. */
static bool phrases_check(Playbook *playbook, GError **error)
{
    GPtrArray *parts = playbook->sheet->parts;
    for (guint i = 0; i < parts->len; i++) {
        Part *part = g_ptr_array_index(parts, i);
        if (!g_str_has_prefix(part->name, "phrase.") && !g_str_has_prefix(part->name, "help."))
            continue;
        part->used = true;
        for (guint j = 0; j < part->entries->len; j++) {
            const PartEntry *entry = &g_array_index(part->entries, PartEntry, j);
            g_autofree char *key = g_strdup(entry->key);
            if (strlen(key) > 3 && key[strlen(key) - 3] == '_')
                key[strlen(key) - 3] = '\0';
            const char *texts[PLAYBOOK_LANGUAGES];
            if (!part_texts(part, key, false, texts, NULL, error))
                return false;
        }
    }
    return true;
}

Playbook *playbook_load(const char *shipped, const char *house, const char *interface_language, GError **error)
{
    Sheet *sheet = sheet_open(shipped, house, interface_language, error);
    if (sheet == NULL)
        return NULL;
    g_autoptr(Playbook) playbook = playbook_new(sheet);
    if (!reasons_read(playbook, shipped, error) || !outcomes_read(playbook, error) ||
        !outcomes_settle(playbook, error) || !openings_read(playbook, error) || !objections_read(playbook, error) ||
        !phrases_check(playbook, error) || !sheet_all_used(sheet, error))
        return NULL;
    return g_steal_pointer(&playbook);
}

/* --- Looking up ------------------------------------------------------------------------------------- */

const Outcome *const *playbook_outcomes(const Playbook *playbook, size_t *count)
{
    *count = playbook->offered->len;
    return (const Outcome *const *)playbook->offered->pdata;
}

const Outcome *playbook_outcome(const Playbook *playbook, const char *slug_or_letter_or_code)
{
    if (slug_or_letter_or_code == NULL || slug_or_letter_or_code[0] == '\0')
        return NULL;
    const Outcome *found = outcome_by_slug(playbook, slug_or_letter_or_code);
    for (guint i = 0; found == NULL && i < playbook->offered->len; i++) {
        const Outcome *outcome = g_ptr_array_index(playbook->offered, i);
        if (g_ascii_strcasecmp(outcome->letter, slug_or_letter_or_code) == 0 ||
            g_ascii_strcasecmp(outcome->code, slug_or_letter_or_code) == 0)
            found = outcome;
    }
    return found;
}

bool playbook_has_reason(const Playbook *playbook, const char *slug)
{
    return slug != NULL && g_hash_table_contains(playbook->reasons, slug);
}

const Reason *playbook_reason(const Playbook *playbook, const char *slug)
{
    return g_hash_table_lookup(playbook->reasons, playbook_has_reason(playbook, slug) ? slug : "call");
}

static const char *const no_lines[] = {NULL};

const char *const *playbook_script(const Playbook *playbook, const char *outcome, int times, const char *language)
{
    const GArray *scripts = outcome == NULL ? NULL : g_hash_table_lookup(playbook->scripts, outcome);
    const char *const *lines = NULL;
    for (guint i = 0; scripts != NULL && i < scripts->len; i++) {
        const Script *script = &g_array_index(scripts, Script, i);
        if (script->from <= MAX(times, 1))
            lines = script->lines[sheet_language(language)];
    }
    return lines == NULL ? no_lines : lines;
}

int reason_weight(const Reason *reason)
{
    return g_str_equal(reason->commitment, "none") ? 0 : g_str_equal(reason->commitment, "dated_followup") ? 1 : 2;
}

const char *const *playbook_opening(const Playbook *playbook, const char *reason, const char *language)
{
    const Script *script = reason == NULL ? NULL : g_hash_table_lookup(playbook->openings, reason);
    if (script == NULL)
        script = g_hash_table_lookup(playbook->openings, "call");
    return script == NULL ? no_lines : script->lines[sheet_language(language)];
}

const char *const *playbook_objections(const Playbook *playbook, const char *language)
{
    const char *const *lines = playbook->objections.lines[sheet_language(language)];
    return lines == NULL ? no_lines : lines;
}

const char *playbook_phrase(const Playbook *playbook, const char *phrase, const char *key, const char *language)
{
    const char *texts[PLAYBOOK_LANGUAGES];
    Part *part = sheet_partf(playbook->sheet, "phrase.%s", phrase);
    if (part == NULL || !part_texts(part, key, false, texts, NULL, NULL) || texts[0] == NULL)
        return "";
    return texts[sheet_language(language)];
}
