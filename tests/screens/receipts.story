# What the bank brought: each kind of receipt, why it stands as it stands, what it pays, and V goes round.
book receipts
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

row 7 receipts wait for an answer
keys 9
row JANSEN TRANSPORT
row several items
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
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 750,00  Mon 23 Feb ────────────────────────────────────────────────────────
 From      JANSEN TRANSPORT  NL91ABNA0417164300
           “betaling”
 Came in   BE60999000000070 2026-042
 State     proposal: 1005 Jansen Transport B.V.  (account, 50 of 100)
           Account NL91ABNA0417164300 is known and several items have this
           amount; 2025-1206 is the oldest.
 Pays      2025-1206           750,00 of 750,00, due 25/12
 Or        2 2026-0031 750,00
           3 on account

V: [waiting]  matched  put aside  returned  outgoing  all
 + accept  * choices  > to customer  . on account  - not ours  V view  ? help
---
keys <Down> <Down>
row sejour de janvier
screen
---
▌DESK 9 Receipts                              7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
 !23/02      750,00 JANSEN TRANSPORT Jansen Transpor… proposal    account 50
 !23/02      412,00 FOD FINANCIEN    ?                unknown
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



V: [waiting]  matched  put aside  returned  outgoing  all
 * choices  > to customer  . on account  - not ours  V view  U undo  ? help
---
keys <Down>
row contract WZ-44018
screen
---
▌DESK 9 Receipts                              7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
 !23/02      750,00 JANSEN TRANSPORT Jansen Transpor… proposal    account 50
 !23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
>!23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 1.400,50  Mon 23 Feb ──────────────────────────────────────────────────────
 From      W EN Z BOUWMATERIALEN  BE42999000123454
           “contract WZ-44018 januari en februari, creditnota 7 afgetrokken,
           alvast bedankt voor de vlotte levering”
 Came in   BE60999000000070 2026-042
 State     unknown
           Nothing in this line points to one customer.




V: [waiting]  matched  put aside  returned  outgoing  all
 * choices  > to customer  . on account  - not ours  V view  U undo  ? help
---
keys <Down>
row paid twice
screen
---
▌DESK 9 Receipts                              7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
 !23/02      750,00 JANSEN TRANSPORT Jansen Transpor… proposal    account 50
 !23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
>!23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
 !23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 8.800,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      DE SMET DAKWERKEN  BE10999000100104
           “+++090/9337/55493+++”
 Came in   BE60999000000070 2026-042
 State     paid twice: 1003 De Smet Dakwerken  (reference, 90 of 100)
           Reference +++090/9337/55493+++, but invoice 2025-1290 is paid
           already: paid twice?
 May be    1 on account



V: [waiting]  matched  put aside  returned  outgoing  all
 + accept  * choices  > to customer  . on account  - not ours  V view  ? help
---
keys <Down>
row name 55
screen
---
▌DESK 9 Receipts                              7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
 !23/02      750,00 JANSEN TRANSPORT Jansen Transpor… proposal    account 50
 !23/02      412,00 FOD FINANCIEN    ?                unknown
 !23/02    2.310,45 SOCIETE DES LOI… ?                unknown     amount 20
 !23/02    1.400,50 W EN Z BOUWMATE… ?                unknown
 !23/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… paid twice  reference 90
>!23/02      980,00 GARAGE VAN DIJCK Garage Van Dijc… proposal    name 55
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75

── € 980,00  Mon 23 Feb ────────────────────────────────────────────────────────
 From      GARAGE VAN DIJCK  BE79999000105033
           “met dank”
 Came in   BE60999000000070 2026-042
 State     proposal: 1002 Garage Van Dijck NV  (name, 55 of 100)
           The name is that of 1002 Garage Van Dijck NV and the amount is that
           of invoice 2026-0198.
 Pays      2026-0198           980,00 of 980,00, due 06/02
 Or        2 on account


V: [waiting]  matched  put aside  returned  outgoing  all
 + accept  * choices  > to customer  . on account  - not ours  V view  ? help
---
keys V
row matched
screen
---
▌DESK 9 Receipts              shown: matched  7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02    1.900,00 PEETERS BAKKERIJ Bakkerij Peeter… matched     reference 95
  20/02    8.800,00 DE SMET DAKWERK… De Smet Dakwerk… matched     reference






── € 1.900,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      PEETERS BAKKERIJ  BE68539007547034
           “+++010/0125/13182+++”
 Came in   BE60999000000070 2026-042
 State     matched: 1001 Bakkerij Peeters BV  (reference, 95 of 100)
           Reference +++010/0125/13182+++, invoice 2025-1312 paid. 50,00 more
           than was open stays on account.
 Pays      2025-1312         1.850,00 leaves 0,00



V:  waiting [matched]  put aside  returned  outgoing  all
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
keys V V
row Takes back the receipt
screen
---
▌DESK 9 Receipts             shown: returned  7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02     -288,00 TAXI DEMIR       Taxi Demir       returned    reference 90
  20/02      288,00 TAXI DEMIR       Taxi Demir       went back   invoice 95






