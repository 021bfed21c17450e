# A full list that leaves items out: asked first, then marked gone; history stays
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv >/dev/null; grep -v 2025-1355 files/items.csv > shorter.csv; belronde import --full shorter.csv
$ belronde show 10418 --format csv
$ sed -i 's/1850,00;1850,00/1850,00;1350,00/' shorter.csv; belronde import --full --yes shorter.csv
$ belronde show 10418 --format csv
# One bad line never stops the rest and is never lost.
$ printf '%s\n' '10418;Bakkerij Peeters BV;business;nl;BE;;;;;;;2026-0099;invoice;2026-02-30;2026-03-30;10,00;ten;EUR;' '10418;Bakkerij Peeters BV;business;nl;BE;;;;;;;2026-0100;invoice;2026-02-20;2026-03-22;10,00;10,00;EUR;' > rows; (head -1 files/items.csv; cat rows) > bad.csv; belronde import bad.csv
$ belronde check
