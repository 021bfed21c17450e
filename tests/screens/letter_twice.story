# The same letter about the same invoices: it waits already, so it goes once more only when that is meant.
size 80x24
book letters
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
also 120x35
also 80x24 nl
also 80x24 fr

keys F text:nijs
keys <Enter> M <Enter>
keys M M <Up> <Up> <Up> <Enter>
keys <Enter>
screen
---
▌DESK Letter: Friendly reminder   wim@nijs.example  NL  2003  template reminder
 Slagerij Nijs BV
 t.a.v. Wim Nijs                         █▀▀▀▀▀█ ▄▄▄█ █▄ █  ██ ▄█▀ ███ █▀▀▀▀▀█
 Dorp 3                                  █ ███ █  █▄▀██▄█▄▄▀▄█ ▄▄▀ █▄▄ █ ███ █
 2820 Bonheiden                          █ ▀▀▀ █ ▀▀ ▄█▀ ▀ ▄▀█▄ ▀█ ▀█▄  █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ ▀▄█▄▀▄█ █▄▀▄█▄█ ▀▄▀ ▀ ▀▀▀▀▀▀▀
 24 februari 2026                        ▀▄█ ▀▄▀ ▄▀▄ ▄█▄▄ ▀█  ▀▀  ██▀ ▄ ▄▀▄ █
                                         ▄▀ ▄█ ▀▄ █ ▄ █▄▄ █▀▄▀▄▀▄▀▄█▄  ▀███ ▀█
 Betreft: Uw fact┌────────────────────────────────────────────┐  ▄█ ▄▀▄▀█ ▀  █
                 │ Send this letter once more?                │▀▄▄▄▄ ▀▄▄▄▄▄▀▄█
 Beste Wim Nijs, │ The same letter waits in the outbox        │█  ▀█▀ █▀█  ▀▄▀
                 │ already.                                   │▄ ▀█ ▄█▄▄  ▄▀██
 Op 24 februari 2│                                            │▀ ██ ▄▀▀▀▄▀█▄ █
 € 415,50 open op│   Y  Yes                                   │▀ ▀▄▀▄█▀▀▄ ▄  ▀
 Zoiets is snel v│ > N  No                                    │█  ▄▀  ▀▀█ ▀ ▄▀
 briefje.        └────────────────────────────────────────────┘▀ ▀▄  ▀ █▀ █▀██
                                         ▀ ▀▀▀▀▀ ▄▄▀██▄   ██ ▄▄▄▀█▀  █▀▀▀██ ▀▄
 Misschien kruist dit bericht uw         █▀▀▀▀▀█  ▀  ▀ █▄ ▄█▄ ▄▀ ██▀ █ ▀ █▄▀▄█
 betaling: dan dank ik u en mag u het    █ ███ █ ▀ ▀▄▄▀▀▄█▄█  ███▀▄▀ █▀▀▀█▀ █▀
 vergeten.                               █ ▀▀▀ █ ▀▄█▀█ █▀██▄ ▀▄▀ ▀▄▄ ▀ ▀▄▀▄ █▀
                                         ▀▀▀▀▀▀▀ ▀  ▀   ▀ ▀▀ ▀▀ ▀▀▀ ▀▀▀▀ ▀▀ ▀▀
   Factuur    Datum       Vervaldag
Ready, not sent.  No mail command is set (7): it would wait in the outbox.
 Y/N yes or no   Enter as shown   Esc no   ? help
---
keys <Esc>
keys <Enter> <Up> <Enter>
keys 4
screen
---
▌DESK 4 Outbox                               2 documents wait  Tue 24 Feb 14:07
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  in 60 s  reminder                        Slagerij Nijs BV       e-mail 14:07
   in 60 s  reminder                        Slagerij Nijs BV       e-mail 14:07

















No mail command (7): it stays here.  U takes it back with its outcome.
 Enter customer  U recall  V look  * mark all  M letter  F find  ? help
---
