#include "views/letter_view.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "overlay.h"
#include "paper/letter_pdf.h"
#include "paper/letter_post.h"
#include "paper/letter_table.h"
#include "views/hand_out.h"
#include "views/letter_choice_view.h"
#include "views/letter_inside.h"
#include "views/qr_view.h"
#include <string.h>

LetterView *letter_view_self(View *view)
{
    return (LetterView *)view;
}

const LetterWay *letter_view_way(const LetterView *view)
{
    return g_ptr_array_index(view->ways, view->way);
}

static bool reload(View *base, GError **error)
{
    LetterView *view = letter_view_self(base);
    return dossier_reload(view->dossier, error) && letter_write(view, error);
}

/* --- Which letter ------------------------------------------------------------------------------------------- */

static Next letter_chosen(View *owner, const char *slug, gpointer data)
{
    (void)data;
    if (slug == NULL)
        return next_redraw();
    letter_take(letter_view_self(owner), slug);
    return letter_written(letter_view_self(owner));
}

static Next act_docs(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    GError *error = NULL;
    (void)action;
    GPtrArray *offers = letter_offers_load(view, &error);
    if (offers == NULL)
        return next_error(error);
    View *choice = letter_choice_new(base->app, offers, view->dossier->card->name, view->slug);
    return next_ask(choice, letter_chosen, NULL, NULL);
}

/* --- Which language ----------------------------------------------------------------------------------------- */

const char *letter_view_language(const LetterView *view)
{
    const char *asked = view->language != NULL
                            ? view->language
                            : card_reader_language(view->dossier->card, letter_view_way(view)->recipient);
    const LetterTemplate *template = letter_template_find(view->templates, view->slug, asked, NULL);
    return template != NULL ? template->language : asked;
}

static char *language_words(const LetterView *view)
{
    static const struct {
        const char *code, *words;
    } LANGUAGES[] = {{"nl", N_("This letter is in Dutch now.")},
                     {"fr", N_("This letter is in French now.")},
                     {"en", N_("This letter is in English now.")},
                     {"de", N_("This letter is in German now.")}};
    const char *language = letter_view_language(view);
    for (size_t i = 0; i < G_N_ELEMENTS(LANGUAGES); i++)
        if (strcmp(language, LANGUAGES[i].code) == 0)
            return g_strdup(_(LANGUAGES[i].words));
    return g_strdup_printf(_("This letter is in “%s” now."), language);
}

static Next act_language(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    (void)action;
    g_auto(GStrv) languages = letter_template_languages(view->templates, view->slug);
    const char *before = letter_view_language(view);
    guint count = g_strv_length(languages), at = 0;
    for (guint i = 0; i < count; i++)
        at = strcmp(languages[i], before) == 0 ? i + 1 : at;
    if (count < 2)
        return next_say(next_redraw(), g_strdup(_("This letter exists in one language only.")));
    g_free(view->language);
    view->language = g_strdup(languages[at % count]);
    view->top = -1;
    Next next = letter_written(view);
    return next.message != NULL ? next : next_say(next, language_words(view));
}

/* --- Which currency ----------------------------------------------------------------------------------------- */

/* What is owed in another currency is another letter, never another line. */
static Next act_currency(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    g_autoptr(GPtrArray) currencies = letter_currencies(view);
    guint at = 0, count = currencies->len;
    for (guint i = 0; i < count; i++)
        at = strcmp(g_ptr_array_index(currencies, i), view->currency) == 0 ? i : at;
    if (view->items != NULL)
        return next_say(next_redraw(),
                        g_strdup(_("What is due in another currency is a line of its own in the list.")));
    if (count < 2)
        return next_say(next_redraw(),
                        g_strdup_printf(_("All that is open is in %s: this is the only letter."), view->currency));
    at += action->id == ACTION_PANE_NEXT ? 1 : count - 1;
    letter_currency_take(view, g_ptr_array_index(currencies, at % count));
    return letter_written(view);
}

/* --- Which way ---------------------------------------------------------------------------------------------- */

static void way_free(gpointer data)
{
    LetterWay *way = data;
    g_free(way->recipient);
    g_free(way);
}

static void way_add(LetterView *view, const char *channel, const char *recipient)
{
    LetterWay *way = g_new0(LetterWay, 1);
    *way = (LetterWay){.channel = channel, .recipient = g_strdup(recipient)};
    g_ptr_array_add(view->ways, way);
}

