# What is owed in two currencies is two letters: Tab shows the other one, and the letters due have a line for each.
size 80x24
book letters
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr

keys ,
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












21 days late, no contact yet
 Enter the letter  Space mark  * mark all  T dial  F4 filter  Esc back  ? help
---
# Marked together, sent together.
keys F text:harbour
keys <Enter> M
row 830.00
screen
---
▌DESK Letter: Friendly reminder              ann@harbour.example  EN  EUR  2002
 Harbour Tools Ltd
 Attn. Ann Field                         █▀▀▀▀▀█ ▄▀▄ ▄ ▄▀▄█▄ ██▄ ███ ▀ █▀▀▀▀▀█
 Noorderlaan 40                          █ ███ █ █ ▀▄ ▀▀▄  █  █▀ █▄ ▀  █ ███ █
 2030 Antwerpen                          █ ▀▀▀ █  ▄█ ▀▀▀▄▀ █▀██ ▀▄█▄▀▀ █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ █ ▀ █ ▀▄█ █ █ ▀▄█ ▀▄▀ ▀▀▀▀▀▀▀
 24 February 2026                        █ ▄ ▄▄▀ ▀▄▄▄▀▀ ▀██▀▄█▄▄▄▄▀ ▄█▀█ ▄▀█▀▄
                                          █▀ ▄▄▀ █ ▀▀█▀█▀▀▀█  ▀  █ ▄█▀▄█▀▄ ▀█▀
 Subject: A word about invoice           █▄█▀ █▀ ▀▄   ▀▄█ ▀▄██  █   ▀▀▀█  ▄ █▀
          2026-0102                      ▀▄█  ▄▀ ▀█▀ █▄ ▀█▀█ █▀▄   ▄█▄   ▀▀▄ ▀
                                          ▀ █  ▀▀▄▀▄██▄█ ▄ ██▀ ▄▄▄█▄▄▀▀█▀▀█  █
 Dear Ann Field,                         █▄██ ▀▀█▄█ ▄▄▀▀▄█ █▀▄▀▄██  ▀▀▀ █ ▀▀ ▀
                                          ▀ ▀ ▄▀█▄▀▀█▄ █▄█▄▄█  ▄▄▀▀█ ▄██ ▄ ▀▄▀
 Going through our books I saw that one   █ ██▄▀█▄▄▀█  ▀▀ █▄    ▄█  ▀▄██ ▀▀▀▄█
 of your invoices has not been paid      █ █▄▄█▀▀█▄▀▄▀▄ ▀ ▀▄█▀ ██▄▀▀█ ▄█  ▄ ▀█
 yet. It is about €830.00.               █ ▀▄▀ ▀█▄█▄   █▀█  ▄ ▀▄▄█ ██▄▄▀██ ▄▀▀
                                         ▀ ▀  ▀▀ ██ ▀▀▄▀█▀▀▀▄█▀██▀█▀██▀▀▀█ ▀█
 Have you paid in the meantime? Then     █▀▀▀▀▀█   ████▀▀ ▀▀▀ ▀▀█▀ ▀██ ▀ █▀▀▀▀
 thank you very much; there is nothing   █ ███ █  █▄▄██▀▀  ▀▄█  ▀█ ▄█▀███▀▄█▀█
 more to do.                             █ ▀▀▀ █  ▀▄▄ ▄▄▄▄▀ ▄ ▀ ▄█ ██ ▄█  ▀▀▀█
                                         ▀▀▀▀▀▀▀ ▀▀ ▀ ▀    ▀▀▀   ▀   ▀ ▀▀▀   ▀
   Invoice    Date        Due on
Ready, not sent.  QR 5-M, 78 bytes, checked against the letter.
 Enter send  E own line  M other template  V QR  Tab currency  > way  ? help
---
keys <Tab>
row 2026-0103
screen
---
▌DESK Letter: Friendly reminder              ann@harbour.example  EN  USD  2002
 Harbour Tools Ltd
 Attn. Ann Field
 Noorderlaan 40
 2030 Antwerpen

 24 February 2026

 Subject: A word about invoice 2026-0103

 Dear Ann Field,

 Going through our books I saw that one of your invoices has not been paid yet.
 It is about USD 2,100.00.

 Have you paid in the meantime? Then thank you very much; there is nothing more
 to do.

   Invoice    Date        Due on      Days late          Open
   ----------------------------------------------------------
   2026-0103  05/01/2026  04/02/2026         20  USD 2,100.00

