# The supervisor's page: ageing, twenty working days, desks, what needs somebody; V gives figures, Enter opens.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16
also 200x60

keys 6
row Ageing
row Needs you
screen
---
▌DESK 6 Dashboard                                      week 9  Tue 24 Feb 14:07
 Ageing                               total 68.073,91   of which late 66.573,41
 not due   ██                                                 1.500,50     2%
 1-30      ████████                                           7.940,00    12%
 31-60     ████████████████████████████████████████████      41.668,30    61%
 61-90     ████████                                           7.840,00    12%
 > 90      ██████████                                         9.125,11    13%
── Last 20 working days ────────────────────────────────────────────────────────
 received  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   nothing
 promised  ▁▁▁▁▇▁▁▁▁▁▁▁▁▃▁▁▃▁▁▁   kept 0%   (4 weeks before: -)
 calls     ▁▁▁▁▃▁▁▁▁▃▁▅▁▃▃▃▇▁▁▅   12 in all, today 2
 reached   ▁▁▁▁▄▁▁▁▁▄▁▄▁▄▄▁▇▁▁▇   75% of all calls
── Desks today ─────────────────────────────────────────────────────────────────
   Desk                 due  done reached     promised  kept 4w callbacks  late
>  An                     2     2       2         0,00       0%         0     0
   Jo                     2     0       0         0,00        -         0     0
   nobody's               9     0       0         0,00        -         2     1
── Needs you ───────────────────────────────────────────────────────────────────
 ! De Smet Dakwerken          92 days    17.925,11 2 promises not kept
 ! Bouwgroep Lens             44 days     6.302,00 dispute 6 days late, Jo
 ! Frituur 't Hoekje          71 days     2.400,00 1 part of a plan missed

All amounts in EUR, bank up to Mon 23 Feb.
 Enter day report  Tab panel  V figures  F find  Ctrl-P print  Esc back  ? help
---
keys V
row received
screen
---
▌DESK 6 Dashboard                                      week 9  Tue 24 Feb 14:07
 Day            received     promised   calls  reached
 Wed 28/01          0,00         0,00       0        0
 Thu 29/01          0,00         0,00       0        0
 Fri 30/01          0,00         0,00       0        0
 Mon 02/02          0,00         0,00       0        0
 Tue 03/02          0,00     8.800,00       1        1
 Wed 04/02          0,00         0,00       0        0
 Thu 05/02          0,00         0,00       0        0
 Fri 06/02          0,00         0,00       0        0
 Mon 09/02          0,00         0,00       0        0
 Tue 10/02          0,00         0,00       1        1
 Wed 11/02          0,00         0,00       0        0
 Thu 12/02          0,00         0,00       2        1
 Fri 13/02          0,00         0,00       0        0
 Mon 16/02          0,00     2.400,00       1        1
 Tue 17/02          0,00         0,00       1        1
 Wed 18/02          0,00         0,00       1        0
 Thu 19/02          0,00     2.310,45       3        2
 Fri 20/02          0,00         0,00       0        0
 Mon 23/02          0,00         0,00       0        0
 Tue 24/02          0,00         0,00       2        2
All amounts in EUR, bank up to Mon 23 Feb.
 V bars   F find   Ctrl-P print   Esc back   ? help
---
keys V <Tab>
screen
---
▌DESK 6 Dashboard                                      week 9  Tue 24 Feb 14:07
 Ageing                               total 68.073,91   of which late 66.573,41
 not due   ██                                                 1.500,50     2%
 1-30      ████████                                           7.940,00    12%
 31-60     ████████████████████████████████████████████      41.668,30    61%
 61-90     ████████                                           7.840,00    12%
 > 90      ██████████                                         9.125,11    13%
── Last 20 working days ────────────────────────────────────────────────────────
 received  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   nothing
 promised  ▁▁▁▁▇▁▁▁▁▁▁▁▁▃▁▁▃▁▁▁   kept 0%   (4 weeks before: -)
 calls     ▁▁▁▁▃▁▁▁▁▃▁▅▁▃▃▃▇▁▁▅   12 in all, today 2
 reached   ▁▁▁▁▄▁▁▁▁▄▁▄▁▄▄▁▇▁▁▇   75% of all calls
── Desks today ─────────────────────────────────────────────────────────────────
   Desk                 due  done reached     promised  kept 4w callbacks  late
   An                     2     2       2         0,00       0%         0     0
   Jo                     2     0       0         0,00        -         0     0
   nobody's               9     0       0         0,00        -         2     1
── Needs you ───────────────────────────────────────────────────────────────────
>! De Smet Dakwerken          92 days    17.925,11 2 promises not kept
 ! Bouwgroep Lens             44 days     6.302,00 dispute 6 days late, Jo
 ! Frituur 't Hoekje          71 days     2.400,00 1 part of a plan missed

All amounts in EUR, bank up to Mon 23 Feb.
 Enter customer  Tab panel  V figures  F find  Ctrl-P print  Esc back  ? help
---
keys <Enter>
no Needs you
keys <Esc> <Home>
row Ageing
keys <Enter>
row Calls made
