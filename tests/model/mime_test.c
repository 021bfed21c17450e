/* A mail as another program reads it: every letter of names, subjects and enclosures arrives, no line is too long, and
 * nobody's name adds a header. */
#include "base/error.h"
#include "base/reference.h"
#include "letter_specimen.h"
#include "other_program.h"
#include "paper/letter_text.h"
#include "paper/mime.h"
#include "paper/mime_read.h"

#include <locale.h>
#include <string.h>

#define NOON G_GINT64_CONSTANT(1771930800) /* 2026-02-24 12:00 in Brussels */

static const MimeAddress wils = {"An Wils", "an@peeters.example"};

static MimeMessage example(void)
{
    return (MimeMessage){.from = {"Vanden Berghe", "debiteuren@vandenberghe.example"},
                         .to = &wils,
                         .to_count = 1,
                         .subject = "Your invoices",
                         .language = "nl",
                         .text = "Beste mevrouw Wils,\n\nTot ziens.\n",
                         .sent = NOON};
}

static char *message_text(const MimeMessage *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = mime_message(message, &error);
    g_assert_no_error(error);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    return g_strndup(data, size);
}

/* ---- as written ---- */

static void test_plain(void)
{
    MimeMessage message = example();
    g_autofree char *text = message_text(&message);
    g_assert_true(g_str_has_prefix(text, "Date: Tue, 24 Feb 2026 12:00:00 +0100\n"
                                         "From: Vanden Berghe <debiteuren@vandenberghe.example>\n"
                                         "To: An Wils <an@peeters.example>\n"
                                         "Subject: Your invoices\n"
                                         "Message-ID: <"));
    g_assert_true(g_str_has_suffix(text, "@vandenberghe.example>\n"
                                         "MIME-Version: 1.0\n"
                                         "Content-Type: text/plain; charset=\"utf-8\"\n"
                                         "Content-Language: nl\n"
                                         "Content-Transfer-Encoding: quoted-printable\n"
                                         "\n"
                                         "Beste mevrouw Wils,\n\nTot ziens.\n"));
}

/* What would end the message for sendmail, begin another in a mail folder or get lost on the way. */
static void test_body_survives(void)
{
    MimeMessage message = example();
    message.text = ".\nFrom here\n a = b \n€\n"
                   "12345678901234567890123456789012345678901234567890123456789012345678901234.From this on\n";
    g_autofree char *text = message_text(&message);
    g_assert_nonnull(strstr(text, "\n\n=2E\n=46rom here\n a =3D b=20\n=E2=82=AC\n"));
    g_assert_nonnull(strstr(text, "1234.=\n=46rom this on\n"));
}

static void test_line_ends(void)
{
    MimeMessage message = example();
    g_autofree char *unix_ends = message_text(&message);
    g_assert_null(strchr(unix_ends, '\r'));
    message.crlf = true;
    g_autofree char *smtp_ends = message_text(&message);
    g_auto(GStrv) lines = g_strsplit(smtp_ends, "\r\n", -1);
    g_autofree char *joined = g_strjoinv("\n", lines);
    g_assert_cmpstr(joined, ==, unix_ends);
}

static void test_same_bytes(void)
{
    MimeMessage message = example();
    g_autofree char *once = message_text(&message), *again = message_text(&message);
    g_assert_cmpstr(once, ==, again);
    message.text = "Something else.\n";
    g_autofree char *other = message_text(&message);
    const char *id = strstr(once, "Message-ID"), *other_id = strstr(other, "Message-ID");
    g_assert_cmpint(strncmp(id, other_id, 40), !=, 0);
}

/* ---- addresses ---- */