Ready, not sent.  A QR code is for euros only, not for USD.
 Enter send  E own line  M other template  V QR  Tab currency  > way  ? help
---
# Whoever sends one is shown the other.
keys <Enter>
row 830.00
screen
---
▌DESK Letter: Friendly reminder              ann@harbour.example  EN  EUR  2002
 Harbour Tools Ltd
 Attn. Ann Field                         █▀▀▀▀▀█ ▄▀▄ ▄ ▄▀▄█▄ ██▄ ███ ▀ █▀▀▀▀▀█
 Noorderlaan 40                          █ ███ █ █ ▀▄ ▀▀▄  █  █▀ █▄ ▀  █ ███ █
 2030 Antwerpen                          █ ▀▀▀ █  ▄█ ▀▀▀▄▀ █▀██ ▀▄█▄▀▀ █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ █ ▀ █ ▀▄█ █ █ ▀▄█ ▀▄▀ ▀▀▀▀▀▀▀
 24 February 2026                        █ ▄ ▄▄▀ ▀▄▄▄▀▀ ▀██▀▄█▄▄▄▄▀ ▄█▀█ ▄▀█▀▄
                                          █▀ ▄▄▀ █ ▀▀█▀█▀▀▀█  ▀  █ ▄█▀▄█▀▄ ▀█▀
 Subject: A word about invoice           █▄█▀ █▀ ▀▄   ▀▄█ ▀▄██  █   ▀▀▀█  ▄ █▀
          2026-0102                      ▀▄█  ▄▀ ▀█▀ █▄ ▀█▀█ █▀▄   ▄█▄   ▀▀▄ ▀
                                          ▀ █  ▀▀▄▀▄██▄█ ▄ ██▀ ▄▄▄█▄▄▀▀█▀▀█  █
 Dear Ann Field,                         █▄██ ▀▀█▄█ ▄▄▀▀▄█ █▀▄▀▄██  ▀▀▀ █ ▀▀ ▀
                                          ▀ ▀ ▄▀█▄▀▀█▄ █▄█▄▄█  ▄▄▀▀█ ▄██ ▄ ▀▄▀
 Going through our books I saw that one   █ ██▄▀█▄▄▀█  ▀▀ █▄    ▄█  ▀▄██ ▀▀▀▄█
 of your invoices has not been paid      █ █▄▄█▀▀█▄▀▄▀▄ ▀ ▀▄█▀ ██▄▀▀█ ▄█  ▄ ▀█
 yet. It is about €830.00.               █ ▀▄▀ ▀█▄█▄   █▀█  ▄ ▀▄▄█ ██▄▄▀██ ▄▀▀
                                         ▀ ▀  ▀▀ ██ ▀▀▄▀█▀▀▀▄█▀██▀█▀██▀▀▀█ ▀█
 Have you paid in the meantime? Then     █▀▀▀▀▀█   ████▀▀ ▀▀▀ ▀▀█▀ ▀██ ▀ █▀▀▀▀
 thank you very much; there is nothing   █ ███ █  █▄▄██▀▀  ▀▄█  ▀█ ▄█▀███▀▄█▀█
 more to do.                             █ ▀▀▀ █  ▀▄▄ ▄▄▄▄▀ ▄ ▀ ▄█ ██ ▄█  ▀▀▀█
                                         ▀▀▀▀▀▀▀ ▀▀ ▀ ▀    ▀▀▀   ▀   ▀ ▀▀▀   ▀
   Invoice    Date        Due on
It is in the outbox.  Enter sends the letter in EUR as well.
 Enter send  E own line  M other template  V QR  Tab currency  > way  ? help
---
keys <Enter>
row Harbour
keys 4
screen
---
▌DESK 4 Outbox                               2 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  in 60 s  reminder                        Harbour Tools Ltd      e-mail 14:07
   in 60 s  reminder                        Harbour Tools Ltd      e-mail 14:07

















U takes it back with its outcome.
 Enter customer  U recall  V look  * mark all  M letter  F find  ? help
---
