# The day report as it is printed; < and > go to other days, V shows it by customer and for the team, Enter opens.
book calls
size 80x24
also 120x35
also 80x24 nl
also 80x24 fr
also 120x35 nl
also 120x35 fr
also 60x16
also 200x60

keys 5
row Calls made
row call me back
screen
---
▌DESK 5 Day report                                               Tue 24 Feb  An
 DAY REPORT  Tuesday 24 February 2026                                  desk: An

 Calls made       2    customers reached  2 (100%)    talk time          0:00:00
 Outcomes logged  2    follow-ups set            2    without next step        0

 Outcome                       calls        amount   next touchpoint
>B  call me back                   1                 Tue 24/02
 G  good, in order                 1                 Thu 12/03

 Promises due today   1   kept   0  0,00   not kept   1  600,00
 Received today (bank)  0,00   late callbacks 1
 Not reached, still due tomorrow  9

 Per customer
 09:22 Crèche Zonnebloem vzw      G               invoice received, in order
 09:30 Wouters & Zonen            B               agreed: we ring Tue 24 Feb 14…





Printer: lp.  Same text with: belronde report --day 2026-02-24
 Ctrl-P print   V by customer   < > other day   Enter open   Esc back   ? help
---
keys V
row Crèche Zonnebl
screen
---
▌DESK 5 Day report                                               Tue 24 Feb  An
 DAY REPORT  Tuesday 24 February 2026                                  desk: An
── Per customer ────────────────────────────────────────────────────────────────
>09:22 Crèche Zonnebloem vzw      G               invoice received, in order
 09:30 Wouters & Zonen            B               agreed: we ring Tue 24 Feb 14…

















Printer: lp.  Same text with: belronde report --day 2026-02-24
 Ctrl-P print   V the team   < > other day   Enter open   Esc back   ? help
---
keys V V V <
row Monday 23 February 2026
row No calls on this day.
screen
---
▌DESK 5 Day report                                               Mon 23 Feb  An
 DAY REPORT  Monday 23 February 2026                                   desk: An

 Calls made       0    customers reached  0 (0%)    talk time          0:00:00
 Outcomes logged  0    follow-ups set          0    without next step        0

 No calls on this day.

 Promises due today   0   kept   0  0,00   not kept   0  0,00
 Received today (bank)  0,00   late callbacks 0
 Not reached, still due tomorrow  5











Printer: lp.  Same text with: belronde report --day 2026-02-23
 Ctrl-P print   V by customer   < > other day   Enter open   Esc back   ? help
---
keys > >
row That day has not come yet.
# An outcome opens its lines, a line its customer.
keys <Home> <Enter>
row one outcome
screen
---
▌DESK 5 Day report                                               Tue 24 Feb  An
 DAY REPORT  Tuesday 24 February 2026                                  desk: An
── Per customer, one outcome ───────────────────────────────────────────────────
>09:30 Wouters & Zonen            B               agreed: we ring Tue 24 Feb 14…


















Printer: lp.  Same text with: belronde report --day 2026-02-24
 Ctrl-P print   V the team   < > other day   Enter open   Esc back   ? help
---
keys <Enter>
no Calls made
keys <Esc> <Esc>
row Calls made