static void test_addresses(void)
{
    static const char *const good[] = {"an@peeters.example", "an.wils+facturen@sub.peeters.be", "o'neill@x-y.co",
                                       "a@b"};
    static const char *const bad[] = {"",
                                      "an",
                                      "@b",
                                      "an@",
                                      "an@@b",
                                      ".an@b.be",
                                      "an.@b.be",
                                      "a..n@b.be",
                                      "an@b..be",
                                      "an@-b.be",
                                      "an@b-.be",
                                      "an @b.be",
                                      "an@b.be\nBcc: all@b.be",
                                      "an@b.be, jo@b.be",
                                      "<an@b.be>",
                                      "\"an\"@b.be",
                                      "än@b.be",
                                      "an@bé.be"};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
        g_assert_true(email_valid(good[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(email_valid(bad[i]));
    g_autofree char *local = g_strnfill(65, 'a'), *long_local = g_strconcat(local, "@b.be", NULL);
    g_assert_false(email_valid(long_local));
}

static void assert_refused(const MimeMessage *message, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(mime_message(message, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, word));
}

static void test_refusals(void)
{
    MimeAddress evil = {"x", "an@b.be\r\nBcc: all@b.be"};
    MimeMessage message = example();
    message.to = &evil;
    assert_refused(&message, "an@b.be Bcc: all@b.be");
    message = example();
    message.to_count = 0;
    assert_refused(&message, "no e-mail address");
    message = example();
    message.from.address = "";
    assert_refused(&message, "[belronde]");
    message.from.address = "nobody";
    assert_refused(&message, "nobody");
}

/* ---- as another program reads it ---- */

static char *read_by_python(const MimeMessage *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = mime_message(message, &error);
    g_assert_no_error(error);
    char *folder = scratch_new();
    g_autofree char *path = scratch_file(folder, "message.eml", bytes);
    g_autofree char *script = g_build_filename(g_getenv("BELRONDE_DATA"), "..", "tests", "model", "mime_read.py", NULL);
    char *read = program_output((const char *const[]){"python3", script, path, NULL});
    scratch_end(folder);
    return read;
}

static void assert_says(const char *read, const char *expected)
{
    if (strstr(read, expected) == NULL)
        g_error("missing: %s in\n%s", expected, read);
}

static void assert_flawless(const char *read)
{
    if (strstr(read, "defect|") != NULL)
        g_error("%s", strstr(read, "defect|"));
}

static void assert_lines(const char *text, size_t most)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        g_assert_cmpuint(strlen(*line), <=, most);
}

#define LONG_NAME                                                                                                                                      \
    "Établissements Vandenbroucke-Vanderstraeten & Zonen, Groothandel “Distributie” – Αρτοποιείο Παπαδόπουλος, مخبز " \
    "الشام"

#define LONG_LATIN "Bakkerij Peeters BV, boekhouding en aankoop, tweede verdieping, kantoor naast de lift"

static void test_names(void)
{
    static const char *const names[] = {
        "An Wils",       "Wils, An",     "An \"de\" Wils\\", "Jean-François Lefèvre",    LONG_NAME,
        "=?UTF-8?Q?x?=", "Пекарня 北京", "a@b.example (an)", "Crèche\u00a0« Les Œufs »", LONG_LATIN};
    if (!program_there("python3"))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        MimeAddress to[] = {{names[i], "an@peeters.example"}, {"", "jo@peeters.example"}};
        MimeMessage message = example();
        message.to = to;
        message.to_count = G_N_ELEMENTS(to);
        message.from.name = names[i];
        message.subject = names[i];
        g_autofree char *text = message_text(&message), *read = read_by_python(&message);
        g_autofree char *from = g_strdup_printf("from|%s|debiteuren@vandenberghe.example\n", names[i]);
        g_autofree char *first = g_strdup_printf("to|%s|an@peeters.example\nto||jo@peeters.example\n", names[i]);
        g_autofree char *subject = g_strdup_printf("subject|%s\n", names[i]);
        assert_says(read, from);
        assert_says(read, first);
        assert_says(read, subject);
        assert_says(read, "date|2026-02-24T12:00:00+01:00\n");
        assert_flawless(read);
        assert_lines(text, 78);
    }
}

#define HEADERS "headers|Date From To Subject Message-ID MIME-Version Content-Type"

static void test_injection(void)
{
    MimeAddress to = {"An\r\nBcc: all@b.be\r\n\r\nhello", "an@peeters.example"};
    MimeMessage message = example();
    if (!program_there("python3"))
        return;
    message.to = &to;
    message.from.name = "X\nX-Evil: 1";
    message.subject = "Hello\r\nBcc: all@b.be\u2028Bcc: all@b.be";
    message.language = "nl\r\nBcc: all@b.be";
    MimeFile file = {"../../etc/pass\"wd\r\nX: 1;.pdf", "text/html\r\nX-Evil: 1", g_bytes_new_static("x", 1)};
    message.files = &file;
    message.files_count = 1;
    g_autofree char *read = read_by_python(&message);
    assert_says(read, HEADERS "\n");
    assert_says(read, "subject|Hello Bcc: all@b.be Bcc: all@b.be\n");
    assert_says(read, "file|application/octet-stream|.._.._etc_pass\"wd X: 1;.pdf|1|");
    assert_flawless(read);
    g_bytes_unref(file.content);
}

static void test_enclosures(void)
{
    guint8 all[5000];
    for (size_t i = 0; i < sizeof all; i++)
        all[i] = (guint8)(i * 7 + i / 251);
    g_autoptr(GBytes) some = g_bytes_new(all, sizeof all), none = g_bytes_new(NULL, 0);
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, some);
    const MimeFile files[] = {
        {"letter.pdf", "application/pdf", some},
        {"factuur 2025-1312 – crème brûlée.pdf", "application/pdf", some},
        {"a very long name of an invoice that somebody scanned on a Monday morning in the rain 2025-1312.pdf",
         "application/pdf", some},
        {"τιμολόγιο με πολύ μεγάλο όνομα αρχείου που δεν τελειώνει ποτέ.xml", "application/xml", some},
        {"", "application/pdf", none},
    };
    MimeMessage message = example();
    message.files = files;
    message.files_count = G_N_ELEMENTS(files);
    if (!program_there("python3"))
        return;
    for (int crlf = 0; crlf < 2; crlf++) {
        message.crlf = crlf == 1;
        g_autofree char *text = message_text(&message), *read = read_by_python(&message);
        assert_says(read, "type|multipart/mixed\n");
        assert_says(read, "text|nl||'Beste mevrouw Wils,\\n\\nTot ziens.\\n'\n");
        for (size_t i = 0; i < 4; i++) {
            g_autofree char *line = g_strdup_printf("file|%s|%s|5000|%s\n", files[i].type, files[i].name, sum);
            assert_says(read, line);
        }
        assert_says(read, "file|application/pdf|attachment|0|");
        assert_flawless(read);
        assert_lines(text, 79); /* CR counted */
    }
}

