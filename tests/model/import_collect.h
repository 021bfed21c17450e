/* A sink that keeps everything a reader hands over, for looking at afterwards. */
#pragma once
#include "base/error.h"
#include "base/ini.h"
#include "ledger/import/import.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    StatementRecord begin, end;
    gint64 stated_lines;
    bool ended;
    GArray *lines; /* LineRecord */
} CollectedStatement;

typedef struct {
    int line;
    const char *sentence, *raw;
} CollectedRemark;

typedef struct {
    GStringChunk *strings;
    GArray *statements;          /* CollectedStatement */
    GArray *items;               /* ItemRecord */
    GArray *customers;           /* CustomerRecord */
    GArray *contacts;            /* ContactRecord */
    GPtrArray *lists;            /* of the strings of items */
    GArray *problems, *warnings; /* CollectedRemark */
    int stop_after;              /* items or lines; 0 never */
    int taken;
    ImportSink sink;
    const char *kind; /* slug of the format that read it, NULL none */
    GError *error;
} Collected;

static inline const char *collected_keep(Collected *to, const char *text)
{
    g_assert_nonnull(text);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    return g_string_chunk_insert(to->strings, text);
}

#define KEEP(record, field)          (record).field = collected_keep(to, (record).field)
#define KEEP_OPTIONAL(record, field) (record).field = (record).field == NULL ? NULL : collected_keep(to, (record).field)

static inline bool collected_stops(Collected *to, GError **error)
{
    to->taken++;
    return to->stop_after == 0 || to->taken < to->stop_after || fail(error, BELRONDE_ERROR_STORE, "stopped");
}

static inline CustomerRecord collected_customer_copy(Collected *to, const CustomerRecord *record)
{
    CustomerRecord copy = *record;
    KEEP(copy, number);
    KEEP(copy, name);
    KEEP(copy, kind);
    KEEP(copy, language);
    KEEP(copy, country);
    KEEP(copy, currency);
    KEEP(copy, vat);
    KEEP(copy, street);
    KEEP(copy, postcode);
    KEEP(copy, city);
    KEEP(copy, payment_class);
    KEEP(copy, agent);
    KEEP(copy, contact);
    KEEP(copy, role);
    KEEP(copy, phone);
    KEEP(copy, phone2);
    KEEP(copy, email);
    KEEP(copy, reach);
    KEEP(copy, iban);
    KEEP_OPTIONAL(copy, endpoint);
    return copy;
}

static inline bool collected_customer(const CustomerRecord *record, void *data, GError **error)
{
    Collected *to = data;
    CustomerRecord copy = collected_customer_copy(to, record);
    g_array_append_val(to->customers, copy);
    return collected_stops(to, error);
}

/* A list of numbers with its NULL, which the reader may free. */
static inline const char *const *collected_list(Collected *to, const char *const *list)
{
    GPtrArray *copy = g_ptr_array_new();
    for (; list != NULL && *list != NULL; list++)
        g_ptr_array_add(copy, (gpointer)collected_keep(to, *list));
    if (list == NULL) {
        g_ptr_array_unref(copy);
        return NULL;
    }
    g_ptr_array_add(copy, NULL);
    g_ptr_array_add(to->lists, copy);
    return (const char *const *)copy->pdata;
}

static inline bool collected_contact(const ContactRecord *record, void *data, GError **error)
{
    Collected *to = data;
    ContactRecord copy = *record;
    KEEP(copy, customer_number);
    KEEP(copy, organisation);
    KEEP(copy, name);
    KEEP(copy, title);
    KEEP(copy, email);
    KEEP(copy, note);
    KEEP(copy, phone);
    KEEP(copy, phone2);
    KEEP(copy, language);
    g_array_append_val(to->contacts, copy);
    return collected_stops(to, error);
}

static inline bool collected_item(const ItemRecord *record, void *data, GError **error)
{
    Collected *to = data;
    ItemRecord copy = *record;
    copy.customer = collected_customer_copy(to, &record->customer);
    KEEP(copy, kind);
    KEEP(copy, number);
    KEEP(copy, currency);
    KEEP(copy, reference);
    KEEP(copy, own_reference);
    KEEP(copy, description);
    KEEP_OPTIONAL(copy, copy);
    copy.applies_to = collected_list(to, record->applies_to);
    g_array_append_val(to->items, copy);
    return collected_stops(to, error);
}

