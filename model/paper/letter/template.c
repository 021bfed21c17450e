/* Where the letters are, and which there are. */
#include "paper/letter_template.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "paper/letter_parts.h"
#include "paper/letter_speech.h"
#include <string.h>

struct LetterTemplates {
    LetterRules *rules;
    GPtrArray *all; /* LetterTemplate, by language, tone and slug */
};

enum { FILE_MOST = 64 * 1024 };

void letter_template_free(LetterTemplate *template)
{
    if (template == NULL)
        return;
    g_free(template->slug);
    g_free(template->language);
    g_free(template->path);
    g_free(template->label);
    g_free(template->about);
    g_free(template->fault);
    g_ptr_array_unref(template->countries);
    g_ptr_array_unref(template->needs);
    g_ptr_array_unref(template->pays);
    letter_body_free(template->body);
    g_free(template);
}

static LetterTemplate *template_new(const char *language, const char *slug)
{
    LetterTemplate *template = g_new0(LetterTemplate, 1);
    template->slug = g_strdup(slug);
    template->language = g_strdup(language);
    template->countries = g_ptr_array_new_with_free_func(g_free);
    template->needs = g_ptr_array_new();
    template->pays = g_ptr_array_new();
    template->body = letter_body_new();
    return template;
}

/* ---- reading ---- */

static int line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

static bool text_sound(const char *path, const char *text, size_t length, GError **error)
{
    const char *bad = text;
    if (length > FILE_MOST)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s has more than 64 KiB: that is no letter."), path);
    if (!g_str_has_prefix(text, "\xef\xbb\xbf"))
        g_utf8_validate(text, (gssize)length, &bad);
    for (const char *at = text; at < bad; at++)
        if (((guchar)*at < ' ' && *at != '\n' && *at != '\t') || *at == 0x7f)
            bad = at;
    return bad == text + length ||
           letter_fault(path, line_of(text, bad), error,
                        _("the file is no plain text: save it as UTF-8 without a byte order mark."));
}

char *letter_file_read(const char *language, const char *name, char **path, GError **error)
{
    g_autofree char *file = g_strdup_printf("letters/%s/%s.txt", language, name), *text = NULL;
    size_t length = 0;
    *path = path_house(file);
    g_autoptr(GError) reason = NULL;
    if (!g_file_test(*path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents(*path, &text, &length, &reason)) {
        fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), *path,
             reason != NULL ? reason->message : _("it is no file"));
        return NULL;
    }
    /* Windows ends its lines with two characters. */
    g_autoptr(GString) plain = g_string_new_len(text, (gssize)length);
    g_string_replace(plain, "\r\n", "\n", 0);
    return text_sound(*path, plain->str, plain->len, error) ? g_strdup(plain->str) : NULL;
}

static bool template_read(LetterTemplate *template, const LetterRules *rules, GError **error)
{
    g_autofree char *text = letter_file_read(template->language, template->slug, &template->path, error);
    if (text == NULL)
        return false;
    if (!letter_language_known(template->language))
        return letter_fault(template->path, 1, error,
                            _("letters in the language “%s” cannot be written: de, en, fr and nl can."),
                            template->language);
    return letter_template_parse(template, text, error) && letter_template_check(template, rules, error);
}

LetterTemplate *letter_template_load(const LetterRules *rules, const char *language, const char *slug)
{
    LetterTemplate *template = template_new(language, slug);
    g_autoptr(GError) reason = NULL;
    if (!template_read(template, rules, &reason))
        template->fault = g_strdup(reason->message);
    return template;
}

/* ---- finding ---- */

static bool is_language(const char *name)
{
    return strlen(name) == 2 && g_ascii_islower(name[0]) && g_ascii_islower(name[1]);
}

/* "reminder.txt" → "reminder"; parts, which begin with _, and other files are none. */
static char *slug_of(const char *file)
{
    size_t length = strspn(file, "abcdefghijklmnopqrstuvwxyz0123456789_");
    bool letter = g_ascii_isalnum(file[0]) && strcmp(file + length, ".txt") == 0;
    return letter ? g_strndup(file, length) : NULL;
}

