/* Inside the PDF of a letter.  It is made of pieces, each of which stays whole: a line of a paragraph, a row of a
 * table, the block to pay by.  They are measured, dealt out to pages, then drawn.  All lengths are Pango's whole units.
 */
#pragma once
#include "paper/letter_pdf.h"
#include "paper/letter_table.h"
#include <pango/pangocairo.h>

#define MM(tenths)    ((tenths)*72 * PANGO_SCALE / 254) /* tenths of a millimetre */
#define PT(tenths)    ((tenths)*PANGO_SCALE / 10)       /* tenths of a point */
#define CAIRO(length) ((length) / (1.0 * PANGO_SCALE))  /* what cairo calls a point */

enum {
    PAGE_WIDTH = MM(2100),
    PAGE_HEIGHT = MM(2970),
    BODY_LEFT = MM(250),
    BODY_WIDTH = MM(1650),
    BODY_BOTTOM = MM(2770),
    NEXT_TOP = MM(280), /* of the second page and those after it */
};

/* Tenths of a point. */
enum { SIZE_BODY = 100, SIZE_SUBJECT = 110, SIZE_TABLE = 90, SIZE_TABLE_LEAST = 60, SIZE_NOTE = 80 };

typedef enum { INK_BLACK, INK_GREY, INK_RULE, INK_HAIR } Ink;

typedef struct Piece Piece;
typedef struct Grid Grid;

typedef struct {
    const Letter *letter;
    const LetterPaper *look;
    const LetterWords *words;
    cairo_t *cr;
    PangoContext *context;
    cairo_surface_t *logo; /* NULL: none */
    int density;           /* per cent: letters and air of the body */
    GPtrArray *layouts;    /* every text that was measured; freed at the end */
    GPtrArray *grids;
    GPtrArray *pieces; /* Piece, in reading order */
    PangoLayout *address, *sender_name, *sender;
    int first_top; /* where the pieces begin on the first page */
} Sheet;

struct Piece {
    int space, height; /* space above it, left out at the top of a page */
    bool keep;         /* on one page with the next */
    void (*draw)(const Sheet *sheet, const Piece *piece, int y);
    void (*end)(Piece *piece); /* frees what it holds beyond itself; NULL: nothing */
    const Piece *again;        /* drawn above it where a page begins with it: the head of its table */
    const char *outer, *inner; /* structure tags ("Table", "TR"); NULL: none */
    gconstpointer outer_of;    /* pieces of the same table or list */
    gconstpointer inner_of;    /* pieces of the same paragraph */
    PangoLayout *layout;       /* text */
    int line, indent;
    bool bullet;
    const Grid *grid; /* table */
    guint row;
};

/* letter_pdf_text.c: text as it is measured and drawn */
typedef struct {
    int size;  /* tenths of a point */
    int width; /* 0: as wide as it gets */
    bool bold;
} TextStyle;
PangoLayout *sheet_text(const Sheet *sheet, const char *text, TextStyle style);
int text_height(PangoLayout *layout);
int text_breadth(PangoLayout *layout);
void sheet_ink(const Sheet *sheet, Ink ink);
void sheet_show(const Sheet *sheet, PangoLayout *layout, int x, int y);
void sheet_rule(const Sheet *sheet, int x, int y, int width, Ink ink, int thickness);
void sheet_tag(const Sheet *sheet, const char *tag); /* NULL: nothing */
void sheet_untag(const Sheet *sheet, const char *tag);
Piece *sheet_piece(const Sheet *sheet, int space, int height); /* added at the end */
void sheet_air(const Sheet *sheet, int more);                  /* more room below the last piece */

/* letter_pdf_body.c, letter_pdf_grid.c, letter_pdf_pay.c: the pieces */
void body_make(const Sheet *sheet);
void grid_make(const Sheet *sheet, LetterTable *table, bool whole_width); /* takes the table */
void grid_free(gpointer grid);
void pay_make(const Sheet *sheet, LetterTable *table); /* takes the table */

/* letter_pdf_head.c: what stands round them */
bool logo_load(Sheet *sheet, GError **error);
void head_make(Sheet *sheet); /* sets first_top */
void head_draw(const Sheet *sheet);
void frame_draw(const Sheet *sheet, int page, int pages); /* what every page has; pages counted from 1 */

/* letter_pdf_language.c: cairo has no word for it */
GByteArray *pdf_with_language(GByteArray *pdf, const char *language); /* takes the bytes */
