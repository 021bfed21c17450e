# A letter on paper whose printer was killed: the page is read as text, and it is sent once more because nothing came out.
needs pdftotext
size 80x24
book letters
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set outbox.print "sh -c 'cat >/dev/null; test -e $HOME/once || { touch $HOME/once; kill -9 $$; }'"
also 120x35
also 80x24 nl
also 120x35 nl
also 80x24 fr

keys F text:nijs
keys <Enter> M >
screen
---
▌DESK Letter: Friendly reminder            by post  NL  2003  template reminder
 Slagerij Nijs BV
 t.a.v. Wim Nijs                         █▀▀▀▀▀█ ▄▄▄█ █▄ █  ██ ▄█▀ ███ █▀▀▀▀▀█
 Dorp 3                                  █ ███ █  █▄▀██▄█▄▄▀▄█ ▄▄▀ █▄▄ █ ███ █
 2820 Bonheiden                          █ ▀▀▀ █ ▀▀ ▄█▀ ▀ ▄▀█▄ ▀█ ▀█▄  █ ▀▀▀ █
                                         ▀▀▀▀▀▀▀ ▀▄█▄▀▄█ █▄▀▄█▄█ ▀▄▀ ▀ ▀▀▀▀▀▀▀
 24 februari 2026                        ▀▄█ ▀▄▀ ▄▀▄ ▄█▄▄ ▀█  ▀▀  ██▀ ▄ ▄▀▄ █
                                         ▄▀ ▄█ ▀▄ █ ▄ █▄▄ █▀▄▀▄▀▄▀▄█▄  ▀███ ▀█
 Betreft: Uw factuur 2026-0104           █▀▄▄▄ ▀▄▀▀ █▄ ▄  ▄  ██  ▄█ ▄▀▄▀█ ▀  █
                                         ▄▀ ██▄▀▄▄▀▄▄▀  ▄ ▄ ▄ ▄▀▄▄▄▄ ▀▄▄▄▄▄▀▄█
 Beste Wim Nijs,                         ▄█▀▄ █▀█▀█▄██ ▀██▄▀▀ ██  ▀█▀ █▀█  ▀▄▀
                                         ▀▀▀▀ ▄▀▄▀  ▄▄▄▀▀██▀▄▄▄▄ ▀█ ▄█▄▄  ▄▀██
 Op 24 februari 2026 stond bij ons nog    █▄▄▀ ▀ ▀ ▄    ▀   ▀██▀ ██ ▄▀▀▀▄▀█▄ █
 € 415,50 open op onderstaande factuur.   ▀▀ ██▀▀█▀▄▀▄ ▀▄▀▀ ▄▀█▀ ▀▄▀▄█▀▀▄ ▄  ▀
 Zoiets is snel vergeten, daarom dit     ▀█▀██▀▀▄▄▀▀▀▄▀ ▄ ▄  ▀██  ▄▀  ▀▀█ ▀ ▄▀
 briefje.                                ▀▄█ ▄▄▀▀█ ▀▄█▄ ▄ ▄▄ █▄▀ ▀▄  ▀ █▀ █▀██
                                         ▀ ▀▀▀▀▀ ▄▄▀██▄   ██ ▄▄▄▀█▀  █▀▀▀██ ▀▄
 Misschien kruist dit bericht uw         █▀▀▀▀▀█  ▀  ▀ █▄ ▄█▄ ▄▀ ██▀ █ ▀ █▄▀▄█
 betaling: dan dank ik u en mag u het    █ ███ █ ▀ ▀▄▄▀▀▄█▄█  ███▀▄▀ █▀▀▀█▀ █▀
 vergeten.                               █ ▀▀▀ █ ▀▄█▀█ █▀██▄ ▀▄▀ ▀▄▄ ▀ ▀▄▀▄ █▀
                                         ▀▀▀▀▀▀▀ ▀  ▀   ▀ ▀▀ ▀▀ ▀▀▀ ▀▀▀▀ ▀▀ ▀▀
   Factuur    Datum       Vervaldag
by post
 Enter send  E own line  M other template  V QR  > way  < language  ? help
---
keys <Enter> 4
wait 61
ended
keys <Esc>
screen
---
▌DESK 4 Outbox                               0 documents wait  Tue 24 Feb 14:08
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  left?    reminder                        Slagerij Nijs BV       post   14:07


















Say whether it has left.  “sh” was killed (signal 9).
 Enter customer  U undo  V look  Ctrl-S has it left?  * mark all  ? help
---
# What the printer was given, as text.
keys V
ended
screen
---
▌DESK reminder, Slagerij Nijs BV                         Dorp 3, 2820 Bonheiden
 Vandenberghe Papier




                                                         Slagerij Nijs BV
                                                         t.a.v. Wim Nijs
                                                         Dorp 3
                                                         2820 Bonheiden




 24 februari 2026


 Betreft: Uw factuur 2026-0104

 Beste Wim Nijs,

 Op 24 februari 2026 stond bij ons nog € 415,50 open op onderstaande factuur.
The very document that was handed over; Ctrl-P prints it or writes it to a file.
 PgDn more   : find a command by name   Esc back   ? help
---
keys <Esc> <F2>
screen
---
▌DESK 4 Outbox                               0 documents wait  Tue 24 Feb 14:08
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  left?    reminder                        Slagerij Nijs BV       post   14:07






                    ┌ Has it reached Slagerij Nijs BV? ────┐
                    │ > 1  it has left                     │
                    │   2  it has not: send it             │
                    └───────────────────── Esc close ──────┘








Say whether it has left.  “sh” was killed (signal 9).
 Enter take   ↑↓ choose   or its letter   Esc close   ? help
---
keys 2
row It is sent again
wait 65
ended
screen
---
▌DESK 4 Outbox                               0 documents wait  Tue 24 Feb 14:09
   Leaves   Document (invoices)             Customer               By     Made
────────────────────────────────────────────────────────────────────────────────
>  sent     reminder                        Slagerij Nijs BV       post   14:07


















It is sent again.
 Enter customer  U undo  V look  * mark all  M letter  F find  ? help
---
