#include "views/document_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"
#include "paper/mime_read.h"
#include "reader.h"
#include "views/hand_out.h"
#include <string.h>

enum { TEXT_MOST = 78 };
#define PDF "application/pdf"

/* Shared by the screen and by the program that turns a PDF into text. */
typedef struct {
    OutboxCopy copy; /* bytes NULL: not made yet */
    GString *text;
} Document;

static void document_clear(gpointer data)
{
    Document *document = data;
    outbox_copy_clear(&document->copy);
    g_string_free(document->text, TRUE);
}

static void document_free(gpointer data)
{
    g_rc_box_release_full(data, document_clear);
}

static void fill(GPtrArray *lines, App *app, int columns, gconstpointer data)
{
    const Document *document = data;
    (void)app;
    g_auto(GStrv) parts = g_strsplit(document->text->str, "\n", -1);
    for (char **part = parts; *part != NULL; part++) {
        g_auto(GStrv) wrapped = text_wrap(*part, columns - 2);
        for (char **line = wrapped; *line != NULL; line++)
            g_ptr_array_add(lines, g_strconcat(" ", *line, NULL));
    }
}

static Next document_out(View *view, gpointer data)
{
    const Document *document = data;
    if (document->copy.bytes == NULL)
        return next_say(next_nothing(),
                        g_strdup(_("It has not been made yet; M at the customer shows and prints letters.")));
    return hand_out(view, document->copy.bytes, document->copy.name, strcmp(document->copy.mime, PDF) == 0);
}

/* --- What is in it ------------------------------------------------------------------------------------------ */

static void pdf_heard(App *app, const char *line, gpointer data)
{
    Document *document = data;
    g_autofree char *clean = text_clean(line);
    (void)app;
    /* The place of a word in its line is the form of the page. */
    g_string_append_printf(document->text, "%*s%s\n", (int)strspn(line, " "), "", clean);
}

static void pdf_read(App *app, bool ok, const char *output, gpointer data)
{
    Document *document = data;
    (void)output;
    if (!ok)
        g_string_assign(document->text, _("It is a PDF, and no program here shows it as text ([outbox] viewer): Ctrl-P "
                                          "prints it or writes it to a file."));
    document_free(document);
    app_reload_all(app);
}

static void pdf_start(App *app, Document *document)
{
    g_auto(GStrv) words = settings_command(app_desk(app)->settings, "outbox", "viewer");
    if (words == NULL) {
        pdf_read(app, false, "", g_rc_box_acquire(document));
        return;
    }
    (void)app_spawn_lines(app, (const char *const *)words, document->copy.bytes, pdf_heard, pdf_read,
                          g_rc_box_acquire(document));
}

static bool unmade_read(Desk *desk, gint64 id, Document *document, GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    g_autoptr(OutboxOrder) order = templates != NULL ? outbox_order(desk, id, error) : NULL;
    g_autoptr(Letter) letter = order != NULL ? letter_of_order(desk, templates, order, NULL, error) : NULL;
    if (letter == NULL)
        return false;
    g_autofree char *text = letter_text(letter, TEXT_MOST, LETTER_TEXT_HEAD);
    g_string_append(document->text, text);
    return true;
}

static bool document_read(App *app, gint64 id, Document *document, GError **error)
{
    g_autoptr(GError) reason = NULL;
    if (!outbox_copy_read(app_desk(app), id, &document->copy, &reason)) {
        if (g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_MISSING))
            return unmade_read(app_desk(app), id, document, error);
        g_propagate_error(error, g_steal_pointer(&reason));
        return false;
    }
    if (strcmp(document->copy.mime, PDF) == 0) {
        pdf_start(app, document);
        return true;
    }
    g_autofree char *text = mime_read(document->copy.bytes);
    g_string_append(document->text, text);
    return true;
}

Next document_push(View *view, const OutboxRow *row)
{
    GError *error = NULL;
    Document *document = g_rc_box_new0(Document);
    document->text = g_string_new(NULL);
    if (!document_read(view->app, row->id, document, &error)) {
        document_free(document);
        return next_error(error);
    }
    g_autofree char *name = text_clean(row->name), *recipient = text_clean(row->recipient);
    bool made = document->copy.bytes != NULL;
    const ReaderOptions options = {
        .screen_name = "document",
        .title = g_strdup_printf("%s, %s", row->label, name),
        .right = g_strdup(recipient),
        .hint = g_strdup(made ? _("The very document that was handed over; Ctrl-P prints it or writes it to a file.")
                              : _("It has not been made yet: this is how it would leave now.")),
        .fill = fill,
        .print = document_out,
        .data = document,
        .data_free = document_free,
    };
    return next_push(reader_new(view->app, &options));
}
