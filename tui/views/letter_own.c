/* The line of one's own: typed below the letter, which shows it at every key. */
#include "base/i18n.h"
#include "views/letter_inside.h"

Next letter_own_start(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    (void)action;
    char *obstacle = dossier_obstacle(view->dossier);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    line_start(&view->line, view->dossier->draft->personal, false);
    view->typing = true;
    letter_layout(base, base->rows, base->columns);
    return next_redraw();
}

static Next line_typed(LetterView *view)
{
    dossier_personal(view->dossier, view->line.text->str);
    return letter_written(view);
}

Next letter_own_text(View *base, const char *typed, bool pasted)
{
    (void)pasted;
    return line_insert(&letter_view_self(base)->line, typed) ? line_typed(letter_view_self(base)) : next_nothing();
}

Next letter_own_edit(View *base, const Action *action)
{
    return line_act(&letter_view_self(base)->line, action->id) ? line_typed(letter_view_self(base)) : next_nothing();
}

static Next line_edited(View *owner, const char *typed, gpointer data)
{
    LetterView *view = letter_view_self(owner);
    (void)data;
    if (typed == NULL)
        return next_redraw();
    g_autofree char *flat = g_strdelimit(g_strstrip(g_strdup(typed)), "\n", ' ');
    line_start(&view->line, flat, false);
    return line_typed(view);
}

Next letter_own_editor(View *base, const Action *action)
{
    (void)action;
    app_edit(base->app, letter_view_self(base)->dossier->draft->personal, line_edited, NULL);
    return next_redraw();
}

/* Enter does not take a line that may not leave; Esc keeps it as it is, and the letter says why it waits. */
Next letter_own_close(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    if (!view->typing)
        return next_aside();
    if (view->obstacle != NULL && action->id == ACTION_FIELD_ACCEPT)
        return next_say(next_redraw(), g_strdup(view->obstacle));
    view->typing = false;
    return letter_written(view);
}
