# Two currencies: a money line each, never one sum.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
keys <F4> text:atlas
keys <Enter> <Space>
row Marked: 1  € 450,00
keys <Enter>
row ASK FOR € 450,00
row ASK FOR USD 1.200,00
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 1
 Atlas Freight Ltd           class A  EN  no payments yet, 30 days agreed
 › Jane Miller, accounts       +32 3 555 10 20    jane@atlas.example
 open 450,00  promised 0,00  disputed 0,00  credit 0,00        ASK FOR € 450,00
 open 1.200,00  promised 0,00  disputed 0,00  credit 0,00  ASK FOR USD 1.200,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1266       11/12/25  10/01    45 USD 1.200,00  -
[x] 2026-0011       05/01/26  04/02    20       450,00  -
    Selected 2 of 2                             450,00  + USD 1.200,00
── Script: second call about the due date (V: answers, history) ────────────────
 › Good day Jane Miller, An of Vandenberghe Papier.
 › Invoice 2025-1266 is 45 days past its date; € 450,00 is open.
 › What is holding it up - anything wrong with the delivery? (wait, listen)
 › Can it leave today? I can mail you the QR code while we talk.
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes

 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys V V V V
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 1
 Atlas Freight Ltd           class A  EN  no payments yet, 30 days agreed
 › Jane Miller, accounts       +32 3 555 10 20    jane@atlas.example
 open 450,00  promised 0,00  disputed 0,00  credit 0,00        ASK FOR € 450,00
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1266       11/12/25  10/01    45 USD 1.200,00  1 more
    Selected 2 of 2                             450,00  + USD 1.200,00
── Interest and costs (V: script) ──────────────────────────────────────────────
 EUR
 on top             42,59  today; 0,13 more each day
 interest            2,59  by law, without a notice, from the first late day
 fixed sum          40,00  by law, without a notice, from the first late day
 costs            not yet  above the fixed sum: proof, and agreement or a judge
 USD
 on top             15,53  today; 0,35 more each day
 3 more
── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