static void folder_scan(GHashTable *found, const char *folder, const char *language)
{
    g_autofree char *path = g_build_filename(folder, language, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *file; dir != NULL && (file = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *slug = slug_of(file);
        if (slug != NULL)
            g_hash_table_add(found, g_strconcat(language, "/", slug, NULL));
    }
}

static void letters_scan(GHashTable *found, const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (is_language(name))
            folder_scan(found, folder, name);
}

static int by_language_and_tone(gconstpointer a, gconstpointer b)
{
    const LetterTemplate *one = *(LetterTemplate *const *)a, *other = *(LetterTemplate *const *)b;
    int order = strcmp(one->language, other->language);
    if (order == 0)
        order = (one->tone > other->tone) - (one->tone < other->tone);
    return order != 0 ? order : strcmp(one->slug, other->slug);
}

static const LetterTemplate *template_at(const LetterTemplates *templates, const char *slug, const char *language)
{
    for (guint i = 0; i < templates->all->len; i++) {
        const LetterTemplate *template = templates->all->pdata[i];
        if (strcmp(template->slug, slug) == 0 && strcmp(template->language, language) == 0)
            return template;
    }
    return NULL;
}

/* What a letter starts in law does not hang on the language it is read in. */
static void notices_compare(LetterTemplates *templates)
{
    for (guint i = 0; i < templates->all->len; i++) {
        LetterTemplate *template = templates->all->pdata[i];
        const LetterTemplate *other = template_at(templates, template->slug, "en");
        if (template->fault != NULL || other == NULL || other->fault != NULL || other->notice == template->notice)
            continue;
        g_autoptr(GError) reason = NULL;
        letter_fault(template->path, template->body->header_line, &reason,
                     _("“notice: …” must be the same in every language; %s says another."), other->path);
        template->fault = g_strdup(reason->message);
    }
}

static void templates_read(LetterTemplates *templates)
{
    g_autofree char *shipped = path_shipped("letters"), *house = path_house_config("letters");
    g_autofree char *user = path_user_config("letters");
    g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    letters_scan(found, shipped);
    letters_scan(found, house);
    letters_scan(found, user);
    GHashTableIter at;
    gpointer name;
    g_hash_table_iter_init(&at, found);
    while (g_hash_table_iter_next(&at, &name, NULL)) {
        g_autofree char *language = g_strndup(name, 2);
        g_ptr_array_add(templates->all, letter_template_load(templates->rules, language, (const char *)name + 3));
    }
    g_ptr_array_sort(templates->all, by_language_and_tone);
    notices_compare(templates);
}

LetterTemplates *letter_templates_load(GError **error)
{
    g_autoptr(LetterTemplates) templates = g_new0(LetterTemplates, 1);
    templates->all = g_ptr_array_new_with_free_func((GDestroyNotify)letter_template_free);
    templates->rules = letter_rules_load(error);
    if (templates->rules == NULL)
        return NULL;
    templates_read(templates);
    if (templates->all->len == 0) {
        g_autofree char *folder = path_shipped("letters");
        fail(error, BELRONDE_ERROR_MISSING, _("There are no letters in %s: is belronde installed completely?"), folder);
        return NULL;
    }
    return g_steal_pointer(&templates);
}

void letter_templates_free(LetterTemplates *templates)
{
    if (templates == NULL)
        return;
    g_ptr_array_unref(templates->all);
    letter_rules_free(templates->rules);
    g_free(templates);
}

GPtrArray *letter_templates_faults(GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    if (templates == NULL)
        return NULL;
    GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < templates->all->len; i++) {
        const LetterTemplate *template = templates->all->pdata[i];
        if (template->fault != NULL)
            g_ptr_array_add(faults, g_strdup(template->fault));
    }
    return faults;
}

GPtrArray *letter_templates_list(const LetterTemplates *templates, const char *language)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < templates->all->len; i++)
        if (strcmp(((const LetterTemplate *)templates->all->pdata[i])->language, language) == 0)
            g_ptr_array_add(list, templates->all->pdata[i]);
    return list;
}

char **letter_template_languages(const LetterTemplates *templates, const char *slug)
{
    g_autoptr(GStrvBuilder) languages = g_strv_builder_new();
    for (guint i = 0; i < templates->all->len; i++) {
        const LetterTemplate *template = templates->all->pdata[i];
        if (strcmp(template->slug, slug) == 0)
            g_strv_builder_add(languages, template->language);
    }
    return g_strv_builder_end(languages);
}

const LetterTemplate *letter_template_find(const LetterTemplates *templates, const char *slug, const char *language,
                                           GError **error)
{
    const LetterTemplate *template = template_at(templates, slug, language);
    if (template == NULL)
        template = template_at(templates, slug, "en");
    if (template == NULL)
        fail(error, BELRONDE_ERROR_MISSING,
             _("There is no letter “%s”: write letters/%s/%s.txt, as docs/letters.md shows."), slug, language, slug);
    else if (template->fault != NULL)
        fail(error, BELRONDE_ERROR_INPUT, "%s", template->fault);
    return template != NULL && template->fault == NULL ? template : NULL;
}

char *letter_words_refused(const LetterTemplates *templates, const char *language, const char *typed)
{
    char *word = letter_rules_word(templates->rules, "numbered", language, typed);
    return word != NULL ? word : letter_rules_word(templates->rules, "threat", language, typed);
}

bool letter_is_of_plan(const LetterTemplate *template)
{
    return g_ptr_array_find(template->needs, letter_placeholder("parts"), NULL);
}
