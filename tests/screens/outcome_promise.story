# A promise: the whole amount by a day.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys P <Enter> text:27/2
row = Fri 27 Feb
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
── P  Promise to pay (kept 0, broken 0) ────────────────────────────────────────
 › “U betaalt dus 4.852,60 tegen 27/02. Mag ik dat per mail bevestigen?”
 › “Zal ik de QR-code mailen, zodat het vandaag nog kan vertrekken?”
················································································
 * Amount     4.852,60                              = all 3 invoices
 * By         27/2                                  = Fri 27 Feb
   How        (•) transfer ( ) QR/link ( ) direct debit  T/Q/D
   Confirm    [x] by mail to an@peeters.example
   Note
 → Bank check Mon 02/03 09:30; if short: a call about exactly what is missing.
 → Paid within 3 days: thank-you note and a good mark.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Enter>
row Logged: Bakkerij Peeters
