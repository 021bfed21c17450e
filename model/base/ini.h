/* Strict reading of an ini file through libiniparser: order, line numbers and duplicates are kept by a
 * scan of the raw file, values come from the library as strings, numbers are read by us.
 *
 * Refused with file and line: not a regular file, over 256 KiB, a line of 1,000 bytes or more or ending in
 * a backslash, a key twice in a section or above every section, a section twice, a missing closing quote,
 * a comment after a [section], an unquoted ; or # inside a value, a BOM, control characters, anything but
 * UTF-8.  Section names and keys are lower case, here and in the questions asked; they hold no : = [ ] or
 * quotes.  A file that cannot be opened is MISSING, every other refusal INPUT. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Ini Ini;

typedef struct {
    const char *key;   /* borrowed from the Ini */
    const char *value; /* borrowed */
    int line;
} IniEntry;

Ini *ini_load(const char *path, GError **error);
Ini *ini_parse(const char *name, const char *text, GError **error); /* tests; name stands in the messages */
void ini_free(Ini *ini);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ini, ini_free)

/* From now on a section that `ini` lacks is looked for in `below`, of which a reference is taken; whole sections,
 * never single keys.  Sections of `ini` come first. */
void ini_lay(Ini *ini, const Ini *below);
/* The file that has the section: itself, or one below; itself when none has it. */
const Ini *ini_owner(const Ini *ini, const char *section);

const char *ini_path(const Ini *ini); /* of this file, not of those below */
/* Section names in the order of the file; borrowed, NULL-terminated. */
const char *const *ini_sections(const Ini *ini);
int ini_section_line(const Ini *ini, const char *section); /* 0 = not there */
/* Entries of a section in the order of the file; *count is set; NULL when there is no such section. */
const IniEntry *ini_entries(const Ini *ini, const char *section, size_t *count);
/* The value, or NULL; ini_line gives its line (0 = not there). */
const char *ini_get(const Ini *ini, const char *section, const char *key);
int ini_line(const Ini *ini, const char *section, const char *key);
/* Strict decimal integer without octal, blanks inside or trailing junk. */
bool ini_integer(const char *value, gint64 min, gint64 max, gint64 *out);
bool ini_boolean(const char *value, bool *out); /* yes/no, true/false, on/off, 1/0 */
