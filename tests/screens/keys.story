# The page of all keys: two columns of letters, the screens, and every command by name below.
size 80x24
also 120x35
also 80x24 nl
also 60x16

keys 0
screen
---
▌DESK 0 All keys                          letters mean the same on every screen
 Outcomes                   Commands                  Screens and keys
  A person away              E edit note               1 queue
  B call me back             F or / find               2 customer
  C cheque in post           J K down, up              3 agenda
  D dispute                  M mail or letter          4 outbox
  G good, in order           Q back (F3, Esc)          5 day report
  H hardship: help           T dial, hang up           6 dashboard
  I in their system          U undo                    7 settings
  L lost, resend             V other view              9 receipts
  N no answer/voicem.        X skip to end             0 this list
  O says paid                Y copy to clipboard       ? or F1 help here
  P promise to pay           Z snooze                  : command by name
  R refuses                  Enter open / log          F4 filter / list
  S split: plan              Space mark                F5 refresh
  W wrong number             Tab next pane/field       F6 sort, < >
  + list: 20 others                                    F7 F8 prev, next

── While typing ────────────────────────────────────────────────────────────────
 When    tomorrow 14:30 · morgen 14u30 · +1 1430 · ma 9u · fr · 3/12 · +2w · +3h
 Amount  1234,56 · 1.234,56 · 1234.56 · 1234      (= shows what was understood)
 Ctrl-U clear · Ctrl-R repeat last value · Ctrl-O editor · PgUp/PgDn date ±1 day
Capitals do not matter. No F-keys? Every command also has a name: press ":".
 PgDn more   : find a command by name   Esc back   ? help
---
keys <PgDn> <PgDn>
screen
---
▌DESK 0 All keys                          letters mean the same on every screen
 back              Q, F3, Esc, F12, Ctr… Back
 undo              U                     Undo last outcome
 import            $                     Import new files
 learn                                   Learn a list: what its columns hold
 cadence                                 Change the cadence: what it would chan…
 refresh           F5                    Refresh
 redraw            Ctrl-L                Redraw screen
 print             Ctrl-P                Print or save what is shown
 suspend           Ctrl-Z                Suspend to shell
 move.up           Up, K                 Up
 move.down         Down, J               Down
 move.pgup         PgUp                  Page up
 move.pgdn         PgDn                  Page down
 move.home         Home                  First
 move.end          End                   Last
 open              Enter                 Open customer
 mark              Space                 Mark/unmark
 mark.all          *                     Mark all shown
 filter            F4                    Filter
 sort              F6                    Sort by...
 sort.prevcol      <                     Sort column left
Capitals do not matter. No F-keys? Every command also has a name: press ":".
 PgDn more   : find a command by name   Esc back   ? help
---
