/* Which step of the way comes next, when and why: steps by the calendar and by what was done before, terms of the law,
 * quiet days, and never the same interval twice running. */
#include "base/i18n.h"
#include "cadence_parts.h"

#include <string.h>

static const struct {
    const char *slug, *words;
    const char *brief; /* of those that move a contact; NULL: others */
} WHYS[CADENCE_WHYS] = {
    [CADENCE_WHY_NOTHING] = {"", "", NULL},
    [CADENCE_WHY_SENT] = {"sent", N_("was sent"), NULL},
    [CADENCE_WHY_CONTACTED] = {"contacted", N_("there was a contact since"), NULL},
    [CADENCE_WHY_FIRMER] = {"firmer", N_("a firmer letter went out"), NULL},
    [CADENCE_WHY_CLASS] = {"class", N_("not for his payment class"), NULL},
    [CADENCE_WHY_KIND] = {"kind", N_("not for this kind of customer"), NULL},
    [CADENCE_WHY_COUNTRY] = {"country", N_("not in his country"), NULL},
    [CADENCE_WHY_CLAUSE] = {"clause", N_("our contracts have no clause on costs"), NULL},
    [CADENCE_WHY_NO_ADDRESS] = {"no_address", N_("there is no address to write to: ask for one"), NULL},
    [CADENCE_WHY_NOT_NEW] = {"not_new", N_("for new customers only"), NULL},
    [CADENCE_WHY_REPLACED] = {"replaced", N_("another step stands in its place"), NULL},
    [CADENCE_WHY_NOT_LATE] = {"not_late", N_("not before it is late"), N_("once it is late")},
    [CADENCE_WHY_QUIET] = {"quiet", N_("not so soon after the last contact"), NULL},
    [CADENCE_WHY_LEGAL_TERM] = {"legal_term", N_("the legal term must be over"), N_("legal term")},
    [CADENCE_WHY_UNEVEN] = {"uneven", N_("not the same interval again"), N_("another interval")},
    [CADENCE_WHY_LEGAL_LETTER] = {"legal_letter", N_("the letter that the law asks for must go first"), NULL},
    [CADENCE_WHY_KIND_UNKNOWN] = {"kind_unknown",
                                  N_("nobody said whether this is a business or a consumer: set it first"), NULL},
    [CADENCE_WHY_STEP] = {"step", N_("after the step before it"), NULL},
    [CADENCE_WHY_PAST] = {"past", N_("its day has passed"), N_("day passed")},
    [CADENCE_WHY_IN_VAIN] = {"in_vain", N_("several calls in vain"), N_("calls in vain")},
};

const char *cadence_why_slug(CadenceWhy why)
{
    return WHYS[why].slug;
}

const char *cadence_why_words(CadenceWhy why)
{
    return why == CADENCE_WHY_NOTHING ? "" : _(WHYS[why].words);
}

/* One question: rules, case and the day it is asked for. */
typedef struct {
    const CadenceRules *rules;
    const CadenceCase *about;
    Day today;
} Asked;

typedef struct {
    CadenceMark mark;
    Day own; /* its own day, before quiet days and today's date moved it; DAY_NONE */
} Judged;

static Day later(Day a, Day b)
{
    return day_compare(a, b) >= 0 ? a : b;
}

static const CadenceStep *step_at(const Asked *asked, int index)
{
    return cadence_step(asked->rules->cadence, (size_t)index);
}

static int step_count(const Asked *asked)
{
    return (int)cadence_count(asked->rules->cadence);
}

/* --- For whom ------------------------------------------------------------------------------------------- */

static bool has_country(const CadenceStep *step, const char *country)
{
    bool found = step->countries[0] == NULL;
    for (const char *const *one = step->countries; *one != NULL; one++)
        found |= g_ascii_strcasecmp(*one, country != NULL ? country : "") == 0;
    return found;
}

static CadenceWhy stranger(const Asked *asked, const CadenceStep *step)
{
    const CadenceCase *about = asked->about;
    if ((step->classes >> cadence_class_index(about->payment_class) & 1) == 0)
        return CADENCE_WHY_CLASS;
    if ((step->kinds >> about->kind & 1) == 0)
        return CADENCE_WHY_KIND;
    if (!has_country(step, about->country))
        return CADENCE_WHY_COUNTRY;
    if (step->channel == CADENCE_LETTER && about->no_address)
        return CADENCE_WHY_NO_ADDRESS;
    if (step->with_clause && !about->clause)
        return CADENCE_WHY_CLAUSE;
    return step->first_invoice_only && !about->first_invoice ? CADENCE_WHY_NOT_NEW : CADENCE_WHY_NOTHING;
}