static void ways_find(LetterView *view)
{
    const GPtrArray *contacts = view->dossier->card->contacts;
    for (guint i = 0; i < contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(contacts, i);
        if (email_valid(contact->email))
            way_add(view, "email", contact->email);
    }
    way_add(view, "post", "");
    way_add(view, "print", "");
}

static Next act_way(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    (void)action;
    view->way = (view->way + 1) % view->ways->len;
    Next next = letter_written(view);
    if (next.message != NULL)
        return next;
    return next_say(next, letter_way_words(letter_view_way(view)));
}

/* --- Sending ------------------------------------------------------------------------------------------------ */

/* Whoever has written about one currency is shown the letter about the next; without one the screen closes. */
static Next sent_next(LetterView *view, char *toast)
{
    g_clear_pointer(&view->items, g_free); /* what was due is said; the rest is as on his card */
    g_ptr_array_add(view->sent, g_strdup(view->currency));
    g_autoptr(GPtrArray) currencies = letter_currencies(view);
    for (guint i = 0; i < currencies->len; i++) {
        const char *currency = g_ptr_array_index(currencies, i);
        if (g_ptr_array_find_with_equal_func(view->sent, currency, g_str_equal, NULL))
            continue;
        g_free(toast);
        letter_currency_take(view, currency);
        Next next = letter_written(view);
        if (next.message != NULL)
            return next;
        return next_say(next,
                        g_strdup_printf(_("It is in the outbox.  Enter sends the letter in %s as well."), currency));
    }
    return next_say(next_pop(), toast);
}

static Next order_send(LetterView *view)
{
    GError *error = NULL;
    char *toast = NULL;
    if (!letter_order_send(view->dossier->desk, view->templates, view->order, view->op, &toast, &error))
        return next_error(error);
    if (*view->dossier->draft->personal != '\0')
        dossier_personal(view->dossier, "");
    g_free(view->op);
    view->op = store_operation_id();
    return sent_next(view, toast);
}

static Next twice_meant(View *owner, const char *yes, gpointer data)
{
    (void)data;
    return yes != NULL ? order_send(letter_view_self(owner)) : next_redraw();
}

static Next act_send(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    GError *error = NULL;
    char *obstacle = dossier_obstacle(view->dossier);
    (void)action;
    if (obstacle == NULL)
        obstacle = g_strdup(view->obstacle);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    if (outbox_order_is_new(view->dossier->desk, view->order, &error))
        return order_send(view);
    if (!g_error_matches(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT))
        return next_error(error);
    g_autoptr(GError) twin = error;
    return next_ask(confirm_new(_("Send this letter once more?"), twin->message, false), twice_meant, NULL, NULL);
}

/* --- Looking ------------------------------------------------------------------------------------------------ */

static Next act_move(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    int page = MAX(1, base->rows - 1), last = letter_last_top(view);
    switch (action->id) {
    case ACTION_MOVE_UP: view->top--; break;
    case ACTION_MOVE_DOWN: view->top++; break;
    case ACTION_MOVE_PGUP: view->top -= page; break;
    case ACTION_MOVE_PGDN: view->top += page; break;
    case ACTION_MOVE_HOME: view->top = 0; break;
    default: view->top = last; break;
    }
    view->top = CLAMP(view->top, 0, last);
    return next_redraw();
}

/* "To pay  € 4.852,60": what stands beside the code by itself. */
static char **payment_words(const Letter *letter)
{
    g_autoptr(LetterTable) table = letter_table(letter, LETTER_PAY);
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    for (guint i = 0; table != NULL && i < table->rows->len; i++) {
        char **row = g_ptr_array_index(table->rows, i);
        g_strv_builder_add_many(words, row[0], row[1], "", NULL);
    }
    return g_strv_builder_end(words);
}

static Next code_closed(View *owner, const char *value, gpointer data)
{
    LetterView *view = letter_view_self(owner);
    (void)data;
    view->alone = value != NULL;
    letter_layout(owner, owner->rows, owner->columns);
    return next_redraw();
}

