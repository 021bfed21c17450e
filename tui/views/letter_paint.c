/* What the letter screen shows: the text, the code beside it, what there is to say of both. */
#include "base/i18n.h"
#include "base/text.h"
#include "paper/courier.h"
#include "paper/letter_text.h"
#include "views/letter_inside.h"
#include "views/qr_view.h"
#include <string.h>

enum { TEXT_LEAST = 38, TEXT_MOST = 78, LINE_ROWS = 2, FULL_CHROME = 2 };

/* --- Sharing out -------------------------------------------------------------------------------------------- */

static int code_columns(const LetterView *view)
{
    return qr_columns(view->code->qr, QR_QUIET_SCREEN, QR_INK_DARK);
}

static int text_rows(const LetterView *view)
{
    return MAX(1, view->view.rows - (view->typing ? LINE_ROWS : 0));
}

/* Whole or not at all: half a code cannot be scanned. */
static bool code_beside(const LetterView *view)
{
    if (view->letter == NULL || view->code == NULL || view->alone)
        return false;
    g_autofree char *obstacle =
        qr_obstacle(app_theme(view->view.app), view->code, text_rows(view), view->view.columns - TEXT_LEAST - 1);
    return obstacle == NULL;
}

static int text_columns(const LetterView *view)
{
    int taken = code_beside(view) ? code_columns(view) + 1 : 2;
    return MIN(view->view.columns - taken, TEXT_MOST);
}

int letter_last_top(const LetterView *view)
{
    int count = view->lines != NULL ? (int)g_strv_length(view->lines) : 0;
    return MAX(0, count - text_rows(view));
}

/* Who sends it is known at this desk: what does not fit begins with who gets it. */
static int first_line(const LetterView *view)
{
    const char *name = view->letter->recipient->len > 0 ? g_ptr_array_index(view->letter->recipient, 0) : "";
    for (int i = 0; view->lines[i] != NULL; i++)
        if (strcmp(view->lines[i], name) == 0)
            return i;
    return 0;
}

/* What is being typed stays in sight. */
static void show_typed(LetterView *view)
{
    g_auto(GStrv) own = text_wrap(view->line.text->str, text_columns(view));
    int rows = text_rows(view);
    for (int i = 0; view->lines[i] != NULL && own[0] != NULL && *own[0] != '\0'; i++) {
        int last = i + (int)g_strv_length(own);
        if (strcmp(view->lines[i], own[0]) != 0)
            continue;
        if (i < view->top || last > view->top + rows)
            view->top = MAX(0, last - rows + 1);
        return;
    }
}

void letter_layout(View *base, int rows, int columns)
{
    LetterView *view = (LetterView *)base;
    (void)rows;
    g_clear_pointer(&view->lines, g_strfreev);
    if (columns == 0 || view->letter == NULL)
        return;
    g_autofree char *text = letter_text(view->letter, text_columns(view), LETTER_TEXT_HEAD);
    view->lines = g_strsplit(g_strchomp(text), "\n", -1);
    if (view->top < 0)
        view->top = first_line(view);
    if (view->typing)
        show_typed(view);
    view->top = CLAMP(view->top, 0, letter_last_top(view));
}

/* --- Painting ----------------------------------------------------------------------------------------------- */

static void paint_letter(const LetterView *view, const Canvas *canvas)
{
    Canvas text = canvas_part(canvas, 0, 1, text_rows(view), canvas->columns - 1);
    for (int i = 0; i < text.rows && view->lines != NULL && view->lines[view->top + i] != NULL; i++)
        paint_text(&text, i, 0, ROLE_NORMAL, view->lines[view->top + i]);
    if (!code_beside(view))
        return;
    int wide = code_columns(view);
    Canvas code = canvas_part(canvas, 0, canvas->columns - wide, text.rows, wide);
    qr_paint(&code, view->code->qr, false);
}

static void paint_line(const LetterView *view, const Canvas *canvas)
{
    int column = 0, row = canvas->rows - 1;
    paint_rule(canvas, row - 1, _("A line of your own"));
    Line line = view->line; /* scrolling changes only the copy */
    g_autofree char *typed = line_window(&line, canvas->columns - 3, &column);
    paint_fit(canvas, row, 1, canvas->columns - 2, ROLE_FIELD, typed);
    canvas_cursor(canvas, row, 1 + column);
}

