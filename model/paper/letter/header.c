/* The header of a letter: what it is, for whom, and what it may do. */
#include "paper/letter_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "rules/charges.h"
#include <string.h>

typedef struct {
    const char *word;
    int value;
} Word;

#define WORDS_END                                                                                                      \
    {                                                                                                                  \
        NULL, 0                                                                                                        \
    }

static const Word charges_words[] = {
    {"none", LETTER_CHARGES_NONE}, {"announced", LETTER_CHARGES_ANNOUNCED}, {"asked", LETTER_CHARGES_ASKED}, WORDS_END};
static const Word consequence_words[] = {{"none", LETTER_NOTHING_FOLLOWS},
                                         {"costs", LETTER_COSTS_FOLLOW},
                                         {"delivery_stop", LETTER_STOP_FOLLOWS},
                                         {"advance_payment", LETTER_ADVANCE_FOLLOWS},
                                         {"formal_notice", LETTER_NOTICE_FOLLOWS},
                                         {"handover", LETTER_HANDOVER_FOLLOWS},
                                         WORDS_END};
static const Word notice_words[] = {{"none", LETTER_NO_NOTICE},      {"reminder", NOTICE_REMINDER},
                                    {"letter14", NOTICE_LETTER14},   {"formal", NOTICE_FORMAL},
                                    {"collector", NOTICE_COLLECTOR}, WORDS_END};
static const Word kind_words[] = {
    {"business", LETTER_KIND_BUSINESS}, {"consumer", LETTER_KIND_CONSUMER}, {"public", LETTER_KIND_PUBLIC}, WORDS_END};
static const Word channel_words[] = {
    {"email", LETTER_CHANNEL_EMAIL}, {"post", LETTER_CHANNEL_POST}, {"print", LETTER_CHANNEL_PRINT}, WORDS_END};
static const Word encloses_words[] = {{"nothing", false}, {"copies", true}, WORDS_END};
static const Word invoices_words[] = {{"all", false}, {"late", true}, WORDS_END};
static const Word tone_words[] = {{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}, WORDS_END};

typedef struct {
    LetterTemplate *template;
    const char *key, *value;
    int line;
} Entry;

static bool word_find(const Word *words, const char *typed, int *value)
{
    for (; words->word != NULL; words++)
        if (strcmp(words->word, typed) == 0) {
            *value = words->value;
            return true;
        }
    return false;
}

static bool word_refused(const Entry *entry, const Word *words, const char *typed, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (; words->word != NULL; words++)
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", words->word);
    return letter_fault(entry->template->path, entry->line, error, _("%s: “%s” is none of: %s."), entry->key, typed,
                        list->str);
}

static bool word_take(const Entry *entry, const Word *words, int *value, GError **error)
{
    return word_find(words, entry->value, value) || word_refused(entry, words, entry->value, error);
}

/* ---- the keys ---- */

static bool label_take(const Entry *entry, GError **error)
{
    (void)error;
    entry->template->label = text_clean(entry->value);
    return true;
}

static bool about_take(const Entry *entry, GError **error)
{
    (void)error;
    entry->template->about = text_clean(entry->value);
    return true;
}

static bool tone_take(const Entry *entry, GError **error)
{
    return word_take(entry, tone_words, &entry->template->tone, error);
}

static bool country_take(const Entry *entry, const char *word, GError **error)
{
    if (strlen(word) != 2)
        return word_refused(entry,
                            (const Word[]){{"all", 0},
                                           {"business", 0},
                                           {"consumer", 0},
                                           {"public", 0},
                                           {"third_person", 0},
                                           {"be", 0},
                                           {"nl", 0},
                                           WORDS_END},
                            word, error);
    g_ptr_array_add(entry->template->countries, g_ascii_strup(word, -1));
    return true;
}

/* Kinds and countries, in any order: “consumer be” is a consumer in Belgium. */
static bool for_take(const Entry *entry, GError **error)
{
    g_auto(GStrv) words = g_strsplit(entry->value, " ", -1);
    unsigned kinds = 0;
    for (char **word = words; *word != NULL; word++) {
        int kind = 0;
        if (**word == '\0' || strcmp(*word, "all") == 0)
            continue;
        if (strcmp(*word, "third_person") == 0)
            entry->template->third_person = true;
        else if (word_find(kind_words, *word, &kind))
            kinds |= (unsigned)kind;
        else if (!country_take(entry, *word, error))
            return false;
    }
    /* Of whom we know nothing may be a consumer. */
    entry->template->kinds =
        kinds == 0 ? LETTER_KIND_ANY : kinds | ((kinds & LETTER_KIND_CONSUMER) != 0 ? LETTER_KIND_UNKNOWN : 0);
    return true;
}

static bool needs_take(const Entry *entry, GError **error)
{
    g_auto(GStrv) words = g_strsplit(entry->value, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        const LetterPlaceholder *row = letter_placeholder(*word);
        if (**word == '\0')
            continue;
        if (row == NULL)
            return letter_fault(entry->template->path, entry->line, error,
                                _("needs: there is no placeholder “%s”: docs/letters.md lists them."), *word);
        g_ptr_array_add(entry->template->needs, (gpointer)row);
    }
    return true;
}

