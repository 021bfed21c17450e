# Every command has a name: ":" finds it while typing, with its key, and Enter runs it.
book round
also 120x35 fr

keys : text:pro
screen
---
▌DESK 1 Queue            Tue 24 Feb 14:07  done 1/8  promised € 0,00  reached 0
   When  Why       Customer              Cl Days          Ask  Last
────────────────────────────────────────────────────────────────────────────────
!> 14:00 callback  Bakkerij Peerdeman BV B    48     4.852,60  B agreed: we rin…
   any   pr┌ Command ──────────────────────────────────────────────┐925,11 by W…
   any   ch│ > pro                                                 │que 4471, 2…
   09:20 ba│                                                       │a Claessen …
   any   re│ > promise to pay                                   P  │y to tine@w…
   any   da│   Leave the program                                   │
   any   co│   Accept the proposal                              +  │
x  09:22 da│   approve a payment plan                              │reply, agai…
           │   Print or save what is shown                 Ctrl-P  │
           │   person not available                             A  │
           │   Previous pane                                S-Tab  │
           │   Previous customer                               F7  │
           │                                                       │
           │ 12 of 129 commands                                    │
           └────────────────────────────────────── Esc close ──────┘



Filter: none   Sort: timed callbacks, then by priority   Marked: 0
1 letter is due (,)
 Enter run   ↑↓ choose   type to narrow   Esc close   F1 help
---
keys <Esc> : text:help
keys <Enter>
screen
---
▌DESK Help: Queue
 Whom to ring today, in this order: agreed callbacks from ten minutes before,
 then by points.
 Ask is what may be asked for now: open less promises, disputes and credits.
 The two columns at the left:  > selected  ! late  x done  m marked  - not
 reachable now  o open at a colleague.
 Enter opens the customer; the letter of an outcome logs it from here.  = says
 why somebody is in the list.

── What works here ─────────────────────────────────────────────────────────────
 ,              Letters due today              The letters whose day has come:
                                               looked at, marked and sent
                                               together.
 Enter          Open customer                  Opens what is selected.
 Space          Mark/unmark                    Marks the row; count and sum are
                                               shown.
 *              Mark all shown                 Marks every row shown, or none
                                               when all were marked.
 F4             Filter                         Shows only rows with the words
                                               you type; Esc clears it.
 F6             Sort by...                     Puts the list in another order.
 <              Sort column left               Sorts by the column to the left.

 PgDn more   : find a command by name   Esc back   ? help
---
keys <Esc> : text:zzz
keys <Enter>
row Nothing matches
keys <Esc> <Esc>
no Nothing matches
