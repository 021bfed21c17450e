# Every screen has a twin: find, agenda, outbox, overview, settings, JSON for other programs
now 2026-02-24T09:05
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ belronde find peet
$ belronde find creche
$ belronde find 4418
$ belronde find "1355 bakkerij"
$ belronde find 1.510,00
$ belronde find --closed petersen
$ belronde log 10418 L >/dev/null; belronde outbox
$ belronde log 30110 I run=fri missing=approval >/dev/null; belronde agenda
$ belronde overview
$ belronde settings belronde.country
$ belronde settings belronde.country NL && belronde settings belronde.country && cat config/belronde/belronde.ini
$ belronde settings belronde.country Mars
$ belronde queue --format json | head -60
$ belronde queue --format csv | head -3
$ belronde report --format csv
$ belronde report --format json | head -40
