# The call screen: whom to ring, what may be asked, what to say, what may come out of it.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
also 100x30
also 200x60

keys <Enter>
row ASK FOR € 4.852,60
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Script: called back as agreed (V: answers, history) ─────────────────────────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Hebt u het kunnen nakijken? Wat hebt u gevonden?
 › Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we…
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys V V
row agreed: we ring
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── History (V: contacts) ───────────────────────────────────────────────────────
 Thu 19/02 15:40 An  B  agreed: we ring Tue 24 Feb 14:00 · wants proof of deli…
 Tue 10/02 10:15 An  B  agreed: we ring Thu 12 Feb 11:00
 Thu 15/01 11:30 An  G  invoice received, in order · all delivered well
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Thu 19/02 15:40 An  B  agreed: we ring Tue 24 Feb 14:00 · wants proof of…
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys V
row Promises kept
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Contacts and habits (V: charges) ────────────────────────────────────────────
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 Promises kept 0, broken 0   credit limit € 7.500,00   delivery stop: no
 1-30 1.510,00   31-60 3.342,60
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys V
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Interest and costs (V: script) ──────────────────────────────────────────────
 on top            165,80  today; 1,39 more each day
 interest           45,80  by law, without a notice, from the first late day
 fixed sum         120,00  by law, without a notice, from the first late day
 costs            not yet  above the fixed sum: proof, and agreement or a judge
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys V <Space>
row Selected 2 of 3
# No program dials: the number stands large, the clock runs.
keys T
row CALL 00:00
screen
---
▌DESK 2 Customer                  CALL 00:00  Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[ ] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 2 of 3                           3.002,60  bank to 23/02
── Script: called back as agreed (V: answers, history) ─────────────────────────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Hebt u het kunnen nakijken? Wat hebt u gevonden?
 › Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we…
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one
Ringing +32 52 44 18 09; T hangs up.
 T hang up  letter = outcome  E note  V view  F8 next  ? help
---
wait 125
row CALL 02:05
# Every key of the note is kept; the line under it says what does not belong there.
keys E text:wants proof of delivery
row no health
screen
---
▌DESK 2 Customer                  CALL 02:05  Tue 24 Feb 14:09  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[ ] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 2 of 3                           3.002,60  bank to 23/02
── Script: called back as agreed (V: answers, history) ─────────────────────────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Hebt u het kunnen nakijken? Wat hebt u gevonden?
 › Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we…
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> wants proof of delivery
Facts and agreements only: no health, no family, no other debts.
 Enter keep for the outcome  Ctrl-S on record now  Ctrl-O editor  F1 help
---
keys <Enter>
row Note kept
# After hanging up the outcome is asked for; leaving without one is asked once.
keys T
row Hung up after 02:05
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:09  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[ ] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 2 of 3                           3.002,60  bank to 23/02
── Script: called back as agreed (V: answers, history) ─────────────────────────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Hebt u het kunnen nakijken? Wat hebt u gevonden?
 › Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we…
── Choose the outcome: press the letter ────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> wants proof of delivery
Hung up after 02:05.  Press the letter of the outcome.
 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys <Esc>
row leave without an outcome?
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:09  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[ ] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 20┌──────────────────────────────────────────────────────────────────┐
[x] 20│ You have called Bakkerij Peeters BV: leave without an outcome?   │
    Se│ The day report will count it as a call without outcome; he stays │
── Scr│ on today's list.                                                 │──────
 › Goe│                                                                  │oken.
 › Het│   Y  Yes                                                         │at.
 › Heb│ > N  No                                                          │
 › Kun└──────────────────────────────────────────────────────────────────┘…
── Choose the outcome: press the letter ────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> wants proof of delivery
Hung up: press the letter of what came out of it; X puts it to the end of today.
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys N
row Choose the outcome
keys P text:
keys <Enter> text:27/2
keys <Enter>
row Logged
row De Smet Dakwerken
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:09  customer 2 of 9
 De Smet Dakwerken           class B  NL  no payments yet, 30 days agreed
 ! € 2.925,11 over the credit limit of € 15.000,00
 › Jos De Smet, owner          +32 53 21 90 15    jos@desmet.example
 open 17.925,11  promised 0,00  disputed 0,00  credit 0,00  ASK FOR € 17.925,11
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1105       25/10/25  24/11    92     9.125,11  -
[x] 2025-1290       01/12/25  31/12    55     8.800,00  -
    Selected 2 of 2                          17.925,11  bank to 23/02
── Script: promise not paid in full (V: answers, history) ──────────────────────
 › Goedendag Jos De Smet, met An van Vandenberghe Papier.
 › We spraken een betaling af; tot 23/02 toont onze bank nog € 17.925,11 open.
 › Is er iets tussengekomen? Kan het vandaag vertrekken?

── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Tue 03/02 10:10 An  P  8.800,00 by Fri 13 Feb: not kept
 Note> E writes one
Logged: Bakkerij Peeters BV: promise to pay, promise Mon 02/03 09:30.  U undo
 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
