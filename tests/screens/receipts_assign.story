# Whose money is it?  The customer is found, his invoices are marked with the sum in sight, the rest stays on account.
book receipts
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

keys 9 <F4> text:w en z
keys <Enter> >
row Whose € 1.400,50 is it?
keys text:wouters
row Wouters & Zonen
screen
---
▌DESK Whose € 1.400,50 is it?                          1 of 6  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
> Wouters & Zonen          1006    Genk              1.400,50 name

  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: “creche” finds “Crèche”.








── Wouters & Zonen ─────────────────────────────────────────────────────────────
  Els Wouters +32 11 28 73 41
  2 invoices, oldest 9 days, never spoken to
  In today's queue


Find> wouters
 Enter take   ↑↓ choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
keys <Enter>
row Nothing is marked
screen
---
▌DESK Which invoices?                   1006 Wouters & Zonen  € 1.400,50  23/02
     Invoice                    Date     Due       Days        Open        Gets
────────────────────────────────────────────────────────────────────────────────
>[ ] 2026-0140                  16/01/26 15/02/26     9    1.188,00
 [ ] 2026-0150                  20/01/26 19/02/26     5      312,50
 [ ] 2026-0007                  25/01/26 24/02/26           -100,00












────────────────────────────────────────────────────────────────────────────────
 Nothing is marked: all of € 1.400,50 stays on account.
 W EN Z BOUWMATERIALEN “contract WZ-44018 januari en februari, creditnota 7 afg…

Enter books it as it stands; Esc leaves the receipt as it was.
 Enter on account  Space pick invoice  * pick all  ↑↓ choose  Esc back  ? help
---
keys <Space>
row 212,50 stays on account
screen
---
▌DESK Which invoices?                   1006 Wouters & Zonen  € 1.400,50  23/02
     Invoice                    Date     Due       Days        Open        Gets
────────────────────────────────────────────────────────────────────────────────
 [x] 2026-0140                  16/01/26 15/02/26     9    1.188,00    1.188,00
>[ ] 2026-0150                  20/01/26 19/02/26     5      312,50
 [ ] 2026-0007                  25/01/26 24/02/26           -100,00












────────────────────────────────────────────────────────────────────────────────
 Marked 1: 1.188,00 of € 1.400,50; 212,50 stays on account.
 W EN Z BOUWMATERIALEN “contract WZ-44018 januari en februari, creditnota 7 afg…

Enter books it as it stands; Esc leaves the receipt as it was.
 Enter book   Space pick invoice   * pick all   ↑↓ choose   Esc back   ? help
---
keys <Space> <Space>
row exactly € 1.400,50
screen
---
▌DESK Which invoices?                   1006 Wouters & Zonen  € 1.400,50  23/02
     Invoice                    Date     Due       Days        Open        Gets
────────────────────────────────────────────────────────────────────────────────
 [x] 2026-0140                  16/01/26 15/02/26     9    1.188,00    1.188,00
 [x] 2026-0150                  20/01/26 19/02/26     5      312,50      312,50
>[x] 2026-0007                  25/01/26 24/02/26           -100,00     -100,00












────────────────────────────────────────────────────────────────────────────────
 Marked 3: exactly € 1.400,50.
 W EN Z BOUWMATERIALEN “contract WZ-44018 januari en februari, creditnota 7 afg…

Enter books it as it stands; Esc leaves the receipt as it was.
 Enter book   Space pick invoice   * pick all   ↑↓ choose   Esc back   ? help
---
keys <Space>
row Marked 2
keys <Esc>
row W EN Z BOUWMATERIALEN
row unknown
keys > text:wouters
keys <Enter> * <Enter>
row Booked on 3 invoices
row account remembered
screen
---
▌DESK 9 Receipts                              6 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02    1.400,50 W EN Z BOUWMATE… Wouters & Zonen  matched     by An







── € 1.400,50  Mon 23 Feb ──────────────────────────────────────────────────────
 From      W EN Z BOUWMATERIALEN  BE42999000123454
           “contract WZ-44018 januari en februari, creditnota 7 afgetrokken,
           alvast bedankt voor de vlotte levering”
 Came in   BE60999000000070 2026-042
 State     matched: 1006 Wouters & Zonen, by An
           Assigned by hand.
 Pays      2026-0140         1.188,00 leaves 0,00
           2026-0150           312,50 leaves 0,00
           2026-0007          -100,00 leaves 0,00

Booked on 3 invoices: € 1.400,50; out of today's queue; account remembered.
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
# What that answer has taught, and how it is forgotten.
keys ;
row wz44018
screen
---
▌DESK What was learned                              6 learned  Tue 24 Feb 14:07
  Kind     Means               Customer           Where from      Since    Used
────────────────────────────────────────────────────────────────────────────────
> account  BE42999000123454    1006 Wouters & Zo… from a receipt  24/02/26    0
  payer    bouwmaterialen en … 1006 Wouters & Zo… from a receipt  24/02/26    0
  word     wz44018             1006 Wouters & Zo… from a receipt  24/02/26    0
  account  BE10999000100104    1003 De Smet Dakw… from a receipt  23/02/26    1
  account  BE68539007547034    1001 Bakkerij Pee… from the books  27/01/26    2
  account  NL91ABNA0417164300  1005 Jansen Trans… from the books  27/01/26    1













A receipt with one of these is proposed for that customer.
 Del forget   Enter customer   F4 filter   Ctrl-P print   Esc back   ? help
---
keys <Del>
row Forget that
screen
---
▌DESK What was learned                              6 learned  Tue 24 Feb 14:07
  Kind     Means               Customer           Where from      Since    Used
────────────────────────────────────────────────────────────────────────────────
> account  BE42999000123454    1006 Wouters & Zo… from a receipt  24/02/26    0
  payer    bouwmaterialen en … 1006 Wouters & Zo… from a receipt  24/02/26    0
  word     wz44018             1006 Wouters & Zo… from a receipt  24/02/26    0
  account  BE10999000100104    1003 De Smet Dakw… from a receipt  23/02/26    1
  account  BE68539007547034    1001 Bakkerij Pee… from the books  27/01/26    2
  account┌────────────────────────────────────────────────────────────┐/26    1
         │ Forget that BE42999000123454 means 1006 Wouters & Zonen?   │
         │ It is not learned again by itself.                         │
         │                                                            │
         │   Y  Yes                                                   │
         │ > N  No                                                    │
         └────────────────────────────────────────────────────────────┘







A receipt with one of these is proposed for that customer.
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys y
row Forgotten
screen
---
▌DESK What was learned                              5 learned  Tue 24 Feb 14:07
  Kind     Means               Customer           Where from      Since    Used
────────────────────────────────────────────────────────────────────────────────
> payer    bouwmaterialen en … 1006 Wouters & Zo… from a receipt  24/02/26    0
  word     wz44018             1006 Wouters & Zo… from a receipt  24/02/26    0
  account  BE10999000100104    1003 De Smet Dakw… from a receipt  23/02/26    1
  account  BE68539007547034    1001 Bakkerij Pee… from the books  27/01/26    2
  account  NL91ABNA0417164300  1005 Jansen Trans… from the books  27/01/26    1














Forgotten: BE42999000123454.  What was booked with it stays.
 Del forget   Enter customer   F4 filter   Ctrl-P print   Esc back   ? help
---
keys <Esc>
row 9 Receipts
