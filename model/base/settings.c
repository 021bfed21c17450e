#include "settings.h"
#include "error.h"
#include "i18n.h"
#include "settings_parts.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LAYER_SHIPPED, LAYER_HOUSE, LAYER_USER, LAYER_COUNT };

/* Sections whose keys are not ours to list: each view reads its own. */
static const char *const free_sections[] = {"bind", "theme"};

struct Settings {
    char *user_path;
    Ini *layers[LAYER_COUNT];                          /* NULL: no such file */
    const char **values;                               /* one per row; borrowed from a layer or the table */
    GArray *free_entries[G_N_ELEMENTS(free_sections)]; /* IniEntry, borrowed from the layers */
};

static bool word_listed(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    return word[0] != '\0' && g_strv_contains((const char *const *)list, word);
}

static bool words_listed(const char *words, const char *value)
{
    g_auto(GStrv) list = g_strsplit_set(value, " ,", -1);
    for (int i = 0; list[i] != NULL; i++) {
        if (list[i][0] != '\0' && !word_listed(words, list[i]))
            return false;
    }
    return true;
}

/* Turned to text before, so that the sentence can be translated. */
static char *number_range(const SettingRow *row)
{
    g_autofree char *min = g_strdup_printf("%" G_GINT64_FORMAT, row->min);
    g_autofree char *max = g_strdup_printf("%" G_GINT64_FORMAT, row->max);
    return g_strdup_printf(_("must be a whole number from %s to %s"), min, max);
}

char *settings_value_wrong(const SettingRow *row, const char *value)
{
    gint64 number = 0;
    bool flag = false;
    switch (row->type) {
    case SETTING_NUMBER:
        if (!ini_integer(value, row->min, row->max, &number))
            return number_range(row);
        break;
    case SETTING_BOOLEAN:
        if (!ini_boolean(value, &flag))
            return g_strdup(_("must be yes or no"));
        break;
    case SETTING_CHOICE:
        if (!word_listed(row->choices, value))
            return g_strdup_printf(_("must be one of: %s"), row->choices);
        break;
    case SETTING_LIST:
        if (!words_listed(row->choices, value))
            return g_strdup_printf(_("may only hold: %s"), row->choices);
        break;
    case SETTING_COMMAND:
        if (value[0] != '\0' && !g_shell_parse_argv(value, NULL, NULL, NULL))
            return g_strdup(_("is no command: a quote is not closed"));
        break;
    case SETTING_TEXT: break;
    }
    return NULL;
}

static int free_section_index(const char *section)
{
    for (size_t i = 0; i < G_N_ELEMENTS(free_sections); i++) {
        if (strcmp(free_sections[i], section) == 0)
            return (int)i;
    }
    return -1;
}

static bool entry_check(const Ini *ini, const char *section, const IniEntry *entry, GError **error)
{
    int index = settings_row_index(section, entry->key);
    if (index < 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s:%d: there is no setting %s in [%s]; remove the line or see belronde.ini"), ini_path(ini),
                    entry->line, entry->key, section);
    size_t count = 0;
    g_autofree char *wrong = settings_value_wrong(&settings_rows(&count)[index], entry->value);
    if (wrong != NULL)
        return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s.%s %s", ini_path(ini), entry->line, section, entry->key,
                    wrong);
    return true;
}

static bool section_known(const char *section)
{
    size_t count = 0;
    const SettingRow *rows = settings_rows(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].section, section) == 0)
            return true;
    }
    return false;
}

static bool section_check(const Ini *ini, const char *section, GError **error)
{
    if (free_section_index(section) >= 0)
        return true;
    if (!section_known(section))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: there is no section [%s]; remove it or see belronde.ini"),
                    ini_path(ini), ini_section_line(ini, section), section);
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++) {
        if (!entry_check(ini, section, &entries[i], error))
            return false;
    }
    return true;
}