static inline StatementRecord collected_statement_copy(Collected *to, const StatementRecord *record)
{
    StatementRecord copy = *record;
    KEEP(copy, id);
    KEEP(copy, account);
    KEEP(copy, currency);
    KEEP(copy, opening_currency);
    KEEP(copy, closing_currency);
    return copy;
}

static inline bool collected_begin(const StatementRecord *record, void *data, GError **error)
{
    (void)error;
    Collected *to = data;
    CollectedStatement statement = {.begin = collected_statement_copy(to, record),
                                    .lines = g_array_new(FALSE, FALSE, sizeof(LineRecord))};
    g_array_append_val(to->statements, statement);
    return true;
}

static inline CollectedStatement *collected_last(Collected *to)
{
    g_assert_cmpuint(to->statements->len, >, 0);
    CollectedStatement *last = &g_array_index(to->statements, CollectedStatement, to->statements->len - 1);
    g_assert_false(last->ended);
    return last;
}

static inline bool collected_line(const LineRecord *record, void *data, GError **error)
{
    Collected *to = data;
    LineRecord copy = *record;
    KEEP(copy, currency);
    KEEP(copy, name);
    KEEP(copy, account);
    KEEP(copy, reference);
    KEEP(copy, text);
    KEEP(copy, bank_reference);
    KEEP(copy, end_to_end);
    KEEP(copy, cheque_number);
    KEEP(copy, return_reason);
    KEEP(copy, original_currency);
    KEEP_OPTIONAL(copy, mandate);
    KEEP_OPTIONAL(copy, code);
    g_assert_true(day_known(copy.day) && day_known(copy.value_day));
    g_array_append_val(collected_last(to)->lines, copy);
    return collected_stops(to, error);
}

static inline bool collected_end(const StatementRecord *record, gint64 stated, void *data, GError **error)
{
    (void)error;
    Collected *to = data;
    CollectedStatement *last = collected_last(to);
    last->end = collected_statement_copy(to, record);
    last->stated_lines = stated;
    last->ended = true;
    return true;
}

static inline void collected_problem(int line, const char *reason, const char *raw, void *data)
{
    Collected *to = data;
    CollectedRemark remark = {line, collected_keep(to, reason), collected_keep(to, raw)};
    g_array_append_val(to->problems, remark);
}

static inline void collected_warning(int line, const char *sentence, void *data)
{
    Collected *to = data;
    CollectedRemark remark = {line, collected_keep(to, sentence), ""};
    g_array_append_val(to->warnings, remark);
}

static inline void collected_statement_clear(gpointer data)
{
    g_array_unref(((CollectedStatement *)data)->lines);
}

static inline Collected *collected_new(void)
{
    Collected *to = g_new0(Collected, 1);
    to->strings = g_string_chunk_new(1024);
    to->statements = g_array_new(FALSE, FALSE, sizeof(CollectedStatement));
    g_array_set_clear_func(to->statements, collected_statement_clear);
    to->items = g_array_new(FALSE, FALSE, sizeof(ItemRecord));
    to->customers = g_array_new(FALSE, FALSE, sizeof(CustomerRecord));
    to->contacts = g_array_new(FALSE, FALSE, sizeof(ContactRecord));
    to->lists = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    to->problems = g_array_new(FALSE, FALSE, sizeof(CollectedRemark));
    to->warnings = g_array_new(FALSE, FALSE, sizeof(CollectedRemark));
    to->sink = (ImportSink){.data = to,
                            .customer = collected_customer,
                            .item = collected_item,
                            .contact = collected_contact,
                            .statement_begin = collected_begin,
                            .line = collected_line,
                            .statement_end = collected_end,
                            .problem = collected_problem,
                            .warning = collected_warning};
    return to;
}

static inline void collected_free(Collected *to)
{
    g_array_unref(to->statements);
    g_array_unref(to->items);
    g_array_unref(to->customers);
    g_array_unref(to->contacts);
    g_ptr_array_unref(to->lists);
    g_array_unref(to->problems);
    g_array_unref(to->warnings);
    g_string_chunk_free(to->strings);
    g_clear_error(&to->error);
    g_free(to);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collected, collected_free)

