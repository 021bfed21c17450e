#include "paper/letter/pdf_parts.h"

/* Liberation has the measures of Arial, Nimbus comes with printers, DejaVu knows Greek, Cyrillic and Arabic and is
 * everywhere. */
#define FAMILIES "Liberation Sans, Nimbus Sans, DejaVu Sans"

enum { LEADING = 5 }; /* a fifth of the letters' size between two lines */

PangoLayout *sheet_text(const Sheet *sheet, const char *text, TextStyle style)
{
    PangoLayout *layout = pango_layout_new(sheet->context);
    PangoFontDescription *font = pango_font_description_new();
    const char *families = sheet->look->font;
    pango_font_description_set_family_static(font, families != NULL && families[0] != '\0' ? families : FAMILIES);
    int size = PT(style.size) * sheet->density / 100;
    pango_font_description_set_size(font, size);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_auto_dir(layout, FALSE); /* an Arabic name stands at the left of a Dutch letter */
    pango_layout_set_spacing(layout, size / LEADING);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (style.width > 0)
        pango_layout_set_width(layout, style.width);
    pango_layout_set_text(layout, text, -1);
    g_ptr_array_add(sheet->layouts, layout);
    return layout;
}

int text_height(PangoLayout *layout)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    return logical.height;
}

int text_breadth(PangoLayout *layout)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    return logical.width;
}

void sheet_ink(const Sheet *sheet, Ink ink)
{
    static const int grey[] = {[INK_BLACK] = 8, [INK_GREY] = 38, [INK_RULE] = 30, [INK_HAIR] = 82}; /* per cent */
    cairo_set_source_rgb(sheet->cr, grey[ink] / 100.0, grey[ink] / 100.0, grey[ink] / 100.0);
}

void sheet_show(const Sheet *sheet, PangoLayout *layout, int x, int y)
{
    cairo_move_to(sheet->cr, CAIRO(x), CAIRO(y));
    pango_cairo_show_layout(sheet->cr, layout);
}

void sheet_rule(const Sheet *sheet, int x, int y, int width, Ink ink, int thickness)
{
    sheet_ink(sheet, ink);
    cairo_rectangle(sheet->cr, CAIRO(x), CAIRO(y), CAIRO(width), CAIRO(thickness));
    cairo_fill(sheet->cr);
}

void sheet_tag(const Sheet *sheet, const char *tag)
{
    if (tag != NULL)
        cairo_tag_begin(sheet->cr, tag, NULL);
}

void sheet_untag(const Sheet *sheet, const char *tag)
{
    if (tag != NULL)
        cairo_tag_end(sheet->cr, tag);
}

Piece *sheet_piece(const Sheet *sheet, int space, int height)
{
    Piece *piece = g_new0(Piece, 1);
    piece->space = space * sheet->density / 100;
    piece->height = height;
    g_ptr_array_add(sheet->pieces, piece);
    return piece;
}

void sheet_air(const Sheet *sheet, int more)
{
    ((Piece *)g_ptr_array_index(sheet->pieces, sheet->pieces->len - 1))->height += more * sheet->density / 100;
}
