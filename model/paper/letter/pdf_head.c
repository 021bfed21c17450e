/* The first page above the text, and the edges of every page. */
#include "base/error.h"
#include "base/i18n.h"
#include "paper/letter/pdf_parts.h"

/* The window of a Belgian or Dutch envelope stands 20 mm from its right edge, of a German one 20 mm from its left; in
 * both the sheet may slip by some millimetres. */
enum {
    SENDER_TOP = MM(180),
    SENDER_WIDTH = MM(750),
    ADDRESS_TOP = MM(500),
    ADDRESS_RIGHT = MM(1100), /* left edge of the address in a right window */
    ADDRESS_LEFT = MM(250),
    ADDRESS_WIDTH = MM(800),
    ADDRESS_HEIGHT = MM(400),
    SENDER_RIGHT = MM(1250), /* where the sender stands when the window is left */
    SENDER_RIGHT_WIDTH = MM(650),
    TEXT_TOP = MM(970),
    AIR = MM(80),
    LOGO_WIDTH = MM(600),
    LOGO_HEIGHT = MM(220),
    LOGO_SPACE = MM(40),
    NAME_SPACE = MM(8),
    FOLD = MM(990),
    FOLD_LEFT = MM(50),
    FOLD_WIDTH = MM(40),
    HAIRLINE = PT(4),
    FOOT_TOP = MM(2830),
    NEXT_HEAD_TOP = MM(150),
};

bool logo_load(Sheet *sheet, GError **error)
{
    const char *path = sheet->letter->logo;
    if (path[0] == '\0')
        return true;
    sheet->logo = cairo_image_surface_create_from_png(path);
    cairo_status_t status = cairo_surface_status(sheet->logo);
    if (status == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width(sheet->logo) > 0 &&
        cairo_image_surface_get_height(sheet->logo) > 0)
        return true;
    return fail(error, BELRONDE_ERROR_MISSING, _("The logo %s cannot be read (%s): make it a PNG or leave it out."),
                path, cairo_status_to_string(status));
}

/* As large as fits into its place; pixels say nothing about size. */
static int logo_width(const Sheet *sheet)
{
    int width = cairo_image_surface_get_width(sheet->logo), height = cairo_image_surface_get_height(sheet->logo);
    return (int)MIN((gint64)LOGO_WIDTH, (gint64)LOGO_HEIGHT * width / height);
}

static int logo_height(const Sheet *sheet)
{
    int width = cairo_image_surface_get_width(sheet->logo), height = cairo_image_surface_get_height(sheet->logo);
    return (int)((gint64)logo_width(sheet) * height / width);
}

