/* What a bank app finds in the code. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "paper/qr.h"

#include <string.h>

enum { NAME_MOST = 70, FREE_MOST = 140, PAYLOAD_MOST = 331 };
#define AMOUNT_MOST G_GINT64_CONSTANT(99999999999) /* 999999999.99 */

/* The lines of the standard, in its order. */
typedef enum {
    LINE_SERVICE,
    LINE_VERSION,
    LINE_CHARSET,
    LINE_KIND,
    LINE_BIC,
    LINE_NAME,
    LINE_IBAN,
    LINE_AMOUNT,
    LINE_PURPOSE,
    LINE_REFERENCE,
    LINE_FREE,
    LINES
} Line;

bool qr_payable(const LetterPayment *payment, GError **error)
{
    if (payment->amount <= 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is nothing to pay, so there is no QR code."));
    if (payment->amount > AMOUNT_MOST)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("No QR code can ask for more than € 999.999.999,99: ask for the amount in parts."));
    if (strcmp(payment->currency, "EUR") != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("A QR code is for euros only, not for %s."), payment->currency);
    if (payment->iban[0] == '\0')
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("There is no account to pay into: fill in iban under [belronde] in the settings."));
    if (!iban_valid(payment->iban))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The account %s is no valid IBAN: correct iban under [belronde] in the settings."),
                    payment->iban);
    g_autofree char *name = text_clean(payment->name);
    if (name[0] == '\0')
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("There is no name to pay to: fill in name under [belronde] in the settings."));
    return true;
}

static char *bic_line(const char *bic)
{
    g_autofree char *clean = text_clean(bic);
    g_auto(GStrv) groups = g_strsplit(clean, " ", -1);
    g_autofree char *bare = g_strjoinv("", groups);
    return g_ascii_strup(bare, -1);
}

/* A bank app takes what stands in the line of references as checked; what is none goes into the free words. */
static void remittance(const LetterPayment *payment, bool ogm_structured, char **lines)
{
    ReferenceKind kind = REFERENCE_NONE;
    g_autofree char *normal = reference_normal(payment->reference, &kind);
    if (kind == REFERENCE_RF || (kind == REFERENCE_OGM && ogm_structured))
        lines[LINE_REFERENCE] = g_steal_pointer(&normal);
    else if (kind == REFERENCE_OGM)
        lines[LINE_FREE] = reference_pretty(normal);
    else if (kind == REFERENCE_NL)
        lines[LINE_FREE] = g_steal_pointer(&normal);
    else
        lines[LINE_FREE] =
            text_clean_most(payment->reference[0] != '\0' ? payment->reference : payment->text, FREE_MOST);
}

static char *join_filled(char **lines)
{
    GString *text = g_string_new(NULL);
    int last = LINES - 1;
    while (lines[last] == NULL || lines[last][0] == '\0')
        last--;
    for (int i = 0; i <= last; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", lines[i] != NULL ? lines[i] : "");
    return g_string_free(text, FALSE);
}

/* Letters of three bytes can fill a name and free words beyond what the code may hold: the free words give way. */
static void shorten_free(char **lines, size_t too_much)
{
    const char *words = lines[LINE_FREE];
    const char *end = words + strlen(words) - MIN(too_much, strlen(words));
    while (end > words && ((guchar)*end & 0xc0) == 0x80)
        end--;
    char *shorter = g_strndup(words, (gsize)(end - words));
    g_free(lines[LINE_FREE]);
    lines[LINE_FREE] = g_strchomp(shorter);
}

char *qr_payload(const LetterPayment *payment, bool ogm_structured, GError **error)
{
    if (!qr_payable(payment, error))
        return NULL;
    g_autofree char *amount = money_plain(payment->amount);
    char *lines[LINES + 1] = {
        [LINE_SERVICE] = g_strdup("BCD"),         [LINE_VERSION] = g_strdup("002"),
        [LINE_CHARSET] = g_strdup("1"),           [LINE_KIND] = g_strdup("SCT"),
        [LINE_BIC] = bic_line(payment->bic),      [LINE_NAME] = text_clean_most(payment->name, NAME_MOST),
        [LINE_IBAN] = iban_normal(payment->iban), [LINE_AMOUNT] = g_strconcat("EUR", amount, NULL),
    };
    remittance(payment, ogm_structured, lines);
    char *payload = join_filled(lines);
    if (strlen(payload) > PAYLOAD_MOST && lines[LINE_FREE] != NULL) {
        shorten_free(lines, strlen(payload) - PAYLOAD_MOST);
        g_free(payload);
        payload = join_filled(lines);
    }
    for (int i = 0; i < LINES; i++)
        g_free(lines[i]);
    return payload;
}
