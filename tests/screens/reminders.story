# The letters due today: each looked at, what may leave is marked and sent together; what stands in the way is said.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set belronde.email "geld@vandenberghe.example"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 60x16

keys ,
row Letters due today
screen
---
▌DESK Letters due today                         4 letters due  Tue 24 Feb 14:07
   Customer                 Letter                    By     Days          Open
────────────────────────────────────────────────────────────────────────────────
>! Loodgieter Maes          reminder                  -        55      1.020,35
   Atlas Freight Ltd        reminder                  e-mail   45  USD 1.200,00
   Bouwgroep Lens           reminder                  e-mail   44      6.000,00
   Atlas Freight Ltd        reminder                  e-mail   20        450,00















There is neither an e-mail address nor a postal address: ask for one.
 Enter the letter  Space mark  * mark all  T dial  F4 filter  Esc back  ? help
---
# What stands in the way cannot be marked; nothing marked cannot be sent.
keys <Home> <Space>
row There is neither
keys <F2>
row Nothing is marked
keys <End> <Enter>
row jane@atlas.example
screen
---
▌DESK Letter: Friendly reminder                    jane@atlas.example  EN  1009
 Atlas Freight Ltd
 Attn. Jane Miller                       █▀▀▀▀▀█  ██▄▀▀██▄▄▄▀ ▀█▀█▄▄▄  █▀▀▀▀▀█
 Antwerpen                               █ ███ █ █▄█  ▀█▀▄ █ ▄▀█ █▄▄█▄ █ ███ █
                                         █ ▀▀▀ █ █▄▀ ▀██ ▀ █▀█▄ ▀▄█▄█▀ █ ▀▀▀ █
 24 February 2026                        ▀▀▀▀▀▀▀ █▄█ █▄▀ █ ▀ █▄█▄█ ▀ ▀ ▀▀▀▀▀▀▀
                                         █ █▀▀█▀▄▄  ▄  ▀█▀█▀▄▀  ▄▄▀▄ ▀ █▀▀█▀ ▄
 Subject: Your invoice 2026-0011          █▄▀▄▄▀ ▀▄▀▄▀▀██▀▀█  █  █ ▄██▄█▀▄▄▀█▀
                                         █████▄▀  ▄▀▀  █▀▀ ▄▄▄▄▀▄ ▀▀█  █▀▀ ▀▄▀
 Dear Jane Miller,                       ▄█▀▄▄█▀ █▀  ██▄█▀ ▀ ▀█     ▀    ██  ▀
                                         ▀▀▄▄▀█▀▀▄█▄██▄ ▄▄ ██▀▄▄▄▄█▄ ▀▀█▀▀▀  █
 On 24 February 2026 there was still     ██ ▀▀ ▀ ▄▀▀▀▄   ▄▀█ ███ ▄▀▀█▄  ▄▀█ ▀▀
 €450.00 outstanding with us on the      ▄▀▄█▄▄▀█ ▀█▄▄▄▀ ▀▄▄█▄▄ ▄▀▀▀█ ██  ▄█▄▀
 invoice below. These things are easily  ▄  ▀ ▄▀█▄▀▀█ █ █ █▄  ▄ ▄█  █▄██ ▀█▀▄█
 forgotten, hence this short note.       █ ▄▀▄█▀  ▀▀▀██ █▀ ▄▄ ▄▄▄▄  ▀▀██▀▀ ▀ █
                                         █ █▄█ ▀ ▄▀ ▀▄ ▀█▀  ▄▄█ ▄█ ▀▀ ▄▀█▀▄ ▀▀
 This message may have crossed your      ▀ ▀  ▀▀▀█▀ ▀▀▄▀▀▀▀▀▄████▀█▀▀█▀▀▀█▄▀█
 payment: if so, thank you, and please   █▀▀▀▀▀█ ▄▄ ▄█ ▄█▀ ▀ ▀█ ▄▀▀ ▀█ ▀ ██  ▀
 disregard it.                           █ ███ █ █ ▀▄▀▄▄█▄ ▀▄▀▄▄▀█  ▀█████ ▀▀█
                                         █ ▀▀▀ █ ▀█▄██▄▄ ▄▀ ▄ █ ▄█ █▀ ▄█  █▀▀█
   Invoice    Date        Due on         ▀▀▀▀▀▀▀ ▀▀▀   ▀ ▀▀▀   ▀▀▀▀▀  ▀▀   ▀▀▀
                  Days late     Open
Ready, not sent.  QR 5-M, 78 bytes, checked against the letter.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <Esc> *
row 3 marked
keys <F2>
row leave in 60 s
screen
---
▌DESK Letters due today                          1 letter due  Tue 24 Feb 14:07
   Customer                 Letter                    By     Days          Open
────────────────────────────────────────────────────────────────────────────────
>! Loodgieter Maes          reminder                  -        55      1.020,35


















3 letters leave in 60 s: 4 shows them, U takes them all back.
 Enter the letter  Space mark  * mark all  T dial  F4 filter  Esc back  ? help
---
keys U
row documents taken back

