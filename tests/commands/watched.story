# Watched folders: what is new is imported once, what is half written waits, what is imported is moved without loss
now 2026-02-24T08:30
agent An
$ belronde import --watched
belronde: No folder is watched: put one in the setting import.watch.
? 2
$ mkdir -p bank lists; printf '[belronde]\nagent = An\n[import]\nwatch = "HOME/bank:HOME/lists"\n' | sed "s|HOME|$HOME|g" > config/belronde/belronde.ini
$ belronde import --watched
Nothing new in the watched folders.
$ cp files/bank.xml bank/feb.xml; cp files/items.csv lists/; touch -d "2026-02-24 08:00" bank/* lists/*
$ belronde import --watched | grep -v '^ '
items.csv: csv, belronde
feb.xml: camt.053
Together: 2 imported, 0 known already, 0 not imported
BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing 4.480,18
$ belronde import --watched
Nothing new in the watched folders.
# A file that is still being written waits; one that cannot be read is named, and stops nothing.
$ cp files/items.csv lists/young.csv; echo >> lists/young.csv; touch -d "2026-02-24 08:29:59" lists/young.csv; printf '%%PDF-1.7' > lists/a.pdf; touch -d "2026-02-24 08:00" lists/a.pdf
$ belronde import --watched
Still being written, left for the next time: 1
belronde: a.pdf cannot be imported: it is a PDF: ask for the same as CSV or CAMT.053.
? 2
# What is imported may move; what moved never writes over another file, what was not imported stays.
now 2026-02-24T08:31
$ echo '  after = move' >> config/belronde/belronde.ini; mkdir lists/imported; echo kept > lists/imported/items.csv
$ belronde import --watched 2>&1 | grep -v '^ '
young.csv: csv, belronde
belronde: a.pdf cannot be imported: it is a PDF: ask for the same as CSV or CAMT.053.
Together: 1 imported, 0 known already, 1 not imported
$ find bank lists -type f | LC_ALL=C sort; cat lists/imported/items.csv
bank/imported/feb.xml
lists/a.pdf
lists/imported/items (2).csv
lists/imported/items.csv
lists/imported/young.csv
kept
$ belronde import --watched 2>&1
belronde: a.pdf cannot be imported: it is a PDF: ask for the same as CSV or CAMT.053.
? 2
$ sed -i 's/^watch.*/watch = nowhere/' config/belronde/belronde.ini; belronde import --watched
belronde: The folder nowhere cannot be read: No such file or directory.
Nothing new in the watched folders.
? 1
$ belronde check
Kind    Area            Finding
rate    be_b2b          10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_b2b_pre2013  10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_legal        4,50 % since 2026-01-01, secondary source; confirmed until 2027-06-19
rate    nl_b2b          10,40 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    nl_legal        4,00 % since 2026-01-01, text of the law; confirmed until 2027-06-19
rate    uk_b2b          11,75 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    ecb_mro         2,65 % since 2026-09-16, official notice; confirmed until 2027-06-19
rate    nl_vat          21,00 % since 2012-10-01, text of the law; confirmed until 2027-06-19
Everything checked is sound.
