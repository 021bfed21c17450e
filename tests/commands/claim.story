# A statement of claim: on the screen, on paper, for a spreadsheet, for a program
now 2026-02-24T09:05
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ mkdir -p config/belronde; printf '[belronde]\nagent = An\nname = "Vandenberghe Papier"\niban = "BE71 0961 2345 6769"\n' > config/belronde/belronde.ini
$ belronde claim 10418
Vandenberghe Papier

Bakkerij Peeters BV
Dendermonde

24 February 2026

Subject: statement of claim as of 24 February 2026

Customer number 10418. Payments are known up to 23/02/2026.

Invoices
  Invoice    Date        Due on      Days late     Amount
  -------------------------------------------------------
  2025-1312  08/12/2025  07/01/2026         48   1,850.00
  2025-1355  22/12/2025  21/01/2026         34   1,492.60
  2026-0041  12/01/2026  11/02/2026         13   1,510.00
  -------------------------------------------------------
  Total                                         €4,852.60

Interest
  Invoice    From        Up to and with  Days        On  A year  Interest
  -----------------------------------------------------------------------
  2025-1312  08/01/2026  24/02/2026        48  1,850.00   10.5%     25.55
  2025-1355  22/01/2026  24/02/2026        34  1,492.60   10.5%     14.60
  2026-0041  12/02/2026  24/02/2026        13  1,510.00   10.5%      5.65
  -----------------------------------------------------------------------
  Total                                                            €45.80

Fixed sums and costs
  Invoice    What       Since        Amount
  -----------------------------------------
  2025-1312  fixed sum  08/01/2026    40.00
  2025-1355  fixed sum  22/01/2026    40.00
  2026-0041  fixed sum  12/02/2026    40.00
  -----------------------------------------
  Total                             €120.00

To pay on 24/02/2026
                             EUR
  ------------------------------
  Late invoices, open   4,852.60
  Interest                 45.80
  Fixed sums              120.00
  ------------------------------
  Total                €5,018.40

Each day after that adds €1.39 of interest until it is paid.

Why it may be asked
  - interest: by law, without a notice, from the first late day
  - fixed sum: by law, without a notice, from the first late day

Not asked yet
  - costs: above the fixed sum: proof, and agreement or a judge

Where the rates come from
  Rate from   A year  Source
  ---------------------------------------------------------------------------
  01/07/2025   10.5%  secondary source: lawbase.be, embuild.be (H1 2026 same)

  To pay     €5,018.40
  Payee      Vandenberghe Papier
  Account    BE71 0961 2345 6769
  Reference  10418 2025-1312 2025-1355 2026-0041
$ belronde claim 10418 --language xx
belronde: No letter is written in “xx”: take nl, fr, de or en.
? 2
$ belronde claim 10418 --day 2026-07-31 --language nl | sed -n '/^Rente/,/^Elke/p'
Rente
  Factuur    Van         Tot en met  Dgn      Over  Per jaar     Rente
  --------------------------------------------------------------------
  2025-1312  08/01/2026  30/06/2026  174  1.850,00     10,5%     92,60
  2025-1312  01/07/2026  31/07/2026   31  1.850,00     10,5%     16,50
  2025-1355  22/01/2026  30/06/2026  160  1.492,60     10,5%     68,70
  2025-1355  01/07/2026  31/07/2026   31  1.492,60     10,5%     13,31
  2026-0041  12/02/2026  30/06/2026  139  1.510,00     10,5%     60,38
  2026-0041  01/07/2026  31/07/2026   31  1.510,00     10,5%     13,47
  --------------------------------------------------------------------
  Totaal                                                      € 264,96

Vaste bedragen en kosten
  Factuur    Wat          Sinds         Bedrag
  --------------------------------------------
  2025-1312  vast bedrag  08/01/2026     40,00
  2025-1355  vast bedrag  22/01/2026     40,00
  2026-0041  vast bedrag  12/02/2026     40,00
  --------------------------------------------
  Totaal                              € 120,00

Te betalen op 31/07/2026
                                   EUR
  ------------------------------------
  Vervallen facturen, open    4.852,60
  Rente                         264,96
  Vaste bedragen                120,00
  ------------------------------------
  Totaal                    € 5.237,56

