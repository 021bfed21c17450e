# What the bank brought, decided from the command line as on the screen
now 2026-02-24T14:07
agent An
$ BELRONDE=belronde bash -e books/receipts.sh && belronde receipts
    Id  Day               Amount  From                      State        Customer                  Items                     Why
    12  2026-02-23        750,00  JANSEN TRANSPORT          proposal     1005 Jansen Transport B…  2025-1206 750.00          Account NL91ABNA0417164300 is known and several i…
     9  2026-02-23        412,00  FOD FINANCIEN             unknown                                                          Nothing in this line points to one customer.
     8  2026-02-23      2.310,45  SOCIETE DES LOISIRS       unknown                                                          Only invoice 2025-1340 of 1004 Hôtel des Ardennes…
     7  2026-02-23      1.400,50  W EN Z BOUWMATERIALEN     unknown                                                          Nothing in this line points to one customer.
     5  2026-02-23      8.800,00  DE SMET DAKWERKEN         paid twice   1003 De Smet Dakwerken                              Reference +++090/9337/55493+++, but invoice 2025-…
     4  2026-02-23        980,00  GARAGE VAN DIJCK          proposal     1002 Garage Van Dijck NV  2026-0198 980.00          The name is that of 1002 Garage Van Dijck NV and …
     3  2026-02-23      1.510,00  BAKKERIJ PEETERS          proposal     1001 Bakkerij Peeters BV  2026-0041 1510.00         Account BE68539007547034 is known and the amount …
# One line with all that is known of it, and what else it may pay.
$ belronde receipts show 12
€ 750,00  Mon 23 Feb
JANSEN TRANSPORT  NL91ABNA0417164300
“betaling”
Came in on BE60999000000070 2026-042

proposal: 1005 Jansen Transport B.V.  (account, 50 of 100)
Account NL91ABNA0417164300 is known and several items have this amount; 2025-1206 is the oldest.
  2025-1206  due 2025-12-25  open 750,00  pays 750,00

1  1005 Jansen Transport B.V.: 2025-1206 750,00  (50)
   Account NL91ABNA0417164300 is known and several items have this amount; 2025-1206 is the oldest.
2  1005 Jansen Transport B.V.: 2026-0031 750,00  (45)
   Invoice 2026-0031 of 1005 Jansen Transport B.V. has exactly this amount.
3  1005 Jansen Transport B.V.: on account  (15)
   On account of 1005 Jansen Transport B.V..
$ belronde receipts choices 12
 No.   Score  Choice                                                        Why
   1      50  1005 Jansen Transport B.V.: 2025-1206 750,00                  Account NL91ABNA0417164300 is known and several items have …
   2      45  1005 Jansen Transport B.V.: 2026-0031 750,00                  Invoice 2026-0031 of 1005 Jansen Transport B.V. has exactly…
   3      15  1005 Jansen Transport B.V.: on account                        On account of 1005 Jansen Transport B.V..
$ belronde receipts choose 12 7
belronde: There is no choice “7”: belronde receipts choices 12 lists them.
? 2
$ belronde receipts choose 12 2
Booked on 2026-0031: € 750,00.
# Yes to the proposals; what followed is said.
$ belronde receipts accept 4 3
Booked on 2026-0198: € 980,00; promise of 20/02 kept late; out of today's queue; account remembered.
Booked on 2026-0041: € 1.510,00.
$ belronde receipts accept 4 5
belronde: This receipt waits for no answer any more.
? 2
$ belronde receipts accept 7
belronde: Nothing is proposed for this receipt: say whose it is, or that it is not ours.
? 2
# A customer and invoices of one's own choice; the credit note makes room whatever its place.
$ belronde receipts assign 7 Wouters 2026-0999
belronde: Invoice “2026-0999” is not open for this customer.
? 2
$ belronde receipts assign 7 1006 2026-0140 2026-0150 2026-0007
Booked on 3 invoices: € 1.400,50; out of today's queue; account remembered.
$ belronde receipts account 9
belronde: No customer is proposed here: choose whose money it is.
? 2
$ belronde receipts account 5
On account: € 8.800,00 for 1003 De Smet Dakwerken.
$ belronde receipts not-ours 9
Not ours: € 412,00 asks nothing any more.
$ belronde receipts --which aside
    Id  Day               Amount  From                      State        Customer                  Items                     Why
     9  2026-02-23        412,00  FOD FINANCIEN             not ours                                                         No customer's money.
     5  2026-02-23      8.800,00  DE SMET DAKWERKEN         on account   1003 De Smet Dakwerken                              Put on account by hand.
