/* Which format is this?  Told from the first bytes, never from the name; where nothing fits, the sentence
 * says what the file is and what to ask for instead. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/formats.h"
#include "ledger/import/xml_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD_BYTES = 64 * 1024 };

/* clang-format off */ /* a row a line */
static const ImportFormat *const formats[] = {
    &camt_053_format,
    &camt_052_format,
    &camt_054_format,
    &mt940_format,
    &zip_format,
    &coda_format,
    &ubl_format,
    &xaf_format,
    &vcard_format,
    &csv_format,
};
/* clang-format on */

/* The contract gives formats as an array of rows; it is filled once from the files that own them. */
const ImportFormat *import_formats(size_t *count)
{
    static ImportFormat rows[G_N_ELEMENTS(formats)];
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
            rows[i] = *formats[i];
        g_once_init_leave(&ready, 1);
    }
    *count = G_N_ELEMENTS(rows);
    return rows;
}

/* ---- the first bytes ---- */

static bool head_read(int fd, const char *path, GByteArray *head, GError **error)
{
    struct stat status;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is not a regular file"), path);
    g_byte_array_set_size(head, HEAD_BYTES);
    size_t length = 0;
    ssize_t got = 1;
    while (got > 0 && length < HEAD_BYTES) {
        got = read(fd, head->data + length, HEAD_BYTES - length);
        length += got > 0 ? (size_t)got : 0;
    }
    g_byte_array_set_size(head, (guint)length);
    return got >= 0 || fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), path, g_strerror(errno));
}

static GByteArray *head_of(const char *path, GError **error)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), path, g_strerror(errno));
        return NULL;
    }
    g_autoptr(GByteArray) head = g_byte_array_new();
    bool done = head_read(fd, path, head, error);
    close(fd);
    return done ? g_steal_pointer(&head) : NULL;
}

/* ---- what else it may be ---- */

static const struct {
    const char *bytes;
    size_t length;
    const char *sentence;
} signatures[] = {
    {"PK\3\4", 4, zip_office_sentence}, /* archives have a reader of their own */
    {"\xd0\xcf\x11\xe0", 4, N_("it is an old Excel workbook: save the sheet as CSV")},
    {"\x1f\x8b", 2, N_("it is compressed: unpack it first")},
    {"%PDF", 4, N_("it is a PDF: ask for the same as CSV or CAMT.053")},
};

/* Looked for in the text of the head, XML or not. */
static const struct {
    const char *word;
    bool xml;
    const char *sentence;
} words[] = {
    {"auditfiles.nl/XAS", true, N_("it is an audit file of wages (XAS): ask for the one of the ledger, XAF 3.2")},
    {"auditfiles.nl/XAA", true, N_("it is an audit file of a till (XAA): ask for the one of the ledger, XAF 3.2")},
    {"CLAIR2.", true, N_("it is an audit file of version 2, which knows no open items: export it as XAF 3.2")},
    {"StandardAuditFile", true, N_("it is a SAF-T audit file, which Belgium and the Netherlands do not use")},
    {"<AuditFile", true, N_("it is a SAF-T audit file, which Belgium and the Netherlands do not use")},
    {"pain.001", true, N_("it is a file of payments to be made: ask the bank for the statement, CAMT.053")},
    {"pain.008", true, N_("it is a file of direct debits to be made: ask the bank for the statement, CAMT.053")},
    {"pain.002", true, N_("it is a status report on payments: ask the bank for the statement, CAMT.053")},
    {"<!DOCTYPE html", true, N_("it is a web page: export again, the log-in has probably run out")},
    {"<html", true, N_("it is a web page: export again, the log-in has probably run out")},
    {"BEGIN:VCALENDAR", false, N_("it is a calendar")},
    {"begin:vcalendar", false, N_("it is a calendar")},
};

static const char *known_as(const GByteArray *head)
{
    if (head->len == 0)
        return _("it is empty");
    for (size_t i = 0; i < G_N_ELEMENTS(signatures); i++)
        if (head->len >= signatures[i].length && memcmp(head->data, signatures[i].bytes, signatures[i].length) == 0)
            return _(signatures[i].sentence);
    g_autofree char *text = xml_head_text(head->data, head->len);
    bool xml = xml_head_is_xml(head->data, head->len);
    const char *document = xml ? ubl_explain(text) : NULL;
    if (document != NULL)
        return document;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].xml == xml && strstr(text, words[i].word) != NULL)
            return _(words[i].sentence);
    if (xml)
        return _("it is XML of a kind this program does not read: ask the bank for CAMT.053");
    return NULL;
}

static void explain(const char *path, const GByteArray *head, const ImportOptions *options, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *clean = text_clean(name);
    const char *known = known_as(head);
    g_autofree char *list = known == NULL ? csv_explain(head->data, head->len, options) : NULL;
    if (known == NULL)
        known = list != NULL ? list : _("it is no list of customers or open items and no bank statement");
    fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be imported: %s."), clean, known);
}

bool import_is_list(const char *path)
{
    g_autoptr(GByteArray) head = head_of(path, NULL);
    return head != NULL && known_as(head) == NULL && csv_is_list(head->data, head->len);
}

/* ---- the door ---- */

const ImportFormat *import_recognise(const char *path, const ImportOptions *options, GError **error)
{
    g_autoptr(GByteArray) head = csv_profiles_check(options, error) ? head_of(path, error) : NULL;
    if (head == NULL)
        return NULL;
    const ImportFormat *best = NULL;
    int best_points = 0;
    size_t count = 0;
    const ImportFormat *rows = import_formats(&count);
    for (size_t i = 0; i < count; i++) {
        int points = rows[i].recognise(head->data, head->len, options);
        if (points > best_points) {
            best_points = points;
            best = &rows[i];
        }
    }
    if (best == NULL)
        explain(path, head, options, error);
    return best;
}
