#include "ledger/return_reason.h"

#include "base/i18n.h"

#include <glib.h>

/* Codes of the ISO 20022 external code set ExternalReturnReason1 that SEPA banks use for credit transfers, direct
 * debits and cheques; what a payer is asked about is said, what only banks settle among themselves is named as such. */
static const struct {
    const char *code, *words;
} REASONS[] = {
    {"AC01", N_("the account number is wrong")},
    {"AC03", N_("the creditor's account number is wrong")},
    {"AC04", N_("the account is closed")},
    {"AC06", N_("the account is blocked")},
    {"AC13", N_("the account is a consumer's: no business direct debit")},
    {"AC14", N_("the creditor's account is of the wrong kind")},
    {"AG01", N_("this kind of payment is not allowed on the account")},
    {"AG02", N_("the bank was given the wrong kind of payment")},
    {"AG09", N_("the payment did not arrive")},
    {"AGNT", N_("a bank on the way is not right")},
    {"AM01", N_("the amount is zero")},
    {"AM02", N_("the amount is not allowed")},
    {"AM03", N_("the currency is not allowed")},
    {"AM04", N_("insufficient funds")},
    {"AM05", N_("it was collected or paid twice")},
    {"AM09", N_("the amount is wrong")},
    {"AM10", N_("the control sum is wrong")},
    {"ARDT", N_("it went back already")},
    {"BE01", N_("name and account number do not belong together")},
    {"BE04", N_("the creditor's address is missing")},
    {"BE05", N_("the payer does not know this creditor identifier")},
    {"BE06", N_("the customer is not known at this bank")},
    {"BE07", N_("the payer's address is missing")},
    {"CNOR", N_("the creditor's bank is not registered")},
    {"CUST", N_("on the customer's request")},
    {"CURR", N_("the currency is wrong")},
    {"DNOR", N_("the payer's bank is not registered")},
    {"DT01", N_("the day is not allowed")},
    {"ED01", N_("a correspondent bank is not possible")},
    {"ED05", N_("settlement failed")},
    {"ERIN", N_("the extended remittance is not supported")},
    {"FF01", N_("the file format is not valid")},
    {"FF05", N_("the kind of direct debit is not right")},
    {"FOCR", N_("it was recalled")},
    {"FR01", N_("fraud is suspected")},
    {"FRAD", N_("fraud is suspected")},
    {"LEGL", N_("a legal decision")},
    {"MD01", N_("there is no valid mandate")},
    {"MD02", N_("the mandate data are incomplete")},
    {"MD05", N_("it should not have been collected")},
    {"MD06", N_("the payer wants his money back")},
    {"MD07", N_("the payer has died")},
    {"MS02", N_("the payer refused, no reason given")},
    {"MS03", N_("the bank gives no reason")},
    {"NARR", N_("the reason stands in the text")},
    {"NOAS", N_("the payer did not answer")},
    {"NOOR", N_("there was no original payment")},
    {"PINL", N_("the account's currency does not fit")},
    {"PY01", N_("the payer's bank cannot be reached")},
    {"RC01", N_("the bank code (BIC) is wrong")},
    {"RC07", N_("the creditor's bank code (BIC) is wrong")},
    {"RF01", N_("the payment's own reference is not unique")},
    {"RR01", N_("legal reasons: the payer's account or number is missing")},
    {"RR02", N_("legal reasons: the payer's name or address is missing")},
    {"RR03", N_("legal reasons: the creditor's name or address is missing")},
    {"RR04", N_("legal reasons")},
    {"RUTA", N_("it could not be delivered")},
    {"SL01", N_("the payer's bank offers a limit on direct debits, and it applies")},
    {"SL02", N_("the creditor's bank offers a limit on direct debits, and it applies")},
    {"SL11", N_("the payer has not put the creditor on his list of allowed ones")},
    {"SL12", N_("the payer has put the creditor on his list of refused ones")},
    {"SL13", N_("the payer's limit on the amount of direct debits is passed")},
    {"SL14", N_("the payer's limit on the number of direct debits is passed")},
    {"SVNR", N_("the service was not rendered")},
    {"TM01", N_("it came after the bank's closing time")},
    {"TRAC", N_("it was taken back after a trace")},
    {"UPAY", N_("the payment is not due")},
};

char *return_reason_words(const char *code)
{
    for (size_t i = 0; code != NULL && i < G_N_ELEMENTS(REASONS); i++)
        if (g_ascii_strcasecmp(code, REASONS[i].code) == 0)
            return g_strdup(_(REASONS[i].words));
    return g_strdup(code != NULL ? code : "");
}
