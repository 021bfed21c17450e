#include "views/card_paint.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/way.h"
#include <string.h>

/* --- Words ------------------------------------------------------------------------------------------------------- */

char *card_behaviour_words(const Card *card)
{
    const Behaviour *behaviour = &card->behaviour;
    if (!behaviour->known)
        return g_strdup_printf(_("no payments yet, %d days agreed"), card->terms_days);
    int days = behaviour->days_late;
    if (days < 0)
        return g_strdup_printf(NP_("pays %d day early (%d agreed)", "pays %d days early (%d agreed)", -days), -days,
                               card->terms_days);
    return g_strdup_printf(NP_("pays %d day late (%d agreed)", "pays %d days late (%d agreed)", days), days,
                           card->terms_days);
}

char *card_trend_words(const Card *card)
{
    int trend = card->behaviour.trend;
    if (!card->behaviour.known || trend == 0 || card->slowing) /* his months are told */
        return g_strdup("");
    if (trend > 0)
        return g_strdup_printf(NP_("lately %d day slower", "lately %d days slower", trend), trend);
    return g_strdup_printf(NP_("lately %d day faster", "lately %d days faster", -trend), -trend);
}

char *card_bank_words(const Card *card)
{
    if (!day_known(card->bank_day))
        return g_strdup(_("no bank data yet"));
    g_autofree char *day = day_short(card->bank_day);
    return g_strdup_printf(card->bank_stale ? _("! bank to %s") : _("bank to %s"), day);
}

char *card_next_words(const Card *card)
{
    const WayRow *next = way_next(card->way);
    g_autofree char *words = next != NULL ? way_row_words(next, true) : NULL;
    return next != NULL ? g_strdup_printf(_("Next (=): %s"), words) : NULL;
}

/* --- Money ----------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *label, *brief;
    size_t offset;
    enum { PART_SOMETIMES, PART_ALWAYS, PART_RARE } shown; /* rare: only where there is any */
} Part;

static const Part parts[] = {
    {NC_("amount", "open"), N_("op"), G_STRUCT_OFFSET(MoneyLine, open), PART_ALWAYS},
    {N_("promised"), N_("pr"), G_STRUCT_OFFSET(MoneyLine, promised), PART_SOMETIMES},
    {N_("disputed"), N_("di"), G_STRUCT_OFFSET(MoneyLine, disputed), PART_SOMETIMES},
    {N_("credit"), N_("cr"), G_STRUCT_OFFSET(MoneyLine, unallocated), PART_SOMETIMES},
    {N_("direct debit"), N_("dd"), G_STRUCT_OFFSET(MoneyLine, collecting), PART_RARE},
};

/* all: the noughts as well; brief: labels of two letters, where the long ones do not fit. */
static char *money_words(const MoneyLine *money, bool all, bool brief)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        Cents cents = G_STRUCT_MEMBER(Cents, money, parts[i].offset);
        if (cents == 0 && (parts[i].shown == PART_RARE || (!all && parts[i].shown == PART_SOMETIMES)))
            continue;
        g_autofree char *text = money_text(cents);
        g_string_append_printf(words, "%s%s %s", words->len > 0 ? "  " : "",
                               i18n_word(brief ? parts[i].brief : parts[i].label), text);
    }
    return g_string_free(words, FALSE);
}

/* The longest form that fits beside what is asked. */
static char *money_fitting(const MoneyLine *money, int room)
{
    char *words = money_words(money, true, false);
    for (int shorter = 1; shorter < 4 && text_width(words) > room; shorter++) {
        g_free(words);
        words = money_words(money, shorter == 2, shorter >= 2);
    }
    return words;
}

static void paint_money_line(const MoneyLine *money, const Canvas *canvas, int row)
{
    g_autofree char *ask = money_text_currency(money->ask, money->currency);
    g_autofree char *asked = g_strdup_printf(_("ASK FOR %s"), ask);
    int room = canvas->columns - text_width(asked) - 2;
    g_autofree char *words = money_fitting(money, room);
    Canvas left = canvas_part(canvas, row, 0, 1, MAX(room, 0));
    paint_text(&left, 0, 0, ROLE_NORMAL, words);
    paint_right(canvas, row, 0, canvas->columns, ROLE_GOOD, asked);
}

int card_paint_money(const Card *card, Canvas canvas)
{
    int row = 0;
    for (guint i = 0; i < card->money->len && row < canvas.rows; i++)
        paint_money_line(&g_array_index(card->money, MoneyLine, i), &canvas, row++);
    return row;
}

/* --- Who ------------------------------------------------------------------------------------------------------- */

static char *flags_of(const Card *card)
{
    GString *flags = g_string_new(NULL);
    const struct {
        bool set;
        const char *words;
    } all[] = {{card->stop_supply, N_("DELIVERY STOP")},
               {card->prepay, N_("PAYS IN ADVANCE")},
               {card->restricted, N_("RESTRICTED")}};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        if (all[i].set)
            g_string_append_printf(flags, "%s%s", flags->len > 0 ? " · " : "", _(all[i].words));
    }
    return g_string_free(flags, FALSE);
}

