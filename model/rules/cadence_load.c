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

/* What stands in a step before the names of other steps are looked up. */
typedef struct {
    CadenceStep step;
    const IniEntry *from, *instead_of; /* that name steps; NULL none */
    int line;
} Draft;

typedef struct {
    Cadence *cadence;
    const Ini *ini;
    GArray *drafts; /* Draft, beside cadence->steps */
    GError **error;
} Reader;

typedef bool (*EntryRead)(Reader *reader, Draft *draft, const IniEntry *entry);

static bool from_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    (void)reader;
    draft->step.from = strcmp(entry->value, "invoice") == 0 ? CADENCE_FROM_INVOICE
                       : strcmp(entry->value, "due") == 0   ? CADENCE_FROM_DUE
                                                            : CADENCE_FROM_STEP;
    draft->from = draft->step.from == CADENCE_FROM_STEP ? entry : NULL;
    return true;
}

static bool instead_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    (void)reader;
    draft->instead_of = entry;
    return true;
}

static bool channel_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    draft->step.channel = strcmp(entry->value, "letter") == 0 ? CADENCE_LETTER : CADENCE_CALL;
    return draft->step.channel == CADENCE_LETTER || strcmp(entry->value, "call") == 0 ||
           refuse(reader->ini, entry->line, reader->error, _("channel must be call or letter"));
}

static bool document_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    draft->step.document = g_string_chunk_insert_const(reader->cadence->words, entry->value);
    return *entry->value != '\0' ||
           refuse(reader->ini, entry->line, reader->error, _("document must name a letter of data/letters"));
}

/* The words of a value, kept by the cadence; `first` NULL: none before them. */
static const char *const *words_keep(Cadence *cadence, const char *first, const char *value, bool upper)
{
    g_auto(GStrv) words = g_strsplit_set(value != NULL ? value : "", " ,", -1);
    GPtrArray *kept = g_ptr_array_new();
    if (first != NULL)
        g_ptr_array_add(kept, (gpointer)first);
    for (char **word = words; *word != NULL; word++) {
        g_autofree char *cased = upper ? g_ascii_strup(*word, -1) : g_strdup(*word);
        if (**word != '\0')
            g_ptr_array_add(kept, g_string_chunk_insert_const(cadence->words, cased));
    }
    g_ptr_array_add(kept, NULL);
    g_ptr_array_add(cadence->lists, kept);
    return (const char *const *)kept->pdata;
}

static bool countries_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    draft->step.countries = words_keep(reader->cadence, NULL, entry->value, true);
    for (const char *const *country = draft->step.countries; *country != NULL; country++)
        if (strlen(*country) != 2 || !g_ascii_isalpha((*country)[0]) || !g_ascii_isalpha((*country)[1]))
            return refuse(reader->ini, entry->line, reader->error, _("country must be codes of two letters: be nl"));
    return true;
}

static bool classes_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    draft->step.classes = 0;
    for (const char *at = entry->value; *at != '\0'; at++) {
        char letter = g_ascii_tolower(*at);
        if (letter >= 'a' && letter <= 'c')
            draft->step.classes |= 1u << (letter - 'a');
        else if (letter != ' ' && letter != ',')
            return refuse(reader->ini, entry->line, reader->error, _("class must be letters of a, b and c"));
    }
    return draft->step.classes != 0 ||
           refuse(reader->ini, entry->line, reader->error, _("class must be letters of a, b and c"));
}

static bool kinds_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    g_auto(GStrv) words = g_strsplit_set(entry->value, " ,", -1);
    draft->step.kinds = 0;
    for (char **word = words; *word != NULL; word++) {
        DebtorKind kind = DEBTOR_UNKNOWN;
        if (**word == '\0')
            continue;
        if (!debtor_kind_find(*word, &kind) || kind == DEBTOR_UNKNOWN)
            return refuse(reader->ini, entry->line, reader->error, _("kind must be business, consumer or public"));
        draft->step.kinds |= 1u << kind;
    }
    return draft->step.kinds != 0 ||
           refuse(reader->ini, entry->line, reader->error, _("kind must be business, consumer or public"));
}

static bool days_read(Reader *reader, Draft *draft, const IniEntry *entry)
{
    int days = 0;
    if (!number_read(reader->ini, entry, 0, 365, &days, reader->error))
        return false;
    const char *of_class = entry->key + strlen("after_days");
    for (int i = 0; i < 3; i++)
        if (*of_class == '\0' ? draft->step.after_days[i] < 0 : of_class[1] == "abc"[i])
            draft->step.after_days[i] = days;
    return true;
}

