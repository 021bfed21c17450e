#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include <string.h>

typedef struct {
    View view;
    char *question, *more;
    bool yes; /* what Enter takes */
} Confirm;

/* The letter a person of this language presses: the first of the word (Y/N, J/N, O/N). */
static Stroke letter(bool yes)
{
    return stroke_of_character(g_utf8_get_char(yes ? _("Yes") : _("No")));
}

static Next answer(bool yes)
{
    return yes ? next_pop_value("yes") : next_pop();
}

static Next text(View *view, const char *typed, bool pasted)
{
    (void)view;
    if (pasted)
        return next_nothing();
    Stroke stroke = stroke_of_character(g_utf8_get_char(typed));
    if (stroke == letter(true))
        return answer(true);
    return stroke == letter(false) ? answer(false) : next_aside();
}

static Next act_yes(View *view, const Action *action)
{
    (void)view, (void)action;
    return answer(true);
}

static Next act_no(View *view, const Action *action)
{
    (void)view, (void)action;
    return answer(false);
}

static Next act_pick(View *view, const Action *action)
{
    (void)action;
    return answer(((Confirm *)view)->yes);
}

static Next act_move(View *view, const Action *action)
{
    Confirm *confirm = (Confirm *)view;
    confirm->yes = action->id == ACTION_MOVE_UP;
    return next_redraw();
}

static void draw(const View *view, Canvas *canvas)
{
    const Confirm *confirm = (const Confirm *)view;
    int width = MIN(MAX(text_width(confirm->question), 40) + 6, canvas->columns - 4);
    g_auto(GStrv) question = text_wrap(confirm->question, width - 4);
    g_auto(GStrv) more = text_wrap(confirm->more, width - 4);
    int lines = (int)(g_strv_length(question) + g_strv_length(more));
    int rows = MIN(lines + 5, canvas->rows - 3);
    Canvas box = canvas_part(canvas, MAX(1, (canvas->rows - rows) / 2), (canvas->columns - width) / 2, rows, width);
    paint_box(&box, NULL, NULL);
    Canvas inner = canvas_part(&box, 1, 2, rows - 2, width - 4);
    int row = paint_wrap(&inner, 0, 0, ROLE_NORMAL, confirm->question);
    if (*confirm->more != '\0')
        row += paint_wrap(&inner, row, 0, ROLE_DIM, confirm->more);
    row++;
    for (int yes = 1; yes >= 0; yes--, row++) {
        bool taken = confirm->yes == (yes == 1);
        g_autofree char *key = stroke_name(letter(yes == 1));
        paint_format(&inner, row, 0, ROLE_NORMAL, "%s %s  %s", taken ? ">" : " ", key, yes ? _("Yes") : _("No"));
        if (!taken)
            continue;
        paint_role(&inner, row, 0, inner.columns, ROLE_SELECTED);
        canvas_cursor(&inner, row, 0);
    }
}

static void footer(const View *view, Footer *footer)
{
    (void)view;
    g_autofree char *yes = stroke_name(letter(true)), *no = stroke_name(letter(false));
    g_autofree char *words = g_strdup_printf(_("%s/%s yes or no"), yes, no);
    footer_words(footer, words);
    footer_add(footer, ACTION_PICK, _("as shown"));
    footer_words(footer, _("Esc no"));
}

static void free_confirm(View *view)
{
    Confirm *confirm = (Confirm *)view;
    g_free(confirm->question);
    g_free(confirm->more);
    g_free(confirm);
}

static const ViewAct acts[] = {{ACTION_YES, act_yes},      {ACTION_NO, act_no},          {ACTION_PICK, act_pick},
                               {ACTION_MOVE_UP, act_move}, {ACTION_MOVE_DOWN, act_move}, {0, NULL}};

static const ViewKind kind = {.name = "confirm",
                              .chrome = OVERLAY,
                              .help = N_("A question.  Press the letter of your answer; Esc means no."),
                              .acts = acts,
                              .context = CONTEXT_CONFIRM,
                              .draw = draw,
                              .footer = footer,
                              .text = text,
                              .free = free_confirm};

View *confirm_new(const char *question, const char *more, bool yes_is_default)
{
    Confirm *confirm = g_new0(Confirm, 1);
    confirm->view.kind = &kind;
    confirm->question = g_strdup(question);
    confirm->more = g_strdup(more == NULL ? "" : more);
    confirm->yes = yes_is_default;
    return &confirm->view;
}
