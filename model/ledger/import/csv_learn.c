#include "ledger/import/csv_learn.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/csv_learn_parts.h"
#include "ledger/import/formats.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { HEAD_BYTES = 64 * 1024, ROWS_READ = 2 * LEARN_ROWS, COLUMNS_MOST = 200 };

static void column_free(gpointer data)
{
    LearnColumn *column = data;
    for (int i = 0; i < LEARN_SAMPLES; i++)
        g_free(column->samples[i]);
    g_free(column->header);
    g_clear_pointer(&column->uses, g_ptr_array_unref);
    g_free(column);
}

void csv_learn_free(CsvLearn *learn)
{
    if (learn == NULL)
        return;
    g_clear_pointer(&learn->rows, g_ptr_array_unref);
    g_clear_pointer(&learn->columns, g_ptr_array_unref);
    g_clear_pointer(&learn->head, g_byte_array_unref);
    g_free(learn->charset);
    g_free(learn->path);
    g_free(learn);
}

/* --- The first rows ---------------------------------------------------------------------------------------- */

/* Whole lines only, so that the last row is no half one. */
static void head_cut(GByteArray *head)
{
    guint end = head->len;
    while (end > 0 && head->data[end - 1] != '\n')
        end--;
    if (head->len == HEAD_BYTES && end > 0)
        g_byte_array_set_size(head, end);
}

static GByteArray *head_load(const char *path, GError **error)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), path, g_strerror(errno));
        return NULL;
    }
    GByteArray *head = g_byte_array_new();
    g_byte_array_set_size(head, HEAD_BYTES);
    ssize_t got = read(fd, head->data, HEAD_BYTES);
    close(fd);
    g_byte_array_set_size(head, got > 0 ? (guint)got : 0);
    head_cut(head);
    return head;
}

char *learn_head_text(const CsvLearn *learn)
{
    size_t skip = 0;
    (void)charset_guess(learn->head->data, learn->head->len, true, &skip);
    return charset_text(learn->head->data + skip, learn->head->len - skip, learn->charset);
}

static LearnColumn *column_new(const CsvLearn *learn, guint at)
{
    LearnColumn *column = g_new0(LearnColumn, 1);
    const CsvRow *header = learn_header_row(learn);
    int samples = 0;
    *column = (LearnColumn){.field = CSV_FIELDS, .guessed = true};
    column->uses = g_ptr_array_new_with_free_func(learn_value_free);
    column->header = text_clean(header == NULL ? "" : csv_row_cell(header, (int)at));
    for (guint i = learn->header; i < learn->rows->len && samples < LEARN_SAMPLES; i++) {
        const char *cell = csv_row_cell(g_ptr_array_index(learn->rows, i), (int)at);
        if (cell[0] != '\0')
            column->samples[samples++] = text_clean(cell);
    }
    while (samples < LEARN_SAMPLES)
        column->samples[samples++] = g_strdup("");
    return column;
}

static guint width_of(const CsvLearn *learn)
{
    guint width = 0;
    for (guint i = learn->header > 0 ? learn->header - 1 : 0; i < learn->rows->len; i++)
        width = MAX(width, ((const CsvRow *)g_ptr_array_index(learn->rows, i))->cells->len);
    return MIN(width, COLUMNS_MOST);
}

/* What a person chose stays with a column of the same name, or in the same place where there are no names. */
static void choices_keep(const CsvLearn *learn, const GPtrArray *before)
{
    for (guint i = 0; before != NULL && i < before->len && i < learn->columns->len; i++) {
        LearnColumn *old = g_ptr_array_index(before, i), *now = g_ptr_array_index(learn->columns, i);
        if (strcmp(old->header, now->header) != 0)
            continue;
        GPtrArray *none = now->uses;
        now->uses = old->uses;
        old->uses = none;
        if (!old->guessed) {
            now->field = old->field;
            now->guessed = false;
        }
    }
}

static void columns_make(CsvLearn *learn, bool kind_too)
{
    g_autoptr(GPtrArray) before = g_steal_pointer(&learn->columns);
    guint width = width_of(learn);
    learn->columns = g_ptr_array_new_with_free_func(column_free);
    for (guint i = 0; i < width; i++)
        g_ptr_array_add(learn->columns, column_new(learn, i));
    choices_keep(learn, before);
    learn_guess_fields(learn, kind_too);
}

static void rows_make(CsvLearn *learn)
{
    g_autofree char *text = learn_head_text(learn);
    g_clear_pointer(&learn->rows, g_ptr_array_unref);
    learn->rows = csv_head_rows(text, learn->delimiter, ROWS_READ);
    learn->header = learn_guess_header(learn);
}

