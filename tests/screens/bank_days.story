# How far the bank is in: warned once when the desk opens and once before the first call, per account on the dashboard
now 2026-02-24T09:05
book bank
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
row is in up to 12/02/26 only
screen
---
▌DESK 1 Queue            Tue 24 Feb 09:05  done 0/2  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
>  any   day 30    Bakkerij Peerdeman BV B    48     1.850,00
   any   day 30    Garage Van Dyckel NV  A    18       980,00
















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
BE96 9990 0000 0101 is in up to 12/02/26 only: import its newest statement.
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys <Enter>
row is in up to 12/02/26 only
screen
---
▌DESK 2 Customer                              Tue 24 Feb 09:05  customer 1 of 2
 Bakkerij Peerdeman BV       class B  NL  no payments yet, 30 days agreed
 › accounts                    +32 52 44 18 09
 open 1.850,00  promised 0,00  disputed 0,00  credit 0,00    ASK FOR € 1.850,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1312       08/12/25  07/01    48     1.850,00  -
    Selected 1 of 1                           1.850,00  ! bank to 12/02
── Script: second call about the due date (V: answers, history) ────────────────
 › Goedendag Bakkerij Peerdeman BV, met An van .
 › Factuur 2025-1312 is 48 dagen over de datum; er staat € 1.850,00 open.
 › Wat houdt het tegen - is er iets mis met de levering? (wachten, luisteren)
 › Kan het vandaag vertrekken? Ik kan u de QR-code mailen terwijl we spreken.


── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes

 Note> E writes one
BE96 9990 0000 0101 is in up to 12/02/26 only: import its newest statement.
 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys <F8>
no is in up to 12/02/26 only
keys 6
row A statement is missing
screen
---
▌DESK 6 Dashboard                                      week 9  Tue 24 Feb 09:05
 Ageing                                 total 2.830,00   of which late 2.830,00
 not due                                                          0,00     0%
 1-30      ███████████████████████                              980,00    35%
 31-60     ████████████████████████████████████████████       1.850,00    65%
 61-90                                                            0,00     0%
 > 90                                                             0,00     0%
── Last 20 working days ────────────────────────────────────────────────────────
 received  ▁▁▁▁▁▁▁▁▁▁▁▇▁▁▁▁▄▁▃▁   min 0  max 200  23/02 50
 promised  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   kept -   (4 weeks before: -)
 calls     ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   0 in all, today 0
 reached   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   0% of all calls
── Desks today ─────────────────────────────────────────────────────────────────
   Desk                 due  done reached     promised  kept 4w callbacks  late
>  nobody's               2     0       0         0,00        -         0     0
── The bank is in up to ────────────────────────────────────────────────────────
 ! BE60 9990 0000 0070       23/02/26        1.530,00 1 gap
     A statement is missing: 2026-052 of 19/02/26 closed with 1.100,00, 2026-05…
 ! BE96 9990 0000 0101       12/02/26        9.300,00 7 bank days missing, 1 d…
── Needs you ───────────────────────────────────────────────────────────────────
  Nothing is waiting for a decision.

All amounts in EUR, bank up to Thu 12 Feb.
 Enter day report  Tab panel  V figures  F find  Ctrl-P print  Esc back  ? help
---
