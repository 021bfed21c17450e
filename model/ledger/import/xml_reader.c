#include "ledger/import/xml_reader.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/import/xml_check.h"
#include "ledger/import/xml_slim.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/xmlreader.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MOST = 64 * 1024, LINE_TRUE_MOST = 65535 };

struct XmlReader {
    char *path;
    int fd;
    gint64 total;
    xmlTextReaderPtr reader;
    XmlEncoding encoding;
    XmlSlim slim;  /* between file and library, where texts are long */
    GString *text; /* characters since the last start of an element */
    bool leaf;     /* nothing but characters since then */
    bool empty;    /* <a/>: its end is still to be told */
};

static void on_error(void *data, xmlErrorPtr problem)
{
    (void)data;
    (void)problem; /* told by the return value; without a handler the library would print */
}

static bool file_open(XmlReader *reader, GError **error)
{
    reader->fd = open(reader->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (reader->fd < 0 || fstat(reader->fd, &status) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), reader->path, g_strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is not a regular file"), reader->path);
    reader->total = status.st_size;
    return true;
}

static int slim_close(void *slim)
{
    (void)slim;
    return 0;
}

/* By descriptor: given a name, the library would also unpack gzip and fetch addresses. */
static bool parser_open(XmlReader *reader, GError **error)
{
    const char *name = reader->encoding.name;
    bool there = lseek(reader->fd, reader->encoding.skip, SEEK_SET) >= 0;
    reader->slim = (XmlSlim){.fd = reader->fd};
    if (there && reader->encoding.bulky)
        reader->reader = xmlReaderForIO(xml_slim_read, slim_close, &reader->slim, NULL, name, xml_options(name));
    else if (there)
        reader->reader = xmlReaderForFd(reader->fd, NULL, name, xml_options(name));
    if (reader->reader == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be read as XML"), reader->path);
    xmlTextReaderSetStructuredErrorHandler(reader->reader, (xmlStructuredErrorFunc)on_error, NULL);
    return true;
}

XmlReader *xml_reader_open(const char *path, GError **error)
{
    xml_library_start();
    g_autoptr(XmlReader) reader = g_new0(XmlReader, 1);
    reader->path = g_strdup(path);
    reader->text = g_string_new(NULL);
    if (!file_open(reader, error) || !xml_check(reader->fd, path, &reader->encoding, error) ||
        !parser_open(reader, error))
        return NULL;
    return g_steal_pointer(&reader);
}

void xml_reader_close(XmlReader *reader)
{
    if (reader == NULL)
        return;
    if (reader->reader != NULL)
        xmlFreeTextReader(reader->reader);
    if (reader->fd >= 0)
        close(reader->fd);
    g_string_free(reader->text, TRUE);
    g_free(reader->path);
    g_free(reader);
}

/* Elements keep 16 bits for their line; beyond that the parser's own line is near enough. */
static int line_here(const XmlReader *reader, xmlNodePtr node)
{
    int line = node->line;
    if (line <= 0 || line >= LINE_TRUE_MOST)
        line = xmlTextReaderGetParserLineNumber(reader->reader);
    return MAX(line, 0);
}

/* From the node itself: the reader's functions look every name up in a table again. */
static void event_fill(const XmlReader *reader, XmlEventKind kind, XmlEvent *event)
{
    xmlNodePtr node = xmlTextReaderCurrentNode(reader->reader);
    *event = (XmlEvent){
        .kind = kind,
        .name = (const char *)node->name,
        .uri = node->ns == NULL || node->ns->href == NULL ? "" : (const char *)node->ns->href,
        .text = kind == XML_EVENT_END && reader->leaf ? reader->text->str : "",
        .line = line_here(reader, node),
    };
}

static void element_start(XmlReader *reader, XmlEvent *event)
{
    event_fill(reader, XML_EVENT_START, event);
    g_string_truncate(reader->text, 0);
    reader->leaf = true;
    reader->empty = xmlTextReaderIsEmptyElement(reader->reader) == 1;
}

static void element_end(XmlReader *reader, XmlEvent *event)
{
    event_fill(reader, XML_EVENT_END, event);
    reader->leaf = false;
    reader->empty = false;
}

static void characters_add(XmlReader *reader)
{
    const char *more = (const char *)xmlTextReaderConstValue(reader->reader);
    if (more != NULL && reader->leaf && reader->text->len < TEXT_MOST)
        g_string_append_len(reader->text, more, (gssize)strnlen(more, TEXT_MOST));
}

bool xml_reader_next(XmlReader *reader, XmlEvent *event, GError **error)
{
    if (reader->empty) {
        element_end(reader, event);
        return true;
    }
    int got;
    while ((got = xmlTextReaderRead(reader->reader)) == 1) {
        int type = xmlTextReaderNodeType(reader->reader);
        if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
            break;
        if (type == XML_READER_TYPE_ELEMENT) {
            element_start(reader, event);
            return true;
        }
        if (type == XML_READER_TYPE_END_ELEMENT) {
            element_end(reader, event);
            return true;
        }
        if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
            type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
            characters_add(reader);
    }
    *event = (XmlEvent){.kind = XML_EVENT_DONE, .name = "", .uri = "", .text = ""};
    return got == 0 ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s could not be read to its end; import it again"), reader->path);
}

char *xml_reader_attribute(XmlReader *reader, const char *name)
{
    xmlChar *value = xmlTextReaderGetAttribute(reader->reader, (const xmlChar *)name);
    char *copy = g_strdup((const char *)value);
    xmlFree(value);
    return copy;
}

const char *xml_reader_remark(const XmlReader *reader)
{
    return reader->encoding.guess ? _("The file says it is UTF-8 and is not; it was read as Western "
                                      "European text: look at the names.")
                                  : NULL;
}

void xml_reader_position(const XmlReader *reader, gint64 *bytes, gint64 *total)
{
    gint64 consumed = reader->encoding.bulky ? reader->slim.consumed : xmlTextReaderByteConsumed(reader->reader);
    *bytes = MIN(consumed, reader->total);
    *total = reader->total;
}