int card_paint_name(const Card *card, Canvas canvas)
{
    g_autofree char *flags = flags_of(card), *behaviour = card_behaviour_words(card);
    g_autofree char *language = g_ascii_strup(card->language, -1);
    g_autofree char *class = g_strdup_printf(_("class %c"), card->payment_class);
    const char *more = *flags != '\0' ? flags : behaviour;
    bool fits = text_width(card->name) + text_width(more) + 16 <= canvas.columns; /* else the name matters more */
    g_autofree char *facts = g_strdup_printf("%s%s  %s  %s", class, card->class_is_manual ? "*" : "", language,
                                             fits || *flags != '\0' ? more : "");
    int room = canvas.columns - text_width(facts) - 2;
    int used = paint_fit(&canvas, 0, 0, CLAMP(text_width(card->name), 0, MAX(room, 12)), ROLE_NORMAL, card->name);
    Canvas right = canvas_part(&canvas, 0, used, 1, canvas.columns);
    paint_text(&right, 0, MAX(2, MIN(28, canvas.columns - text_width(facts)) - used), *flags ? ROLE_WARN : ROLE_NORMAL,
               facts);
    return 1;
}

int card_contact_rows(const Card *card)
{
    int rows = 0;
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        rows += MAX((int)contact->phones->len, 1);
    }
    return MAX(rows, 1);
}

static char *contact_words(const Card *card, const CardContact *contact)
{
    bool asked = contact->id == card->ask_contact_id;
    return g_strdup_printf("%s%s%s%s", asked ? "› " : "  ", contact->name, *contact->name != '\0' ? ", " : "",
                           contact->role_label);
}

/* Why not now, else when at all. */
static char *reach_words(const CardContact *contact)
{
    if (!contact->reachable)
        return g_strdup_printf(_("not now: %s"), contact->unreachable_why);
    return g_strdup(contact->reach);
}

static void paint_contact_row(const Card *card, const CardContact *contact, const CardPhone *phone,
                              const Canvas *canvas, int row, bool first, bool selected)
{
    int phone_at = MIN(30, canvas->columns / 2 - 4), right_at = phone_at + 19;
    Role role = contact->reachable ? ROLE_NORMAL : ROLE_DIM;
    g_autofree char *who = contact_words(card, contact), *reach = reach_words(contact);
    paint_fit(canvas, row, 0, phone_at - 1, role, first ? who : "");
    if (phone != NULL) {
        Role number = phone->wrong ? ROLE_DIM : selected ? ROLE_SELECTED : role;
        int used = paint_text(canvas, row, phone_at, number, phone->pretty);
        if (phone->wrong)
            paint_text(canvas, row, phone_at + used + 1, ROLE_DIM, _("wrong number"));
        if (selected)
            canvas_cursor(canvas, row, phone_at);
    }
    if (!first)
        return;
    bool mail = *contact->email != '\0';
    g_autofree char *right = g_strdup_printf("%s%s%s", reach, *reach != '\0' && mail ? "  " : "", contact->email);
    paint_text(canvas, row, right_at, contact->reachable ? ROLE_NORMAL : ROLE_WARN, right);
}

/* Whom to ask for now comes first, whatever the order of the book. */
static void paint_contact(const Card *card, const CardContact *contact, const Canvas *canvas, int *row,
                          const CardPhone *selected)
{
    for (guint i = 0; (i < contact->phones->len || i == 0) && *row < canvas->rows; i++) {
        const CardPhone *phone = i < contact->phones->len ? g_ptr_array_index(contact->phones, i) : NULL;
        paint_contact_row(card, contact, phone, canvas, (*row)++, i == 0, phone != NULL && phone == selected);
    }
}

int card_paint_contacts(const Card *card, Canvas canvas, const CardPhone *selected)
{
    int row = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < card->contacts->len; i++) {
            const CardContact *contact = g_ptr_array_index(card->contacts, i);
            if ((contact->id == card->ask_contact_id) == (pass == 0))
                paint_contact(card, contact, &canvas, &row, selected);
        }
    }
    if (card->contacts->len == 0)
        paint_text(&canvas, row++, 0, ROLE_WARN, _("  no contact known: W notes a number"));
    return row;
}

/* --- Guard ----------------------------------------------------------------------------------------------------- */

int card_guard_rows(const Card *card)
{
    return (*card->holds_words != '\0') + (card->not_callable != NULL) + (!card->hours.allowed) + card->slowing +
           (plan_live(card->plans) != NULL) + (int)card->disputes->len;
}

/* What was agreed and what is contested: who speaks with him must know it. */
static int paint_standing(const Card *card, const Canvas *canvas, int row)
{
    const Plan *plan = plan_live(card->plans);
    if (plan != NULL && row < canvas->rows) {
        g_autofree char *words = plan_words(plan);
        paint_format(canvas, row++, 0, plan->state == PLAN_RUNNING ? ROLE_NORMAL : ROLE_WARN, "! %s", words);
    }
    for (guint i = 0; i < card->disputes->len && row < canvas->rows; i++) {
        const Dispute *dispute = g_ptr_array_index(card->disputes, i);
        g_autofree char *words = dispute_words(dispute);
        bool late = dispute->state == DISPUTE_LATE || dispute->state == DISPUTE_OVERDUE;
        paint_format(canvas, row++, 0, late ? ROLE_WARN : ROLE_NORMAL, "! %s", words);
    }
    return row;
}

