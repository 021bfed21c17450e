/* The one table of actions: key map, footer, help screens, palette, man page and the conflict check are made
 * from it.  To add an action, add a row.
 *
 * ACTION(ID, name, keys, need, long label, short label, help).  keys: "Q:T,F9 C:T,F9" = in lists and at a
 * customer the keys T and F9.  Contexts: G every screen while not typing, Q lists, C customer, T typing,
 * M confirm box and small menu, V letter, R day report, D dashboard, F find and palette, S settings and texts,
 * B the bank's receipts.
 * A comma as a key is written "comma".  Outcomes are not here: their letters come from the playbook. */
ACTION(GO_QUEUE, "go.queue", "G:1", NOTHING, N_("Queue"), N_("queue"),
       N_("Today's list: whom to ring, in order, and why."))
ACTION(GO_CUSTOMER, "go.customer", "G:2", NOTHING, N_("Customer"), N_("customer"),
       N_("The customer on the line: contacts, invoices, script, history."))
ACTION(GO_AGENDA, "go.agenda", "G:3", NOTHING, N_("Agenda"), N_("agenda"), N_("What is planned for the coming days."))
ACTION(GO_OUTBOX, "go.outbox", "G:4", NOTHING, N_("Outbox"), N_("outbox"),
       N_("Mail and letters that are about to leave."))
ACTION(GO_REPORT, "go.report", "G:5", NOTHING, N_("Day report"), N_("day report"), N_("What this day has brought."))
ACTION(GO_DASHBOARD, "go.dashboard", "G:6", NOTHING, N_("Dashboard"), N_("dashboard"),
       N_("Ageing, promises kept, desks, and what needs you."))
ACTION(GO_SETTINGS, "go.settings", "G:7", NOTHING, N_("Settings"), N_("settings"),
       N_("Everything that can be set, with its meaning."))
ACTION(GO_RECEIPTS, "go.receipts", "G:9", NOTHING, N_("Receipts"), N_("receipts"),
       N_("What the bank brought: what was matched and why, and what needs a person."))
ACTION(GO_PLANS, "go.plans", "", NOTHING, N_("Payment plans"), N_("plans"),
       N_("What waits for a supervisor's yes, what is late, what comes next."))
ACTION(GO_DISPUTES, "go.disputes", "", NOTHING, N_("Disputes"), N_("disputes"),
       N_("What customers contest, who answers by when."))
ACTION(GO_DECISIONS, "go.decisions", "", NOTHING, N_("Decisions about customers"), N_("decisions"),
       N_("Delivery stops, payment in advance, limits and last days: since when, why, by whom."))
ACTION(GO_REMINDERS, "go.reminders", "Q:comma C:comma", NOTHING, N_("Letters due today"), N_("letters due"),
       N_("The letters whose day has come: looked at, marked and sent together."))
ACTION(GO_LEARNED, "go.learned", "B:;", NOTHING, N_("What was learned"), N_("learned"),
       N_("Accounts, payers and words that mean a customer: where from, how often used, and forgetting them."))
ACTION(HELP_KEYS, "help.keys", "G:0", NOTHING, N_("All keys"), N_("this list"),
       N_("Every key of the program on one page."))
ACTION(HELP_CONTEXT, "help.context", "G:?,F1 M:?,F1", NOTHING, N_("Help here"), N_("help"),
       N_("What this screen is for and what works here."))
ACTION(PALETTE, "palette", "G::", NOTHING, N_("Find a command by name"), N_("command by name"),
       N_("Type a part of a name; every command is in the list, with its key."))
ACTION(FIND, "find", "G:F,/", NOTHING, N_("Find customer"), N_("find"),
       N_("Narrows while you type: name, place, number, phone, e-mail, IBAN, reference, amount."))
ACTION(BACK, "back", "G:Q,F3,Esc,F12,Ctrl-C", NOTHING, N_("Back"), N_("back"),
       N_("One step back; asks only if a call is open.  Esc never leaves the program, Q does from the first screen."))
ACTION(UNDO, "undo", "G:U", NOTHING, N_("Undo last outcome"), N_("undo"),
       N_("Takes back what you logged last today; press it again for the one before."))
ACTION(IMPORT, "import", "G:$", NOTHING, N_("Import new files"), N_("import"),
       N_("Shows what has come into the watched folders and imports it; what an import brought, too."))
ACTION(LEARN, "learn", "", NOTHING, N_("Learn a list: what its columns hold"), N_("learn a list"),
       N_("Shows the first rows of a list nobody knows yet; what you say of its columns is kept."))
ACTION(CADENCE, "cadence", "", NOTHING, N_("Change the cadence: what it would change today"), N_("cadence"),
       N_("Tries another file of calls and letters: who would come to today's lists or leave them; then takes it."))
