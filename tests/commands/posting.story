# A letter is read before it goes, waits its minute in the outbox, and leaves once
now 2026-02-24T09:05
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ mkdir -p config/belronde mails; printf '[belronde]\nagent = An\nname = "Vandenberghe Papier"\nemail = "geld@vandenberghe.example"\niban = "BE71 0961 2345 6769"\n[letter]\ncity = Mechelen\ncompany_number = "BE 0417.497.106"\n[mail]\ncommand = "tee mails/last.eml"\n' > config/belronde/belronde.ini
$ belronde letter 10418 reminder
Vandenberghe Papier
geld@vandenberghe.example
BE 0417.497.106

Bakkerij Peeters BV
t.a.v. An Wils
Dendermonde

Mechelen, 24 februari 2026

Betreft: Even over de facturen 2025-1312, 2025-1355 en 2026-0041

Beste An Wils,

Mag ik u herinneren aan onderstaande facturen? Er staat vandaag nog € 4.852,60
open.

Betaalde u intussen al? Dan heel hartelijk dank; u hoeft niets meer te doen.

  Factuur    Datum       Vervaldag   Dagen te laat  Openstaand
  ------------------------------------------------------------
  2025-1312  08/12/2025  07/01/2026             48    1.850,00
  2025-1355  22/12/2025  21/01/2026             34    1.492,60
  2026-0041  12/01/2026  11/02/2026             13    1.510,00
  ------------------------------------------------------------
  Totaal                                            € 4.852,60

Het snelst betaalt u € 4.852,60 met de QR-code in uw bank-app. Overschrijven
kan ook:

  Te betalen   € 4.852,60
  Begunstigde  Vandenberghe Papier
  Rekening     BE71 0961 2345 6769
  Mededeling   10418 2025-1312 2025-1355 2026-0041

Klopt er iets niet, of komt het nu slecht uit? Laat het mij weten, dan spreken
we af wat wel kan.

Met vriendelijke groeten
An
Vandenberghe Papier
geld@vandenberghe.example
$ belronde --lang nl letter 10418 notice_14_days
belronde: “Veertiendagenbrief (Nederland)” volgt de wet van een ander land dan dat van de klant: neem een andere brief.
? 2
$ belronde --lang fr letter 10418 copy
belronde: « Copie d’une facture » ne peut pas être écrite : il n’y a rien à joindre : [letter] copies dans les réglages nomme le dossier des copies.
? 2
$ belronde letter 10418 nonsense
belronde: There is no letter “nonsense”: write letters/nl/nonsense.txt, as docs/letters.md shows.
? 2
$ belronde letter 10418 reminder --output letter.pdf && head -c 5 letter.pdf
%PDF-
# Which letters can be written to him now, which one is proposed, and why another cannot
$ belronde letter 10418 --list --format csv | grep -E "^(document|reminder,|notice_14_days)"
document,tone,label,about,proposed,obstacle
reminder,2,Friendly reminder,"An invoice is overdue, perhaps simply forgotten: short, without costs and without a deadline.",yes,
notice_14_days,3,Fourteen days' letter (Netherlands),"Gives a consumer fourteen days from the day after delivery, with the exact costs that follow.",,“Fourteen days' letter (Netherlands)” follows the law of another country than the customer's: take another letter.
$ belronde letter 10418 reminder --personal "Dit is onze laatste aanmaning."
belronde: “laatste aanmaning” may stand in no letter: it counts, threatens or brands.
? 2
$ belronde letter 10418 reminder --personal "Dank voor ons gesprek van vanmorgen." --send
Bakkerij Peeters BV: reminder, an@peeters.example leaves in 60 s; U recalls it.
$ belronde outbox send
sent: 0, refused: 0, not known: 0, without a way out: 0
now 2026-02-24T09:07
$ belronde outbox send
sent: 1, refused: 0, not known: 0, without a way out: 0
$ grep -aE "^(To|Subject|From):" mails/last.eml; grep -ac "Dank voor ons gesprek" mails/last.eml
From: Vandenberghe Papier <geld@vandenberghe.example>
To: <an@peeters.example>
Subject: Even over de facturen 2025-1312, 2025-1355 en 2026-0041
1
$ belronde outbox send
sent: 0, refused: 0, not known: 0, without a way out: 0
$ belronde outbox copy 1 | cmp - mails/last.eml && echo the very bytes
the very bytes
$ belronde outbox --format csv
id,day,time,label,customer,name,channel,recipient,state,sent_day,sent_time,trouble,document,leaves_in,tries,agent
1,2026-02-24,09:05,reminder,10418,Bakkerij Peeters BV,email,an@peeters.example,sent,2026-02-24,09:07,,reminder,0,0,An
$ belronde letter 10418 reminder | sed -n 10,14p

Betreft: Uw facturen 2025-1312, 2025-1355 en 2026-0041

Beste An Wils,
# The step after it is the firmer one, not the same again
$ belronde letter 10418 --list --format csv | grep ",yes," | cut -d, -f1,2
demand,4
$ sed -i 's#tee mails/last.eml#false#' config/belronde/belronde.ini
$ belronde letter 10418 reminder --send --again
Bakkerij Peeters BV: reminder, an@peeters.example leaves in 60 s; U recalls it.
now 2026-02-24T09:10
$ belronde outbox send
sent: 0, refused: 1, not known: 0, without a way out: 0
“false” ended with status 1.
? 1
$ belronde --lang nl outbox left 2
belronde: Van dit document is bekend of het vertrokken is.
? 2
$ belronde outbox; belronde outbox now 2
   Id  Day         Time   Document                  No.       Customer                      By       To                            State      Sent        Trouble
    2  2026-02-24  09:07  reminder                  10418     Bakkerij Peeters BV           email    an@peeters.example            refused                “false” ended with status 1.
    1  2026-02-24  09:05  reminder                  10418     Bakkerij Peeters BV           email    an@peeters.example            sent       2026-02-24
# All that waits is taken back at once, with the outcomes it belongs to
$ belronde letter 10418 demand --send
Bakkerij Peeters BV: demand with a deadline, an@peeters.example leaves in 60 s; U recalls it.
$ belronde outbox recall all; belronde outbox recall all
2 documents taken back.
0 documents taken back.
