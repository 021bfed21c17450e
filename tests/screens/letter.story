# The letter that would leave, as it will be read, with its code; then out, and back again.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16

keys <Enter> M
row an@peeters.example
screen
---
▌DESK Letter: Friendly reminder                    an@peeters.example  NL  1001
 Bakkerij Peeters BV
 t.a.v. An Wils
 Dendermonde

 24 februari 2026

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
Ready, not sent.  QR 6-M, 99 bytes, checked against the letter.  V shows it.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <End>
screen
---
▌DESK Letter: Friendly reminder                    an@peeters.example  NL  1001
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
   Mededeling   1001 2025-1312 2025-1355 2026-0041

 Klopt er iets niet, of komt het nu slecht uit? Laat het mij weten, dan spreken
 we af wat wel kan.

 Met vriendelijke groeten
 An
 Vandenberghe Papier
Ready, not sent.  QR 6-M, 99 bytes, checked against the letter.  V shows it.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
# All letters, with the reason of each that cannot be written now.
keys M
row proposed
screen
---
▌DESK Letters for Bakkerij Peeters BV                        13 can be sent now
  Letter                                                Tone        Now
────────────────────────────────────────────────────────────────────────────────
  Asking to be called back                              warm        can be sent
  Help when bills pile up                               warm        can be sent
  How to pay, with QR code                              warm        can be sent
  Thank you for paying                                  warm        can be sent
> Friendly reminder                                     friendly    proposed
  Reminder before the weekend                           friendly    can be sent
  Statement of account                                  friendly    can be sent
  Demand with a deadline                                firm        can be sent
  Demand with interest (businesses)                     firm        can be sent
  Payment in advance announced                          firm        can be sent
  Deliveries about to stop                              firm        can be sent
  Formal notice                                         formal      can be sent
  Hand-over announced                                   formal      can be sent
  Confirmation of a promise                             warm        not now
  Copy of an invoice                                    warm        not now
────────────────────────────────────────────────────────────────────────────────
 An invoice is overdue, perhaps simply forgotten: short, without costs and
 without a deadline.


 Enter show this letter   ↑↓ choose   Ctrl-P print   Esc back   ? help
---
keys <End>
screen
---
▌DESK Letters for Bakkerij Peeters BV                        13 can be sent now
  Letter                                                Tone        Now
────────────────────────────────────────────────────────────────────────────────
  Reminder before the weekend                           friendly    can be sent
  Statement of account                                  friendly    can be sent
  Demand with a deadline                                firm        can be sent
  Demand with interest (businesses)                     firm        can be sent
  Payment in advance announced                          firm        can be sent
  Deliveries about to stop                              firm        can be sent
  Formal notice                                         formal      can be sent
  Hand-over announced                                   formal      can be sent
  Confirmation of a promise                             warm        not now
  Copy of an invoice                                    warm        not now
  Copy of an invoice, with how to pay                   warm        not now
  Thank you for paying so quickly                       warm        not now
  Payment plan                                          friendly    not now
  Reminder to a consumer (Belgium)                      clear       not now
> Fourteen days' letter (Netherlands)                   clear       not now
────────────────────────────────────────────────────────────────────────────────
 “Fourteen days' letter (Netherlands)” follows the law of another country than
 the customer's: take another letter.


 Enter why not   ↑↓ choose   Ctrl-P print   Esc back   ? help
---
keys <Enter>
row follows the law
keys <Home> <Down> <Down> <Enter>
screen
---
▌DESK Letter: How to pay, with QR code             an@peeters.example  NL  1001
 Bakkerij Peeters BV
 t.a.v. An Wils
 Dendermonde

 24 februari 2026

 Betreft: Betaalgegevens voor 2025-1312, 2025-1355 en 2026-0041

 Beste An Wils,

 Bedankt voor het gesprek. Zoals beloofd stuur ik u alles om € 4.852,60 te
 betalen.

 Scan de QR-code met uw bank-app en alles is ingevuld. Overschrijven kan ook:

   Te betalen   € 4.852,60
   Begunstigde  Vandenberghe Papier
   Rekening     BE71 0961 2345 6769
   Mededeling   1001 2025-1312 2025-1355 2026-0041

 Met vriendelijke groeten
Ready, not sent.  QR 6-M, 99 bytes, checked against the letter.  V shows it.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
# A line of one's own: what counts or threatens is refused by name.
keys M <Home> <Down> <Down> <Down> <Down> <Enter> E text:Dit is de tweede herinnering.
row tweede herinnering
screen
---
▌DESK Letter: Friendly reminder                    an@peeters.example  NL  1001
 Bakkerij Peeters BV
 t.a.v. An Wils
 Dendermonde

 24 februari 2026

 Betreft: Even over de facturen 2025-1312, 2025-1355 en 2026-0041

 Beste An Wils,

 Mag ik u herinneren aan onderstaande facturen? Er staat vandaag nog € 4.852,60
 open.

 Betaalde u intussen al? Dan heel hartelijk dank; u hoeft niets meer te doen.

 Dit is de tweede herinnerin

   Factuur    Datum       Vervaldag   Dagen te laat  Openstaand
   ------------------------------------------------------------
── A line of your own ──────────────────────────────────────────────────────────
 Dit is de tweede herinnering.
“tweede herinnering” may stand in no letter: it counts, threatens or brands.
 Enter keep in the letter  Ctrl-O editor  Ctrl-U clear  F1 help
---
keys <Enter>
row may stand in no letter
keys <Ctrl-U> text:Dank
keys <Space> text:voor
keys <Space> text:ons
keys <Space> text:gesprek.
keys <Enter>
row Dank voor ons gesprek.
# The way out: the next address, then the post.
keys >
row luc@peeters.example
keys > >
screen
---
▌DESK Letter: Friendly reminder            on paper from your printer  NL  1001
 Bakkerij Peeters BV
 t.a.v. An Wils
 Dendermonde

 24 februari 2026

 Betreft: Even over de facturen 2025-1312, 2025-1355 en 2026-0041

 Beste An Wils,

 Mag ik u herinneren aan onderstaande facturen? Er staat vandaag nog € 4.852,60
 open.

 Betaalde u intussen al? Dan heel hartelijk dank; u hoeft niets meer te doen.

 Dank voor ons gesprek.

   Factuur    Datum       Vervaldag   Dagen te laat  Openstaand
   ------------------------------------------------------------
   2025-1312  08/12/2025  07/01/2026             48    1.850,00
   2025-1355  22/12/2025  21/01/2026             34    1.492,60
on paper from your printer
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys > <Enter>
row reminder, an@p
keys V V
row reminder, an@peeters.example
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 05/03 reminder call (about 9 d after contact) ─────────────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── History (V: contacts) ───────────────────────────────────────────────────────
 Tue 24/02 14:07 An     reminder, an@peeters.example
 Thu 19/02 15:40 An  B  agreed: we ring Tue 24 Feb 14:00 · wants proof of deli…
 Tue 10/02 10:15 An  B  agreed: we ring Thu 12 Feb 11:00
 Thu 15/01 11:30 An  G  invoice received, in order · all delivered well
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys U
row Undone
keys 4
row recalled
