# A plan: parts, the first day, the sum always right to the cent.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys S text:3
keys <Enter> text:1/3
keys <Tab> <PgDn>
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
── S  Split: payment plan ──────────────────────────────────────────────────────
 › “Laten we een bedrag zoeken dat haalbaar is. Hoeveel, en vanaf wanneer?”
 › “Ik stuur u vandaag de overeenkomst; elk deel heeft zijn eigen datum.”
················································································
 * Parts      3                                     1-36, or 500,00 each
 * First on   1/3                                   = Mon 2 Mar (1/3 is Sun)
   Every      ( ) month (•) 2 weeks ( ) week        M/2/W
   Down       0,00                                  paid today
   Charges    [ ] 45,80 interest and 120,00 costs, allowed by law
   Falls due  [x] with a part missed the rest is due
   Letter     [x] the agreement on paper
   Note
 → 02/03 1.617,53   16/03 1.617,53   30/03 1.617,54   total 4.852,60
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  letter = choice  Ctrl-N list  F1 help
---
keys <Ctrl-S>
row Logged: Bakkerij Peeters
