# A terminal without blocks and lines: bars are signs, and trends are the figures of the last days.
book calls
charset ascii
size 80x24
also 60x16
also 120x35 fr

keys 6
row ####
screen
---
#DESK 6 Dashboard                                      week 9  Tue 24 Feb 14:07
 Ageing                               total 68.073,91   of which late 66.573,41
 not due   ##                                                 1.500,50     2%
 1-30      ########                                           7.940,00    12%
 31-60     ############################################      41.668,30    61%
 61-90     ########                                           7.840,00    12%
 > 90      ##########                                         9.125,11    13%
-- Last 20 working days --------------------------------------------------------
 received       0      0      0      0   nothing
 promised   2.310      0      0      0   kept 0%   (4 weeks before: -)
 calls          3      0      0      2   12 in all, today 2
 reached        2      0      0      2   75% of all calls
-- Desks today -----------------------------------------------------------------
   Desk                 due  done reached     promised  kept 4w callbacks  late
>  An                     2     2       2         0,00       0%         0     0
   Jo                     2     0       0         0,00        -         0     0
   nobody's               9     0       0         0,00        -         2     1
-- Needs you -------------------------------------------------------------------
 ! De Smet Dakwerken          92 days    17.925,11 2 promises not kept
 ! Bouwgroep Lens             44 days     6.302,00 dispute 6 days late, Jo
 ! Frituur 't Hoekje          71 days     2.400,00 1 part of a plan missed

All amounts in EUR, bank up to Mon 23 Feb.
 Enter day report  Tab panel  V figures  F find  Ctrl-P print  Esc back  ? help
---
keys <Esc> F text:cre
screen
---
#DESK F Find                                          1 of 13  Tue 24 Feb 14:07
  Customer                 No.     Place                 Open Matched on
--------------------------------------------------------------------------------
> Creche Zonnebloem vzw    1006    Brussel             312,50 name

  Words may come in any order and match anywhere: name, place, customer and
  invoice number, phone (digits), e-mail, IBAN, payment reference, amount.
  Accents and capitals do not matter: "creche" finds "Creche".








-- Creche Zonnebloem vzw -------------------------------------------------------
  +32 2 414 66 90
  1 invoice, none late, last contact Tue 24/02 invoice received, in order
  Not in today's queue; next contact Thu 12 Mar


Find> cre
 Enter open   ^v choose   Ctrl-N closed too   Ctrl-U clear   Esc back   F1 help
---
