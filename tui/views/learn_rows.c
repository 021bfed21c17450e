/* Which rows of the list count: the values of one column, each with what is done with its rows. */
#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "views/learn_inside.h"

static Next value_taken(View *base, const char *value, gpointer data);

/* Stays open until Esc, so that several values are said one after the other. */
static Next ask_value(LearnView *view, guint column, const char *selected)
{
    const LearnColumn *chosen = g_ptr_array_index(view->learn->columns, column);
    g_autoptr(GPtrArray) values = learn_column_values(view->learn, column);
    g_autofree Pick *picks = g_new0(Pick, values->len);
    for (guint i = 0; i < values->len; i++) {
        const LearnValue *value = g_ptr_array_index(values, i);
        picks[i] = (Pick){.value = value->text, .label = value->text, .detail = learn_use_label(value->use)};
    }
    if (values->len == 0)
        return next_say(next_nothing(), g_strdup(_("This column is empty.")));
    g_autofree char *name = text_cut(*chosen->header != '\0' ? chosen->header : _("(no name)"), 30);
    g_autofree char *title = g_strdup_printf(_("Rows by “%s”: Enter changes"), name);
    return next_ask(choose_new(title, picks, values->len, selected, true), value_taken, NULL, NULL);
}

static Next value_taken(View *base, const char *value, gpointer data)
{
    LearnView *view = (LearnView *)base;
    guint column = learn_chosen_column(view);
    GError *error = NULL;
    (void)data;
    if (value == NULL || column == G_MAXUINT)
        return next_nothing();
    g_autofree char *text = g_strdup(value);
    if (!learn_use_next(view->learn, column, text, &error))
        return next_error(error);
    view->touched = true;
    learn_again(view);
    return ask_value(view, column, text);
}

Next learn_act_rows(View *base, const Action *action)
{
    LearnView *view = (LearnView *)base;
    guint column = learn_chosen_column(view);
    (void)action;
    if (column == G_MAXUINT)
        return next_say(next_nothing(), g_strdup(_("Choose a column: what it holds tells the rows apart.")));
    return ask_value(view, column, NULL);
}
