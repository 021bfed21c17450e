#include "target.h"

#include "base/ini.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { HEAD_BYTES = 64 * 1024 }; /* as import_recognise shows the readers */

/* abort and not g_error, whose trap libFuzzer does not keep the input of. */
static void must(bool holds, int line, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "target.c:%d: does not hold: %s\n", line, what);
    abort();
}

#define MUST(holds) must(holds, __LINE__, #holds)

typedef struct {
    bool in_statement;
    gint64 records;
} Watch;

static void must_be_clean(const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *clean = text_clean(text);
    must(strcmp(clean, text) == 0, __LINE__, text);
}

static void customer_watch(const CustomerRecord *customer)
{
    const char *const texts[] = {customer->number,        customer->name,  customer->kind,     customer->language,
                                 customer->country,       customer->vat,   customer->currency, customer->street,
                                 customer->postcode,      customer->city,  customer->agent,    customer->contact,
                                 customer->payment_class, customer->role,  customer->phone,    customer->phone2,
                                 customer->email,         customer->reach, customer->iban,     customer->endpoint};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        must_be_clean(texts[i]);
}

static bool watch_customer(const CustomerRecord *customer, void *data, GError **error)
{
    (void)error;
    ((Watch *)data)->records++;
    customer_watch(customer);
    return true;
}

static bool watch_item(const ItemRecord *item, void *data, GError **error)
{
    (void)error;
    ((Watch *)data)->records++;
    customer_watch(&item->customer);
    const char *const texts[] = {item->kind,          item->number,      item->currency, item->reference,
                                 item->own_reference, item->description, item->copy};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        must_be_clean(texts[i]);
    for (const char *const *number = item->applies_to; number != NULL && *number != NULL; number++)
        must_be_clean(*number);
    MUST(item->discount >= 0);
    return true;
}

static bool watch_contact(const ContactRecord *contact, void *data, GError **error)
{
    (void)error;
    ((Watch *)data)->records++;
    const char *const texts[] = {contact->customer_number, contact->organisation, contact->name,   contact->title,
                                 contact->email,           contact->phone,        contact->phone2, contact->language};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        must_be_clean(texts[i]);
    return true;
}

static bool watch_begin(const StatementRecord *statement, void *data, GError **error)
{
    (void)error;
    Watch *watch = data;
    MUST(!watch->in_statement);
    watch->in_statement = true;
    must_be_clean(statement->id);
    must_be_clean(statement->account);
    must_be_clean(statement->currency);
    return true;
}

static bool watch_line(const LineRecord *line, void *data, GError **error)
{
    (void)error;
    Watch *watch = data;
    MUST(watch->in_statement);
    MUST(day_known(line->day) && day_known(line->value_day));
    MUST(line->charges >= 0);
    watch->records++;
    const char *const texts[] = {line->currency,       line->name,       line->account,       line->reference,
                                 line->text,           line->end_to_end, line->cheque_number, line->mandate,
                                 line->bank_reference, line->code,       line->return_reason, line->original_currency};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        must_be_clean(texts[i]);
    return true;
}

static bool watch_end(const StatementRecord *statement, gint64 stated, void *data, GError **error)
{
    (void)statement, (void)stated, (void)error;
    Watch *watch = data;
    MUST(watch->in_statement);
    watch->in_statement = false;
    return true;
}

static void watch_problem(int line, const char *reason, const char *raw, void *data)
{
    (void)line, (void)data;
    MUST(*reason != '\0');
    MUST(g_utf8_validate(raw, -1, NULL));
}

static void watch_warning(int line, const char *sentence, void *data)
{
    (void)line, (void)data;
    MUST(*sentence != '\0');
}

/* A few profiles: with all that are shipped most of the time would go into trying them. */
static const Ini *profiles(void)
{
    static Ini *loaded;
    if (loaded == NULL) {
        g_autofree char *path = g_build_filename(g_getenv("BELRONDE_TESTS"), "fuzz", "import.ini", NULL);
        loaded = ini_load(path, NULL);
        MUST(loaded != NULL);
    }
    return loaded;
}

/* camt.053 belongs to camt. */
static bool belongs(const char *slug, const char *parser)
{
    size_t length = strlen(parser);
    return strncmp(slug, parser, length) == 0 && (slug[length] == '\0' || slug[length] == '.');
}

/* The reader of that name that likes the bytes best, without asking the others: they have targets of their own. */
static const ImportFormat *reader_of(const char *parser, const uint8_t *bytes, size_t size,
                                     const ImportOptions *options)
{
    size_t count = 0;
    const ImportFormat *formats = import_formats(&count), *best = NULL;
    int most = -1;
    for (size_t i = 0; i < count; i++) {
        int points = belongs(formats[i].slug, parser) ? formats[i].recognise(bytes, size, options) : -1;
        if (points > most) {
            most = points;
            best = &formats[i];
        }
    }
    return best;
}

static void file_read(const char *parser, const char *path, const uint8_t *bytes, size_t size)
{
    const ImportOptions options = {
        .profiles = profiles(), .default_country = "BE", .default_currency = "EUR", .default_language = "nl"};
    Watch watch = {0};
    const ImportSink sink = {.data = &watch,
                             .customer = watch_customer,
                             .item = watch_item,
                             .contact = watch_contact,
                             .statement_begin = watch_begin,
                             .line = watch_line,
                             .statement_end = watch_end,
                             .problem = watch_problem,
                             .warning = watch_warning};
    g_autoptr(GError) unknown = NULL, error = NULL;
    bool any = strcmp(parser, "any") == 0;
    const ImportFormat *format =
        any ? import_recognise(path, &options, &unknown) : reader_of(parser, bytes, MIN(size, HEAD_BYTES), &options);
    MUST(format != NULL || (any && *unknown->message != '\0'));
    if (format == NULL)
        return;
    bool done = format->read(path, &options, &sink, &error);
    MUST(done == (error == NULL));
    MUST(!done || !watch.in_statement);
}

static void reference_read(const uint8_t *bytes, size_t size)
{
    g_autofree char *foreign = g_strndup((const char *)bytes, size), *text = text_clean(foreign);
    g_autoptr(GPtrArray) found = references_in_text(text);
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *again = reference_normal(g_ptr_array_index(found, i), NULL);
        MUST(g_strcmp0(again, g_ptr_array_index(found, i)) == 0);
    }
    g_autofree char *iban = iban_normal(text), *phone = phone_e164(text, "BE"), *vat = vat_normal("NL", text);
    must_be_clean(iban);
    must_be_clean(phone);
    must_be_clean(vat);
}

void target_run(const char *parser, const uint8_t *bytes, size_t size)
{
    if (strcmp(parser, "reference") == 0) {
        reference_read(bytes, size);
        return;
    }
    int fd = memfd_create("belronde", MFD_CLOEXEC);
    MUST(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    file_read(parser, path, bytes, size);
    close(fd);
}
