# Good news and slow payers: an A customer who paid slower in each of three months is rung early, with the figures; whoever paid is
# thanked.
size 80x24
book habits
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr

keys <Down>
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/5  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
   any   day 30    Meubelen Aerts NV     A    18     2.350,00
>  any   slowing   Apotheek Lambrecht BV A     0     1.480,00  1 → 12, 14, 16 d…
   any   thank you Traiteur Bonne Table… A     0         0,00
   any   day 15    Kapsalon Iris         A    15       186,40
   any   paid fast Fietsen De Backer     B     0         0,00  P 905,00 by Tue …













Filter: none   Sort: timed callbacks, then by priority   Marked: 0
4 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys =
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/5  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
─────┌ Why is Apotheek Lambrecht BV here? ────────────────────────────────┐─────
   an│ Mon 23 Feb: slowing  1 → 12, 14, 16 days late                      │
>  an│                                                                    │16 d…
   an│ +15  € 1.480,00 may be asked for                                   │
   an│ +10  never spoken to                                               │
   an│ +10  pays slower than his own habit: 1 day late before, then Dec   │Tue …
     │ 12, Jan 14, Feb 16                                                 │
     │ 35 points of 151: 23%                                              │
     │                                                                    │
     │ If this call brings nothing:                                       │
     │ Mon 23/02 slowing                                                  │
     │ Mon 09/03 day 30 (not before it is late)                           │
     │ Tue 17/03 letter: friendly reminder (10 days after the due day)    │
     │ Mon 30/03 reminder call (about 12 days after the last contact)     │
     │ Tue 07/04 letter: demand with a deadline (18 days after the last   │
     │ letter)                                                            │
     │ Thu 16/04 reminder call (about 12 days after the last contact)     │
     │ Fri 24/04 letter: formal notice (17 days after the last letter)    │
     │ Fri 15/05 decide on handing over (21 days after the last letter)   │
Filte└─────────────────────────────────────────────────── PgDn more ──────┘
4 letters are due (,)
 ↑↓ read   Esc close   ? help
---
keys <Esc> <Enter>
row Pays slower
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 2 of 5
 Apotheek Lambrecht BV       class A  NL  pays 6 days late (30 agreed)
 ! Pays slower: 1 day late before, then Dec 12, Jan 14, Feb 16
 › Griet Lambrecht, owner      +32 53 70 21 12    griet@lambrecht.example
 open 1.480,00  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 1.480,00
── Next (=): Mon 09/03 day 30 (once it is late) ────────────────────────────────
    Invoice         Date      Due    Days         Open  Stage
[ ] 2026-0205       05/02/26  07/03     -     1.480,00  -
    Selected 0 of 1                               0,00  bank to 23/02
── Script: pays slower than usual (V: answers, history) ────────────────────────
 › Goedendag Griet Lambrecht, met An van Vandenberghe Papier. U betaalt ons
   altijd vlot, waarvoor dank.
 › De laatste tijd duurt het wat langer. Loopt er bij ons iets mis, of kan ik
   ergens mee helpen?
 › (Dagen na de vervaldag: vroeger 1, daarna dec 12, jan 14, feb 16.)
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Mon 23/02 07:00 An     pays slower: 1 day late before, then Dec 12, Jan …
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys <Esc> <Down>
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/5  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
   any   day 30    Meubelen Aerts NV     A    18     2.350,00
   any   slowing   Apotheek Lambrecht BV A     0     1.480,00  1 → 12, 14, 16 d…
>  any   thank you Traiteur Bonne Table… A     0         0,00
   any   day 15    Kapsalon Iris         A    15       186,40
   any   paid fast Fietsen De Backer     B     0         0,00  P 905,00 by Tue …













Filter: none   Sort: timed callbacks, then by priority   Marked: 0
4 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys <Enter>
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 3 of 5
 Traiteur Bonne Table SRL    class A  FR  pays 4 days early (30 agreed)
 › Luc Renard, accounts        +32 82 22 31 40    luc@bonnetable.example
 open 0,00  promised 0,00  disputed 0,00  credit 0,00            ASK FOR € 0,00
────────────────────────────────────────────────────────────────────────────────
    Invoice         Date      Due    Days         Open  Stage
    nothing open
    Selected 0 of 0                               0,00  bank to 23/02
── Script: first payment received: say thank you (V: answers, history) ─────────
 › Bonjour Luc Renard, An de Vandenberghe Papier. J’appelle seulement pour vous
   remercier du paiement.
── History ─────────────────────────────────────────────────────────────────────
 Tue 24/02 07:00 An     paid: nothing left to ask
 Mon 23/02              received: € 640,00 · +++010/0125/13182+++

── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Tue 24/02 07:00 An     paid: nothing left to ask
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  M letter  ? help
---
