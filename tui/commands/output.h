/* Rows that print themselves: one list of JSON objects, written as text, CSV or JSON.  Amounts are strings
 * with a dot and two decimals, days ISO. */
#pragma once
#include "base/day.h"
#include "base/money.h"
#include <json-glib/json-glib.h>

typedef enum { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_MONEY } ColumnKind;

typedef struct {
    const char *key;   /* of the object; "" ends a table */
    const char *title; /* msgid, text output */
    int width;         /* columns in text output; 0: only in CSV and JSON */
    ColumnKind kind;
} Column;

/* --format text|csv|json; INPUT for anything else. */
typedef enum { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON } Format;
bool format_parse(const char *name, Format *format, GError **error);

/* Objects: setters that keep the rules.  Empty text stays "", an unknown day becomes null. */
void object_text(JsonObject *object, const char *key, const char *text);
void object_money(JsonObject *object, const char *key, Cents cents);
void object_day(JsonObject *object, const char *key, Day day);
void object_minute(JsonObject *object, const char *key, int minute);

/* One object for each row of a list. */
typedef JsonObject *(*RowObject)(gconstpointer row);
JsonArray *row_objects(const GPtrArray *list, RowObject object);

/* `rows`: array of objects.  Both print to stdout; text is cleaned and cut by display width. */
void output_table(Format format, const Column *columns, size_t count, JsonArray *rows);
/* Row after row, of a list too long to be held: text or CSV. */
void output_head(Format format, const Column *columns, size_t count);
void output_row(Format format, const Column *columns, size_t count, JsonObject *row);
void output_object(JsonObject *object); /* one JSON document */
void output_text(const char *text);     /* as it is, with a line end */
/* A whole file, readable by its owner only; path NULL: to stdout. */
bool output_bytes(const char *path, GBytes *bytes, GError **error);