Elke dag daarna komt er € 1,39 rente bij tot er betaald is.
$ belronde claim 10418 --format csv
row,currency,invoice,what,from,to,days,base,rate,amount,costs,interest,principal,open,marks,source
invoice,EUR,2025-1312,,2025-12-08,2026-01-07,48,1850.00,,1850.00,40.00,25.55,1850.00,1850.00,,
interest,EUR,2025-1312,be_b2b,2026-01-08,2026-02-24,48,1850.00,10.50,25.55,,,,,,"secondary: lawbase.be, embuild.be (H1 2026 same)"
cost,EUR,2025-1312,fixed_sum,2026-01-08,,,,,40.00,,,,,,
not_yet,EUR,2025-1312,costs,,,,,,,,,,,,needs_judge
invoice,EUR,2025-1355,,2025-12-22,2026-01-21,34,1492.60,,1492.60,40.00,14.60,1492.60,1492.60,,
interest,EUR,2025-1355,be_b2b,2026-01-22,2026-02-24,34,1492.60,10.50,14.60,,,,,,"secondary: lawbase.be, embuild.be (H1 2026 same)"
cost,EUR,2025-1355,fixed_sum,2026-01-22,,,,,40.00,,,,,,
not_yet,EUR,2025-1355,costs,,,,,,,,,,,,needs_judge
invoice,EUR,2026-0041,,2026-01-12,2026-02-11,13,1510.00,,1510.00,40.00,5.65,1510.00,1510.00,,
interest,EUR,2026-0041,be_b2b,2026-02-12,2026-02-24,13,1510.00,10.50,5.65,,,,,,"secondary: lawbase.be, embuild.be (H1 2026 same)"
cost,EUR,2026-0041,fixed_sum,2026-02-12,,,,,40.00,,,,,,
not_yet,EUR,2026-0041,costs,,,,,,,,,,,,needs_judge
total,EUR,,,,2026-02-24,,,,5018.40,120.00,45.80,4852.60,4852.60,,
each_day_after,EUR,,,2026-02-25,,,,,1.39,,,,,,
$ belronde claim 10418 --format json | grep -A14 '"totals"'
  "totals" : [
    {
      "currency" : "EUR",
      "invoices" : 3,
      "open" : "4852.60",
      "disputed" : "0.00",
      "planned" : "0.00",
      "credit" : "0.00",
      "interest" : "45.80",
      "fixed_sum" : "120.00",
      "costs" : "0.00",
      "left" : {
        "costs" : "120.00",
        "interest" : "45.80",
        "principal" : "4852.60"
$ belronde claim 10418 --output claim.pdf && head -c 8 claim.pdf
%PDF-1.4
$ belronde claim 10418 --day 2029-02-24 | grep -E '\*'
  2025-1312  01/07/2026  24/02/2029       970  1,850.00  10.5%*     516.23
  2025-1355  01/07/2026  24/02/2029       970  1,492.60  10.5%*     416.50
  2026-0041  01/07/2026  24/02/2029       970  1,510.00  10.5%*     421.35
  Interest *            1,575.76
  Total *              €6,548.36
* Rate not confirmed after 19/06/2027.
$ belronde claim --all
No.       Customer                Late         Open   Interest      Costs        Total
10418     Bakkerij Peeters BV        3     4.852,60      45,80     120,00     5.018,40
10933     Garage Van Dijck NV        1       980,00       0,00       0,00         0,00
30110     Hôtel des Ardennes SA      1     2.310,45      25,92      40,00     2.376,37
$ belronde claim --all --format csv | head -3
customer,name,invoices,open,interest,costs,total,currency,country,disputed,planned,credit,fixed_sum,collection_costs,each_day_after,marks
10418,Bakkerij Peeters BV,3,4852.60,45.80,120.00,5018.40,EUR,BE,0.00,0.00,0.00,120.00,0.00,1.39,
10933,Garage Van Dijck NV,1,980.00,0.00,0.00,0.00,EUR,BE,0.00,0.00,980.00,0.00,0.00,0.00,
$ belronde claim --all --format json | head -20
[
  {
    "customer" : "10418",
    "name" : "Bakkerij Peeters BV",
    "country" : "BE",
    "invoices" : 3,
    "currency" : "EUR",
    "open" : "4852.60",
    "disputed" : "0.00",
    "planned" : "0.00",
    "credit" : "0.00",
    "interest" : "45.80",
    "costs" : "120.00",
    "fixed_sum" : "120.00",
    "collection_costs" : "0.00",
    "total" : "5018.40",
    "each_day_after" : "1.39",
    "marks" : ""
  },
  {
$ belronde claim --all --day 2026-02-11 | grep Peeters
10418     Bakkerij Peeters BV        2     3.342,60      27,65      80,00     3.450,25
$ belronde claim --all 10418
belronde: --all is a list of all customers: with --day and --format only.
? 2
$ belronde claim nobody
belronde: No customer is found by “nobody”.
? 2
$ belronde claim 10418 --day soon
belronde: “soon” is no day: write it as 2026-02-24.
? 2
$ belronde claim
belronde: Say which customer: belronde claim CUSTOMER.
? 2
