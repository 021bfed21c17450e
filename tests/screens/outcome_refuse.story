# Why not pay: causes before free text, a dated next step.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys R <PgDn> <Tab> <Tab> <PgDn> <PgDn> <Tab> text:3/3
row = Tue 3 Mar
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
── R  Refuses to pay ───────────────────────────────────────────────────────────
 › “Dat spijt me. Mag ik weten waarom?” (niet dreigen; hoffelijk blijven)
 › “Was u tevreden over de goederen en de dienst?”
 › “Zonder oplossing tegen die dag geef ik het door. Dat doe ik liever niet.”
················································································
 * Reason     (•) no money now ( ) unhappy ( ) pays later ( ) other  M/U/P/O
   Satisfied  ( ) yes ( ) no                        Y/N
 * Next       ( ) notice (•) chief calls ( ) stop deliveries  N/C/S
 * Deadline   3/3                                   = Tue 3 Mar
   Note
 → Task for the chief Wed 25/02. A notice stays a proposal until Tue 03/03.
 → No money at the moment? Finish this, then H: plan and addresses for help.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Ctrl-S>
row Logged: Bakkerij Peeters
