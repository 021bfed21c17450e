# A folder is imported as it stands: in the best order, with what nobody can read listed at the end
now 2026-02-24T08:30
agent An
$ mkdir in; cp files/items.csv in/zz-list.csv; cp files/bank.xml in/bank.xml; echo secret > in/.hidden; mkdir in/older; cp files/items.csv in/older/items.csv; printf 'note to self\n' > in/note.txt; printf 'PK\003\004 x' > in/book.xlsx
$ belronde import in
zz-list.csv: csv, belronde
  8 lines read: 8 booked, 0 known already, 0 listed below
  customers: 5 new, 1 changed; items: 8 new, 0 changed, 0 closed
bank.xml: camt.053
  3 lines read: 3 booked, 0 known already, 0 listed below
  customers: 0 new, 0 changed; items: 0 new, 0 changed, 1 closed
  matched by payment reference: 1
  needs a person: 1 proposed, 1 not matched, 0 paid twice (belronde receipts)
  on account: 0; returned: 0; outgoing: 0
  out of today's queue: 1; promises kept 0, partly 0
  statement 2026-039 of BE60999000000070: 3 lines, 1.000,00 + 3.480,18 = 4.480,18 EUR: ties
belronde: book.xlsx is no whole ZIP archive: download it again.
belronde: note.txt cannot be imported: it is no list of customers or open items and no bank statement.
Together: 2 imported, 0 known already, 2 not imported
  11 lines read: 11 booked, 0 known already, 0 listed
  statements: 1, not tied: 0; matched: 1; needs a person: 2; out of today's queue: 1
BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing 4.480,18
? 1
# Once more: every file is known.
$ belronde import in 2>/dev/null
zz-list.csv: csv, belronde
  This file was imported before: nothing changed.
bank.xml: camt.053
  This file was imported before: nothing changed.
Together: 0 imported, 2 known already, 2 not imported
? 1
# Of subfolders only when asked for.
$ cp files/items.csv in/older/again.csv; echo >> in/older/again.csv; belronde import --recursive in 2>/dev/null | tail -3
  This file was imported before: nothing changed.
Together: 1 imported, 3 known already, 2 not imported
  8 lines read: 0 booked, 8 known already, 0 listed
$ mkdir empty; belronde import empty
belronde: There is no file to import in empty.
? 2
$ belronde import nowhere.csv
belronde: nowhere.csv cannot be read: No such file or directory.
? 2
$ belronde import --dry-run in 2>&1 | grep '"file"'
  "file" : "zz-list.csv",
  "file" : "bank.xml",
