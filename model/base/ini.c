/* The file is read once into memory; our scan checks every line, then libiniparser reads the very same
 * bytes (through a memory file), so that no second opening can show it something else. */
#include "ini.h"
#include "error.h"
#include "i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <iniparser/iniparser.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_LIMIT (256 * 1024)
#define LINE_LIMIT 1000 /* the library gives up on the whole file at 1,023 */

typedef struct {
    char *name;
    int line;
    GArray *entries;   /* IniEntry; owns keys and values */
    GHashTable *index; /* key -> position + 1 */
} Section;

struct Ini {
    char *path;
    GPtrArray *sections; /* Section */
    GPtrArray *names;    /* char*, borrowed from the sections, NULL-terminated */
    GHashTable *index;   /* name -> Section */
    Ini *below;          /* NULL: nothing */
    int references;
};

static void entry_clear(gpointer data)
{
    IniEntry *entry = data;
    g_free((char *)entry->key);
    g_free((char *)entry->value);
}

static void section_free(gpointer data)
{
    Section *section = data;
    g_hash_table_unref(section->index);
    g_array_unref(section->entries);
    g_free(section->name);
    g_free(section);
}

static Section *section_new(const char *name, int line)
{
    Section *section = g_new0(Section, 1);
    section->name = g_strdup(name);
    section->line = line;
    section->entries = g_array_sized_new(FALSE, TRUE, sizeof(IniEntry), 4); /* an empty section is there, too */
    g_array_set_clear_func(section->entries, entry_clear);
    section->index = g_hash_table_new(g_str_hash, g_str_equal);
    return section;
}

static Ini *ini_new(const char *path)
{
    Ini *ini = g_new0(Ini, 1);
    ini->path = g_strdup(path);
    ini->references = 1;
    ini->sections = g_ptr_array_new_with_free_func(section_free);
    ini->names = g_ptr_array_new();
    ini->index = g_hash_table_new(g_str_hash, g_str_equal);
    return ini;
}

void ini_free(Ini *ini)
{
    if (ini == NULL || --ini->references > 0)
        return;
    ini_free(ini->below);
    g_hash_table_unref(ini->index);
    g_ptr_array_unref(ini->names);
    g_ptr_array_unref(ini->sections);
    g_free(ini->path);
    g_free(ini);
}

static bool refuse(const Ini *ini, int line, GError **error, const char *sentence)
{
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", ini->path, line, sentence);
}

static bool name_usable(const char *name)
{
    /* ':' joins section and key inside the library, so it cannot be part of either. */
    return name[0] != '\0' && strpbrk(name, ":=[]\"'") == NULL;
}

static bool scan_section(Ini *ini, char *line, int number, GError **error)
{
    size_t length = strlen(line);
    if (line[length - 1] != ']')
        return refuse(ini, number, error,
                      _("a [section] stands alone on its line; put a comment on a line of its own"));
    line[length - 1] = '\0';
    g_autofree char *name = g_ascii_strdown(g_strstrip(line + 1), -1);
    if (!name_usable(name))
        return refuse(ini, number, error,
                      _("this section name cannot be used; write letters, digits, dots and blanks"));
    const Section *earlier = g_hash_table_lookup(ini->index, name);
    if (earlier != NULL)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s:%d: section [%s] stands here a second time; it began in line %d"), ini->path, number, name,
                    earlier->line);
    Section *section = section_new(name, number);
    g_ptr_array_add(ini->sections, section);
    g_hash_table_insert(ini->index, section->name, section);
    return true;
}

/* What may follow a closing quote: nothing, or a comment. */
static bool tail_harmless(const char *tail)
{
    while (g_ascii_isspace(*tail))
        tail++;
    return *tail == '\0' || *tail == ';' || *tail == '#';
}

static bool scan_value(const Ini *ini, const char *value, int number, GError **error)
{
    if (value[0] != '"' && value[0] != '\'') {
        if (strpbrk(value, ";#") != NULL)
            return refuse(ini, number, error, _("a value with ; or # needs double quotes around it"));
        return true;
    }
    const char *closing = strchr(value + 1, value[0]);
    if (closing == NULL)
        return refuse(ini, number, error, _("the closing quote is missing"));
    if (!tail_harmless(closing + 1))
        return refuse(ini, number, error,
                      _("the value goes on after its closing quote; use the other kind of quote or “ ” inside it"));
    return true;
}

