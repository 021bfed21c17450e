/* Measured, dealt out to pages, drawn. */
#include "base/error.h"
#include "base/i18n.h"
#include "paper/letter/pdf_parts.h"
#include "paper/letter_pdf.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <stdlib.h>

enum { FULL = 100 }; /* per cent */

LetterPaper letter_paper(const Settings *settings, Day day)
{
    return (LetterPaper){
        .day = day,
        .window_left = g_str_equal(settings_text(settings, "letter", "window"), "left"),
        .ogm_structured = g_str_equal(settings_text(settings, "qr", "ogm"), "structured"),
        .font = settings_text(settings, "letter", "font"),
    };
}

/* ---- pages ---- */

typedef struct {
    guint first, end; /* pieces; the one at `end` is on the next page */
} Page;

static const Piece *piece_at(const Sheet *sheet, guint index)
{
    return g_ptr_array_index(sheet->pieces, index);
}

/* What the piece takes when it is the first of a page, or not. */
static int height_at(const Piece *piece, bool first)
{
    if (!first)
        return piece->space + piece->height;
    return piece->height + (piece->again != NULL ? piece->again->height : 0);
}

/* The last piece that must stand on the same page as the one at `from`. */
static guint chain_end(const Sheet *sheet, guint from)
{
    while (from + 1 < sheet->pieces->len && piece_at(sheet, from)->keep)
        from++;
    return from;
}

static int chain_height(const Sheet *sheet, guint from, guint to, bool first)
{
    int height = 0;
    for (guint i = from; i <= to; i++)
        height += height_at(piece_at(sheet, i), first && i == from);
    return height;
}

/* Where the page after the one that begins at `from` begins.  A chain that no page holds is torn where it must be; a
 * first page with a very long head may hold none of it. */
static guint page_end(const Sheet *sheet, guint from, int top)
{
    int y = top;
    for (guint i = from; i < sheet->pieces->len;) {
        guint end = chain_end(sheet, i);
        bool fits = y + chain_height(sheet, i, end, i == from) <= BODY_BOTTOM;
        bool too_long = NEXT_TOP + chain_height(sheet, i, end, true) > BODY_BOTTOM;
        if (!fits && !too_long && y > NEXT_TOP)
            return i;
        for (; i <= end; i++) {
            y += height_at(piece_at(sheet, i), i == from);
            if (!fits && y > BODY_BOTTOM && i > from)
                return i;
        }
    }
    return sheet->pieces->len;
}

static GArray *pages_of(const Sheet *sheet)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(Page));
    guint from = 0;
    do {
        Page page = {from, page_end(sheet, from, pages->len == 0 ? sheet->first_top : NEXT_TOP)};
        g_array_append_val(pages, page);
        from = page.end;
    } while (from < sheet->pieces->len);
    return pages;
}

static guint page_count(const Sheet *sheet)
{
    g_autoptr(GArray) pages = pages_of(sheet);
    return pages->len;
}

static guint pages_at(Sheet *sheet, int density)
{
    sheet->density = density;
    g_ptr_array_set_size(sheet->pieces, 0);
    body_make(sheet);
    return page_count(sheet);
}

/* A signature alone on a second page looks careless: somewhat smaller letters, where they save the page. */
static void body_fit(Sheet *sheet)
{
    static const int densities[] = {95, 90};
    guint pages = pages_at(sheet, FULL);
    for (size_t i = 0; pages > 1 && i < G_N_ELEMENTS(densities); i++)
        if (pages_at(sheet, densities[i]) < pages)
            return;
    if (pages > 1)
        pages_at(sheet, FULL);
}

/* ---- drawing ---- */

static bool same(gconstpointer one, gconstpointer other)
{
    return one != NULL && one == other;
}

/* A tag holds the pieces of one paragraph, row, list or table on one page. */
static void tagged_draw(const Sheet *sheet, const Page *page, guint index, int y)
{
    const Piece *piece = piece_at(sheet, index);
    const Piece *before = index > page->first ? piece_at(sheet, index - 1) : NULL;
    const Piece *after = index + 1 < page->end ? piece_at(sheet, index + 1) : NULL;
    if (before == NULL || !same(before->outer_of, piece->outer_of))
        sheet_tag(sheet, piece->outer);
    if (before == NULL && piece->again != NULL) {
        sheet_tag(sheet, piece->again->inner);
        piece->again->draw(sheet, piece->again, y - piece->again->height);
        sheet_untag(sheet, piece->again->inner);
    }
    if (before == NULL || !same(before->inner_of, piece->inner_of))
        sheet_tag(sheet, piece->inner);
    piece->draw(sheet, piece, y);
    if (after == NULL || !same(after->inner_of, piece->inner_of))
        sheet_untag(sheet, piece->inner);
    if (after == NULL || !same(after->outer_of, piece->outer_of))
        sheet_untag(sheet, piece->outer);
}

