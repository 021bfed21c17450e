# Every command has a name: ":" finds it while typing.
size 80x24
also 120x35 fr

keys : text:hel
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody t┌ Command ──────────────────────────────────────────────┐F finds a
   customer│ > hel                                                 │
           │                                                       │
           │ > Help here                                        ?  │
           │   cannot pay: help                                 H  │
           │   Suspend to shell                            Ctrl-Z  │
           │   All keys                                         0  │
           │   What may I type here?                       Ctrl-G  │
           │   Telephone: dial/hang up                          T  │
           │   Take the shown default                       Enter  │
           │   demand with a deadline                              │
           │                                                       │
           │ 8 of 95 commands                                      │
           └────────────────────────────────────── Esc close ──────┘



Filter: none   Sort: timed callbacks, then by priority   Marked: 0

 Enter run   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Down> <Enter>
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
No customer is selected: choose one in the queue (1) or find one (F).
 Enter open  letter = outcome  F find  U undo  F4 filter  F6 sort  ? help
---
keys <Esc> : text:zzz
keys <Enter>
row Nothing
