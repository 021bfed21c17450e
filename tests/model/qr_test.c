/* The payment code: what is in it, when there is none, and that other people's readers find every byte of it, on
 * paper and on a terminal. */
#include "base/error.h"
#include "base/text.h"
#include "other_program.h"
#include "paper/qr.h"

#include <locale.h>
#include <string.h>

#define OGM     "010806817183"
#define RF      "RF18539007547034"
#define EXAMPLE "BCD\n002\n1\nSCT\n\nVanden Berghe Groothandel BV\nBE71096123456769\nEUR4852.60\n\nRF18539007547034"

static LetterPayment example(void)
{
    return (LetterPayment){.name = "Vanden Berghe Groothandel BV",
                           .iban = "BE71 0961 2345 6769",
                           .bic = "",
                           .reference = RF,
                           .text = "",
                           .amount = 485260,
                           .currency = "EUR"};
}

static char *payload_of(const LetterPayment *payment, bool structured)
{
    g_autoptr(GError) error = NULL;
    char *payload = qr_payload(payment, structured, &error);
    g_assert_no_error(error);
    return payload;
}

static void assert_payload(const LetterPayment *payment, bool structured, const char *expected)
{
    g_autofree char *payload = payload_of(payment, structured);
    g_assert_cmpstr(payload, ==, expected);
}

static Qr *code_of(const char *payload)
{
    g_autoptr(GError) error = NULL;
    Qr *qr = qr_make(payload, &error);
    g_assert_no_error(error);
    return qr;
}

/* ---- what is in it ---- */

static void test_rf(void)
{
    LetterPayment payment = example();
    assert_payload(&payment, true, EXAMPLE);
    assert_payload(&payment, false, EXAMPLE);
    payment.reference = "rf18 5390 0754 7034";
    assert_payload(&payment, true, EXAMPLE);
}

#define HEAD "BCD\n002\n1\nSCT\n\nVanden Berghe Groothandel BV\nBE71096123456769\nEUR4852.60"

static void test_references(void)
{
    static const struct {
        const char *reference, *text;
        bool structured;
        const char *expected;
    } rows[] = {
        {OGM, "", true, HEAD "\n\n" OGM},
        {"+++010/8068/17183+++", "not this", true, HEAD "\n\n" OGM},
        {OGM, "", false, HEAD "\n\n\n+++010/8068/17183+++"},
        {"", "invoice 2026-0041", true, HEAD "\n\n\ninvoice 2026-0041"},
        {"", "two\nlines", true, HEAD "\n\n\ntwo lines"},
        {"010806817184", "", true, HEAD "\n\n\n010806817184"}, /* a wrong check digit is no reference for a bank */
        {"", "", true, HEAD},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        LetterPayment payment = example();
        payment.reference = (char *)rows[i].reference;
        payment.text = (char *)rows[i].text;
        assert_payload(&payment, rows[i].structured, rows[i].expected);
    }
}

