/* belronde letter CUSTOMER DOCUMENT: the letter as it would leave now; --send puts it in the outbox. */
#include "base/clock.h"
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/letter_due.h"
#include "desk/card.h"
#include "desk/outcome.h"
#include "paper/letter_pdf.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"
#include <string.h>

enum { TEXT_COLUMNS = 78 };

typedef struct {
    char *by, *to, *items, *personal, *output, *language, *format;
    gboolean send, list, due, all;
} Options;

static void options_clear(Options *options)
{
    char *const texts[] = {options->by,     options->to,       options->items, options->personal,
                           options->output, options->language, options->format};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
}

/* --- Which letters there are ------------------------------------------------------------------------------- */

static int templates_print(Desk *desk, GError **error)
{
    static const Column columns[] = {
        {"document", N_("Document"), 20, COLUMN_TEXT},
        {"tone", N_("Tone"), 4, COLUMN_NUMBER},
        {"label", N_("Letter"), 34, COLUMN_TEXT},
        {"about", N_("What for"), 70, COLUMN_TEXT},
    };
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    if (templates == NULL)
        return EXIT_REFUSED;
    g_autoptr(GPtrArray) list = letter_templates_list(templates, desk->language);
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < list->len; i++) {
        const LetterTemplate *template = g_ptr_array_index(list, i);
        JsonObject *object = json_object_new();
        object_text(object, "document", template->slug);
        json_object_set_int_member(object, "tone", template->tone);
        object_text(object, "label", template->label);
        object_text(object, "about", template->fault != NULL ? template->fault : template->about);
        json_array_add_object_element(rows, object);
    }
    output_table(FORMAT_TEXT, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}

/* --- One letter --------------------------------------------------------------------------------------------- */

/* Numbers of invoices as typed, to ids of items; NULL with error for one he has not open. */
static char *items_find(const Card *card, const char *numbers, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(numbers != NULL ? numbers : "", " ,", -1);
    g_autoptr(GString) ids = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        const CardItem *found = NULL;
        for (guint i = 0; i < card->items->len && **word != '\0'; i++) {
            const CardItem *item = g_ptr_array_index(card->items, i);
            found = strcmp(item->number, *word) == 0 ? item : found;
        }
        if (found == NULL && **word != '\0') {
            fail(error, BELRONDE_ERROR_INPUT, _("%s has no open invoice %s."), card->name, *word);
            return NULL;
        }
        if (found != NULL)
            g_string_append_printf(ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", found->id);
    }
    return g_strdup(ids->str);
}

static char *recipient_find(const Card *card, const Options *options)
{
    const CardContact *first = card->contacts->len > 0 ? g_ptr_array_index(card->contacts, 0) : NULL;
    return g_strdup(options->to != NULL ? options->to : first != NULL ? first->email : "");
}

/* As the outbox would have it, newer than all that is there. */
static OutboxOrder *order_new(Desk *desk, const Card *card, const char *document, const Options *options,
                              GError **error)
{
    g_autofree char *items = items_find(card, options->items, error);
    if (items == NULL)
        return NULL;
    g_autofree char *recipient = recipient_find(card, options);
    const char *channel = options->by;
    if (channel == NULL)
        channel = strchr(recipient, '@') != NULL ? "email" : "post";
    OutboxOrder *order = g_new0(OutboxOrder, 1);
    *order = (OutboxOrder){.id = G_MAXINT64,
                           .event_id = G_MAXINT64,
                           .customer_id = card->id,
                           .document = g_strdup(document),
                           .channel = g_strdup(channel),
                           .recipient = g_steal_pointer(&recipient),
                           .language = g_strdup(options->language != NULL ? options->language : card->language),
                           .items = g_steal_pointer(&items),
                           .personal = g_strdup(options->personal != NULL ? options->personal : ""),
                           .agent = g_strdup(desk->agent),
                           .day = clock_today(),
                           .wording = -1};
    return order;
}

