/* Lists of open items and of customers: find the profile, read row by row, hand over. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/csv_record.h"
#include "ledger/import/formats.h"
#include "ledger/import/xml_reader.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { HEAD_BYTES = 64 * 1024, BLOCK_BYTES = 64 * 1024, PROGRESS_ROWS = 200 };

/* ---- the head of a file ---- */

static char *head_text(const guint8 *head, size_t length, const char *charset)
{
    size_t skip = 0;
    const char *guess = charset_guess(head, length, length < HEAD_BYTES, &skip);
    return charset_text(head + skip, length - skip, charset != NULL ? charset : guess);
}

bool csv_head_is_text(const char *text)
{
    size_t odd = 0, length = strlen(text);
    for (const char *at = text; *at != '\0'; at++)
        odd += g_ascii_iscntrl(*at) && strchr("\t\r\n", *at) == NULL;
    return length > 0 && odd <= 8 + length / 50;
}

static GPtrArray *profiles_of(const ImportOptions *options, GError **error)
{
    if (options->profiles == NULL) {
        fail(error, BELRONDE_ERROR_MISSING, _("import.ini with the profiles of CSV lists was not found"));
        return NULL;
    }
    return csv_profiles_load(options->profiles, error);
}

static const CsvProfile *profile_named(const GPtrArray *profiles, const char *slug)
{
    for (guint i = 0; slug != NULL && i < profiles->len; i++) {
        const CsvProfile *profile = g_ptr_array_index(profiles, i);
        if (strcmp(profile->slug, slug) == 0)
            return profile;
    }
    return NULL;
}

static bool plan_of_head(const GPtrArray *profiles, const char *wanted, const guint8 *head, size_t length,
                         CsvPlan *plan, char **found)
{
    const CsvProfile *named = profile_named(profiles, wanted);
    g_autofree char *text = head_text(head, length, named == NULL ? NULL : named->charset);
    return csv_head_is_text(text) && csv_plan_find(profiles, wanted, text, plan, found);
}

const char *csv_profile_of(const guint8 *head, size_t length, const ImportOptions *options)
{
    g_autoptr(GPtrArray) profiles = profiles_of(options, NULL);
    CsvPlan plan;
    return profiles != NULL && plan_of_head(profiles, options->profile, head, length, &plan, NULL)
               ? g_intern_string(plan.profile->slug)
               : NULL;
}

/* With a profile asked for by name the reader itself says what is missing. */
static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    if (xml_head_is_xml(head, length) || length == 0)
        return 0;
    if (csv_profile_of(head, length, options) != NULL)
        return 80;
    g_autofree char *text = head_text(head, length, NULL);
    return options->profile != NULL && csv_head_is_text(text) ? 40 : 0;
}

/* ---- why not ---- */

static char *columns_missing(const CsvProfile *profile, const char *text)
{
    GString *names = g_string_new(NULL);
    g_autofree char *folded = text_fold_bare(text);
    for (int field = 0; field < CSV_FIELDS; field++) {
        const GPtrArray *headers = profile->headers[field];
        bool there = false;
        if ((profile->needs >> field & 1) == 0)
            continue;
        for (guint i = 0; i < headers->len; i++)
            there = there || strstr(folded, g_ptr_array_index(headers, i)) != NULL;
        if (!there)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", csv_field_name((CsvField)field));
    }
    return g_string_free(names, FALSE);
}

static bool profile_misfit(const CsvProfile *profile, const guint8 *head, size_t length, const char *found,
                           GError **error)
{
    g_autofree char *text = head_text(head, length, profile->charset);
    g_autofree char *missing = columns_missing(profile, text);
    if (missing[0] == '\0')
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The columns that the profile %s needs do not stand together in one row of the file, or its "
                      "delimiter is another: look at the first rows."),
                    profile->slug);
    return fail(
        error, BELRONDE_ERROR_INPUT,
        _("The profile %s needs the columns %s, which were not found; the file has: %s. Choose another profile, "
          "or make one with belronde import --learn."),
        profile->slug, missing, found == NULL ? "-" : found);
}

char *csv_explain(const guint8 *head, size_t length, const ImportOptions *options)
{
    g_autoptr(GPtrArray) profiles = profiles_of(options, NULL);
    g_autofree char *found = NULL;
    CsvPlan plan;
    if (profiles == NULL || plan_of_head(profiles, NULL, head, length, &plan, &found) || found == NULL)
        return NULL;
    return g_strdup_printf(_("no profile fits its columns (%s): say once which is which with belronde import --learn, "
                             "or export the list as docs/import.md says"),
                           found);
}

bool csv_is_list(const guint8 *head, size_t length)
{
    g_autofree char *text = head_text(head, length, NULL);
    return csv_head_is_text(text) && csv_delimiter_guess(text) != 0;
}

static bool profile_there(const GPtrArray *profiles, const ImportOptions *options, GError **error)
{
    if (options->profile == NULL || profile_named(profiles, options->profile) != NULL)
        return true;
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < profiles->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
                               ((const CsvProfile *)g_ptr_array_index(profiles, i))->slug);
    fail(error, BELRONDE_ERROR_INPUT, _("There is no profile %s; there are %s."), options->profile, names->str);
    g_string_free(names, TRUE);
    return false;
}

bool import_profiles_check(const Ini *profiles, GError **error)
{
    g_autoptr(GPtrArray) list = csv_profiles_load(profiles, error);
    return list != NULL;
}