static bool ini_check(const Ini *ini, GError **error)
{
    for (const char *const *section = ini_sections(ini); *section != NULL; section++) {
        if (!section_check(ini, *section, error))
            return false;
    }
    return true;
}

/* Settings name programs to run: whoever may write the file runs them in our name. */
static bool file_trusted(const char *path, const struct stat *status, GError **error)
{
    if (status->st_uid != 0 && status->st_uid != getuid())
        return fail(error, BELRONDE_ERROR_INPUT, _("%s belongs to somebody else; settings must be yours or root's"),
                    path);
    if (S_ISREG(status->st_mode) && (status->st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s can be written by others; run: chmod go-w %s"), path, path);
    return true;
}

static bool layer_load(Settings *settings, int layer, const char *path, GError **error)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return true;
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), path, g_strerror(errno));
    }
    if (layer != LAYER_SHIPPED && !file_trusted(path, &status, error))
        return false;
    g_autoptr(Ini) ini = ini_load(path, error);
    if (ini == NULL || !ini_check(ini, error))
        return false;
    settings->layers[layer] = g_steal_pointer(&ini);
    return true;
}

static void free_entry_put(GArray *merged, const IniEntry *entry)
{
    for (guint i = 0; i < merged->len; i++) {
        IniEntry *known = &g_array_index(merged, IniEntry, i);
        if (strcmp(known->key, entry->key) == 0) {
            *known = *entry;
            return;
        }
    }
    g_array_append_val(merged, *entry);
}

static void free_section_merge(Settings *settings, size_t index)
{
    GArray *merged = settings->free_entries[index];
    g_array_set_size(merged, 0);
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        size_t count = 0;
        const IniEntry *entries = NULL;
        if (settings->layers[layer] != NULL)
            entries = ini_entries(settings->layers[layer], free_sections[index], &count);
        for (size_t i = 0; i < count; i++)
            free_entry_put(merged, &entries[i]);
    }
}

/* The user's file over the house's over the shipped one over the table. */
static void layers_merge(Settings *settings)
{
    size_t count = 0;
    const SettingRow *rows = settings_rows(&count);
    for (size_t i = 0; i < count; i++) {
        settings->values[i] = rows[i].fallback;
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            const Ini *ini = settings->layers[layer];
            const char *value = ini == NULL ? NULL : ini_get(ini, rows[i].section, rows[i].key);
            if (value != NULL)
                settings->values[i] = value;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(free_sections); i++)
        free_section_merge(settings, i);
}

Settings *settings_load(const char *user_file, GError **error)
{
    size_t count = 0;
    settings_rows(&count);
    g_autoptr(Settings) settings = g_new0(Settings, 1);
    settings->user_path = user_file != NULL ? g_strdup(user_file) : path_user_config("belronde.ini");
    settings->values = g_new0(const char *, count);
    for (size_t i = 0; i < G_N_ELEMENTS(free_sections); i++)
        settings->free_entries[i] = g_array_new(FALSE, TRUE, sizeof(IniEntry));
    g_autofree char *shipped = path_shipped("belronde.ini");
    g_autofree char *house = path_house_config("belronde.ini");
    const char *const paths[LAYER_COUNT] = {shipped, house, settings->user_path};
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        if (!layer_load(settings, layer, paths[layer], error))
            return NULL;
    }
    layers_merge(settings);
    return g_steal_pointer(&settings);
}

void settings_free(Settings *settings)
{
    if (settings == NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(free_sections); i++)
        g_array_unref(settings->free_entries[i]);
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        ini_free(settings->layers[layer]);
    g_free(settings->values);
    g_free(settings->user_path);
    g_free(settings);
}

const char *settings_user_path(const Settings *settings)
{
    return settings->user_path;
}

const char *settings_text(const Settings *settings, const char *section, const char *key)
{
    int index = settings_row_index(section, key);
    if (index < 0)
        g_error("there is no setting %s.%s", section, key);
    size_t count = 0;
    const char *inherits = settings_rows(&count)[index].inherits;
    if (inherits != NULL && strcmp(settings->values[index], "auto") == 0)
        return settings_text(settings, "belronde", inherits);
    return settings->values[index];
}

