/* Which wording of a paragraph a customer gets: never the one he read last, in whatever letter that was. */
#include "paper/letter_parts.h"

#include "base/fingerprint.h"
#include <string.h>

static bool has_said(const char *letter, const LetterParagraph *wording)
{
    return strstr(letter, wording->print) != NULL; /* all prints are of one length, with blanks between */
}

static bool has_any(const char *letter, const LetterGroup *group)
{
    for (guint i = 0; i < group->wordings->len; i++)
        if (has_said(letter, group->wordings->pdata[i]))
            return true;
    return false;
}

/* The newest letter that had this paragraph, here or in another one that shares it; "" none. */
static const char *said_last(const LetterValues *values, const LetterGroup *group)
{
    for (guint i = 0; i < values->said->len; i++)
        if (has_any(values->said->pdata[i], group))
            return values->said->pdata[i];
    return "";
}

/* The same customer at the same point always gets the same wording. */
static guint64 lot_of(const LetterComposer *composer)
{
    Fingerprint print = FINGERPRINT_START;
    fingerprint_text(&print, letter_values_get(composer->values, "customer_number"));
    fingerprint_text(&print, composer->template->slug);
    fingerprint_number(&print, composer->values->said->len);
    return print.a;
}

const LetterParagraph *letter_wording_pick(LetterComposer *composer, const LetterGroup *group)
{
    const char *last = said_last(composer->values, group);
    g_autoptr(GPtrArray) fresh = g_ptr_array_new();
    for (guint i = 0; i < group->wordings->len; i++)
        if (!has_said(last, group->wordings->pdata[i]))
            g_ptr_array_add(fresh, group->wordings->pdata[i]);
    const GPtrArray *open = fresh->len > 0 ? fresh : group->wordings; /* a paragraph with one wording has no choice */
    const LetterParagraph *taken = open->pdata[lot_of(composer) % open->len];
    if (group->wordings->len > 1)
        g_string_append_printf(composer->wordings, "%s%s", composer->wordings->len > 0 ? " " : "", taken->print);
    return taken;
}
