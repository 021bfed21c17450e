# Two minutes before an agreed callback the bell rings and the title says whom; ten minutes before he is on top.
size 80x24
now 2026-02-24T14:19
book calls
set belronde.name "Vandenberghe Papier"
row next 14:30
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:19  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
!> 14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
   any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
wait 60
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:20  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
!> 14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
   any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
wait 480
row ! 14:30 Wouters & Zonen
screen
---
▌DESK 1 Queue              ! 14:30 Wouters & Zonen  Tue 24 Feb 14:28  done 2/11
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
!> 14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
   any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys <Down>
no ! 14:30 Wouters & Zonen
