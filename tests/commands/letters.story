# Letters a house writes itself are read by belronde check
now 2026-02-24T08:30
agent An
$ belronde check | tail -1
Everything checked is sound.
$ mkdir -p config/belronde/letters/nl && sed 's/enige kost/enige kost, dit is onze tweede herinnering/' $BELRONDE_DATA/letters/nl/first_reminder_be.txt > config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | grep -v ^rate
Kind    Area            Finding
fault   letters         HOME/config/belronde/letters/nl/first_reminder_be.txt:27: “tweede herinnering”: letters are never counted towards the customer.
Faults were found: see above.
$ sed 's/14 kalenderdagen/twee weken/' $BELRONDE_DATA/letters/nl/first_reminder_be.txt > config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | grep -v ^rate
Kind    Area            Finding
fault   letters         HOME/config/belronde/letters/nl/first_reminder_be.txt:14: the law (be_first_reminder in rules.ini) wants “14 kalenderdagen | veertien kalenderdagen” in this letter, outside of any passage and in every wording.
Faults were found: see above.
$ rm config/belronde/letters/nl/first_reminder_be.txt
$ belronde check | tail -1
Everything checked is sound.
