/* The form on the screen: the customer above, the questions below, at the foot what will happen. */
#include "base/i18n.h"
#include "views/card_paint.h"
#include "views/customer_top.h"
#include "views/form_inside.h"
#include "views/share.h"

enum { WIDE = 120 };

static char *form_heading(const FormView *view)
{
    const char *letter = view->outcome->letter;
    return g_strdup_printf("%s%s%s", letter, *letter != '\0' ? "  " : "", form_title(view->form));
}

typedef struct {
    int top, script, fields, hints;
} FormRows;

/* On a small screen the invoices scroll first, then hints, script and facts give way, the fields last. */
static FormRows share_form(const FormView *view, const Canvas *canvas)
{
    enum { FIELDS, TOP, SCRIPT, HINTS, PARTS };
    bool tiny = canvas->rows < 16;
    int least = customer_top_least(view->dossier) - 1; /* whom to ring is known by now */
    int chrome = tiny ? 1 : 2;                         /* rule above the script, dots below it */
    Share shares[PARTS] = {
        [FIELDS] = {3, form_visible_count(view), 0},
        [TOP] = {least, least + 3, 0},
        [SCRIPT] = {tiny ? 0 : 1, tiny ? 0 : script_rows(form_script(view->form), canvas->columns), 0},
        [HINTS] = {1, script_rows(form_consequences(view->form), canvas->columns), 0},
    };
    int left = share_rows(shares, PARTS, canvas->rows - chrome);
    int spare = canvas->columns >= WIDE ? 1 : 0; /* a blank row under the fields of a big screen */
    left = MAX(left - spare, 0);
    return (FormRows){.top = shares[TOP].got + left,
                      .script = shares[SCRIPT].got,
                      .fields = shares[FIELDS].got,
                      .hints = shares[HINTS].got};
}

static void paint_top(const FormView *view, const Canvas *canvas)
{
    if (canvas->columns < WIDE) {
        customer_top_paint(view->dossier, canvas, NULL);
        return;
    }
    int pane = customer_left_pane(canvas->columns), rest = canvas->columns - pane - 3;
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows, pane);
    Canvas right = canvas_part(canvas, 1, pane + 2, canvas->rows - 1, rest);
    Canvas head = canvas_part(canvas, 0, pane + 2, 1, rest);
    customer_top_paint(view->dossier, &left, NULL);
    paint_vertical(canvas, 0, pane, canvas->rows);
    customer_paint_reason(view->dossier, &head);
    script_paint((const char *const *)view->dossier->opening, "›", right, ROLE_NORMAL);
}

void form_draw(const View *base, Canvas *canvas)
{
    const FormView *view = (const FormView *)base;
    FormRows rows = share_form(view, canvas);
    g_autofree char *heading = form_heading(view);
    int needed = customer_top_wanted(view->dossier, canvas->columns >= WIDE);
    int top = MIN(rows.top, needed), row = top;
    Canvas above = canvas_part(canvas, 0, 0, top, canvas->columns);
    paint_top(view, &above);
    paint_rule(canvas, row++, heading);
    Canvas script = canvas_part(canvas, row, 0, rows.script, canvas->columns);
    row += script_paint(form_script(view->form), "›", script, ROLE_NORMAL);
    if (rows.script > 0)
        paint_dots(canvas, row++);
    Canvas fields = canvas_part(canvas, row, 0, rows.fields, canvas->columns);
    form_paint_fields(view, &fields);
    Canvas hints = canvas_part(canvas, canvas->rows - rows.hints, 0, rows.hints, canvas->columns);
    script_paint(form_consequences(view->form), "→", hints, ROLE_NORMAL);
}
