/* Reads an XML file without the bulk of its long texts: a PDF inside an invoice is tens of megabytes of letters nobody
 * looks at, and the library would keep them all.  For encodings in which '<' is one byte. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { XML_SLIM_KEEP = 64 * 1024 }; /* bytes of a text that stay */

typedef enum { SLIM_TEXT, SLIM_OPENED, SLIM_TAG, SLIM_COMMENT, SLIM_DATA, SLIM_INSTRUCTION } XmlSlimState;

typedef struct {
    int fd;
    gint64 consumed; /* bytes of the file */
    gint64 run;      /* bytes of the text so far */
    XmlSlimState state;
    char lead[9]; /* the last bytes inside markup */
    size_t led;
    char quote; /* inside a tag: the quotation mark that is open */
    bool entity, dropping;
} XmlSlim;

/* As read(2); the bytes that are left out never reach `buffer`.  0 at the end of the file. */
int xml_slim_read(void *slim, char *buffer, int length);