static bool scan_entry(Ini *ini, char *line, int number, GError **error)
{
    char *equals = strchr(line, '=');
    if (equals == NULL)
        return refuse(ini, number, error, _("this line is no [section], no key = value and no comment"));
    if (ini->sections->len == 0)
        return refuse(ini, number, error, _("a key needs a [section] above it"));
    *equals = '\0';
    g_autofree char *key = g_ascii_strdown(g_strstrip(line), -1);
    if (!name_usable(key))
        return refuse(ini, number, error, _("this key cannot be used; write letters, digits, dots and blanks"));
    if (!scan_value(ini, g_strstrip(equals + 1), number, error))
        return false;
    Section *section = g_ptr_array_index(ini->sections, ini->sections->len - 1);
    guint earlier = GPOINTER_TO_UINT(g_hash_table_lookup(section->index, key));
    if (earlier > 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s:%d: %s stands here a second time in [%s]; it was set in line %d"), ini->path, number, key,
                    section->name, g_array_index(section->entries, IniEntry, earlier - 1).line);
    IniEntry entry = {.key = g_steal_pointer(&key), .line = number};
    g_array_append_val(section->entries, entry);
    g_hash_table_insert(section->index, (char *)entry.key, GUINT_TO_POINTER(section->entries->len));
    return true;
}

static bool scan_line(Ini *ini, char *raw, int number, GError **error)
{
    size_t length = strlen(raw);
    if (length >= LINE_LIMIT)
        return refuse(ini, number, error, _("this line is too long; at most 999 bytes"));
    if (!g_utf8_validate(raw, -1, NULL))
        return refuse(ini, number, error, _("this line is not valid UTF-8; save the file as UTF-8"));
    char *line = g_strstrip(raw);
    /* The library would glue the next line on, even after a comment. */
    if (g_str_has_suffix(line, "\\"))
        return refuse(ini, number, error, _("a line cannot end with a backslash"));
    for (const char *at = line; *at != '\0'; at++) {
        if (g_ascii_iscntrl(*at) && *at != '\t')
            return refuse(ini, number, error, _("this line holds a control character; type it anew"));
    }
    if (line[0] == '\0' || line[0] == ';' || line[0] == '#')
        return true;
    return line[0] == '[' ? scan_section(ini, line, number, error) : scan_entry(ini, line, number, error);
}

static bool scan_text(Ini *ini, const char *text, GError **error)
{
    if (g_str_has_prefix(text, "\xef\xbb\xbf"))
        return refuse(ini, 1, error, _("the file begins with a byte order mark; save it as UTF-8 without BOM"));
    g_autofree char *copy = g_strdup(text);
    char *line = copy, *end = copy + strlen(copy);
    for (int number = 1; line < end; number++) {
        char *stop = memchr(line, '\n', (size_t)(end - line));
        if (stop != NULL)
            *stop = '\0';
        if (!scan_line(ini, line, number, error))
            return false;
        line = stop == NULL ? end : stop + 1;
    }
    return true;
}

static int library_silent(const char *format, ...)
{
    (void)format;
    return 0;
}

static dictionary *library_load(const char *text)
{
    int fd = memfd_create("belronde-ini", MFD_CLOEXEC);
    if (fd < 0)
        return NULL;
    dictionary *values = NULL;
    size_t length = strlen(text);
    if (write(fd, text, length) == (ssize_t)length) {
        g_autofree char *name = g_strdup_printf("/proc/self/fd/%d", fd);
        iniparser_set_error_callback(library_silent);
        values = iniparser_load(name);
    }
    close(fd);
    return values;
}

static bool section_fill(const Ini *ini, Section *section, const dictionary *values, GError **error)
{
    for (guint i = 0; i < section->entries->len; i++) {
        IniEntry *entry = &g_array_index(section->entries, IniEntry, i);
        g_autofree char *name = g_strconcat(section->name, ":", entry->key, NULL);
        const char *value = iniparser_getstring(values, name, NULL);
        if (value == NULL)
            return refuse(ini, entry->line, error, _("this line cannot be read; write key = value"));
        entry->value = g_strdup(value);
    }
    return true;
}

static bool values_fill(Ini *ini, const char *text, GError **error)
{
    dictionary *values = library_load(text);
    if (values == NULL)
        return refuse(ini, 1, error, _("the file cannot be read as an ini file"));
    bool filled = true;
    for (guint i = 0; filled && i < ini->sections->len; i++)
        filled = section_fill(ini, g_ptr_array_index(ini->sections, i), values, error);
    iniparser_freedict(values);
    return filled;
}

static void names_list(Ini *ini)
{
    for (guint i = 0; i < ini->sections->len; i++)
        g_ptr_array_add(ini->names, ((Section *)g_ptr_array_index(ini->sections, i))->name);
    g_ptr_array_add(ini->names, NULL);
}

