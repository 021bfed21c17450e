# Where a program dials, the number need not stand large; the clock runs all the same, and T ends the call.
size 80x24
book calls
set phone.dial "true {number}"
keys T
row CALL 00:00
row Ringing +32 52 44 18 09
no [ + 3 2
wait 61
row CALL 01:01
keys T
row Hung up after 01:01
# Another number: V to the contacts, down, T.
keys V V V <Down> T
row Ringing +32 52 44 18 07
keys A text:2/3
keys <Enter>
row Logged
