/* How to pay: amount, account and reference as people write them, beside them the code. */
#include "paper/letter/pdf_parts.h"
#include "paper/qr.h"

enum {
    PAY_SPACE = MM(48),
    AIR = MM(24),
    PADDING = MM(40),
    ROW_SPACE = MM(14),
    LABEL_GAP = MM(50),
    CODE_SIDE = MM(290),
    CODE_COLUMN = MM(460),
    CODE_WORDS_SPACE = MM(20),
    BORDER = PT(6),
    SIZE_AMOUNT = 130,
    MODULE_DOTS = 4
};

typedef struct {
    PangoLayout *label, *value;
} PayRow;

typedef struct {
    Piece piece; /* first: freed as one */
    Qr *qr;      /* NULL: no code */
    PangoLayout *words;
    int label_width, box_height;
    guint rows;
    PayRow row[8];
} PayPiece;

static int rows_height(const PayPiece *pay)
{
    int height = 0;
    for (guint i = 0; i < pay->rows; i++)
        height += MAX(text_height(pay->row[i].value), text_height(pay->row[i].label)) + (i > 0 ? ROW_SPACE : 0);
    return height;
}

static int code_height(const PayPiece *pay)
{
    return pay->qr != NULL ? CODE_SIDE + CODE_WORDS_SPACE + text_height(pay->words) : 0;
}

/* Dots of black and white, which cairo writes in one bit each: as shapes the code would be most of the file.  Several
 * dots a module, so that a viewer that smooths pictures blurs less than the edge of one. */
static cairo_surface_t *code_picture(const Qr *qr)
{
    int side = qr_size(qr) * MODULE_DOTS;
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    guchar *dots = cairo_image_surface_get_data(picture);
    int stride = cairo_image_surface_get_stride(picture);
    cairo_surface_flush(picture);
    for (int y = 0; dots != NULL && y < side; y++) {
        guint32 *row = (guint32 *)(gpointer)(dots + (gsize)y * (gsize)stride);
        for (int x = 0; x < side; x++)
            row[x] = qr_dark(qr, x / MODULE_DOTS, y / MODULE_DOTS) ? 0 : 0xffffff;
    }
    cairo_surface_mark_dirty(picture);
    return picture;
}

static void code_draw(const Sheet *sheet, const Qr *qr, int left, int top)
{
    int side = qr_size(qr) * MODULE_DOTS;
    cairo_surface_t *picture = code_picture(qr);
    cairo_save(sheet->cr);
    cairo_translate(sheet->cr, CAIRO(left), CAIRO(top));
    cairo_scale(sheet->cr, CAIRO(CODE_SIDE) / side, CAIRO(CODE_SIDE) / side);
    cairo_set_source_surface(sheet->cr, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(sheet->cr), CAIRO_FILTER_NEAREST);
    cairo_rectangle(sheet->cr, 0, 0, side, side); /* painting would throw the tags away that were begun before */
    cairo_fill(sheet->cr);
    cairo_restore(sheet->cr);
    cairo_surface_destroy(picture);
}

static void border_draw(const Sheet *sheet, int y, int height)
{
    sheet_ink(sheet, INK_HAIR);
    cairo_set_line_width(sheet->cr, CAIRO(BORDER));
    cairo_rectangle(sheet->cr, CAIRO(BODY_LEFT), CAIRO(y), CAIRO(BODY_WIDTH), CAIRO(height));
    cairo_stroke(sheet->cr);
}

static void rows_draw(const Sheet *sheet, const PayPiece *pay, int y)
{
    for (guint i = 0; i < pay->rows; i++) {
        const PayRow *row = &pay->row[i];
        int down = pango_layout_get_baseline(row->value) - pango_layout_get_baseline(row->label);
        sheet_tag(sheet, "P");
        sheet_ink(sheet, INK_GREY);
        sheet_show(sheet, row->label, BODY_LEFT + PADDING, y + MAX(down, 0));
        sheet_ink(sheet, INK_BLACK);
        sheet_show(sheet, row->value, BODY_LEFT + PADDING + pay->label_width + LABEL_GAP, y);
        sheet_untag(sheet, "P");
        y += MAX(text_height(row->value), text_height(row->label)) + ROW_SPACE;
    }
}

static void pay_draw(const Sheet *sheet, const Piece *piece, int y)
{
    const PayPiece *pay = (const PayPiece *)piece;
    int left = BODY_LEFT + BODY_WIDTH - PADDING - CODE_COLUMN;
    border_draw(sheet, y, pay->box_height);
    rows_draw(sheet, pay, y + PADDING + MAX(code_height(pay) - rows_height(pay), 0) / 2);
    if (pay->qr == NULL)
        return;
    y += PADDING + MAX(rows_height(pay) - code_height(pay), 0) / 2;
    sheet_tag(sheet, "Figure");
    code_draw(sheet, pay->qr, left + (CODE_COLUMN - CODE_SIDE) / 2, y);
    sheet_untag(sheet, "Figure");
    sheet_tag(sheet, "P");
    sheet_ink(sheet, INK_GREY);
    sheet_show(sheet, pay->words, left, y + CODE_SIDE + CODE_WORDS_SPACE);
    sheet_untag(sheet, "P");
}

static void rows_measure(const Sheet *sheet, PayPiece *pay, const LetterTable *table)
{
    pay->rows = MIN(table->rows->len, G_N_ELEMENTS(pay->row));
    for (guint i = 0; i < pay->rows; i++) {
        const char *label = ((char **)g_ptr_array_index(table->rows, i))[0];
        pay->row[i].label = sheet_text(sheet, label, (TextStyle){SIZE_TABLE, 0, false});
        pay->label_width = MAX(pay->label_width, text_breadth(pay->row[i].label));
    }
    int width = BODY_WIDTH - 2 * PADDING - pay->label_width - LABEL_GAP - (pay->qr != NULL ? CODE_COLUMN : 0);
    for (guint i = 0; i < pay->rows; i++) {
        const char *value = ((char **)g_ptr_array_index(table->rows, i))[1];
        pay->row[i].value = sheet_text(sheet, value, (TextStyle){i == 0 ? SIZE_AMOUNT : SIZE_BODY, width, i == 0});
    }
}

static void pay_end(Piece *piece)
{
    qr_free(((PayPiece *)piece)->qr);
}

void pay_make(const Sheet *sheet, LetterTable *table)
{
    PayPiece *pay = g_new0(PayPiece, 1);
    g_autofree char *payload = qr_payload(&sheet->letter->payment, sheet->look->ogm_structured, NULL);
    pay->qr = payload != NULL ? qr_make(payload, NULL) : NULL;
    pay->words = sheet_text(sheet, sheet->words->scan, (TextStyle){SIZE_NOTE - 5, CODE_COLUMN, false});
    pango_layout_set_alignment(pay->words, PANGO_ALIGN_CENTER);
    rows_measure(sheet, pay, table);
    letter_table_free(table);
    pay->piece.space = PAY_SPACE * sheet->density / 100;
    pay->box_height = MAX(rows_height(pay), code_height(pay)) + 2 * PADDING;
    pay->piece.height = pay->box_height;
    pay->piece.draw = pay_draw;
    pay->piece.end = pay_end;
    g_ptr_array_add(sheet->pieces, pay);
    sheet_air(sheet, AIR);
}
