/* From a movement to its lines.  Booked is the total or its details, never both: the details only where they sum
 * exactly to it, so that the lines of a statement always add up to the statement. */
#include "ledger/import/coda.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

enum { TEXT_MOST = 16 * 1024, NAME_FULL = 34 };

/* ---- what a code means ---- */

enum { CHEQUE = 1, RETURN = 2 };

/* Family and operation, and whether the money came in (+) or went out (-).  Not in the table are corrections in our
 * favour (x99): banks use that code for plain receipts too. */
static const struct {
    const char *code;
    char sign;
    guint8 means;
} codes[] = {
    {"0154", '+', RETURN},                                               /* a transfer of ours that could not be made */
    {"0149", '-', RETURN},                                               /* correction */
    {"0254", '+', RETURN},                                               /* the same, instant transfers */
    {"0249", '-', RETURN}, {"0352", '+', CHEQUE},                        /* cheque paid in, under reserve */
    {"0358", '+', CHEQUE},                                               /* after collection */
    {"0363", '+', CHEQUE},                                               /* for the second time */
    {"0366", '+', CHEQUE},                                               /* at the branch */
    {"0307", '-', RETURN},                                               /* never paid */
    {"0309", '-', RETURN}, {"0338", '-', RETURN},                        /* provisionally unpaid */
    {"0339", '-', RETURN}, {"0349", '-', RETURN}, {"0360", '+', RETURN}, /* a cheque of ours comes back */
    {"0362", '+', RETURN}, {"0503", '-', RETURN},                        /* direct debit not paid */
    {"0505", '-', RETURN},                                               /* claimed back by the debtor */
    {"0549", '-', RETURN}, {"0554", '+', RETURN},                        /* what was taken from us comes back */
    {"0556", '+', RETURN}, {"0558", '+', RETURN}, {"0705", '-', RETURN}, /* bills of exchange */
    {"0707", '-', RETURN}, {"0739", '-', RETURN}, {"4307", '-', RETURN}, /* foreign cheques */
    {"4352", '+', CHEQUE}, {"4358", '+', CHEQUE}, {"4362", '+', RETURN}, {"4705", '-', RETURN}, /* foreign bills */
    {"4707", '-', RETURN},
};

static guint8 code_means(const CodaMovement *movement)
{
    char sign = movement->amount < 0 ? '-' : '+';
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (codes[i].sign == sign && strncmp(movement->code + 1, codes[i].code, 4) == 0)
            return codes[i].means;
    return 0;
}

static bool is_family(const CodaMovement *movement, const char *family)
{
    return strncmp(movement->code + 1, family, 2) == 0;
}

/* Categories that are an amount before or after costs; all others are costs, taxes and the like. */
static bool is_whole_amount(const CodaMovement *movement)
{
    return strcmp(movement->code + 5, "000") == 0 || strcmp(movement->code + 5, "100") == 0;
}

/* ---- remarks ---- */

void coda_remark(CodaReading *reading, CodaRemark remark, int line)
{
    if (reading->counts[remark]++ == 0)
        reading->firsts[remark] = line;
}

static void unsplit_warn(const CodaReading *reading, const CodaMovement *movement, const char *sentence)
{
    bool exact = true;
    const char *currency = reading->record.currency;
    g_autofree char *amount = money_text_currency(coda_minor(movement->amount, currency, &exact), currency);
    g_autofree char *words = g_strdup_printf(sentence, amount);
    reading->sink->warning(movement->line, words, reading->sink->data);
}

/* ---- one line ---- */

/* A movement as a line: details take from their total what they do not say themselves. */
typedef struct {
    const CodaMovement *movement, *total; /* the same, or the total of a detail */
    const GPtrArray *details;             /* of a total that stays one line; NULL none */
    CodaWords words;
    GString *text;
    Milli charges;
} Draft;

static void text_join(GString *text, const char *more)
{
    if (more == NULL || more[0] == '\0' || text->len + strlen(more) > TEXT_MOST)
        return;
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, more);
}

static void original_take(CodaWords *words, const CodaWords *more)
{
    if (words->original_amount != 0)
        return;
    words->original_amount = more->original_amount;
    memcpy(words->original_currency, more->original_currency, sizeof words->original_currency);
}

static void text_take(char **text, char **more)
{
    if ((*text)[0] != '\0')
        return;
    g_free(*text);
    *text = g_steal_pointer(more);
    *more = g_strdup("");
}

/* What a detail says goes to the line of its total.  Of parts of one amount only their reference and their other
 * currency matter: how a tax was computed is no remittance. */
static void detail_fold(Draft *draft, const CodaMovement *detail, bool parts)
{
    CodaWords words;
    coda_words_read(detail, &words);
    original_take(&draft->words, &words);
    if (parts) {
        text_take(&draft->words.reference, &words.reference);
    } else {
        text_join(draft->text, detail->name);
        text_join(draft->text, words.reference);
    }
    if (!parts || (is_whole_amount(detail) && draft->text->len == 0)) {
        text_join(draft->text, words.text);
        text_join(draft->text, detail->extra->str);
    }
    if (parts && draft->movement->amount > 0 && detail->amount < 0 && !is_whole_amount(detail))
        coda_add(&draft->charges, -detail->amount);
    coda_words_clear(&words);
}

