/* The library's SAX interface without a tree.  The DOCTYPE is refused when its name has been read, before
 * anything it declares, so that no entity of the file ever exists. */
#include "ledger/import/xml_check.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <unistd.h>

/* Below the limits at which the library gives up, so that what passes here can be read.  A text of single bytes may be
 * longer (an attached PDF): the library hands it over piece by piece. */
enum { DEPTH_MOST = 200, TEXT_MOST = 8 * 1024 * 1024, BULK_MOST = 128 * 1024 * 1024 };
/* The library compares every attribute of an element with every other. */
enum { ATTRIBUTES_MOST = 2000 };

typedef struct {
    xmlParserCtxtPtr parser;
    int depth;
    int fd;
    gint64 text;   /* bytes since the last tag */
    gint64 data;   /* of them in a CDATA section */
    bool wide;     /* UTF-16 */
    gint64 equals; /* equal signs read since the library last told anything: attributes of one element */
    bool doctype;
    bool excess;         /* above a limit of ours */
    bool encoding_wrong; /* bytes that do not fit the encoding */
    bool label_wrong;    /* an encoding that does not exist or cannot be meant */
    char *fault;         /* the first thing that was wrong */
    int fault_line;
} Check;

/* What the library cannot tie to a parser (a wrong byte in the input) it would print. */
static void on_stray_error(void *data, xmlErrorPtr problem)
{
    (void)data;
    (void)problem;
}

void xml_library_start(void)
{
    xmlInitParser();
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)on_stray_error);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name;
    (void)external;
    (void)system;
    Check *check = data;
    check->doctype = true;
    xmlStopParser(check->parser);
}

static void excess(Check *check, const char *fault)
{
    if (check->fault == NULL) {
        check->fault = g_strdup(fault);
        check->fault_line = xmlSAX2GetLineNumber(check->parser);
    }
    check->excess = true;
}

static void limit_check(Check *check)
{
    check->equals = 0;
    if (check->depth <= DEPTH_MOST && check->text <= (check->wide ? TEXT_MOST : BULK_MOST) && check->data <= TEXT_MOST)
        return;
    excess(check, check->depth > DEPTH_MOST ? _("elements are nested too deep") : _("a text is too long"));
    xmlStopParser(check->parser);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)namespace, (void)attributes, (void)defaulted,
        (void)attribute;
    Check *check = data;
    check->depth++;
    check->text = check->data = 0;
    limit_check(check);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    Check *check = data;
    check->depth--;
    check->text = check->data = 0;
    limit_check(check);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    (void)text;
    Check *check = data;
    check->text += length;
    limit_check(check);
}

static void on_data(void *data, const xmlChar *text, int length)
{
    ((Check *)data)->data += length;
    on_text(data, text, length);
}

static bool code_is_encoding(int code)
{
    return code == XML_ERR_INVALID_CHAR || code == XML_I18N_CONV_FAILED || code == XML_I18N_NO_OUTPUT;
}

static bool code_is_label(int code)
{
    return code == XML_ERR_INVALID_ENCODING || code == XML_ERR_UNSUPPORTED_ENCODING ||
           code == XML_ERR_UNKNOWN_ENCODING || code == XML_I18N_NO_HANDLER;
}

static void on_error(void *data, xmlErrorPtr problem)
{
    Check *check = data;
    if (check->fault != NULL || problem->level < XML_ERR_ERROR)
        return;
    check->fault = text_clean(problem->message);
    check->fault_line = problem->line;
    check->encoding_wrong = code_is_encoding(problem->code);
    check->label_wrong = code_is_label(problem->code);
}

static int on_read(void *data, char *buffer, int length)
{
    Check *check = data;
    ssize_t got = read(check->fd, buffer, (size_t)length);
    for (const char *at = buffer; got > 0 && (at = memchr(at, '=', (size_t)(buffer + got - at))) != NULL; at++)
        check->equals++;
    if (check->equals <= ATTRIBUTES_MOST + length)
        return (int)got;
    excess(check, _("an element has too many attributes"));
    return -1;
}

static int on_close(void *data)
{
    (void)data;
    return 0;
}

