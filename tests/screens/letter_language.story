# The letter is in the language of whoever reads it, and in another one by a key.
size 80x24
book letters
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr

# Lies does the accounts and reads Dutch, as her firm does.
keys F text:coppens
keys <Enter> M
screen
---
▌DESK Letter: Friendly reminder                  lies@coppens.example  NL  2001
 Drukkerij Coppens NV
 t.a.v. Lies Coppens                     █▀▀▀▀▀█ ▄█ ▄▀ ██   █▀ ▄█▀ ▄█▀ █▀▀▀▀▀█
 Kaai 12                                 █ ███ █  ▀█▄▄▀▄▄█▄▀▄█ ▄▄▀ █▄▄ █ ███ █
 8000 Brugge                             █ ▀▀▀ █ ▀█ ▄▀▀▀▀█▄▀█▄▄▀█ ▄▀▄  █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ ▀ █▄▀▄▀▄█▄█▄█▄▀ ▀▄▀ ▀ ▀▀▀▀▀▀▀
 24 februari 2026                        ▀▄▀▄▀ ▀▄▄▄▄▄ ▀▄██▀█  ▀█  █▀▀ ▄ ▄▀▄ █
                                         ▄ ▀▀▀ ▀█▀▄█▄██ ▀██▀▄▄▄▀ ▀▄█ ▀ ▀███ ▀█
 Betreft: Uw factuur 2026-0101           ▄▀▀ █▀▀▀▄ ▀██▄▀▀ ▄ ▀██  ▄▀ ▄▀▄▀█ ▀  █
                                         ▀ ▀ █▀▀████ ▀██▄ ▄▀▄ ▄█▄▄█  ▀▄▄▄▄▄▀▄█
 Beste Lies Coppens,                     ▄ ▄███▀▀▄ ▄  ▄▀█ ██▀▀█▀  ▀█▀ █▀█  ▀▄▀
                                         ▄█▄  █▀█▄ ▄█▄██▄ █▀ █▄▄ ▀█ ▄ ▄▄  ▄▀██
 Mag ik u herinneren aan onderstaande    ▄▀   █▀▀ █▀▄█▀█  ▄  ██▀▀██ ▄▀▀▀▄▀█▄ █
 factuur? Er staat vandaag nog           ▀▄▀▄▀▄▀█▀▄█▀▀▄▄▄▀▄█▄▀▄▀ ▀▄▀▄█▀▀▄ ▄  ▀
 € 1.240,00 open.                         ▀▀▄█▄▀▄ ▄ ▄ ▀▄▄█▄▀  ██▄▀██  ▀▀█ ▀ ▄▀
                                         ▀▄  ▄ ▀ ▀▀▄█ ▄▀▀█▄▄ ▀▄▀ ▀▄  ▀ █▀ █▀▀█
 Misschien kruist dit bericht uw         ▀     ▀▀██  █▀█▀ ▀█ ▄▄▄▀██  █▀▀▀██ ▀▄
 betaling: dan dank ik u en mag u het    █▀▀▀▀▀█    █▀ ▀▄ ▀ ▄ █▀ █▄▀ █ ▀ █▄▀▄█
 vergeten.                               █ ███ █ ▀█▄█▀▀ ▄ ▄   ███▀▄▀ █▀▀▀█▀ █▀
                                         █ ▀▀▀ █ ▀█▀▀▄▄▀▄ █▄▄▀▄▀ ▀▄▄ ▀ ▀▄▀▄ █▀
   Factuur    Datum       Vervaldag      ▀▀▀▀▀▀▀ ▀▀  ▀▀   ▀▀ ▀▀ ▀▀▀ ▀▀▀▀ ▀▀ ▀▀
              Dagen te laat  Openstaand
