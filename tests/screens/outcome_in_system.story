# In the computer system: which run, what is missing, who approves.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys I text:27/2
keys <Tab> <PgDn> <Tab> text:Joris Baert
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
── I  It is in the computer system ─────────────────────────────────────────────
 › “Goed. In welke betaalrun zit het, en op welke dag vertrekt die?”
 › “Ontbreekt er iets: goedkeuring, bestelnummer, leverbon? Wie keurt goed?”
················································································
 * Pay run    27/2                                  = Fri 27 Feb
   Missing    (•) approval                          N/A/P/D
   Approver   Joris Baert                           = not among the contacts
   Their ref
   Firm       ( ) small ( ) large                   S/L
   Note
 → Check Tue 03/03 (Pay run +2 bank days).
 → Approval is missing: ring Joris Baert on Wed 25/02.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Ctrl-S>
row Logged: Bakkerij Peeters