/* The step that stands in the place of this one for him; the step itself where none does. */
static int standing_in(const Asked *asked, int index)
{
    for (int i = 0; i < step_count(asked); i++)
        if (step_at(asked, i)->instead_of == index && stranger(asked, step_at(asked, i)) == CADENCE_WHY_NOTHING)
            return i;
    return index;
}

/* --- What was done -------------------------------------------------------------------------------------- */

/* The last day on which one of its letters went out; DAY_NONE: none did. */
static Day sent_on(const Asked *asked, const CadenceStep *step)
{
    Day day = DAY_NONE;
    for (size_t i = 0; i < asked->about->letter_count && step->channel == CADENCE_LETTER; i++)
        if (g_strv_contains(step->done_by, asked->about->letters[i].document))
            day = asked->about->letters[i].day;
    return day;
}

/* A letter further along: nobody goes back to friendlier words about the same invoice. */
static Day firmer_on(const Asked *asked, int index)
{
    for (int i = index + 1; i < step_count(asked); i++)
        if (day_known(sent_on(asked, step_at(asked, i))) && step_at(asked, i)->instead_of != index)
            return sent_on(asked, step_at(asked, i));
    return DAY_NONE;
}

static Day own_day(const Asked *asked, int index);

/* When the step was done that another one counts from; of a step that is not his, its own day. */
static Day base_day(const Asked *asked, int index)
{
    index = standing_in(asked, index);
    const CadenceStep *step = step_at(asked, index);
    Day own = own_day(asked, index), contact = asked->about->contact;
    if (stranger(asked, step) != CADENCE_WHY_NOTHING)
        return own;
    if (step->channel == CADENCE_CALL)
        return day_known(contact) && day_known(own) && day_compare(contact, own) >= 0 ? contact : DAY_NONE;
    Day sent = sent_on(asked, step);
    return day_known(sent) ? sent : firmer_on(asked, index);
}

/* By the calendar of the invoice and the steps before it; DAY_NONE: a step before it was not done. */
static Day rule_day(const Asked *asked, int index)
{
    const CadenceStep *step = step_at(asked, index);
    const CadenceCase *about = asked->about;
    Day base = step->from == CADENCE_FROM_INVOICE ? about->issued
               : step->from == CADENCE_FROM_DUE   ? about->due
                                                  : base_day(asked, step->after);
    return day_known(base) ? day_plus(base, step->after_days[cadence_class_index(about->payment_class)]) : DAY_NONE;
}

/* The first letter takes the place of calls that reached nobody. */
static Day own_day(const Asked *asked, int index)
{
    const CadenceStep *step = step_at(asked, index);
    Day day = rule_day(asked, index);
    bool wanted = asked->about->letter_wanted && step->channel == CADENCE_LETTER && step->from != CADENCE_FROM_STEP;
    return wanted && day_known(day) && day_compare(asked->today, day) < 0 ? asked->today : day;
}

/* --- The law -------------------------------------------------------------------------------------------- */

typedef LegalPeriod (*PeriodOf)(const CadenceRules *rules, const CadenceLetter *letter);

static LegalPeriod belgian_period(const CadenceRules *rules, const CadenceLetter *letter)
{
    return legal_free_period(rules->rates, rules->calendar, letter->by, letter->day);
}

static LegalPeriod dutch_period(const CadenceRules *rules, const CadenceLetter *letter)
{
    return legal_letter14(rules->rates, rules->calendar, letter->by, letter->day, DAY_NONE);
}

/* What starts the term of a consumer, and the term. */
static const struct {
    const char *country;
    NoticeKind notice;
    bool with_clause; /* without one no cost is ever asked, and there is no term to wait for */
    PeriodOf period;
} TERMS[] = {
    {"BE", NOTICE_REMINDER, true, belgian_period},
    {"NL", NOTICE_LETTER14, false, dutch_period},
};

