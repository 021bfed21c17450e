/* From what was said to a profile: its text, a trial on the first rows, its place in import.ini. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "ledger/import/csv_learn_parts.h"
#include "ledger/import/formats.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { NAME_LONGEST = 40, HEADER_LONGEST = 300 };

/* --- Its text ------------------------------------------------------------------------------------------------ */

char *learn_slug(const char *label)
{
    g_autofree char *folded = text_fold(label);
    GString *slug = g_string_new(NULL);
    for (const char *at = folded; *at != '\0' && slug->len < NAME_LONGEST; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(slug, *at);
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    if (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    return g_string_free(slug, FALSE);
}

char *learn_label(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot > base)
        *dot = '\0';
    return text_clean(base);
}

/* Without what means something in a quoted value or in a list of headers. */
static char *plain_words(const char *text)
{
    char *words = text_clean(text);
    return g_strstrip(g_strdelimit(words, "\"\\|#", ' '));
}

/* How the profile calls the column: its header, with a number where two have the same, or its place. */
static char *column_name(const CsvLearn *learn, guint at)
{
    const LearnColumn *column = g_ptr_array_index(learn->columns, at);
    g_autofree char *name = plain_words(column->header), *folded = text_fold_bare(name);
    int same = 1;
    if (learn->header == 0 || folded[0] == '\0' || strlen(name) > HEADER_LONGEST)
        return g_strdup_printf("#%u", at + 1);
    for (guint i = 0; i < at; i++) {
        g_autofree char *other = text_fold_bare(((const LearnColumn *)g_ptr_array_index(learn->columns, i))->header);
        same += strcmp(other, folded) == 0;
    }
    return same == 1 ? g_steal_pointer(&name) : g_strdup_printf("%s#%d", name, same);
}

static void add_delimiter(const CsvLearn *learn, GString *text)
{
    for (size_t i = 0; i < learn_sign_count; i++)
        if (learn_signs[i].sign == learn->delimiter)
            g_string_append_printf(text, "delimiter = \"%s\"\n", learn_signs[i].word);
}

/* Only what the file does not tell by itself. */
static void add_charset(const CsvLearn *learn, GString *text)
{
    size_t skip = 0;
    const char *guess = charset_guess(learn->head->data, learn->head->len, true, &skip);
    if (strcmp(guess, learn->charset) != 0)
        g_string_append_printf(text, "charset = \"%s\"\n", learn->charset);
}

static void add_needs(const CsvLearn *learn, GString *text)
{
    g_string_append(text, "needs = \"");
    bool first = true;
    for (int field = 0; field < CSV_FIELDS; field++) {
        if (!learn_holds(learn, (CsvField)field))
            continue;
        g_string_append_printf(text, "%s%s", first ? "" : " ", csv_field_name((CsvField)field));
        first = false;
    }
    g_string_append(text, "\"\n");
}

static void add_line(GString *lines, const char *key, const LearnColumn *column, LearnUse use)
{
    g_autofree char *patterns = learn_patterns(column, use);
    if (*patterns != '\0')
        g_string_append_printf(lines, "%s = \"%s\"\n", key, patterns);
}

/* Which rows are left out, and which word means which kind. */
static void add_rows(const CsvLearn *learn, const char *slug, GString *text)
{
    g_autoptr(GString) rows = g_string_new(NULL), kinds = g_string_new(NULL);
    for (guint i = 0; i < learn->columns->len; i++) {
        const LearnColumn *column = g_ptr_array_index(learn->columns, i);
        if (column->field == CSV_FIELDS)
            continue;
        add_line(rows, csv_field_name(column->field), column, LEARN_LEFT_OUT);
        if (column->field != CSV_ITEM_KIND)
            continue;
        add_line(kinds, "invoice", column, LEARN_INVOICE);
        add_line(kinds, "credit_note", column, LEARN_CREDIT_NOTE);
        add_line(kinds, "payment", column, LEARN_PAYMENT);
    }
    if (rows->len > 0)
        g_string_append_printf(text, "\n[csv.%s.rows]\n%s", slug, rows->str);
    if (kinds->len > 0)
        g_string_append_printf(text, "\n[csv.%s.kinds]\n%s", slug, kinds->str);
}

char *learn_ini(const CsvLearn *learn, const char *slug, const char *label)
{
    GString *text = g_string_new(NULL);
    g_autofree char *name = plain_words(label);
    bool open = learn_holds(learn, CSV_OPEN_AMOUNT) || learn_holds(learn, CSV_MATCHING);
    g_string_append_printf(text, "[csv.%s]\nlabel = \"%s\"\nlist = %s\nprefer = yes\n", slug, name,
                           learn->customers ? "customers" : "items");
    add_delimiter(learn, text);
    add_charset(learn, text);
    if (learn->header == 0)
        g_string_append_printf(text, "header = no\nwidth = %u\n", learn->columns->len);
    g_string_append_printf(text, "decimal = %s\ndays = %s\n", learn_decimal_word(learn->decimal),
                           learn_days_word(learn->days));
    if (learn->inverted)
        g_string_append(text, "owed = negative\n");
    if (!open && !learn->customers)
        g_string_append(text, "open = amount\n");
    add_needs(learn, text);
    g_string_append_printf(text,
                           "totals = \"totaal* | total* | subtotaal* | sous-total* | eindtotaal*\"\n\n"
                           "[csv.%s.columns]\n",
                           slug);
    for (guint i = 0; i < learn->columns->len; i++) {
        const LearnColumn *column = g_ptr_array_index(learn->columns, i);
        g_autofree char *header = column_name(learn, i);
        if (column->field != CSV_FIELDS)
            g_string_append_printf(text, "%s = \"%s\"\n", csv_field_name(column->field), header);
    }
    add_rows(learn, slug, text);
    return g_string_free(text, FALSE);
}

/* --- A trial --------------------------------------------------------------------------------------------------- */

static void row_free(gpointer data)
{
    LearnRow *row = data;
    char *const texts[] = {row->name, row->number, row->item, row->due, row->amount, row->more, row->fault};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_free(row);
}

typedef struct {
    GPtrArray *rows;
    char *remark; /* about the row that comes next */
} Trial;

static bool trial_add(Trial *trial, LearnRow *row, GError **error)
{
    if (row->fault == NULL)
        row->fault = g_steal_pointer(&trial->remark);
    g_clear_pointer(&trial->remark, g_free);
    g_ptr_array_add(trial->rows, row);
    return trial->rows->len < LEARN_ROWS || fail(error, BELRONDE_ERROR_INPUT, "enough"); /* shown to nobody */
}

static char *words_of(const char *first, const char *second)
{
    bool both = first != NULL && *first != '\0' && second != NULL && *second != '\0';
    return g_strdup_printf("%s%s%s", first != NULL ? first : "", both ? ", " : "", second != NULL ? second : "");
}

static bool on_customer(const CustomerRecord *customer, void *data, GError **error)
{
    LearnRow *row = g_new0(LearnRow, 1);
    *row = (LearnRow){.name = g_strdup(customer->name),
                      .number = g_strdup(customer->number),
                      .item = g_strdup(""),
                      .due = g_strdup(""),
                      .amount = g_strdup("")};
    row->more = words_of(customer->city, customer->phone[0] != '\0' ? customer->phone : customer->email);
    return trial_add(data, row, error);
}

static bool on_item(const ItemRecord *item, void *data, GError **error)
{
    LearnRow *row = g_new0(LearnRow, 1);
    g_autofree char *open = money_text(item->open);
    *row = (LearnRow){.line = item->line,
                      .name = g_strdup(item->customer.name),
                      .number = g_strdup(item->customer.number),
                      .item = g_strdup(item->number),
                      .due = day_known(item->due) ? day_numeric(item->due) : g_strdup(""),
                      .amount = g_strdup_printf("%s %s", open, item->currency)};
    row->more = g_strdup(strcmp(item->kind, "credit_note") == 0 ? _("credit note")
                         : strcmp(item->kind, "payment") == 0   ? _("payment")
                                                                : "");
    return trial_add(data, row, error);
}

static void on_problem(int line, const char *reason, const char *raw, void *data)
{
    Trial *trial = data;
    LearnRow *row = g_new0(LearnRow, 1);
    *row = (LearnRow){.line = line, .fault = g_strdup(reason), .more = g_strdup(raw), .lost = true};
    if (trial->rows->len < LEARN_ROWS)
        (void)trial_add(trial, row, NULL);
    else
        row_free(row);
}

static void on_warning(int line, const char *sentence, void *data)
{
    Trial *trial = data;
    if (line == 0)
        return;
    g_free(trial->remark);
    trial->remark = g_strdup(sentence);
}

/* The head as a file of its own: a trial must not read a list of a million rows. */
static int head_file(const CsvLearn *learn)
{
    int fd = memfd_create("belronde-list", MFD_CLOEXEC);
    if (fd >= 0 && write(fd, learn->head->data, learn->head->len) != (ssize_t)learn->head->len) {
        close(fd);
        return -1;
    }
    return fd;
}

static Ini *profiles_with(const CsvLearn *learn, const char *slug, GError **error)
{
    g_autofree char *text = learn_ini(learn, slug, slug);
    Ini *profiles = ini_parse("import.ini", text, error);
    if (profiles != NULL)
        ini_lay(profiles, learn->profiles);
    return profiles;
}

GPtrArray *learn_preview(const CsvLearn *learn)
{
    static const char slug[] = "learned--now"; /* learn_slug gives no such name */
    Trial trial = {.rows = g_ptr_array_new_with_free_func(row_free)};
    const ImportSink sink = {
        .data = &trial, .customer = on_customer, .item = on_item, .problem = on_problem, .warning = on_warning};
    g_autofree char *missing = learn_missing(learn);
    g_autoptr(Ini) profiles = missing == NULL ? profiles_with(learn, slug, NULL) : NULL;
    int fd = profiles == NULL ? -1 : head_file(learn);
    if (fd < 0)
        return trial.rows;
    ImportOptions options = *learn->options;
    options.profiles = profiles;
    options.profile = slug;
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    g_autoptr(GError) trouble = NULL;
    if (!csv_format.read(path, &options, &sink, &trouble) && trial.rows->len == 0)
        on_problem(0, trouble->message, "", &trial);
    close(fd);
    g_free(trial.remark);
    return trial.rows;
}

/* --- Its place -------------------------------------------------------------------------------------------------- */

static bool line_opens(const char *line, const char *slug, bool *ours)
{
    g_autofree char *stripped = g_strstrip(g_strdup(line));
    size_t length = strlen(stripped);
    if (length < 2 || stripped[0] != '[' || stripped[length - 1] != ']')
        return false;
    stripped[length - 1] = '\0';
    g_autofree char *name = g_ascii_strdown(g_strstrip(stripped + 1), -1);
    g_autofree char *own = g_strconcat("csv.", slug, NULL), *parts = g_strconcat(own, ".", NULL);
    *ours = strcmp(name, own) == 0 || g_str_has_prefix(name, parts);
    return true;
}

/* The text without the sections of the profile; all other bytes stay. */
static GString *text_without(const char *text, const char *slug)
{
    GString *out = g_string_new(NULL);
    bool ours = false;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        length += text[length] == '\n';
        g_autofree char *line = g_strndup(text, length);
        (void)line_opens(line, slug, &ours);
        if (!ours)
            g_string_append(out, line);
        text += length;
    }
    return out;
}

