/* First pass over an XML file: well-formed, without DOCTYPE, in the encoding it says?  Builds nothing. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* How a file has to be read. */
typedef struct {
    const char *name; /* static; NULL: as declared */
    int skip;         /* a byte order mark that another name makes wrong */
    bool guess;       /* the letters fit it, but they fit others as well: names may be wrong */
    bool bulky;       /* a text is so long that its bulk must be left out when it is read: xml_slim.h */
} XmlEncoding;

/* Reads `fd` from its start.  INPUT with one sentence otherwise; `path` stands in it. */
bool xml_check(int fd, const char *path, XmlEncoding *encoding, GError **error);
/* Options for every parser we make: no network, no DTD, no entities, the library's own limits; with an encoding
 * of ours the file's own word for it is passed over. */
int xml_options(const char *encoding);
/* Before anything else is asked of the library: nothing of it may print. */
void xml_library_start(void);
/* Step between letters and the place of the first one: 1/0 for single bytes and UTF-8, 2/0 and 2/1 for UTF-16. */
void xml_head_layout(const guint8 *head, size_t length, size_t *start, size_t *step);
