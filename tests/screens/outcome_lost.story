# Lost the invoice: copies at once, checked in two days; two keys.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys L
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
── L  Lost invoice: resend (1st time) ──────────────────────────────────────────
 › “Geen probleem: ik stuur nu meteen een kopie met een bijgewerkt overzicht.”
 › “Is dit het juiste adres? Ik bel over twee dagen of alles duidelijk is.”
················································································
   Invoices   [x]1312 [x]1355 [x]0041               = all 3 invoices  4.852,60
   To         an@peeters.example
   By         (•) e-mail ( ) Peppol ( ) post        E/P/O
   With QR    [x]
   Note

 → Leaves in a moment (U recalls it); check call Thu 26/02.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Enter>
row Logged: Bakkerij Peeters
