# Payment plans: what waits for a supervisor's yes stands first; approved with the letters of the answer, undone with U.
book plans
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr

keys : text:go.plans
keys <Enter>
screen
---
▌DESK Payment plans                   2 running  1 to approve  Tue 24 Feb 14:07
   Next          Amount State          Customer          Kept       Total Who
────────────────────────────────────────────────────────────────────────────────
>! Mon 02/03     600,00 asked          Hôtel des Arden…   0/5    2.310,45 Jo
 ! Mon 02/03     600,00 part missed    Frituur 't Hoek…   0/4    2.400,00 An
   Fri 27/02     340,11 running        Loodgieter Maes    0/3    1.020,35 Jo
















It waits for your answer: + and “approve a payment plan”.
 Enter open   + answer   V all   F4 filter   Ctrl-P print   Esc back   ? help
---
keys V
screen
---
▌DESK Payment plans                   2 running  1 to approve  Tue 24 Feb 14:07
   Next          Amount State          Customer          Kept       Total Who
────────────────────────────────────────────────────────────────────────────────
>! Mon 02/03     600,00 asked          Hôtel des Arden…   0/5    2.310,45 Jo
 ! Mon 02/03     600,00 part missed    Frituur 't Hoek…   0/4    2.400,00 An
   Fri 27/02     340,11 running        Loodgieter Maes    0/3    1.020,35 Jo
                        cancelled      Taxi Demir         0/2      288,00 Jo















It waits for your answer: + and “approve a payment plan”.
 Enter open  + answer  V open ones  F4 filter  Ctrl-P print  Esc back  ? help
---
keys V <Enter>
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 6 of 8
 Hôtel des Ardennes SA       class B  FR  no payments yet, 30 days agreed
 ! plan of 2.310,45 asked: waits for a supervisor's yes
 › Aline Lefèvre, accounts     +32 84 22 31 60    aline@ardennes.example
 open 2.310,45  promised 2.110,45  disputed 0,00  credit 0,00  ASK FOR € 200,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1340       17/12/25  16/01    39     2.310,45  promised 02/03
    Selected 1 of 1                           2.310,45  bank to 23/02
── Script: part of the plan not seen (V: answers, history) ─────────────────────
 › Bonjour Aline Lefèvre, An de .
 › Une partie de notre plan n’est pas encore sur notre compte. Est-elle partie ?
 › Si le montant est trop lourd, regardons-le ensemble maintenant.


── Outcome: press the letter ───────────────────────────────────────────────────
 P promise to pay    C cheque in post    B call me back      I in their system
 A person away       N no answer/voicem. L lost, resend      O says paid
 D dispute           S split: plan       R refuses           W wrong number
 G good, in order    H hardship: help    M mail/letter       + more outcomes
 Last: Fri 20/02 09:10 Jo  S  4 parts, first Mon 2 Mar: 0 of 5 kept, 1 missed ·…
 Note> E writes one

 T dial  letter = outcome  E note  V view  F8 next  Space pick invoice  ? help
---
keys : text:out.plan_answer
keys <Enter> A
screen
---
▌DESK 2 Customer                                         Tue 24 Feb 14:07  1004
 Hôtel des Ardennes SA       class B  FR  no payments yet, 30 days agreed
 ! plan of 2.310,45 asked: waits for a supervisor's yes
 › Aline Lefèvre, accounts     +32 84 22 31 60    aline@ardennes.example
 open 2.310,45  promised 2.110,45  disputed 0,00  credit 0,00  ASK FOR € 200,00
── Next (=): Thu 26/02 letter: friendly reminder (2 d after contact) ───────────
    Invoice         Date      Due    Days         Open  Stage
[x] 2025-1340       17/12/25  16/01    39     2.310,45  promised 02/03
    Selected 1 of 1                           2.310,45  bank to 23/02
── Decide: plan of 2.310,45 asked: waits for a supervisor's yes ────────────────
 * Answer     (•) approved ( ) not approved         A/N
   Why
   Note






 → 200,00 on 20/02   600,00 on 02/03 02/04 04/05   310,45 on 02/06   total
   2.310,45
 → The agreement leaves, and each part is watched.
* needs an answer   typing replaces a suggestion   = what was understood
 Enter next/log  Tab field  letter = choice  Ctrl-N list  F1 help
---
keys <Ctrl-S>
row U
keys U
