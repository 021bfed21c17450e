# A list nobody knows: what is guessed of it becomes a profile, and the list is known the next time
now 2026-02-24T08:30
agent An
$ printf 'Openstaande posten;;;;\nper 24/02/2026;;;;\nKlant;Stuk;Vervalt op;Saldo nu;Mailadres\nPeeters BV;F1;31/01/2026;1.100,00;an@peeters.example\nAerts NV;F2;28/02/2026;50,25;\n' > odd.csv
$ belronde import odd.csv
belronde: odd.csv cannot be imported: no profile fits its columns (Klant, Stuk, Vervalt op, Saldo nu, Mailadres): say once which is which with belronde import --learn, or export the list as docs/import.md says.
? 2
$ belronde import --learn odd.csv
[csv.odd]
label = "odd"
list = items
prefer = yes
delimiter = "semicolon"
decimal = comma
days = dmy
needs = "customer_name email invoice_number due_date open_amount"
totals = "totaal* | total* | subtotaal* | sous-total* | eindtotaal*"

[csv.odd.columns]
customer_name = "Klant"
invoice_number = "Stuk"
due_date = "Vervalt op"
open_amount = "Saldo nu"
email = "Mailadres"
$ belronde import --learn odd.csv > config/belronde/import.ini; belronde import odd.csv
odd.csv: csv, odd
  2 lines read: 2 booked, 0 known already, 0 listed below
  customers: 2 new, 0 changed; items: 2 new, 0 changed, 0 closed
# The shipped profiles are still there, beside the house's own.
$ belronde import files/items.csv | head -1
items.csv: csv, belronde
# What is missing is said; a file that is no list is refused.
$ printf 'Wie;Wat;Wanneer\nPeeters;F1;misschien\nAerts;F2;nooit\n' > half.csv; belronde import --learn half.csv
[csv.half]
label = "half"
list = items
prefer = yes
delimiter = "semicolon"
decimal = auto
days = auto
open = amount
needs = "customer_name invoice_number"
totals = "totaal* | total* | subtotaal* | sous-total* | eindtotaal*"

[csv.half.columns]
customer_name = "Wie"
invoice_number = "Wat"
; No column holds yet: due date, open amount.
? 1
$ printf 'dear all\n' > letter.txt; belronde import --learn letter.txt
belronde: letter.txt is no text in rows and columns: save the list as CSV and take that file.
? 2
$ belronde import --learn
belronde: --learn takes one file: belronde import --learn FILE
? 2
