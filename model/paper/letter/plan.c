/* A payment plan on paper: to the cent what was agreed, whatever came in or changed since. */
#include "paper/letter/facts_parts.h"

#include "base/clock.h"
#include "desk/plan.h"

static void item_take(Facts *facts, const PlanItem *item, GString *numbers)
{
    LetterItem row = {.number = item->number,
                      .issued = item->issued,
                      .due = item->due,
                      .amount = item->amount,
                      .open = item->taken,
                      .days_late = MAX(0, day_minus(clock_today(), item->due))};
    letter_values_item(facts->values, &row);
    g_string_append_printf(numbers, "%s%s", numbers->len > 0 ? " " : "", item->number);
}

static void items_take(Facts *facts, const GPtrArray *items)
{
    g_autoptr(GString) numbers = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++)
        item_take(facts, g_ptr_array_index(items, i), numbers);
    facts_payment(facts, items->len == 1 ? ((const PlanItem *)g_ptr_array_index(items, 0))->reference : "",
                  numbers->str);
}

static void parts_take(Facts *facts, const PlanSheet *sheet)
{
    bool down = sheet->plan->has_down;
    for (guint i = 0; i < sheet->promises->len; i++) {
        const Promise *part = g_ptr_array_index(sheet->promises, i);
        if (part->plan_id != sheet->plan->id)
            continue;
        letter_values_part(facts->values, (LetterPart){part->due, part->amount, part->received, down});
        down = false;
    }
}

bool facts_of_plan(Facts *facts, GError **error)
{
    g_auto(PlanSheet) sheet = {0};
    if (!plan_sheet(facts->desk, facts->order->customer_id, facts->order->event_id, &sheet, error))
        return false;
    if (sheet.plan == NULL)
        return true;
    g_strlcpy(facts->values->currency, sheet.plan->currency, sizeof facts->values->currency);
    items_take(facts, sheet.items);
    parts_take(facts, &sheet);
    letter_values_number(facts->values, "plan_interest", sheet.plan->interest);
    letter_values_number(facts->values, "plan_costs", sheet.plan->costs);
    letter_values_day(facts->values, "agreed_on", sheet.plan->made);
    letter_values_fact(facts->values, "falls_due", sheet.plan->falls_due);
    return true;
}
