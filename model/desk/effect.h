/* The effect verbs of the playbook: one table says which fields each takes and of which type.  The rows are
 * checked at load against it; outcome_log carries them out in the order of the file. */
#pragma once
#include "desk/playbook.h"

/* Positions in EffectRow.fields.
 *   promise AMOUNT BY [HOW]                     a promise to pay
 *   part AMOUNT BY REST_BY [HOW]                two promises: this amount, and the rest of what may be asked
 *   cheque NUMBER AMOUNT POSTED [BANK]          a promise of kind cheque
 *   paid PAID_ON AMOUNT [REF]                   a promise of kind paid: says it has left already
 *   plan PARTS FIRST EVERY [DOWN] [CHARGES] [FALLS_DUE]      one promise of kind instalment per part, and one today
 *                                               for DOWN; CHARGES: what may be asked today is in it
 *   plan_answer HOW                             HOW: approved, refused (by a supervisor), cancelled, called_in
 *   dispute INVOICE REASON DISPUTED WHAT [OWNER] [REST_BY]   holds that part; REST_BY: the rest is promised
 *   dispute_end INVOICE HOW [CREDIT] [BY]       HOW: credited, rejected, withdrawn; accepted: a credit note is to come
 *                                               by BY, held until then; partly: of CREDIT, the rest is due again
 *   absent CONTACT BACK [DEPUTY]
 *   wrong_number NUMBER [NEW] [SOURCE]
 *   send DOCUMENT [to FIELD] [by FIELD] [items FIELD]        to the outbox, leaves after the recall time
 *   details KIND [LANGUAGE]                     KIND: business, consumer, public; LANGUAGE: nl, fr, en, de
 *   block SLUG                                  customer.not_callable (insolvency, mediation)
 *   unblock SLUG                                ends it, where it is this one
 *   hold WHAT [from FIELD] [because FIELD] [amount FIELD] [detail FIELD] [anyway FIELD]
 *                                               a decision (desk/holds.h): supply_stop, prepay, credit_limit, deadline,
 *                                               handover; from: the day, today where it is left out;
 *                                               anyway: a hand-over although something stands in the way
 *   lift WHAT [because FIELD]                   ends it today
 *   supersede                                   live promises on the same items are replaced by this one
 *   keep                                        planned touchpoints of the desk stay as they are
 * Each may end in "when FIELD", "when no FIELD" or "when FIELD is VALUE". */
enum { PROMISE_AMOUNT, PROMISE_BY, PROMISE_HOW };
enum { PART_AMOUNT, PART_BY, PART_REST_BY, PART_HOW };
enum { CHEQUE_NUMBER, CHEQUE_AMOUNT, CHEQUE_POSTED, CHEQUE_BANK };
enum { PAID_ON, PAID_AMOUNT, PAID_REF };
enum { PLAN_PARTS, PLAN_FIRST, PLAN_EVERY, PLAN_DOWN, PLAN_CHARGES, PLAN_FALLS_DUE };
enum { PLAN_ANSWER_HOW };
enum { DISPUTE_INVOICE, DISPUTE_REASON, DISPUTE_AMOUNT, DISPUTE_WHAT, DISPUTE_OWNER, DISPUTE_REST_BY };
enum { DISPUTE_END_INVOICE, DISPUTE_END_HOW, DISPUTE_END_CREDIT, DISPUTE_END_BY };
enum { ABSENT_CONTACT, ABSENT_BACK, ABSENT_DEPUTY };
enum { DETAILS_KIND, DETAILS_LANGUAGE };
enum { WRONG_NUMBER, WRONG_NEW, WRONG_SOURCE };
enum { HOLD_FROM, HOLD_REASON, HOLD_AMOUNT, HOLD_DETAIL, HOLD_ANYWAY };
enum { LIFT_REASON };
enum { SEND_TO, SEND_BY, SEND_ITEMS };

/* Documents `send` knows: copy, copy_qr, qr, confirmation, agreement, debt_help, demand, notice, thank_you … */
const char *const *effect_documents(void); /* NULL-terminated */
const char *effect_name(EffectVerb verb);
