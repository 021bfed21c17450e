#include "view.h"
#include "base/i18n.h"

Next next_error(GError *error)
{
    Next next = {.step = NEXT_REDRAW, .kind = MESSAGE_ERROR, .message = g_strdup(error->message)};
    g_error_free(error);
    return next;
}

Next next_push_or(View *view, GError *error)
{
    return view != NULL ? next_push(view) : next_error(error);
}

Next next_ask(View *view, ViewReply on_close, gpointer data, GDestroyNotify data_free)
{
    view->on_close = on_close;
    view->data = data;
    view->data_free = data_free;
    return next_push(view);
}

Context view_context(const View *view)
{
    return view->kind->context_now != NULL ? view->kind->context_now(view) : view->kind->context;
}

void title_part(TitleRow *title, char *text)
{
    if (text == NULL || *text == '\0')
        g_free(text);
    else
        g_ptr_array_add(title->parts, text);
}

void title_clock(TitleRow *title)
{
    Now now = clock_now();
    g_autofree char *day = day_words(now.day);
    g_autofree char *minute = minute_text(now.minute);
    title_part(title, g_strdup_printf("%s %s", day, minute));
}

void view_free(View *view)
{
    if (view == NULL)
        return;
    if (view->data_free != NULL)
        view->data_free(view->data);
    if (view->kind->free != NULL)
        view->kind->free(view);
    else
        g_free(view);
}