/* Read with the document, whichever stands first. */
static bool known_already(Reader *reader, Draft *draft, const IniEntry *entry)
{
    (void)reader, (void)draft, (void)entry;
    return true;
}

static const struct {
    const char *key;
    EntryRead read;
} ENTRIES[] = {
    {"after_days_a", days_read}, {"after_days_b", days_read},  {"after_days_c", days_read}, {"after_days", days_read},
    {"from", from_read},         {"instead_of", instead_read}, {"channel", channel_read},   {"document", document_read},
    {"done_by", known_already},  {"class", classes_read},      {"kind", kinds_read},        {"country", countries_read},
    {"label_en", known_already}, {"label_nl", known_already},  {"label_fr", known_already},
};

static bool step_entry_read(Reader *reader, Draft *draft, const char *section, const IniEntry *entry)
{
    CadenceStep *step = &draft->step;
    const struct {
        const char *key;
        bool *flag;
    } flags[] = {{"first_invoice_only", &step->first_invoice_only},
                 {"not_before_due", &step->not_before_due},
                 {"after_legal_term", &step->after_legal_term},
                 {"with_clause", &step->with_clause},
                 {"repeats", &step->repeats}};
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
        if (strcmp(flags[i].key, entry->key) == 0)
            return flag_read(reader->ini, entry, flags[i].flag, reader->error);
    for (size_t i = 0; i < G_N_ELEMENTS(ENTRIES); i++)
        if (strcmp(ENTRIES[i].key, entry->key) == 0)
            return ENTRIES[i].read(reader, draft, entry);
    return key_unknown(reader->ini, section, entry, reader->error);
}

static bool step_complete(const Reader *reader, const Draft *draft, const char *section)
{
    const CadenceStep *step = &draft->step;
    bool dated = step->after_days[0] >= 0 || step->after_days[1] >= 0 || step->after_days[2] >= 0;
    bool placed = ini_get(reader->ini, section, "from") != NULL, letter = step->channel == CADENCE_LETTER;
    const char *sentence = NULL;
    if (step->repeats && (dated || placed))
        sentence = _("a step that repeats has neither after_days nor from");
    else if (step->repeats && (letter || draft->instead_of != NULL))
        sentence = _("the step that repeats is a call and stands in nobody's place");
    else if (!step->repeats && (!dated || !placed))
        sentence = _("a step needs after_days and from");
    else if (!step->repeats && (step->after_days[0] < 0 || step->after_days[1] < 0 || step->after_days[2] < 0))
        sentence = _("a step needs after_days for the classes that have no number of their own");
    else if (letter != (*step->document != '\0'))
        sentence = letter ? _("a letter needs its document") : _("only a letter has a document: say channel = letter");
    else if (!letter && ini_get(reader->ini, section, "done_by") != NULL)
        sentence = _("only a letter has a document: say channel = letter");
    else if (ini_get(reader->ini, section, "label_en") == NULL)
        sentence = _("a step needs label_en");
    return sentence == NULL || refuse(reader->ini, draft->line, reader->error, sentence);
}

static const char *step_label(const Ini *ini, const char *section)
{
    g_autofree char *key = g_strconcat("label_", i18n_language(), NULL);
    const char *label = ini_get(ini, section, key);
    return label != NULL ? label : ini_get(ini, section, "label_en");
}

static bool step_read(Reader *reader, const char *section)
{
    static const char *const NOWHERE[] = {NULL};
    Cadence *cadence = reader->cadence;
    Draft draft = {.step = {.reason = g_string_chunk_insert_const(cadence->words, section + strlen(STEP_PREFIX)),
                            .document = "",
                            .after_days = {-1, -1, -1},
                            .after = -1,
                            .instead_of = -1,
                            .classes = 7u,
                            .kinds = 15u,
                            .countries = NOWHERE},
                   .line = ini_section_line(reader->ini, section)};
    size_t count = 0;
    const IniEntry *entries = ini_entries(reader->ini, section, &count);
    for (int single = 1; single >= 0; single--) /* what holds for one class first */
        for (size_t i = 0; i < count; i++)
            if (g_str_has_prefix(entries[i].key, "after_days_") == (single == 1) &&
                !step_entry_read(reader, &draft, section, &entries[i]))
                return false;
    if (!step_complete(reader, &draft, section))
        return false;
    draft.step.line = draft.line;
    draft.step.label = g_string_chunk_insert(cadence->words, step_label(reader->ini, section));
    draft.step.done_by = words_keep(cadence, draft.step.document, ini_get(reader->ini, section, "done_by"), false);
    for (int i = 0; i < 3; i++)
        draft.step.after_days[i] = MAX(0, draft.step.after_days[i]);
    g_array_append_val(reader->drafts, draft);
    return true;
}

