# No delivery, payment in advance, limits and deadlines: decided, seen, handed to the order desk, ended; a file in other hands
now 2026-02-24T09:05
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ belronde log 10418 supply_stop why=unpaid
Logged: Bakkerij Peeters BV: no delivery until paid, day 30 Tue 24/02.
$ belronde find peet
No.       Customer                        Place                    Open  Days  Matched on                      Held
10418     Bakkerij Peeters BV             Dendermonde          4.852,60    48  name                            no delivery since 24/02: unpaid
1 of 4
$ belronde log 30110 demand deadline=4/3 consequence=supply_stop by=post >/dev/null; belronde log 10933 credit_limit limit=1000 >/dev/null
$ belronde holds
No.       Customer                    Stop  Since       Why               Prepay        Limit  Pay by      Else              Changed     By
10418     Bakkerij Peeters BV         yes   2026-02-24  unpaid            no         7.500,00                                2026-02-24  An
10933     Garage Van Dijck NV         no                                  no         1.000,00                                2026-02-24  An
30110     Hôtel des Ardennes SA       no                                  no                   2026-03-04  stop deliveries   2026-02-24  An
$ belronde holds --format csv
customer,name,supply_stop,supply_stop_since,supply_stop_reason,prepay,prepay_since,prepay_reason,credit_limit,currency,deadline,announced,handed_over,handed_over_since,handed_over_to,changed_on,changed_by
10418,Bakkerij Peeters BV,yes,2026-02-24,unpaid,no,,,7500.00,EUR,,,no,,,2026-02-24,An
10933,Garage Van Dijck NV,no,,,no,,,1000.00,EUR,,,no,,,2026-02-24,An
30110,Hôtel des Ardennes SA,no,,,no,,,,EUR,2026-03-04,stop deliveries,no,,,2026-02-24,An
$ belronde show 30110 | head -3
30110  Hôtel des Ardennes SA  class B  fr BE
  to be paid by 04/03, else: stop deliveries
  Mme Lambert, accounts  +32 84 22 31 60  compta@ardennes.example
now 2026-03-05T09:00
$ belronde queue | head -2
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
2026-03-05         deadline   30110     Hôtel des Ardennes SA         B     48     2.310,45      90  +32 84 22 31 60   pay by Wed 4 Mar, else …
$ belronde holds --since 2026-03-01 --format csv
customer,name,supply_stop,supply_stop_since,supply_stop_reason,prepay,prepay_since,prepay_reason,credit_limit,currency,deadline,announced,handed_over,handed_over_since,handed_over_to,changed_on,changed_by
30110,Hôtel des Ardennes SA,no,,,no,,,,EUR,2026-03-04,stop deliveries,no,,,2026-02-24,An
$ belronde log 10418 lift what=S why=agreed && belronde holds --format json | head -9
Logged: Bakkerij Peeters BV: stop, limit or deadline ended, day 30 Tue 24/02.
[
  {
    "customer" : "10418",
    "name" : "Bakkerij Peeters BV",
    "supply_stop" : false,
    "supply_stop_since" : null,
    "supply_stop_reason" : "agreed",
    "prepay" : false,
    "prepay_since" : null,
$ belronde log 10418 lift what=S
belronde: What ends: There is nothing of the kind to choose: supply stop.
? 2
$ belronde holds --output out.csv && cut -d, -f1-4 out.csv
customer,name,supply_stop,supply_stop_since
10418,Bakkerij Peeters BV,no,
10933,Garage Van Dijck NV,no,
30110,Hôtel des Ardennes SA,no,
$ belronde handover 10418 --output files-of
The file is in files-of/10418-Bakkerij-Peeters-BV-2026-03-05.
3 invoices have no copy in the folder of copies.
Logged: Bakkerij Peeters BV: handed over.
? 1
$ belronde handover 10418 --to "Mr. Lemmens" --anyway --output files-of
belronde: files-of/10418-Bakkerij-Peeters-BV-2026-03-05 is there already: say --replace to make it anew.
? 2
$ ls files-of/*
claim.csv
claim.pdf
dossier.csv
dossier.json
index.html
$ belronde handover 10418 --output files-of
belronde: files-of/10418-Bakkerij-Peeters-BV-2026-03-05 is there already: say --replace to make it anew.
? 2
$ belronde show 10418 | head -3
10418  Bakkerij Peeters BV  class B  nl BE
  Handed over: the agency or lawyer does the talking.
  handed over since 05/03: lawyer
$ belronde log 10418 file_back why=paid
Logged: Bakkerij Peeters BV: file taken back, call Thu 05/03.
$ belronde undo
Undone: Bakkerij Peeters BV: file taken back; everything is back as it was.
