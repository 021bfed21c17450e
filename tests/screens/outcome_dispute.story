# A dispute: only the disputed part is held.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys D
keys <Ctrl-U> text:1355
keys <Enter> <PgDn> <Tab> <Ctrl-U> text:292,60
keys <Tab> text:agreed 3 % discount not given
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── D  Dispute ──────────────────────────────────────────────────────────────────
 › “Vertelt u mij wat er niet klopt.” (luisteren, noteren, herhalen)
 › “Met welk deel bent u het eens? Kan dat deel nu betaald worden?”
················································································
 * Invoice    1355                                  = 2025-1355  1.492,60
 * Reason     (•) price                             P/Q/G/D/N/O
 * Disputed   292,60                                = rest 4.560,00 stays due
 * What       agreed 3 % discount not given
   Owner
   Rest by
   Note
 → Only 292,60 goes on hold; … answers by Mon 02/03.
 → No reminders and no costs on the disputed part.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Ctrl-S>
row Logged: Bakkerij Peeters
