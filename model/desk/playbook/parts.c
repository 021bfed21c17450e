/* Laying the house file over the shipped one: a section of the house adds to or replaces the keys of the shipped
 * section of the same name; an empty value takes a key away. */
#include "base/error.h"
#include "base/i18n.h"
#include "desk/playbook_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const languages[PLAYBOOK_LANGUAGES] = {"en", "nl", "fr"};

int sheet_language(const char *language)
{
    for (int i = 0; language != NULL && i < PLAYBOOK_LANGUAGES; i++)
        if (g_ascii_strncasecmp(language, languages[i], 2) == 0)
            return i;
    return 0;
}

static void part_free(gpointer data)
{
    Part *part = data;
    g_array_unref(part->entries);
    g_free(part);
}

void sheet_free(Sheet *sheet)
{
    if (sheet == NULL)
        return;
    g_clear_pointer(&sheet->shipped, ini_free);
    g_clear_pointer(&sheet->house, ini_free);
    g_ptr_array_unref(sheet->parts);
    g_hash_table_unref(sheet->index);
    g_string_chunk_free(sheet->strings);
    g_ptr_array_unref(sheet->blocks);
    g_free(sheet);
}

static PartEntry *entry_find(const Part *part, const char *key)
{
    for (guint i = 0; i < part->entries->len; i++) {
        PartEntry *entry = &g_array_index(part->entries, PartEntry, i);
        if (strcmp(entry->key, key) == 0)
            return entry;
    }
    return NULL;
}

static void part_lay(Sheet *sheet, const Ini *ini, const char *name)
{
    Part *part = g_hash_table_lookup(sheet->index, name);
    if (part == NULL) {
        part = g_new0(Part, 1);
        *part = (Part){name, ini_path(ini), ini_section_line(ini, name), g_array_new(FALSE, TRUE, sizeof(PartEntry)),
                       false};
        g_ptr_array_add(sheet->parts, part);
        g_hash_table_insert(sheet->index, (char *)name, part);
    }
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, name, &count);
    for (size_t i = 0; i < count; i++) {
        PartEntry entry = {entries[i].key, entries[i].value, ini_path(ini), entries[i].line, false};
        PartEntry *before = entry_find(part, entry.key);
        if (before != NULL)
            *before = entry;
        else
            g_array_append_val(part->entries, entry);
    }
}

Sheet *sheet_open(const char *shipped, const char *house, const char *interface_language, GError **error)
{
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->parts = g_ptr_array_new_with_free_func(part_free);
    sheet->index = g_hash_table_new(g_str_hash, g_str_equal);
    sheet->strings = g_string_chunk_new(4096);
    sheet->blocks = g_ptr_array_new_with_free_func(g_free);
    sheet->language = sheet_language(interface_language);
    sheet->shipped = ini_load(shipped, error);
    if (sheet->shipped != NULL && house != NULL)
        sheet->house = ini_load(house, error);
    if (sheet->shipped == NULL || (house != NULL && sheet->house == NULL)) {
        sheet_free(sheet);
        return NULL;
    }
    const Ini *layers[] = {sheet->shipped, sheet->house};
    for (size_t i = 0; i < G_N_ELEMENTS(layers) && layers[i] != NULL; i++)
        for (const char *const *name = ini_sections(layers[i]); *name != NULL; name++)
            part_lay(sheet, layers[i], *name);
    return sheet;
}

Part *sheet_part(Sheet *sheet, const char *name)
{
    Part *part = g_hash_table_lookup(sheet->index, name);
    if (part != NULL)
        part->used = true;
    return part;
}

Part *sheet_partf(Sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *name = g_strdup_vprintf(format, args);
    va_end(args);
    return sheet_part(sheet, name);
}

gpointer sheet_keep(Sheet *sheet, GArray *array)
{
    gpointer data = g_array_free(array, array->len == 0);
    if (data != NULL)
        g_ptr_array_add(sheet->blocks, data);
    return data;
}

const char *sheet_string(Sheet *sheet, const char *text)
{
    return g_string_chunk_insert_const(sheet->strings, text);
}

