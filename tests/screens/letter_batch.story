# Letters sent together are taken back in one step; from the outbox all that waits, or what is marked.
size 80x24
book letters
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set belronde.email "geld@vandenberghe.example"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr

keys , * <F2>
screen
---
▌DESK Letters due today                         0 letters due  Tue 24 Feb 14:07
   Customer                 Letter                    By     Days          Open
────────────────────────────────────────────────────────────────────────────────
  No letter is due today.


















7 letters leave in 60 s: 4 shows them, U takes them all back.
 Enter the letter   F4 filter   Esc back   ? help
---
keys U
screen
---
▌DESK Letters due today                         7 letters due  Tue 24 Feb 14:07
   Customer                 Letter                    By     Days          Open
────────────────────────────────────────────────────────────────────────────────
>  Lieve Claes              reminder                  e-mail   21        310,00
   Harbour Tools Ltd        reminder                  e-mail   20  USD 2.100,00
   Harbour Tools Ltd        reminder                  e-mail   18        830,00
   Librairie du Parc SRL    reminder                  e-mail   18         96,80
   Overseas Parts Inc       reminder                  e-mail   18  USD 5.400,00
   Drukkerij Coppens NV     reminder                  e-mail   17      1.240,00
   Slagerij Nijs BV         reminder                  e-mail   17        415,50












7 documents taken back.
 Enter the letter  Space mark  * mark all  T dial  F4 filter  Esc back  ? help
---
keys * <F2> 4
row in 60 s
keys <Space>
screen
---
▌DESK 4 Outbox                     7 documents wait  1 marked  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
 x in 60 s  reminder                        Slagerij Nijs BV       e-mail 14:07
>  in 60 s  reminder                        Drukkerij Coppens NV   e-mail 14:07
   in 60 s  reminder                        Overseas Parts Inc     e-mail 14:07
   in 60 s  reminder                        Librairie du Parc SRL  e-mail 14:07
   in 60 s  reminder                        Harbour Tools Ltd      e-mail 14:07
   in 60 s  reminder                        Harbour Tools Ltd      e-mail 14:07
   in 60 s  reminder                        Lieve Claes            e-mail 14:07
   recalled reminder                        Slagerij Nijs BV       e-mail 14:07
   recalled reminder                        Drukkerij Coppens NV   e-mail 14:07
   recalled reminder                        Overseas Parts Inc     e-mail 14:07
   recalled reminder                        Librairie du Parc SRL  e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Lieve Claes            e-mail 14:07





U takes back what is marked, with its outcomes.
 Enter customer  U recall what is marked  V look  * mark all  M letter  ? help
---
keys U
screen
---
▌DESK 4 Outbox                     7 documents wait  1 marked  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
 x in 60 s  reminder                        Slagerij Nijs BV       e-mail 14:07
>  in 60 s  reminder                        Drukkerij Coppens NV   e-mail 14:07
   in 60 s  reminder                        Overseas Parts Inc     e-mail 14:07
   in 60 s  reminder                        Librairie du Parc SRL  e-mail 14:07
   in 60 s  reminder                        Harbour Tools Ltd      e-mail 14:07
   in 60 s  rem┌───────────────────────────────────────────────┐   e-mail 14:07
   in 60 s  rem│ Take back what is marked, with its outcome?   │   e-mail 14:07
   recalled rem│ What was promised or planned by them is       │   e-mail 14:07
   recalled rem│ undone as well.                               │   e-mail 14:07
   recalled rem│                                               │   e-mail 14:07
   recalled rem│ > Y  Yes                                      │L  e-mail 14:07
   recalled rem│   N  No                                       │   e-mail 14:07
   recalled rem└───────────────────────────────────────────────┘   e-mail 14:07
   recalled reminder                        Lieve Claes            e-mail 14:07





U takes back what is marked, with its outcomes.
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys <Enter>
row 1 document taken back
keys * U <Enter>
screen
---
▌DESK 4 Outbox                               0 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
   recalled reminder                        Slagerij Nijs BV       e-mail 14:07
>  recalled reminder                        Drukkerij Coppens NV   e-mail 14:07
   recalled reminder                        Overseas Parts Inc     e-mail 14:07
   recalled reminder                        Librairie du Parc SRL  e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Lieve Claes            e-mail 14:07
   recalled reminder                        Slagerij Nijs BV       e-mail 14:07
   recalled reminder                        Drukkerij Coppens NV   e-mail 14:07
   recalled reminder                        Overseas Parts Inc     e-mail 14:07
   recalled reminder                        Librairie du Parc SRL  e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Harbour Tools Ltd      e-mail 14:07
   recalled reminder                        Lieve Claes            e-mail 14:07





6 documents taken back.
 Enter customer  U undo  V look  * mark all  M letter  F find  ? help
---