static bool deadline_take(const Entry *entry, GError **error)
{
    gint64 days = 0;
    if (!ini_integer(entry->value, 1, 90, &days))
        return letter_fault(entry->template->path, entry->line, error,
                            _("deadline: “%s” is no number of days from 1 to 90."), entry->value);
    entry->template->deadline_days = (int)days;
    return true;
}

static bool charges_take(const Entry *entry, GError **error)
{
    int value = 0;
    bool good = word_take(entry, charges_words, &value, error);
    entry->template->charges = (LetterCharges)value;
    return good;
}

static bool consequence_take(const Entry *entry, GError **error)
{
    int value = 0;
    bool good = word_take(entry, consequence_words, &value, error);
    entry->template->consequence = (LetterConsequence)value;
    return good;
}

static bool notice_take(const Entry *entry, GError **error)
{
    return word_take(entry, notice_words, &entry->template->notice, error);
}

static bool channels_take(const Entry *entry, GError **error)
{
    g_auto(GStrv) words = g_strsplit(entry->value, " ", -1);
    unsigned channels = 0;
    for (char **word = words; *word != NULL; word++) {
        int channel = 0;
        if (**word != '\0' && !word_find(channel_words, *word, &channel))
            return word_refused(entry, channel_words, *word, error);
        channels |= (unsigned)channel;
    }
    entry->template->channels = channels == 0 ? LETTER_CHANNEL_ANY : channels;
    return true;
}

static bool encloses_take(const Entry *entry, GError **error)
{
    int copies = false;
    bool good = word_take(entry, encloses_words, &copies, error);
    entry->template->encloses_copies = copies != 0;
    return good;
}

static bool invoices_take(const Entry *entry, GError **error)
{
    int late = false;
    bool good = word_take(entry, invoices_words, &late, error);
    entry->template->late_only = late != 0;
    return good;
}

static bool pays_take(const Entry *entry, GError **error)
{
    g_auto(GStrv) words = g_strsplit(entry->value, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        const LetterPlaceholder *row = letter_placeholder(*word);
        if (**word == '\0')
            continue;
        if (row == NULL || row->type != LETTER_VALUE_MONEY)
            return letter_fault(entry->template->path, entry->line, error,
                                _("pays: “%s” is no amount: docs/letters.md lists them."), *word);
        g_ptr_array_add(entry->template->pays, (gpointer)row);
    }
    return true;
}

static bool subject_take(const Entry *entry, GError **error)
{
    GArray *pieces = letter_line_parse(entry->template->path, entry->line, entry->value, error);
    if (pieces == NULL)
        return false;
    letter_wording_line(letter_wording_add(entry->template->body->subject, LETTER_MARK_TEXT, entry->line), pieces,
                        entry->value);
    return true;
}

static const struct {
    const char *key;
    bool (*take)(const Entry *entry, GError **error);
    bool required, repeats;
} keys[] = {
    {"label", label_take, true, false},
    {"about", about_take, true, false},
    {"tone", tone_take, true, false},
    {"for", for_take, true, false},
    {"subject", subject_take, true, true},
    {"needs", needs_take, false, false},
    {"deadline", deadline_take, false, false},
    {"charges", charges_take, false, false},
    {"consequence", consequence_take, false, false},
    {"notice", notice_take, false, false},
    {"channels", channels_take, false, false},
    {"encloses", encloses_take, false, false},
    {"invoices", invoices_take, false, false},
    {"pays", pays_take, false, false},
};

static int key_find(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(keys[i].key, key) == 0)
            return (int)i;
    return -1;
}

static bool line_take(LetterTemplate *template, char *line, int number, unsigned *met, GError **error)
{
    char *colon = strchr(line, ':');
    if (colon == NULL)
        return letter_fault(template->path, number, error,
                            _("“%s” is no line of the header: it is “key: value”, and --- ends the header."), line);
    *colon = '\0';
    Entry entry = {template, g_strstrip(line), g_strstrip(colon + 1), number};
    int index = key_find(entry.key);
    if (index < 0)
        return letter_fault(template->path, number, error, _("the header has no key “%s”: docs/letters.md lists them."),
                            entry.key);
    if (*entry.value == '\0')
        return letter_fault(template->path, number, error, _("%s: a value is missing."), entry.key);
    if ((*met >> index & 1) != 0 && !keys[index].repeats)
        return letter_fault(template->path, number, error, _("%s stands in the header twice."), entry.key);
    *met |= 1u << index;
    return keys[index].take(&entry, error);
}

bool letter_header_parse(LetterTemplate *template, char **lines, int *line, GError **error)
{
    unsigned met = 0;
    template->kinds = LETTER_KIND_ANY;
    template->notice = LETTER_NO_NOTICE;
    template->channels = LETTER_CHANNEL_ANY;
    for (; lines[*line] != NULL && strcmp(g_strchomp(lines[*line]), "---") != 0; ++*line) {
        const char *text = lines[*line];
        if (*text != '\0' && *text != '#' && !line_take(template, lines[*line], *line + 1, &met, error))
            return false;
    }
    if (lines[*line] == NULL)
        return letter_fault(template->path, *line, error, _("the header does not end: a line --- is missing."));
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (keys[i].required && (met >> i & 1) == 0)
            return letter_fault(template->path, *line + 1, error, _("the header lacks “%s: …”."), keys[i].key);
    ++*line;
    return true;
}