bool sheet_all_used(const Sheet *sheet, GError **error)
{
    for (guint i = 0; i < sheet->parts->len; i++) {
        const Part *part = g_ptr_array_index(sheet->parts, i);
        if (!part->used)
            return part_fail(part, NULL, error, _("section [%s] belongs to nothing; compare its name with the others"),
                             part->name);
        for (guint j = 0; j < part->entries->len; j++) {
            const PartEntry *entry = &g_array_index(part->entries, PartEntry, j);
            if (!entry->used && entry->value[0] != '\0')
                return part_fail(
                    part, entry, error,
                    _("%s is not known in [%s]; the comments at the top of the shipped file list the keys"), entry->key,
                    part->name);
        }
    }
    return true;
}

PartEntry *part_entry(Part *part, const char *key)
{
    PartEntry *entry = entry_find(part, key);
    if (entry == NULL || entry->value[0] == '\0')
        return NULL;
    entry->used = true;
    return entry;
}

const char *part_value(Part *part, const char *key)
{
    const PartEntry *entry = part_entry(part, key);
    return entry == NULL ? NULL : entry->value;
}

bool part_fail(const Part *part, const PartEntry *entry, GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *sentence = g_strdup_vprintf(format, args);
    va_end(args);
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", entry != NULL ? entry->path : part->path,
                entry != NULL ? entry->line : part->line, sentence);
}

bool part_texts(Part *part, const char *key, bool required, const char *texts[PLAYBOOK_LANGUAGES], PartEntry **at,
                GError **error)
{
    PartEntry *plain = part_entry(part, key), *found = plain;
    const char *missing = NULL;
    for (int i = 0; i < PLAYBOOK_LANGUAGES; i++) {
        g_autofree char *name = g_strdup_printf("%s_%s", key, languages[i]);
        PartEntry *own = part_entry(part, name), *entry = own != NULL ? own : plain;
        texts[i] = entry == NULL ? NULL : entry->value;
        found = found == NULL ? entry : found;
        if (entry == NULL)
            missing = languages[i];
    }
    if (at != NULL)
        *at = found;
    if (missing == NULL || (found == NULL && !required))
        return true;
    return part_fail(part, found, error, _("[%s] needs %s_%s; every text stands there in en, nl and fr"), part->name,
                     key, missing);
}

bool part_number(Part *part, const char *key, gint64 min, gint64 max, gint64 *number, GError **error)
{
    const PartEntry *entry = part_entry(part, key);
    if (entry == NULL || ini_integer(entry->value, min, max, number))
        return true;
    return part_fail(part, entry, error, _("%s must be a whole number from %" PRId64 " to %" PRId64), key, min, max);
}

bool part_flag(Part *part, const char *key, bool *flag, GError **error)
{
    const PartEntry *entry = part_entry(part, key);
    if (entry == NULL || ini_boolean(entry->value, flag))
        return true;
    return part_fail(part, entry, error, _("%s must be yes or no"), key);
}

const char *const *part_words(Sheet *sheet, const char *value)
{
    g_auto(GStrv) pieces = g_strsplit_set(value, " \t", -1);
    GArray *words = g_array_new(TRUE, TRUE, sizeof(char *));
    for (char **piece = pieces; *piece != NULL; piece++) {
        const char *word = (*piece)[0] == '\0' ? NULL : sheet_string(sheet, *piece);
        if (word != NULL)
            g_array_append_val(words, word);
    }
    gpointer list = g_array_free(words, FALSE);
    if (list == NULL)
        list = g_new0(char *, 1);
    g_ptr_array_add(sheet->blocks, list);
    return list;
}

bool hour_parse(const char *text, int *minute)
{
    int hours = 0, minutes = 0;
    char rest = '\0';
    if (text == NULL || sscanf(text, "%2d:%2d%c", &hours, &minutes, &rest) != 2 || hours < 0 || hours > 23 ||
        minutes < 0 || minutes > 59)
        return false;
    *minute = hours * 60 + minutes;
    return true;
}
