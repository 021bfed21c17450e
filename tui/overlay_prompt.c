/* One line of typing in the message row. */
#include "base/i18n.h"
#include "base/text.h"
#include "line.h"
#include "overlay.h"

typedef struct {
    View view;
    Prompt prompt; /* label and text are its own copies */
    char *label, *problem;
    Line line;
} Asking;

static Next text(View *view, const char *typed, bool pasted)
{
    Asking *asking = (Asking *)view;
    (void)pasted;
    line_insert(&asking->line, typed);
    g_clear_pointer(&asking->problem, g_free);
    return next_redraw();
}

static Next act_edit(View *view, const Action *action)
{
    Asking *asking = (Asking *)view;
    line_act(&asking->line, action->id);
    g_clear_pointer(&asking->problem, g_free);
    return next_redraw();
}

static Next act_accept(View *view, const Action *action)
{
    Asking *asking = (Asking *)view;
    const char *typed = asking->line.text->str;
    (void)action;
    g_free(asking->problem);
    asking->problem = asking->prompt.check == NULL ? NULL : asking->prompt.check(typed, asking->prompt.data);
    return asking->problem == NULL ? next_pop_value(typed) : next_redraw();
}

/* What was understood, or what is wrong with it, right of what is typed. */
static void draw_echo(const Asking *asking, const Canvas *row, int column)
{
    g_autofree char *echo = NULL;
    if (asking->problem == NULL && asking->prompt.echo != NULL)
        echo = asking->prompt.echo(asking->line.text->str, asking->prompt.data);
    const char *words = asking->problem != NULL ? asking->problem : echo;
    if (words != NULL)
        paint_text(row, 0, column, asking->problem != NULL ? ROLE_WARN : ROLE_DIM, words);
}

static void draw(const View *view, Canvas *canvas)
{
    const Asking *asking = (const Asking *)view;
    Canvas row = canvas_part(canvas, canvas->rows - 2, 0, 1, canvas->columns);
    paint_fit(&row, 0, 0, row.columns, ROLE_NORMAL, "");
    int start = paint_format(&row, 0, 0, ROLE_NORMAL, "%s> ", asking->label), column = 0;
    int width = MAX(10, row.columns - start - (asking->problem != NULL || asking->prompt.echo != NULL ? 44 : 1));
    Line line = asking->line;
    g_autofree char *typed = line_window(&line, width, &column);
    paint_fit(&row, 0, start, width, ROLE_FIELD, typed);
    draw_echo(asking, &row, start + width + 1);
    canvas_cursor(&row, 0, start + column);
}

static void footer(const View *view, Footer *footer)
{
    (void)view;
    footer_add(footer, ACTION_FIELD_ACCEPT, _("accept"));
    footer_add(footer, ACTION_EDIT_CLEAR, NULL);
    footer_add(footer, ACTION_FIELD_CANCEL, _("back"));
}

static char *field_help(const View *view)
{
    const Asking *asking = (const Asking *)view;
    return asking->prompt.help == NULL ? NULL : g_strdup(_(asking->prompt.help));
}

static void free_asking(View *view)
{
    Asking *asking = (Asking *)view;
    g_free(asking->label);
    g_free(asking->problem);
    line_clear(&asking->line);
    g_free(asking);
}

static const ViewAct acts[] = {{ACTION_FIELD_ACCEPT, act_accept},
                               {ACTION_FIELD_SUBMIT, act_accept},
                               VIEW_EDITS(act_edit),
                               {ACTION_EDIT_KILL_END, act_edit},
                               {0, NULL}};

static const ViewKind kind = {.name = "prompt",
                              .chrome = OVERLAY,
                              .help = N_("Type and press Enter; Esc leaves everything as it was."),
                              .acts = acts,
                              .context = CONTEXT_TYPING,
                              .draw = draw,
                              .footer = footer,
                              .text = text,
                              .field_help = field_help,
                              .free = free_asking};

View *prompt_new(const Prompt *prompt)
{
    Asking *asking = g_new0(Asking, 1);
    asking->view.kind = &kind;
    asking->prompt = *prompt;
    asking->label = g_strdup(prompt->label);
    line_start(&asking->line, prompt->text, prompt->suggestion);
    return &asking->view;
}
