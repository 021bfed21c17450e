# Left after a call without an outcome: asked once, then on record, and the customer stays on the list.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
keys T
row CALL 00:00
keys <F8>
row leave without an outcome?
keys <Esc>
row T hang up
keys <Esc>
row leave without an outcome?
keys Y
row 1 Queue
row Bakkerij Peeters
keys <Enter> V V
row call without outcome
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
 Tue 24/02 14:07 An     call without outcome
 Thu 19/02 15:40 An  B  agreed: we ring Tue 24 Feb 14:00 · wants proof of deli…
 Tue 10/02 10:15 An  B  agreed: we ring Thu 12 Feb 11:00
 Thu 15/01 11:30 An  G  invoice received, in order · all delivered well
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