void letter_draw(const View *base, Canvas *canvas)
{
    const LetterView *view = (const LetterView *)base;
    canvas_cursor(canvas, 0, 0);
    if (view->letter != NULL)
        paint_letter(view, canvas);
    else if (view->obstacle != NULL)
        paint_wrap(canvas, 1, 2, ROLE_WARN, view->obstacle);
    if (view->typing)
        paint_line(view, canvas);
}

/* --- Words -------------------------------------------------------------------------------------------------- */

char *letter_way_words(const LetterWay *way)
{
    if (strcmp(way->channel, "email") == 0)
        return g_strdup_printf(_("by e-mail to %s"), way->recipient);
    return g_strdup(strcmp(way->channel, "post") == 0 ? _("by post") : _("on paper from your printer"));
}

void letter_title(const View *base, TitleRow *row)
{
    const LetterView *view = (const LetterView *)base;
    const Card *card = view->dossier->card;
    g_autofree char *label = text_clean(view->label), *language = g_ascii_strup(letter_view_language(view), -1);
    g_string_printf(row->name, _("Letter: %s"), label);
    const LetterWay *way = letter_view_way(view);
    title_part(row, *way->recipient != '\0' ? text_clean(way->recipient) : letter_way_words(way));
    title_part(row, g_steal_pointer(&language));
    g_autoptr(GPtrArray) currencies = letter_currencies(view);
    if (currencies->len > 1)
        title_part(row, g_strdup(view->currency));
    title_part(row, text_clean(card->number));
    title_part(row, g_strdup_printf(_("template %s"), view->slug));
}

/* What would keep it here, or make it useless on the other side; NULL nothing. */
static char *way_trouble(const LetterView *view)
{
    const LetterWay *way = letter_view_way(view);
    bool mail = strcmp(way->channel, "email") == 0;
    if (!mail && !view->dossier->card->postal)
        return g_strdup(_("No street is known for the envelope."));
    if (!courier_has_way(view->dossier->desk->settings, way->channel))
        return g_strdup(mail ? _("No mail command is set (7): it would wait in the outbox.")
                             : _("No print command or folder is set (7): it would wait in the outbox."));
    return NULL;
}

static char *code_words(const LetterView *view)
{
    if (view->code == NULL)
        return g_strdup(view->code_obstacle);
    g_autofree char *obstacle =
        qr_obstacle(app_theme(view->view.app), view->code, view->view.rows + FULL_CHROME, view->view.columns);
    if (obstacle != NULL)
        return g_steal_pointer(&obstacle);
    g_autofree char *words = g_strdup_printf(_("QR %d-M, %d bytes, checked against the letter."),
                                             qr_version(view->code->qr), view->code->bytes);
    return code_beside(view) ? g_steal_pointer(&words) : g_strdup_printf(_("%s  V shows it."), words);
}

char *letter_hint(const View *base)
{
    const LetterView *view = (const LetterView *)base;
    if (view->typing)
        return g_strdup(view->obstacle != NULL ? view->obstacle
                                               : _("Facts and agreements only: no health, no family, no other debts."));
    if (view->dossier->colleague != NULL)
        return dossier_obstacle(view->dossier);
    if (view->letter == NULL)
        return g_strdup(_("It cannot be written as things are.  M shows the other letters."));
    if (view->obstacle != NULL)
        return g_strdup(view->obstacle);
    char *const words[] = {letter_warning(view->dossier->desk, view->letter), way_trouble(view)};
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (words[i] != NULL)
            g_string_append_printf(all, "%s%s", all->len > 0 ? "  " : "", words[i]);
        g_free(words[i]);
    }
    g_autofree char *code = code_words(view);
    if (all->len == 0 || view->code == NULL) /* a sound code gives way to what must be known */
        g_string_append_printf(all, "%s%s", all->len > 0 ? "  " : "", code);
    return g_strdup_printf(_("Ready, not sent.  %s"), all->str);
}
