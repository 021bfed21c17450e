# A morning: the list and the bank statement come in, the queue says whom to ring and why
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv
items.csv: csv, belronde
  8 lines read: 8 booked, 0 known already, 0 listed below
  customers: 5 new, 1 changed; items: 8 new, 0 changed, 0 closed
# The bank statement of this morning: one payment carries its reference, one only a name, one nothing at all.
$ belronde import files/bank.xml
bank.xml: camt.053
  3 lines read: 3 booked, 0 known already, 0 listed below
  customers: 0 new, 0 changed; items: 0 new, 0 changed, 1 closed
  matched by payment reference: 1
  needs a person: 1 proposed, 1 not matched, 0 paid twice (belronde receipts)
  on account: 0; returned: 0; outgoing: 0
  out of today's queue: 1; promises kept 0, partly 0
  statement 2026-039 of BE60999000000070: 3 lines, 1.000,00 + 3.480,18 = 4.480,18 EUR: ties
BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing 4.480,18
# The customer who paid is not in the queue; the others are, in the order of their points.
now 2026-02-24T09:05
$ belronde queue
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
2026-02-24         day 30     10418     Bakkerij Peeters BV           B     48     4.852,60      62  +32 52 44 18 09
2026-02-24         day 30     30110     Hôtel des Ardennes SA         B     39     2.310,45      57  +32 84 22 31 60
2026-02-24         thank you  20187     Petersen Installatie B.V.     B      0         0,00      40  +31 76 512 33 08
2026-02-24         day 15     40001     Crèche Zonnebloem vzw         A      0       262,50      21  +32 2 414 66 90
# A promise by telephone: date as it is said, echoed as it was understood.
$ belronde log 10418 P by=fri --note "asked for proof of delivery" --duration 95
Logged: Bakkerij Peeters BV: promise to pay, promise Mon 02/03 09:30.
$ belronde show 10418
10418  Bakkerij Peeters BV  class B  nl BE
  An Wils, accounts  +32 52 44 18 09  an@peeters.example
  Luc Peeters, owner  +32 52 44 18 07  luc@peeters.example
  EUR  open 4.852,60  promised 4.852,60  disputed 0,00  unallocated 0,00  ask for this 0,00
  bank data up to 2026-02-23
  2025-1312         2026-01-07    48      1.850,00 EUR  promised 27/02
  2025-1355         2026-01-21    34      1.492,60 EUR  promised 27/02
  2026-0041         2026-02-11    13      1.510,00 EUR  promised 27/02
  on top            165,80  today; 1,39 more each day
  interest           45,80  by law, without a notice, from the first late day
  fixed sum         120,00  by law, without a notice, from the first late day
  costs            not yet  above the fixed sum: proof, and agreement or a
                            judge
  promises kept 0, not kept 0
  > Mon 2 Mar 09:30  promise 4.852,60 by Fri 27 Feb
  next: Mon 02/03 promise (4.852,60 by Fri 27 Feb)
  If nothing happens:
  Mon 02/03 promise (4.852,60 by Fri 27 Feb)
  Wed 04/03 letter: friendly reminder (not so soon after the last contact)
  Mon 16/03 reminder call (about 9 days after the last contact)
  Wed 18/03 letter: demand with a deadline (14 days after the last letter)
  Fri 27/03 reminder call (about 9 days after the last contact)
  Wed 01/04 letter: formal notice (14 days after the last letter)
  Wed 22/04 decide on handing over (21 days after the last letter)
  Wed 29/04 reminder call (about 9 days after the last contact)
  No letter meanwhile: payment is promised for Fri 27/02.
  If he pays: off the list, and a call to say thank you.
  Done:
  Tue 24/02 courtesy call (there was a contact since)
  Tue 24/02 day 15 (there was a contact since)
  Tue 24/02 day 30 (there was a contact since)
  Left out:
  letter: free reminder with the legal term (not for this kind of customer)
  letter: 14-day letter (not for this kind of customer)
  2026-02-24 09:05  An       P  4.852,60 by Fri 27 Feb
# Excuses get their questions; a call without the hour is refused and nothing is saved.
$ belronde log 30110 B
belronde: When needs an answer.
? 2
$ belronde log 30110 B "when=tomorrow 14:30"
Logged: Hôtel des Ardennes SA: call me back, callback Wed 25/02 14:30.
$ belronde log 30110 B "when=32/1"
belronde: When: “32/1” is no day of the calendar: type day/month, as 28/2.
? 2
$ belronde undo
Undone: Hôtel des Ardennes SA: “I will call you back”; everything is back as it was.
# A person's yes to the proposal of the bank: booked, and the account is remembered.
$ belronde receipts
    Id  Day               Amount  From                      State        Customer                  Items                     Why
     3  2026-02-23      1.480,00  ONBEKEND                  unknown                                                          Nothing in this line points to one customer.
     2  2026-02-23        980,00  GARAGE VAN DIJCK          proposal     10933 Garage Van Dijck …  2026-0398 980.00          The name is that of 10933 Garage Van Dijck NV and…
$ belronde receipts accept 2
Booked on 2026-0398: € 980,00; account remembered.
$ belronde receipts
    Id  Day               Amount  From                      State        Customer                  Items                     Why
     3  2026-02-23      1.480,00  ONBEKEND                  unknown                                                          Nothing in this line points to one customer.
$ belronde queue
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
2026-02-24         day 30     30110     Hôtel des Ardennes SA         B     39     2.310,45      57  +32 84 22 31 60
2026-02-24         thank you  10933     Garage Van Dijck NV           B      0         0,00      40  +32 3 771 20 44
2026-02-24         thank you  20187     Petersen Installatie B.V.     B      0         0,00      40  +31 76 512 33 08
2026-02-24         day 15     40001     Crèche Zonnebloem vzw         A      0       262,50      21  +32 2 414 66 90
$ belronde report | sed 's/\(Record: [0-9]*\) .*/\1/'
 DAY REPORT  Tuesday 24 February 2026                   desk: An       page 1/1

 Calls made       1    customers reached  1 (100%)    talk time          0:01:35
 Outcomes logged  1    follow-ups set            1    without next step        0

 Outcome                       calls        amount   next touchpoint
 P  promise to pay                 1      4.852,60   Mon 02/03

 Promises due today   0   kept   0  0,00   not kept   0  0,00
 Received today (bank)  3.480,18   late callbacks 0
 Not reached, still due tomorrow  4

 Per customer
 09:05 Bakkerij Peeters BV        P     4.852,60  4.852,60 by Fri 27 Feb

 Record: 6
$ belronde check
Kind    Area            Finding
rate    be_b2b          10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_b2b_pre2013  10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_legal        4,50 % since 2026-01-01, secondary source; confirmed until 2027-06-19
rate    nl_b2b          10,40 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    nl_legal        4,00 % since 2026-01-01, text of the law; confirmed until 2027-06-19
rate    uk_b2b          11,75 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    ecb_mro         2,65 % since 2026-09-16, official notice; confirmed until 2027-06-19
rate    nl_vat          21,00 % since 2012-10-01, text of the law; confirmed until 2027-06-19
Everything checked is sound.