static bool has_term(const CadenceCase *about, size_t which)
{
    return g_ascii_strcasecmp(TERMS[which].country, about->country) == 0 &&
           (!TERMS[which].with_clause || about->clause);
}

/* The first letter that starts it counts; NULL: none has gone out. */
static const CadenceLetter *term_letter(const Asked *asked, size_t which)
{
    const CadenceRules *rules = asked->rules;
    for (size_t i = 0; i < asked->about->letter_count; i++) {
        const CadenceLetter *letter = &asked->about->letters[i];
        NoticeKind kind = NOTICE_FORMAL;
        if (rules->starts(rules->house, letter->document, &kind) && kind == TERMS[which].notice)
            return letter;
    }
    return NULL;
}

/* What the term still wants before the step may come; NOTHING: it may, from `after` on where that is known.  A
 * consumer's letter announces costs: it goes to nobody of whom we do not know what he is. */
static CadenceWhy term_wants(const Asked *asked, const CadenceStep *step, Day *after)
{
    const CadenceCase *about = asked->about;
    *after = DAY_NONE;
    if (!step->after_legal_term || asked->rules->rates == NULL || about->country == NULL ||
        about->kind == DEBTOR_BUSINESS || about->kind == DEBTOR_PUBLIC)
        return CADENCE_WHY_NOTHING;
    for (size_t i = 0; i < G_N_ELEMENTS(TERMS); i++) {
        if (!has_term(about, i))
            continue;
        const CadenceLetter *letter = term_letter(asked, i);
        *after = letter != NULL ? TERMS[i].period(asked->rules, letter).after : DAY_NONE;
        if (day_known(*after))
            return CADENCE_WHY_NOTHING;
        return about->kind == DEBTOR_UNKNOWN ? CADENCE_WHY_KIND_UNKNOWN : CADENCE_WHY_LEGAL_LETTER;
    }
    return CADENCE_WHY_NOTHING;
}

/* --- One step --------------------------------------------------------------------------------------------- */

static Judged verdict(const CadenceStep *step, CadenceVerdict said, CadenceWhy why, Day day)
{
    return (Judged){{step, said, why, day}, DAY_NONE};
}

static void move(CadenceMark *mark, Day earliest, CadenceWhy why)
{
    if (!day_known(earliest) || day_compare(mark->day, earliest) >= 0)
        return;
    mark->day = earliest;
    mark->why = why;
}

/* From its own day to the day it is done: quiet days, business days, another interval than the last one, today.  What
 * is past already does not move any further. */
static void settle(const Asked *asked, CadenceMark *mark)
{
    const CadenceRules *rules = asked->rules;
    const CadenceCase *about = asked->about;
    bool contacted = day_known(about->contact);
    move(mark, contacted ? day_plus(about->contact, rules->cadence->quiet_days) : DAY_NONE, CADENCE_WHY_QUIET);
    mark->day = calendar_business_days_after(rules->calendar, about->country, mark->day, 0);
    if (contacted && about->previous_gap > 0 && day_minus(mark->day, about->contact) == about->previous_gap &&
        day_compare(mark->day, asked->today) >= 0) {
        mark->day = calendar_business_days_after(rules->calendar, about->country, mark->day, 1);
        mark->why = CADENCE_WHY_UNEVEN;
    }
    move(mark, asked->today, CADENCE_WHY_PAST);
    mark->day = calendar_business_days_after(rules->calendar, about->country, mark->day, 0);
}

static Judged judge_repeating(const Asked *asked, const CadenceStep *step)
{
    const CadenceCase *about = asked->about;
    Judged judged = verdict(step, CADENCE_COMES, CADENCE_WHY_NOTHING, asked->today);
    bool contacted = day_known(about->contact);
    if (contacted)
        judged.mark.day = later(asked->today, day_plus(about->contact, asked->rules->cadence->quiet_days));
    if (step->not_before_due)
        judged.mark.day = later(judged.mark.day, day_plus(about->due, 1));
    judged.mark.day = contacted
                          ? cadence_varied_day(asked->rules, about, judged.mark.day)
                          : calendar_business_days_after(asked->rules->calendar, about->country, judged.mark.day, 0);
    judged.own = judged.mark.day;
    return judged;
}

