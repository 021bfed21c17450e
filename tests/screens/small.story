# A window that is too small waits calmly; the call goes on and nothing is lost when it grows again.
book round

keys <Down> t
row CALL 00:00
wait 65
row CALL 01:05
resize 52x12
screen
---
▌DESK  window 52x12

 Please make the window at least 60 x 16.
 Nothing is lost: your draft is saved, the call runs
 on. Keys T (hang up) and Q still work.

 De Smedt Dakwerken   +32 53 21 90 15
 CALL 01:05




---
keys x
resize 80x24
row CALL 01:05
