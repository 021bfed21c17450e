#include "paper/letter_post.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/letter_memory.h"
#include "desk/letter_way.h"
#include "paper/folder.h"
#include "paper/invoice_copy.h"
#include "paper/letter/facts.h"
#include "paper/letter_pdf.h"
#include "paper/letter_text.h"
#include "paper/mime.h"

#include <string.h>

enum { MAIL_COLUMNS = 72, ENCLOSED_MOST = 20 };

/* --- Copies of invoices ---------------------------------------------------------------------------------- */

static void enclosure_clear(gpointer data)
{
    invoice_copy_clear(data);
}

static bool enclosure_find(const char *folder, const char *number, GArray *found)
{
    InvoiceCopy one = {0};
    if (!invoice_copy_find(folder, number, &one))
        return false;
    g_array_append_val(found, one);
    return true;
}

/* Whoever asks for copies gets them or an honest word: a mail that promises enclosures and has none is a new excuse. */
static bool enclosures_read(Desk *desk, const LetterTemplate *template, const LetterValues *values, GArray *found,
                            GError **error)
{
    const char *folder = settings_text(desk->settings, "letter", "copies");
    if (!template->encloses_copies || *folder == '\0')
        return true;
    for (guint i = 0; i < values->items->len && found->len < ENCLOSED_MOST; i++) {
        const char *number = g_array_index(values->items, LetterItem, i).number;
        if (!enclosure_find(folder, number, found))
            return fail(error, BELRONDE_ERROR_INPUT, _("There is no copy of invoice %s in %s."), number, folder);
    }
    return true;
}

/* --- The letter -------------------------------------------------------------------------------------------- */

/* Whoever typed it and wherever: a word that counts, threatens or brands never leaves. */
static bool personal_speaks_well(const LetterTemplates *templates, const LetterTemplate *template,
                                 const OutboxOrder *order, GError **error)
{
    g_autofree char *word = letter_words_refused(templates, template->language, order->personal);
    return word == NULL ||
           fail(error, BELRONDE_ERROR_INPUT, _("“%s” may stand in no letter: it counts, threatens or brands."), word);
}

static Letter *letter_make(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, GArray *enclosures,
                           char **wordings, GError **error)
{
    const LetterTemplate *template = letter_template_find(templates, order->document, order->language, error);
    g_autoptr(LetterValues) values = template != NULL ? letter_facts(desk, order, template, error) : NULL;
    if (values == NULL || !personal_speaks_well(templates, template, order, error) ||
        !enclosures_read(desk, template, values, enclosures, error))
        return NULL;
    for (guint i = 0; i < enclosures->len; i++)
        letter_values_attachment(values, g_array_index(enclosures, InvoiceCopy, i).name);
    return letter_template_fits(template, values, error) ? letter_compose(template, values, wordings, error) : NULL;
}

static GArray *enclosures_new(void)
{
    GArray *enclosures = g_array_new(FALSE, TRUE, sizeof(InvoiceCopy));
    g_array_set_clear_func(enclosures, enclosure_clear);
    return enclosures;
}

/* A letter in French is called at a Dutch desk as that desk calls it. */
static void label_show(const Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, GError *reason)
{
    const LetterTemplate *own = letter_template_find(templates, order->document, order->language, NULL);
    const LetterTemplate *shown = letter_template_find(templates, order->document, desk->language, NULL);
    if (own == NULL || shown == NULL)
        return;
    g_autoptr(GString) words = g_string_new(reason->message);
    g_string_replace(words, own->label, shown->label, 1);
    g_free(reason->message);
    reason->message = g_strdup(words->str);
}

Letter *letter_of_order(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, char **wordings,
                        GError **error)
{
    g_autoptr(GError) reason = NULL;
    g_autoptr(GArray) enclosures = enclosures_new();
    Letter *letter = letter_make(desk, templates, order, enclosures, wordings, &reason);
    if (letter != NULL)
        return letter;
    label_show(desk, templates, order, reason);
    g_propagate_error(error, g_steal_pointer(&reason));
    return NULL;
}

/* --- The bytes --------------------------------------------------------------------------------------------- */

static char *file_name(Desk *desk, const OutboxOrder *order, const char *suffix)
{
    g_autofree char *number = NULL, *name = NULL, *day = day_iso(clock_today());
    (void)customer_named(desk, order->customer_id, &number, &name, NULL);
    return g_strdup_printf("%s %s %s%s", day, number != NULL ? number : "", order->document, suffix);
}

/* What the customer sees: the house and the day.  The template's own name counts or brands, and speaks English. */
static char *attachment_name(const Settings *settings)
{
    g_autofree char *house = folder_name_safe(settings_text(settings, "belronde", "name"));
    g_autofree char *day = day_iso(clock_today());
    return g_strdup_printf("%s-%s.pdf", house, day);
}

static GBytes *mail_bytes(Desk *desk, const OutboxOrder *order, const Letter *letter, GBytes *pdf, GArray *enclosures,
                          GError **error)
{
    const Settings *settings = desk->settings;
    g_autofree char *text = letter_text(letter, MAIL_COLUMNS, LETTER_TEXT_BODY | LETTER_TEXT_FOOT);
    g_autofree char *name = attachment_name(settings);
    g_autoptr(GArray) files = g_array_new(FALSE, TRUE, sizeof(MimeFile));
    const MimeFile own = {name, "application/pdf", pdf};
    g_array_append_val(files, own);
    for (guint i = 0; i < enclosures->len; i++) {
        const InvoiceCopy *one = &g_array_index(enclosures, InvoiceCopy, i);
        const MimeFile file = {one->name, one->type, one->bytes};
        g_array_append_val(files, file);
    }
    const MimeAddress to = {"", order->recipient};
    const MimeMessage message = {
        .from = {settings_text(settings, "belronde", "name"), settings_text(settings, "belronde", "email")},
        .to = &to,
        .to_count = 1,
        .subject = letter->subject,
        .language = letter->language,
        .text = text,
        .sent = clock_now().utc,
        .files = (const MimeFile *)(const void *)files->data,
        .files_count = files->len};
    return mime_message(&message, error);
}

static bool copy_fill(Desk *desk, const OutboxOrder *order, const Letter *letter, GArray *enclosures, OutboxCopy *copy,
                      GError **error)
{
    bool mail = strcmp(order->channel, "email") == 0;
    const LetterPaper paper = letter_paper(desk->settings, clock_today());
    g_autoptr(GBytes) pdf = letter_pdf(letter, &paper, error);
    if (pdf == NULL)
        return false;
    GBytes *bytes = mail ? mail_bytes(desk, order, letter, pdf, enclosures, error) : g_bytes_ref(pdf);
    if (bytes == NULL)
        return false;
    copy->bytes = bytes;
    copy->mime = g_strdup(mail ? "message/rfc822" : "application/pdf");
    copy->name = file_name(desk, order, mail ? ".eml" : ".pdf");
    return true;
}

bool letter_post_make(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *templates, GError **error)
{
    g_autofree char *wordings = NULL;
    if (!letter_way_check(desk, order->customer_id, order->channel, order->recipient, error))
        return false;
    g_autoptr(GArray) enclosures = enclosures_new();
    g_autoptr(Letter) letter = letter_make(desk, templates, order, enclosures, &wordings, error);
    if (letter == NULL || !copy_fill(desk, order, letter, enclosures, copy, error))
        return false;
    copy->wordings = g_steal_pointer(&wordings);
    return true;
}

bool letter_post_round(Desk *desk, CourierRound *round, GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    return templates != NULL && courier_round(desk, letter_post_make, templates, round, error);
}
