/* Walks the expected values of one kind of sample: a JSON object per line, {"file": …, "facts": {…}}. */
#pragma once
#include "base/money.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Caller frees. */
static inline char *sample_path(const char *name)
{
    return g_build_filename(g_getenv("BELRONDE_SHARED"), "samples", name, NULL);
}

/* "public/ubl/…" in the expected values is "ubl/…" below samples.  Caller frees. */
static inline char *sample_file(const char *listed)
{
    g_assert_true(g_str_has_prefix(listed, "public/"));
    return sample_path(listed + strlen("public/"));
}

/* "" where it is missing or null. */
static inline const char *text_of(JsonObject *object, const char *member)
{
    const char *text = json_object_has_member(object, member) && !json_object_get_null_member(object, member)
                           ? json_object_get_string_member(object, member)
                           : NULL;
    return text == NULL ? "" : text;
}

/* A plain decimal number in minor units of the currency. */
static inline Cents minor_of(const char *amount, const char *currency)
{
    Cents cents = 0;
    g_autoptr(GError) error = NULL;
    money_parse_file(amount, '.', currency_decimals(currency), &cents, &error);
    g_assert_no_error(error);
    return cents;
}

/* How many files there were: at least so many, or 0 and a visible skip where the samples are missing. */
static inline guint expected_walk(const char *name, guint at_least,
                                  void (*check)(const char *listed, JsonObject *facts))
{
    g_autofree char *listed = g_build_filename("expected", name, NULL), *path = sample_path(listed), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_test_skip("no samples beside the repository");
        return 0;
    }
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    guint files = 0;
    for (char **row = rows; *row != NULL && **row != '\0'; row++, files++) {
        g_autoptr(JsonParser) parser = json_parser_new();
        g_assert_true(json_parser_load_from_data(parser, *row, -1, NULL));
        JsonObject *object = json_node_get_object(json_parser_get_root(parser));
        check(json_object_get_string_member(object, "file"), json_object_get_object_member(object, "facts"));
    }
    g_assert_cmpuint(files, >=, at_least);
    return files;
}
