# The same file or statement again changes nothing
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ belronde show 20187 --format json | md5sum | tee before; belronde backup one.db >/dev/null
37ee37c6fd26753336fd806ecbd7edf1  -
$ belronde import files/items.csv files/bank.xml
items.csv: csv, belronde
  This file was imported before: nothing changed.
bank.xml: camt.053
  This file was imported before: nothing changed.
Together: 0 imported, 2 known already, 0 not imported
$ sed 's/2026-039/2026-039 /' files/bank.xml > other-name.xml; belronde import other-name.xml
other-name.xml: camt.053
  3 lines read: 0 booked, 3 known already, 0 listed below
  needs a person: 0 proposed, 0 not matched, 0 paid twice (belronde receipts)
  on account: 0; returned: 0; outgoing: 0
  out of today's queue: 0; promises kept 0, partly 0
  statement 2026-039 of BE60999000000070: 3 lines, 1.000,00 + 3.480,18 = 4.480,18 EUR: ties
BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing 4.480,18
$ belronde show 20187 --format json | md5sum | diff - before && echo unchanged
unchanged
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