static void page_draw(const Sheet *sheet, const Page *page, int number, int pages)
{
    frame_draw(sheet, number, pages);
    int y = number == 1 ? sheet->first_top : NEXT_TOP;
    if (number == 1)
        head_draw(sheet);
    for (guint i = page->first; i < page->end; i++) {
        const Piece *piece = piece_at(sheet, i);
        y += height_at(piece, i == page->first);
        tagged_draw(sheet, page, i, y - piece->height);
    }
    cairo_show_page(sheet->cr);
}

static void pages_draw(const Sheet *sheet)
{
    g_autoptr(GArray) pages = pages_of(sheet);
    for (guint i = 0; i < pages->len; i++)
        page_draw(sheet, &g_array_index(pages, Page, i), (int)i + 1, (int)pages->len);
}

/* ---- the document ---- */

static cairo_status_t collect(void *bytes, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* A document without a day would take the clock's, and differ each time. */
static void describe(cairo_surface_t *surface, const Sheet *sheet)
{
    const Letter *letter = sheet->letter;
    Day day = day_known(sheet->look->day) ? sheet->look->day : day_from_number(0);
    g_autofree char *iso = day_iso(day), *created = g_strconcat(iso, "T00:00:00Z", NULL);
    const char *author = letter->sender->len > 0 ? g_ptr_array_index(letter->sender, 0) : letter->payment.name;
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, letter->subject);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Belronde");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

/* Fonts stay loaded from letter to letter; who watches for leaks wants them back at the end. */
static void fonts_end(void)
{
    pango_cairo_font_map_set_default(NULL);
    cairo_debug_reset_static_data();
    FcFini();
}

static void fonts_begin(void)
{
    static gsize once;
    if (g_once_init_enter(&once)) {
        atexit(fonts_end);
        g_once_init_leave(&once, 1);
    }
}

static PangoContext *context_new(cairo_t *cr, const char *language)
{
    PangoContext *context = pango_cairo_create_context(cr);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(language));
    return context;
}

static void piece_free(gpointer data)
{
    Piece *piece = data;
    if (piece->end != NULL)
        piece->end(piece);
    g_free(piece);
}

static void sheet_begin(Sheet *sheet, cairo_surface_t *surface)
{
    sheet->words = letter_words(sheet->letter->language);
    sheet->cr = cairo_create(surface);
    sheet->context = context_new(sheet->cr, sheet->words->language);
    sheet->layouts = g_ptr_array_new_with_free_func(g_object_unref);
    sheet->grids = g_ptr_array_new_with_free_func(grid_free);
    sheet->pieces = g_ptr_array_new_with_free_func(piece_free);
}

static void sheet_end(Sheet *sheet)
{
    g_ptr_array_unref(sheet->pieces);
    g_ptr_array_unref(sheet->grids);
    g_ptr_array_unref(sheet->layouts);
    g_object_unref(sheet->context);
    cairo_destroy(sheet->cr);
}

GBytes *letter_pdf(const Letter *letter, const LetterPaper *paper, GError **error)
{
    Sheet sheet = {.letter = letter, .look = paper, .density = FULL};
    fonts_begin();
    if (!logo_load(&sheet, error)) {
        cairo_surface_destroy(sheet.logo);
        return NULL;
    }
    GByteArray *pdf = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, pdf, CAIRO(PAGE_WIDTH), CAIRO(PAGE_HEIGHT));
    sheet_begin(&sheet, surface);
    describe(surface, &sheet);
    head_make(&sheet);
    body_fit(&sheet);
    pages_draw(&sheet);
    cairo_status_t drawn = cairo_status(sheet.cr);
    sheet_end(&sheet);
    cairo_surface_finish(surface);
    cairo_status_t written = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    cairo_surface_destroy(sheet.logo);
    g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(pdf_with_language(pdf, sheet.words->language));
    if (written == CAIRO_STATUS_SUCCESS)
        return g_steal_pointer(&bytes);
    fail(error, BELRONDE_ERROR_INPUT, _("The letter cannot be put on paper (%s): check its logo and fonts."),
         cairo_status_to_string(written));
    return NULL;
}

bool letter_pdf_write(const Letter *letter, const LetterPaper *paper, const char *path, GError **error)
{
    g_autoptr(GError) reason = NULL;
    g_autoptr(GBytes) pdf = letter_pdf(letter, paper, error);
    if (pdf == NULL)
        return false;
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    if (g_file_set_contents_full(path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, &reason))
        return true;
    return fail(error, BELRONDE_ERROR_INPUT, _("The letter cannot be written to %s (%s): name another place."), path,
                reason->message);
}
