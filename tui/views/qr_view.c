#include "views/qr_view.h"

#include "app.h"
#include "base/i18n.h"

enum { GAP = 3, WORDS_LEAST = 20 };

typedef struct {
    View view;
    Qr *qr;
    char *payload;
    char **words;
    bool turned;
} QrView;

char *qr_obstacle(const Theme *theme, const LetterCode *code, int rows, int columns)
{
    int high = qr_rows(code->qr, QR_QUIET_SCREEN, QR_INK_DARK),
        wide = qr_columns(code->qr, QR_QUIET_SCREEN, QR_INK_DARK);
    if (theme->ascii)
        return g_strdup(_("This terminal shows ASCII only, too coarse for a telephone: the code is on paper and in the "
                          "mail."));
    if (high <= rows && wide <= columns)
        return NULL;
    return g_strdup_printf(_("The code needs %d columns and %d rows: a larger window, or paper and mail."), wide, high);
}

void qr_paint(const Canvas *canvas, const Qr *qr, bool turned)
{
    g_auto(GStrv) lines = qr_lines(qr, QR_QUIET_SCREEN, QR_INK_DARK);
    for (int i = 0; lines[i] != NULL; i++)
        paint_text(canvas, i, 0, turned ? ROLE_NORMAL : ROLE_PAPER, lines[i]);
}

static void paint_words(const QrView *view, const Canvas *canvas, int left)
{
    Canvas beside = canvas_part(canvas, 1, left, canvas->rows - 1, canvas->columns - left - 1);
    int row = 0;
    if (beside.columns < WORDS_LEAST)
        return;
    for (char **word = view->words; *word != NULL; word++)
        row += paint_wrap(&beside, row, 0, ROLE_NORMAL, *word);
    if (!canvas->theme->colours && !view->turned)
        paint_wrap(&beside, row + 1, 0, ROLE_DIM, _("Nothing happens?  V turns light and dark round."));
}

static void draw(const View *base, Canvas *canvas)
{
    const QrView *view = (const QrView *)base;
    const LetterCode code = {.qr = view->qr};
    g_autofree char *obstacle = qr_obstacle(canvas->theme, &code, canvas->rows, canvas->columns);
    canvas_cursor(canvas, canvas->rows - 1, canvas->columns - 1);
    if (obstacle != NULL) {
        paint_wrap(canvas, 1, 2, ROLE_WARN, obstacle);
        return;
    }
    int wide = qr_columns(view->qr, QR_QUIET_SCREEN, QR_INK_DARK),
        high = qr_rows(view->qr, QR_QUIET_SCREEN, QR_INK_DARK);
    Canvas part = canvas_part(canvas, (canvas->rows - high) / 2, 0, high, wide);
    qr_paint(&part, view->qr, view->turned);
    paint_words(view, canvas, wide + GAP);
}

/* Where there are no colours nobody knows whether the ground is dark or light: both are shown, one after the other. */
static Next act_cycle(View *base, const Action *action)
{
    QrView *view = (QrView *)base;
    (void)action;
    if (app_theme(base->app)->colours || view->turned)
        return next_pop_value("text");
    view->turned = true;
    return next_redraw();
}

static Next act_back(View *base, const Action *action)
{
    (void)base, (void)action;
    return next_pop();
}

static void footer(const View *base, Footer *foot)
{
    const QrView *view = (const QrView *)base;
    bool turns = !app_theme(base->app)->colours && !view->turned;
    footer_words(foot, _("Scan with a bank app"));
    footer_add(foot, ACTION_VIEW_CYCLE, turns ? _("turn round") : _("text"));
    footer_words(foot, _("Esc back"));
}

static char *print(const View *base, GError **error)
{
    (void)error;
    return g_strdup(((const QrView *)base)->payload);
}

static void free_view(View *base)
{
    QrView *view = (QrView *)base;
    qr_free(view->qr);
    g_free(view->payload);
    g_strfreev(view->words);
    g_free(view);
}

static const ViewAct acts[] = {{ACTION_VIEW_CYCLE, act_cycle}, {ACTION_BACK, act_back}, {0, NULL}};

static const ViewKind kind = {
    .name = "qr",
    .chrome = NO_TITLE | NO_MESSAGE,
    .help = N_("The code of the letter: a bank app on a telephone reads amount, account and reference from it.  It is "
               "always dark on light; on a terminal without colours V turns it round."),
    .acts = acts,
    .context = CONTEXT_LETTER,
    .draw = draw,
    .footer = footer,
    .print = print,
    .free = free_view,
};

View *qr_view_new(App *app, const LetterCode *code, char **words)
{
    QrView *view = g_new0(QrView, 1);
    view->view.kind = &kind;
    view->view.app = app;
    view->qr = qr_make(code->payload, NULL);
    view->payload = g_strdup(code->payload);
    view->words = words;
    return &view->view;
}