static Next act_cycle(View *base, const Action *action)
{
    enum { CHROME_ROWS = 2 }; /* title and message give way to the code */
    LetterView *view = letter_view_self(base);
    (void)action;
    if (view->letter == NULL || view->code == NULL)
        return next_say(next_redraw(), g_strdup(view->letter == NULL ? view->obstacle : view->code_obstacle));
    if (view->alone) {
        view->alone = false;
        letter_layout(base, base->rows, base->columns);
        return next_redraw();
    }
    char *obstacle = qr_obstacle(app_theme(base->app), view->code, base->rows + CHROME_ROWS, base->columns);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    return next_ask(qr_view_new(base->app, view->code, payment_words(view->letter)), code_closed, NULL, NULL);
}

static Next act_print(View *base, const Action *action)
{
    LetterView *view = letter_view_self(base);
    GError *error = NULL;
    (void)action;
    if (view->letter == NULL)
        return next_say(next_redraw(), g_strdup(view->obstacle));
    const LetterPaper paper = letter_paper(view->dossier->desk->settings, clock_today());
    g_autoptr(GBytes) pdf = letter_pdf(view->letter, &paper, &error);
    if (pdf == NULL)
        return next_error(error);
    g_autofree char *day = day_iso(clock_today());
    g_autofree char *name = g_strdup_printf("%s %s %s.pdf", day, view->dossier->card->number, view->slug);
    return hand_out(base, pdf, name, true);
}

static Next copy_picked(View *owner, const char *value, gpointer data)
{
    (void)data;
    if (value != NULL)
        app_copy(owner->app, value);
    return next_redraw();
}

static Next act_copy(View *base, const Action *action)
{
    const LetterView *view = letter_view_self(base);
    (void)action;
    if (view->letter == NULL)
        return next_say(next_redraw(), g_strdup(view->obstacle));
    const LetterPayment *payment = &view->letter->payment;
    g_autofree char *amount = money_plain(payment->amount);
    const char *words = *payment->reference != '\0' ? payment->reference : payment->text;
    const Pick picks[] = {{words, "1", _("payment reference"), words},
                          {payment->iban, "2", _("our IBAN"), payment->iban},
                          {amount, "3", _("amount"), amount},
                          {view->letter->subject, "4", _("subject"), NULL},
                          {view->code != NULL ? view->code->payload : "", "5", _("what the QR code says"), NULL}};
    size_t count = view->code != NULL ? G_N_ELEMENTS(picks) : G_N_ELEMENTS(picks) - 1;
    return next_ask(choose_new(_("Copy to the terminal's clipboard"), picks, count, NULL, false), copy_picked, NULL,
                    NULL);
}

/* --- The view ----------------------------------------------------------------------------------------------- */

static Context context(const View *base)
{
    return ((const LetterView *)base)->typing ? CONTEXT_TYPING : CONTEXT_LETTER;
}

static void line_footer(Footer *foot)
{
    footer_add(foot, ACTION_FIELD_ACCEPT, _("keep in the letter"));
    footer_add(foot, ACTION_EDIT_EXTERNAL, NULL);
    footer_add(foot, ACTION_EDIT_CLEAR, NULL);
    footer_add(foot, ACTION_FIELD_CANCEL, NULL);
}

