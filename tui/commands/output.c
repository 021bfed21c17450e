#include "commands/output.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include <stdio.h>

bool format_parse(const char *name, Format *format, GError **error)
{
    static const char *const names[] = {"text", "csv", "json"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (name == NULL || g_str_equal(name, names[i])) {
            *format = (Format)i;
            return true;
        }
    }
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no format: use --format text, csv or json."), name);
}

void object_text(JsonObject *object, const char *key, const char *text)
{
    g_autofree char *clean = text_clean_lines(text);
    json_object_set_string_member(object, key, clean);
}

void object_money(JsonObject *object, const char *key, Cents cents)
{
    g_autofree char *plain = money_plain(cents);
    json_object_set_string_member(object, key, plain);
}

void object_day(JsonObject *object, const char *key, Day day)
{
    if (!day_known(day)) {
        json_object_set_null_member(object, key);
        return;
    }
    g_autofree char *iso = day_iso(day);
    json_object_set_string_member(object, key, iso);
}

void object_minute(JsonObject *object, const char *key, int minute)
{
    if (minute < 0) {
        json_object_set_null_member(object, key);
        return;
    }
    g_autofree char *text = minute_text(minute);
    json_object_set_string_member(object, key, text);
}

/* What stands in a cell, as plain text; caller frees. */
static char *cell_plain(JsonObject *row, const Column *column)
{
    JsonNode *node = json_object_has_member(row, column->key) ? json_object_get_member(row, column->key) : NULL;
    if (node == NULL || !JSON_NODE_HOLDS_VALUE(node))
        return g_strdup("");
    GType type = json_node_get_value_type(node);
    if (type == G_TYPE_STRING)
        return g_strdup(json_node_get_string(node));
    if (type == G_TYPE_BOOLEAN)
        return g_strdup(json_node_get_boolean(node) ? "yes" : "no");
    return g_strdup_printf("%" G_GINT64_FORMAT, json_node_get_int(node));
}

static void print_text_row(const Column *columns, size_t count, JsonObject *row)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        if (columns[i].width == 0)
            continue;
        g_autofree char *plain = cell_plain(row, &columns[i]);
        Cents cents = 0;
        g_autofree char *pretty = columns[i].kind == COLUMN_MONEY && money_parse_file(plain, '.', 2, &cents, NULL)
                                      ? money_text(cents)
                                      : g_strdup(plain);
        g_autofree char *flat = text_clean(pretty);
        g_autofree char *cell = text_fit(flat, columns[i].kind == COLUMN_TEXT ? columns[i].width : -columns[i].width);
        g_string_append_printf(line, "%s%s", line->len > 0 ? "  " : "", cell);
    }
    puts(g_strchomp(line->str));
}

static void print_text_head(const Column *columns, size_t count)
{
    g_autoptr(GString) head = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        if (columns[i].width == 0)
            continue;
        int width = columns[i].kind == COLUMN_TEXT ? columns[i].width : -columns[i].width;
        g_autofree char *cell = text_fit(i18n_word(columns[i].title), width);
        g_string_append_printf(head, "%s%s", head->len > 0 ? "  " : "", cell);
    }
    puts(g_strchomp(head->str));
}

static void print_csv_head(const Column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i > 0 ? "," : "", columns[i].key);
    puts("");
}

static void print_csv_row(const Column *columns, size_t count, JsonObject *row)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *plain = cell_plain(row, &columns[i]);
        g_autofree char *cell = columns[i].kind == COLUMN_TEXT ? text_csv_cell(plain) : g_strdup(plain);
        printf("%s%s", i > 0 ? "," : "", cell);
    }
    puts("");
}

void output_head(Format format, const Column *columns, size_t count)
{
    (format == FORMAT_TEXT ? print_text_head : print_csv_head)(columns, count);
}

void output_row(Format format, const Column *columns, size_t count, JsonObject *row)
{
    (format == FORMAT_TEXT ? print_text_row : print_csv_row)(columns, count, row);
}

static void print_json(JsonNode *root)
{
    g_autofree char *text = json_to_string(root, TRUE);
    puts(text);
}

JsonArray *row_objects(const GPtrArray *list, RowObject object)
{
    JsonArray *rows = json_array_new();
    for (guint i = 0; i < list->len; i++)
        json_array_add_object_element(rows, object(g_ptr_array_index(list, i)));
    return rows;
}

void output_table(Format format, const Column *columns, size_t count, JsonArray *rows)
{
    if (format == FORMAT_JSON) {
        g_autoptr(JsonNode) root = json_node_init_array(json_node_alloc(), rows);
        print_json(root);
        return;
    }
    output_head(format, columns, count);
    for (guint i = 0; i < json_array_get_length(rows); i++)
        output_row(format, columns, count, json_array_get_object_element(rows, i));
}

void output_object(JsonObject *object)
{
    g_autoptr(JsonNode) root = json_node_init_object(json_node_alloc(), object);
    print_json(root);
}

void output_text(const char *text)
{
    fputs(text, stdout);
    if (!g_str_has_suffix(text, "\n"))
        puts("");
}

bool output_bytes(const char *path, GBytes *bytes, GError **error)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GError) reason = NULL;
    if (path == NULL)
        return fwrite(data, 1, length, stdout) == length ||
               fail(error, BELRONDE_ERROR_INPUT, _("It cannot be written: the output is closed."));
    return g_file_set_contents_full(path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &reason) ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be written: %s."), path, reason->message);
}