static void draft_read(Draft *draft, bool parts)
{
    coda_words_read(draft->movement, &draft->words);
    draft->text = g_string_new(draft->words.text);
    text_join(draft->text, draft->movement->extra->str);
    for (guint i = 0; draft->details != NULL && i < draft->details->len; i++)
        detail_fold(draft, g_ptr_array_index(draft->details, i), parts);
    if (draft->text->len > 0 || draft->words.reference[0] != '\0' || draft->total == draft->movement)
        return;
    CodaWords words;
    coda_words_read(draft->total, &words);
    text_join(draft->text, words.text);
    text_join(draft->text, draft->total->extra->str);
    text_take(&draft->words.reference, &words.reference);
    coda_words_clear(&words);
}

static void draft_clear(Draft *draft)
{
    coda_words_clear(&draft->words);
    g_string_free(draft->text, TRUE);
}

/* The name of record 2.3 is cut at 35 letters, record 3 has room for 70. */
static const char *name_of(const CodaMovement *movement)
{
    const char *name = movement->name == NULL ? "" : movement->name;
    const char *full = movement->full_name == NULL ? "" : movement->full_name;
    bool cut = g_utf8_strlen(name, -1) >= NAME_FULL && g_str_has_prefix(full, name);
    return name[0] == '\0' || cut ? full : name;
}

static Day day_of(CodaReading *reading, const Draft *draft)
{
    const CodaMovement *movement = draft->movement;
    if (movement->impossible_day || (!day_known(movement->entry) && !day_known(draft->total->entry)))
        coda_remark(reading, CODA_UNDATED, movement->line);
    if (day_known(movement->entry))
        return movement->entry;
    if (day_known(draft->total->entry))
        return draft->total->entry;
    if (day_known(movement->value))
        return movement->value;
    return day_known(draft->total->value) ? draft->total->value : reading->known_day;
}

static void return_fill(const Draft *draft, LineRecord *line)
{
    const CodaMovement *movement = draft->movement;
    guint8 means = code_means(movement);
    line->cheque = (means & CHEQUE) != 0;
    line->reversal = movement->returned || draft->words.returned || (means & RETURN) != 0;
    line->return_reason = draft->words.return_reason[0] != '\0' ? draft->words.return_reason : movement->return_reason;
    if (!is_family(movement, "04")) /* there it is the number of a card */
        line->cheque_number = draft->words.cheque_number;
}

static void amounts_fill(CodaReading *reading, const Draft *draft, LineRecord *line)
{
    bool exact = true;
    const CodaWords *words = &draft->words;
    const char *currency = reading->record.currency;
    line->amount = coda_minor(draft->movement->amount, currency, &exact);
    line->charges = coda_minor(draft->charges, currency, &exact);
    if (draft->total != draft->movement)
        line->batch_amount = coda_minor(draft->total->amount, currency, &exact);
    if (words->original_amount != 0 && words->original_currency[0] != '\0' &&
        strcmp(words->original_currency, currency) != 0) {
        line->original_currency = words->original_currency;
        line->original_amount = coda_minor(words->original_amount, words->original_currency, &exact);
    }
    if (!exact)
        coda_remark(reading, CODA_ROUNDED, draft->movement->line);
    if (words->reference_fails)
        coda_remark(reading, CODA_CHECK_DIGIT, draft->movement->line);
}

static const char *or_empty(const char *text)
{
    return text == NULL || strcmp(text, "NOTPROVIDED") == 0 ? "" : text;
}

static bool draft_tell(CodaReading *reading, Draft *draft, GError **error)
{
    const CodaMovement *movement = draft->movement;
    Day day = day_of(reading, draft);
    LineRecord line = {
        .day = day,
        .value_day = day_known(movement->value) ? movement->value : day,
        .currency = reading->record.currency,
        .name = name_of(movement),
        .account = or_empty(movement->account),
        .reference = draft->words.reference,
        .text = draft->text->str,
        .bank_reference = movement->bank_reference,
        .end_to_end = or_empty(movement->customer_reference),
        .cheque_number = "",
        .mandate = draft->words.mandate,
        .code = movement->code,
        .booked = true,
        .original_currency = "",
        .sequence = ++reading->lines,
        .line = movement->line,
    };
    return_fill(draft, &line);
    amounts_fill(reading, draft, &line);
    return reading->sink->line(&line, reading->sink->data, error);
}

static bool line_tell(CodaReading *reading, const CodaMovement *movement, const CodaMovement *total,
                      const GPtrArray *details, bool parts, GError **error)
{
    Draft draft = {.movement = movement, .total = total, .details = details};
    draft_read(&draft, parts);
    bool going = draft_tell(reading, &draft, error);
    draft_clear(&draft);
    return going;
}

/* ---- totals and details ---- */