Ready, not sent.  QR 5-M, 79 bytes, checked against the letter.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
# The owner's card says that he reads French.
keys >
row Bonjour Marc
screen
---
▌DESK Letter: Friendly reminder                  marc@coppens.example  FR  2001
 Drukkerij Coppens NV
 À l’attention de Marc Dubois            █▀▀▀▀▀█ ▄█ ▄▀ ██   █▀ ▄█▀ ▄█▀ █▀▀▀▀▀█
 Kaai 12                                 █ ███ █  ▀█▄▄▀▄▄█▄▀▄█ ▄▄▀ █▄▄ █ ███ █
 8000 Brugge                             █ ▀▀▀ █ ▀█ ▄▀▀▀▀█▄▀█▄▄▀█ ▄▀▄  █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ ▀ █▄▀▄▀▄█▄█▄█▄▀ ▀▄▀ ▀ ▀▀▀▀▀▀▀
 24 février 2026                         ▀▄▀▄▀ ▀▄▄▄▄▄ ▀▄██▀█  ▀█  █▀▀ ▄ ▄▀▄ █
                                         ▄ ▀▀▀ ▀█▀▄█▄██ ▀██▀▄▄▄▀ ▀▄█ ▀ ▀███ ▀█
 Objet : Votre facture 2026-0101         ▄▀▀ █▀▀▀▄ ▀██▄▀▀ ▄ ▀██  ▄▀ ▄▀▄▀█ ▀  █
                                         ▀ ▀ █▀▀████ ▀██▄ ▄▀▄ ▄█▄▄█  ▀▄▄▄▄▄▀▄█
 Bonjour Marc Dubois,                    ▄ ▄███▀▀▄ ▄  ▄▀█ ██▀▀█▀  ▀█▀ █▀█  ▀▄▀
                                         ▄█▄  █▀█▄ ▄█▄██▄ █▀ █▄▄ ▀█ ▄ ▄▄  ▄▀██
 Puis-je attirer votre attention sur la  ▄▀   █▀▀ █▀▄█▀█  ▄  ██▀▀██ ▄▀▀▀▄▀█▄ █
 facture ci-dessous ? À ce jour,         ▀▄▀▄▀▄▀█▀▄█▀▀▄▄▄▀▄█▄▀▄▀ ▀▄▀▄█▀▀▄ ▄  ▀
 1 240,00 € restent à payer.              ▀▀▄█▄▀▄ ▄ ▄ ▀▄▄█▄▀  ██▄▀██  ▀▀█ ▀ ▄▀
                                         ▀▄  ▄ ▀ ▀▀▄█ ▄▀▀█▄▄ ▀▄▀ ▀▄  ▀ █▀ █▀▀█
 Il se peut que votre paiement ait       ▀     ▀▀██  █▀█▀ ▀█ ▄▄▄▀██  █▀▀▀██ ▀▄
 croisé ce message : je vous en          █▀▀▀▀▀█    █▀ ▀▄ ▀ ▄ █▀ █▄▀ █ ▀ █▄▀▄█
 remercie, et n’en tenez plus compte.    █ ███ █ ▀█▄█▀▀ ▄ ▄   ███▀▄▀ █▀▀▀█▀ █▀
                                         █ ▀▀▀ █ ▀█▀▀▄▄▀▄ █▄▄▀▄▀ ▀▄▄ ▀ ▀▄▀▄ █▀
 2026-0101                               ▀▀▀▀▀▀▀ ▀▀  ▀▀   ▀▀ ▀▀ ▀▀▀ ▀▀▀▀ ▀▀ ▀▀
   Date             08/01/2026
by e-mail to marc@coppens.example
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <
row Dubois
keys <
screen
---
▌DESK Letter: Friendly reminder                  marc@coppens.example  DE  2001
 Drukkerij Coppens NV
 z. Hd. Marc Dubois                      █▀▀▀▀▀█ ▄█ ▄▀ ██   █▀ ▄█▀ ▄█▀ █▀▀▀▀▀█
 Kaai 12                                 █ ███ █  ▀█▄▄▀▄▄█▄▀▄█ ▄▄▀ █▄▄ █ ███ █
 8000 Brugge                             █ ▀▀▀ █ ▀█ ▄▀▀▀▀█▄▀█▄▄▀█ ▄▀▄  █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ ▀ █▄▀▄▀▄█▄█▄█▄▀ ▀▄▀ ▀ ▀▀▀▀▀▀▀
 24. Februar 2026                        ▀▄▀▄▀ ▀▄▄▄▄▄ ▀▄██▀█  ▀█  █▀▀ ▄ ▄▀▄ █
                                         ▄ ▀▀▀ ▀█▀▄█▄██ ▀██▀▄▄▄▀ ▀▄█ ▀ ▀███ ▀█
 Betreff: Ihre Rechnung 2026-0101        ▄▀▀ █▀▀▀▄ ▀██▄▀▀ ▄ ▀██  ▄▀ ▄▀▄▀█ ▀  █
                                         ▀ ▀ █▀▀████ ▀██▄ ▄▀▄ ▄█▄▄█  ▀▄▄▄▄▄▀▄█
 Guten Tag Marc Dubois,                  ▄ ▄███▀▀▄ ▄  ▄▀█ ██▀▀█▀  ▀█▀ █▀█  ▀▄▀
                                         ▄█▄  █▀█▄ ▄█▄██▄ █▀ █▄▄ ▀█ ▄ ▄▄  ▄▀██
 darf ich Sie an die Rechnung unten      ▄▀   █▀▀ █▀▄█▀█  ▄  ██▀▀██ ▄▀▀▀▄▀█▄ █
 erinnern? Heute sind noch 1.240,00 €    ▀▄▀▄▀▄▀█▀▄█▀▀▄▄▄▀▄█▄▀▄▀ ▀▄▀▄█▀▀▄ ▄  ▀
 offen.                                   ▀▀▄█▄▀▄ ▄ ▄ ▀▄▄█▄▀  ██▄▀██  ▀▀█ ▀ ▄▀
                                         ▀▄  ▄ ▀ ▀▀▄█ ▄▀▀█▄▄ ▀▄▀ ▀▄  ▀ █▀ █▀▀█
 Vielleicht hat sich diese Nachricht     ▀     ▀▀██  █▀█▀ ▀█ ▄▄▄▀██  █▀▀▀██ ▀▄
 mit Ihrer Zahlung gekreuzt: Dann danke  █▀▀▀▀▀█    █▀ ▀▄ ▀ ▄ █▀ █▄▀ █ ▀ █▄▀▄█
 ich Ihnen, und Sie können sie           █ ███ █ ▀█▄█▀▀ ▄ ▄   ███▀▄▀ █▀▀▀█▀ █▀
 vergessen.                              █ ▀▀▀ █ ▀█▀▀▄▄▀▄ █▄▄▀▄▀ ▀▄▄ ▀ ▀▄▀▄ █▀
                                         ▀▀▀▀▀▀▀ ▀▀  ▀▀   ▀▀ ▀▀ ▀▀▀ ▀▀▀▀ ▀▀ ▀▀
 2026-0101
This letter is in German now.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <Enter>
row reminder