/* Each letter as its customer's mail program shows it. */
static void test_letters(void)
{
    if (!program_there("python3"))
        return;
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        g_autoptr(Letter) letter = letter_specimen(i)->make();
        g_autofree char *body = letter_text(letter, 72, LETTER_TEXT_BODY | LETTER_TEXT_FOOT);
        MimeMessage message = example();
        message.text = body;
        message.subject = letter->subject;
        g_autofree char *text = message_text(&message), *read = read_by_python(&message);
        g_autofree char *subject = g_strdup_printf("subject|%s\n", letter->subject);
        const char *shown = strstr(read, "text|nl||");
        g_assert_nonnull(shown);
        g_autofree char *escaped = g_strndup(shown + strlen("text|nl||") + 1, strlen(shown) - strlen("text|nl||") - 3);
        g_autoptr(GString) expected = g_string_new(NULL);
        bool apostrophe = strchr(body, '\'') != NULL; /* Python then quotes the other way */
        g_assert_false(apostrophe);
        for (const char *at = body; *at != '\0'; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            if (c == '\n')
                g_string_append(expected, "\\n");
            else if (c < 0x80)
                g_string_append_c(expected, (char)c);
            else
                g_string_append_printf(expected, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
        }
        g_assert_cmpstr(escaped, ==, expected->str);
        assert_says(read, subject);
        assert_flawless(read);
        assert_lines(text, 78);
    }
}