static void test_amounts(void)
{
    static const struct {
        Cents amount;
        const char *line;
    } rows[] = {
        {1, "\nEUR0.01\n"}, {100, "\nEUR1.00\n"}, {123450, "\nEUR1234.50\n"}, {99999999999, "\nEUR999999999.99\n"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        LetterPayment payment = example();
        payment.amount = rows[i].amount;
        g_autofree char *payload = payload_of(&payment, true);
        g_assert_nonnull(strstr(payload, rows[i].line));
    }
}

static void test_long_and_hostile(void)
{
    LetterPayment payment = example();
    payment.name = "Etablissements Vandenbroucke-Vanderstraeten & Zonen Groothandel en Distributie NV";
    g_autofree char *cut = payload_of(&payment, true);
    g_assert_nonnull(strstr(cut, "\nEtablissements Vandenbroucke-Vanderstraeten & Zonen Groothandel en Dis\n"));
    payment.name = "Evil\nBE00\r\nEUR1.00";
    g_autofree char *one_line = payload_of(&payment, true);
    g_assert_nonnull(strstr(one_line, "\nEvil BE00 EUR1.00\nBE71096123456769\n"));

    g_autoptr(GString) wide = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append(wide, "€");
    payment = example();
    payment.name = payment.text = wide->str;
    payment.reference = "";
    payment.bic = "kred be bb";
    g_autofree char *full = payload_of(&payment, true);
    g_assert_cmpuint(strlen(full), <=, 331);
    g_assert_cmpuint(strlen(full), >, 328);
    g_assert_true(g_utf8_validate(full, -1, NULL));
    g_assert_nonnull(strstr(full, "\nKREDBEBB\n"));
    g_autoptr(Qr) qr = code_of(full);
    g_assert_cmpint(qr_version(qr), ==, 13);
}

static void assert_none(const LetterPayment *payment, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(qr_payload(payment, true, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, word));
    g_assert_true(g_str_has_suffix(error->message, "."));
}

static void test_none(void)
{
    LetterPayment payment = example();
    payment.amount = 0;
    assert_none(&payment, "nothing to pay");
    payment.amount = -100;
    assert_none(&payment, "nothing to pay");
    payment.amount = G_GINT64_CONSTANT(100000000000);
    assert_none(&payment, "in parts");
    payment = example();
    strcpy(payment.currency, "USD");
    assert_none(&payment, "USD");
    payment = example();
    payment.iban = "";
    assert_none(&payment, "no account");
    payment.iban = "BE72096123456769";
    assert_none(&payment, "BE72096123456769");
    payment = example();
    payment.name = " \n";
    assert_none(&payment, "no name");
    g_autoptr(GError) error = NULL;
    g_autofree char *endless = g_strnfill(400, 'x');
    g_assert_null(qr_make(endless, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

/* ---- the modules ---- */

static void test_smallest(void)
{
    g_autoptr(Qr) desk = code_of(EXAMPLE);
    g_assert_cmpint(qr_version(desk), ==, 5);
    g_assert_cmpint(qr_size(desk), ==, 37);
    g_assert_cmpint(qr_columns(desk, QR_QUIET_SCREEN, QR_INK_DARK), ==, 41);
    g_assert_cmpint(qr_rows(desk, QR_QUIET_SCREEN, QR_INK_DARK), ==, 21);
    g_assert_false(qr_dark(desk, -1, 0));
    g_assert_false(qr_dark(desk, 0, 37));
    g_assert_true(qr_dark(desk, 0, 0));
    g_assert_true(qr_dark(desk, 36, 0));
    g_assert_false(qr_dark(desk, 1, 1));
}

static void assert_read(const char *folder, GBytes *picture, const char *name, const char *payload)
{
    g_autofree char *path = scratch_file(folder, name, picture);
    g_autofree char *read = qr_read_by_other(path);
    g_assert_cmpstr(read, ==, payload);
}

static const char *const texts[] = {
    EXAMPLE,
    "BCD\n002\n1\nSCT\n\nΑρτοποιείο Παπαδόπουλος & Υιοί\nBE71096123456769\nEUR0.01\n\n\nFacture n° 12 – crème brûlée",
    "BCD\n002\n1\nSCT\n\nمخبز الشام\nBE71096123456769\nEUR999999999.99\n\n010806817183",
};

static void test_picture_read(void)
{
    if (!program_there("zbarimg"))
        return;
    char *folder = scratch_new();
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Qr) qr = code_of(texts[i]);
        g_autoptr(GBytes) png = qr_png(qr, QR_QUIET_PAPER, 4);
        assert_read(folder, png, "code.png", texts[i]);
    }
    scratch_end(folder);
}

/* ---- on a terminal ---- */

/* What a camera sees: each character a cell of 8 x 16 dots, the upper and the lower half each with or without ink. */
static GBytes *screen_picture(char **lines, bool ascii, bool ink_is_white)
{
    int columns = text_width(lines[0]), rows = (int)g_strv_length(lines);
    g_autoptr(GByteArray) dots = g_byte_array_new();
    g_autofree char *head = g_strdup_printf("P5 %d %d 255\n", columns * 8, rows * 16);
    g_byte_array_append(dots, (const guint8 *)head, (guint)strlen(head));
    for (int y = 0; y < rows * 16; y++) {
        const char *at = lines[y / 16];
        for (int column = 0; column < columns; column++, at = g_utf8_next_char(at)) {
            gunichar sign = g_utf8_get_char(at);
            bool ink = sign == 0x2588 || (sign == 0x2580 && y % 16 < 8) || (sign == 0x2584 && y % 16 >= 8) ||
                       (ascii && sign == '#');
            guint8 dot = ink == ink_is_white ? 255 : 0;
            for (int x = 0; x < 8; x++)
                g_byte_array_append(dots, &dot, 1);
        }
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&dots));
}

static void test_screen_read(void)
{
    static const QrText ways[] = {QR_INK_DARK, QR_INK_LIGHT, QR_ASCII, QR_ASCII | QR_INK_LIGHT};
    if (!program_there("zbarimg"))
        return;
    char *folder = scratch_new();
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (size_t way = 0; way < G_N_ELEMENTS(ways); way++) {
            g_autoptr(Qr) qr = code_of(texts[i]);
            g_auto(GStrv) lines = qr_lines(qr, QR_QUIET_SCREEN, ways[way]);
            g_autoptr(GBytes) seen =
                screen_picture(lines, (ways[way] & QR_ASCII) != 0, (ways[way] & QR_INK_LIGHT) != 0);
            assert_read(folder, seen, "screen.pgm", texts[i]);
        }
    scratch_end(folder);
}

static void test_lines_even(void)
{
    g_autoptr(Qr) qr = code_of(EXAMPLE);
    for (int quiet = 0; quiet <= 4; quiet++)
        for (QrText how = QR_INK_DARK; how <= (QR_ASCII | QR_INK_LIGHT); how++) {
            g_auto(GStrv) lines = qr_lines(qr, quiet, how);
            g_assert_cmpint((int)g_strv_length(lines), ==, qr_rows(qr, quiet, how));
            for (char **line = lines; *line != NULL; line++)
                g_assert_cmpint(text_width(*line), ==, qr_columns(qr, quiet, how));
        }
}

/* ---- payloads other people published ---- */

static void test_published(void)
{
    const char *shared = g_getenv("BELRONDE_SHARED");
    g_autofree char *path = g_build_filename(shared ? shared : ".", "samples/epcqr/vectors/epcqr.tsv", NULL),
                    *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_test_skip("no samples beside the repository");
        return;
    }
    if (!program_there("zbarimg"))
        return;
    char *folder = scratch_new();
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    int read = 0;
    for (char **row = rows + 1; *row != NULL && **row != '\0'; row++, read++) {
        g_auto(GStrv) cells = g_strsplit(*row, "\t", 2);
        g_autofree char *payload = g_strcompress(cells[0]);
        g_autoptr(Qr) qr = code_of(payload);
        g_autoptr(GBytes) png = qr_png(qr, QR_QUIET_PAPER, 3);
        assert_read(folder, png, "code.png", payload);
    }
    g_assert_cmpint(read, >=, 3);
    scratch_end(folder);
}