static char *joined(const GPtrArray *lines, guint from)
{
    GString *text = g_string_new(NULL);
    for (guint i = from; i < lines->len; i++) {
        const char *line = g_ptr_array_index(lines, i);
        if (line[0] != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
    return g_string_free(text, FALSE);
}

/* Long names get smaller letters before they leave the window. */
static void address_make(Sheet *sheet)
{
    static const int sizes[] = {105, 95, 85, 75};
    g_autofree char *text = joined(sheet->letter->recipient, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        sheet->address = sheet_text(sheet, text, (TextStyle){sizes[i], ADDRESS_WIDTH, false});
        if (text_height(sheet->address) <= ADDRESS_HEIGHT)
            return;
    }
}

static int sender_height(const Sheet *sheet)
{
    int logo = sheet->logo != NULL ? logo_height(sheet) + LOGO_SPACE : 0;
    return logo +
           (sheet->sender_name != NULL ? text_height(sheet->sender_name) + NAME_SPACE + text_height(sheet->sender) : 0);
}

void head_make(Sheet *sheet)
{
    const GPtrArray *sender = sheet->letter->sender;
    int width = sheet->look->window_left ? SENDER_RIGHT_WIDTH : SENDER_WIDTH;
    if (sender->len > 0) {
        g_autofree char *rest = joined(sender, 1);
        sheet->sender_name = sheet_text(sheet, g_ptr_array_index(sender, 0), (TextStyle){SIZE_SUBJECT, width, true});
        sheet->sender = sheet_text(sheet, rest, (TextStyle){SIZE_NOTE + 5, width, false});
    }
    address_make(sheet);
    int below = MAX(SENDER_TOP + sender_height(sheet), ADDRESS_TOP + text_height(sheet->address));
    bool empty = sender->len == 0 && sheet->letter->recipient->len == 0 && sheet->logo == NULL;
    sheet->first_top = empty ? NEXT_TOP : MAX(TEXT_TOP, below + AIR);
}

static void logo_draw(const Sheet *sheet, int x, int y)
{
    int width = cairo_image_surface_get_width(sheet->logo);
    cairo_save(sheet->cr);
    cairo_translate(sheet->cr, CAIRO(x), CAIRO(y));
    cairo_scale(sheet->cr, CAIRO(logo_width(sheet)) / width, CAIRO(logo_width(sheet)) / width);
    cairo_set_source_surface(sheet->cr, sheet->logo, 0, 0);
    sheet_tag(sheet, "Figure");
    /* painting would throw the tags away that were begun before */
    cairo_rectangle(sheet->cr, 0, 0, width, cairo_image_surface_get_height(sheet->logo));
    cairo_fill(sheet->cr);
    sheet_untag(sheet, "Figure");
    cairo_restore(sheet->cr);
}

void head_draw(const Sheet *sheet)
{
    int x = sheet->look->window_left ? SENDER_RIGHT : BODY_LEFT, y = SENDER_TOP;
    if (sheet->logo != NULL) {
        logo_draw(sheet, x, y);
        y += logo_height(sheet) + LOGO_SPACE;
    }
    if (sheet->sender_name != NULL) {
        sheet_tag(sheet, "P");
        sheet_ink(sheet, INK_BLACK);
        sheet_show(sheet, sheet->sender_name, x, y);
        sheet_ink(sheet, INK_GREY);
        sheet_show(sheet, sheet->sender, x, y + text_height(sheet->sender_name) + NAME_SPACE);
        sheet_untag(sheet, "P");
    }
    sheet_ink(sheet, INK_BLACK);
    sheet_tag(sheet, "P");
    sheet_show(sheet, sheet->address, sheet->look->window_left ? ADDRESS_LEFT : ADDRESS_RIGHT, ADDRESS_TOP);
    sheet_untag(sheet, "P");
    sheet_rule(sheet, FOLD_LEFT, FOLD, FOLD_WIDTH, INK_HAIR, HAIRLINE);
}

/* Whom and when, so that a second sheet that went astray finds its letter again. */
static void next_head_draw(const Sheet *sheet)
{
    const GPtrArray *recipient = sheet->letter->recipient;
    const char *whom = recipient->len > 0 ? g_ptr_array_index(recipient, 0) : "", *when = sheet->letter->place_and_day;
    g_autofree char *text = g_strconcat(whom, whom[0] != '\0' && when[0] != '\0' ? "  ·  " : "", when, NULL);
    PangoLayout *layout = sheet_text(sheet, text, (TextStyle){SIZE_NOTE, BODY_WIDTH, false});
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_MIDDLE);
    sheet_ink(sheet, INK_GREY);
    sheet_show(sheet, layout, BODY_LEFT, NEXT_HEAD_TOP);
}

void frame_draw(const Sheet *sheet, int page, int pages)
{
    if (page > 1)
        next_head_draw(sheet);
    if (pages == 1)
        return;
    g_autofree char *text = g_strdup_printf(sheet->words->page, page, pages);
    PangoLayout *layout = sheet_text(sheet, text, (TextStyle){SIZE_NOTE, BODY_WIDTH, false});
    pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    sheet_ink(sheet, INK_GREY);
    sheet_show(sheet, layout, BODY_LEFT, FOOT_TOP);
}
