#include "messages.h"
#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include "reader.h"

static void fill(GPtrArray *lines, App *app, int columns, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < app->messages->len; i++) {
        const Message *message = g_ptr_array_index(app->messages, i);
        g_autofree char *minute = minute_text(message->when.minute);
        g_auto(GStrv) wrapped = text_wrap(message->text, MAX(20, columns - 11));
        for (char **line = wrapped; *line != NULL; line++)
            g_ptr_array_add(lines, g_strdup_printf(" %5s %s %s", line == wrapped ? minute : "",
                                                   message->kind == MESSAGE_ERROR ? "!" : " ", *line));
    }
    if (lines->len == 0)
        g_ptr_array_add(lines, g_strdup(_(" Nothing has been said yet.")));
}

View *messages_new(App *app)
{
    ReaderOptions options = {.screen_name = "messages",
                             .screen = ACTION_MESSAGES,
                             .title = g_strdup(_("Messages of today")),
                             .fill = fill,
                             .at_end = true};
    return reader_new(app, &options);
}
