# From the palette, by the name of the file: a list of customers
now 2026-02-24T08:30
copy import/unknown.csv lists/customers.csv
also 120x35
also 80x24 nl
also 80x24 fr
keys : text:learn
keys <Enter>
row List>
screen
---
▌DESK 1 Queue            Tue 24 Feb 08:30  done 0/0  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────

   Nobody to ring now. 3 shows what is planned for the coming days, F finds a
   customer, 5 what the day has brought.















Filter: none   Sort: timed callbacks, then by priority   Marked: 0
List>
 Enter accept   Ctrl-U clear   Esc back   F1 help
---
keys text:~/nowhere.csv
keys <Enter>
row no such file
keys <Ctrl-U> text:~/lists/customers.csv
keys <Enter>
row Learn a list
keys <Home> <Right>
row customers
screen
---
▌DESK Learn a list                                                customers.csv
  No. In the file           First values           Holds
>     Kind of list                                 customers
      Cells are parted by                          semicolon ;
      Charset                                      UTF-8
      Row of headers                               row 3, line 3
      Decimal mark                                 comma: 1.234,56
      Dates                                        day first: 31-12-2026
      What a customer owes                         is positive
    1 Klant                 Bakkerij Peerdeman BV… customer name *
    2 Stuk                  2026-0041 · 2026-0107… not read
    3 Vervalt op            31/01/2026 · 30/02/20… not read
    4 Saldo nu              1.510,00 · 50,25 · 31… not read
    5 Mailadres             an@bakkerij.example ·… e-mail
    6 Onze code             10400 · 20187 · 40001  not read
── The first rows as they would be read ────────────────────────────────────────
  Line Number           Customer
       Bakkerij Peerde… Bakkerij Peerdeman BV       an@bakkerij.example
       Aerts Bouw NV    Aerts Bouw NV
       Crèche Zonnewij… Crèche Zonnewijzer vzw
       Garage Van Dyck… Garage Van Dyckel NV        rita@garage.example
       Hôtel des Arden… Hôtel des Ardennaises SA    lambert@hotel.example
Nothing is missing: Ctrl-S gives it a name, keeps it and imports the list.
 Enter choose   ←→ step   Ctrl-S keep   V as in the file   Esc back   ? help
---
keys ?
screen
---
▌DESK Help here
 A list nobody knows yet.  At the top: how the file is written, as far as it
 could be told; below it its columns, with the first values and what each holds
 for us.  A star marks what every list needs.  Enter or the arrow keys change
 what is wrong; at the bottom the first rows stand as they would be read, with
 what cannot be read in its place (V: as they stand in the file).  - on a
 column shows its values: the rows with one can be left out.  F2 or Ctrl-S
 gives it a name: from then on the program knows such a list by its columns.

── What works here ─────────────────────────────────────────────────────────────
 Enter          Change the value               Opens what is selected.
 V              View: next pane/columns        Shows the next thing in the same
                                               place.
 Left           Value before                   The value before this one.
 Right          Next value                     The value after this one.
 -              Rows to leave out              Shows the values of the column:
                                               leave out the rows that have
                                               one, or say which kind of item
                                               they are.
 F2, Ctrl-S     Keep and go on                 Keeps what was set here.
 1              Queue                          Today's list: whom to ring, in
                                               order, and why.

 PgDn more   : find a command by name   Esc back   ? help
---
