# The smallest window, only ASCII: the reason stands in the bottom line, = shows the rest.
book receipts
size 60x16
charset ascii
also 60x16 nl
also 100x30

keys 9
row Account NL91ABNA0417164300
screen
---
#DESK 9 Receipts          7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From          Customer      State
------------------------------------------------------------
>!23/02      750,00 JANSEN TRANS~ Jansen Trans~ proposal
 !23/02      412,00 FOD FINANCIEN ?             unknown
 !23/02    2.310,45 SOCIETE DES ~ ?             unknown
 !23/02    1.400,50 W EN Z BOUWM~ ?             unknown
 !23/02    8.800,00 DE SMET DAKW~ De Smet Dakw~ paid twice
 !23/02      980,00 GARAGE VAN D~ Garage Van D~ proposal
 !23/02    1.510,00 BAKKERIJ PEE~ Bakkerij Pee~ proposal




Account NL91ABNA0417164300 is known and several items have ~
 + accept  * choices  > to customer  . on account  ? help
---
keys =
row betaling
screen
---
#DESK 9 Receipts          7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From          Customer      State
--+ Everything about this line --------------------------+--
>!| EUR 750,00  Mon 23 Feb                               |
 !| JANSEN TRANSPORT  NL91ABNA0417164300                 |
 !| "betaling"                                           |
 !| Came in on BE60999000000070 2026-042                 |
 !|                                                      |
 !| proposal: 1005 Jansen Transport B.V.  (account, 50   |
 !| of 100)                                              |
  | Account NL91ABNA0417164300 is known and several      |
  | items have this amount; 2025-1206 is the oldest.     |
  |   2025-1206  due 2025-12-25  open 750,00  pays       |
  +------------------------------------- PgDn more ------+
Account NL91ABNA0417164300 is known and several items have ~
 ^v read   Esc close   ? help
---
keys <Esc> + >
row Whose EUR 412,00 is it?
screen
---
#DESK Whose EUR 412,00 is it?      0 of 6  Tue 24 Feb 14:07
  Customer              No.             Open Matched on
------------------------------------------------------------
  Nobody with something open is found by these words; F4
  looks among customers with nothing open as well.

  Words may come in any order and match anywhere: name,
  place, customer and invoice number, phone (digits),
  e-mail, IBAN, payment reference, amount. Accents and





Find> FOD FINANCIEN
 Enter take  ^v choose  Ctrl-N closed too  F1 help
---
keys text:wouters
keys <Enter> *
row Marked 3: 1.400,50 of EUR 412,00
screen
---
#DESK Which invoices?                  1006 Wouters & Zonen
     Invoice               Due             Open        Gets
------------------------------------------------------------
>[x] 2026-0140             15/02/26    1.188,00      512,00
 [x] 2026-0150             19/02/26      312,50           -
 [x] 2026-0007             24/02/26     -100,00     -100,00




------------------------------------------------------------
 Marked 3: 1.400,50 of EUR 412,00; 988,50 stays open.
 FOD FINANCIEN "teruggave btw 4e kwartaal"

Enter books it as it stands; Esc leaves the receipt as it w~
 Enter book  Space pick invoice  * pick all  ? help
---
keys <Enter>
row not reach
keys <Esc> <Esc> ;
row What was learned
screen
---
#DESK What was learned          3 learned  Tue 24 Feb 14:07
  Kind     Means             Customer         Since    Used
------------------------------------------------------------
> account  BE10999000100104  1003 De Smet Da~ 23/02/26    1
  account  BE68539007547034  1001 Bakkerij P~ 27/01/26    2
  account  NL91ABNA04171643~ 1005 Jansen Tra~ 27/01/26    1








A receipt with one of these is proposed for that customer.
 Del forget  Enter customer  F4 filter  Ctrl-P print  ? help
---
