# Payment is in the post: number, amount, day of posting; looked for in the bank after four bank days.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys C text:4471902
keys <Enter> <Enter> text:yesterday
row = Mon 23 Feb
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── C  Cheque in the post ───────────────────────────────────────────────────────
 › “Dank u. Mag ik het chequenummer, het bedrag en de verzenddatum noteren?”
 › “U kunt ook meteen online betalen: zal ik u de QR-code mailen?”
················································································
 * Cheque no  4471902
 * Amount     4.852,60                              = all 3 invoices
 * Posted on  yesterday                             = Mon 23 Feb
   Bank
   Mail QR    [x] an@peeters.example
   Note
 → Not in the bank by Mon 02/03 (+4 bank days): call, cheque 4471902 not seen.
 → Hesitates on the number? F1 shows what to ask.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Enter>
row Logged: Bakkerij Peeters
