/* The library's SAX interface without a tree.  The DOCTYPE is refused when its name has been read, before
 * anything it declares, so that no entity of the file ever exists. */
#include "ledger/import/xml_check.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <unistd.h>

/* Below the limits at which the library's tree gives up, so that what passes here can be read. */
enum { DEPTH_MOST = 200, TEXT_MOST = 8 * 1024 * 1024 };

typedef struct {
    xmlParserCtxtPtr parser;
    int depth;
    gint64 text; /* bytes since the last tag */
    bool doctype;
    bool excess; /* above a limit of ours */
    bool encoding_wrong;
    char *fault; /* the first thing that was wrong */
    int fault_line;
} Check;

int xml_options(void)
{
    return XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;
}

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

static void limit_check(Check *check)
{
    if (check->depth <= DEPTH_MOST && check->text <= TEXT_MOST)
        return;
    if (check->fault == NULL) {
        check->fault =
            g_strdup(check->depth > DEPTH_MOST ? _("elements are nested too deep") : _("a text is too long"));
        check->fault_line = xmlSAX2GetLineNumber(check->parser);
    }
    check->excess = true;
    xmlStopParser(check->parser);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)namespace, (void)attributes, (void)defaulted,
        (void)attribute;
    Check *check = data;
    check->depth++;
    check->text = 0;
    limit_check(check);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    Check *check = data;
    check->depth--;
    check->text = 0;
}

static void on_text(void *data, const xmlChar *text, int length)
{
    (void)text;
    Check *check = data;
    check->text += length;
    limit_check(check);
}

static bool code_is_encoding(int code)
{
    return code == XML_ERR_INVALID_ENCODING || code == XML_ERR_INVALID_CHAR || code == XML_I18N_CONV_FAILED ||
           code == XML_I18N_NO_OUTPUT;
}

static void on_error(void *data, xmlErrorPtr problem)
{
    Check *check = data;
    if (check->fault != NULL || problem->level < XML_ERR_ERROR)
        return;
    check->fault = text_clean(problem->message);
    check->fault_line = problem->line;
    check->encoding_wrong = code_is_encoding(problem->code);
}

static int on_read(void *data, char *buffer, int length)
{
    return (int)read(GPOINTER_TO_INT(data), buffer, (size_t)length);
}

static int on_close(void *data)
{
    (void)data;
    return 0;
}

static bool pass(int fd, Check *check, const char *encoding)
{
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.internalSubset = on_doctype;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = handler.cdataBlock = on_text;
    handler.serror = (xmlStructuredErrorFunc)on_error;
    if (lseek(fd, 0, SEEK_SET) < 0)
        return false;
    xmlParserCtxtPtr parser =
        xmlCreateIOParserCtxt(&handler, check, on_read, on_close, GINT_TO_POINTER(fd), XML_CHAR_ENCODING_NONE);
    if (parser == NULL)
        return false;
    check->parser = parser;
    xmlCtxtUseOptions(parser, xml_options());
    xmlCharEncodingHandlerPtr forced = encoding == NULL ? NULL : xmlFindCharEncodingHandler(encoding);
    if (forced != NULL)
        xmlSwitchToEncoding(parser, forced);
    xmlParseDocument(parser);
    bool sound = parser->wellFormed != 0 && !check->excess && !check->doctype;
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
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

/* A file that says UTF-8 and holds single-byte letters is common enough to be read all the same. */
static const char *const encodings[] = {NULL, "windows-1252", "ISO-8859-1"};

bool xml_check(int fd, const char *path, const char **encoding, GError **error)
{
    Check first = {0};
    bool sound = pass(fd, &first, NULL);
    size_t chosen = 0;
    for (size_t i = 1; !sound && !first.doctype && first.encoding_wrong && i < G_N_ELEMENTS(encodings); i++) {
        Check again = {0};
        sound = pass(fd, &again, encodings[i]);
        chosen = i;
        g_free(again.fault);
    }
    if (sound)
        *encoding = encodings[chosen];
    else
        refuse(&first, path, error);
    g_free(first.fault);
    return sound;
}
