# A morning: the list and the bank statement come in, the queue says whom to ring and why
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv
# The bank statement of this morning: one payment carries its reference, one only a name, one nothing at all.
$ belronde import files/bank.xml
# The customer who paid is not in the queue; the others are, in the order of their points.
now 2026-02-24T09:05
$ belronde queue
# A promise by telephone: date as it is said, echoed as it was understood.
$ belronde log 10418 P by=fri --note "asked for proof of delivery" --duration 95
$ belronde show 10418
# Excuses get their questions; a call without the hour is refused and nothing is saved.
$ belronde log 30110 B
? 2
$ belronde log 30110 B "when=tomorrow 14:30"
$ belronde log 30110 B "when=32/1"
? 2
$ belronde undo
# A person's yes to the proposal of the bank: booked, and the account is remembered.
$ belronde receipts
$ belronde receipts accept 2
$ belronde receipts
$ belronde queue
$ belronde report
$ belronde check
