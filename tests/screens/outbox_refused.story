# A mail program that refuses: why, and now once more.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
set belronde.email "geld@vandenberghe.example"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "false"
also 120x35 nl
also 80x24 fr

keys 4 <F2>
wait 6
ended
keys <Esc>
row did not leave
screen
---
▌DESK 4 Outbox                               5 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  in 54 s  payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01














F2 tries now.  It did not leave: “false” ended with status 1.
 Enter customer  U recall  V look  Ctrl-S send now  * mark all  M letter  ? help
---
keys <F2>
row It goes out