static Judged judge_dated(const Asked *asked, const CadenceStep *step, Day own, CadenceWhy why)
{
    const CadenceCase *about = asked->about;
    Judged judged = verdict(step, CADENCE_COMES, why, own);
    Day term = DAY_NONE;
    if (step->not_before_due || step->channel == CADENCE_LETTER)
        move(&judged.mark, day_plus(about->due, 1), CADENCE_WHY_NOT_LATE);
    if (step->channel == CADENCE_CALL && day_known(about->contact) && day_compare(judged.mark.day, about->contact) <= 0)
        return verdict(step, CADENCE_DONE, CADENCE_WHY_CONTACTED, about->contact);
    CadenceWhy wanted = term_wants(asked, step, &term);
    if (wanted != CADENCE_WHY_NOTHING)
        return verdict(step, CADENCE_WAITS, wanted, DAY_NONE);
    move(&judged.mark, term, CADENCE_WHY_LEGAL_TERM);
    judged.own = judged.mark.day;
    settle(asked, &judged.mark);
    return judged;
}

static Judged judge(const Asked *asked, int index)
{
    const CadenceStep *step = step_at(asked, index);
    CadenceWhy why = stranger(asked, step);
    if (why != CADENCE_WHY_NOTHING)
        return verdict(step, CADENCE_NOT_HIS, why, DAY_NONE);
    if (standing_in(asked, index) != index)
        return verdict(step, CADENCE_NOT_HIS, CADENCE_WHY_REPLACED, DAY_NONE);
    if (step->repeats)
        return judge_repeating(asked, step);
    bool letter = step->channel == CADENCE_LETTER;
    Day sent = letter ? sent_on(asked, step) : DAY_NONE, firmer = letter ? firmer_on(asked, index) : DAY_NONE;
    if (day_known(sent) || day_known(firmer))
        return verdict(step, CADENCE_DONE, day_known(sent) ? CADENCE_WHY_SENT : CADENCE_WHY_FIRMER,
                       day_known(sent) ? sent : firmer);
    Day own = own_day(asked, index);
    Day term = DAY_NONE;
    bool known = term_wants(asked, step, &term) != CADENCE_WHY_KIND_UNKNOWN;
    if (!day_known(own))
        return verdict(step, CADENCE_WAITS, known ? CADENCE_WHY_STEP : CADENCE_WHY_KIND_UNKNOWN, DAY_NONE);
    bool brought_forward = day_compare(own, rule_day(asked, index)) != 0;
    return judge_dated(asked, step, own, brought_forward ? CADENCE_WHY_IN_VAIN : CADENCE_WHY_NOTHING);
}

CadenceMark cadence_judge(const CadenceRules *rules, const CadenceCase *about, Day today, size_t index)
{
    const Asked asked = {rules, about, today};
    return judge(&asked, (int)index).mark;
}

/* The rule itself, of a step that nothing moved. */
static char *rule_words(const Asked *asked, const CadenceStep *step)
{
    int class = cadence_class_index(asked->about->payment_class), days = step->after_days[class];
    if (step->repeats) {
        days = asked->rules->cadence->gaps[class].days;
        return g_strdup_printf(NP_("about %d day after the last contact", "about %d days after the last contact", days),
                               days);
    }
    if (step->from == CADENCE_FROM_INVOICE)
        return g_strdup_printf(NP_("%d day after the invoice", "%d days after the invoice", days), days);
    if (step->from == CADENCE_FROM_DUE)
        return g_strdup_printf(NP_("%d day after the due day", "%d days after the due day", days), days);
    if (step_at(asked, standing_in(asked, step->after))->channel == CADENCE_LETTER)
        return g_strdup_printf(NP_("%d day after the last letter", "%d days after the last letter", days), days);
    return g_strdup_printf(NP_("%d day after the last call", "%d days after the last call", days), days);
}

static char *rule_brief(const Asked *asked, const CadenceStep *step)
{
    int class = cadence_class_index(asked->about->payment_class), days = step->after_days[class];
    if (step->repeats)
        return g_strdup_printf(_("about %d d after contact"), asked->rules->cadence->gaps[class].days);
    if (step->from == CADENCE_FROM_INVOICE)
        return g_strdup_printf(_("%d d after invoice"), days);
    if (step->from == CADENCE_FROM_DUE)
        return g_strdup_printf(_("%d d after due day"), days);
    bool letter = step_at(asked, standing_in(asked, step->after))->channel == CADENCE_LETTER;
    return g_strdup_printf(letter ? _("%d d after letter") : _("%d d after call"), days);
}