static bool letter_print(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, const Options *options,
                         GError **error)
{
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, error);
    if (letter == NULL)
        return false;
    g_autofree char *text = letter_text(letter, TEXT_COLUMNS, LETTER_TEXT_HEAD);
    if (options->output == NULL) {
        output_text(text);
        return true;
    }
    if (g_str_has_suffix(options->output, ".pdf")) {
        const LetterPaper paper = letter_paper(desk->settings, clock_today());
        return letter_pdf_write(letter, &paper, options->output, error);
    }
    g_auto(OutboxCopy) copy = {0};
    if (g_str_has_suffix(options->output, ".eml"))
        return letter_post_make(desk, order, &copy, (void *)templates, error) &&
               output_bytes(options->output, copy.bytes, error);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return output_bytes(options->output, bytes, error);
}

/* Checked first: nothing goes into the outbox that could not be written. */
static bool letter_send(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, GError **error)
{
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, error);
    if (letter == NULL)
        return false;
    g_autofree char *op = store_operation_id(), *toast = NULL;
    g_autofree char *summary = g_strdup_printf("%s, %s", document_label(order->document), order->recipient);
    const LetterFacts facts = {.document = order->document,
                               .channel = order->channel,
                               .recipient = order->recipient,
                               .language = order->language,
                               .items = order->items,
                               .personal = order->personal,
                               .summary = summary};
    if (!outcome_letter(desk, order->customer_id, &facts, op, &toast, error))
        return false;
    output_text(toast);
    return true;
}

static bool letter_run(Desk *desk, const char *customer, const char *document, const Options *options, GError **error)
{
    gint64 customer_id = 0;
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    if (templates == NULL || !desk_customer(desk, customer, &customer_id, error))
        return false;
    g_autoptr(Card) card = card_load(desk, customer_id, error);
    g_autoptr(OutboxOrder) order = card != NULL ? order_new(desk, card, document, options, error) : NULL;
    if (order == NULL)
        return false;
    return options->send ? letter_send(desk, templates, order, error)
                         : letter_print(desk, templates, order, options, error);
}

int command_letter(Desk *desk, int argc, char **argv, GError **error)
{
    Options options = {0};
    const GOptionEntry entries[] = {
        {"by", 0, 0, G_OPTION_ARG_STRING, &options.by, "email, post or print", "WAY"},
        {"to", 0, 0, G_OPTION_ARG_STRING, &options.to, "another address than the customer's", "ADDRESS"},
        {"items", 0, 0, G_OPTION_ARG_STRING, &options.items, "numbers of invoices; else all that are open", "NUMBERS"},
        {"personal", 0, 0, G_OPTION_ARG_STRING, &options.personal, "a line of your own", "TEXT"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &options.language, "another language than the customer's", "LANGUAGE"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, "NAME.pdf, NAME.eml or NAME.txt", "FILE"},
        {"send", 0, 0, G_OPTION_ARG_NONE, &options.send, "put it in the outbox", NULL},
        {"due", 0, 0, G_OPTION_ARG_NONE, &options.due, "the letters due today; with --send: into the outbox", NULL},
        {"all", 0, 0, G_OPTION_ARG_NONE, &options.all, "with --due: colleagues' customers as well", NULL},
        {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, "with --due: text, csv or json", "FORMAT"},
        {"list", 0, 0, G_OPTION_ARG_NONE, &options.list, "which letters there are", NULL},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED;
    Format format = FORMAT_TEXT;
    if (command_options(command_find("letter"), entries, &argc, &argv, error) &&
        format_parse(options.format, &format, error)) {
        if (options.due)
            status = letters_due_run(desk, format, options.all, options.send, argv + 1, error);
        else if (options.list)
            status = templates_print(desk, error);
        else if (argc != 3)
            fail(error, BELRONDE_ERROR_INPUT, _("Say which customer and which letter; --list names the letters."));
        else if (letter_run(desk, argv[1], argv[2], &options, error))
            status = EXIT_DONE;
    }
    options_clear(&options);
    return status;
}
