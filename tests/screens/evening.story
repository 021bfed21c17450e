# Outside the contact hours the desk warns on every screen of the customer, and still lets the agent decide.
size 80x24
now 2026-02-24T21:30
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
row -
keys <Enter>
row ! Outside the contact hours
screen
---
▌DESK 2 Customer                              Tue 24 Feb 21:30  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 ! Outside the contact hours (too late to call); from Wed 25 Feb 09:00.
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
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
keys T
row Outside the contact hours (too late to call): ringing