static void footer(const View *base, Footer *foot)
{
    const LetterView *view = (const LetterView *)base;
    if (view->typing) {
        line_footer(foot);
        return;
    }
    g_autoptr(GPtrArray) currencies = letter_currencies(view);
    footer_add(foot, ACTION_SEND, _("send"));
    footer_add(foot, ACTION_NOTE, _("own line"));
    footer_add(foot, ACTION_DOCS, NULL);
    footer_add(foot, ACTION_VIEW_CYCLE, view->alone ? _("text and QR") : _("QR"));
    if (currencies->len > 1)
        footer_add(foot, ACTION_PANE_NEXT, _("currency"));
    footer_add(foot, ACTION_LETTER_WAY, NULL);
    footer_add(foot, ACTION_LETTER_LANGUAGE, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_add(foot, ACTION_COPY, _("copy"));
    if (view->top < letter_last_top(view))
        footer_add(foot, ACTION_MOVE_PGDN, _("more"));
    footer_words(foot, _("Esc back"));
}

static char *field_help(const View *base)
{
    (void)base;
    return g_strdup(_("A line of your own in this letter: what was said on the telephone, thanks, a name.  A word that "
                      "counts letters, threatens or brands is not taken; the line below says which.  It stays here "
                      "until a letter leaves."));
}

static bool has(const View *view, Need need)
{
    (void)view, (void)need;
    return true;
}

static void free_view(View *base)
{
    LetterView *view = letter_view_self(base);
    g_strfreev(view->lines);
    letter_code_free(view->code);
    letter_free(view->letter);
    outbox_order_free(view->order);
    g_clear_pointer(&view->ways, g_ptr_array_unref);
    g_clear_pointer(&view->sent, g_ptr_array_unref);
    letter_templates_free(view->templates);
    char *const strings[] = {view->slug,  view->language, view->currency,      view->label,
                             view->items, view->obstacle, view->code_obstacle, view->op};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    line_clear(&view->line);
    dossier_close(view->dossier);
    g_free(view);
}

static const ViewAct acts[] = {
    VIEW_MOVES(act_move),
    {ACTION_SEND, act_send},
    {ACTION_NOTE, letter_own_start},
    {ACTION_DOCS, act_docs},
    {ACTION_VIEW_CYCLE, act_cycle},
    {ACTION_LETTER_WAY, act_way},
    {ACTION_LETTER_LANGUAGE, act_language},
    {ACTION_PANE_NEXT, act_currency},
    {ACTION_PANE_PREV, act_currency},
    {ACTION_PRINT, act_print},
    {ACTION_COPY, act_copy},
    {ACTION_FIELD_ACCEPT, letter_own_close},
    {ACTION_FIELD_CANCEL, letter_own_close},
    {ACTION_FIELD_NEXT, letter_own_close},
    {ACTION_FIELD_PREV, letter_own_close},
    {ACTION_FIELD_SUBMIT, letter_own_close},
    VIEW_EDITS(letter_own_edit),
    {ACTION_EDIT_KILL_END, letter_own_edit},
    {ACTION_EDIT_EXTERNAL, letter_own_editor},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "letter",
    .help = N_(
        "The letter as it would leave now, with its QR code.  Enter puts it into the outbox; for a minute U takes "
        "it back.  M shows all letters and why one cannot be written now; E writes a line of your own.\n"
        "> changes the way: each e-mail address, the post, your own printer.  < takes the next language; it begins in "
        "that of whoever reads there.  It is about the invoices that are marked on the customer's screen."),
    .acts = acts,
    .context_now = context,
    .title = letter_title,
    .layout = letter_layout,
    .draw = letter_draw,
    .hint = letter_hint,
    .footer = footer,
    .has = has,
    .text = letter_own_text,
    .reload = reload,
    .field_help = field_help,
    .free = free_view,
};

static LetterView *letter_view_start(Dossier *dossier, GError **error)
{
    LetterTemplates *templates = letter_templates_load(error);
    if (templates == NULL)
        return NULL;
    LetterView *view = g_new0(LetterView, 1);
    view->view.kind = &kind;
    view->view.app = dossier->app;
    view->dossier = dossier_share(dossier);
    view->templates = templates;
    view->ways = g_ptr_array_new_with_free_func(way_free);
    view->sent = g_ptr_array_new_with_free_func(g_free);
    view->slug = g_strdup("");
    view->op = store_operation_id();
    line_start(&view->line, "", false);
    view->currency = g_strdup(card_money(dossier->card)->currency);
    letter_currency_find(view);
    ways_find(view);
    return view;
}

static Next letter_view_shown(LetterView *view, bool chosen, GError *error)
{
    if (view != NULL && chosen && letter_write(view, &error))
        return next_push(&view->view);
    if (view != NULL)
        free_view(&view->view);
    return next_error(error);
}

Next letter_view_push(View *view, Dossier *dossier)
{
    GError *error = NULL;
    (void)view;
    LetterView *letter = letter_view_start(dossier, &error);
    bool chosen = letter != NULL && letter_propose(letter, &error);
    return letter_view_shown(letter, chosen, error);
}

Next letter_view_push_due(View *view, Dossier *dossier, const Reminder *due)
{
    GError *error = NULL;
    (void)view;
    LetterView *letter = letter_view_start(dossier, &error);
    if (letter == NULL)
        return next_error(error);
    letter->items = g_strdup(due->items);
    letter_currency_take(letter, due->currency);
    letter_take(letter, due->document);
    for (guint i = 0; i < letter->ways->len; i++) {
        const LetterWay *way = g_ptr_array_index(letter->ways, i);
        if (strcmp(way->channel, due->channel) == 0 && strcmp(way->recipient, due->recipient) == 0)
            letter->way = i;
    }
    return letter_view_shown(letter, true, NULL);
}
