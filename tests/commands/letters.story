# Letters a house writes itself are read by belronde check
now 2026-02-24T08:30
agent An
$ belronde check | tail -1
Everything checked is sound.
$ mkdir -p config/belronde/letters/nl && sed 's/enige kost/enige kost, dit is onze tweede herinnering/' $BELRONDE_DATA/letters/nl/first_reminder_be.txt > config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | grep -v ^rate
Kind    Area            Finding
fault   letters         HOME/config/belronde/letters/nl/first_reminder_be.txt:28: “tweede herinnering”: letters are never counted towards the customer.
Faults were found: see above.
$ sed 's/14 kalenderdagen/twee weken/' $BELRONDE_DATA/letters/nl/first_reminder_be.txt > config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | grep -v ^rate
Kind    Area            Finding
fault   letters         HOME/config/belronde/letters/nl/first_reminder_be.txt:15: the law (be_first_reminder in rules.ini) wants “14 kalenderdagen | veertien kalenderdagen” in this letter, outside of any passage and in every wording.
Faults were found: see above.
$ rm config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | tail -1
Everything checked is sound.
# In the language of whoever reads it: his card says which; or in the one that is named
$ belronde import files/items.csv files/bank.xml >/dev/null; printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Luc Peeters\nORG:Bakkerij Peeters BV\nEMAIL:luc@peeters.example\nLANG:fr\nEND:VCARD\n' >luc.vcf && belronde import luc.vcf >/dev/null
$ printf '[belronde]\nname = "Vandenberghe Papier"\niban = "BE71 0961 2345 6769"\n' >config/belronde/belronde.ini; belronde letter 10418 reminder | grep -E '^(Beste|Bonjour)'
Beste An Wils,
$ belronde letter 10418 reminder --to luc@peeters.example | grep -E '^(Beste|Bonjour)'
Bonjour Luc Peeters,
$ belronde letter 10418 reminder --to luc@peeters.example --language de | grep -E '^(Beste|Bonjour|Guten)'
Guten Tag Luc Peeters,
$ belronde letter 10418 reminder --language es
belronde: There is no letter “reminder” in “es”; there is: de, en, fr, nl.
? 2
# A rate nobody published yet has its star wherever it stands, and whoever sends the letter hears it
now 2027-02-01T09:00
$ mkdir -p etc; printf '[be_b2b]\n2027-01-01 = 11.00 | projected | ECB 2.65\n' > etc/rates.ini; belronde letter 10418 notice_b2b | grep -E '\*|belronde'
belronde: Marked with *: The rate is only expected, not published.
de betalingsachterstand bij handelstransacties komt daar € 525,34* interest
                       390    1.850,00    208,37*     40,00    2.098,37
                       376    1.492,60    162,10*     40,00    1.694,70
                       355    1.510,00    154,87*     40,00    1.704,87
                            € 4.852,60  € 525,34*  € 120,00  € 5.497,94
  2025-1312  01/01/2027  01/02/2027     32  1.850,00      11%*     17,84
  2025-1355  01/01/2027  01/02/2027     32  1.492,60      11%*     14,39
  2026-0041  01/01/2027  01/02/2027     32  1.510,00      11%*     14,56
Elke verdere dag komt er € 1,47* bij, tot en met de dag waarop u betaalt.
* De rentevoet wordt verwacht en is nog niet gepubliceerd.
$ belronde letter 10418 notice_b2b --language fr --by email --send
belronde: Marked with *: The rate is only expected, not published.
Bakkerij Peeters BV: demand with interest, an@peeters.example leaves in 60 s; U recalls it.
$ rm etc/rates.ini; belronde letter 10418 notice_b2b --output notice.pdf
# What two letters share is said in other words, whichever they are: only facts, greeting and signature come again
now 2027-02-01T09:05
$ mkdir -p out; printf '[belronde]\nagent = An\nname = "Vandenberghe Papier"\nemail = "geld@vandenberghe.example"\niban = "BE71 0961 2345 6769"\n[outbox]\nfolder = "out"\n' >config/belronde/belronde.ini; belronde outbox send | tail -1
sent: 1, refused: 0, not known: 0, without a way out: 0
$ belronde letter 10418 reminder_friday | sort >one; belronde letter 10418 reminder_friday --send
Bakkerij Peeters BV: reminder before the weekend, an@peeters.example leaves in 60 s; U recalls it.
now 2027-02-01T09:10
$ belronde outbox send | tail -1; belronde letter 10418 demand | sort >other; comm -12 one other | grep -v '^$'
sent: 1, refused: 0, not known: 0, without a way out: 0
  ------------------------------------------------------------
  ------------------------------------------------------------
  2025-1312  08/12/2025  07/01/2026            390    1.850,00
  2025-1355  22/12/2025  21/01/2026            376    1.492,60
  2026-0041  12/01/2026  11/02/2026            355    1.510,00
  Begunstigde  Vandenberghe Papier
  Factuur    Datum       Vervaldag   Dagen te laat  Openstaand
  Mededeling   10418 2025-1312 2025-1355 2026-0041
  Rekening     BE71 0961 2345 6769
  Te betalen   € 4.852,60
  Totaal                                            € 4.852,60
1 februari 2027
An
Bakkerij Peeters BV
Dendermonde
Met vriendelijke groeten
Vandenberghe Papier
Vandenberghe Papier
geld@vandenberghe.example
geld@vandenberghe.example
t.a.v. An Wils
# Who owes in two currencies gets a letter about each
$ printf 'customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency\n2002;Harbour Tools Ltd;2026-0102;invoice;2026-01-07;2026-02-06;830,00;830,00;EUR\n2002;Harbour Tools Ltd;2026-0103;invoice;2026-01-05;2026-02-04;2100,00;2100,00;USD\n' >harbour.csv && belronde import --profile belronde --yes harbour.csv >/dev/null; belronde letter 2002 reminder --to ann@harbour.example --items '2026-0102 2026-0103'
belronde: These invoices are in EUR and in USD: write a letter about each.
? 2
$ belronde letter 2002 reminder --to ann@harbour.example --language en --items 2026-0103 | grep 2,100
It is about USD 2,100.00.
  2026-0103  05/01/2026  04/02/2026        362  USD 2,100.00
Please pay USD 2,100.00 by transfer to this account:
  To pay     USD 2,100.00
$ belronde letter 2002 reminder --to ann@harbour.example --language en | grep -c 2,100
0
? 1
