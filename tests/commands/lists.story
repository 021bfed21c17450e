# Every screen has a twin: find, agenda, outbox, overview, settings, JSON for other programs
now 2026-02-24T09:05
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ belronde find peet
No.       Customer                        Place                    Open  Days  Matched on
10418     Bakkerij Peeters BV             Dendermonde          4.852,60    48  name
1 of 4
$ belronde find creche
No.       Customer                        Place                    Open  Days  Matched on
40001     Crèche Zonnebloem vzw           Brussel                262,50     0  name
1 of 4
$ belronde find 4418
No.       Customer                        Place                    Open  Days  Matched on
10418     Bakkerij Peeters BV             Dendermonde          4.852,60    48  phone 3252441807
1 of 4
$ belronde find "1355 bakkerij"
No.       Customer                        Place                    Open  Days  Matched on
10418     Bakkerij Peeters BV             Dendermonde          4.852,60    48  inv. 2025-1355; name
1 of 4
$ belronde find 1.510,00
No.       Customer                        Place                    Open  Days  Matched on
10418     Bakkerij Peeters BV             Dendermonde          4.852,60    48  amount ..0 1.510,00
1 of 4
$ belronde find --closed petersen
No.       Customer                        Place                    Open  Days  Matched on
20187     Petersen Installatie B.V.       Breda                    0,00     0  name
1 of 5
$ belronde log 10418 L >/dev/null; belronde outbox
   Id  Day         Time   Document                  No.       Customer                      By       To                            State      Sent        Trouble
    1  2026-02-24  09:05  copy of the invoices wi…  10418     Bakkerij Peeters BV           email    an@peeters.example            waiting
$ belronde log 30110 I run=fri missing=approval >/dev/null; belronde agenda
Day         Time   Why        No.       Customer                                Ask  Who           Detail
2026-02-24         day 30     10933     Garage Van Dijck NV                    0,00
2026-02-24         thank you  20187     Petersen Installatie B.V.              0,00
2026-02-24         day 15     40001     Crèche Zonnebloem vzw                262,50
2026-02-25         approval   30110     Hôtel des Ardennes SA              2.310,45                pay run Fri 27 Feb, missing: …
2026-02-26         resend     10418     Bakkerij Peeters BV                4.852,60                copy to an@peeters.example
2026-03-03         in system  30110     Hôtel des Ardennes SA              2.310,45                pay run Fri 27 Feb, missing: …
$ belronde overview
Days                Amount
not due             312,50
1-30              2.490,00
31-60             5.653,05
61-90                 0,00
> 90                  0,00
Bank                      Currency  Up to       Statement            Closing  What is wrong
BE60999000000070          EUR       2026-02-23  2026-039            4.480,18
Desk            due   done   reached      promised
An                2      2         2          0,00
                  3      0         0          0,00
No.       Customer                      Needs you                                       Amount
$ belronde settings belronde.country
Section     Setting               Value                           Meaning
belronde    country               BE                              holidays, telephone numbers and rules of the house
$ belronde settings belronde.country NL && belronde settings belronde.country && grep country config/belronde/belronde.ini
Section     Setting               Value                           Meaning
belronde    country               NL                              holidays, telephone numbers and rules of the house
country = NL
$ belronde settings belronde.country Mars
belronde: belronde.country must be one of: BE NL LU FR DE
? 2
$ belronde queue --format json | head -61
[
  {
    "customer" : "20187",
    "name" : "Petersen Installatie B.V.",
    "class" : "B",
    "phone" : "+31 76 512 33 08",
    "contact" : "Ilse Petersen",
    "reason" : "thank_you",
    "why" : "thank you",
    "detail" : "",
    "state" : "call",
    "due" : "2026-02-24",
    "time" : null,
    "late" : false,
    "score" : 40,
    "percent" : 26,
    "terms" : {
      "K" : 25,
      "A" : 0,
      "D" : 0,
      "P" : 0,
      "R" : 10,
      "U" : 0,
      "B" : 5,
      "N" : 0,
      "X" : 0
    },
    "collectable" : "0.00",
    "open" : "0.00",
    "promised" : "0.00",
    "disputed" : "0.00",
    "unallocated" : "0.00",
    "direct_debit" : "0.00",
    "currency" : "EUR",
    "other_currency" : false,
    "invoices" : 0,
    "days_late" : 0,
    "last_outcome" : "",
    "colleague" : "",
    "owner" : "",
    "holds" : ""
  },
  {
    "customer" : "40001",
    "name" : "Crèche Zonnebloem vzw",
    "class" : "A",
    "phone" : "+32 2 414 66 90",
    "contact" : "Katrien Maes",
    "reason" : "day_15",
    "why" : "day 15",
    "detail" : "",
    "state" : "call",
    "due" : "2026-02-24",
    "time" : null,
    "late" : false,
    "score" : 21,
    "percent" : 13,
    "terms" : {
      "K" : 0,
      "A" : 5,
      "D" : 0,
$ belronde queue --format csv | head -3
due,time,why,customer,name,class,days_late,collectable,score,phone,last_outcome,reason,state,detail,open,promised,disputed,unallocated,direct_debit,currency,contact,colleague,holds
2026-02-24,,thank you,20187,Petersen Installatie B.V.,B,0,0.00,40,"'+31 76 512 33 08",,thank_you,call,,0.00,0.00,0.00,0.00,0.00,EUR,Ilse Petersen,,
2026-02-24,,day 15,40001,Crèche Zonnebloem vzw,A,0,262.50,21,"'+32 2 414 66 90",,day_15,call,,312.50,0.00,0.00,50.00,0.00,EUR,Katrien Maes,,
$ belronde report --format csv
day,time,agent,customer,name,outcome,amount,text
2026-02-24,09:05,An,10418,Bakkerij Peeters BV,L,0.00,copy to an@peeters.example
2026-02-24,09:05,An,30110,Hôtel des Ardennes SA,I,0.00,"pay run Fri 27 Feb, missing: approval"
$ belronde report --format json | grep -v record | head -40
{
  "day" : "2026-02-24",
  "agent" : "An",
  "calls" : 2,
  "reached" : 2,
  "talk_seconds" : 0,
  "logged" : 2,
  "follow_ups" : 3,
  "without_next_step" : 0,
  "late_callbacks" : 0,
  "not_reached_due" : 3,
  "promises_due" : 0,
  "promises_kept" : 0,
  "promises_broken" : 0,
  "kept_amount" : "0.00",
  "broken_amount" : "0.00",
  "received" : "3480.18",
  "currency" : "EUR",
  "outcomes" : [
    {
      "outcome" : "I",
      "slug" : "in_system",
      "label" : "in their system",
      "calls" : 1,
      "amount" : "0.00",
      "next" : "Wed 25/02, Tue 03/03"
    },
    {
      "outcome" : "L",
      "slug" : "lost",
      "label" : "lost, resend",
      "calls" : 1,
      "amount" : "0.00",
      "next" : "Thu 26/02"
    }
  ],
  "lines" : [
    {
      "time" : "09:05",
      "agent" : "An",
