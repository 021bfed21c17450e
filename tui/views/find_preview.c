#include "views/find_preview.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"

enum { CONTACT_COLUMNS = 36 };

static const char *first_phone(const CardContact *contact)
{
    for (guint i = 0; i < contact->phones->len; i++) {
        const CardPhone *phone = g_ptr_array_index(contact->phones, i);
        if (!phone->wrong)
            return phone->pretty;
    }
    return "";
}

/* As many as fit beside each other. */
static void draw_contacts(const Card *card, const Canvas *canvas, int row)
{
    guint room = (guint)MAX(1, (canvas->columns - 2) / CONTACT_COLUMNS);
    for (guint i = 0; i < MIN(room, card->contacts->len); i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        g_autofree char *words = g_strdup_printf("%s %s", contact->name, first_phone(contact));
        g_autofree char *clean = text_clean(words);
        int wide = room == 1 ? canvas->columns - 2 : CONTACT_COLUMNS - 1;
        paint_fit(canvas, row, 2 + (int)i * CONTACT_COLUMNS, wide, contact->reachable ? ROLE_NORMAL : ROLE_DIM, clean);
    }
    if (card->contacts->len == 0)
        paint_text(canvas, row, 2, ROLE_DIM, _("No contact is known."));
}

/* The last thing that was said, undone ones left out. */
static char *last_contact(const Card *card)
{
    for (guint i = 0; i < card->timeline->len; i++) {
        const TimelineRow *row = g_ptr_array_index(card->timeline, i);
        if (row->event_id == 0 || row->undone)
            continue;
        g_autofree char *day = day_weekday_short(row->when.day);
        return g_strdup_printf(_("last contact %s %s"), day, row->text);
    }
    return g_strdup(_("never spoken to"));
}

static char *invoices_words(const MoneyLine *money)
{
    g_autofree char *many = g_strdup_printf(NP_("%d invoice", "%d invoices", money->invoices), money->invoices);
    if (money->invoices == 0)
        return g_strdup(_("nothing open"));
    return money->days_oldest > 0 ? g_strdup_printf(NP_("%s, oldest %d day", "%s, oldest %d days", money->days_oldest),
                                                    many, money->days_oldest)
                                  : g_strdup_printf(_("%s, none late"), many);
}

static char *touchpoint_words(const Touchpoint *touchpoint)
{
    Now now = clock_now();
    g_autofree char *time = minute_text(touchpoint->when.minute), *day = day_words(touchpoint->when.day);
    if (day_compare(touchpoint->when.day, now.day) > 0)
        return g_strdup_printf(_("Not in today's queue; next contact %s %s"), day, time);
    if (touchpoint->letter)
        return g_strdup(_("A letter is due today"));
    bool late =
        touchpoint->timed && (day_compare(touchpoint->when.day, now.day) < 0 || touchpoint->when.minute < now.minute);
    if (touchpoint->when.minute == MINUTE_NONE)
        return g_strdup(_("In today's queue"));
    return g_strdup_printf(late ? _("In today's queue at %s (late)") : _("In today's queue at %s"), time);
}

/* Colleagues' tasks are no place in the queue. */
static char *queue_words(const Card *card)
{
    if (card->not_callable != NULL)
        return g_strdup(card->not_callable);
    const Touchpoint *own = card_own_touchpoint(card);
    if (own != NULL)
        return touchpoint_words(own);
    if (card->touchpoints->len > 0) {
        const Touchpoint *task = g_ptr_array_index(card->touchpoints, 0);
        return g_strdup_printf(_("Not in today's queue; a task of %s"), task->owner);
    }
    return g_strdup(_("No contact is planned"));
}

static void draw_items(const Card *card, const Canvas *canvas, int row)
{
    for (guint i = 0; i < card->items->len && row < canvas->rows - 1; i++, row++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        g_autofree char *due = day_numeric(item->due), *open = money_text_currency(item->open, item->currency);
        g_autofree char *number = text_clean(item->number);
        paint_fit(canvas, row, 2, 20, ROLE_NORMAL, number);
        paint_text(canvas, row, 23, ROLE_NORMAL, due);
        paint_right(canvas, row, 32, 16, ROLE_NORMAL, open);
        if (item->days_late > 0)
            paint_format(canvas, row, 50, ROLE_NORMAL, NP_("%d day late", "%d days late", item->days_late),
                         item->days_late);
    }
}

void find_preview_draw(const Card *card, const Canvas *canvas)
{
    g_autofree char *invoices = invoices_words(card_money(card)), *last = last_contact(card);
    g_autofree char *story = g_strdup_printf("%s, %s", invoices, last), *clean = text_clean(story);
    g_autofree char *queue = queue_words(card), *name = text_clean(card->name);
    int row = 0;
    paint_rule(canvas, row++, name);
    if (*card->holds_words != '\0')
        paint_fit(canvas, row++, 2, canvas->columns - 2, ROLE_WARN, card->holds_words);
    draw_contacts(card, canvas, row++);
    paint_text(canvas, row++, 2, ROLE_NORMAL, clean);
    paint_text(canvas, row++, 2, ROLE_NORMAL, queue);
    draw_items(card, canvas, row);
}
