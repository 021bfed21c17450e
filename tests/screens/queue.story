# Today's list: a late callback on top, then by points; the selected row has sign, reverse video and the cursor.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
also 100x30
also 200x60

screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
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
# Marked rows are counted and summed; Space goes on to the next.
keys <Space> <Space>
row Marked: 2
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
!m 14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
m  any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
>  any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








Filter: none   Sort: timed callbacks, then by priority   Marked: 2  € 22.777,71
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
# What is not asked for is said: points and their reasons.
keys <Up> =
row points of
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
─────┌ Why is De Smet Dakwerken here? ────────────────────────────────────┐─────
!m 14│ Mon 16 Feb 09:30: promise  8.800,00 by Fri 13 Feb                  │ rin…
m> an│ P 8.800,00 by Fri 13 Feb                                           │y Fr…
   an│                                                                    │y Fr…
   09│ +40  a promise was not kept                                        │irst…
   an│ +35  € 17.925,11 may be asked for                                  │ pri…
   09│ +20  74 days late, weighted by amount                              │ bac…
   an│ +12  2 promises not kept in 12 months                              │agai…
   14│ + 7  21 days since the last talk                                   │ rin…
   an│ + 8  120% of the credit limit in use                               │
x  09│ + 5  payment class B                                               │ceiv…
     │ + 6  new customer, first invoice not paid yet                      │
     │ 133 points of 151: 88%                                             │
     │                                                                    │
     │ If this call brings nothing:                                       │
     │ Mon 16/02 promise (8.800,00 by Fri 13 Feb)                         │
     │ Thu 26/02 letter: friendly reminder (not so soon after the last    │
     │ contact)                                                           │
     │ Fri 06/03 reminder call (about 9 days after the last contact)      │
Filte└─────────────────────────────────────────────────── PgDn more ──────┘7,71
3 letters are due (,)
 ↑↓ read   Esc close   ? help
---
keys <Esc> <F4> text:jansen
keys <Enter>
row Filter: jansen
no Garage
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
>  any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…

















Filter: jansen   Sort: timed callbacks, then by priority   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
# Esc takes the filter away before it goes back.
keys <Esc>
row Filter: none
keys <F6> 3
row Sort: customer
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
   any   day 30    Atlas Freight Ltd     A    20       450,00
!  14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…
   any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
>  any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…








Filter: none   Sort: customer   Marked: 0
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys <F6> 0
# No answer in two keys: the row is done, keeps its place, the next one is selected.
keys <Home> N <Enter>
row Logged: Bakkerij Peeters
row x  14:07
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 3/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
x  14:07 callback  Bakkerij Peeters BV   B    48     4.852,60  N no reply, agai…
>  any   promise   De Smet Dakwerken     B    92    17.925,11  P 8.800,00 by Fr…
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
   09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
   any   day 30    Atlas Freight Ltd     A    20       450,00
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








Filter: none   Sort: timed callbacks, then by priority   Marked: 0
Logged: Bakkerij Peeters BV: no answer/voicem., next Wed 25 Feb 11:45.  U undo
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
keys U
row Undone
# Put off with a reason.
keys Z text:+2
row = Thu 26 Feb
keys <Enter> text:asks for time until the fair
keys <Enter>
row U undo
keys X
row end of today
# A colleague's list, the team's.
keys V 2
row List: the whole team
screen
---
▌DESK 1 Queue          Tue 24 Feb 14:07  done 2/11  promised € 0,00  next 14:30
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
!  14:00 callback  Bakkerij Peeters BV   B    48     4.852,60  B agreed: we rin…
>  09:30 plan      Frituur 't Hoekje     B    71       600,00  S 4 parts, first…
   any   no answer Bouwgroep Lens        B    44     6.000,00  D 2025-1180: pri…
   09:20 back      Garage Van Dijck NV   A    18       980,00  A Rita Claes bac…
   any   no answer Loodgieter Maes       B    55     1.020,35  N no reply, agai…
   14:30 callback  Wouters & Zonen       A     0     1.188,00  B agreed: we rin…
   any   courtesy  Taxi Demir            B    41       288,00
   any   day 30    Atlas Freight Ltd     A    20       450,00
   any   promise   Jansen Transport B.V. B    61     8.190,00  P 5.440,00 by Fr…
x  09:22 courtesy  Crèche Zonnebloem vzw A     0       312,50  G invoice receiv…








List: the whole team   Filter: none   Sort: timed callbacks, then by priority  …
3 letters are due (,)
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
