# An import is under way: it runs beside the desk, Esc leaves it alone, Del stops it after the row at hand
now 2026-02-24T08:30
set import.watch ~/in
copy commands/files/items.csv in/items.csv
copy commands/files/bank.xml in/bank.xml
program story/slow-import
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
keys $ <Enter>
heard
row items.csv
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.


  ┌ Import ──────────────────────────────────────────────────────────────────┐
  │ File 1 of 2: items.csv                                                   │
  │                                                                          │
  │ ██████████████████████                                                   │
  │ 43%                                                                      │
  │                                                                          │
  └───────────────────────────────────────────── Esc close, it goes on ──────┘






Filter: none   Sort: timed callbacks, then by priority   Marked: 0
Importing 1 of 2: 43%
 Del stop   Esc close   ? help
---
keys <Del>
row Stop the import?
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.


  ┌ Import ──────┌────────────────────────────────────────────┐──────────────┐
  │ File 1 of 2: │ Stop the import?                           │              │
  │              │ What is booked stays; the same file goes   │              │
  │ █████████████│ on where it was.                           │              │
  │ 43%          │                                            │              │
  │              │   Y  Yes                                   │              │
  └──────────────│ > N  No                                    │goes on ──────┘
                 └────────────────────────────────────────────┘





Filter: none   Sort: timed callbacks, then by priority   Marked: 0
Importing 1 of 2: 43%
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys <Esc> <Esc>
row Importing 1 of 2: 43%
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
Importing 1 of 2: 43%
 Enter open  letter = outcome  F find  U undo  F4 filter  F6 sort  ? help
---
keys $
row items.csv