── € -288,00  Mon 23 Feb ───────────────────────────────────────────────────────
 From      TAXI DEMIR  BE21999000100003
           “factuur 2025-1299”
 Came in   BE60999000000070 2026-042
 State     returned: 1007 Taxi Demir  (reference, 90 of 100)
           Takes back the receipt of 20/02/26. The bank says: the payer wants
           his money back.




V:  waiting  matched  put aside [returned]  outgoing  all
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
keys V
row PAPIERGROOTHANDEL
screen
---
▌DESK 9 Receipts             shown: outgoing  7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02     -640,00 PAPIERGROOTHAND…                  outgoing







── € -640,00  Mon 23 Feb ───────────────────────────────────────────────────────
 From      PAPIERGROOTHANDEL NV  BE57999000123435
           “uw factuur 88120”
 Came in   BE60999000000070 2026-042
 State     outgoing
           Money that went out.





V:  waiting  matched  put aside  returned [outgoing]  all
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
keys V <F4> text:peeters
keys <Enter>
row Filter: peeters
no JANSEN
screen
---
▌DESK 9 Receipts                  shown: all  7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
────────────────────────────────────────────────────────────────────────────────
> 23/02    1.900,00 PEETERS BAKKERIJ Bakkerij Peeter… matched     reference 95
 !23/02    1.510,00 BAKKERIJ PEETERS Bakkerij Peeter… proposal    account 75






── € 1.900,00  Mon 23 Feb ──────────────────────────────────────────────────────
 From      PEETERS BAKKERIJ  BE68539007547034
           “+++010/0125/13182+++”
 Came in   BE60999000000070 2026-042
 State     matched: 1001 Bakkerij Peeters BV  (reference, 95 of 100)
           Reference +++010/0125/13182+++, invoice 2025-1312 paid. 50,00 more
           than was open stays on account.
 Pays      2025-1312         1.850,00 leaves 0,00



Filter: peeters   (Esc shows all)
 V view   U undo   Enter customer   = all of it   F4 filter   ; learned   ? help
---
keys <Esc> <Home> =
row Everything about this line
screen
---
▌DESK 9 Receipts                  shown: all  7 receipts wait  Tue 24 Feb 14:07
  Day        Amount From             Customer         State       Why
─────┌ Everything about this line ────────────────────────────────────────┐─────
>!23/│ € 750,00  Mon 23 Feb                                               │0
  23/│ JANSEN TRANSPORT  NL91ABNA0417164300                               │
  23/│ “betaling”                                                         │ 90
 !23/│ Came in on BE60999000000070 2026-042                               │
 !23/│                                                                    │
 !23/│ proposal: 1005 Jansen Transport B.V.  (account, 50 of 100)         │
  23/│ Account NL91ABNA0417164300 is known and several items have this    │ 95
 !23/│ amount; 2025-1206 is the oldest.                                   │ 90
── € │   2025-1206  due 2025-12-25  open 750,00  pays 750,00              │─────
 From│                                                                    │
     │ 1  1005 Jansen Transport B.V.: 2025-1206 750,00  (50)              │
 Came│    Account NL91ABNA0417164300 is known and several items have this │
 Stat│ amount; 2025-1206 is the oldest.                                   │
     │ 2  1005 Jansen Transport B.V.: 2026-0031 750,00  (45)              │
     │    Invoice 2026-0031 of 1005 Jansen Transport B.V. has exactly     │
 Pays│ this amount.                                                       │
 Or  │ 3  1005 Jansen Transport B.V.: on account  (15)                    │
     │    On account of 1005 Jansen Transport B.V..                       │
     └─────────────────────────────────────────────────── PgDn more ──────┘
V:  waiting  matched  put aside  returned  outgoing [all]
 ↑↓ read   Esc close   ? help
---
keys <Esc> ?
screen
---
▌DESK Help: Receipts
 What the bank brought, newest first.  ! waits for an answer: + books the
 proposal, * shows what else it may be, > finds the customer and marks his
 invoices, . puts it on account, - says that it is not ours. After each the
 next one is selected and the bottom line says what followed: promises, today's
 queue.
 U takes back the decision on the selected row, else the last one.  V goes
 round: waiting, matched, put aside, returned, outgoing, all.  = says
 everything about a line.  ; shows what was learned.

── What works here ─────────────────────────────────────────────────────────────
 ;              What was learned               Accounts, payers and words that
                                               mean a customer: where from, how
                                               often used, and forgetting them.
 Enter          Open customer                  Opens what is selected.
 F4             Filter                         Shows only rows with the words
                                               you type; Esc clears it.
 V              View: waiting, matched, put a… Shows the next thing in the same
                                               place.
 +              Accept the proposal            Books what is proposed for this
                                               receipt and goes to the next
                                               one.

 PgDn more   : find a command by name   Esc back   ? help
---
