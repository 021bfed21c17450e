#include "ledger/import/ubl.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/formats.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

enum { DESCRIPTION_COLUMNS = 200, APPLIES_MOST = 200, NOTE_COLUMNS = 80, DAY_LENGTH = 10 };

/* ---- small words ---- */

const char *ubl_keep(UblReading *reading, char *owned)
{
    g_ptr_array_add(reading->strings, owned);
    return owned;
}

char *ubl_clean(const char *foreign)
{
    char *text = text_clean(foreign), *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    while (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
    return text;
}

const char *ubl_text(UblReading *reading, const char *foreign)
{
    if (foreign == NULL || *foreign == '\0')
        return "";
    char *text = ubl_clean(foreign);
    if (g_ascii_strcasecmp(text, "n/a") == 0)
        *text = '\0';
    return ubl_keep(reading, text);
}

/* "2026-03-01", also with a zone behind it ("2026-03-01+01:00"). */
bool ubl_day(const char *text, Day *day)
{
    if (text == NULL || strnlen(text, DAY_LENGTH) < DAY_LENGTH || g_ascii_isdigit(text[DAY_LENGTH]))
        return false;
    g_autofree char *written = g_strndup(text, DAY_LENGTH);
    return day_parse_iso(written, day);
}

const UblGroup *ubl_group(const UblDocument *document, UblGroupKind kind, guint at)
{
    return g_ptr_array_index(document->groups[kind], at);
}

guint ubl_count(const UblDocument *document, UblGroupKind kind)
{
    return document->groups[kind]->len;
}

/* ---- what it is about ---- */

/* A payment reference counts when its check digits hold; "Deb. 10202 / Fact. 12115118" is for people. */
static const char *reference_in(UblReading *reading, const char *lines)
{
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
    g_autofree char *own = text_fold_bare(reading->record.number); /* the number once more is no reference */
    for (size_t i = 0; each[i] != NULL; i++) {
        char *normal = reference_normal(each[i], NULL);
        if (normal != NULL && g_ascii_strcasecmp(normal, own) != 0)
            return ubl_keep(reading, normal);
        g_free(normal);
    }
    return NULL;
}

static const char *reference_of(UblReading *reading)
{
    static const int SLOTS[] = {MEANS_PAYMENT_ID, MEANS_INSTRUCTION, MEANS_NOTE};
    for (size_t s = 0; s < G_N_ELEMENTS(SLOTS); s++)
        for (guint i = 0; i < ubl_count(reading->document, UBL_MEANS); i++) {
            const char *text = ubl_group(reading->document, UBL_MEANS, i)->values[SLOTS[s]];
            const char *found = text == NULL ? NULL : reference_in(reading, text);
            if (found != NULL)
                return found;
        }
    return "";
}

static const char *description_of(UblReading *reading)
{
    return ubl_keep(reading, text_cut(ubl_text(reading, reading->document->values[UBL_NOTE]), DESCRIPTION_COLUMNS));
}

static const char *own_reference_of(UblReading *reading)
{
    const char *order = ubl_text(reading, reading->document->values[UBL_ORDER]);
    return *order != '\0' ? order : ubl_text(reading, reading->document->values[UBL_BUYER_REFERENCE]);
}

/* The name of the PDF, without the folders some writers leave before it. */
static const char *copy_name(UblReading *reading, const UblGroup *attachment)
{
    const char *file = ubl_text(reading, attachment->values[ATTACHMENT_FILE]);
    for (const char *cut; (cut = strpbrk(file, "/\\")) != NULL;)
        file = cut + 1;
    return *file != '\0' ? file : ubl_text(reading, attachment->values[ATTACHMENT_ID]);
}

static const char *copy_of(UblReading *reading)
{
    const char *first = "";
    for (guint i = 0; i < ubl_count(reading->document, UBL_ATTACHMENT); i++) {
        const UblGroup *attachment = ubl_group(reading->document, UBL_ATTACHMENT, i);
        if (attachment->values[ATTACHMENT_BYTES] == NULL)
            continue;
        const char *name = copy_name(reading, attachment);
        if (g_strcmp0(attachment->values[ATTACHMENT_MIME], "application/pdf") == 0)
            return name;
        first = *first != '\0' ? first : name;
    }
    return first;
}

static const char *const *applies_to(UblReading *reading, GPtrArray *numbers)
{
    for (guint i = 0; i < MIN(ubl_count(reading->document, UBL_BILLING), APPLIES_MOST); i++) {
        const char *number = ubl_text(reading, ubl_group(reading->document, UBL_BILLING, i)->values[BILLING_ID]);
        if (*number != '\0' && !g_ptr_array_find_with_equal_func(numbers, number, g_str_equal, NULL))
            g_ptr_array_add(numbers, (gpointer)number);
    }
    g_ptr_array_add(numbers, NULL);
    return (const char *const *)numbers->pdata;
}

/* ---- money ---- */

static void currency_take(UblReading *reading, const ImportOptions *options)
{
    const char *const *values = (const char *const *)reading->document->values;
    const char *const tried[] = {values[UBL_CURRENCY], values[UBL_PAYABLE_CURRENCY], options->default_currency};
    reading->record.currency = "";
    for (size_t i = 0; i < G_N_ELEMENTS(tried) && *reading->record.currency == '\0'; i++) {
        g_autofree char *code = g_ascii_strup(tried[i] == NULL ? "" : tried[i], -1);
        if (strlen(code) == 3 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
            reading->record.currency = ubl_keep(reading, g_steal_pointer(&code));
    }
}

static bool money_at(const UblReading *reading, UblSlot slot, Cents *cents)
{
    const char *text = reading->document->values[slot];
    return text != NULL && money_parse_file(text, '.', currency_decimals(reading->record.currency), cents, NULL);
}

/* What is to be paid is what is open; with what was paid before it is the amount of the document.  The root says
 * whether it is owed to us or by us; a negative amount turns that round. */
static bool money_take(UblReading *reading)
{
    ItemRecord *record = &reading->record;
    Cents payable = 0, prepaid = 0;
    if (!money_at(reading, UBL_PREPAID, &prepaid) || prepaid < 0)
        prepaid = 0;
    if (!money_at(reading, UBL_PAYABLE, &payable)) {
        if (!money_at(reading, UBL_TOTAL, &payable))
            return false;
        payable -= prepaid;
    }
    int sign = reading->document->root == UBL_CREDIT_NOTE ? -1 : 1;
    record->open = sign * payable;
    record->amount = (payable < 0) == (payable + prepaid < 0) ? sign * (payable + prepaid) : record->open;
    record->kind = record->amount < 0 || (record->amount == 0 && sign < 0) ? "credit_note" : "invoice";
    return true;
}

/* ---- warnings ---- */

static void warn(const UblReading *reading, const ImportSink *sink, char *sentence)
{
    sink->warning(reading->record.line, sentence, sink->data);
    g_free(sentence);
}

/* Sold claims: whoever bought them is to be paid, and often does the asking as well. */
static const char *subrogation_note(UblReading *reading)
{
    static const char *const WORDS[] = {"subrog", "factoring", "gecedeerd", "cession de creance", "endossement"};
    g_autoptr(GString) all = g_string_new(reading->document->values[UBL_NOTE]);
    for (guint i = 0; i < ubl_count(reading->document, UBL_TERMS); i++) {
        const char *note = ubl_group(reading->document, UBL_TERMS, i)->values[TERMS_NOTE];
        g_string_append_printf(all, "\n%s", note == NULL ? "" : note);
    }
    g_auto(GStrv) lines = g_strsplit(all->str, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        g_autofree char *folded = text_fold(lines[i]);
        for (size_t w = 0; w < G_N_ELEMENTS(WORDS); w++)
            if (strstr(folded, WORDS[w]) != NULL)
                return ubl_keep(reading, text_cut(ubl_text(reading, lines[i]), NOTE_COLUMNS));
    }
    return "";
}

static bool same_name(const char *one, const char *other)
{
    g_autofree char *a = text_fold_name(one), *b = text_fold_name(other);
    return strcmp(a, b) == 0;
}

static void factoring_warn(UblReading *reading, const ImportSink *sink)
{
    char *const *values = reading->document->values;
    const char *payee = ubl_text(reading, values[UBL_PAYEE]), *number = reading->record.number;
    const char *note = subrogation_note(reading);
    if (*payee == '\0')
        payee = ubl_text(reading, values[UBL_PAYEE_NUMBER]);
    bool other = *payee != '\0' && !same_name(payee, ubl_text(reading, values[UBL_SUPPLIER])) &&
                 !same_name(payee, ubl_text(reading, values[UBL_SUPPLIER_NAME]));
    if (other)
        warn(reading, sink,
             g_strdup_printf(_("%s is to be paid to %s: agree with them who asks for it."), number, payee));
    else if (*note != '\0')
        warn(reading, sink,
             g_strdup_printf(_("%s says it was sold on (“%s”): find out who asks for it."), number, note));
}

static void oddities_warn(UblReading *reading, const ImportSink *sink)
{
    const ItemRecord *record = &reading->record;
    const char *stated = reading->document->values[UBL_PAYABLE_CURRENCY];
    if (!day_known(record->issued))
        warn(reading, sink, g_strdup_printf(_("%s has no date of issue that can be read."), record->number));
    if (stated != NULL && g_ascii_strcasecmp(stated, record->currency) != 0)
        warn(reading, sink,
             g_strdup_printf(_("%s is in %s but its total is marked otherwise: compare it with the PDF."),
                             record->number, record->currency));
    factoring_warn(reading, sink);
}

/* ---- the document ---- */

typedef struct {
    const ImportSink *sink;
    const ImportOptions *options;
} Work;

static bool record_fill(UblReading *reading, const Work *work)
{
    const UblDocument *document = reading->document;
    ItemRecord *record = &reading->record;
    *record = (ItemRecord){.issued = DAY_NONE,
                           .due = DAY_NONE,
                           .closed = DAY_NONE,
                           .collect_day = DAY_NONE,
                           .discount_until = DAY_NONE,
                           .document = true,
                           .line = document->line};
    record->number = ubl_text(reading, document->values[UBL_ID]);
    ubl_customer(reading);
    currency_take(reading, work->options);
    if (!money_take(reading))
        return false;
    ubl_day(document->values[UBL_ISSUED], &record->issued);
    ubl_payment_terms(reading);
    record->reference = reference_of(reading);
    record->own_reference = own_reference_of(reading);
    record->description = description_of(reading);
    record->copy = copy_of(reading);
    return true;
}

static const char *unusable(UblReading *reading, const Work *work)
{
    bool money = record_fill(reading, work);
    const ItemRecord *record = &reading->record;
    if (*record->number == '\0')
        return _("The document has no number.");
    if (*record->customer.name == '\0' && *record->customer.number == '\0' && *record->customer.vat == '\0' &&
        *record->customer.endpoint == '\0')
        return _("The document names no customer.");
    return money ? NULL : _("The amount to be paid is missing or no number.");
}

static bool document_hand_over(UblReading *reading, const Work *work, GError **error)
{
    g_autoptr(GPtrArray) numbers = g_ptr_array_new();
    const char *reason = unusable(reading, work);
    if (reason != NULL) {
        work->sink->problem(reading->document->line, reason, reading->record.number, work->sink->data);
        return true;
    }
    if (strcmp(reading->record.kind, "credit_note") == 0 && ubl_count(reading->document, UBL_BILLING) > 0)
        reading->record.applies_to = applies_to(reading, numbers);
    oddities_warn(reading, work->sink);
    return work->sink->item(&reading->record, work->sink->data, error);
}

static bool on_document(const UblDocument *document, void *data, GError **error)
{
    UblReading reading = {.document = document, .strings = g_ptr_array_new_with_free_func(g_free)};
    bool going = document_hand_over(&reading, data, error);
    g_ptr_array_unref(reading.strings);
    return going;
}

static void on_warning(int line, const char *sentence, void *data)
{
    const Work *work = data;
    work->sink->warning(line, sentence, work->sink->data);
}

static void on_progress(gint64 bytes, gint64 total, void *data)
{
    const Work *work = data;
    if (work->sink->progress != NULL)
        work->sink->progress(bytes, total, work->sink->data);
}

static bool ubl_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    Work work = {sink, options};
    const UblListener listener = {
        .data = &work, .document = on_document, .warning = on_warning, .progress = on_progress};
    return ubl_walk(path, &listener, error);
}

/* ---- recognition ---- */

#define HEADER "StandardBusinessDocumentHeader"

/* The local name of the next start tag of the head, or NULL; *at moves behind it. */
static char *next_element(const char **at)
{
    for (const char *open = strchr(*at, '<'); open != NULL; open = strchr(open + 1, '<')) {
        if (g_str_has_prefix(open, "<!--") && (open = strstr(open, "-->")) == NULL)
            return NULL;
        if (!g_ascii_isalpha(open[1]) && open[1] != '_')
            continue;
        size_t length = strcspn(open + 1, " \t\r\n/>");
        const char *name = open + 1, *colon = memchr(name, ':', length);
        *at = name + length;
        return colon == NULL ? g_strndup(name, length) : g_strndup(colon + 1, (size_t)(*at - colon - 1));
    }
    return NULL;
}

/* What else comes out of a Peppol mailbox. */
static const struct {
    const char *name, *sentence;
} others[] = {
    {"CrossIndustryInvoice", N_("it is a cross-industry invoice (CII): ask for the same as UBL")},
    {"CrossIndustryDocument", N_("it is a cross-industry invoice (CII): ask for the same as UBL")},
    {"SCRDMCCBDACIOMessageStructure", N_("it is a cross-industry order, not an invoice")},
    {"Order", N_("it is an order, not an invoice")},
    {"OrderChange", N_("it is a change to an order, not an invoice")},
    {"OrderCancellation", N_("it is the cancellation of an order, not an invoice")},
    {"OrderResponse", N_("it is the answer to an order, not an invoice")},
    {"OrderResponseSimple", N_("it is the answer to an order, not an invoice")},
    {"DespatchAdvice", N_("it is a despatch advice, not an invoice")},
    {"ReceiptAdvice", N_("it is a receipt advice, not an invoice")},
    {"Catalogue", N_("it is a catalogue, not an invoice")},
    {"Quotation", N_("it is a quotation, not an invoice")},
    {"ApplicationResponse", N_("it is an answer about a document (MLR, invoice response), not an invoice")},
    {"Reminder", N_("it is a reminder: import the invoice it is about")},
    {"Statement", N_("it is a statement of account: import its invoices, or the open-items list")},
    {"DebitNote", N_("it is a debit note: import the open-items list instead")},
    {"SelfBilledInvoice", N_("it is a self-billed invoice, made by the customer: import the open-items list instead")},
    {"SelfBilledCreditNote",
     N_("it is a self-billed credit note, made by the customer: import the open-items list instead")},
    {"FreightInvoice", N_("it is a freight invoice: import the open-items list instead")},
    {"UtilityStatement", N_("it is a utility statement: import the open-items list instead")},
    {"RemittanceAdvice", N_("it is a remittance advice: the bank statement brings the money itself")},
};

static const char *other_sentence(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (strcmp(name, others[i].name) == 0)
            return others[i].sentence;
    return NULL;
}

/* The first element that is a document we know, inside whatever envelope; or NULL. */
static char *document_name(const char *head)
{
    UblRoot root;
    const char *at = head;
    for (char *name; (name = next_element(&at)) != NULL; g_free(name)) {
        if (ubl_is_document(name, "", &root) || other_sentence(name) != NULL)
            return name;
        const char *close = strchr(at, '>');
        bool skips = strcmp(name, HEADER) == 0 && close != NULL && close[-1] != '/';
        const char *end = skips ? strstr(close, HEADER ">") : at;
        at = end == NULL ? "" : end; /* what an envelope says of its document is not the document */
    }
    return NULL;
}

static bool head_is_ubl(const char *head)
{
    return strstr(head, "oasis:names:specification:ubl:") != NULL;
}

static int recognise(const guint8 *bytes, size_t length, const ImportOptions *options)
{
    (void)options;
    UblRoot root;
    if (!xml_head_is_xml(bytes, length))
        return 0;
    g_autofree char *head = xml_head_text(bytes, length);
    if (!head_is_ubl(head))
        return 0;
    g_autofree char *name = document_name(head);
    return name != NULL && ubl_is_document(name, "", &root) ? 95 : 0;
}

const char *ubl_explain(const char *head)
{
    bool ubl = head_is_ubl(head);
    if (!ubl && strstr(head, "CrossIndustry") == NULL && strstr(head, "SCRDM") == NULL)
        return NULL;
    g_autofree char *name = document_name(head);
    const char *sentence = name != NULL ? other_sentence(name) : NULL;
    return sentence != NULL ? _(sentence) : ubl ? _("it is a UBL document of a kind this program does not read") : NULL;
}

const ImportFormat ubl_format = {
    .slug = "ubl", .label = N_("invoice or credit note UBL"), .recognise = recognise, .read = ubl_read};
