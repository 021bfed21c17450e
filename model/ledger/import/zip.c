/* An archive of many files, as banks' portals hand them out: each member is told by its content and read into the
 * same sink, in the order of the names.  What cannot be read is listed under the member's name. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/formats.h"
#include "ledger/import/zip_archive.h"

#include <string.h>

const char zip_office_sentence[] = N_("it is a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV");

/* The sink of the archive, with the member's name before everything that is said. */
typedef struct {
    const ImportSink *inner;
    const ZipMember *member;
    gint64 before, total; /* bytes of the members before, of all */
    bool refused;         /* the sink itself said no: the archive ends here */
    bool in_statement;
    int read;            /* members */
    GPtrArray *problems; /* what is listed, told when it is known that the archive holds something at all */
} Reading;

static bool passed(Reading *reading, bool going)
{
    reading->refused = reading->refused || !going;
    return going;
}

static bool on_customer(const CustomerRecord *customer, void *data, GError **error)
{
    Reading *reading = data;
    return passed(reading, reading->inner->customer(customer, reading->inner->data, error));
}

static bool on_item(const ItemRecord *item, void *data, GError **error)
{
    Reading *reading = data;
    return passed(reading, reading->inner->item(item, reading->inner->data, error));
}

static bool on_contact(const ContactRecord *contact, void *data, GError **error)
{
    Reading *reading = data;
    return passed(reading, reading->inner->contact(contact, reading->inner->data, error));
}

static bool on_begin(const StatementRecord *statement, void *data, GError **error)
{
    Reading *reading = data;
    reading->in_statement = true;
    return passed(reading, reading->inner->statement_begin(statement, reading->inner->data, error));
}

static bool on_line(const LineRecord *line, void *data, GError **error)
{
    Reading *reading = data;
    return passed(reading, reading->inner->line(line, reading->inner->data, error));
}

static bool on_end(const StatementRecord *statement, gint64 stated_lines, void *data, GError **error)
{
    Reading *reading = data;
    reading->in_statement = false;
    return passed(reading, reading->inner->statement_end(statement, stated_lines, reading->inner->data, error));
}

/* Sentences about a whole file name it already. */
static char *under_name(const Reading *reading, const char *sentence)
{
    return g_str_has_prefix(sentence, reading->member->name)
               ? g_strdup(sentence)
               : g_strdup_printf("%s: %s", reading->member->name, sentence);
}

static void on_problem(int line, const char *reason, const char *raw, void *data)
{
    Reading *reading = data;
    g_autofree char *named = under_name(reading, reason);
    reading->inner->problem(line, named, raw, reading->inner->data);
}

static void on_warning(int line, const char *sentence, void *data)
{
    Reading *reading = data;
    g_autofree char *named = under_name(reading, sentence);
    reading->inner->warning(line, named, reading->inner->data);
}

static void on_progress(gint64 bytes, gint64 total, void *data)
{
    Reading *reading = data;
    (void)total;
    reading->inner->progress(MIN(reading->before + bytes, reading->total), reading->total, reading->inner->data);
}

/* ---- one member ---- */

static void list(Reading *reading, const char *sentence)
{
    g_ptr_array_add(reading->problems, under_name(reading, sentence));
}

static bool member_format_read(Reading *reading, const ImportFormat *format, const char *path,
                               const ImportOptions *options, GError **error)
{
    const ImportSink *inner = reading->inner;
    const ImportSink sink = {.data = reading,
                             .customer = on_customer,
                             .item = on_item,
                             .contact = inner->contact == NULL ? NULL : on_contact,
                             .statement_begin = on_begin,
                             .line = on_line,
                             .statement_end = on_end,
                             .problem = on_problem,
                             .warning = on_warning,
                             .progress = inner->progress == NULL ? NULL : on_progress};
    if (strcmp(format->slug, zip_format.slug) == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("it is a ZIP archive inside the archive: unpack it first"));
    if (!format->read(path, options, &sink, error))
        return false;
    reading->read++;
    return true;
}

