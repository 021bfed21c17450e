# Find as you type: every key narrows, the list says why, the chosen customer is shown below; F4 looks at closed ones.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16
also 200x60

keys F
screen
---
▌DESK F Find                                     13 customers  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: “creche” finds “Crèche”.
















Find>
 Enter open   ↑↓ choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
keys text:pe
row 3 of 13
row name
screen
---
▌DESK F Find                                          3 of 13  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
> Bakkerij Peeters BV      1001    Dendermonde       4.852,60 name
  Atlas Freight Ltd        1009    Antwerpen           450,00 place
  Garage Van Dijck NV      1002    Antwerpen           980,00 place

  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: “creche” finds “Crèche”.






── Bakkerij Peeters BV ─────────────────────────────────────────────────────────
  An Wils +32 52 44 18 09             Luc Peeters +32 52 44 18 07
  3 invoices, oldest 48 days, last contact Thu 19/02 agreed: we ring Tue 24 Feb…
  In today's queue at 14:00 (late)


Find> pe
 Enter open   ↑↓ choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
# Any word in any order, without accents; the telephone number with its signs.
keys <Ctrl-U> text:creche
row Crèche Zonnebloem vzw
keys <Ctrl-U> text:052/44.18
row phone
row Bakkerij Peeters BV
keys <Ctrl-U> text:1.492,60
row amount
keys <Ctrl-U> text:20251312
row inv. 20251312
keys <Ctrl-U> text:e
keys <Down> <Down>
screen
---
▌DESK F Find                                         13 of 13  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
  Atlas Freight Ltd        1009    Antwerpen           450,00 name
  Bakkerij Peeters BV      1001    Dendermonde       4.852,60 name
> Bouwgroep Lens           1008    Genk              6.302,00 name
  Crèche Zonnebloem vzw    1006    Brussel             312,50 name
  De Smet Dakwerken        1003    Aalst            17.925,11 name
  Frituur 't Hoekje        1007    Brugge            2.400,00 name
  Garage Van Dijck NV      1002    Antwerpen           980,00 name
  Hôtel des Ardennes SA    1004    Marche            2.310,45 name
  Jansen Transport B.V.    1005    Breda             8.190,00 name
  Loodgieter Maes          1010    Gent              1.020,35 name
  Stad Mechelen            1012    Mechelen         21.604,90 name
  Taxi Demir               1013    Gent                288,00 name
  Wouters & Zonen          1011    Genk              1.188,00 name
── Bouwgroep Lens ──────────────────────────────────────────────────────────────
  Tom Lens +32 89 41 07 55
  2 invoices, oldest 44 days, last contact Thu 12/02 2025-1180: price, 302,00
  In today's queue


Find> e
 Enter open   ↑↓ choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
keys <Ctrl-U> text:zz
row Nobody with something open
no Nobody is found by these words.
keys <F4>
row Nobody is found by these words.
screen
---
▌DESK F Find                              0 of 13, closed too  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
  Nobody is found by these words.

  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: “creche” finds “Crèche”.














Find> zz
 Enter open  ↑↓ choose  Ctrl-N open ones only  Ctrl-U clear  Esc back  F1 help
---
# Enter opens the customer; Esc comes back to the list as it was.
keys <Ctrl-U> text:peeters
keys <Enter>
row Bakkerij Peeters BV
no Matched on
keys <Esc>
row Find> peeters