ACTION(REFRESH, "refresh", "G:F5", NOTHING, N_("Refresh"), N_("refresh"),
       N_("Reads the list again and puts it in order."))
ACTION(REDRAW, "redraw", "G:Ctrl-L T:Ctrl-L F:Ctrl-L M:Ctrl-L", NOTHING, N_("Redraw screen"), N_("redraw"),
       N_("Paints the whole screen again."))
ACTION(PRINT, "print", "G:Ctrl-P", NOTHING, N_("Print or save what is shown"), N_("print"),
       N_("Sends the text of this screen to the printer."))
ACTION(SUSPEND, "suspend", "G:Ctrl-Z", NOTHING, N_("Suspend to shell"), N_("suspend"),
       N_("Back to the shell; fg brings the desk back."))
ACTION(MOVE_UP, "move.up", "G:Up,K M:Up F:Up", NOTHING, N_("Up"), N_("up"), N_("One row up."))
ACTION(MOVE_DOWN, "move.down", "G:Down,J M:Down F:Down", NOTHING, N_("Down"), N_("down"), N_("One row down."))
ACTION(MOVE_PGUP, "move.pgup", "G:PgUp M:PgUp F:PgUp", NOTHING, N_("Page up"), N_("page up"), N_("One screen up."))
ACTION(MOVE_PGDN, "move.pgdn", "G:PgDn M:PgDn F:PgDn", NOTHING, N_("Page down"), N_("page down"),
       N_("One screen down."))
ACTION(MOVE_HOME, "move.home", "G:Home M:Home", NOTHING, N_("First"), N_("first"), N_("To the first row."))
ACTION(MOVE_END, "move.end", "G:End M:End", NOTHING, N_("Last"), N_("last"), N_("To the last row."))
ACTION(OPEN, "open", "Q:Enter C:Enter D:Enter R:Enter F:Enter S:Enter B:Enter", NOTHING, N_("Open customer"),
       N_("open"), N_("Opens what is selected."))
ACTION(MARK, "mark", "Q:Space C:Space", ROW, N_("Mark/unmark"), N_("mark"),
       N_("Marks the row; count and sum are shown."))
ACTION(MARK_ALL, "mark.all", "Q:* C:*", ROW, N_("Mark all shown"), N_("mark all"),
       N_("Marks every row shown, or none when all were marked."))
ACTION(FILTER, "filter", "Q:F4 F:F4,Ctrl-N B:F4", NOTHING, N_("Filter"), N_("filter"),
       N_("Shows only rows with the words you type; Esc clears it."))
ACTION(SORT, "sort", "Q:F6", NOTHING, N_("Sort by..."), N_("sort"), N_("Puts the list in another order."))
ACTION(SORT_PREVCOL, "sort.prevcol", "Q:<", NOTHING, N_("Sort column left"), N_("sort left"),
       N_("Sorts by the column to the left."))
ACTION(SORT_NEXTCOL, "sort.nextcol", "Q:>", NOTHING, N_("Sort column right"), N_("sort right"),
       N_("Sorts by the column to the right."))
ACTION(WHY, "why", "Q:= C:=", CUSTOMER, N_("Why is he here?"), N_("why"),
       N_("Says why the customer is in the list, with the points."))
ACTION(NOTE, "note", "Q:E C:E V:E", CUSTOMER, N_("Edit note"), N_("note"),
       N_("A note that stays with the customer; every key is kept."))
ACTION(DOCS, "docs", "Q:M C:M V:M", CUSTOMER, N_("Mail or letter"), N_("letter"),
       N_("Shows the letter that would leave, with its QR code."))
ACTION(DIAL, "dial", "Q:T,F9 C:T,F9 T:F9,Ctrl-T", CUSTOMER, N_("Telephone: dial/hang up"), N_("dial"),
       N_("Dials the number and starts the clock; pressed again it hangs up."))
ACTION(VIEW_CYCLE, "view.cycle", "Q:V C:V V:V D:V R:V B:V S:V", NOTHING, N_("View: next pane/columns"), N_("view"),
       N_("Shows the next thing in the same place."))
ACTION(SKIP, "skip", "Q:X C:X", CUSTOMER, N_("Skip: to the end of today"), N_("skip"),
       N_("Puts the customer at the end of today's list."))
ACTION(COPY, "copy", "Q:Y C:Y V:Y", CUSTOMER, N_("Yank: copy phone/IBAN/reference"), N_("copy"),
       N_("Sends phone, IBAN or reference to the terminal's clipboard."))
ACTION(SNOOZE, "snooze", "Q:Z C:Z", CUSTOMER, N_("Snooze to another day"), N_("snooze"),
       N_("Puts the call off to another day, with the reason."))
