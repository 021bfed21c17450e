# A full list that leaves items out: asked first, then marked gone; history stays
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv >/dev/null; grep -v 2025-1355 files/items.csv > shorter.csv; belronde import --full shorter.csv
shorter.csv: csv, belronde
  7 lines read: 0 booked, 7 known already, 0 listed below
  2025-1355  10418 Bakkerij Peeters BV  € 1.492,60
1 items are no longer on this full list. Mark them gone from the ledger? [y/N]
  1 items left as they are; import again with --yes to mark them gone.
$ belronde show 10418 --format csv
number,kind,issued,due,days_late,amount,open,currency,stage
2025-1312,invoice,2025-12-08,2026-01-07,48,1850.00,1850.00,EUR,"'-"
2025-1355,invoice,2025-12-22,2026-01-21,34,1492.60,1492.60,EUR,"'-"
2026-0041,invoice,2026-01-12,2026-02-11,13,1510.00,1510.00,EUR,"'-"
$ sed -i 's/1850,00;1850,00/1850,00;1350,00/' shorter.csv; belronde import --full --yes shorter.csv
shorter.csv: csv, belronde
  7 lines read: 1 booked, 6 known already, 0 listed below
  customers: 0 new, 0 changed; items: 0 new, 1 changed, 0 closed
  2025-1355  10418 Bakkerij Peeters BV  € 1.492,60
  1 items marked gone from the ledger.
$ belronde show 10418 --format csv
number,kind,issued,due,days_late,amount,open,currency,stage
2025-1312,invoice,2025-12-08,2026-01-07,48,1850.00,1350.00,EUR,"'-"
2026-0041,invoice,2026-01-12,2026-02-11,13,1510.00,1510.00,EUR,"'-"
# One bad line never stops the rest and is never lost.
$ printf '%s\n' '10418;Bakkerij Peeters BV;business;nl;BE;;;;;;;2026-0099;invoice;2026-02-30;2026-03-30;10,00;ten;EUR;' '10418;Bakkerij Peeters BV;business;nl;BE;;;;;;;2026-0100;invoice;2026-02-20;2026-03-22;10,00;10,00;EUR;' > rows; (head -1 files/items.csv; cat rows) > bad.csv; belronde import bad.csv
bad.csv: csv, belronde
  2 lines read: 1 booked, 0 known already, 1 listed below
  customers: 0 new, 0 changed; items: 1 new, 0 changed, 0 closed
  ! line 2: The invoice date cannot be read; the item was taken without it.
  bad.csv:2: its amount cannot be read  10418;Bakkerij Peeters BV;business;nl;BE;;;;;;;2026-0099;in…
? 1
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
