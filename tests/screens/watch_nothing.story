# Nothing is watched, or nothing is new: the box says what to do
now 2026-02-24T08:30
also 80x24 nl
also 80x24 fr
keys $
row No folder is watched.
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.




  ┌ Import ──────────────────────────────────────────────────────────────────┐
  │ No folder is watched.  Put one in the setting import.watch (7), or       │
  │ import by hand: belronde import FILE                                     │
  └───────────────────────────────────────────────────────── Esc close ──────┘







Filter: none   Sort: timed callbacks, then by priority   Marked: 0

 Esc close   ? help
---
keys <Esc>
no No folder