/* Exactly one step repeats; it is moved to the end. */
static bool repeating_last(Reader *reader)
{
    guint found = 0, repeating = 0;
    for (guint i = 0; i < reader->drafts->len; i++) {
        if (g_array_index(reader->drafts, Draft, i).step.repeats) {
            repeating = i;
            found++;
        }
    }
    if (found != 1)
        return refuse(reader->ini, 1, reader->error,
                      _("exactly one [step.…] must say repeats = yes, so that nobody falls off the list"));
    Draft last = g_array_index(reader->drafts, Draft, repeating);
    g_array_remove_index(reader->drafts, repeating);
    g_array_append_val(reader->drafts, last);
    return true;
}

/* A step above; -1: there is none of that name. */
static int step_above(const Reader *reader, guint index, const IniEntry *entry)
{
    for (guint i = 0; i < index && entry != NULL; i++)
        if (strcmp(g_array_index(reader->drafts, Draft, i).step.reason, entry->value) == 0)
            return (int)i;
    return -1;
}

/* Whoever stands in the place of another step has nobody in his own place, so that it is plain who comes. */
static bool names_find(Reader *reader)
{
    for (guint i = 0; i < reader->drafts->len; i++) {
        Draft *draft = &g_array_index(reader->drafts, Draft, i);
        draft->step.after = step_above(reader, i, draft->from);
        draft->step.instead_of = step_above(reader, i, draft->instead_of);
        if (draft->from != NULL && draft->step.after < 0)
            return refuse(reader->ini, draft->from->line, reader->error,
                          _("from must be invoice, due or the name of a step above"));
        const Draft *place =
            draft->step.instead_of >= 0 ? &g_array_index(reader->drafts, Draft, draft->step.instead_of) : NULL;
        if (draft->instead_of != NULL && (place == NULL || place->instead_of != NULL))
            return refuse(reader->ini, draft->instead_of->line, reader->error,
                          _("instead_of must be the name of a step above that stands in nobody's place"));
        g_array_append_val(reader->cadence->steps, draft->step);
        if (draft->step.channel == CADENCE_LETTER)
            g_string_append_printf(reader->cadence->letters, "%s ", draft->step.reason);
    }
    return true;
}

static bool sections_read(Reader *reader)
{
    static const char *const others[] = {"gap.a", "gap.b", "gap.c", "calls", NULL};
    const Ini *ini = reader->ini;
    for (const char *const *section = ini_sections(ini); *section != NULL; section++) {
        bool step = g_str_has_prefix(*section, STEP_PREFIX) && (*section)[strlen(STEP_PREFIX)] != '\0';
        if (!step && !g_strv_contains(others, *section))
            return refuse(ini, ini_section_line(ini, *section), reader->error,
                          _("there is no such section in a cadence"));
        if (step && !step_read(reader, *section))
            return false;
    }
    for (int i = 0; i < 3; i++) {
        if (!gap_read(reader->cadence, ini, i, reader->error))
            return false;
    }
    return figures_read(ini, "calls", call_figures, G_N_ELEMENTS(call_figures), reader->cadence, reader->error) &&
           repeating_last(reader) && names_find(reader);
}

static void list_free(gpointer list)
{
    g_ptr_array_unref(list);
}

static bool text_read(const char *path, char **text, GError **error)
{
    g_autoptr(GError) reason = NULL;
    return g_file_get_contents(path, text, NULL, &reason) ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be read: %s"), path, reason->message);
}

Cadence *cadence_load(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    g_autoptr(Ini) ini = ini_load(path, error);
    if (ini == NULL || !text_read(path, &text, error))
        return NULL;
    g_autoptr(Cadence) cadence = g_new0(Cadence, 1);
    cadence->path = g_strdup(path);
    cadence->text = g_steal_pointer(&text);
    g_autoptr(GArray) drafts = g_array_new(FALSE, FALSE, sizeof(Draft));
    cadence->steps = g_array_new(FALSE, FALSE, sizeof(CadenceStep));
    cadence->words = g_string_chunk_new(256);
    cadence->letters = g_string_new(" ");
    cadence->lists = g_ptr_array_new_with_free_func(list_free);
    Reader reader = {cadence, ini, drafts, error};
    return sections_read(&reader) ? g_steal_pointer(&cadence) : NULL;
}

void cadence_free(Cadence *cadence)
{
    if (cadence == NULL)
        return;
    g_array_unref(cadence->steps);
    g_ptr_array_unref(cadence->lists);
    g_string_free(cadence->letters, TRUE);
    g_string_chunk_free(cadence->words);
    g_free(cadence->path);
    g_free(cadence->text);
    g_free(cadence);
}
