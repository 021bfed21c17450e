# What cannot be used gets one clear sentence, and nothing is half done
now 2026-02-24T08:30
agent An
$ belronde nonsense
belronde: There is no command “nonsense”. See belronde --help.
? 2
$ belronde show nobody
belronde: No customer is found by “nobody”.
? 2
$ belronde --now yesterday queue
belronde: “yesterday” is no moment: write it as 2026-02-24T14:07.
? 2
$ belronde --db /dev/null queue
belronde: /dev/null is not a file that can hold a database.
? 2
$ echo hello > text.db; belronde --db text.db queue
belronde: HOME/text.db: The file is not a database (file is not a database): is it the right one?
? 2
$ printf 'not;a;list\n1;2;3\n' > odd.csv; belronde import odd.csv
belronde: odd.csv cannot be imported: no profile fits its columns (not, a, list): say once which is which with belronde import --learn, or export the list as docs/import.md says.
? 2
$ printf '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' > bomb.xml; belronde import bomb.xml
belronde: bomb.xml cannot be imported: it is XML of a kind this program does not read: ask the bank for CAMT.053.
? 2
$ belronde import files/items.csv >/dev/null; belronde log 10418 P "amount=99999" by=fri
belronde: Amount: At most € 4.852,60 is open that is not promised or disputed.
? 2
$ belronde log 10418 Z9
belronde: The playbook has no outcome “Z9”: use its letter, code or name.
? 2
$ belronde log 10418 P by=fri colour=red
belronde: “promise to pay” has no field colour; it has amount, by, how, confirm, replace, note.
? 2
$ belronde queue --format yaml
belronde: “yaml” is no format: use --format text, csv or json.
? 2
$ belronde </dev/null
belronde: The desk needs a terminal for keys and screen; for scripts use a command: belronde --help.
? 2
$ mkdir -p config/belronde; printf '[belronde]\nagent = An\ncolor = red\n' > config/belronde/belronde.ini; chmod 600 config/belronde/belronde.ini; belronde queue
belronde: HOME/config/belronde/belronde.ini:3: there is no setting color in [belronde]; remove the line or see belronde.ini
? 2
$ printf '[outcome.promise]\nletter = "PP"\n' > config/belronde/playbook.ini; printf '[belronde]\nagent = An\n' > config/belronde/belronde.ini; belronde check --format csv | grep playbook
belronde: HOME/config/belronde/playbook.ini:2: “PP” cannot be the key of an outcome; take 8, no letter, or the letter of one you replace  The shipped playbook.ini is used until it is mended.
fault,playbook,"HOME/config/belronde/playbook.ini:2: “PP” cannot be the key of an outcome; take 8, no letter, or the letter of one you replace"
