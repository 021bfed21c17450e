# 60x16 is enough to work: name, number, what to ask, an invoice, the letters, the note.
size 60x16
book calls
set belronde.name "Vandenberghe Papier"
also 60x16 nl
also 60x16 fr
screen
---
▌DESK 1 Queue  Tue 24 Feb 14:07  done 2/11  promised € 0,00
   When  Why       Customer             Cl Days          Ask
────────────────────────────────────────────────────────────
!> 14:00 callback  Bakkerij Peeters BV  B    48     4.852,60
   any   promise   De Smet Dakwerken    B    92    17.925,11
   any   promise   Jansen Transport B.… B    61     8.190,00
   09:30 plan      Frituur 't Hoekje    B    71       600,00
   any   no answer Bouwgroep Lens       B    44     6.000,00
   09:20 back      Garage Van Dijck NV  A    18       980,00
   any   no answer Loodgieter Maes      B    55     1.020,35
   14:30 callback  Wouters & Zonen      A     0     1.188,00
   any   day 30    Atlas Freight Ltd    A    20       450,00
  ── 1 more below ──
Filter: none   Marked: 0   Sort: timed callbacks, then by p…
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  ? help
---
keys <Enter>
row ASK FOR
screen
---
▌DESK 2 Customer          Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL
 › An Wils, accounts      +32 52 44 18 09    Mon-Thu  an@p…
 open 4.852,60                           ASK FOR € 4.852,60
    Invoice    Date      Due    Days       Open Stage
[x] 2025-1312  08/12/25  07/01    48   1.850,00 2 more
    Selected 3 of 3                    4.852,60 bank to 23/…
── Script: called back as agreed (V: answers, history) ─────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik be…
── Outcome: press the letter ───────────────────────────────
 P promise to pay    C cheque in post    B call me back
 I in their system   A person away       N no answer/voicem.
 L lost, resend      O says paid         + all outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  ? help
---
keys T
row [ + 3 2
screen
---
▌DESK 2 Customer               CALL 00:00  Tue 24 Feb 14:07
 Bakkerij Peeters BV         class B  NL
 › An Wils, accounts      +32 52 44 18 09    Mon-Thu  an@p…
 open 4.852,60                           ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
    Invoice    Date      Due    Days       Open Stage
[x] 2025-1312  08/12/25  07/01    48   1.850,00 2 more
    Selected 3 of 3                    4.852,60 bank to 23/…
── Script: called back as agreed (V: answers, history) ─────
 › Goedendag An Wils, met An van Vandenberghe Papier. Ik be…
── Outcome: press the letter ───────────────────────────────
 P promise to pay    C cheque in post    B call me back
 I in their system   A person away       + all outcomes
 Note> E writes one
Ringing +32 52 44 18 09; T hangs up.
 T hang up  letter = outcome  E note  V view  ? help
---
keys P
screen
---
▌DESK 2 Customer         CALL 00:00  Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL
 open 4.852,60                           ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
    Invoice    Date      Due    Days       Open Stage
[x] 2025-1312  08/12/25  07/01    48   1.850,00 2 more
    Selected 3 of 3                    4.852,60 bank to 23/…
── P  Promise to pay (kept 0, broken 0) ────────────────────
 * Amount     4.852,60              = all 3 invoices
 * By
   How        (•) transfer          T/Q/D
   Confirm    [x] by mail to an@peeters.example
   Note
 → Paid within 3 days: thank-you note and a good mark.
* needs an answer   = what was understood
 Enter next/log  Tab field  Ctrl-N list  F1 help
---
keys <Esc> D
screen
---
▌DESK 2 Customer         CALL 00:00  Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL
 open 4.852,60                           ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
    Invoice    Date      Due    Days       Open Stage
[x] 2025-1312  08/12/25  07/01    48   1.850,00 2 more
    Selected 3 of 3                    4.852,60 bank to 23/…
── D  Dispute ──────────────────────────────────────────────
 * Invoice    2025-1312             = 1.850,00
 * Reason     ( )                   P/Q/G/D/N/O
 * Disputed   1.850,00              = rest 3.002,60 stays d…
 * What
   Owner
 → Only 1.850,00 goes on hold; … answers by Mon 02/03.
* needs an answer   = what was understood
 Enter next/log  Tab field  Ctrl-N list  F1 help
---
keys <Tab> <Tab> <Tab> <Tab> <Tab> <Tab>
row Note
screen
---
▌DESK 2 Customer         CALL 00:00  Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL
 open 4.852,60                           ASK FOR € 4.852,60
 [ + 3 2   5 2   4 4   1 8   0 9 ]
    Invoice    Date      Due    Days       Open Stage
[x] 2025-1312  08/12/25  07/01    48   1.850,00 2 more
    Selected 3 of 3                    4.852,60 bank to 23/…
── D  Dispute ──────────────────────────────────────────────
 * Disputed   1.850,00              = rest 3.002,60 stays d…
 * What
   Owner
   Rest by
   Note
 → Only 1.850,00 goes on hold; … answers by Mon 02/03.
Facts and agreements only: no health, no family, no other d…
 Enter next/log  Tab field  Ctrl-N list  F1 help
---