/* A member that is wrong costs itself; false when the sink or the disk is at its end. */
static bool member_read(Reading *reading, ZipArchive *archive, const ImportOptions *options, GError **error)
{
    g_autoptr(GError) reason = NULL;
    const char *refused = zip_member_refused(reading->member);
    if (refused != NULL) {
        list(reading, refused);
        return true;
    }
    const char *path = zip_archive_unpack(archive, reading->member, &reason);
    const ImportFormat *format = path == NULL ? NULL : import_recognise(path, options, &reason);
    if (format != NULL && member_format_read(reading, format, path, options, &reason))
        return true;
    bool own_fault =
        !reading->refused && !reading->in_statement && g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (own_fault)
        list(reading, reason->message);
    else
        g_propagate_error(error, g_steal_pointer(&reason));
    return own_fault;
}

/* ---- all of them ---- */

/* A folder that holds something is spoken for by what it holds: members are in the order of their names. */
static bool speaks_for_itself(const GPtrArray *members, guint at)
{
    const ZipMember *member = g_ptr_array_index(members, at);
    const ZipMember *next = at + 1 < members->len ? g_ptr_array_index(members, at + 1) : NULL;
    return !member->folder || next == NULL || !g_str_has_prefix(next->raw, member->raw);
}

static bool members_read(Reading *reading, ZipArchive *archive, const ImportOptions *options, GError **error)
{
    const GPtrArray *members = zip_archive_members(archive);
    for (guint i = 0; i < members->len; i++) {
        reading->member = g_ptr_array_index(members, i);
        if (speaks_for_itself(members, i) && !member_read(reading, archive, options, error))
            return false;
        reading->before += (gint64)reading->member->size;
    }
    return true;
}

static bool nothing_read(const Reading *reading, const char *path, GError **error)
{
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    if (reading->problems->len == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is an empty ZIP archive."), name);
    return fail(error, BELRONDE_ERROR_INPUT, _("%s holds no file that can be imported. %s"), name,
                (const char *)g_ptr_array_index(reading->problems, 0));
}

static bool archive_read(Reading *reading, ZipArchive *archive, const char *path, const ImportOptions *options,
                         GError **error)
{
    reading->total = zip_archive_bytes(archive);
    if (!members_read(reading, archive, options, error))
        return false;
    if (reading->read == 0)
        return nothing_read(reading, path, error);
    for (guint i = 0; i < reading->problems->len; i++)
        reading->inner->problem(0, g_ptr_array_index(reading->problems, i), "", reading->inner->data);
    return true;
}

static bool zip_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    g_autoptr(ZipArchive) archive = zip_archive_open(path, error);
    if (archive == NULL)
        return false;
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    if (zip_archive_is_office(archive))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be imported: %s."), name, _(zip_office_sentence));
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    Reading reading = {.inner = sink, .problems = problems};
    return archive_read(&reading, archive, path, options, error);
}

/* ---- recognition ---- */

/* Workbooks and documents begin with one of these; the others are found when the archive is opened. */
static bool first_is_office(const guint8 *head, size_t length)
{
    static const char *const names[] = {"[Content_Types].xml", "mimetype", "_rels/", "xl/", "word/", "docProps/"};
    enum { NAME_LENGTH_AT = 26, NAME_AT = 30 };
    if (length < NAME_AT)
        return false;
    size_t size = (size_t)head[NAME_LENGTH_AT] | (size_t)head[NAME_LENGTH_AT + 1] << 8;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        size_t name = strlen(names[i]);
        if (size >= name && length >= NAME_AT + name && memcmp(head + NAME_AT, names[i], name) == 0)
            return true;
    }
    return false;
}

static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    bool archive = length >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0);
    return archive && !first_is_office(head, length) ? 90 : 0;
}

const ImportFormat zip_format = {
    .slug = "zip", .label = N_("ZIP archive of files"), .recognise = recognise, .read = zip_read};