static char delimiter_of(const char *text)
{
    char sign = csv_delimiter_guess(text);
    for (size_t i = 0; sign == 0 && i < learn_sign_count; i++) {
        g_autoptr(GPtrArray) rows = csv_head_rows(text, learn_signs[i].sign, ROWS_READ);
        const CsvRow *last = rows->len < 2 ? NULL : g_ptr_array_index(rows, rows->len - 1);
        if (last != NULL && last->cells->len >= 2)
            sign = learn_signs[i].sign;
    }
    return sign;
}

CsvLearn *csv_learn_open(const char *path, const ImportOptions *options, GError **error)
{
    g_autoptr(CsvLearn) learn = g_new0(CsvLearn, 1);
    size_t skip = 0;
    learn->path = g_strdup(path);
    learn->options = options;
    learn->profiles = options->profiles;
    learn->head = head_load(path, error);
    if (learn->head == NULL)
        return NULL;
    learn->charset = g_strdup(charset_guess(learn->head->data, learn->head->len, learn->head->len < HEAD_BYTES, &skip));
    g_autofree char *text = learn_head_text(learn);
    learn->delimiter = csv_head_is_text(text) ? delimiter_of(text) : 0;
    if (learn->delimiter == 0) {
        fail(error, BELRONDE_ERROR_INPUT,
             _("%s is no text in rows and columns: save the list as CSV and take that file."), path);
        return NULL;
    }
    rows_make(learn);
    columns_make(learn, true);
    learn_guess_values(learn);
    return g_steal_pointer(&learn);
}

/* --- What a person says -------------------------------------------------------------------------------------- */

void learn_choose(CsvLearn *learn, LearnSetting setting, guint value)
{
    learn_take(learn, setting, value);
    if (setting == LEARN_DELIMITER || setting == LEARN_CHARSET)
        rows_make(learn);
    if (setting <= LEARN_HEADER)
        columns_make(learn, false);
    if (setting == LEARN_LIST)
        for (guint i = 0; i < learn->columns->len; i++) {
            LearnColumn *column = g_ptr_array_index(learn->columns, i);
            if (learn->customers && column->field != CSV_FIELDS && column->field >= CSV_INVOICE_NUMBER)
                column->field = CSV_FIELDS;
        }
}

CsvField *learn_fields(const CsvLearn *learn, size_t *count)
{
    CsvField *fields = g_new(CsvField, CSV_FIELDS + 1);
    *count = 0;
    fields[(*count)++] = CSV_FIELDS;
    for (int field = 0; field < CSV_FIELDS; field++)
        if (field < CSV_INVOICE_NUMBER || (!learn->customers && field != CSV_ACCOUNT && field != CSV_STATUS))
            fields[(*count)++] = (CsvField)field;
    return fields;
}

void learn_map(CsvLearn *learn, guint column, CsvField field)
{
    for (guint i = 0; field != CSV_FIELDS && i < learn->columns->len; i++) {
        LearnColumn *other = g_ptr_array_index(learn->columns, i);
        if (other->field == field && i != column)
            other->field = CSV_FIELDS;
    }
    LearnColumn *at = g_ptr_array_index(learn->columns, column);
    at->field = field;
    at->guessed = false;
}

/* --- What is needed ------------------------------------------------------------------------------------------ */

bool learn_holds(const CsvLearn *learn, CsvField field)
{
    for (guint i = 0; i < learn->columns->len; i++)
        if (((const LearnColumn *)g_ptr_array_index(learn->columns, i))->field == field)
            return true;
    return false;
}

bool csv_field_required(const CsvLearn *learn, CsvField field)
{
    return field == CSV_CUSTOMER_NAME ||
           (!learn->customers && (field == CSV_INVOICE_NUMBER || field == CSV_DUE_DATE || field == CSV_OPEN_AMOUNT));
}

/* Another field may do the same service. */
static bool served(const CsvLearn *learn, CsvField field)
{
    switch (field) {
    case CSV_CUSTOMER_NAME: return learn_holds(learn, CSV_CUSTOMER_NUMBER);
    case CSV_INVOICE_NUMBER: return learn_holds(learn, CSV_ENTRY_NUMBER);
    case CSV_DUE_DATE: return learn_holds(learn, CSV_INVOICE_DATE);
    default: return learn_holds(learn, CSV_AMOUNT) || (learn_holds(learn, CSV_DEBIT) && learn_holds(learn, CSV_CREDIT));
    }
}

char *learn_missing(const CsvLearn *learn)
{
    GString *labels = g_string_new(NULL);
    for (int field = 0; field < CSV_FIELDS; field++) {
        bool needed = csv_field_required(learn, (CsvField)field);
        if (needed && !learn_holds(learn, (CsvField)field) && !served(learn, (CsvField)field))
            g_string_append_printf(labels, "%s%s", labels->len > 0 ? ", " : "", csv_field_label((CsvField)field));
    }
    if (labels->len == 0) {
        g_string_free(labels, TRUE);
        return NULL;
    }
    return g_string_free(labels, FALSE);
}