int card_paint_guard(const Card *card, Canvas canvas)
{
    int row = 0;
    if (*card->holds_words != '\0') {
        g_autofree char *words = g_strconcat("! ", card->holds_words, NULL);
        paint_fit(&canvas, row++, 0, canvas.columns, ROLE_WARN, words);
    }
    if (card->not_callable != NULL && row < canvas.rows)
        paint_format(&canvas, row++, 0, ROLE_WARN, "! %s", card->not_callable);
    if (!card->hours.allowed && row < canvas.rows) {
        g_autofree char *opens = moment_words(card->hours.opens);
        paint_format(&canvas, row++, 0, ROLE_WARN, _("! Outside the contact hours (%s); from %s."), card->hours.reason,
                     opens);
    }
    if (card->slowing && row < canvas.rows) {
        g_autofree char *figures = slower_words(&card->behaviour.months);
        paint_format(&canvas, row++, 0, ROLE_WARN, _("! Pays slower: %s"), figures);
    }
    return paint_standing(card, &canvas, row);
}

/* Adds what still fits: half a figure would be a wrong one. */
static void add_fitting(GString *words, int room, const char *more)
{
    if (text_width(words->str) + 3 + text_width(more) <= room)
        g_string_append_printf(words, "%s%s", words->len > 0 ? "   " : "", more);
}

int card_paint_promises(const Card *card, Canvas canvas)
{
    g_autofree char *kept =
        g_strdup_printf(_("Promises kept %d, broken %d"), card->promises_kept, card->promises_broken);
    g_autofree char *trend = card_trend_words(card), *money = NULL, *limit = NULL;
    g_autofree char *stop = g_strdup_printf(_("delivery stop: %s"), card->stop_supply ? _("yes") : _("no"));
    GString *words = g_string_new(NULL);
    add_fitting(words, canvas.columns, kept);
    if (*trend != '\0')
        add_fitting(words, canvas.columns, trend);
    if (card->credit_limit >= 0) {
        money = money_text_currency(card->credit_limit, card_money(card)->currency);
        limit = g_strdup_printf(_("credit limit %s"), money);
        add_fitting(words, canvas.columns, limit);
    }
    add_fitting(words, canvas.columns, stop);
    paint_text(&canvas, 0, 0, ROLE_NORMAL, words->str);
    g_string_free(words, TRUE);
    return 1;
}

/* --- Sentences ------------------------------------------------------------------------------------------------- */

enum { SIGN_WIDTH = 3 };

/* French sets a blank before ? ! ; : » and after «: a line must not break there. */
static char *keep_together(const char *line)
{
    static const char *const after[] = {"?", "!", ";", ":", "»"};
    GString *text = g_string_new(line);
    g_string_replace(text, "« ", "«\u00a0", 0);
    for (size_t i = 0; i < G_N_ELEMENTS(after); i++) {
        g_autofree char *loose = g_strconcat(" ", after[i], NULL), *tight = g_strconcat("\u00a0", after[i], NULL);
        g_string_replace(text, loose, tight, 0);
    }
    return g_string_free(text, FALSE);
}

int script_rows(const char *const *lines, int columns)
{
    int rows = 0;
    for (; lines != NULL && *lines != NULL; lines++) {
        g_autofree char *line = keep_together(*lines);
        g_auto(GStrv) wrapped = text_wrap(line, MAX(1, columns - SIGN_WIDTH));
        rows += (int)g_strv_length(wrapped);
    }
    return rows;
}

/* What does not fit any more ends in …, so that nobody reads half a sentence as a whole one. */
static int paint_sentence(const Canvas *canvas, Role role, const char *line)
{
    g_auto(GStrv) wrapped = text_wrap(line, MAX(1, canvas->columns));
    int rows = (int)g_strv_length(wrapped);
    for (int row = 0; row < MIN(rows, canvas->rows); row++) {
        bool cut = row == canvas->rows - 1 && rows > canvas->rows;
        g_autofree char *more = cut ? g_strconcat(wrapped[row], "…", NULL) : g_strdup(wrapped[row]);
        paint_text(canvas, row, 0, role, more);
    }
    return rows;
}

int script_paint(const char *const *lines, const char *sign, Canvas canvas, Role role)
{
    int row = 0;
    for (; lines != NULL && *lines != NULL && row < canvas.rows; lines++) {
        Canvas rest = canvas_part(&canvas, row, SIGN_WIDTH, canvas.rows - row, canvas.columns - SIGN_WIDTH);
        g_autofree char *line = keep_together(*lines);
        paint_text(&canvas, row, 1, role, sign);
        row += paint_sentence(&rest, role, line);
    }
    return MIN(row, canvas.rows);
}
