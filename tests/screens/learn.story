# A list nobody knows: what was told of it, what a person says, what cannot be read in its place, and its name
now 2026-02-24T08:30
set import.watch ~/in
copy import/unknown.csv in/unknown.csv
also 60x16 nl
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr
also 120x35 fr
keys $ <Enter>
row Crèche Zonnewijzer
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
>   1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… invoice number *
    3 Vervalt op            31/01/2026 · 30/02/20… due date *
    4 Saldo nu              1.510,00 · 50,25 · 31… open amount *
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     4 Bakkerij Peerdeman… 2026-0041     31/01/26      1.510,00 EUR
     5 ! its due date cannot be read: Aerts Bouw NV;2026-0107;30/02/2026;50,25;…
     6 Crèche Zonnewijzer… 2026-0020     28/02/26        312,50 EUR
     7 Garage Van Dyckel … 2026-0398     15/02/26        980,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter choose  ←→ step  - rows  Ctrl-S keep  V as in the file  Esc back  ? help
---
# As the rows stand in the file.
keys V
row Openstaande
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
>   1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… invoice number *
    3 Vervalt op            31/01/2026 · 30/02/20… due date *
    4 Saldo nu              1.510,00 · 50,25 · 31… open amount *
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they stand in the file ────────────────────────────────────
     1 Openstaande…
     2 per 24/02/2…
     3 Klant        Stuk         Vervalt op   Saldo nu     Mailadres    Onze co…
     4 Bakkerij Pe… 2026-0041    31/01/2026   1.510,00     an@bakkerij… 10400
     5 Aerts Bouw … 2026-0107    30/02/2026   50,25                     20187
     6 Crèche Zonn… 2026-0020    28/02/2026   312,50                    40001
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter choose   ←→ step   - rows   Ctrl-S keep   V as read   Esc back   ? help
---
# What a column holds: a list to choose from; the field goes where it was put last.
keys V <Down> <Down> <Down> <Enter>
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list   ┌ What does “Saldo nu” hold? ───────┐ems
      Cells are parte│ >                                 │on ;
      Charset        │                                   │
      Row of headers │   restricted                      │line 3
      Decimal mark   │   contact person                  │1.234,56
      Dates          │   role of the contact             │st: 31-12-2026
      What a customer│   telephone                       │tive
    1 Klant          │   second telephone                │r name *
    2 Stuk           │   e-mail                 column 5 │ number *
    3 Vervalt op     │   when to reach                   │e *
>   4 Saldo nu       │   IBAN of the customer            │ount *
    5 Mailadres      │   currency                        │
    6 Onze code      │   invoice number *       column 2 │d
── The first rows as │   invoice, credit note or payment │──────────────────────
  Line Customer      │   invoice date                    │     Open
     4 Bakkerij Peerd│   due date *             column 3 │10,00 EUR
     5 ! its due date│   amount of the invoice           │107;30/02/2026;50,25;…
     6 Crèche Zonnewi│ > open amount *          column 4 │12,50 EUR
     7 Garage Van Dyc└────────────────── PgDn more ──────┘80,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter take   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <PgUp> <PgUp> <PgUp> <PgUp> <Enter>
row No column holds yet
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… invoice number *
    3 Vervalt op            31/01/2026 · 30/02/20… due date *
>   4 Saldo nu              1.510,00 · 50,25 · 31… not read
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they would be read ────────────────────────────────────────
  They stand here once a column holds each thing that is needed.





* No column holds yet: open amount.
 Enter choose  ←→ step  - rows  Ctrl-S keep  V as in the file  Esc back  ? help
---
keys <Ctrl-S>
row No column holds yet
# Left and right step through what no other column holds; how the file is written is changed in the same way.
keys <Left> <Left> <Left> <Left> <Left> <Left> <Left> <Left> <Left> <Left> <Left> <Left>
no No column holds yet
keys <Home> <Down> <Down> <Down> <Enter>
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
>     Row of headers     ┌ Row of headers ────────────┐3, line 3
      Decimal mark       │ >                          │a: 1.234,56
      Dates              │                            │first: 31-12-2026
      What a customer owe│   none                     │ositive
    1 Klant              │   row 1, line 1            │omer name *
    2 Stuk               │   row 2, line 2            │ice number *
    3 Vervalt op         │ > row 3, line 3            │date *
    4 Saldo nu           │   row 4, line 4            │ amount *
    5 Mailadres          │   row 5, line 5            │il
    6 Onze code          │   row 6, line 6            │read
── The first rows as they│   row 7, line 7            │─────────────────────────
  Line Customer          │   row 8, line 8            │        Open
     4 Bakkerij Peerdeman└─────────── Esc close ──────┘1.510,00 EUR
     5 ! its due date cannot be read: Aerts Bouw NV;2026-0107;30/02/2026;50,25;…
     6 Crèche Zonnewijzer… 2026-0020     28/02/26        312,50 EUR
     7 Garage Van Dyckel … 2026-0398     15/02/26        980,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter take   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Esc> <Up> <Up> <Right>
