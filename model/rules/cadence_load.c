/* Reads data/cadence.ini.  Every mistake is named with file and line. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/ini.h"
#include "cadence_parts.h"

#include <stddef.h>
#include <string.h>

#define STEP_PREFIX "step."

typedef struct {
    const char *key;
    int min, max;
    size_t offset; /* of an int */
} Figure;

static const Figure gap_figures[] = {
    {"days", 2, 120, offsetof(Gap, days)},
    {"jitter", 1, 60, offsetof(Gap, jitter)},
};

static const Figure call_figures[] = {
    {"quiet_days", 0, 30, offsetof(Cadence, quiet_days)},
    {"retry_margin_minutes", 0, 120, offsetof(Cadence, retry_margin_minutes)},
    {"retry_step_minutes", 1, 60, offsetof(Cadence, retry_step_minutes)},
};

static bool refuse(const Ini *ini, int line, GError **error, const char *sentence)
{
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", ini_path(ini), line, sentence);
}

static bool key_unknown(const Ini *ini, const char *section, const IniEntry *entry, GError **error)
{
    return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: there is no key %s in [%s]; remove the line"), ini_path(ini),
                entry->line, entry->key, section);
}

static bool number_read(const Ini *ini, const IniEntry *entry, int min, int max, int *out, GError **error)
{
    gint64 number = 0;
    if (!ini_integer(entry->value, min, max, &number))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: %s must be a whole number from %d to %d"), ini_path(ini),
                    entry->line, entry->key, min, max);
    *out = (int)number;
    return true;
}

/* Every figure of the table must be there, and nothing else. */
static bool figures_read(const Ini *ini, const char *section, const Figure *figures, size_t figure_count, void *out,
                         GError **error)
{
    size_t count = 0, known = 0;
    const IniEntry *entries = ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++) {
        const Figure *figure = NULL;
        for (size_t j = 0; j < figure_count; j++) {
            if (strcmp(figures[j].key, entries[i].key) == 0)
                figure = &figures[j];
        }
        if (figure == NULL)
            return key_unknown(ini, section, &entries[i], error);
        int *number = (int *)(void *)((char *)out + figure->offset);
        if (!number_read(ini, &entries[i], figure->min, figure->max, number, error))
            return false;
        known++;
    }
    if (known < figure_count)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: [%s] is missing or incomplete; see the shipped cadence.ini"),
                    ini_path(ini), MAX(1, ini_section_line(ini, section)), section);
    return true;
}

static bool gap_read(Cadence *cadence, const Ini *ini, int index, GError **error)
{
    static const char *const sections[] = {"gap.a", "gap.b", "gap.c"};
    Gap *gap = &cadence->gaps[index];
    if (!figures_read(ini, sections[index], gap_figures, G_N_ELEMENTS(gap_figures), gap, error))
        return false;
    if (gap->jitter >= gap->days)
        return refuse(ini, ini_line(ini, sections[index], "jitter"), error, _("the jitter must be less than the days"));
    return true;
}

static bool flag_read(const Ini *ini, const IniEntry *entry, bool *out, GError **error)
{
    if (!ini_boolean(entry->value, out))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: %s must be yes or no"), ini_path(ini), entry->line,
                    entry->key);
    return true;
}

static bool from_read(const Ini *ini, const IniEntry *entry, bool *after_invoice, GError **error)
{
    *after_invoice = strcmp(entry->value, "invoice") == 0;
    if (!*after_invoice && strcmp(entry->value, "due") != 0)
        return refuse(ini, entry->line, error, _("from must be invoice or due"));
    return true;
}

static bool step_entry_read(CadenceStep *step, const Ini *ini, const char *section, const IniEntry *entry,
                            GError **error)
{
    const struct {
        const char *key;
        bool *flag;
    } flags[] = {{"first_invoice_only", &step->first_invoice_only},
                 {"not_before_due", &step->not_before_due},
                 {"repeats", &step->repeats}};
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++) {
        if (strcmp(flags[i].key, entry->key) == 0)
            return flag_read(ini, entry, flags[i].flag, error);
    }
    if (strcmp(entry->key, "after_days") == 0)
        return number_read(ini, entry, 0, 365, &step->after_days, error);
    if (strcmp(entry->key, "from") == 0)
        return from_read(ini, entry, &step->after_invoice, error);
    static const char *const labels[] = {"label_en", "label_nl", "label_fr", NULL};
    return g_strv_contains(labels, entry->key) || key_unknown(ini, section, entry, error);
}

