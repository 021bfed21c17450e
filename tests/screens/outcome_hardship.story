# Cannot pay: a way is looked for, addresses of free help are handed out.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys H
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
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
── H  Cannot pay now: looking for a way ────────────────────────────────────────
 › “Fijn dat u het zegt. Laten we rustig kijken wat mogelijk is.”
 › “Helpen kleinere delen? Mag ik adressen sturen voor gratis, neutraal advies?”
················································································
   Note
   Addresses  [x] for free and neutral help, handed out
   By         (•) e-mail ( ) print ( ) post         E/P/O
   Talk again 03/03                                 = Tue 3 Mar

 → We talk again Tue 03/03. A plan can start at once: S.
 → Belgium: OCMW/CPAS of the municipality, debt mediation, free of charge.
Facts and agreements only: no health, no family, no other debts.
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Ctrl-S>
row Logged: Bakkerij Peeters
