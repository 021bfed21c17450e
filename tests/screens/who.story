# Who the customer is, and debt mediation: said from the list of outcomes, which is longer than a screen.
size 80x24
book calls
set belronde.after_log stay
also 120x35
also 80x24 nl
also 80x24 fr

keys <Enter> + <PgDn>
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 9
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 › An Wils, account┌ What came out of it? ──────────────────┐@peeters.example
   Luc Peeters, own│   P  promise to pay                PTP │.example
 open 4.852,60  pro│   C  payment is in the post        PIP │ASK FOR € 4.852,60
── Next (=): Thu 26│   B  “I will call you back”         CB │ontact) ───────────
    Invoice        │   I  it is in the computer system      │
[x] 2025-1312      │   A  person not available          ABS │
[x] 2025-1355      │   N  no answer                      NA │
[x] 2026-0041      │   L  lost the invoice              INV │
    Selected 3 of 3│   O  says it is paid              PAID │to 23/02
── Script: called b│   D  dispute                       DSP │───────────────────
 › Goedendag An Wil│   S  payment plan                 PLAN │
 › Het gaat over 3 │   R  refuses to pay                REF │8 dagen te laat.
 › Hebt u het kunne│   W  wrong number                   WN │
 › Kunt u de oudste│   G  good, in order               GOOD │en terwijl we…
── Outcome: press t│   H  cannot pay: help             HARD │───────────────────
 P promise to pay  │   part payment                    PART │I in their system
 A person away     │   message left at the desk          GK │O says paid
 D dispute         │ > demand with a deadline           DEM │W wrong number
 G good, in order  └─────────────────────── PgDn more ──────┘+ more outcomes
 Note> E writes one

 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys <End> <Up> <Up> <Up> <Up> <Up> <Enter>
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
── Who the customer is ─────────────────────────────────────────────────────────
 * Is a       (•) firm ( ) consumer ( ) public body  F/C/P
   Writes     (•) Dutch ( ) French ( ) English ( ) German  D/F/E/G
   Note





 → The law follows from it: which letters, interest and costs. A list of
   customers that says otherwise wins.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  letter = choice  Ctrl-N list  F1 help
---
keys <Esc> <Esc> + <End> <Up> <Up> <Up> <Up> <Up> <Up> <Up> <Enter> v r i j <Enter> O C M W <Enter> <Enter> <Enter>
screen
---
▌DESK 2 Customer                                               Tue 24 Feb 14:07
 Bakkerij Peeters BV         class B  NL  pays 15 days late (30 agreed)
 ! Debt mediation is under way: do not call.
 › An Wils, accounts           +32 52 44 18 09    Mon-Thu  an@peeters.example
   Luc Peeters, owner          +32 52 44 18 07    luc@peeters.example
 open 4.852,60  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 4.852,60
────────────────────────────────────────────────────────────────────────────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
[x] 2025-1355       22/12/25  21/01    34     1.492,60  -
[x] 2026-0041       12/01/26  11/02    13     1.510,00  -
    Selected 3 of 3                           4.852,60  bank to 23/02
── Script (V: answers, history) ────────────────────────────────────────────────
 › Goedendag An Wils, met An van .
 › Het gaat over 3 facturen, samen € 4.852,60; de oudste is 48 dagen te laat.
 › Mag ik vragen wanneer we de betaling mogen verwachten? (wachten, luisteren)
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
