/* The library's SAX interface again, this time listened to: no tree, no copy of what nobody asks for. */
#include "ledger/import/xml_reader.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/import/xml_check.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/SAX2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MOST = 64 * 1024, ATTRIBUTE_PARTS = 5 /* name, prefix, namespace, first byte, byte after the last */ };

typedef struct {
    const XmlListener *listener;
    void *data;
    GError **error;
    int fd;
    gint64 bytes, total;
    xmlParserCtxtPtr parser;
    GString *text; /* characters since the last tag */
    bool leaf;     /* nothing but characters since the last start */
    bool going;    /* nobody stopped it */
} Reading;

static int on_take(void *data, char *buffer, int length)
{
    Reading *reading = data;
    ssize_t got = read(reading->fd, buffer, (size_t)length);
    reading->bytes += got > 0 ? got : 0;
    return (int)got;
}

static void stop(Reading *reading)
{
    reading->going = false;
    xmlStopParser(reading->parser);
}

static XmlEvent event_of(const Reading *reading, const xmlChar *name, const xmlChar *uri)
{
    return (XmlEvent){.name = (const char *)name,
                      .uri = uri == NULL ? "" : (const char *)uri,
                      .text = "",
                      .line = MAX(xmlSAX2GetLineNumber(reading->parser), 0),
                      .bytes = MIN(reading->bytes, reading->total),
                      .total = reading->total};
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
    (void)prefix, (void)namespaces, (void)namespace, (void)defaulted;
    Reading *reading = data;
    XmlEvent event = event_of(reading, name, uri);
    event.attributes = (const char *const *)attribute;
    event.attribute_count = attributes;
    g_string_truncate(reading->text, 0);
    reading->leaf = true;
    if (reading->going && !reading->listener->start(&event, reading->data, reading->error))
        stop(reading);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)prefix;
    Reading *reading = data;
    XmlEvent event = event_of(reading, name, uri);
    event.text = reading->leaf ? reading->text->str : "";
    if (reading->going && !reading->listener->end(&event, reading->data, reading->error))
        stop(reading);
    reading->leaf = false;
}

static void on_text(void *data, const xmlChar *text, int length)
{
    Reading *reading = data;
    if (reading->leaf)
        g_string_append_len(reading->text, (const char *)text, MIN(length, TEXT_MOST - (gssize)reading->text->len));
}

/* The check has refused every DOCTYPE: this one was put there since. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    xmlStopParser(((Reading *)data)->parser);
}

static void on_error(void *data, xmlErrorPtr problem)
{
    (void)data;
    (void)problem; /* told by what comes of it; without a handler the library would print */
}

static bool file_open(Reading *reading, const char *path, GError **error)
{
    reading->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (reading->fd < 0 || fstat(reading->fd, &status) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), path, g_strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is not a regular file"), path);
    reading->total = status.st_size;
    return true;
}

static bool file_read(Reading *reading, const char *path, const XmlEncoding *encoding, GError **error)
{
    xmlSAXHandler handler = {0};
    handler.internalSubset = on_doctype;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
    handler.serror = (xmlStructuredErrorFunc)on_error;
    reading->parser = xml_parser_new(reading->fd, &handler, on_take, reading, encoding);
    if (reading->parser == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be read as XML"), path);
    reading->parser->replaceEntities = 1; /* without a DTD only &amp; and its like are left */
    reading->going = true;
    xmlParseDocument(reading->parser);
    bool whole = reading->parser->wellFormed != 0 && reading->parser->disableSAX == 0;
    xmlFreeDoc(reading->parser->myDoc);
    xmlFreeParserCtxt(reading->parser);
    return reading->going &&
           (whole || fail(error, BELRONDE_ERROR_INPUT, _("%s could not be read to its end; import it again"), path));
}

bool xml_read(const char *path, const XmlListener *listener, void *data, GError **error)
{
    Reading reading = {.listener = listener, .data = data, .error = error, .text = g_string_new(NULL)};
    XmlEncoding encoding = {0};
    xml_library_start();
    bool done = file_open(&reading, path, error) && xml_check(reading.fd, path, &encoding, error);
    if (done && encoding.guess)
        listener->remark(_("The file says it is UTF-8 and is not; it was read as Western European text: look at the "
                           "names."),
                         data);
    done = done && file_read(&reading, path, &encoding, error);
    if (reading.fd >= 0)
        close(reading.fd);
    g_string_free(reading.text, TRUE);
    return done;
}

char *xml_attribute(const XmlEvent *event, const char *name)
{
    for (int i = 0; i < event->attribute_count; i++) {
        const char *const *part = event->attributes + (ptrdiff_t)i * ATTRIBUTE_PARTS;
        if (strcmp(part[0], name) == 0)
            return g_strndup(part[3], (gsize)(part[4] - part[3]));
    }
    return NULL;
}
