# Every command has a name: ":" finds it while typing.
size 80x24
also 120x35 fr

keys : text:hel
screen
---
▌DESK 0 All keys                          letters mean the same on every screen
 Outcomes                   Commands                  Screens and keys
  A person away              E edit note               1 queue
  B call me back             F or / find               2 customer
  C cheque ┌ Command ──────────────────────────────────────────────┐
  D dispute│ > hel                                                 │
  G good, i│                                                       │
  H hardshi│ > Help here                                        ?  │
  I in thei│   cannot pay: help                                 H  │
  L lost, r│   Suspend to shell                            Ctrl-Z  │
  N no answ│   All keys                                         0  │here
  O says pa│   What may I type here?                       Ctrl-G  │name
  P promise│   Telephone: dial/hang up                          T  │ist
  R refuses│   Take the shown default                       Enter  │
  S split: │   demand with a deadline                              │
  W wrong n│                                                       │ext
  + list: 1│ 8 of 94 commands                                      │
           └────────────────────────────────────── Esc close ──────┘
── While typing ────────────────────────────────────────────────────────────────
 When    tomorrow 14:30 · morgen 14u30 · +1 1430 · ma 9u · fr · 3/12 · +2w · +3h
 Amount  1234,56 · 1.234,56 · 1234.56 · 1234      (= shows what was understood)
 Ctrl-U clear · Ctrl-R repeat last value · Ctrl-O editor · PgUp/PgDn date ±1 day
Capitals do not matter. No F-keys? Every command also has a name: press ":".
 Enter run   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Down> <Enter>
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
  L lost, resend             V other view              0 this list
  N no answer/voicem.        X skip to end             ? or F1 help here
  O says paid                Y copy to clipboard       : command by name
  P promise to pay           Z snooze                  F4 filter / list
  R refuses                  Enter open / log          F5 refresh
  S split: plan              Space mark                F6 sort, < >
  W wrong number             Tab next pane/field       F7 F8 prev, next
  + list: 10 others

── While typing ────────────────────────────────────────────────────────────────
 When    tomorrow 14:30 · morgen 14u30 · +1 1430 · ma 9u · fr · 3/12 · +2w · +3h
 Amount  1234,56 · 1.234,56 · 1234.56 · 1234      (= shows what was understood)
 Ctrl-U clear · Ctrl-R repeat last value · Ctrl-O editor · PgUp/PgDn date ±1 day
“cannot pay: help” does not work on this screen; ? shows what does.
 PgDn more   : find a command by name   Esc back   ? help
---
keys <Esc> : text:zzz
keys <Enter>
row Nothing
