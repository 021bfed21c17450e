# Nothing waits, nothing was learned: said kindly.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 60x16

keys 9
row Nothing waits for you
screen
---
▌DESK 9 Receipts                                               Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
  Nothing waits for you: every receipt has found its customer.


















V: [waiting]  matched  put aside  returned  outgoing  all
 V view   U undo   F4 filter   ; learned   ? help
---
keys V V V V V
row No bank statement is in yet
keys ;
row Nothing was learned yet
screen
---
▌DESK What was learned                                         Tue 24 Feb 14:07
  Kind     Means               Customer           Where from      Since    Used
────────────────────────────────────────────────────────────────────────────────
  Nothing was learned yet: every answer about a receipt teaches something.



















 F4 filter   Ctrl-P print   Esc back   ? help
---
