# The code of one invoice stands beside the letter; V shows it alone, then the text alone.
size 80x24
book calls
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"
also 120x35
also 80x24 nl
also 80x24 fr
also 60x16

keys F text:ardennes
keys <Enter> M
screen
---
▌DESK Letter: Friendly reminder                aline@ardennes.example  FR  1004
 Hôtel des Ardennes SA
 À l’attention de Aline Lefèvre          █▀▀▀▀▀█ █ ▀▀▄▀  ██▄▄▀█▄ █▀  █ █▀▀▀▀▀█
 Marche                                  █ ███ █ ▀▄▀█ ▄▀▄  █▀ █  ██ ▀▀ █ ███ █
                                         █ ▀▀▀ █ ▀▄▀███▀▄ ▀█▀▄▀▄▄▄ ▀▀█ █ ▀▀▀ █
 24 février 2026                         ▀▀▀▀▀▀▀ ▀ ▀ █ ▀ █ ▀▄▀ ▀▄█▄█▄▀ ▀▀▀▀▀▀▀
                                         █▄▄██▀▀▀▀ ▀▄ █▀ ▀█▀██▄▀▄▄ ▄▄▄▀▄ █ █▀█
 Objet : Un mot à propos de votre         ▄██▄▀▀▀▀▀ ▄█▀ ▄ ▄█ ▄▀▄█▄ ███▀█▀█ █ ▀
         facture 2025-1340               ▄ ███▄▀  █▀▀▀██▄ ▀▄ ▀  █  ▄▀▀▀█▄▄▄ █▀
                                         ▀█▄█▄ ▀  █▄▄█ ▄▀▄ ▄▀█▀▄   ███  ▀▀▀█ ▀
 Bonjour Aline Lefèvre,                   ▄ ▀▀▄▀▀▄▄▀▀▄▀  █▄▀█▀ ▄▀▄██▄█▄█▀ █▄██
                                          ▄▀█  ▀▀ █▄█▄▄▀▀  ██ ▀▄██▄▄█▀▀ ▀▄▀▀ ▀
 En vérifiant nos comptes, j’ai vu que    ▄██▄▀▀██▄█ ▀  █▄ ▄█  ██▀ █▀███▀▄  ▄▀
 une facture n’est pas encore payée. Il  ▄ ▀▀█ ▀▀▀▀█ █▀▄▀▄██ ▀▀▄▀█  ▀  █  ▀█▀█
 s’agit de 2 310,45 €.                   █▄▀▀▄ ▀▀▄▀▄▀█▀▀▀█▀█▀▄ █▀█▄▀█ ▄█▄▄▄ ▀█
                                         █▀▄█ ▄▀▄█▄  ▄▀▄▄▀  █▄▀█▄█▀███▄▀▄█ ██▀
 Vous avez payé entre-temps ? Merci      ▀ ▀▀▀▀▀▀█ █ ▀▀█▄█ ▀▄▄▀▀ ▀▀ ██▀▀▀█ █
 beaucoup, vous n’avez plus rien à       █▀▀▀▀▀█ █   █▀ ▀ ▄▄█▄ ▀█▀█ ██ ▀ █▀▀▀▀
 faire.                                  █ ███ █ █▀▄█▄██▀▄ ▄██ ▀▀█▀▄█▀███▀▄▄▀█
                                         █ ▀▀▀ █   ▄▀  ▀▀█▄  ▀▀▄▀█ ▄█▄▀█ ▀▀█▄█
 2025-1340                               ▀▀▀▀▀▀▀ ▀  ▀▀  ▀  ▀▀▀   ▀   ▀ ▀▀▀   ▀
   Date             17/12/2025