/* ---- read again ---- */

static void test_read(void)
{
    static const char paper[] = "%PDF-1.7 ...";
    g_autoptr(GBytes) content = g_bytes_new_static(paper, strlen(paper));
    const MimeFile files[] = {{"2026-02-24 1001 reminder.pdf", "application/pdf", content},
                              {"facture n° 12 é.pdf", "application/pdf", content}};
    MimeMessage message = example();
    message.from.name = "Müller & Söhne GmbH, Abteilung für Forderungen und dergleichen mehr";
    message.subject = "Herinnering: € 4.852,60 open, en nog een heel eind verder tot de regel breekt";
    message.text = "Beste,\n\n€ 4.852,60 = alles.\n";
    message.files = files;
    message.files_count = G_N_ELEMENTS(files);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = mime_message(&message, &error);
    g_assert_no_error(error);
    g_autofree char *read = mime_read(bytes);
    g_assert_cmpstr(read, ==,
                    "From: Müller & Söhne GmbH, Abteilung für Forderungen und dergleichen mehr"
                    " <debiteuren@vandenberghe.example>\nTo: An Wils <an@peeters.example>\n"
                    "Date: Tue, 24 Feb 2026 12:00:00 +0100\n"
                    "Subject: Herinnering: € 4.852,60 open, en nog een heel eind verder tot de regel breekt\n\n"
                    "Beste,\n\n€ 4.852,60 = alles.\n\nEnclosed: 2026-02-24 1001 reminder.pdf, 1 kB\n"
                    "Enclosed: facture n° 12 é.pdf, 1 kB");
}

/* Whatever stands there, it is shown and nothing runs away. */
static void test_read_broken(void)
{
    static const char *const broken[] = {
        "",
        "\n",
        "Subject: =?UTF-8?B?",
        "Subject: =?UTF-8?B?////?=\n\nx",
        "Content-Type: multipart/mixed; boundary=\"",
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n--a--",
        "Content-Transfer-Encoding: quoted-printable\n\n=",
        "Content-Transfer-Encoding: base64\n\n=====",
        "Content-Disposition: attachment; filename*=UTF-8''%ZZ\n\n",
        ": :\n :\n\n\x80\xff"};
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
        g_autoptr(GBytes) bytes = g_bytes_new_static(broken[i], strlen(broken[i]));
        g_autofree char *read = mime_read(bytes);
        g_assert_true(g_utf8_validate(read, -1, NULL));
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mime/a mail without enclosure", test_plain);
    g_test_add_func("/mime/dots, From and blanks at the end of a line survive", test_body_survives);
    g_test_add_func("/mime/line ends as asked for", test_line_ends);
    g_test_add_func("/mime/the same letter makes the same bytes", test_same_bytes);
    g_test_add_func("/mime/which addresses a mail server takes", test_addresses);
    g_test_add_func("/mime/a mail that cannot be sent is refused with what to do", test_refusals);
    g_test_add_func("/mime/every name and subject arrives", test_names);
    g_test_add_func("/mime/line breaks in names, subjects and files add no header", test_injection);
    g_test_add_func("/mime/enclosures arrive byte for byte under their names", test_enclosures);
    g_test_add_func("/mime/every letter arrives as it was written", test_letters);
    g_test_add_func("/mime/a kept mail can be read again", test_read);
    g_test_add_func("/mime/a broken mail is shown as far as it goes", test_read_broken);
    return g_test_run();
}
