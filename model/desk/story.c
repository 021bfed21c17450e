/* What the cadence looks at, of one customer: his oldest invoice, his class and kind, the last contact, and the letters
 * about that invoice. */
#include "desk/touchpoint_parts.h"

#include "base/clock.h"
#include "desk/letter_notice.h"
#include "ledger/account.h"

#include <string.h>

bool contact_last(Desk *desk, gint64 customer_id, Day *day, GError **error)
{
    gint64 number = 0;
    if (!store_value(desk->store,
                     "SELECT max(e.day) AS day FROM event e WHERE e.customer_id = :customer"
                     " AND" EVENT_IS_CONTACT("e") " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(INTEGER("customer", customer_id)), DAY_NONE.number, &number, error))
        return false;
    *day = day_from_number(number);
    return true;
}

void story_clear(Story *story)
{
    g_free(story->number);
    g_free(story->country);
    g_clear_pointer(&story->letters, g_array_unref);
}

void story_letter(Story *story, const char *document, const char *channel, const char *items, gint64 sent_utc)
{
    g_autofree char *all = g_strdup_printf(" %s ", items);
    g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", story->item_id);
    const CadenceLetter letter = {.document = g_intern_string(document),
                                  .day = sent_utc > 0 ? clock_day_of(sent_utc) : clock_today(),
                                  .by = strcmp(channel, "email") == 0 ? SENT_ELECTRONICALLY : SENT_BY_POST};
    bool about = *items == '\0' || strstr(all, wanted) != NULL;
    if (!about || story->item_id == 0 || day_compare(letter.day, story->due) <= 0)
        return;
    if (story->letters == NULL)
        story->letters = g_array_new(FALSE, FALSE, sizeof(CadenceLetter));
    g_array_append_val(story->letters, letter);
}

/* What was taken back before it left was never said. */
static bool letters_read(Desk *desk, gint64 customer_id, Story *story, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT document, channel, items, coalesce(sent_utc, 0) AS sent FROM outbox"
                                         " WHERE customer_id = :customer AND state <> 'recalled' ORDER BY id",
                                         BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query))
        story_letter(story, query_text(query, "document"), query_text(query, "channel"), query_text(query, "items"),
                     query_integer(query, "sent"));
    return query != NULL && query_finish(query, error);
}

/* A letter that reaches nobody comes back as one call that says why.  After that call the way goes on without letters,
 * or it would ring again as soon as the quiet days are over, for ever. */
static bool address_was_asked(const Desk *desk, const Story *story)
{
    const CadenceRules rules = desk_rules(desk);
    CadenceCase about = story_case(desk, story);
    about.no_address = false;
    about.contact = DAY_NONE;
    about.previous_gap = 0;
    CadenceMark letter = cadence_letter(&rules, &about, day_plus(story->due, 1));
    return letter.step != NULL && day_known(story->contact) && day_compare(letter.day, story->contact) <= 0;
}

/* The oldest invoice of which something is not disputed leads.  First invoice: nothing of his was ever paid, closed or
 * set off, and he is not an old customer. */
bool story_read(Desk *desk, gint64 customer_id, Story *story, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT c.number, c.country, c.kind, c.quiet_until, coalesce(c.class_manual, c.class) AS class, i.id AS "
        "item_id, "
        "i.issued," ITEM_ASKED_FROM " AS asked_from," ITEM_COLLECT_DAY " AS collect,"
        " CASE WHEN EXISTS (SELECT 1 FROM item p WHERE p.customer_id = c.id AND (p.state <> 'open' OR p.kind = "
        "'payment'"
        "   OR p.open <> p.amount OR coalesce(p.issued, p.due) < :since)) THEN 0 ELSE 1 END AS first_invoice,"
        " CASE WHEN" CUSTOMER_HAS_POST("c") " OR EXISTS (SELECT 1 FROM contact p WHERE p.customer_id = c.id "
                                            "AND" CONTACT_HAS_MAIL(
                                                "p") ") THEN 0 ELSE 1 END AS no_address,"
                                                     " (SELECT t.gap FROM touchpoint t WHERE t.customer_id = c.id "
                                                     "ORDER BY t.id DESC LIMIT 1) AS gap"
                                                     " FROM customer c LEFT JOIN item i ON i.customer_id = c.id AND "
                                                     "i.state = 'open' AND i.kind = 'invoice'"
                                                     " AND i.open > 0 WHERE c.id = :id"
                                                     " ORDER BY CASE WHEN i.open >" ITEM_DISPUTED
                                                     " THEN 0 ELSE 1 END, asked_from, i.id LIMIT 1",
        BINDS(INTEGER("id", customer_id), DAY("since", day_plus(clock_today(), -NEW_CUSTOMER_DAYS))), error);
    if (query != NULL && query_next(query)) {
        story->number = query_dup(query, "number");
        story->country = query_dup(query, "country");
        (void)debtor_kind_find(query_text(query, "kind"), &story->kind);
        story->payment_class = *query_text(query, "class");
        story->quiet_until = query_day(query, "quiet_until");
        story->item_id = query_integer_or(query, "item_id", 0);
        story->issued = query_day(query, "issued");
        story->due = query_day(query, "asked_from");
        story->collect = query_day(query, "collect");
        story->first_invoice = query_integer(query, "first_invoice") != 0;
        story->no_address = query_integer(query, "no_address") != 0;
        story->previous_gap = (int)query_integer_or(query, "gap", 0);
    }
    if (query == NULL || !query_finish(query, error) || !contact_last(desk, customer_id, &story->contact, error) ||
        !letters_read(desk, customer_id, story, error))
        return false;
    story->no_address = story->no_address && story->item_id != 0 && address_was_asked(desk, story);
    return true;
}

CadenceCase story_case(const Desk *desk, const Story *story)
{
    const GArray *letters = story->letters;
    return (CadenceCase){.number = story->number,
                         .country = story->country,
                         .kind = story->kind,
                         .payment_class = story->payment_class,
                         .clause = settings_boolean(desk->settings, "charges", "clause"),
                         .issued = day_known(story->issued) ? story->issued : story->due,
                         .due = story->due,
                         .first_invoice = story->first_invoice,
                         .contact = story->contact,
                         .no_address = story->no_address,
                         .previous_gap = story->previous_gap,
                         .letter_wanted = story->letter_wanted,
                         .letters = letters != NULL ? (const CadenceLetter *)(const void *)letters->data : NULL,
                         .letter_count = letters != NULL ? letters->len : 0};
}

/* A letter starts the same in every language it is written in. */
static bool letter_starts(const void *house, const char *document, NoticeKind *kind)
{
    static const char *const languages[] = {"en", "nl", "fr", "de"};
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        if (letter_notice(house, document, languages[i], kind))
            return true;
    return false;
}

CadenceRules desk_rules(const Desk *desk)
{
    return (CadenceRules){desk->cadence, desk->calendar, desk->rates, letter_starts, desk};
}

CadenceMark story_next(const Desk *desk, const Story *story)
{
    Day today = clock_today();
    CadenceCase about = story_case(desk, story);
    const CadenceRules rules = desk_rules(desk);
    CadenceMark mark = cadence_next(&rules, &about, today);
    if (day_known(story->quiet_until) && day_compare(story->quiet_until, mark.day) > 0)
        mark.day = story->quiet_until;
    if (day_known(story->collect) && day_compare(mark.day, story->collect) <= 0) /* no courtesy call about it either */
        mark.day = day_plus(story->collect, 1);
    mark.day = calendar_business_days_after(desk->calendar, story->country,
                                            day_compare(mark.day, today) < 0 ? today : mark.day, 0);
    return mark;
}
