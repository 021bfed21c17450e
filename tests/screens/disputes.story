# Disputes: who answers by when; answered in part, the rest is asked for again and the credit note is waited for.
book plans
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

keys : text:go.disputes
keys <Enter>
screen
---
▌DESK Disputes                                 3 open  1 late  Tue 24 Feb 14:07
   Answer by State          Customer       Invoice        Amount Days Owner
────────────────────────────────────────────────────────────────────────────────
>! Wed 18/02 answer late    Bouwgroep Lens 2025-1180      302,00   12 Jo
   Thu 26/02 to answer      Jansen Transp… 2025-1206      750,00    4 An
   Tue 03/03 credit due     De Smet Dakwe… 2025-1290      250,00    1 Jo
















1008, price: 3 % discount not given
 Enter open   + answer   V all   F4 filter   Ctrl-P print   Esc back   ? help
---
keys V
screen
---
▌DESK Disputes                                 3 open  1 late  Tue 24 Feb 14:07
   Answer by State          Customer       Invoice        Amount Days Owner
────────────────────────────────────────────────────────────────────────────────
>! Wed 18/02 answer late    Bouwgroep Lens 2025-1180      302,00   12 Jo
   Thu 26/02 to answer      Jansen Transp… 2025-1206      750,00    4 An
   Tue 03/03 credit due     De Smet Dakwe… 2025-1290      250,00    1 Jo
   Thu 26/02 invoice stands De Smet Dakwe… 2025-1290      400,00    3 Jo















1008, price: 3 % discount not given
 Enter open  + answer  V open ones  F4 filter  Ctrl-P print  Esc back  ? help
---
keys V <Enter>
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 4 of 8
 Bouwgroep Lens              class B  NL  no payments yet, 60 days agreed
 ! 2025-1180: 302,00 disputed (price), Jo answers by 18/02
 › Tom Lens, purchase          +32 89 41 07 55    tom@lens.example
 open 6.302,00  promised 0,00  disputed 302,00  credit 0,00  ASK FOR € 6.000,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1180       12/11/25  11/01    44     4.302,00  302,00 disputed
[x] 2025-1301       05/12/25  03/02    21     2.000,00  -
    Selected 2 of 2                           6.302,00  bank to 23/02
── Script: the answer to the dispute is late: ask who has it ───────────────────
 › Goedendag Tom Lens, met An van . Uw opmerking over de factuur wordt nog
   bekeken; ik zorg dat u er iets van hoort.
 › De rest, € 6.000,00, staat daar los van: kan dat vandaag vertrekken?

── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Thu 12/02 15:20 An  D  2025-1180: price, 302,00
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
