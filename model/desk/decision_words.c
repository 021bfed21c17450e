/* Receipts in words: states, evidence, what was learned.  Slugs are for files and scripts. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include <string.h>

typedef struct {
    const char *slug, *label;
} Label;

static const char *label_of(const Label *labels, size_t count, const char *slug)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(labels[i].slug, slug) == 0)
            return i18n_word(labels[i].label);
    return slug;
}

const char *receipt_state_label(const Receipt *receipt)
{
    static const Label labels[] = {
        {"proposed", N_("proposal")},     {"unmatched", N_("unknown")},
        {"matched", N_("matched")},       {"duplicate", N_("paid twice")},
        {"on_account", N_("on account")}, {"reversal", N_("returned")},
        {"outgoing", N_("outgoing")},     {"not_ours", NC_("receipts", "not ours")},
    };
    return receipt->went_back ? _("went back") : label_of(labels, G_N_ELEMENTS(labels), receipt->state);
}

const char *receipt_step_label(const char *step)
{
    static const Label labels[] = {
        {"none", ""},
        {"reference", NC_("evidence", "reference")},
        {"closed_reference", NC_("evidence", "reference")},
        {"invoice_number", NC_("evidence", "invoice")},
        {"iban", NC_("evidence", "account")},
        {"name", NC_("evidence", "name")},
        {"amount", NC_("evidence", "amount")},
        {"person", NC_("evidence", "by hand")},
    };
    return label_of(labels, G_N_ELEMENTS(labels), step);
}

const char *receipts_which_label(ReceiptsWhich which)
{
    static const char *const labels[] = {
        [RECEIPTS_WAITING] = NC_("receipts", "waiting"),   [RECEIPTS_MATCHED] = NC_("receipts", "matched"),
        [RECEIPTS_ASIDE] = NC_("receipts", "put aside"),   [RECEIPTS_RETURNED] = NC_("receipts", "returned"),
        [RECEIPTS_OUTGOING] = NC_("receipts", "outgoing"), [RECEIPTS_ALL] = NC_("receipts", "all"),
    };
    return i18n_word(labels[which]);
}

const char *learned_kind_label(LearnedKind kind)
{
    static const char *const labels[LEARNED_KINDS] = {
        [LEARNED_IBAN] = NC_("learned", "account"),
        [LEARNED_PAYER] = NC_("learned", "payer"),
        [LEARNED_WORD] = NC_("learned", "word"),
    };
    return i18n_word(labels[kind]);
}

const char *learned_source_label(const char *source)
{
    static const Label labels[] = {
        {"learned", N_("from a receipt")},
        {"ledger", N_("from the books")},
        {"desk", N_("typed here")},
    };
    return label_of(labels, G_N_ELEMENTS(labels), source);
}

static char *customer_label(Desk *desk, gint64 customer_id)
{
    g_autofree char *label = NULL;
    store_text(desk->store, "SELECT number || ' ' || name FROM customer WHERE id = :id",
               BINDS(INTEGER("id", customer_id)), &label, NULL);
    return text_clean(label);
}

static char *parts_words(Desk *desk, const Match *choice)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < choice->parts->len; i++) {
        const MatchPart *part = &g_array_index(choice->parts, MatchPart, i);
        g_autofree char *number = NULL, *money = money_text(part->amount);
        store_text(desk->store, "SELECT number FROM item WHERE id = :id", BINDS(INTEGER("id", part->item_id)), &number,
                   NULL);
        g_autofree char *clean = text_clean(number);
        g_string_append_printf(words, "%s%s %s", i == 0 ? "" : ", ", clean, money);
    }
    if (choice->parts->len == 0)
        g_string_append(words, _("on account"));
    return g_string_free(words, FALSE);
}

char *choice_words(Desk *desk, const Match *choice, gint64 known)
{
    g_autofree char *customer = customer_label(desk, choice->customer_id), *parts = parts_words(desk, choice);
    return choice->customer_id == known ? g_steal_pointer(&parts) : g_strdup_printf(_("%s: %s"), customer, parts);
}
