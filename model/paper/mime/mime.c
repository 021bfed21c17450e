#include "paper/mime.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "base/words.h"
#include "paper/mime/parts.h"

#include <string.h>

#define LETTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS

enum { ADDRESS_MOST = 254, TYPE_MOST = 63, NAME_MOST = 150, FINGERPRINT = 32 };

/* ---- addresses ---- */

static bool address_usable(const char *address, GError **error)
{
    if (email_valid(address))
        return true;
    g_autofree char *clean = text_clean_most(address, ADDRESS_MOST);
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no e-mail address a mail server takes: correct it first."),
                clean);
}

static bool addresses_usable(const MimeMessage *message, GError **error)
{
    if (message->from.address[0] == '\0')
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Letters have no sender yet: fill in email under [belronde] in the settings."));
    if (message->to_count == 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("There is no e-mail address to send this to: add one to the customer."));
    for (size_t i = 0; i < message->to_count; i++)
        if (!address_usable(message->to[i].address, error))
            return false;
    return address_usable(message->from.address, error);
}

/* ---- headers ---- */

typedef struct {
    const MimeMessage *message;
    GString *out;
    const char *eol;
    char *fingerprint;
} Writing;

static void header_words(Writing *writing, const char *name, const char *value)
{
    MimeHeader header = mime_header_begin(writing->out, writing->eol, name);
    mime_header_word(&header, value);
    mime_header_end(&header);
}

static void header_addresses(Writing *writing, const char *name, const MimeAddress *addresses, size_t count)
{
    MimeHeader header = mime_header_begin(writing->out, writing->eol, name);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *address = g_strdup_printf("<%s>%s", addresses[i].address, i + 1 < count ? "," : "");
        mime_header_phrase(&header, addresses[i].name);
        mime_header_word(&header, address);
    }
    mime_header_end(&header);
}

/* Names of days and months are English in a mail, whatever the desk speaks. */
static void header_date(Writing *writing)
{
    const Words *english = words_of("en");
    g_autoptr(GDateTime) sent = g_date_time_new_from_unix_local(writing->message->sent);
    g_autofree char *rest = g_date_time_format(sent, "%Y %H:%M:%S %z");
    g_autofree char *date = g_strdup_printf("%s, %d %s %s", english->days_short[g_date_time_get_day_of_week(sent) - 1],
                                            g_date_time_get_day_of_month(sent),
                                            english->months_short[g_date_time_get_month(sent) - 1], rest);
    header_words(writing, "Date", date);
}

static void header_subject(Writing *writing)
{
    MimeHeader header = mime_header_begin(writing->out, writing->eol, "Subject");
    mime_header_text(&header, writing->message->subject);
    mime_header_end(&header);
}

static void add_to_sum(GChecksum *sum, const char *text)
{
    g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

static char *fingerprint_of(const MimeMessage *message)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *sent = g_strdup_printf("%" G_GINT64_FORMAT, message->sent);
    add_to_sum(sum, sent);
    for (size_t i = 0; i < message->to_count; i++)
        add_to_sum(sum, message->to[i].address);
    const char *const texts[] = {message->from.address, message->subject, message->language, message->text};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        add_to_sum(sum, texts[i]);
    for (size_t i = 0; i < message->files_count; i++) {
        gsize size;
        const guchar *bytes = g_bytes_get_data(message->files[i].content, &size);
        add_to_sum(sum, message->files[i].name);
        if (size > 0)
            g_checksum_update(sum, bytes, (gssize)size);
    }
    return g_strndup(g_checksum_get_string(sum), FINGERPRINT);
}

static void write_headers(Writing *writing)
{
    const MimeMessage *message = writing->message;
    g_autofree char *id = g_strdup_printf("<%s%s>", writing->fingerprint, strrchr(message->from.address, '@'));
    header_date(writing);
    header_addresses(writing, "From", &message->from, 1);
    header_addresses(writing, "To", message->to, message->to_count);
    header_subject(writing);
    header_words(writing, "Message-ID", id);
    header_words(writing, "MIME-Version", "1.0");
}

/* ---- parts ---- */

static void write_text(Writing *writing)
{
    MimeHeader header = mime_header_begin(writing->out, writing->eol, "Content-Type");
    mime_header_word(&header, "text/plain");
    mime_header_parameter(&header, "charset", "utf-8");
    mime_header_end(&header);
    g_autofree char *language = text_clean(writing->message->language);
    if (language[0] != '\0' && strspn(language, LETTERS "-") == strlen(language))
        header_words(writing, "Content-Language", language);
    header_words(writing, "Content-Transfer-Encoding", "quoted-printable");
    g_string_append(writing->out, writing->eol);
    g_autofree char *valid = g_utf8_make_valid(writing->message->text, -1);
    mime_quoted_printable(writing->out, writing->eol, valid);
}

/* "application/pdf"; anything else than two plain words is bytes of an unknown kind. */
static const char *type_of(const MimeFile *file)
{
    const char *slash = strchr(file->type, '/');
    bool plain = slash != NULL && slash != file->type && slash[1] != '\0' && strchr(slash + 1, '/') == NULL &&
                 strspn(file->type, LETTERS "/.+-") == strlen(file->type) && strlen(file->type) < TYPE_MOST;
    return plain ? file->type : "application/octet-stream";
}

static char *file_name(const char *name)
{
    char *clean = text_clean_most(name, NAME_MOST);
    g_strdelimit(clean, "/\\", '_');
    if (clean[0] != '\0')
        return clean;
    g_free(clean);
    return g_strdup("attachment");
}

static void write_file(Writing *writing, const MimeFile *file)
{
    g_autofree char *name = file_name(file->name);
    header_words(writing, "Content-Type", type_of(file));
    header_words(writing, "Content-Transfer-Encoding", "base64");
    MimeHeader header = mime_header_begin(writing->out, writing->eol, "Content-Disposition");
    mime_header_word(&header, "attachment");
    mime_header_parameter(&header, "filename", name);
    mime_header_end(&header);
    g_string_append(writing->out, writing->eol);
    gsize size;
    const guchar *bytes = g_bytes_get_data(file->content, &size);
    mime_base64(writing->out, writing->eol, bytes, size);
}

/* "=_" stands in neither encoding, so no part can hold the boundary (RFC 2045 §6.7). */
static void write_mixed(Writing *writing)
{
    const MimeMessage *message = writing->message;
    g_autofree char *boundary = g_strdup_printf("=_%s", writing->fingerprint);
    MimeHeader header = mime_header_begin(writing->out, writing->eol, "Content-Type");
    mime_header_word(&header, "multipart/mixed");
    mime_header_parameter(&header, "boundary", boundary);
    mime_header_end(&header);
    g_string_append_printf(writing->out, "%s--%s%s", writing->eol, boundary, writing->eol);
    write_text(writing);
    for (size_t i = 0; i < message->files_count; i++) {
        g_string_append_printf(writing->out, "%s--%s%s", writing->eol, boundary, writing->eol);
        write_file(writing, &message->files[i]);
    }
    g_string_append_printf(writing->out, "%s--%s--%s", writing->eol, boundary, writing->eol);
}

GBytes *mime_message(const MimeMessage *message, GError **error)
{
    if (!addresses_usable(message, error))
        return NULL;
    Writing writing = {message, g_string_new(NULL), message->crlf ? "\r\n" : "\n", fingerprint_of(message)};
    write_headers(&writing);
    if (message->files_count > 0)
        write_mixed(&writing);
    else
        write_text(&writing);
    g_free(writing.fingerprint);
    return g_string_free_to_bytes(writing.out);
}