ACTION(OUTCOME_LIST, "outcome.list", "Q:+ C:+", CUSTOMER, N_("All outcomes"), N_("all outcomes"),
       N_("A list of every outcome, also those without a letter."))
ACTION(PANE_NEXT, "pane.next", "C:Tab V:Tab D:Tab", NOTHING, N_("Next pane"), N_("pane"),
       N_("To the next part of the screen."))
ACTION(PANE_PREV, "pane.prev", "C:S-Tab V:S-Tab D:S-Tab", NOTHING, N_("Previous pane"), N_("pane back"),
       N_("To the part before."))
ACTION(CUST_PREV, "cust.prev", "C:F7", NOTHING, N_("Previous customer"), N_("previous"),
       N_("The customer before this one in the list."))
ACTION(CUST_NEXT, "cust.next", "C:F8", NOTHING, N_("Next customer"), N_("next"), N_("The next customer of the list."))
ACTION(FIELD_ACCEPT, "field.accept", "T:Enter", NOTHING, N_("Accept; last required field logs it"), N_("next/log"),
       N_("Accepts the field and goes to the next one that needs an answer; when none is left it logs."))
ACTION(FIELD_NEXT, "field.next", "T:Tab,Down", NOTHING, N_("Next field (also optional ones)"), N_("field"),
       N_("To the next field."))
ACTION(FIELD_PREV, "field.prev", "T:S-Tab,Up", NOTHING, N_("Previous field"), N_("field back"),
       N_("To the field before."))
ACTION(FIELD_CANCEL, "field.cancel", "T:Esc,F12,F3,Ctrl-C F:Esc,F3,F12,Ctrl-C", NOTHING, N_("Cancel; draft is kept"),
       N_("back (draft kept)"), N_("Leaves the form; what was typed is still there next time."))
ACTION(HELP_FIELD, "help.field", "T:F1,Ctrl-G F:F1,Ctrl-G", NOTHING, N_("What may I type here?"), N_("what to type"),
       N_("Says what this field understands."))
ACTION(FIELD_SUBMIT, "field.submit", "T:F2,Ctrl-S", NOTHING, N_("Log now"), N_("log now"),
       N_("Logs the form from any field."))
ACTION(FIELD_LIST, "field.list", "T:F4,Ctrl-N", NOTHING, N_("List of values"), N_("list"),
       N_("Shows what the field may hold, to choose from."))
ACTION(FIELD_STEP_UP, "field.step.up", "T:PgUp", NOTHING, N_("Date +1 day / choice back"), N_("date +1"),
       N_("A day later, or the choice before."))
ACTION(FIELD_STEP_DOWN, "field.step.down", "T:PgDn", NOTHING, N_("Date -1 day / choice on"), N_("date -1"),
       N_("A day earlier, or the next choice."))
ACTION(EDIT_LEFT, "edit.left", "T:Left F:Left", NOTHING, N_("Cursor left"), N_("left"),
       N_("One character to the left."))
ACTION(EDIT_RIGHT, "edit.right", "T:Right F:Right", NOTHING, N_("Cursor right"), N_("right"),
       N_("One character to the right."))
ACTION(EDIT_HOME, "edit.home", "T:Home,Ctrl-A F:Home,Ctrl-A", NOTHING, N_("Start of field"), N_("start"),
       N_("To the start of the field."))
ACTION(EDIT_END, "edit.end", "T:End,Ctrl-E F:End,Ctrl-E", NOTHING, N_("End of field"), N_("end"),
       N_("To the end of the field."))
ACTION(EDIT_BACKSPACE, "edit.bs", "T:Backspace F:Backspace", NOTHING, N_("Delete back"), N_("delete back"),
       N_("Deletes the character before the cursor."))
ACTION(EDIT_DELETE, "edit.del", "T:Del,Ctrl-D F:Del", NOTHING, N_("Delete"), N_("delete"),
       N_("Deletes the character under the cursor."))
ACTION(EDIT_CLEAR, "edit.clear", "T:Ctrl-U F:Ctrl-U", NOTHING, N_("Clear field (5250: Erase input)"), N_("clear"),
       N_("Empties the field."))
ACTION(EDIT_KILL_END, "edit.killend", "T:Ctrl-K", NOTHING, N_("Clear to end (5250: Field exit without moving)"),
       N_("clear to end"), N_("Deletes from the cursor to the end of the field."))
ACTION(EDIT_KILL_WORD, "edit.killword", "T:Ctrl-W F:Ctrl-W", NOTHING, N_("Delete word"), N_("delete word"),
       N_("Deletes the word before the cursor."))
