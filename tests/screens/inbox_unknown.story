# Only a list nobody knows is new: it is offered to be learned, and nothing is offered to be imported at once
now 2026-02-24T08:30
set import.watch ~/in
copy import/unknown.csv in/unknown.csv
also 80x24 nl
also 80x24 fr
keys $
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.



  ┌ New in the watched folders ──────────────────────────────────────────────┐
  │ > unknown.csv               an unknown list                         1 kB │
  │                                                                          │
  │ No profile knows its columns.  Enter shows them: say once which is       │
  │ which.                                                                   │
  └───────────────────────────────────────────────────────── Esc close ──────┘






Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 new file: $ imports it
 ↑↓ choose   Enter map its columns   Esc close   ? help
---