row comma ,
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
>     Cells are parted by                          comma ,
      Charset                                      UTF-8
      Row of headers                               none
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 (no name)             Openstaande posten;;;… invoice number *
    2 (no name)             00;an@bakkerij.exampl… not read
      Keep and import
── The first rows as they would be read ────────────────────────────────────────
  They stand here once a column holds each thing that is needed.








* No column holds yet: customer name, due date, open amount.
 Enter choose   ←→ step   Ctrl-S keep   V as in the file   Esc back   ? help
---
keys <Left> <Esc>
row Leave without keeping
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
>     Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a cust┌────────────────────────────────────────────┐
    1 Klant      │ Leave without keeping what you chose?      │e *
    2 Stuk       │                                            │er *
    3 Vervalt op │   Y  Yes                                   │
    4 Saldo nu   │ > N  No                                    │*
    5 Mailadres  │                                            │
    6 Onze code  └────────────────────────────────────────────┘
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     4 Bakkerij Peerdeman… 2026-0041     31/01/26      1.510,00 EUR
     5 ! its due date cannot be read: Aerts Bouw NV;2026-0107;30/02/2026;50,25;…
     6 Crèche Zonnewijzer… 2026-0020     28/02/26        312,50 EUR
     7 Garage Van Dyckel … 2026-0398     15/02/26        980,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys <Esc> <F2>
row Name of this list
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
>     Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… invoice number *
    3 Vervalt op            31/01/2026 · 30/02/20… due date *
    4 Saldo nu              1.510,00 · 50,25 · 31… open amount *
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     4 Bakkerij Peerdeman… 2026-0041     31/01/26      1.510,00 EUR
     5 ! its due date cannot be read: Aerts Bouw NV;2026-0107;30/02/2026;50,25;…
     6 Crèche Zonnewijzer… 2026-0020     28/02/26        312,50 EUR
     7 Garage Van Dyckel … 2026-0398     15/02/26        980,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Name of this list> unknown           = --profile unknown
 Enter accept   Ctrl-U clear   Esc back   F1 help
---
keys text:dutch
keys <Enter>
row There is a profile dutch already
screen
---
▌DESK Learn a list                                                  unknown.csv
  No. In the file           First values           Holds
      Kind of list                                 open items
>     Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… invoice number *
    3 Vervalt op            31/01/2026 · 30/02/20… due date *
    4 Saldo nu              1.510,00 · 50,25 · 31… open amount *
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they would be read ────────────────────────────────────────
  Line Customer            Invoice       Due                   Open
     4 Bakkerij Peerdeman… 2026-0041     31/01/26      1.510,00 EUR
     5 ! its due date cannot be read: Aerts Bouw NV;2026-0107;30/02/2026;50,25;…
     6 Crèche Zonnewijzer… 2026-0020     28/02/26        312,50 EUR
     7 Garage Van Dyckel … 2026-0398     15/02/26        980,00 EUR
     8 ! its amount cannot be read: Hôtel des Ardennaises SA;2026-0033;12/02/20…
Name of this list> dutch             There is a profile dutch already: take ano…
 Enter accept   Ctrl-U clear   Esc back   F1 help
---
keys <Ctrl-U> text:Boekhouder Jansens
keys <Enter>
ended
row unknown.csv: csv, boekhouder-jansens
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/2  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
-> any   day 15    Bakkerij Peerdeman BV A    24     1.510,00
-  any   courtesy  Garage Van Dyckel NV  A     9       980,00


  ┌ What the import brought ─────────────────────────────────────────────────┐
  │ unknown.csv: csv, boekhouder-jansens                                     │
  │   5 lines read: 3 booked, 0 known already, 2 listed below                │
  │   customers: 3 new, 0 changed; items: 3 new, 0 changed, 0 closed         │
  │   unknown.csv:5: its due date cannot be read  Aerts Bouw                 │
  │     NV;2026-0107;30/02/2026;50,25;;20187                                 │
  │   unknown.csv:8: its amount cannot be read  Hôtel des Ardennaises        │
  │     SA;2026-0033;12/02/2026;veel;lambert@…                               │
  └───────────────────────────────────────────────────────── Esc close ──────┘





Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 letter is due (,)
 ↑↓ read   Esc close   ? help
---
keys <Esc> $
row Nothing new
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/2  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
-> any   day 15    Bakkerij Peerdeman BV A    24     1.510,00
-  any   courtesy  Garage Van Dyckel NV  A     9       980,00





  ┌ Import ──────────────────────────────────────────────────────────────────┐
  │ Nothing new in the watched folders:                                      │
  │ ~/in                                                                     │
  └───────────────────────────────────────────────────────── Esc close ──────┘







Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 letter is due (,)
 Esc close   ? help
---
