# A terminal without UTF-8: the same screens in ASCII.
size 80x24
charset ascii
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
screen
---
#DESK 1 Queue        Tue 24 Feb 14:07  done 2/11  promised EUR 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
--------------------------------------------------------------------------------
!> 14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin~
   any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr~
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr~
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first~
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri~
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac~
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai~
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin~
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Creche Zonnebloem vzw A     0       312,50  G invoice receiv~








Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys <Enter>
screen
---
#DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 > An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00  ASK FOR EUR 4.852,60
-- Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) -----------
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
-- Script: called back as agreed (V: answers, history) -------------------------
 > Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 > Het gaat over 3 facturen, samen EUR 4.852,60; de oudste is 48 dagen te laat.
 > Hebt u het kunnen nakijken? Wat hebt u gevonden?
 > Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we~
-- Outcome: press the letter ---------------------------------------------------
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys T
screen
---
#DESK 2 Customer                  CALL 00:00  Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 > An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00  ASK FOR EUR 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
-- Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) -----------
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
-- Script: called back as agreed (V: answers, history) -------------------------
 > Goedendag An Wils, met An van Vandenberghe Papier. Ik bel zoals afgesproken.
 > Het gaat over 3 facturen, samen EUR 4.852,60; de oudste is 48 dagen te laat.
 > Hebt u het kunnen nakijken? Wat hebt u gevonden?
 > Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we~
-- Outcome: press the letter ---------------------------------------------------
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one
Ringing +32 52 44 18 09; T hangs up.
 T hang up  letter = outcome  E note  V view  F8 next  ? help
---
keys P
screen
---
#DESK 2 Customer                             CALL 00:00  Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 > An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00  ASK FOR EUR 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
-- Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) -----------
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
-- P  Promise to pay (kept 0, broken 0) ----------------------------------------
 > "U betaalt dus 4.852,60 tegen ~. Mag ik dat per mail bevestigen?"
 > "Zal ik de QR-code mailen, zodat het vandaag nog kan vertrekken?"
................................................................................
 * Amount     4.852,60                              = all 3 invoices
 * By
   How        (*) transfer ( ) QR/link ( ) direct debit  T/Q/D
   Confirm    [x] by mail to an@peeters.example
   Note
 > Paid within 3 days: thank-you note and a good mark.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
