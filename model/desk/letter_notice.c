#include "desk/letter_notice.h"

#include <string.h>

enum { NOTHING = -1 };

static bool is_slug(const char *text)
{
    return *text != '\0' && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(text);
}

static char *letter_file(const char *document, const char *language)
{
    g_autofree char *name = g_strdup_printf("letters/%s/%s.txt", language, document);
    return path_house(name);
}

static int header_notice(char **lines)
{
    NoticeKind kind = NOTICE_FORMAL;
    for (; *lines != NULL && strcmp(g_strstrip(*lines), "---") != 0; lines++) {
        bool named = g_str_has_prefix(*lines, "notice") && strchr(*lines, ':') != NULL;
        if (named && notice_kind_find(g_strstrip(strchr(*lines, ':') + 1), &kind))
            return (int)kind;
    }
    return NOTHING;
}

static int notice_read(const char *document, const char *language)
{
    g_autofree char *path = letter_file(document, language), *text = NULL;
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_free(path);
        path = letter_file(document, "en");
    }
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NOTHING;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    return header_notice(lines);
}

bool letter_notice(const Desk *desk, const char *document, const char *language, NoticeKind *kind)
{
    if (!is_slug(document) || !is_slug(language))
        return false;
    g_autofree char *key = g_strconcat(language, "/", document, NULL);
    gpointer found = NULL;
    if (!g_hash_table_lookup_extended(desk->letter_notices, key, NULL, &found)) {
        found = GINT_TO_POINTER(notice_read(document, language));
        g_hash_table_insert(desk->letter_notices, g_steal_pointer(&key), found);
    }
    if (GPOINTER_TO_INT(found) == NOTHING)
        return false;
    *kind = (NoticeKind)GPOINTER_TO_INT(found);
    return true;
}
