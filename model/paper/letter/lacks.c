/* What a letter needs and does not find, in the words of whoever wants to send it. */
#include "paper/letter_parts.h"

#include "base/i18n.h"
#include <string.h>

static const struct {
    const char *names, *words; /* of placeholders, blanks between and at both ends */
} LACKS[] = {
    {" open items total count late oldest oldest_due days_late invoices ",
     N_("there is no open invoice that it could be about.")},
    {" parts parts_total parts_count part first_part_on last_part_on agreed_on ",
     N_("no payment plan is running with this customer.")},
    {" promised promised_on ", N_("no promise of this customer is running.")},
    {" attached ", N_("there is nothing to enclose: [letter] copies in the settings names the folder of the copies.")},
    {" cost_if_late total_if_late costs_from ", N_("no costs may be announced to this customer.")},
    {" interest day_interest periods rate ", N_("no interest may be asked of this customer now.")},
    {" payment pay iban ",
     N_("nothing is to be paid, or no account is known: see iban under [belronde] in the settings.")},
    {" company ", N_("the name of our house is missing: fill in name under [belronde] in the settings.")},
    {" company_number ", N_("our company number is missing: fill in company_number under [letter] in the settings.")},
    {" product ", N_("it is not known what was delivered: fill in product under [letter] in the settings.")},
    {" agent ", N_("it is not known who signs: fill in agent under [belronde] in the settings.")},
    {" quick_after ", N_("no money came within three days of a talk.")},
    {" paid paid_on ", N_("no money has come in from this customer.")},
};

char *letter_lack(const LetterPlaceholder *placeholder)
{
    g_autofree char *name = g_strdup_printf(" %s ", placeholder->name);
    for (size_t i = 0; i < G_N_ELEMENTS(LACKS); i++)
        if (strstr(LACKS[i].names, name) != NULL)
            return g_strdup(_(LACKS[i].words));
    return g_strdup_printf(_("this is not known: %s."), _(placeholder->about));
}
