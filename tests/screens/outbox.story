# Documents about to leave: the seconds run, U takes one back together with its outcome.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16
also 200x60

keys 4
screen
---
▌DESK 4 Outbox                               5 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  old      payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01














No mail command (7): it stays here.
 Enter customer  U recall  V look  Ctrl-S send now  * mark all  M letter  ? help
---
keys <Esc> F text:frituur
keys <Enter> L <Enter>
keys 4
row in 60 s
screen
---
▌DESK 4 Outbox                               6 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  in 60 s  copy of the invoices with QR c… Frituur 't Hoekje      e-mail 14:07
   old      payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01













No mail command (7): it stays here.  U takes it back with its outcome.
 Enter customer  U recall  V look  * mark all  M letter  F find  ? help
---
wait 20
row in 40 s
keys <Home> U
row Undone
row recalled
no in 40 s
screen
---
▌DESK 4 Outbox                               5 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
   old      payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01
>  recalled copy of the invoices with QR c… Frituur 't Hoekje      e-mail 14:07













Undone: Frituur 't Hoekje: lost the invoice; everything is back as it was.
 Enter customer  U undo  V look  * mark all  M letter  F find  ? help
---