bool learn_name_check(const CsvLearn *learn, const char *label, const char *own, GError **error)
{
    g_autofree char *slug = learn_slug(label), *section = g_strconcat("csv.", slug, NULL);
    if (slug[0] == '\0')
        return fail(error, BELRONDE_ERROR_INPUT, _("A profile needs a name of letters and digits."));
    const Ini *owner = ini_owner(learn->profiles, section);
    bool there = ini_section_line(learn->profiles, section) > 0;
    if (there && g_strcmp0(ini_path(owner), own) != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is a profile %s already: take another name."), slug);
    return true;
}

static bool text_check(const CsvLearn *learn, const char *own, const char *text, GError **error)
{
    g_autoptr(Ini) ini = ini_parse(own, text, error);
    if (ini == NULL)
        return false;
    ini_lay(ini, learn->profiles);
    return import_profiles_check(ini, error);
}

bool learn_save(const CsvLearn *learn, const char *label, const char *own, char **slug, GError **error)
{
    g_autofree char *missing = learn_missing(learn), *before = NULL, *folder = g_path_get_dirname(own);
    g_autoptr(GError) why = NULL;
    if (missing != NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("No column holds yet: %s."), missing);
    if (!learn_name_check(learn, label, own, error))
        return false;
    if (g_file_test(own, G_FILE_TEST_EXISTS) && !g_file_get_contents(own, &before, NULL, &why))
        return fail(error, BELRONDE_ERROR_STORE, _("%s cannot be read: %s"), own, why->message);
    g_autofree char *name = learn_slug(label), *sections = learn_ini(learn, name, label);
    g_autoptr(GString) text = text_without(before != NULL ? before : "", name);
    if (text->len > 0)
        g_string_append(text, g_str_has_suffix(text->str, "\n\n") ? ""
                              : text->str[text->len - 1] == '\n'  ? "\n"
                                                                  : "\n\n");
    g_string_append(text, sections);
    if (!text_check(learn, own, text->str, error))
        return false;
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return fail(error, BELRONDE_ERROR_STORE, _("the folder %s cannot be made: %s"), folder, g_strerror(errno));
    if (!g_file_set_contents_full(own, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &why))
        return fail(error, BELRONDE_ERROR_STORE, _("the profile was not saved: %s"), why->message);
    *slug = g_steal_pointer(&name);
    return true;
}
