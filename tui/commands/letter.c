/* belronde letter CUSTOMER DOCUMENT: the letter as it would leave now; --send puts it in the outbox. */
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/letter_due.h"
#include "commands/output.h"
#include "desk/letter_way.h"
#include "paper/letter_order.h"
#include "paper/letter_pdf.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"
#include <stdio.h>
#include <string.h>

enum { TEXT_COLUMNS = 78, PLAIN_COLUMNS = 4, SHOWN_MOST = 60 };

typedef struct {
    char *by, *to, *items, *personal, *output, *language, *format;
    gboolean send, again, list, due, all;
} Options;

static void options_clear(Options *options)
{
    char *const texts[] = {options->by,     options->to,       options->items, options->personal,
                           options->output, options->language, options->format};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
}

/* --- Which letters there are ------------------------------------------------------------------------------- */

static const Column LIST_COLUMNS[] = {
    {"document", N_("Document"), 20, COLUMN_TEXT}, {"tone", N_("Tone"), 4, COLUMN_NUMBER},
    {"label", N_("Letter"), 34, COLUMN_TEXT},      {"about", N_("What for"), 70, COLUMN_TEXT},
    {"proposed", N_("Proposed"), 8, COLUMN_TEXT},  {"obstacle", N_("Why not now"), 60, COLUMN_TEXT},
};

static JsonObject *template_object(const LetterTemplate *template, const char *slug)
{
    JsonObject *object = json_object_new();
    object_text(object, "document", slug);
    json_object_set_int_member(object, "tone", template->tone);
    object_text(object, "label", template->label);
    object_text(object, "about", template->fault != NULL ? template->fault : template->about);
    return object;
}

static JsonArray *templates_rows(Desk *desk, const LetterTemplates *templates)
{
    JsonArray *rows = json_array_new();
    g_autoptr(GPtrArray) list = letter_templates_list(templates, desk->language);
    for (guint i = 0; i < list->len; i++) {
        const LetterTemplate *template = g_ptr_array_index(list, i);
        json_array_add_object_element(rows, template_object(template, template->slug));
    }
    return rows;
}

static JsonArray *offers_rows(const GPtrArray *offers)
{
    JsonArray *rows = json_array_new();
    for (guint i = 0; i < offers->len; i++) {
        const LetterOffer *offer = g_ptr_array_index(offers, i);
        JsonObject *object = template_object(offer->template, offer->slug);
        object_text(object, "proposed", offer->proposed ? "yes" : "");
        object_text(object, "obstacle", offer->obstacle != NULL ? offer->obstacle : "");
        json_array_add_object_element(rows, object);
    }
    return rows;
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

/* Whoever names a language wants that one, and not English in its place. */
static bool language_there(const LetterTemplates *templates, const char *document, const Options *options,
                           GError **error)
{
    g_auto(GStrv) languages = letter_template_languages(templates, document);
    if (options->language == NULL || *languages == NULL ||
        g_strv_contains((const char *const *)languages, options->language))
        return true;
    g_autofree char *known = g_strjoinv(", ", languages);
    return fail(error, BELRONDE_ERROR_INPUT, _("There is no letter “%s” in “%s”; there is: %s."), document,
                options->language, known);
}

/* Whoever says how it is to go is told at once where it cannot; without a word of his the letter can still be read. */
static bool way_there(Desk *desk, const OutboxOrder *order, const Options *options, GError **error)
{
    if (options->to != NULL && strcmp(order->channel, "email") != 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("--to names an e-mail address: leave it out, or send the letter by email."));
    return (options->to == NULL && options->by == NULL) ||
           letter_way_check(desk, order->customer_id, order->channel, order->recipient, error);
}

static OutboxOrder *order_new(Desk *desk, const Card *card, const char *document, const Options *options,
                              GError **error)
{
    g_autofree char *items = items_find(card, options->items, error);
    const LetterWish wish = {.document = document,
                             .channel = options->by,
                             .recipient = options->to,
                             .language = options->language,
                             .items = items,
                             .personal = options->personal};
    g_autoptr(OutboxOrder) order = items != NULL ? letter_order_new(desk, card, &wish) : NULL;
    return order != NULL && way_there(desk, order, options, error) ? g_steal_pointer(&order) : NULL;
}

/* Beside the letter, which itself says it to the customer. */
static void warning_say(const Desk *desk, const Letter *letter)
{
    g_autofree char *warning = letter_warning(desk, letter);
    if (warning != NULL)
        fprintf(stderr, "belronde: %s\n", warning);
}

static bool letter_print(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, const Options *options,
                         GError **error)
{
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, error);
    if (letter == NULL)
        return false;
    warning_say(desk, letter);
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

/* Whoever means it sends the same letter twice on a day. */
static bool is_meant(Desk *desk, const OutboxOrder *order, const Options *options, GError **error)
{
    g_autoptr(GError) twin = NULL;
    if (options->again || outbox_order_is_new(desk, order, &twin))
        return true;
    if (!g_error_matches(twin, BELRONDE_ERROR, BELRONDE_ERROR_INPUT)) {
        g_propagate_error(error, g_steal_pointer(&twin));
        return false;
    }
    return fail(error, BELRONDE_ERROR_INPUT, _("%s  --again sends it once more."), twin->message);
}

static bool letter_send(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, const Options *options,
                        GError **error)
{
    g_autofree char *op = store_operation_id(), *toast = NULL;
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, error);
    if (letter == NULL || !is_meant(desk, order, options, error))
        return false;
    warning_say(desk, letter);
    if (!letter_order_send(desk, templates, order, op, &toast, error))
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
    if (card == NULL || !language_there(templates, document, options, error))
        return false;
    g_autoptr(OutboxOrder) order = order_new(desk, card, document, options, error);
    if (order == NULL)
        return false;
    return options->send ? letter_send(desk, templates, order, options, error)
                         : letter_print(desk, templates, order, options, error);
}