# Taken back, whoever decided it.
agent Jo
$ belronde receipts undo 9
Undone: receipt put aside; it waits for an answer again.
$ belronde receipts undo 9
belronde: Nobody has decided about this receipt: there is nothing to take back.
? 2
$ belronde receipts undo 1
belronde: Nobody has decided about this receipt: there is nothing to take back.
? 2
# Words for people, slugs for programs.
$ belronde receipts --which returned --format csv | cut -d, -f1-6
id,day,whole,name,state,customer
10,2026-02-23,-288.00,TAXI DEMIR,reversal,1007 Taxi Demir
2,2026-02-20,288.00,TAXI DEMIR,matched,1007 Taxi Demir
$ belronde receipts --which all --customer 1006 --since 2026-02-22 --format json | grep -E '"(id|whole|amount|state|step|decided_by|waiting)"'
    "id" : 7,
    "amount" : "0.00",
    "whole" : "1400.50",
    "state" : "matched",
    "step" : "person",
    "waiting" : false,
    "decided_by" : "An"
$ belronde receipts learned
Kind      Means                         Customer                      Where from        Since        Used
account   BE42999000123454              1006 Wouters & Zonen          from a receipt    2026-02-24      0
account   BE79999000105033              1002 Garage Van Dijck NV      from a receipt    2026-02-24      0
payer     bouwmaterialen en w z         1006 Wouters & Zonen          from a receipt    2026-02-24      0
word      wz44018                       1006 Wouters & Zonen          from a receipt    2026-02-24      0
account   BE10999000100104              1003 De Smet Dakwerken        from a receipt    2026-02-23      1
account   BE68539007547034              1001 Bakkerij Peeters BV      from the books    2026-01-27      2
account   NL91ABNA0417164300            1005 Jansen Transport B.V.    from the books    2026-01-27      1
$ belronde receipts forget word wz44018 1006
Forgotten: wz44018.  What was booked with it stays.
$ belronde receipts forget word wz44018 1006
belronde: Nothing of the kind is remembered for this customer.
? 2
$ belronde receipts learned 1006 --format csv
kind,value,customer,source,since,uses,receipt
iban,BE42999000123454,1006 Wouters & Zonen,learned,2026-02-24,0,7
payer,bouwmaterialen en w z,1006 Wouters & Zonen,learned,2026-02-24,0,7
# What cannot be understood is said, and nothing is done.
$ belronde receipts accept one
belronde: “one” is no receipt number.
? 2
$ belronde receipts --which lost
belronde: “lost” is no kind of receipts: take waiting, matched, aside, returned, outgoing or all.
? 2
$ belronde receipts --since yesterday
belronde: “yesterday” is no day: write it as 2026-02-24.
? 2
$ belronde receipts assign 8
belronde: Write: belronde receipts assign ID CUSTOMER [INVOICE...]
? 2
$ belronde receipts explain 8
belronde: “explain” is nothing to do with receipts; there are: list, show, accept, choices, choose, assign, account, not-ours, undo, learned, forget.
? 2
$ belronde check
Kind    Area            Finding
remark  class           Customer 1004 Hôtel des Ardennes SA is kept in class A, and as of today pays like class B.
rate    be_b2b          10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_b2b_pre2013  10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_legal        4,50 % since 2026-01-01, secondary source; confirmed until 2027-06-19
rate    nl_b2b          10,40 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    nl_legal        4,00 % since 2026-01-01, text of the law; confirmed until 2027-06-19
rate    uk_b2b          11,75 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    ecb_mro         2,65 % since 2026-09-16, official notice; confirmed until 2027-06-19
rate    nl_vat          21,00 % since 2012-10-01, text of the law; confirmed until 2027-06-19
Everything checked is sound.