xmlParserCtxtPtr xml_parser_new(int fd, xmlSAXHandler *handler, xmlInputReadCallback take, void *data,
                                const XmlEncoding *encoding)
{
    handler->initialized = XML_SAX2_MAGIC;
    if (lseek(fd, encoding->skip, SEEK_SET) < 0)
        return NULL;
    xmlParserCtxtPtr parser = xmlCreateIOParserCtxt(handler, data, take, on_close, data, XML_CHAR_ENCODING_NONE);
    if (parser == NULL)
        return NULL;
    int own = encoding->name == NULL ? 0 : XML_PARSE_IGNORE_ENC;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES | own);
    xmlCharEncodingHandlerPtr forced = encoding->name == NULL ? NULL : xmlFindCharEncodingHandler(encoding->name);
    if (forced != NULL)
        xmlSwitchToEncoding(parser, forced);
    return parser;
}

static bool is_wide(int fd)
{
    guint8 head[8];
    ssize_t got = pread(fd, head, sizeof head, 0);
    size_t start = 0, step = 1;
    xml_head_layout(head, got > 0 ? (size_t)got : 0, &start, &step);
    return step > 1;
}

static bool pass(int fd, Check *check, const XmlEncoding *encoding)
{
    xmlSAXHandler handler = {0};
    handler.internalSubset = on_doctype;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.cdataBlock = on_data;
    handler.serror = (xmlStructuredErrorFunc)on_error;
    check->fd = fd;
    check->wide = is_wide(fd);
    check->parser = xml_parser_new(fd, &handler, on_read, check, encoding);
    if (check->parser == NULL)
        return false;
    xmlParseDocument(check->parser);
    bool sound = check->parser->wellFormed != 0 && !check->excess && !check->doctype;
    xmlFreeDoc(check->parser->myDoc);
    xmlFreeParserCtxt(check->parser);
    return sound;
}

static bool refuse(const Check *check, const char *path, GError **error)
{
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    if (check->doctype)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s holds a DOCTYPE, which no bank statement or invoice needs; it is refused. Ask for the file "
                      "again from its source."),
                    name);
    return fail(error, BELRONDE_ERROR_INPUT,
                _("%s is not complete XML (line %d: %s); it was probably cut off: download it again."), name,
                check->fault_line, check->fault == NULL ? _("it ends too early") : check->fault);
}

/* What to try when the declared encoding fails: single-byte letters under the name of UTF-8 are common enough to
 * be read all the same, and programs that write from memory leave the name of its encoding in the file.  Two bytes
 * a letter are seen from the head, whatever went wrong. */
static const struct {
    const char *encoding;
    size_t step, start; /* as the head is laid out */
    bool label, bytes;  /* worth trying when the label, when the bytes were wrong */
    bool guess;
} attempts[] = {
    {"UTF-16LE", 2, 0, true, true, false},  {"UTF-16BE", 2, 1, true, true, false},
    {"UTF-8", 1, 0, true, false, false},    {"windows-1252", 1, 0, true, true, true},
    {"ISO-8859-1", 1, 0, true, true, true},
};

static bool attempt(int fd, const Check *first, XmlEncoding *encoding)
{
    guint8 head[8];
    ssize_t got = pread(fd, head, sizeof head, 0);
    size_t start = 0, step = 1;
    xml_head_layout(head, got > 0 ? (size_t)got : 0, &start, &step);
    for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
        bool worth = (attempts[i].label && first->label_wrong) || (attempts[i].bytes && first->encoding_wrong);
        if ((!worth && step == 1) || attempts[i].step != step || attempts[i].start != start % step)
            continue;
        Check again = {0};
        *encoding = (XmlEncoding){attempts[i].encoding, (int)(start - start % step), attempts[i].guess};
        bool sound = pass(fd, &again, encoding);
        g_free(again.fault);
        if (sound)
            return true;
    }
    return false;
}

bool xml_check(int fd, const char *path, XmlEncoding *encoding, GError **error)
{
    Check first = {0};
    XmlEncoding chosen = {0};
    bool sound = pass(fd, &first, &chosen) || (!first.doctype && !first.excess && attempt(fd, &first, &chosen));
    if (sound)
        *encoding = chosen;
    else
        refuse(&first, path, error);
    g_free(first.fault);
    return sound;
}
