# A rate nobody confirmed has its star in the letter, and whoever sends it reads that first.
size 80x24
now 2027-09-01T10:00
book calls
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr

keys <Enter> M M <End> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Enter>
screen
---
▌DESK Letter: Demand with interest (businesses)    an@peeters.example  NL  1001
 Bakkerij Peeters BV
 t.a.v. An Wils
 Dendermonde

 1 september 2027

 Betreft: Openstaand saldo met interest: € 5.791,75 tegen donderdag 9 september
          2027

 Geachte An Wils,

 Op 1 september 2027 staat € 4.852,60 open op facturen waarvan de vervaldag
 voorbij is. Volgens de wet van 2 augustus 2002 betreffende de bestrijding van
 de betalingsachterstand bij handelstransacties komt daar € 819,15* interest
 bij en € 120,00 vaste vergoeding, zonder dat daarvoor een aanmaning nodig is.
 Samen is het € 5.791,75.

   Factuur    Datum       Vervaldag
              Dagen te laat  Openstaand   Interest    Kosten  Te betalen
   ---------------------------------------------------------------------
   2025-1312  08/12/2025  07/01/2026
Ready, not sent.  Marked with *: Rate not confirmed after 19 June 2027.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <End>
screen
---
▌DESK Letter: Demand with interest (businesses)    an@peeters.example  NL  1001

 Elke verdere dag komt er € 1,39* bij, tot en met de dag waarop u betaalt.

 * Rentevoet niet bevestigd na 19/06/2027.

 Scan de QR-code met uw bank-app, of schrijf € 5.791,75 over met deze gegevens:

   Te betalen   € 5.791,75
   Begunstigde  Vandenberghe Papier
   Rekening     BE71 0961 2345 6769
   Mededeling   1001 2025-1312 2025-1355 2026-0041

 Betaal uiterlijk op donderdag 9 september 2027. Zonder betaling of afspraak
 volgt daarna een ingebrekestelling.

 Is er iets niet in orde, of lukt betalen niet in één keer? Bel mij dan. Samen
 vinden we een oplossing.

 Met vriendelijke groeten
 An
 Vandenberghe Papier
Ready, not sent.  Marked with *: Rate not confirmed after 19 June 2027.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