/* The details of a subtotal (type 7) that follow it; answers how many, and whether they are exactly it. */
static guint subtotal_measure(const GPtrArray *details, guint at, bool *exact)
{
    const CodaMovement *subtotal = g_ptr_array_index(details, at);
    Milli sum = 0;
    bool fits = true;
    guint count = 0;
    for (guint i = at + 1; i < details->len; i++, count++) {
        const CodaMovement *detail = g_ptr_array_index(details, i);
        if (detail->code[0] != '9')
            break;
        fits = coda_add(&sum, detail->amount) && fits;
    }
    *exact = fits && sum == subtotal->amount;
    return count;
}

/* The smallest parts that are known: details, and those of subtotals where they sum up.  Borrowed. */
static GPtrArray *leaves_of(const CodaGroup *group, bool *subtotal_kept)
{
    GPtrArray *leaves = g_ptr_array_new();
    for (guint i = 0; i < group->details->len; i++) {
        CodaMovement *detail = g_ptr_array_index(group->details, i);
        bool exact = false;
        guint below = detail->code[0] == '7' ? subtotal_measure(group->details, i, &exact) : 0;
        if (below == 0 || !exact) {
            g_ptr_array_add(leaves, detail);
            *subtotal_kept = *subtotal_kept || below > 0;
        }
        if (!exact)
            i += below;
    }
    return leaves;
}

static bool leaves_sum(const GPtrArray *leaves, Milli total)
{
    Milli sum = 0;
    for (guint i = 0; i < leaves->len; i++)
        if (!coda_add(&sum, ((const CodaMovement *)g_ptr_array_index(leaves, i))->amount))
            return false;
    return sum == total;
}

/* Details of type 8 (or of a total of type 3) say how one amount was computed: gross, costs, taxes. */
static bool is_computation(const CodaGroup *group)
{
    for (guint i = 0; i < group->details->len; i++) {
        const CodaMovement *detail = g_ptr_array_index(group->details, i);
        if (detail->code[0] != '8' && (group->total->code[0] != '3' || strchr("5679", detail->code[0]) != NULL))
            return false;
    }
    return group->details->len > 0;
}

/* Costs alone, each with its name, are lines of their own; a payment less its costs stays one payment. */
static bool is_only_costs(const CodaGroup *group)
{
    if (group->total->amount >= 0 || group->details->len < 2)
        return false;
    for (guint i = 0; i < group->details->len; i++)
        if (is_whole_amount(g_ptr_array_index(group->details, i)))
            return false;
    return true;
}

static bool leaves_tell(CodaReading *reading, const CodaGroup *group, const GPtrArray *leaves, GError **error)
{
    for (guint i = 0; i < leaves->len; i++) {
        const CodaMovement *leaf = g_ptr_array_index(leaves, i);
        if ((leaf->amount < 0) != (group->total->amount < 0))
            coda_add(&reading->against, ABS(leaf->amount));
        if (!line_tell(reading, leaf, group->total, NULL, false, error))
            return false;
    }
    return true;
}

/* The details may follow in the file that was cut off: booking the total now would count them twice later. */
static bool broken_tell(CodaReading *reading, const CodaGroup *group)
{
    bool exact = true;
    const CodaMovement *total = group->total;
    g_autofree char *amount = money_plain(coda_minor(total->amount, reading->record.currency, &exact));
    g_autofree char *raw =
        g_strdup_printf("%s/%s %s %s %s", total->sequence, total->detail, total->code, amount, total->bank_reference);
    g_autofree char *clean = coda_clean(raw);
    reading->sink->problem(total->line, _("the file breaks off inside this total: fetch it again from the bank"), clean,
                           reading->sink->data);
    return true;
}

static bool total_tell(CodaReading *reading, const CodaGroup *group, GError **error)
{
    const CodaMovement *total = group->total;
    if (group->details->len > 0)
        unsplit_warn(reading, total,
                     _("%s needs splitting: its details do not add up to it, so it was kept as one line."));
    else if (total->amount > 0 && strchr("12", total->code[0]) != NULL)
        unsplit_warn(reading, total, _("%s needs splitting: the bank gives one amount for several payments."));
    return line_tell(reading, total, total, group->details, false, error);
}

bool coda_group_tell(CodaReading *reading, const CodaGroup *group, bool broken_off, GError **error)
{
    const CodaMovement *total = group->total;
    bool computed = is_computation(group), kept = false;
    g_autoptr(GPtrArray) leaves = leaves_of(group, &kept);
    bool sums = leaves->len > 0 && !group->overflow && leaves_sum(leaves, total->amount);
    if (computed && !(sums && is_only_costs(group)))
        return line_tell(reading, total, total, group->details, true, error);
    if (!sums && broken_off && (group->details->len > 0 || strchr("12", total->code[0]) != NULL))
        return broken_tell(reading, group);
    if (!sums)
        return total_tell(reading, group, error);
    if (kept)
        unsplit_warn(reading, total,
                     _("Of %s a part needs splitting: its details do not add up, so it was kept whole."));
    return leaves_tell(reading, group, leaves, error);
}
