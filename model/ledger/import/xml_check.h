/* First pass over an XML file: well-formed, without DOCTYPE, in the encoding it says?  Builds nothing. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Reads `fd` from its start.  *encoding is set to the one to read it with: NULL as declared, else a static
 * name.  INPUT with one sentence otherwise; `path` stands in it. */
bool xml_check(int fd, const char *path, const char **encoding, GError **error);
/* Options for every parser we make: no network, no DTD, no entities, the library's own limits. */
int xml_options(void);
/* Before anything else is asked of the library: nothing of it may print. */
void xml_library_start(void);
