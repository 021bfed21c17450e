/* Letters read from a list and put on paper, one PDF each; with --codes only the pictures of their QR codes, for a peer
 * that cannot make them.
 *
 *   bench_letters [--codes] LIST FOLDER
 *
 * A line of the list: number, name, street, town, then number|issued|due|cents|days for each invoice, tabs between. */
#include "base/i18n.h"
#include "paper/letter_pdf.h"
#include "paper/qr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SENDER "Vanden Berghe Groothandel BV\nNijverheidskaai 114\n2800 Mechelen\n+32 15 00 00 00"

static void put(char **field, const char *text)
{
    g_free(*field);
    *field = g_strdup(text);
}

static void add_invoice(Letter *letter, const char *cell)
{
    g_auto(GStrv) parts = g_strsplit(cell, "|", 5);
    g_assert_cmpuint(g_strv_length(parts), ==, 5);
    Cents cents = g_ascii_strtoll(parts[3], NULL, 10);
    LetterItem item = {.number = g_strdup(parts[0]), .amount = cents, .open = cents, .days_late = atoi(parts[4])};
    if (!day_parse_iso(parts[1], &item.issued) || !day_parse_iso(parts[2], &item.due))
        g_error("no day in %s", cell);
    g_array_append_val(letter->items, item);
    letter->payment.amount += cents;
}

static void add_words(Letter *letter)
{
    letter_block_add(letter, LETTER_PARAGRAPH, "Geachte heer, mevrouw,");
    letter_block_add(letter, LETTER_PARAGRAPH,
                     "Op 24 februari stonden de facturen hieronder nog open. Misschien kruist deze brief uw betaling; "
                     "dan danken wij u en mag u dit vergeten.");
    letter_block_add(letter, LETTER_ITEMS, "");
    letter_block_add(letter, LETTER_PAY, "");
    letter_block_add(letter, LETTER_PARAGRAPH, "Is er iets niet in orde, bel ons dan. Samen vinden we een oplossing.");
    letter_block_add(letter, LETTER_PARAGRAPH, "Met vriendelijke groeten,\nAn Mertens");
}

static Letter *letter_of(char **cells)
{
    Letter *letter = letter_new();
    put(&letter->language, "nl");
    put(&letter->subject, "uw openstaande facturen");
    put(&letter->place_and_day, "Mechelen, 24 februari 2026");
    g_auto(GStrv) sender = g_strsplit(SENDER, "\n", -1);
    for (char **line = sender; *line != NULL; line++)
        g_ptr_array_add(letter->sender, g_strdup(*line));
    for (int i = 1; i < 4; i++)
        g_ptr_array_add(letter->recipient, g_strdup(cells[i]));
    memcpy(letter->currency, "EUR", sizeof letter->currency);
    memcpy(letter->payment.currency, "EUR", sizeof letter->payment.currency);
    put(&letter->payment.name, sender[0]);
    put(&letter->payment.iban, "BE71096123456769");
    put(&letter->payment.reference, "RF18539007547034");
    for (char **cell = cells + 4; *cell != NULL; cell++)
        add_invoice(letter, *cell);
    add_words(letter);
    return letter;
}

/* Not synced, as the peer's are not. */
static void write_file(const char *folder, const char *number, const char *ending, GBytes *bytes)
{
    g_autofree char *name = g_strconcat(number, ending, NULL), *path = g_build_filename(folder, name, NULL);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        g_error("cannot write %s", path);
}

static void write_code(const Letter *letter, const char *folder, const char *number)
{
    g_autofree char *payload = qr_payload(&letter->payment, true, NULL);
    g_autoptr(Qr) qr = qr_make(payload, NULL);
    g_autoptr(GBytes) png = qr_png(qr, 0, 4);
    write_file(folder, number, ".png", png);
}

static void write_letter(const Letter *letter, const char *folder, const char *number)
{
    LetterPaper look = {.ogm_structured = true, .font = ""};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) pdf = day_parse_iso("2026-02-24", &look.day) ? letter_pdf(letter, &look, &error) : NULL;
    if (pdf == NULL)
        g_error("%s", error->message);
    write_file(folder, number, ".pdf", pdf);
}

int main(int argc, char **argv)
{
    bool codes = argc == 4 && strcmp(argv[1], "--codes") == 0;
    g_autofree char *list = NULL;
    i18n_start("nl");
    if (argc != (codes ? 4 : 3) || !g_file_get_contents(argv[argc - 2], &list, NULL, NULL)) {
        fputs("usage: bench_letters [--codes] LIST FOLDER\n", stderr);
        return 2;
    }
    g_auto(GStrv) lines = g_strsplit(g_strchomp(list), "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        g_autoptr(Letter) letter = letter_of(cells);
        (codes ? write_code : write_letter)(letter, argv[argc - 1], cells[0]);
    }
    return 0;
}
