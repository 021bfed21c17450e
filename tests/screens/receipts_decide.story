# A receipt is decided with one key; the bottom line says what followed, the next one is selected, U takes it back.
book receipts
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

keys 9
row several items
# The others are shown first: two invoices of this amount.
keys *
row What does € 750,00 pay?
screen
---
▌DESK 9 Receipts                              7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
>!23/02      750,00 JANSEN TRANSPORT Jansen Transpor… proposal    account 50
 !23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02 ┌ What does € 750,00 pay? ─────────────────────────────────────┐t 75
        │ > 1  1005 Jansen Transport B.V.: 2025-1206 750,00  50 of 100 │
── € 750│   2  1005 Jansen Transport B.V.: 2026-0031 750,00  45 of 100 │────────
 From   │   3  1005 Jansen Transport B.V.: on account        15 of 100 │
        │   >  another customer                                        │
 Came in└───────────────────────────────────────────── Esc close ──────┘
 State     proposal: 1005 Jansen Transport B.V.  (account, 50 of 100)
           Account NL91ABNA0417164300 is known and several items have this
           amount; 2025-1206 is the oldest.
 Pays      2025-1206           750,00 of 750,00, due 25/12
 Or        2 2026-0031 750,00
           3 on account

V: [waiting]  matched  put aside  returned  outgoing  all
 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys 2
row Booked on 2026-0031: € 750,00
# No customer's money.
row FOD FINANCIEN
keys -
row Not ours
screen
---
▌DESK 9 Receipts                              5 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
  23/02      750,00 JANSEN TRANSPORT Jansen Transpor… matched     by An
  23/02      412,00 FOD FINANCIEN                     not ours    by An
>!23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 2.310,45  Mon 23 Feb ──────────────────────────────────────────────────────
 From      SOCIETE DES LOISIRS
           “sejour de janvier”
 Came in   BE60999000000070 2026-042
 State     unknown  (amount, 20 of 100)
           Only invoice 2025-1340 of 1004 Hôtel des Ardennes SA has this
           amount.
 May be    1 1004 Hôtel des Ardennes SA: 2025-1340 2.310,45



Not ours: € 412,00 asks nothing any more.
 * choices  > to customer  . on account  - not ours  V view  U undo  ? help
---
keys U
row waits for an answer again
screen
---
▌DESK 9 Receipts                              6 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
  23/02      750,00 JANSEN TRANSPORT Jansen Transpor… matched     by An
>!23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 412,00  Mon 23 Feb ────────────────────────────────────────────────────────
 From      FOD FINANCIEN  BE39679200000019
           “teruggave btw 4e kwartaal”
 Came in   BE60999000000070 2026-042
 State     unknown
           Nothing in this line points to one customer.





Undone: receipt put aside; it waits for an answer again.
 * choices  > to customer  . on account  - not ours  V view  U undo  ? help
---
# Nothing is proposed: + says so, * offers what has the amount.
keys +
row Nothing is proposed
keys <Esc> <Down> *
row another customer
screen
---
▌DESK 9 Receipts                              6 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
  23/02      750,00 JANSEN TRANSPORT Jansen Transpor… matched     by An
 !23/02      412,00 FOD FINANCIEN    ?                unknown
>!23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75
       ┌ What does € 2.310,45 pay? ─────────────────────────────────────┐
── € 2.│ > 1  1004 Hôtel des Ardennes SA: 2025-1340 2.310,45  25 of 100 │───────
 From  │   >  another customer                                          │
       └─────────────────────────────────────────────── Esc close ──────┘
 Came in   BE60999000000070 2026-042
 State     unknown  (amount, 20 of 100)
           Only invoice 2025-1340 of 1004 Hôtel des Ardennes SA has this
           amount.
 May be    1 1004 Hôtel des Ardennes SA: 2025-1340 2.310,45



V: [waiting]  matched  put aside  returned  outgoing  all
 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys 1
row promise of 23/02 kept
row out of today's queue
# Money that came twice stays on account; a proposal is booked.
keys <Down> .
row On account
keys +
row promise of 20/02 kept late
screen
---
▌DESK 9 Receipts                              3 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
  23/02      750,00 JANSEN TRANSPORT Jansen Transpor… matched     by An
 !23/02      412,00 FOD FINANCIEN    ?                unknown
  23/02    2.310,45 SOCIETE DES LOI… Hôtel des Arden… matched     by An
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
  23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… on account  by An
  23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… matched     by An
>!23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 1.510,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      BAKKERIJ PEETERS  BE68539007547034
           “laatste levering”
 Came in   BE60999000000070 2026-042
 State     proposal: 1001 Bakkerij Peeters BV  (account, 75 of 100)
           Account BE68539007547034 is known and the amount is that of invoice
           2026-0041.
 Pays      2026-0041         1.510,00 of 1.510,00, due 11/02
 Or        2 2025-1355 1.492,60, 2026-0041 17,40
           3 on account

Booked on 2026-0198: € 980,00; promise of 20/02 kept late; out of today's queue…
 + accept  * choices  > to customer  . on account  - not ours  V view  ? help
---
keys <F5>
screen
---
▌DESK 9 Receipts                              3 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
 !23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
>!23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75





── € 1.510,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      BAKKERIJ PEETERS  BE68539007547034
           “laatste levering”
 Came in   BE60999000000070 2026-042
 State     proposal: 1001 Bakkerij Peeters BV  (account, 75 of 100)
           Account BE68539007547034 is known and the amount is that of invoice
           2026-0041.
 Pays      2026-0041         1.510,00 of 1.510,00, due 11/02
 Or        2 2025-1355 1.492,60, 2026-0041 17,40
           3 on account

Read again and put in order.
 + accept  * choices  > to customer  . on account  - not ours  V view  ? help
---
keys <Enter>
row Bakkerij Peeters BV         class
no 9 Receipts
keys <Esc> V V
row put aside
screen
---
▌DESK 9 Receipts            shown: put aside  3 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… on account  by An







── € 8.800,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      DE SMET DAKWERKEN  BE10999000100104
           “+++090/9337/55493+++”
 Came in   BE60999000000070 2026-042
 State     on account: 1003 De Smet Dakwerken, by An
           Put on account by hand.





V:  waiting  matched [put aside]  returned  outgoing  all
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
keys 1
row 3 receipts wait
