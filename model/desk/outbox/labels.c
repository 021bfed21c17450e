#include "desk/outbox.h"

#include "base/i18n.h"

/* Labels of documents, by the slugs the playbook's `send` uses; an unknown one is shown as it is. */
static const struct {
    const char *document, *label;
} documents[] = {
    {"copy", N_("copy of the invoices")},
    {"copy_qr", N_("copy of the invoices with QR code")},
    {"statement", N_("statement of account")},
    {"qr", N_("payment details with QR code")},
    {"confirmation", N_("confirmation of the promise")},
    {"agreement", N_("payment plan agreement")},
    {"debt_help", N_("debt-help addresses")},
    {"demand", N_("demand with a deadline")},
    {"delivery_stop", N_("delivery stop announced")},
    {"advance_payment", N_("payment in advance announced")},
    {"handover", N_("hand-over announced")},
    {"notice_b2b", N_("demand with interest")},
    {"first_reminder_be", N_("reminder with the free period")},
    {"notice_14_days", N_("14-day letter")},
    {"notice", N_("formal notice")},
    {"reminder", N_("reminder")},
    {"reminder_friday", N_("reminder before the weekend")},
    {"call_back", N_("request to ring back")},
    {"thank_you", N_("thank-you note")},
    {"reward", N_("thanks for paying quickly")},
};

const char *document_label(const char *document)
{
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        if (g_str_equal(documents[i].document, document))
            return _(documents[i].label);
    }
    return document;
}
