# No delivery from today on: decided from the list of outcomes, seen by whoever looks the customer up, taken back by undo.
# Then the file in other hands: nobody rings any more, until it is taken back.
size 80x24
book calls
set belronde.after_log stay
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr

keys <Enter> + <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down>
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, account┌ What came out of it? ──────────────────┐@peeters.example
   Luc Peeters, own│   C  payment is in the post        PIP │.example
 open 4.852,60  pro│   B  “I will call you back”         CB │ASK FOR € 4.852,60
── Next (=): Thu 26│   I  it is in the computer system      │ontact) ───────────
    Invoice        │   A  person not available          ABS │
[x] 2025-1312      │   N  no answer                      NA │
[x] 2025-1355      │   L  lost the invoice              INV │
[x] 2026-0041      │   O  says it is paid              PAID │
    Selected 3 of 3│   D  dispute                       DSP │to 23/02
── Script: called b│   S  payment plan                 PLAN │───────────────────
 › Goedendag An Wil│   R  refuses to pay                REF │
 › Het gaat over 3 │   W  wrong number                   WN │8 dagen te laat.
 › Hebt u het kunne│   G  good, in order               GOOD │
 › Kunt u de oudste│   H  cannot pay: help             HARD │en terwijl we…
── Outcome: press t│   part payment                    PART │───────────────────
 P promise to pay  │   message left at the desk          GK │I in their system
 A person away     │   demand with a deadline           DEM │O says paid
 D dispute         │ > no delivery until paid           STP │W wrong number
 G good, in order  └─────────────────────── PgDn more ──────┘+ more outcomes
 Note> E writes one

 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys <Enter>
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── No delivery, from a day on ──────────────────────────────────────────────────
 * From       24/02                                 = Tue 24 Feb
 * Why        (•) unpaid                            D/L/U/A
   Letter     [ ] announces it, for a day to come
   Note



 → Whoever looks the customer up sees it; “belronde holds” gives it to the order
   desk.
 → What was planned stays. Paid: lifting it is proposed.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  Ctrl-N list  Esc back (draft kept)  F1 help
---
keys <Ctrl-S>
row 24/02
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  DELIVERY STOP
 ! no delivery since 24/02: unpaid
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Script: called back as agreed (V: answers, history) ─────────────────────────
 › Goedendag An Wils, met An van . Ik bel zoals afgesproken.
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Hebt u het kunnen nakijken? Wat hebt u gevonden?
 › Kunt u de oudste vandaag betalen? Ik kan u de QR-code mailen terwijl we…
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one
Logged: Bakkerij Peeters BV: no delivery until paid, next Tue 24 Feb 14:00.  U …
 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys F text:peet
screen
---
▌DESK F Find                                          1 of 13  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
────────────────────────────────────────────────────────────────────────────────
> Bakkerij Peeters BV      1001    Dendermonde       4.852,60 no delivery sinc…

  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: “creche” finds “Crèche”.








── Bakkerij Peeters BV ─────────────────────────────────────────────────────────
  no delivery since 24/02: unpaid
  An Wils +32 52 44 18 09             Luc Peeters +32 52 44 18 07
  3 invoices, oldest 48 days, last contact Tue 24/02 no delivery from Tue 24 Fe…
  In today's queue at 14:00 (late)

Find> peet
 Enter open   ↑↓ choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
keys <Esc> <Esc> + <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Enter>
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  DELIVERY STOP
 ! no delivery since 24/02: unpaid
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── End a stop, a limit or a deadline ───────────────────────────────────────────
 * What ends  (•) supply stop                       S/V/L/D
 * Why        ( ) paid (•) agreed ( ) mistake       P/A/M
   Note





 → From today on; the next list for the order desk says so.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  letter = choice  Ctrl-N list  F1 help
---
keys <Esc> + <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Down> <Enter>
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1001
 Bakkerij Peeters BV         class B  NL  DELIVERY STOP
 ! no delivery since 24/02: unpaid
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Handed to agency, lawyer or bailiff ─────────────────────────────────────────
 * To whom      ( ) agency ( ) lawyer ( ) bailiff     A/L/B
   Name
 * File no      1001
   Note




 → Nobody here rings any more; the file number is on record.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  letter = choice  Ctrl-N list  F1 help
---
keys L
keys <Ctrl-S>
row belronde-stage