ACTION(EDIT_RECALL, "edit.recall", "T:Ctrl-R", NOTHING, N_("Repeat last value (5250: Dup)"), N_("repeat last value"),
       N_("Puts in what this field held the last time."))
ACTION(EDIT_EXTERNAL, "edit.external", "T:Ctrl-O S:Ctrl-O", NOTHING, N_("Open $EDITOR"), N_("editor"),
       N_("Opens a long note, or the file on trial, in your own editor."))
ACTION(YES, "yes", "M:Y", NOTHING, N_("Yes"), N_("yes"), N_("Yes, in the letter of your language."))
ACTION(NO, "no", "M:N,Esc", NOTHING, N_("No"), N_("no"), N_("No, in the letter of your language."))
ACTION(PICK, "pick", "M:Enter", NOTHING, N_("Take the shown default"), N_("take"), N_("Takes what is selected."))
ACTION(CHOICE_PREV, "choice.prev", "S:Left", NOTHING, N_("Value before"), N_("before"),
       N_("The value before this one."))
ACTION(CHOICE_NEXT, "choice.next", "S:Right", NOTHING, N_("Next value"), N_("next"), N_("The value after this one."))
ACTION(LEARN_ROWS, "learn.rows", "S:-", NOTHING, N_("Rows to leave out"), N_("rows"),
       N_("Shows the values of the column: leave out the rows that have one, or say which kind of item they are."))
ACTION(KEEP, "keep", "S:F2,Ctrl-S", NOTHING, N_("Keep and go on"), N_("keep"), N_("Keeps what was set here."))
ACTION(STOP, "stop", "S:Del", NOTHING, N_("Stop the import"), N_("stop"),
       N_("Stops an import after the row at hand; what is booked stays."))
ACTION(SEND, "send", "V:Enter", NOTHING, N_("Send or queue the document"), N_("send"),
       N_("Puts the document in the outbox; U takes it back while it is there."))
ACTION(SEND_NOW, "send.now", "Q:F2,Ctrl-S", ROW, N_("Send now, or say whether it left"), N_("now"),
       N_("In the outbox: what is old or was refused goes out now; of what nobody knows you say whether it has left.  "
          "Among the letters due: sends what is marked."))
ACTION(LETTER_WAY, "letter.way", "V:>", NOTHING, N_("How it leaves: e-mail, post, paper"), N_("way"),
       N_("The next way this letter may leave: each e-mail address of the customer, the post, your own printer."))
ACTION(LETTER_LANGUAGE, "letter.language", "V:<", NOTHING, N_("In another language"), N_("language"),
       N_("The same letter in the next language in which there is one; the customer's own stays as it is."))
ACTION(PERIOD_PREV, "period.prev", "D:< R:<", NOTHING, N_("Earlier period"), N_("earlier"), N_("The period before."))
ACTION(PERIOD_NEXT, "period.next", "D:> R:>", NOTHING, N_("Later period"), N_("later"), N_("The period after."))
ACTION(RECEIPT_ACCEPT, "receipt.accept", "B:+", ROW, N_("Accept the proposal"), N_("accept"),
       N_("Books what is proposed for this receipt and goes to the next one."))
ACTION(RECEIPT_CHOICES, "receipt.choices", "B:*", ROW, N_("Other choices"), N_("choices"),
       N_("Shows whatever else the receipt may pay, to take one of them."))
ACTION(RECEIPT_ASSIGN, "receipt.assign", "B:>", ROW, N_("To a customer of my choice"), N_("to customer"),
       N_("Finds the customer; then his invoices are marked that it pays."))
ACTION(RECEIPT_ACCOUNT, "receipt.account", "B:.,comma", ROW, N_("Put on account"), N_("on account"),
       N_("The money is this customer's, but settles no invoice now."))
ACTION(RECEIPT_NOT_OURS, "receipt.not_ours", "B:-", ROW, N_("Not ours"), N_("not ours"),
       N_("No customer's money: a tax refund, a transfer between own accounts.  It asks nothing any more."))
ACTION(RECEIPT_WHY, "receipt.why", "B:=", ROW, N_("Everything about this line"), N_("all of it"),
       N_("The bank's words whole, why it stands as it stands, what it pays and may pay."))
ACTION(LEARNED_FORGET, "learned.forget", "B:Del", ROW, N_("Forget what was learned"), N_("forget"),
       N_("It is never used again; what was booked with it stays."))
ACTION(MESSAGES, "messages", "", NOTHING, N_("Messages of today"), N_("messages"),
       N_("Everything the bottom line has said since the start."))
ACTION(QUIT, "quit", "", NOTHING, N_("Leave the program"), N_("leave"),
       N_("Ends the program; asks only if a call is open."))