char *cadence_mark_words(const CadenceRules *rules, const CadenceCase *about, const CadenceMark *mark, bool brief)
{
    const Asked asked = {rules, about, mark->day};
    if (mark->why == CADENCE_WHY_NOTHING)
        return brief ? rule_brief(&asked, mark->step) : rule_words(&asked, mark->step);
    if (brief && mark->why == CADENCE_WHY_QUIET)
        return g_strdup_printf(_("%d d after contact"), rules->cadence->quiet_days);
    return g_strdup(_(brief && WHYS[mark->why].brief != NULL ? WHYS[mark->why].brief : WHYS[mark->why].words));
}

/* --- The next one ------------------------------------------------------------------------------------------ */

/* `best` holds step NULL until something was found. */
static void take_earlier(Judged *best, const Judged *challenger, bool latest)
{
    int order = best->mark.step == NULL ? 0 : day_compare(challenger->own, best->own);
    if (best->mark.step == NULL || (latest ? order > 0 : order < 0))
        *best = *challenger;
}

typedef struct {
    Judged missed, coming, letter, again;
} Choice;

static Choice choose(const Asked *asked)
{
    Choice choice = {0};
    for (int i = 0; i < step_count(asked); i++) {
        Judged judged = judge(asked, i);
        if (judged.mark.verdict != CADENCE_COMES)
            continue;
        if (judged.mark.step->repeats)
            choice.again = judged;
        else if (judged.mark.step->channel == CADENCE_LETTER)
            take_earlier(&choice.letter, &judged, false);
        else if (day_compare(judged.own, asked->today) <= 0)
            take_earlier(&choice.missed, &judged, true);
        else
            take_earlier(&choice.coming, &judged, false);
    }
    return choice;
}

CadenceMark cadence_next(const CadenceRules *rules, const CadenceCase *about, Day today)
{
    const Asked asked = {rules, about, today};
    Choice choice = choose(&asked);
    if (choice.missed.mark.step != NULL)
        return choice.missed.mark;
    const Judged *call = choice.coming.mark.step != NULL ? &choice.coming : &choice.again;
    bool letter = choice.letter.mark.step != NULL &&
                  (call->mark.step == NULL || day_compare(choice.letter.mark.day, call->mark.day) <= 0);
    return letter ? choice.letter.mark : call->mark;
}

CadenceMark cadence_letter(const CadenceRules *rules, const CadenceCase *about, Day today)
{
    const Asked asked = {rules, about, today};
    Judged letter = choose(&asked).letter;
    if (letter.mark.step == NULL)
        letter = verdict(NULL, CADENCE_WAITS, CADENCE_WHY_STEP, DAY_NONE);
    return letter.mark;
}

/* --- The whole way ----------------------------------------------------------------------------------------- */

static bool is_at_the_end(const Asked *asked)
{
    for (int i = 0; i < step_count(asked); i++) {
        CadenceMark mark = judge(asked, i).mark;
        if (!mark.step->repeats && (mark.verdict == CADENCE_COMES || mark.verdict == CADENCE_WAITS))
            return false;
    }
    return true;
}

GArray *cadence_way(const CadenceRules *rules, const CadenceCase *about, Day today, guint most)
{
    GArray *way = g_array_new(FALSE, FALSE, sizeof(CadenceMark));
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(CadenceLetter));
    CadenceCase then = *about;
    if (about->letter_count > 0)
        g_array_append_vals(letters, about->letters, (guint)about->letter_count);
    for (bool ended = false; !ended && way->len < most;) {
        const Asked asked = {rules, &then, today};
        ended = is_at_the_end(&asked);
        CadenceMark mark = cadence_next(rules, &then, today);
        g_array_append_val(way, mark);
        if (mark.step->channel == CADENCE_LETTER) {
            const CadenceLetter letter = {mark.step->document, mark.day, SENT_ELECTRONICALLY};
            g_array_append_val(letters, letter);
        }
        then.letters = (const CadenceLetter *)(const void *)letters->data;
        then.letter_count = letters->len;
        then.previous_gap = day_known(then.contact) ? day_minus(mark.day, then.contact) : 0;
        then.contact = today = mark.day;
        then.letter_wanted = false;
    }
    return way;
}
