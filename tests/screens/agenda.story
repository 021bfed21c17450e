# What is planned from today on; the day stands on its first row, agreed callbacks have a star.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16
also 200x60

keys 3
row Agenda
screen
---
▌DESK 3 Agenda                            14 days  8 contacts  Tue 24 Feb 14:07
   Day       Time  Why       Customer             Detail                    Ask
────────────────────────────────────────────────────────────────────────────────
>  Tue 24/02 09:20 back      Garage Van Dijck NV  Rita Claes back …      980,00
             09:30 plan      Frituur 't Hoekje    1/4: 600,00, 23/…      600,00
 *           14:00 callback  Bakkerij Peeters BV  agreed: we ring …    4.852,60
 *           14:30 callback  Wouters & Zonen      agreed: we ring …    1.188,00
   Wed 25/02 any   cheque    Hôtel des Ardennes … cheque 4471, 2.3…
             any   in system Stad Mechelen        pay run Mon 23 F…   21.604,90
   Tue 03/03 09:30 plan      Frituur 't Hoekje    2/4: 600,00, 02/…      600,00
   Tue 10/03 09:30 plan      Frituur 't Hoekje    3/4: 600,00, 09/…      600,00











* agreed callback: it rings.  Dim rows are tasks of colleagues.
 Enter open  V further ahead  F4 filter  Z snooze  F find  Ctrl-P print  ? help
---
keys <Down> <Down> V
row 31 days
screen
---
▌DESK 3 Agenda                           31 days  10 contacts  Tue 24 Feb 14:07
   Day       Time  Why       Customer             Detail                    Ask
────────────────────────────────────────────────────────────────────────────────
   Tue 24/02 09:20 back      Garage Van Dijck NV  Rita Claes back …      980,00
             09:30 plan      Frituur 't Hoekje    1/4: 600,00, 23/…      600,00
>*           14:00 callback  Bakkerij Peeters BV  agreed: we ring …    4.852,60
 *           14:30 callback  Wouters & Zonen      agreed: we ring …    1.188,00
   Wed 25/02 any   cheque    Hôtel des Ardennes … cheque 4471, 2.3…
             any   in system Stad Mechelen        pay run Mon 23 F…   21.604,90
   Tue 03/03 09:30 plan      Frituur 't Hoekje    2/4: 600,00, 02/…      600,00
   Tue 10/03 09:30 plan      Frituur 't Hoekje    3/4: 600,00, 09/…      600,00
   Thu 12/03 any   day 30    Crèche Zonnebloem v…                        312,50
   Tue 17/03 09:30 plan      Frituur 't Hoekje    4/4: 600,00, 16/…      600,00









* agreed callback: it rings.  Dim rows are tasks of colleagues.
 Enter open  V further ahead  F4 filter  Z snooze  F find  Ctrl-P print  ? help
---
keys <F4> text:peeters
keys <Enter>
row Filter: peeters
row Bakkerij Peeters
no Garage
screen
---
▌DESK 3 Agenda                             31 days  1 contact  Tue 24 Feb 14:07
   Day       Time  Why       Customer             Detail                    Ask
────────────────────────────────────────────────────────────────────────────────
>* Tue 24/02 14:00 callback  Bakkerij Peeters BV  agreed: we ring …    4.852,60


















Filter: peeters   (Esc shows all)
 Enter open  V further ahead  F4 filter  Z snooze  F find  Ctrl-P print  ? help
---
keys <Esc>
row Garage
keys <Enter>
no Agenda
