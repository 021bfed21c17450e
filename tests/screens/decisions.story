# What was decided about customers: on one list, looked into, and ended with a reason.
size 80x24
book decisions
set belronde.name "Vandenberghe Papier"
also 120x35
also 80x24 nl
also 80x24 fr

keys : text:go.decisions
keys <Enter>
screen
---
▌DESK Decisions                         3 in force or to come  Tue 24 Feb 14:07
   From      Decision            Customer              Why             Who
────────────────────────────────────────────────────────────────────────────────
>! Fri 20/02 last day to pay     Drukkerij Coppens NV  stop deliveries An
   Fri 20/02 no delivery         Slagerij Nijs BV      unpaid          An
   Fri 20/02 limit € 500,00      Librairie du Parc SRL payments        An
















the deadline of 20/02 has passed; announced: stop deliveries
 Enter customer   + decide, end   F4 filter   Ctrl-P print   Esc back   ? help
---
keys +
screen
---
▌DESK 2 Customer                              Tue 24 Feb 14:07  customer 1 of 6
 Drukkerij Coppens NV        class A  NL  no payments yet, 30 days agreed
 ! the deadline of ┌ What came out of it? ──────────────────┐es
 › Lies Coppens, ac│   C  payment is in the post        PIP │s.example
   Marc Dubois, own│   B  “I will call you back”         CB │s.example
 open 1.240,00  pro│   I  it is in the computer system      │ASK FOR € 1.240,00
── Next (=): Thu 26│   A  person not available          ABS │ontact) ───────────
    Invoice        │   N  no answer                      NA │
[x] 2026-0101      │   L  lost the invoice              INV │
    Selected 1 of 1│   O  says it is paid              PAID │nk data yet
── Script: the dead│   D  dispute                       DSP │───────────────────
 › Goedendag Lies C│   S  payment plan                 PLAN │
 › De uiterste datu│   R  refuses to pay                REF │at open. Is de
   betaling vertrok│   W  wrong number                   WN │
                   │   G  good, in order               GOOD │
── Outcome: press t│   H  cannot pay: help             HARD │───────────────────
 P promise to pay  │   part payment                    PART │I in their system
 A person away     │   message left at the desk          GK │O says paid
 D dispute         │   demand with a deadline           DEM │W wrong number
 G good, in order  │ > no delivery until paid           STP │+ more outcomes
 Last: Thu 12/02 09└─────────────────────── PgDn more ──────┘liveries
 Note> E writes one

 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
