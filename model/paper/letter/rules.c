/* data/letters/rules.ini: words no letter may have, and what the law wants in which letter.  House and user add to the
 * lists in files of the same name; nothing of the shipped file can be taken away. */
#include "paper/letter_parts.h"

#include "base/error.h"
#include "base/settings.h"
#include "base/text.h"
#include <string.h>

struct LetterRules {
    GPtrArray *files;  /* Ini: shipped, house, user */
    GHashTable *lists; /* "threat/nl" → GPtrArray of Pattern, made when first asked for */
};

/* "betal*" is every word that begins so. */
typedef struct {
    char *shown, *folded;
} Pattern;

static void pattern_free(gpointer data)
{
    Pattern *pattern = data;
    g_free(pattern->shown);
    g_free(pattern->folded);
    g_free(pattern);
}

static bool file_add(LetterRules *rules, const char *path, bool must_be, GError **error)
{
    g_autoptr(GError) reason = NULL;
    Ini *ini = ini_load(path, &reason);
    if (ini != NULL) {
        g_ptr_array_add(rules->files, ini);
        return true;
    }
    if (!must_be && g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_MISSING))
        return true;
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

LetterRules *letter_rules_load(GError **error)
{
    static const char name[] = "letters/rules.ini";
    g_autofree char *shipped = path_shipped(name), *house = path_house_config(name), *user = path_user_config(name);
    g_autoptr(LetterRules) rules = g_new(LetterRules, 1);
    rules->files = g_ptr_array_new_with_free_func((GDestroyNotify)ini_free);
    rules->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    if (!file_add(rules, shipped, true, error) || !file_add(rules, house, false, error) ||
        !file_add(rules, user, false, error))
        return NULL;
    return g_steal_pointer(&rules);
}

void letter_rules_free(LetterRules *rules)
{
    if (rules == NULL)
        return;
    g_ptr_array_unref(rules->files);
    g_hash_table_unref(rules->lists);
    g_free(rules);
}

/* ---- words ---- */

char *letter_folded(const char *text)
{
    g_autofree char *folded = text_fold(text);
    GString *words = g_string_new(" ");
    for (const char *at = folded; *at != '\0'; at++)
        if (g_ascii_isalnum(*at))
            g_string_append_c(words, *at);
        else if (words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    if (words->str[words->len - 1] != ' ')
        g_string_append_c(words, ' ');
    return g_string_free(words, FALSE);
}

static void patterns_add(GPtrArray *patterns, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, "|", -1);
    for (char **word = list; *word != NULL; word++) {
        const char *shown = g_strstrip(*word);
        char *folded = letter_folded(shown);
        if (g_str_has_suffix(shown, "*"))
            folded[strlen(folded) - 1] = '\0';
        Pattern *pattern = g_new(Pattern, 1);
        *pattern = (Pattern){g_strdup(shown), folded};
        g_ptr_array_add(patterns, pattern);
    }
}

static char *pattern_met(const GPtrArray *patterns, const char *folded)
{
    for (guint i = 0; i < patterns->len; i++) {
        const Pattern *pattern = patterns->pdata[i];
        if (strlen(pattern->folded) > 1 && strstr(folded, pattern->folded) != NULL)
            return g_strdup(pattern->shown);
    }
    return NULL;
}

char *letter_words_met(const char *folded, const char *patterns)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(pattern_free);
    patterns_add(list, patterns);
    return pattern_met(list, folded);
}

/* "nl" and "nl_2" are both Dutch. */
static bool key_speaks(const char *key, const char *language)
{
    size_t length = strlen(language);
    return strncmp(key, language, length) == 0 && (key[length] == '\0' || key[length] == '_');
}

static GPtrArray *patterns_gather(const LetterRules *rules, const char *list, const char *language)
{
    GPtrArray *patterns = g_ptr_array_new_with_free_func(pattern_free);
    for (guint i = 0; i < rules->files->len; i++) {
        size_t count = 0;
        const IniEntry *entries = ini_entries(rules->files->pdata[i], list, &count);
        for (size_t k = 0; entries != NULL && k < count; k++)
            if (key_speaks(entries[k].key, language))
                patterns_add(patterns, entries[k].value);
    }
    return patterns;
}

char *letter_rules_word(const LetterRules *rules, const char *list, const char *language, const char *text)
{
    g_autofree char *name = g_strconcat(list, "/", language, NULL), *folded = letter_folded(text);
    GPtrArray *patterns = g_hash_table_lookup(rules->lists, name);
    if (patterns == NULL) {
        patterns = patterns_gather(rules, list, language);
        g_hash_table_insert(rules->lists, g_steal_pointer(&name), patterns);
    }
    return pattern_met(patterns, folded);
}

/* ---- laws ---- */

static bool listed(const char *list, const char *slug)
{
    g_auto(GStrv) words = g_strsplit(list != NULL ? list : "", " ", -1);
    return g_strv_contains((const char *const *)words, slug);
}

/* A law holds for the letters any of the files names. */
static bool law_holds(const LetterRules *rules, const char *section, const char *slug)
{
    for (guint i = 0; i < rules->files->len; i++)
        if (listed(ini_get(rules->files->pdata[i], section, "letters"), slug))
            return true;
    return false;
}

GArray *letter_rules_laws(const LetterRules *rules, const char *slug)
{
    GArray *laws = g_array_new(FALSE, FALSE, sizeof(LetterLaw));
    for (guint i = 0; i < rules->files->len; i++)
        for (const char *const *section = ini_sections(rules->files->pdata[i]); *section != NULL; section++) {
            LetterLaw law = {*section, rules->files->pdata[i]};
            if (g_str_has_prefix(*section, "law.") && law_holds(rules, *section, slug))
                g_array_append_val(laws, law);
        }
    return laws;
}
