/* A letter that is due, written: what the outbox would have, and why it cannot be written. */
#pragma once
#include "desk/outbox.h"
#include "desk/reminders.h"
#include "paper/letter_template.h"

/* As the outbox would have it, newer than all that is there. */
OutboxOrder *letter_due_order(Desk *desk, const Reminder *reminder);
/* A ReminderCheck; data: const LetterTemplates *. */
char *letter_due_check(Desk *desk, const Reminder *reminder, void *templates);
/* Every letter of the list is written once: where that cannot be done the reminder says why (block). */
void letter_due_judge(Desk *desk, const LetterTemplates *templates, const GPtrArray *reminders);

/* Steps of the cadence whose letter does not exist, is for others, or does not leave the days that it gives; sentences,
 * GPtrArray of char *. */
GPtrArray *letter_steps_faults(const Cadence *cadence, const LetterTemplates *templates);
