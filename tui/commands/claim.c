/* belronde claim CUSTOMER|--all: what he owes on a day, with every charge the law allows, as text, paper, table or
 * data. */
#include "base/clock.h"
#include "base/i18n.h"
#include "commands/claims.h"
#include "commands/command.h"
#include "commands/output.h"
#include "paper/claim_document.h"
#include "paper/letter_words.h"
#include <string.h>

enum { TEXT_COLUMNS = 78 };

typedef struct {
    char *day, *format, *output, *language;
    gboolean all;
} Options;

static void options_clear(Options *options)
{
    char *const texts[] = {options->day, options->format, options->output, options->language};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
}

static char *text_of(const Desk *desk, const Claim *claim, const Options *options, Format format)
{
    const ClaimStyle style = {.language = options->language != NULL ? options->language : desk->language,
                              .inside = true};
    if (format == FORMAT_CSV)
        return claim_csv(desk, claim);
    return format == FORMAT_JSON ? claim_json(desk, claim) : claim_text(desk, claim, &style, TEXT_COLUMNS);
}

static bool claim_put(const Desk *desk, const Claim *claim, const Options *options, Format format, GError **error)
{
    if (options->output != NULL && g_str_has_suffix(options->output, ".pdf")) {
        const ClaimStyle style = {.language = options->language};
        g_autoptr(GBytes) pdf = claim_pdf(desk, claim, &style, error);
        return pdf != NULL && output_bytes(options->output, pdf, error);
    }
    g_autofree char *text = text_of(desk, claim, options, format);
    g_strchomp(text);
    if (options->output == NULL) {
        output_text(text);
        return true;
    }
    g_autofree char *whole = g_strconcat(text, "\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(whole, strlen(whole));
    return output_bytes(options->output, bytes, error);
}

static bool claim_run(Desk *desk, const char *customer, const Options *options, GError **error)
{
    Format format = FORMAT_TEXT;
    ClaimQuestion question = {.day = clock_today(), .promises = true};
    if (!format_parse(options->format, &format, error) ||
        (customer != NULL && !desk_customer(desk, customer, &question.customer_id, error)))
        return false;
    if (options->language != NULL && strcmp(letter_words(options->language)->language, options->language) != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("No letter is written in “%s”: take nl, fr, de or en."),
                    options->language);
    if (options->day != NULL && !day_parse_iso(options->day, &question.day))
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no day: write it as 2026-02-24."), options->day);
    if (customer == NULL)
        return claims_run(desk, question.day, format, error);
    g_autoptr(Claim) claim = claim_load(desk, &question, error);
    return claim != NULL && claim_put(desk, claim, options, format, error);
}

int command_claim(Desk *desk, int argc, char **argv, GError **error)
{
    Options options = {0};
    const GOptionEntry entries[] = {
        {"day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_("as of this day instead of today"), "DAY"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("text, csv or json"), "FORMAT"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("another language than the customer's"),
         "LANGUAGE"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("every customer with a late invoice, a line each"), NULL},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("NAME.pdf for paper, else as --format says"),
         "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED;
    if (command_options(command_find("claim"), entries, &argc, &argv, error)) {
        if (options.all && (argc != 1 || options.output != NULL || options.language != NULL))
            fail(error, BELRONDE_ERROR_INPUT, _("--all is a list of all customers: with --day and --format only."));
        else if (!options.all && argc != 2)
            fail(error, BELRONDE_ERROR_INPUT, _("Say which customer: belronde claim CUSTOMER."));
        else if (claim_run(desk, options.all ? NULL : argv[1], &options, error))
            status = EXIT_DONE;
    }
    options_clear(&options);
    return status;
}
