# Another cadence is tried on today's lists, and taken: only calls, no letters.  A faulty file is told with its line.
size 80x24
book habits
set belronde.name "Vandenberghe Papier"
copy model/cadence_calls.ini house/calls.ini
copy model/cadence_faulty.ini house/faulty.ini
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr

keys : text:cadence
row 1 of
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/5  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
>  any   day 30    Meubelen Aerts NV     A    18     2.350,00
   any   sl┌ Command ──────────────────────────────────────────────┐2, 14, 16 d…
   any   th│ > cadence                                             │
   any   da│                                                       │
   any   pa│ > Change the cadence: what it would change today      │,00 by Tue …
           │                                                       │
           │                                                       │
           │                                                       │
           │                                                       │
           │                                                       │
           │                                                       │
           │                                                       │
           │                                                       │
           │ 1 of 129 commands                                     │
           └────────────────────────────────────── Esc close ──────┘



Filter: none   Sort: timed callbacks, then by priority   Marked: 0
4 letters are due (,)
 Enter run   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Enter>
row cadence-new.ini
keys <Ctrl-U> text:~/house/calls.ini
keys <Enter>
screen
---
▌DESK Cadence: calls.ini             calls +0 -0  letters +0 -2  planned anew 0
   Customer               Today         Would be       Then           Day
────────────────────────────────────────────────────────────────────────────────
>- Meubelen Aerts NV      call, letter  call today     day 30
 - Kapsalon Iris          call, letter  call today     day 15

















now friendly reminder (call, letter); then day 30 (call today)
 Ctrl-S take it  Ctrl-O change the file  Enter customer  F5 try again  ? help
---
keys <F1>
screen
---
▌DESK Help here
 What this cadence would change, before it is taken: who comes to today's calls
 and letters (+), who leaves them (-), who goes from one to the other (~), and
 whose next contact gets another day.  Nothing is written until F2 takes it:
 then the file goes into its place, the present one is kept beside it, and the
 changed contacts are planned anew, each with a line in the history of the
 customer.  What was agreed with a customer stays.  Taking the file that was
 kept brings the old cadence back.

── What works here ─────────────────────────────────────────────────────────────
 Enter          Change the value               Opens what is selected.
 Ctrl-O         Open $EDITOR                   Opens a long note, or the file
                                               on trial, in your own editor.
 F2, Ctrl-S     Keep and go on                 Keeps what was set here.
 1              Queue                          Today's list: whom to ring, in
                                               order, and why.
 2              Customer                       The customer on the line:
                                               contacts, invoices, script,
                                               history.
 3              Agenda                         What is planned for the coming
                                               days.
 4              Outbox                         Mail and letters that are about

 PgDn more   : find a command by name   Esc back   ? help
---
keys <Esc> <F2>
row Take this cadence
keys N
row calls.ini
keys <Esc> : text:cadence
keys <Enter> <Ctrl-U> text:~/house/faulty.ini
keys <Enter>
row faulty.ini:12
keys <F2>
row cannot be taken
screen
---
▌DESK Cadence: faulty.ini

  ~/house/faulty.ini:12: channel must be call or letter

  Nothing was changed.  Mend the line; then it is tried again.

















This file cannot be taken as it is: the fault stands above.
 Ctrl-O change the file   F5 try again   Esc back   ? help
---
keys <Esc> : text:cadence
keys <Enter> <Ctrl-U> text:~/house/calls.ini
keys <Enter> <F2> Y
row Taken
keys : text:cadence
keys <Enter> <Ctrl-U> text:~/house/calls.ini
keys <Enter>
row Nobody comes
keys <F2>
row that holds
screen
---
▌DESK Cadence: calls.ini             calls +0 -0  letters +0 -0  planned anew 0
   Customer               Today         Would be       Then           Day
────────────────────────────────────────────────────────────────────────────────
  Nobody comes to today's lists or leaves them, and no planned contact moves.


















This is the cadence that holds: change the file first.
 Ctrl-S take it   Ctrl-O change the file   F5 try again   Esc back   ? help
---
# What held before is kept: taking it brings the old cadence back.
keys <Esc> : text:cadence
keys <Enter> <Ctrl-U> text:~/house/new.ini
keys <Enter>
row make it
keys Y
row Nobody comes
