# The same file or statement again changes nothing
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ belronde show 20187 --format json | md5sum | tee before; belronde backup one.db >/dev/null
$ belronde import files/items.csv files/bank.xml
$ sed 's/2026-039/2026-039 /' files/bank.xml > other-name.xml; belronde import other-name.xml
$ belronde show 20187 --format json | md5sum | diff - before && echo unchanged
$ belronde check