static bool step_complete(const CadenceStep *step, const Ini *ini, const char *section, GError **error)
{
    int line = ini_section_line(ini, section);
    bool dated = ini_get(ini, section, "after_days") != NULL, placed = ini_get(ini, section, "from") != NULL;
    if (step->repeats && (dated || placed))
        return refuse(ini, line, error, _("a step that repeats has neither after_days nor from"));
    if (!step->repeats && (!dated || !placed))
        return refuse(ini, line, error, _("a step needs after_days and from"));
    if (ini_get(ini, section, "label_en") == NULL)
        return refuse(ini, line, error, _("a step needs label_en"));
    return true;
}

static const char *step_label(const Ini *ini, const char *section)
{
    g_autofree char *key = g_strconcat("label_", i18n_language(), NULL);
    const char *label = ini_get(ini, section, key);
    return label != NULL ? label : ini_get(ini, section, "label_en");
}

static bool step_read(Cadence *cadence, const Ini *ini, const char *section, GError **error)
{
    CadenceStep step = {.reason = g_string_chunk_insert(cadence->words, section + strlen(STEP_PREFIX))};
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++) {
        if (!step_entry_read(&step, ini, section, &entries[i], error))
            return false;
    }
    if (!step_complete(&step, ini, section, error))
        return false;
    step.label = g_string_chunk_insert(cadence->words, step_label(ini, section));
    g_array_append_val(cadence->steps, step);
    return true;
}

/* Exactly one step repeats; it is moved to the end. */
static bool repeating_last(Cadence *cadence, const Ini *ini, GError **error)
{
    guint found = 0, repeating = 0;
    for (guint i = 0; i < cadence->steps->len; i++) {
        if (g_array_index(cadence->steps, CadenceStep, i).repeats) {
            repeating = i;
            found++;
        }
    }
    if (found != 1)
        return refuse(ini, 1, error,
                      _("exactly one [step.…] must say repeats = yes, so that nobody falls off the list"));
    CadenceStep last = g_array_index(cadence->steps, CadenceStep, repeating);
    g_array_remove_index(cadence->steps, repeating);
    g_array_append_val(cadence->steps, last);
    return true;
}

static bool sections_read(Cadence *cadence, const Ini *ini, GError **error)
{
    static const char *const others[] = {"gap.a", "gap.b", "gap.c", "calls", NULL};
    for (const char *const *section = ini_sections(ini); *section != NULL; section++) {
        bool step = g_str_has_prefix(*section, STEP_PREFIX) && (*section)[strlen(STEP_PREFIX)] != '\0';
        if (!step && !g_strv_contains(others, *section))
            return refuse(ini, ini_section_line(ini, *section), error, _("there is no such section in a cadence"));
        if (step && !step_read(cadence, ini, *section, error))
            return false;
    }
    for (int i = 0; i < 3; i++) {
        if (!gap_read(cadence, ini, i, error))
            return false;
    }
    return figures_read(ini, "calls", call_figures, G_N_ELEMENTS(call_figures), cadence, error) &&
           repeating_last(cadence, ini, error);
}

Cadence *cadence_load(const char *path, GError **error)
{
    g_autoptr(Ini) ini = ini_load(path, error);
    if (ini == NULL)
        return NULL;
    g_autoptr(Cadence) cadence = g_new0(Cadence, 1);
    cadence->steps = g_array_new(FALSE, FALSE, sizeof(CadenceStep));
    cadence->words = g_string_chunk_new(256);
    return sections_read(cadence, ini, error) ? g_steal_pointer(&cadence) : NULL;
}

void cadence_free(Cadence *cadence)
{
    if (cadence == NULL)
        return;
    g_array_unref(cadence->steps);
    g_string_chunk_free(cadence->words);
    g_free(cadence);
}
