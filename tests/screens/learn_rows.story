# Which rows of a list count: drafts are left out by the column that tells them, and a word says which kind of item it is
now 2026-02-24T08:30
set import.watch ~/in
copy import/statuses.csv in/statuses.csv
also 120x35 nl
also 80x24 nl
also 80x24 fr
keys $ <Enter>
row Toestand
keys <End> <Up> -
row Concept
screen
---
▌DESK Learn a list                                                 statuses.csv
  No. In the file           First values           Holds
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 1, line 1
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant        ┌ Rows by “Toestand”: Enter changes ────┐name *
    2 Stuk         │ >                                     │umber *
    3 Soort        │                                       │credit note or pay…
    4 Vervalt op   │ > Geboekt                        read │*
    5 Saldo nu     │   Concept                        read │nt *
>   6 Toestand     │   Voorstel?                      read │
      Keep and impo└────────────────────── Esc close ──────┘
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     2 Bakkerij Peerdeman… F-1           31/01/26        100,00 EUR
     3 Garage Van Dyckel … F-2           04/02/26        250,00 EUR
     4 Garage Van Dyckel … B-9           05/02/26         50,00 EUR
     5 Slagerij Hendrickx… F-3           04/02/26         75,00 EUR
     6 Slagerij Hendrickx… F-4           04/02/26         80,00 EUR
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter take   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Down> <Enter> <Down> <Enter> <Esc>
row without Concept
no F-3
screen
---
▌DESK Learn a list                                                 statuses.csv
  No. In the file           First values           Holds
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 1, line 1
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  F-1 · F-2 · B-9        invoice number *
    3 Soort                 Verkoopfactuur · Verk… invoice, credit note or pay…
    4 Vervalt op            31/01/2026 · 04/02/20… due date *
    5 Saldo nu              100,00 · 250,00 · 50,… open amount *
>   6 Toestand              Geboekt · Geboekt · G… status, without Concept, Vo…
      Keep and import
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     2 Bakkerij Peerdeman… F-1           31/01/26        100,00 EUR
     3 Garage Van Dyckel … F-2           04/02/26        250,00 EUR
     4 Garage Van Dyckel … B-9           05/02/26         50,00 EUR
     6 Slagerij Hendrickx… F-4           04/02/26         80,00 EUR

Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter choose  ←→ step  - rows  Ctrl-S keep  V as in the file  Esc back  ? help
---
# A word the program cannot know: a receipt lowers what is owed.
keys <Up> <Up> <Up> -
keys <Down> <Enter> <Enter> <Enter> <Enter>
row -50,00
screen
---
▌DESK Learn a list                                                 statuses.csv
  No. In the file           First values           Holds
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 1, line 1
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant          ┌ Rows by “Soort”: Enter changes ────┐ name *
    2 Stuk           │ >                                  │number *
>   3 Soort          │                                    │ credit note or pay…
    4 Vervalt op     │   Verkoopfactuur              read │ *
    5 Saldo nu       │ > Binnengekomen            payment │unt *
    6 Toestand       │   Memoriaal                   read │without Concept, Vo…
      Keep and import└─────────────────── Esc close ──────┘
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     2 Bakkerij Peerdeman… F-1           31/01/26        100,00 EUR
     3 Garage Van Dyckel … F-2           04/02/26        250,00 EUR
     4 Garage Van Dyckel … B-9           05/02/26        -50,00 EUR payment
     6 Slagerij Hendrickx… F-4           04/02/26         80,00 EUR

Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter take   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Esc> <F2> <Enter>
ended
row statuses.csv
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/3  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
-> any   day 15    Garage Van Dyckel NV  A    20       200,00
-  any   day 15    Bakkerij Peerdeman BV A    24       100,00
-  any   day 15    Slagerij Hendrickxen  A    20        80,00


  ┌ What the import brought ─────────────────────────────────────────────────┐
  │ statuses.csv: csv, statuses                                              │
  │   4 lines read: 4 booked, 0 known already, 0 listed below                │
  │   customers: 3 new, 0 changed; items: 4 new, 0 changed, 0 closed         │
  │   ! 2 rows were left out: the rows of the profile statuses do not        │
  │     include them.                                                        │
  └───────────────────────────────────────────────────────── Esc close ──────┘






Filter: none   Sort: timed callbacks, then by priority   Marked: 0

 ↑↓ read   Esc close   ? help
---