Ready, not sent.  QR 5-M, 79 bytes, checked against the letter.
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys V
screen
---

                                            À payer
  █▀▀▀▀▀█ █ ▀▀▄▀  ██▄▄▀█▄ █▀  █ █▀▀▀▀▀█     2 310,45 €
  █ ███ █ ▀▄▀█ ▄▀▄  █▀ █  ██ ▀▀ █ ███ █
  █ ▀▀▀ █ ▀▄▀███▀▄ ▀█▀▄▀▄▄▄ ▀▀█ █ ▀▀▀ █     Bénéficiaire
  ▀▀▀▀▀▀▀ ▀ ▀ █ ▀ █ ▀▄▀ ▀▄█▄█▄▀ ▀▀▀▀▀▀▀     Vandenberghe Papier
  █▄▄██▀▀▀▀ ▀▄ █▀ ▀█▀██▄▀▄▄ ▄▄▄▀▄ █ █▀█
   ▄██▄▀▀▀▀▀ ▄█▀ ▄ ▄█ ▄▀▄█▄ ███▀█▀█ █ ▀     Compte
  ▄ ███▄▀  █▀▀▀██▄ ▀▄ ▀  █  ▄▀▀▀█▄▄▄ █▀     BE71 0961 2345 6769
  ▀█▄█▄ ▀  █▄▄█ ▄▀▄ ▄▀█▀▄   ███  ▀▀▀█ ▀
   ▄ ▀▀▄▀▀▄▄▀▀▄▀  █▄▀█▀ ▄▀▄██▄█▄█▀ █▄██     Communication
   ▄▀█  ▀▀ █▄█▄▄▀▀  ██ ▀▄██▄▄█▀▀ ▀▄▀▀ ▀     1004 2025-1340
   ▄██▄▀▀██▄█ ▀  █▄ ▄█  ██▀ █▀███▀▄  ▄▀
  ▄ ▀▀█ ▀▀▀▀█ █▀▄▀▄██ ▀▀▄▀█  ▀  █  ▀█▀█
  █▄▀▀▄ ▀▀▄▀▄▀█▀▀▀█▀█▀▄ █▀█▄▀█ ▄█▄▄▄ ▀█     Nothing happens?  V turns light and
  █▀▄█ ▄▀▄█▄  ▄▀▄▄▀  █▄▀█▄█▀███▄▀▄█ ██▀     dark round.
  ▀ ▀▀▀▀▀▀█ █ ▀▀█▄█ ▀▄▄▀▀ ▀▀ ██▀▀▀█ █
  █▀▀▀▀▀█ █   █▀ ▀ ▄▄█▄ ▀█▀█ ██ ▀ █▀▀▀▀
  █ ███ █ █▀▄█▄██▀▄ ▄██ ▀▀█▀▄█▀███▀▄▄▀█
  █ ▀▀▀ █   ▄▀  ▀▀█▄  ▀▀▄▀█ ▄█▄▀█ ▀▀█▄█
  ▀▀▀▀▀▀▀ ▀  ▀▀  ▀  ▀▀▀   ▀   ▀ ▀▀▀   ▀


 Scan with a bank app   V turn round   Esc back   ? help
---
keys V
screen
---

                                            À payer
  █▀▀▀▀▀█ █ ▀▀▄▀  ██▄▄▀█▄ █▀  █ █▀▀▀▀▀█     2 310,45 €
  █ ███ █ ▀▄▀█ ▄▀▄  █▀ █  ██ ▀▀ █ ███ █
  █ ▀▀▀ █ ▀▄▀███▀▄ ▀█▀▄▀▄▄▄ ▀▀█ █ ▀▀▀ █     Bénéficiaire
  ▀▀▀▀▀▀▀ ▀ ▀ █ ▀ █ ▀▄▀ ▀▄█▄█▄▀ ▀▀▀▀▀▀▀     Vandenberghe Papier
  █▄▄██▀▀▀▀ ▀▄ █▀ ▀█▀██▄▀▄▄ ▄▄▄▀▄ █ █▀█
   ▄██▄▀▀▀▀▀ ▄█▀ ▄ ▄█ ▄▀▄█▄ ███▀█▀█ █ ▀     Compte
  ▄ ███▄▀  █▀▀▀██▄ ▀▄ ▀  █  ▄▀▀▀█▄▄▄ █▀     BE71 0961 2345 6769
  ▀█▄█▄ ▀  █▄▄█ ▄▀▄ ▄▀█▀▄   ███  ▀▀▀█ ▀
   ▄ ▀▀▄▀▀▄▄▀▀▄▀  █▄▀█▀ ▄▀▄██▄█▄█▀ █▄██     Communication
   ▄▀█  ▀▀ █▄█▄▄▀▀  ██ ▀▄██▄▄█▀▀ ▀▄▀▀ ▀     1004 2025-1340
   ▄██▄▀▀██▄█ ▀  █▄ ▄█  ██▀ █▀███▀▄  ▄▀
  ▄ ▀▀█ ▀▀▀▀█ █▀▄▀▄██ ▀▀▄▀█  ▀  █  ▀█▀█
  █▄▀▀▄ ▀▀▄▀▄▀█▀▀▀█▀█▀▄ █▀█▄▀█ ▄█▄▄▄ ▀█
  █▀▄█ ▄▀▄█▄  ▄▀▄▄▀  █▄▀█▄█▀███▄▀▄█ ██▀
  ▀ ▀▀▀▀▀▀█ █ ▀▀█▄█ ▀▄▄▀▀ ▀▀ ██▀▀▀█ █
  █▀▀▀▀▀█ █   █▀ ▀ ▄▄█▄ ▀█▀█ ██ ▀ █▀▀▀▀
  █ ███ █ █▀▄█▄██▀▄ ▄██ ▀▀█▀▄█▀███▀▄▄▀█
  █ ▀▀▀ █   ▄▀  ▀▀█▄  ▀▀▄▀█ ▄█▄▀█ ▀▀█▄█
  ▀▀▀▀▀▀▀ ▀  ▀▀  ▀  ▀▀▀   ▀   ▀ ▀▀▀   ▀


 Scan with a bank app   V text   Esc back   ? help
---
