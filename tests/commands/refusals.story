# What cannot be used gets one clear sentence, and nothing is half done
now 2026-02-24T08:30
agent An
$ belronde nonsense
$ belronde show nobody
$ belronde --now yesterday queue
$ belronde --db /dev/null queue
$ echo hello > text.db; belronde --db text.db queue
$ printf 'not;a;list\n1;2;3\n' > odd.csv; belronde import odd.csv
$ printf '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' > bomb.xml; belronde import bomb.xml
$ belronde import files/items.csv >/dev/null; belronde log 10418 P "amount=99999" by=fri
$ belronde log 10418 Z9
$ belronde log 10418 P by=fri colour=red
$ belronde queue --format yaml
$ belronde </dev/null
$ mkdir -p config/belronde; printf '[belronde]\nagent = An\ncolor = red\n' > config/belronde/belronde.ini; chmod 600 config/belronde/belronde.ini; belronde queue
$ printf '[outcome.promise]\nletter = "PP"\n' > config/belronde/playbook.ini; printf '[belronde]\nagent = An\n' > config/belronde/belronde.ini; belronde check --format csv | grep playbook
