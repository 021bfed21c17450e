# A payment plan: asked over an amount, approved by the supervisor, missed, cancelled with the rest falling due
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv >/dev/null
$ mkdir -p config/belronde; printf '[belronde]\nagent = An\n[plans]\napproval_above = 2000\nsupervisors = els\n' > config/belronde/belronde.ini
$ belronde log 10418 plan parts=1000 first=3/3 every=week down=852,60
Logged: Bakkerij Peeters BV: split: plan, approve Tue 24/02.
# Nothing leaves and nobody rings him until els has said yes; An may not.
$ belronde plan
No.       Customer                    Made        State         Kept  Parts  Next             Amount        Total     Received  Who
10418     Bakkerij Peeters BV         2026-02-24  asked            0      5  2026-02-24       852,60     4.852,60         0,00  An
$ belronde plan 10418
Tue 24 Feb, An: plan of 4.852,60 asked: waits for a supervisor's yes (asked)
  with a part missed the rest falls due, as agreed
Part          Due               Amount      Received  State
down payment  2026-02-24        852,60          0,00  still expected
1             2026-03-03      1.000,00          0,00  still expected
2             2026-03-10      1.000,00          0,00  still expected
3             2026-03-17      1.000,00          0,00  still expected
4             2026-03-24      1.000,00          0,00  still expected
$ belronde outbox
   Id  Day         Time   Document                  No.       Customer                      By       To                            State      Sent        Trouble
    1  2026-02-24  08:30  payment plan agreement    10418     Bakkerij Peeters BV           email    an@peeters.example            held
$ belronde plan 10418 approve
belronde: Only a supervisor decides about a plan: els has the task.
? 2
now 2026-02-24T10:00
agent els
$ belronde queue
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
2026-02-24         day 30     30110     Hôtel des Ardennes SA         B     39     2.310,45      57  +32 84 22 31 60
2026-02-24         approve    10418     Bakkerij Peeters BV           B     48         0,00      52  +32 52 44 18 09   S 4 parts, first Tue 3 …
2026-02-24         day 30     20187     Petersen Installatie B.V.     A     23     1.020,18      43  +31 76 512 33 08
2026-02-24         day 30     10933     Garage Van Dijck NV           A     18       980,00      43  +32 3 771 20 44
2026-02-24         day 15     40001     Crèche Zonnebloem vzw         A      0       262,50      21  +32 2 414 66 90
$ belronde plan 10418 approve --why "a good customer for years"
Logged: Bakkerij Peeters BV: plan decided, plan Wed 25/02 09:30.
$ belronde plan 10418 --format json
{
  "plans" : [
    {
      "customer" : "10418",
      "name" : "Bakkerij Peeters BV",
      "made" : "2026-02-24",
      "agent" : "An",
      "state" : "running",
      "label" : "running",
      "every" : "week",
      "parts" : 5,
      "kept" : 0,
      "missed" : 0,
      "total" : "4852.60",
      "interest" : "0.00",
      "costs" : "0.00",
      "charges" : "0.00",
      "received" : "0.00",
      "next" : "2026-02-24",
      "next_amount" : "852.60",
      "currency" : "EUR",
      "falls_due" : true,
      "answered_by" : "els",
      "answered" : "2026-02-24",
      "instalments" : [
        {
          "part" : 0,
          "label" : "down payment",
          "due" : "2026-02-24",
          "amount" : "852.60",
          "received" : "0.00",
          "currency" : "EUR",
          "state" : "open",
          "became" : "still expected"
        },
        {
          "part" : 1,
          "label" : "1",
          "due" : "2026-03-03",
          "amount" : "1000.00",
          "received" : "0.00",
          "currency" : "EUR",
          "state" : "open",
          "became" : "still expected"
        },
        {
          "part" : 2,
          "label" : "2",
          "due" : "2026-03-10",
          "amount" : "1000.00",
          "received" : "0.00",
          "currency" : "EUR",
          "state" : "open",
          "became" : "still expected"
        },
        {
          "part" : 3,
          "label" : "3",
          "due" : "2026-03-17",
          "amount" : "1000.00",
          "received" : "0.00",
          "currency" : "EUR",
          "state" : "open",
          "became" : "still expected"
        },
        {
          "part" : 4,
          "label" : "4",
          "due" : "2026-03-24",
          "amount" : "1000.00",
          "received" : "0.00",
          "currency" : "EUR",
          "state" : "open",
          "became" : "still expected"
        }
      ]
    }
  ]
}
$ belronde undo
Undone: Bakkerij Peeters BV: approve a payment plan; everything is back as it was.
$ belronde plan --format csv
customer,name,made,label,kept,parts,next,next_amount,total,received,agent,state,currency,missed,charges
10418,Bakkerij Peeters BV,2026-02-24,asked,0,5,2026-02-24,852.60,4852.60,0.00,An,asked,EUR,0,0.00
$ belronde plan 10418 approve
Logged: Bakkerij Peeters BV: plan decided, plan Wed 25/02 09:30.
now 2026-03-05T09:00
agent An
# The down payment and the first part did not come: both are in the queue, the rest is not asked for.
$ belronde queue
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
2026-02-25  09:30  plan       10418     Bakkerij Peeters BV           B     57     1.852,60     102  +32 52 44 18 09   plan approved
2026-02-24         day 30     30110     Hôtel des Ardennes SA         B     48     2.310,45      57  +32 84 22 31 60
2026-02-24         day 30     20187     Petersen Installatie B.V.     B     32     1.020,18      52  +31 76 512 33 08
2026-02-24         day 30     10933     Garage Van Dijck NV           A     27       980,00      43  +32 3 771 20 44
2026-02-24         day 15     40001     Crèche Zonnebloem vzw         A      0       262,50      21  +32 2 414 66 90
$ belronde plan
No.       Customer                    Made        State         Kept  Parts  Next             Amount        Total     Received  Who
10418     Bakkerij Peeters BV         2026-02-24  part missed      0      5  2026-03-10     1.000,00     4.852,60         0,00  An
$ belronde plan 10418 call-in --why "nothing came, and he does not ring back"
Logged: Bakkerij Peeters BV: plan cancelled, call Thu 05/03.
$ belronde plan 10418 cancel
belronde: Say what happened, for the history: --why "TEXT".
? 2
$ belronde plan --all
No.       Customer                    Made        State         Kept  Parts  Next             Amount        Total     Received  Who
10418     Bakkerij Peeters BV         2026-02-24  rest due         0      5                     0,00     4.852,60         0,00  An
$ belronde show 10418 | head -12
10418  Bakkerij Peeters BV  class B  nl BE
  An Wils, accounts  +32 52 44 18 09  an@peeters.example
  Luc Peeters, owner  +32 52 44 18 07  luc@peeters.example
  EUR  open 4.852,60  promised 0,00  disputed 0,00  unallocated 0,00  ask for this 4.852,60
  bank data up to none yet
  2025-1312         2026-01-07    57      1.850,00 EUR  -
  2025-1355         2026-01-21    43      1.492,60 EUR  -
  2026-0041         2026-02-11    22      1.510,00 EUR  -
  on top            178,35  today; 1,39 more each day
  interest           58,35  by law, without a notice, from the first late day
  fixed sum         120,00  by law, without a notice, from the first late day
  costs            not yet  above the fixed sum: proof, and agreement or a
$ belronde check | tail -1
Everything checked is sound.