/* A code another encoder made, published as rows of x: what is read in it makes a code of ours that is no larger and
 * reads the same. */
static void test_published_matrix(void)
{
    const char *shared = g_getenv("BELRONDE_SHARED");
    g_autofree char *path = g_build_filename(shared ? shared : ".", "samples/epcqr/mtgrosser__girocode/data.txt", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_test_skip("no samples beside the repository");
        return;
    }
    if (!program_there("zbarimg"))
        return;
    g_auto(GStrv) rows = g_strsplit(g_strdelimit(text, "x", '#'), "\n", -1);
    int theirs = (int)strlen(rows[0]);
    for (char **row = rows; *row != NULL; row++) {
        g_autofree char *line = g_steal_pointer(row);
        g_autoptr(GString) twice = g_string_new("        ");
        for (const char *at = line; *at != '\0'; at++)
            g_string_append_printf(twice, "%c%c", *at, *at);
        *row = g_strdup_printf("%-*s", (theirs + 8) * 2, twice->str);
    }
    char *folder = scratch_new();
    g_autoptr(GBytes) seen = screen_picture(rows, true, false);
    g_autofree char *picture = scratch_file(folder, "theirs.pgm", seen), *payload = qr_read_by_other(picture);
    g_assert_nonnull(strstr(payload, "\nFranz Mustermänn\nDE71110220330123456789\n"));
    g_autoptr(Qr) ours = code_of(payload);
    g_assert_cmpint(qr_size(ours), <=, theirs);
    g_autoptr(GBytes) png = qr_png(ours, QR_QUIET_PAPER, 4);
    assert_read(folder, png, "ours.png", payload);
    scratch_end(folder);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/qr/an RF reference stands where references go", test_rf);
    g_test_add_func("/qr/a Belgian reference goes where the setting says, a wrong one into the free words",
                    test_references);
    g_test_add_func("/qr/amounts have a dot and two decimals", test_amounts);
    g_test_add_func("/qr/long names are cut, line breaks add no lines, no more than 331 bytes", test_long_and_hostile);
    g_test_add_func("/qr/why there is no code is said in one sentence", test_none);
    g_test_add_func("/qr/the letter of the desk fits 80x24", test_smallest);
    g_test_add_func("/qr/another program reads every byte of the picture", test_picture_read);
    g_test_add_func("/qr/another program reads it from the terminal, dark or light, blocks or ASCII", test_screen_read);
    g_test_add_func("/qr/its lines are as wide and as many as announced", test_lines_even);
    g_test_add_func("/qr/published payloads go through it unchanged", test_published);
    g_test_add_func("/qr/the code of another encoder makes one of ours that is no larger", test_published_matrix);
    return g_test_run();
}
