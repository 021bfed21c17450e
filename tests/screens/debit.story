# Money that comes by itself, comes back, or comes in part.  What the bank will take is not asked for; after a return the
# script speaks of it; a promise in the history says what became of it; before its day nobody hears that a part is missing.
now 2026-02-24T10:05
book debit
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

row Peeters
screen
---
▌DESK 1 Queue            Tue 24 Feb 10:05  done 0/3  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
>  any   promise   Taxi Demir            B    41       300,00  P 900,00 by Fri …
   any   returned  Garage Van Dijck NV   A    18     1.390,00  N no reply, agai…
   any   day 30    Bakkerij Peeters BV   B    48     1.850,00















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 receipt waits for an answer (9)   1 letter is due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
# Invoice 2026-0311 is taken on Friday: it is open, not marked, not asked for.
keys / text:peeters
keys <Enter>
row direct debit 27/02
row ASK FOR € 1.850,00
screen
---
▌DESK 2 Customer                              Tue 24 Feb 10:05  customer 3 of 3
 Bakkerij Peeters BV         class B  NL  no payments yet, 30 days agreed
 › An Wils, accounts           +32 52 44 18 09    an@peeters.example
 open 2.490,00  direct debit 640,00                          ASK FOR € 1.850,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[ ] 2026-0311       21/01/26  20/02     -       640,00  direct debit 27/02
    Selected 1 of 2                           1.850,00  bank to 23/02
── Script: second call about the due date (V: answers, history) ────────────────
 › Goedendag An Wils, met An van .
 › Factuur 2025-1312 is 48 dagen over de datum; er staat € 1.850,00 open.
 › Wat houdt het tegen - is er iets mis met de levering? (wachten, luisteren)
 › Kan het vandaag vertrekken? Ik kan u de QR-code mailen terwijl we spreken.

── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes

 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
# The bank took back what it had brought.
keys / text:dijck
keys <Enter>
row returned
screen
---
▌DESK 2 Customer                              Tue 24 Feb 10:05  customer 2 of 3
 Garage Van Dijck NV         class A  NL  no payments yet, 30 days agreed
 › Rita Claes, accounts        +32 3 771 20 44    rita@vandijck.example
 open 1.390,00  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 1.390,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2026-0198       07/01/26  06/02    18       980,00  -
[ ] 2026-0230       28/01/26  27/02     -       410,00  -
    Selected 1 of 2                             980,00  bank to 23/02
── Script: the bank returned a payment (V: answers, history) ───────────────────
 › Goedendag Rita Claes, met An van .
 › Uw bank boekte een betaling terug, misschien zonder dat u het weet. Hoe
   zetten we het recht?


── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Tue 24/02 07:00 An     payment returned by the bank: insufficient funds
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
# 600 of 900 came in: once his receipt is accepted the history says so, and the rest may be asked for.
keys 9 +
keys / text:demir
keys <Enter> V V
row partly kept (600,00)
screen
---
▌DESK 2 Customer                              Tue 24 Feb 10:05  customer 1 of 3
 Taxi Demir                  class C  NL  pays 36 days late (14 agreed)
 › Ali Demir, owner            +32 487 30 55 18
 open 300,00  promised 0,00  disputed 0,00  credit 0,00        ASK FOR € 300,00
── Next (=): Thu 05/03 decide on handing over (21 d after letter) ──────────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1299       31/12/25  14/01    41       300,00  -
    Selected 1 of 1                             300,00  bank to 23/02
── History (V: contacts) ───────────────────────────────────────────────────────
 Tue 24/02 10:05 An     receipt assigned
 Thu 19/02              received: € 600,00 · factuur 2025-1299
 Tue 10/02 10:15 An  P  900,00 by Fri 20 Feb: partly kept (600,00)



── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Tue 24/02 10:05 An     receipt assigned
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
# The first part of his plan is due on Thursday.
keys / text:smet
keys <Enter>
no of our plan
row Wat kan ik voor u doen?
row direct debit 02/03
screen
---
▌DESK 2 Customer                                               Tue 24 Feb 10:05
 De Smet Dakwerken           class B  NL  no payments yet, 30 days agreed
 ! plan: 0 of 2 parts kept, next 26/02 4.400,00
 › Jos De Smet, owner          +32 53 21 90 15    jos@desmet.example
 open 10.050,00  promised 8.800,00  direct debit 1.250,00        ASK FOR € 0,00
── Next (=): Fri 27/02 plan (1/2: 4.400,00, 26/02) ─────────────────────────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1290       01/12/25  31/12    55     8.800,00  promised 26/02
[ ] 2026-0312       21/01/26  20/02     -     1.250,00  direct debit 02/03
    Selected 1 of 2                           8.800,00  bank to 23/02
── Script: nothing to ask today (V: answers, history) ──────────────────────────
 › Goedendag Jos De Smet, met An van .
 › Wat kan ik voor u doen? (wachten, luisteren)


── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Mon 09/02 11:00 An  S  2 parts, first Thu 26 Feb
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
