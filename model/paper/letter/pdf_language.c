/* Cairo can name title and author of a document and tags its parts, but says neither its language nor that it is
 * tagged; a screen reader needs both.  They are added the way the format means it: a newer version of the catalogue
 * behind the old end of the file, with a table that points to it (ISO 32000-1, 7.5.6). */
#include "paper/letter/pdf_parts.h"

#include <stdlib.h>
#include <string.h>

#define MARKED "   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

/* The number behind the last `key` of the file, 0 where there is none. */
static guint64 number_behind(const char *pdf, const char *key)
{
    const char *at = g_strrstr(pdf, key);
    return at != NULL ? g_ascii_strtoull(at + strlen(key), NULL, 10) : 0;
}

/* What stands between << and >> of the catalogue; NULL where the file is not as cairo writes it. */
static char *catalogue_of(const char *pdf, guint64 root)
{
    g_autofree char *begin = g_strdup_printf("\n%" G_GUINT64_FORMAT " 0 obj\n<< /Type /Catalog", root);
    const char *from = strstr(pdf, begin);
    const char *to = from != NULL ? strstr(from, "\n>>\nendobj") : NULL;
    if (to == NULL)
        return NULL;
    from = strstr(from, "<<") + strlen("<<");
    return g_strndup(from, (gsize)(to - from));
}

/* A PDF is bytes with text between them: a copy in which no NUL ends the search. */
static char *searchable(const GByteArray *pdf)
{
    char *copy = g_strndup("", pdf->len);
    for (guint i = 0; i < pdf->len; i++)
        copy[i] = pdf->data[i] != '\0' ? (char)pdf->data[i] : ' ';
    return copy;
}

static bool plain(const char *language)
{
    return language[0] != '\0' &&
           strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == strlen(language);
}

GByteArray *pdf_with_language(GByteArray *pdf, const char *language)
{
    g_autofree char *text = searchable(pdf);
    guint64 root = number_behind(text, "/Root "), size = number_behind(text, "/Size ");
    guint64 info = number_behind(text, "/Info "), table = number_behind(text, "startxref\n");
    g_autofree char *catalogue = root > 0 ? catalogue_of(text, root) : NULL;
    if (catalogue == NULL || size == 0 || table == 0 || !plain(language))
        return pdf;
    g_autoptr(GString) more = g_string_new(NULL);
    g_string_append_printf(more, "%" G_GUINT64_FORMAT " 0 obj\n<<%s\n   /Lang (%s)\n" MARKED ">>\nendobj\n", root,
                           catalogue, language);
    gsize xref = pdf->len + more->len;
    g_string_append_printf(more, "xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n", root, pdf->len);
    g_string_append_printf(more, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n", size,
                           root);
    if (info > 0)
        g_string_append_printf(more, "   /Info %" G_GUINT64_FORMAT " 0 R\n", info);
    g_string_append_printf(more, "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table,
                           xref);
    return g_byte_array_append(pdf, (const guint8 *)more->str, (guint)more->len);
}