/* The profiles that are shipped; loaded once. */
static inline const Ini *collected_profiles(void)
{
    static Ini *profiles;
    if (profiles == NULL) {
        g_autoptr(GError) error = NULL;
        g_autofree char *path = g_build_filename(g_getenv("BELRONDE_DATA"), "import.ini", NULL);
        profiles = ini_load(path, &error);
        g_assert_no_error(error);
    }
    return profiles;
}

/* Recognises and reads; to->error is set where the reader refused. */
static inline void collected_read(Collected *to, const char *path, const char *profile)
{
    ImportOptions options = {.profiles = collected_profiles(),
                             .profile = profile,
                             .default_country = "BE",
                             .default_currency = "EUR",
                             .default_language = "nl"};
    const ImportFormat *format = import_recognise(path, &options, &to->error);
    if (format == NULL) {
        g_assert_nonnull(to->error);
        return;
    }
    to->kind = format->slug;
    bool done = format->read(path, &options, &to->sink, &to->error);
    g_assert_true(done == (to->error == NULL));
}

static inline Collected *collected_file(const char *path, const char *profile)
{
    Collected *to = collected_new();
    collected_read(to, path, profile);
    return to;
}

/* The same for bytes, through a file that is gone afterwards. */
static inline Collected *collected_bytes(const void *bytes, size_t length, const char *profile)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("belronde-import-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_assert_true(g_close(fd, NULL));
    g_assert_true(g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    Collected *to = collected_file(path, profile);
    g_unlink(path);
    return to;
}

/* Thousands of files: straight to one reader, without asking every format first. */
static inline Collected *collected_straight(const char *slug, const char *bytes, gsize length)
{
    const ImportOptions options = {.default_country = "BE", .default_currency = "EUR", .default_language = "nl"};
    size_t count = 0;
    const ImportFormat *format = import_formats(&count);
    while (strcmp(format->slug, slug) != 0)
        format++;
    g_autofree char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-import-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    Collected *to = collected_new();
    bool done = format->read(path, &options, &to->sink, &to->error);
    g_assert_true(done == (to->error == NULL));
    g_unlink(path);
    return to;
}

static inline Collected *collected_text(const char *text, const char *profile)
{
    return collected_bytes(text, strlen(text), profile);
}

static inline const CollectedStatement *statement_at(const Collected *got, guint i)
{
    g_assert_no_error(got->error);
    g_assert_cmpuint(i, <, got->statements->len);
    return &g_array_index(got->statements, CollectedStatement, i);
}

/* Of the first statement. */
static inline const LineRecord *line_at(const Collected *got, guint i)
{
    const CollectedStatement *statement = statement_at(got, 0);
    g_assert_cmpuint(i, <, statement->lines->len);
    return &g_array_index(statement->lines, LineRecord, i);
}

static inline guint lines_in(const Collected *got)
{
    guint lines = 0;
    for (guint i = 0; i < got->statements->len; i++)
        lines += g_array_index(got->statements, CollectedStatement, i).lines->len;
    return lines;
}

/* expected: "2026-02-24". */
static inline void assert_day(Day day, const char *expected)
{
    g_autofree char *iso = day_iso(day);
    g_assert_cmpstr(iso, ==, expected);
}

static inline bool collected_warned(const Collected *to, const char *part)
{
    for (guint i = 0; i < to->warnings->len; i++)
        if (strstr(g_array_index(to->warnings, CollectedRemark, i).sentence, part) != NULL)
            return true;
    return false;
}

static inline bool collected_listed(const Collected *to, int line, const char *part)
{
    for (guint i = 0; i < to->problems->len; i++) {
        const CollectedRemark *remark = &g_array_index(to->problems, CollectedRemark, i);
        if (remark->line == line && strstr(remark->sentence, part) != NULL)
            return true;
    }
    return false;
}

/* Everything that was said, into the test's log: for finding out why a test fails. */
static inline void collected_log(const Collected *to)
{
    for (guint i = 0; i < to->warnings->len; i++)
        g_test_message("warning %d: %s", g_array_index(to->warnings, CollectedRemark, i).line,
                       g_array_index(to->warnings, CollectedRemark, i).sentence);
    for (guint i = 0; i < to->problems->len; i++)
        g_test_message("problem %d: %s", g_array_index(to->problems, CollectedRemark, i).line,
                       g_array_index(to->problems, CollectedRemark, i).sentence);
    if (to->error != NULL)
        g_test_message("refused: %s", to->error->message);
}