bool csv_profiles_check(const ImportOptions *options, GError **error)
{
    if (options->profiles == NULL)
        return true;
    g_autoptr(GPtrArray) profiles = csv_profiles_load(options->profiles, error);
    return profiles != NULL && profile_there(profiles, options, error);
}

/* ---- reading ---- */

static void progress_tell(const CsvReading *reading, const CsvRows *rows)
{
    gint64 bytes = 0, total = 0;
    text_stream_position(csv_rows_stream(rows), &bytes, &total);
    if (reading->sink->progress != NULL && !reading->first_pass)
        reading->sink->progress(bytes, total, reading->sink->data);
}

static bool row_read(CsvReading *reading, GError **error)
{
    g_ptr_array_set_size(reading->strings, 0);
    if (reading->row->fault != NULL)
        return csv_list_problem(reading, reading->row->fault);
    if (csv_record_skips(reading))
        return true;
    return reading->plan->profile->customers ? csv_record_customer(reading, error) : csv_record_item(reading, error);
}

static bool rows_read(CsvReading *reading, CsvRows *rows, GError **error)
{
    g_autoptr(CsvRow) row = csv_row_new();
    g_autoptr(GPtrArray) header = g_ptr_array_new_with_free_func(g_free);
    reading->row = row;
    reading->header = header;
    for (int count = 1;; count++) {
        CsvRowsStatus status = csv_rows_next(rows, row, error);
        if (status != CSV_ROW) {
            progress_tell(reading, rows);
            return status == CSV_ROWS_END;
        }
        if (row->line == reading->plan->header_line)
            for (guint i = 0; i < row->cells->len; i++)
                g_ptr_array_add(header, g_strdup(csv_row_cell(row, (int)i)));
        else if (row->line > reading->plan->header_line && !row_read(reading, error))
            return false;
        if (count % PROGRESS_ROWS == 0)
            progress_tell(reading, rows);
    }
}

static void remarks_of_file(const CsvReading *reading, gint64 replaced)
{
    const ImportSink *sink = reading->sink;
    if (reading->left_out > 0) {
        g_autofree char *sentence = g_strdup_printf(
            NP_("%d row was left out: the rows of the profile %s do not include it.",
                "%d rows were left out: the rows of the profile %s do not include them.", reading->left_out),
            reading->left_out, reading->plan->profile->slug);
        sink->warning(0, sentence, sink->data);
    }
    if (reading->settled > 0) {
        g_autofree char *sentence =
            g_strdup_printf(NP_("%d payment is matched in full and was left out.",
                                "%d payments are matched in full and were left out.", reading->settled),
                            reading->settled);
        sink->warning(0, sentence, sink->data);
    }
    if (replaced > 0)
        sink->warning(0, _("Some letters could not be read and became “?”: look at the names."), sink->data);
}

static bool pass(CsvReading *reading, const char *path, GError **error)
{
    TextStream *stream = text_stream_open(path, reading->plan->profile->charset, BLOCK_BYTES, error);
    if (stream == NULL)
        return false;
    g_autoptr(CsvRows) rows = csv_rows_new(stream, reading->plan->delimiter);
    if (!rows_read(reading, rows, error))
        return false;
    if (!reading->first_pass)
        remarks_of_file(reading, text_stream_replaced(stream));
    return true;
}

/* Matches without open amounts need to be added up before any of them can be told. */
static bool needs_matching(const CsvPlan *plan)
{
    return plan->map.column[CSV_MATCHING] >= 0 && plan->map.column[CSV_OPEN_AMOUNT] < 0;
}

static bool plan_read(const CsvPlan *plan, const char *path, const ImportOptions *options, const ImportSink *sink,
                      GError **error)
{
    CsvReading reading = {.sink = sink, .options = options, .plan = plan};
    reading.strings = g_ptr_array_new_with_free_func(g_free);
    reading.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reading.seen = fingerprint_set_new();
    bool done = true;
    if (needs_matching(plan)) {
        reading.matching = csv_matching_new();
        reading.first_pass = true;
        done = pass(&reading, path, error);
        reading.first_pass = false;
    }
    done = done && pass(&reading, path, error);
    csv_matching_free(reading.matching);
    fingerprint_set_free(reading.seen);
    g_hash_table_unref(reading.words);
    g_ptr_array_unref(reading.strings);
    return done;
}

static bool head_of_file(const char *path, GByteArray *head, GError **error)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    g_byte_array_set_size(head, HEAD_BYTES);
    ssize_t got = fd < 0 ? -1 : pread(fd, head->data, HEAD_BYTES, 0);
    if (fd >= 0)
        close(fd);
    g_byte_array_set_size(head, got > 0 ? (guint)got : 0);
    return got >= 0 || fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened"), path);
}

static bool csv_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    g_autoptr(GPtrArray) profiles = profiles_of(options, error);
    g_autoptr(GByteArray) head = g_byte_array_new();
    g_autofree char *found = NULL;
    CsvPlan plan;
    if (profiles == NULL || !profile_there(profiles, options, error) || !head_of_file(path, head, error))
        return false;
    if (plan_of_head(profiles, options->profile, head->data, head->len, &plan, &found))
        return plan_read(&plan, path, options, sink, error);
    const CsvProfile *named = profile_named(profiles, options->profile);
    if (named != NULL)
        return profile_misfit(named, head->data, head->len, found, error);
    return fail(error, BELRONDE_ERROR_INPUT, _("No profile fits the columns of this file; docs/import.md lists them."));
}

const ImportFormat csv_format = {
    .slug = "csv", .label = N_("list of open items or customers"), .recognise = recognise, .read = csv_read};
