# A window that is too small waits calmly; nothing is lost when it grows again.
size 52x12
screen
---
▌DESK  window 52x12

 Please make the window at least 60 x 16.
 Nothing is lost: your draft is saved. Key Q still
 works.







---
resize 80x24
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.















Filter: none   Sort: timed callbacks, then by priority   Marked: 0

 Enter open  letter = outcome  F find  U undo  F4 filter  F6 sort  ? help
---