/* Without a customer all there are; else also which one is proposed, and why another cannot be written to him now. */
static bool letters_list(Desk *desk, const char *customer, Format format, const Options *options, GError **error)
{
    gint64 customer_id = 0;
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    if (templates == NULL)
        return false;
    if (customer == NULL) {
        g_autoptr(JsonArray) rows = templates_rows(desk, templates);
        output_table(format, LIST_COLUMNS, PLAIN_COLUMNS, rows);
        return true;
    }
    g_autoptr(Card) card =
        desk_customer(desk, customer, &customer_id, error) ? card_load(desk, customer_id, error) : NULL;
    g_autoptr(OutboxOrder) like = card != NULL ? order_new(desk, card, "", options, error) : NULL;
    g_autoptr(GPtrArray) offers = like != NULL ? letter_offers(desk, templates, like, error) : NULL;
    if (offers == NULL)
        return false;
    g_autoptr(JsonArray) rows = offers_rows(offers);
    output_table(format, LIST_COLUMNS, G_N_ELEMENTS(LIST_COLUMNS), rows);
    return true;
}

/* --- What may be asked together ---------------------------------------------------------------------------- */

typedef enum { ASK_SHOW = 1, ASK_SEND = 2, ASK_LIST = 4, ASK_DUE = 8 } Ask;

static Ask ask_of(const Options *options)
{
    if (options->due)
        return ASK_DUE;
    if (options->list)
        return ASK_LIST;
    return options->send ? ASK_SEND : ASK_SHOW;
}

/* What would be passed over in silence is refused by its name. */
static bool options_fit(const Options *options, GError **error)
{
    const unsigned one = ASK_SHOW | ASK_SEND | ASK_LIST;
    const struct {
        const char *name;
        bool given;
        unsigned fits;
    } rows[] = {
        {"--by", options->by != NULL, one},
        {"--to", options->to != NULL, one},
        {"--items", options->items != NULL, one},
        {"--language", options->language != NULL, one},
        {"--personal", options->personal != NULL, one},
        {"--output", options->output != NULL, ASK_SHOW},
        {"--send", options->send, ASK_SEND | ASK_DUE},
        {"--again", options->again, ASK_SEND},
        {"--list", options->list, ASK_LIST},
        {"--all", options->all, ASK_DUE},
        {"--format", options->format != NULL, ASK_LIST | ASK_DUE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].given && (rows[i].fits & ask_of(options)) == 0)
            return fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be used here: see belronde letter --help."),
                        rows[i].name);
    return true;
}

/* The end of the name says what is written. */
static bool output_fits(const char *output, GError **error)
{
    static const char *const ends[] = {".pdf", ".eml", ".txt"};
    bool known = output == NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(ends) && !known; i++)
        known = g_str_has_suffix(output, ends[i]);
    g_autofree char *shown = known ? NULL : text_clean_most(output, SHOWN_MOST);
    return known || fail(error, BELRONDE_ERROR_INPUT, _("“%s”: write a name that ends in .pdf, .eml or .txt."), shown);
}

int command_letter(Desk *desk, int argc, char **argv, GError **error)
{
    Options options = {0};
    const GOptionEntry entries[] = {
        {"by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("email, post or print"), "WAY"},
        {"to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("another address than the customer's"), "ADDRESS"},
        {"items", 0, 0, G_OPTION_ARG_STRING, &options.items, N_("numbers of invoices; else all that are open"),
         "NUMBERS"},
        {"personal", 0, 0, G_OPTION_ARG_STRING, &options.personal, N_("a line of your own"), "TEXT"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("another language than the customer's"),
         "LANGUAGE"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("NAME.pdf, NAME.eml or NAME.txt"), "FILE"},
        {"send", 0, 0, G_OPTION_ARG_NONE, &options.send, N_("put it in the outbox"), NULL},
        {"again", 0, 0, G_OPTION_ARG_NONE, &options.again,
         N_("with --send: though the same letter waits or left today"), NULL},
        {"due", 0, 0, G_OPTION_ARG_NONE, &options.due, N_("the letters due today; with --send: into the outbox"), NULL},
        {"all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("with --due: colleagues' customers as well"), NULL},
        {"list", 0, 0, G_OPTION_ARG_NONE, &options.list,
         N_("which letters there are; with CUSTOMER why one does not fit"), NULL},
        {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("with --due or --list: text, csv or json"), "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED;
    Format format = FORMAT_TEXT;
    if (command_options(command_find("letter"), entries, &argc, &argv, error) &&
        format_parse(options.format, &format, error) && options_fit(&options, error) &&
        output_fits(options.output, error)) {
        if (options.due)
            status = letters_due_run(desk, format, options.all, options.send, argv + 1, error);
        else if (options.list)
            status = letters_list(desk, argc > 1 ? argv[1] : NULL, format, &options, error) ? EXIT_DONE : EXIT_REFUSED;
        else if (argc != 3)
            fail(error, BELRONDE_ERROR_INPUT, _("Say which customer and which letter; --list names the letters."));
        else if (letter_run(desk, argv[1], argv[2], &options, error))
            status = EXIT_DONE;
    }
    options_clear(&options);
    return status;
}
