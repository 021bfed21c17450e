# A dispute: a part of one invoice, who answers by when, the answer, and the credit note that ends it
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv >/dev/null
$ belronde log 10418 dispute invoice=2025-1355 reason=price disputed=292,60 what="3 % discount not given" owner=An
Logged: Bakkerij Peeters BV: dispute, letter Thu 26/02.
$ belronde disputes
Answer by   State           No.       Customer                  Invoice            Amount  Days  Owner       Reason        What
2026-03-02  to answer       10418     Bakkerij Peeters BV       2025-1355          292,60     0  An          price         3 % discount not given
# The rest of that invoice is asked for like all others.
$ belronde show 10418 | head -9
10418  Bakkerij Peeters BV  class B  nl BE
  An Wils, accounts  +32 52 44 18 09  an@peeters.example
  Luc Peeters, owner  +32 52 44 18 07  luc@peeters.example
  EUR  open 4.852,60  promised 0,00  disputed 292,60  unallocated 0,00  ask for this 4.560,00
  bank data up to none yet
  2025-1312         2026-01-07    48      1.850,00 EUR  -
  2025-1355         2026-01-21    34      1.492,60 EUR  292,60 disputed
  2026-0041         2026-02-11    13      1.510,00 EUR  -
  on top            162,94  today; 1,31 more each day
now 2026-03-03T09:00
$ belronde disputes
Answer by   State           No.       Customer                  Invoice            Amount  Days  Owner       Reason        What
2026-03-02  answer late     10418     Bakkerij Peeters BV       2025-1355          292,60     7  An          price         3 % discount not given
$ belronde log 10418 dispute_answer invoice=2025-1355 how=rejected
belronde: To tell needs an answer.
? 2
$ belronde log 10418 dispute_answer invoice=2025-1355 how=partly credit=200 by=10/3 words="the discount began in December"
Logged: Bakkerij Peeters BV: answer to a dispute, dispute Tue 03/03.
$ belronde disputes 10418 --all
Answer by   State           No.       Customer                  Invoice            Amount  Days  Owner       Reason        What
2026-03-10  credit due      10418     Bakkerij Peeters BV       2025-1355          200,00     0  An          price         3 % discount not given
2026-03-02  invoice stands  10418     Bakkerij Peeters BV       2025-1355          292,60     7  An          price         3 % discount not given
$ belronde undo
Undone: Bakkerij Peeters BV: answer to a dispute; everything is back as it was.
$ belronde log 10418 dispute_answer invoice=2025-1355 how=accepted by=10/3
Logged: Bakkerij Peeters BV: answer to a dispute, dispute Tue 03/03.
$ belronde disputes --format json
[
  {
    "customer" : "10418",
    "name" : "Bakkerij Peeters BV",
    "invoice" : "2025-1355",
    "state" : "accepted",
    "label" : "credit due",
    "amount" : "292.60",
    "currency" : "EUR",
    "reason" : "price",
    "reason_label" : "price",
    "what" : "3 % discount not given",
    "owner" : "An",
    "deadline" : "2026-03-10",
    "made" : "2026-02-24",
    "age" : 7,
    "agent" : "An"
  }
]
now 2026-03-06T07:00
$ printf '%s\n' 'customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency' '10418;Bakkerij Peeters BV;CN-7;credit_note;2026-03-05;;-292,60;-292,60;EUR' > credit.csv; belronde import credit.csv
credit.csv: csv, belronde
  1 lines read: 1 booked, 0 known already, 0 listed below
  customers: 0 new, 0 changed; items: 1 new, 0 changed, 0 closed
# The credit note ends it by itself.
$ belronde disputes
Answer by   State           No.       Customer                  Invoice            Amount  Days  Owner       Reason        What
$ belronde disputes --all
Answer by   State           No.       Customer                  Invoice            Amount  Days  Owner       Reason        What
2026-03-10  credited        10418     Bakkerij Peeters BV       2025-1355          292,60    10  An          price         3 % discount not given
$ belronde check | tail -1
Everything checked is sound.