void ini_lay(Ini *ini, const Ini *below)
{
    g_return_if_fail(ini->below == NULL && ini != below);
    ini->below = (Ini *)below;
    ini->below->references++;
    g_ptr_array_set_size(ini->names, (int)ini->names->len - 1);
    for (const char *const *name = ini_sections(below); *name != NULL; name++)
        if (g_hash_table_lookup(ini->index, *name) == NULL)
            g_ptr_array_add(ini->names, (gpointer)*name);
    g_ptr_array_add(ini->names, NULL);
}

const Ini *ini_owner(const Ini *ini, const char *section)
{
    for (const Ini *at = ini; at != NULL; at = at->below)
        if (g_hash_table_lookup(at->index, section) != NULL)
            return at;
    return ini;
}

static const Section *section_find(const Ini *ini, const char *name)
{
    return g_hash_table_lookup(ini_owner(ini, name)->index, name);
}

Ini *ini_parse(const char *name, const char *text, GError **error)
{
    g_autoptr(Ini) ini = ini_new(name);
    if (!scan_text(ini, text, error) || !values_fill(ini, text, error))
        return NULL;
    names_list(ini);
    return g_steal_pointer(&ini);
}

static bool file_fits(int fd, const char *path, GError **error)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), path, g_strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is not a regular file; put the settings in a plain file"), path);
    if (status.st_size > FILE_LIMIT)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is too large for an ini file; at most 256 KiB"), path);
    return true;
}

/* The file may grow while it is read, so the limit holds here as well. */
static bool file_read(int fd, const char *path, GString *text, GError **error)
{
    char block[8192];
    ssize_t got;
    while ((got = read(fd, block, sizeof block)) > 0 && text->len <= FILE_LIMIT)
        g_string_append_len(text, block, got);
    if (got < 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), path, g_strerror(errno));
    if (text->len > FILE_LIMIT)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is too large for an ini file; at most 256 KiB"), path);
    if (strlen(text->str) != text->len)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s holds a zero byte and is no text file"), path);
    return true;
}

Ini *ini_load(const char *path, GError **error)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a pipe must not make us wait */
    if (fd < 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), path, g_strerror(errno));
        return NULL;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    bool read_well = file_fits(fd, path, error) && file_read(fd, path, text, error);
    close(fd);
    return read_well ? ini_parse(path, text->str, error) : NULL;
}

const char *ini_path(const Ini *ini)
{
    return ini->path;
}

const char *const *ini_sections(const Ini *ini)
{
    return (const char *const *)ini->names->pdata;
}

int ini_section_line(const Ini *ini, const char *section)
{
    const Section *found = section_find(ini, section);
    return found == NULL ? 0 : found->line;
}

const IniEntry *ini_entries(const Ini *ini, const char *section, size_t *count)
{
    const Section *found = section_find(ini, section);
    *count = found == NULL ? 0 : found->entries->len;
    return found == NULL ? NULL : (const IniEntry *)found->entries->data;
}

static const IniEntry *entry_find(const Ini *ini, const char *section, const char *key)
{
    const Section *found = section_find(ini, section);
    guint position = found == NULL ? 0 : GPOINTER_TO_UINT(g_hash_table_lookup(found->index, key));
    return position == 0 ? NULL : &g_array_index(found->entries, IniEntry, position - 1);
}

const char *ini_get(const Ini *ini, const char *section, const char *key)
{
    const IniEntry *entry = entry_find(ini, section, key);
    return entry == NULL ? NULL : entry->value;
}

int ini_line(const Ini *ini, const char *section, const char *key)
{
    const IniEntry *entry = entry_find(ini, section, key);
    return entry == NULL ? 0 : entry->line;
}

bool ini_integer(const char *value, gint64 min, gint64 max, gint64 *out)
{
    const char *digits = value[0] == '-' ? value + 1 : value;
    if (digits[0] == '\0' || strspn(digits, "0123456789") != strlen(digits))
        return false;
    errno = 0;
    gint64 number = g_ascii_strtoll(value, NULL, 10);
    if (errno != 0 || number < min || number > max)
        return false;
    *out = number;
    return true;
}

bool ini_boolean(const char *value, bool *out)
{
    static const struct {
        const char *word;
        bool means;
    } words[] = {{"yes", true}, {"no", false},  {"true", true}, {"false", false},
                 {"on", true},  {"off", false}, {"1", true},    {"0", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_ascii_strcasecmp(value, words[i].word) == 0) {
            *out = words[i].means;
            return true;
        }
    }
    return false;
}
