# What is old, refused or of nobody knows: looked at, sent, decided, all from the screen.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
set belronde.email "geld@vandenberghe.example"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "sh -c 'kill -9 $$'"
also 120x35
also 80x24 nl
also 80x24 fr
also 60x16

# Not made yet: as it would leave now.
keys 4 V
row not been made yet
screen
---
▌DESK payment details with QR code, Hôtel des Ardennes SA
 Vandenberghe Papier
 geld@vandenberghe.example

 Hôtel des Ardennes SA
 À l’attention de Aline Lefèvre
 Marche

 24 février 2026

 Objet : Pour payer 2025-1340

 Bonjour Aline Lefèvre,

 Merci de m’avoir accordé un instant. Voici de quoi payer 2 310,45 €.

 Scannez le code QR avec l’application de votre banque : tout est déjà rempli.
 Un virement convient aussi :

   À payer        2 310,45 €
   Bénéficiaire   Vandenberghe Papier
   Compte         BE71 0961 2345 6769
It has not been made yet: this is how it would leave now.
 PgDn more   : find a command by name   Esc back   ? help
---
keys <Ctrl-P>
row not been made yet
keys <Esc> <F2>
row It goes out
# The mail program is killed on its way: nobody can know.
wait 6
ended
row Not everything has left
keys <Esc>
screen
---
▌DESK 4 Outbox                               4 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  left?    payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01














Say whether it has left.  “sh” was killed (signal 9).
 Enter customer  U undo  V look  Ctrl-S has it left?  * mark all  ? help
---
# The very document.
keys V
screen
---
▌DESK payment details with QR code, Hôtel des Ardennes SA
 From: Vandenberghe Papier <geld@vandenberghe.example>
 To: <aline@ardennes.example>
 Date: Tue, 24 Feb 2026 14:07:00 +0100
 Subject: Pour payer 2025-1340

 Bonjour Aline Lefèvre,

 Merci de m’avoir accordé un instant. Voici de quoi payer 2 310,45 €.

 Scannez le code QR avec l’application de votre banque : tout est déjà
 rempli. Un virement convient aussi :

   À payer        2 310,45 €
   Bénéficiaire   Vandenberghe Papier
   Compte         BE71 0961 2345 6769
   Communication  1004 2025-1340

 Bien à vous
 An
 Vandenberghe Papier
 geld@vandenberghe.example
The very document that was handed over; Ctrl-P prints it or writes it to a file.
 PgDn more   : find a command by name   Esc back   ? help
---
keys <Ctrl-P>
row Save as
keys <Esc> <Esc> <F2>
row it has left
screen
---
▌DESK 4 Outbox                               4 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  left?    payment details with QR code    Hôtel des Ardennes SA  e-mail 19/02
   old      payment plan agreement          Frituur 't Hoekje      e-mail 16/02
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 03/02
   old      confirmation of the promise     Jansen Transport B.V.  e-mail 22/01
   old      confirmation of the promise (2) De Smet Dakwerken      e-mail 20/01


                 ┌ Has it reached Hôtel des Ardennes SA? ────┐
                 │ > 1  it has left                          │
                 │   2  it has not: send it                  │
                 └────────────────────────── Esc close ──────┘








Say whether it has left.  “sh” was killed (signal 9).
 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys 1
row Noted
