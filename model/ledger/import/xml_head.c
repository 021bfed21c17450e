/* The first bytes of a file that may be XML, looked at without a parser. */
#include "ledger/import/xml_check.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

void xml_head_layout(const guint8 *head, size_t length, size_t *start, size_t *step)
{
    *start = 0;
    *step = 1;
    if (length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0)
        *start = 3;
    else if (length >= 2 && (memcmp(head, "\xff\xfe", 2) == 0 || memcmp(head, "\xfe\xff", 2) == 0)) {
        *step = 2;
        *start = head[0] == 0xff ? 2 : 3;
    } else if (length >= 4 && (head[0] == 0) != (head[1] == 0)) {
        *step = 2;
        *start = head[0] == 0 ? 1 : 0;
    }
}

char *xml_head_text(const guint8 *head, size_t length)
{
    size_t start, step;
    xml_head_layout(head, length, &start, &step);
    GString *text = g_string_sized_new(length);
    for (size_t i = start; i < length; i += step) {
        char letter = (char)head[i];
        g_string_append_c(text, g_ascii_isprint(letter) || g_ascii_isspace(letter) ? letter : '?');
    }
    return g_string_free(text, FALSE);
}

bool xml_head_is_xml(const guint8 *head, size_t length)
{
    g_autofree char *text = xml_head_text(head, length);
    const char *first = text + strspn(text, " \t\r\n");
    return first[0] == '<' && (first[1] == '?' || first[1] == '!' || first[1] == '_' || g_ascii_isalpha(first[1]));
}
