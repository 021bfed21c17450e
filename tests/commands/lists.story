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
Day         Time   Document                  No.       Customer                      By       To                            State
2026-02-24  09:05  copy of the invoices wi…  10418     Bakkerij Peeters BV           email    an@peeters.example            waiting
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
agent = "An"
agent = "An"
$ belronde settings belronde.country Mars
belronde: HOME/config/belronde/belronde.ini:2: the value goes on after its closing quote; use the other kind of quote or “ ” inside it
? 2
$ belronde queue --format json | head -60
belronde: HOME/config/belronde/belronde.ini:2: the value goes on after its closing quote; use the other kind of quote or “ ” inside it
$ belronde queue --format csv | head -3
belronde: HOME/config/belronde/belronde.ini:2: the value goes on after its closing quote; use the other kind of quote or “ ” inside it
$ belronde report --format csv
belronde: HOME/config/belronde/belronde.ini:2: the value goes on after its closing quote; use the other kind of quote or “ ” inside it
? 2
$ belronde report --format json | grep -v record | head -40
belronde: HOME/config/belronde/belronde.ini:2: the value goes on after its closing quote; use the other kind of quote or “ ” inside it
