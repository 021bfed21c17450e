/* The modules of a code, and how they become lines of text. */
#include "paper/qr.h"
#include "base/error.h"
#include "base/i18n.h"

#include <qrencode.h>
#include <string.h>

enum { VERSION_MOST = 13, DARK = 1 };

struct Qr {
    QRcode *code;
};

/* Digits and capitals apart from the rest cost headers: only where that gains a whole version is the code split. */
static QRcode *encode(const char *payload)
{
    QRcode *plain = QRcode_encodeString8bit(payload, 0, QR_ECLEVEL_M);
    QRcode *mixed = QRcode_encodeString(payload, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    bool smaller = mixed != NULL && (plain == NULL || mixed->width < plain->width);
    QRcode_free(smaller ? plain : mixed);
    return smaller ? mixed : plain;
}

Qr *qr_make(const char *payload, GError **error)
{
    QRcode *code = payload[0] != '\0' ? encode(payload) : NULL;
    if (code == NULL || code->version > VERSION_MOST) {
        QRcode_free(code);
        fail(error, BELRONDE_ERROR_INPUT, _("This is too long for a QR code: shorten the name or the words."));
        return NULL;
    }
    Qr *qr = g_new0(Qr, 1);
    qr->code = code;
    return qr;
}

void qr_free(Qr *qr)
{
    if (qr == NULL)
        return;
    QRcode_free(qr->code);
    g_free(qr);
}

int qr_size(const Qr *qr)
{
    return qr->code->width;
}

int qr_version(const Qr *qr)
{
    return qr->code->version;
}

bool qr_dark(const Qr *qr, int x, int y)
{
    int size = qr_size(qr);
    return x >= 0 && y >= 0 && x < size && y < size && (qr->code->data[y * size + x] & DARK) != 0;
}

/* ---- lines of text ---- */

int qr_columns(const Qr *qr, int quiet, QrText how)
{
    return (qr_size(qr) + 2 * quiet) * (how & QR_ASCII ? 2 : 1);
}

int qr_rows(const Qr *qr, int quiet, QrText how)
{
    int modules = qr_size(qr) + 2 * quiet;
    return how & QR_ASCII ? modules : (modules + 1) / 2;
}

static void line_of_signs(GString *line, const Qr *qr, int quiet, int row, QrText how)
{
    for (int x = -quiet; x < qr_size(qr) + quiet; x++)
        g_string_append(line, qr_dark(qr, x, row - quiet) == !(how & QR_INK_LIGHT) ? "##" : "  ");
}

static void line_of_halves(GString *line, const Qr *qr, int quiet, int row, QrText how)
{
    static const char *const halves[2][2] = {{" ", "▄"}, {"▀", "█"}}; /* [upper][lower] has ink */
    bool dark_is_ink = !(how & QR_INK_LIGHT);
    for (int x = -quiet; x < qr_size(qr) + quiet; x++) {
        bool upper = qr_dark(qr, x, 2 * row - quiet) == dark_is_ink;
        bool lower = qr_dark(qr, x, 2 * row + 1 - quiet) == dark_is_ink;
        g_string_append(line, halves[upper][lower]);
    }
}

char **qr_lines(const Qr *qr, int quiet, QrText how)
{
    int rows = qr_rows(qr, quiet, how);
    char **lines = g_new0(char *, rows + 1);
    for (int row = 0; row < rows; row++) {
        GString *line = g_string_new(NULL);
        if (how & QR_ASCII)
            line_of_signs(line, qr, quiet, row, how);
        else
            line_of_halves(line, qr, quiet, row, how);
        lines[row] = g_string_free(line, FALSE);
    }
    return lines;
}
