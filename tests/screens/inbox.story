# New files in a watched folder: offered when the desk starts, listed, imported beside the desk, and what they brought
now 2026-02-24T08:30
set import.watch ~/in
copy commands/files/items.csv in/items.csv
copy commands/files/bank.xml in/bank.xml
copy import/unknown.csv in/unknown.csv
copy import/letter.txt in/notes.txt
also 60x16 nl
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
row 3 new files: $ imports them
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 new files: $ imports them
 Enter open  letter = outcome  F find  U undo  F4 filter  F6 sort  ? help
---
keys <Down>
row 3 new files
keys $
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.

  ┌ New in the watched folders ──────────────────────────────────────────────┐
  │ > Import all 2 files                                                4 kB │
  │   bank.xml                  bank statement CAMT.053                 2 kB │
  │   items.csv                 list of open items or customers         2 kB │
  │   notes.txt                 cannot be imported                      1 kB │
  │   unknown.csv               an unknown list                         1 kB │
  │                                                                          │
  │                                                                          │
  │                                                                          │
  └───────────────────────────────────────────────────────── Esc close ──────┘




Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 new files: $ imports them
 ↑↓ choose   Enter import   Esc close   ? help
---
keys <Down> <Down> <Down>
row it is no list of customers
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.

  ┌ New in the watched folders ──────────────────────────────────────────────┐
  │   Import all 2 files                                                4 kB │
  │   bank.xml                  bank statement CAMT.053                 2 kB │
  │   items.csv                 list of open items or customers         2 kB │
  │ > notes.txt                 cannot be imported                      1 kB │
  │   unknown.csv               an unknown list                         1 kB │
  │                                                                          │
  │ notes.txt cannot be imported: it is no list of customers or open items   │
  │ and no bank statement.                                                   │
  └───────────────────────────────────────────────────────── Esc close ──────┘




Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 new files: $ imports them
 ↑↓ choose   Enter import   Esc close   ? help
---
keys <Down>
row an unknown list
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.

  ┌ New in the watched folders ──────────────────────────────────────────────┐
  │   Import all 2 files                                                4 kB │
  │   bank.xml                  bank statement CAMT.053                 2 kB │
  │   items.csv                 list of open items or customers         2 kB │
  │   notes.txt                 cannot be imported                      1 kB │
  │ > unknown.csv               an unknown list                         1 kB │
  │                                                                          │
  │ No profile knows its columns.  Enter shows them: say once which is       │
  │ which.                                                                   │
  └───────────────────────────────────────────────────────── Esc close ──────┘




Filter: none   Sort: timed callbacks, then by priority   Marked: 0
3 new files: $ imports them
 ↑↓ choose   Enter map its columns   Esc close   ? help
---
keys <Home> <Enter>
row Import
ended
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/4  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
──┌ What the import brought ─────────────────────────────────────────────────┐──
->│ items.csv: csv, belronde                                                 │
- │   8 lines read: 8 booked, 0 known already, 0 listed below                │
- │   customers: 5 new, 1 changed; items: 8 new, 0 changed, 0 closed         │
- │ bank.xml: camt.053                                                       │
  │   3 lines read: 3 booked, 0 known already, 0 listed below                │
  │   customers: 0 new, 0 changed; items: 0 new, 0 changed, 1 closed         │
  │   matched by payment reference: 1                                        │
  │   needs a person: 1 proposed, 1 not matched, 0 paid twice (belronde      │
  │     receipts)                                                            │
  │   on account: 0; returned: 0; outgoing: 0                                │
  │   out of today's queue: 1; promises kept 0, partly 0                     │
  │   statement 2026-039 of BE60999000000070: 3 lines, 1.000,00 + 3.480,18 = │
  │     4.480,18 EUR: ties                                                   │
  │ belronde: notes.txt cannot be imported: it is no list of customers or    │
  │ open items and no bank statement.                                        │
  │ belronde: unknown.csv cannot be imported: no profile fits its columns    │
  │ (Klant, Stuk, Vervalt op, Saldo nu, Mailadres, Onze code): say once      │
  │ which is which with belronde import --learn, or export the list as       │
Fi└───────────────────────────────────────────────────────── PgDn more ──────┘
1 new file: $ imports it   2 receipts wait for an answer (9)   3 letters are du…
 ↑↓ read   Esc close   ? help
---
keys <End>
row needs a person
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/4  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
──┌ What the import brought ─────────────────────────────────────────────────┐──
->│   needs a person: 1 proposed, 1 not matched, 0 paid twice (belronde      │
- │     receipts)                                                            │
- │   on account: 0; returned: 0; outgoing: 0                                │
- │   out of today's queue: 1; promises kept 0, partly 0                     │
  │   statement 2026-039 of BE60999000000070: 3 lines, 1.000,00 + 3.480,18 = │
  │     4.480,18 EUR: ties                                                   │
  │ belronde: notes.txt cannot be imported: it is no list of customers or    │
  │ open items and no bank statement.                                        │
  │ belronde: unknown.csv cannot be imported: no profile fits its columns    │
  │ (Klant, Stuk, Vervalt op, Saldo nu, Mailadres, Onze code): say once      │
  │ which is which with belronde import --learn, or export the list as       │
  │ docs/import.md says.                                                     │
  │ Together: 2 imported, 0 known already, 2 not imported                    │
  │   11 lines read: 11 booked, 0 known already, 0 listed                    │
  │   statements: 1, not tied: 0; matched: 1; needs a person: 2; out of      │
  │     today's queue: 1                                                     │
  │ BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing  │
  │ 4.480,18                                                                 │
Fi└───────────────────────────────────────────────────────── Esc close ──────┘
1 new file: $ imports it   2 receipts wait for an answer (9)   3 letters are du…
 ↑↓ read   Esc close   ? help
---
keys <Esc>
no Import
row 1 new file: $ imports it
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/4  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
-> any   day 30    Bakkerij Peeters BV   B    48     4.852,60
-  any   day 30    Hôtel des Ardennes SA B    39     2.310,45
-  any   thank you Petersen Installatie… B     0         0,00
-  any   day 15    Crèche Zonnebloem vzw A     0       262,50














Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 new file: $ imports it   2 receipts wait for an answer (9)   3 letters are du…
 Enter open  T dial  letter = outcome  F find  = why  U undo  E note  ? help
---