gint64 settings_number(const Settings *settings, const char *section, const char *key)
{
    gint64 number = 0;
    if (!ini_integer(settings_text(settings, section, key), G_MININT64, G_MAXINT64, &number))
        g_error("setting %s.%s is no number", section, key);
    return number;
}

bool settings_boolean(const Settings *settings, const char *section, const char *key)
{
    bool flag = false;
    if (!ini_boolean(settings_text(settings, section, key), &flag))
        g_error("setting %s.%s is no yes or no", section, key);
    return flag;
}

char **settings_command(const Settings *settings, const char *section, const char *key)
{
    char **words = NULL;
    return g_shell_parse_argv(settings_text(settings, section, key), NULL, &words, NULL) ? words : NULL;
}

const IniEntry *settings_free_section(const Settings *settings, const char *section, size_t *count)
{
    int index = free_section_index(section);
    if (index < 0)
        g_error("there is no free section [%s]", section);
    *count = settings->free_entries[index]->len;
    return (const IniEntry *)settings->free_entries[index]->data;
}

/* The file behind the user's path: a link stays a link, what it points to is replaced. */
static char *write_target(const char *path, GError **error)
{
    char *real = realpath(path, NULL);
    if (real != NULL) {
        char *target = g_strdup(real);
        free(real);
        return target;
    }
    if (g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        fail(error, BELRONDE_ERROR_MISSING, _("%s points to a file that is not there; create it first"), path);
        return NULL;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        fail(error, BELRONDE_ERROR_STORE, _("the folder %s cannot be made: %s"), folder, g_strerror(errno));
        return NULL;
    }
    return g_strdup(path);
}

static bool target_read(const char *target, char **text, GError **error)
{
    if (!g_file_test(target, G_FILE_TEST_EXISTS)) {
        *text = g_strdup("");
        return true;
    }
    g_autoptr(Ini) readable = ini_load(target, error); /* a broken file is not made worse */
    g_autoptr(GError) why = NULL;
    if (readable == NULL)
        return false;
    if (!g_file_get_contents(target, text, NULL, &why))
        return fail(error, BELRONDE_ERROR_STORE, _("%s cannot be read: %s"), target, why->message);
    return true;
}

static bool target_write(const char *target, const char *text, GError **error)
{
    g_autoptr(GError) why = NULL;
    if (!g_file_set_contents_full(target, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                  &why))
        return fail(error, BELRONDE_ERROR_STORE, _("the setting was not saved: %s"), why->message);
    return true;
}

static bool setting_check(const char *section, const char *key, const char *value, GError **error)
{
    size_t count = 0;
    int index = settings_row_index(section, key);
    if (index < 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("there is no setting %s.%s"), section, key);
    g_autofree char *wrong = settings_value_wrong(&settings_rows(&count)[index], value);
    if (wrong != NULL)
        return fail(error, BELRONDE_ERROR_INPUT, "%s.%s %s", section, key, wrong);
    return true;
}

bool settings_set(Settings *settings, const char *section, const char *key, const char *value, GError **error)
{
    if (!setting_check(section, key, value, error))
        return false;
    g_autofree char *target = write_target(settings->user_path, error);
    g_autofree char *before = NULL;
    if (target == NULL || !target_read(target, &before, error))
        return false;
    g_autofree char *after = settings_text_with(before, section, key, value, error);
    g_autoptr(Ini) ini = after == NULL ? NULL : ini_parse(settings->user_path, after, error);
    if (ini == NULL || !ini_check(ini, error))
        return false;
    if (!target_write(target, after, error))
        return false;
    ini_free(settings->layers[LAYER_USER]);
    settings->layers[LAYER_USER] = g_steal_pointer(&ini);
    layers_merge(settings);
    return true;
}
