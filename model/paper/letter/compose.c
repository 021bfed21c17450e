/* A template and values make a letter. */
#include "paper/letter_parts.h"

#include "base/error.h"
#include "base/i18n.h"
#include "desk/letter_way.h"
#include "paper/letter_speech.h"
#include "paper/letter_table.h"
#include <string.h>

/* ---- for whom ---- */

/* What is announced must be asked afterwards, and of whom nobody said what he is nothing ever is. */
static bool kind_fits(const LetterTemplate *template, const LetterValues *values)
{
    bool announces = template->charges == LETTER_CHARGES_ANNOUNCED;
    return (template->kinds & values->kind) != 0 && !(announces && values->kind == LETTER_KIND_UNKNOWN);
}

static bool is_addressed(const LetterValues *values)
{
    const char *street = letter_values_get(values, "street"), *city = letter_values_get(values, "city");
    return street != NULL && city != NULL && letter_address_whole(street, city);
}

bool letter_template_fits(const LetterTemplate *template, const LetterValues *values, GError **error)
{
    const char *label = template->label;
    if (values->third_person && !template->third_person)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” tells of the debt: only the customer himself may get it, write the message to call back."),
                    label);
    if (values->third_person && values->attachments->len > 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” goes to somebody else than the customer: nothing may be enclosed."), label);
    if (template->countries->len > 0 &&
        !g_ptr_array_find_with_equal_func(template->countries, values->country, g_str_equal, NULL))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” follows the law of another country than the customer's: take another letter."), label);
    if (!kind_fits(template, values))
        return fail(
            error, BELRONDE_ERROR_INPUT,
            _("“%s” is not for this kind of customer: set whether he is a firm or a consumer, or take another letter."),
            label);
    if ((template->channels & values->channel) == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” cannot go this way: choose post or e-mail."), label);
    if (template->deadline_days > 0 && values->channel == LETTER_CHANNEL_PRINT && !is_addressed(values))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” gives a term, and street and town are not known: ask for them first."), label);
    return true;
}

Day letter_deadline(const LetterTemplate *template, const Calendar *calendar, const char *country, Day today)
{
    if (template->deadline_days == 0)
        return DAY_NONE;
    return calendar_business_days_after(calendar, country, day_plus(today, template->deadline_days), 0);
}

/* ---- writing ---- */

/* A placeholder as the letter writes it, NULL: not there. */
static char *written(const LetterComposer *composer, const LetterPlaceholder *row)
{
    const char *derived = g_hash_table_lookup(composer->derived, row->name);
    if ((row->flags & LETTER_VALUE_DERIVED) != 0)
        return g_strdup(derived);
    return letter_values_write(composer->values, row, composer->template->language);
}

static unsigned items_marks(const Letter *letter)
{
    unsigned marks = 0;
    for (guint i = 0; i < letter->items->len; i++) {
        const LetterItem *item = &g_array_index(letter->items, LetterItem, i);
        marks |= item->interest != 0 ? item->marks : 0;
    }
    return marks;
}

/* InterestMark of the rates behind a figure. */
static unsigned figure_marks(const LetterComposer *composer, const char *name)
{
    if (strcmp(name, "interest") == 0)
        return items_marks(composer->letter);
    bool daily = strcmp(name, "rate") == 0 || strcmp(name, "day_interest") == 0;
    return daily ? composer->values->rate_marks : 0;
}

/* What is written with a star is told below it. */
static const char *figure_star(LetterComposer *composer, const char *name)
{
    unsigned marks = figure_marks(composer, name);
    composer->marks |= marks;
    return marks != 0 ? "*" : "";
}

static bool there(const LetterComposer *composer, const LetterPlaceholder *row)
{
    g_autofree char *text = written(composer, row);
    return text != NULL;
}

/* Where a passage went, two blanks meet or one stands before a mark that closes. */
static void join(const LetterComposer *composer, GString *out, const char *text)
{
    bool blank = out->len == 0 || out->str[out->len - 1] == ' ';
    text += blank ? strspn(text, " ") : 0;
    const char *closing = letter_closing_marks(composer->template->language);
    if (blank && out->len > 0 && *text != '\0' && strchr(closing, *text) != NULL)
        g_string_truncate(out, out->len - 1);
    g_string_append(out, text);
}

static bool pieces_write(LetterComposer *composer, const GArray *pieces, GString *out);

static bool choice_write(LetterComposer *composer, const LetterChoice *choice, GString *out)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < choice->facts->len; i++)
        if (!there(composer, choice->facts->pdata[i]))
            return false;
    if (!pieces_write(composer, choice->pieces, words))
        return false;
    join(composer, out, words->str);
    return true;
}

static void passage_write(LetterComposer *composer, const LetterPassage *passage, GString *out)
{
    for (guint i = 0; i < passage->choices->len; i++)
        if (choice_write(composer, passage->choices->pdata[i], out))
            return;
}

/* False where a placeholder is not there. */
static bool pieces_write(LetterComposer *composer, const GArray *pieces, GString *out)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        g_autofree char *value = piece->placeholder != NULL ? written(composer, piece->placeholder) : NULL;
        if (piece->placeholder != NULL && value == NULL)
            return false;
        if (piece->passage != NULL)
            passage_write(composer, piece->passage, out);
        else if (piece->words != NULL)
            join(composer, out, piece->words);
        else
            g_string_append_printf(out, "%s%s", value, figure_star(composer, piece->placeholder->name));
    }
    return true;
}

static char *line_write(LetterComposer *composer, const GArray *pieces)
{
    g_autoptr(GString) line = g_string_new(NULL);
    if (!pieces_write(composer, pieces, line))
        g_string_truncate(line, 0);
    return letter_spaced(composer->template->language, g_strchomp(line->str));
}

/* Lines of which nothing is left go. */
static char *paragraph_write(LetterComposer *composer, const LetterParagraph *paragraph)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < paragraph->lines->len; i++) {
        g_autofree char *line = line_write(composer, paragraph->lines->pdata[i]);
        if (*line != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
    return g_string_free(text, FALSE);
}

static void rates_write(LetterComposer *composer)
{
    const GArray *periods = composer->values->periods;
    if (composer->template->charges != LETTER_CHARGES_ASKED)
        return;
    for (guint i = 0; i < periods->len; i++)
        composer->marks |= g_array_index(periods, LetterPeriod, i).marks;
    letter_grid_add(composer->letter,
                    letter_periods_table(composer->template->language, periods, composer->values->currency));
}

static char *block_text(LetterComposer *composer, const LetterParagraph *paragraph)
{
    if (paragraph->mark == LETTER_MARK_PERSONAL)
        return g_strdup(composer->values->personal);
    return paragraph_write(composer, paragraph);
}

static void paragraph_add(LetterComposer *composer, const LetterParagraph *paragraph)
{
    static const LetterBlockKind kinds[] = {
        [LETTER_MARK_TEXT] = LETTER_PARAGRAPH, [LETTER_MARK_POINTS] = LETTER_POINTS,
        [LETTER_MARK_ITEMS] = LETTER_ITEMS,    [LETTER_MARK_PARTS] = LETTER_PARTS,
        [LETTER_MARK_PAY] = LETTER_PAY,        [LETTER_MARK_PERSONAL] = LETTER_PARAGRAPH};
    if (paragraph->mark == LETTER_MARK_RATES) {
        rates_write(composer);
        return;
    }
    LetterBlockKind kind = kinds[paragraph->mark];
    g_autofree char *text = block_text(composer, paragraph);
    bool shown = kind == LETTER_ITEMS   ? composer->letter->items->len > 0
                 : kind == LETTER_PARTS ? composer->letter->parts->len > 0
                 : kind == LETTER_PAY   ? composer->letter->payment.amount > 0
                                        : *text != '\0';
    if (kind == LETTER_ITEMS)
        composer->marks |= items_marks(composer->letter);
    if (shown)
        letter_block_add(composer->letter, kind, text);
}

/* Below the last figure with a star. */
static void marks_write(LetterComposer *composer, guint below)
{
    Letter *letter = composer->letter;
    const LetterWords *words = letter_words(composer->template->language);
    g_autofree char *note = letter_marks_note(words, letter->marks, composer->values->confirmed);
    g_autofree char *spaced = letter_spaced(composer->template->language, note);
    if (*note == '\0')
        return;
    letter_block_add(letter, LETTER_PARAGRAPH, spaced);
    gpointer block = g_ptr_array_steal_index(letter->blocks, letter->blocks->len - 1);
    g_ptr_array_insert(letter->blocks, (gint)below, block);
}

static void body_write(LetterComposer *composer)
{
    const LetterBody *body = composer->template->body;
    g_free(composer->letter->subject);
    composer->letter->subject = paragraph_write(composer, letter_wording_pick(composer, body->subject));
    composer->letter->marks = composer->marks;
    guint below = MIN(2, body->groups->len); /* a star in the subject alone: below the opening */
    for (guint i = 0; i < body->groups->len; i++) {
        composer->marks = 0;
        paragraph_add(composer, letter_wording_pick(composer, body->groups->pdata[i]));
        composer->letter->marks |= composer->marks;
        below = composer->marks != 0 ? composer->letter->blocks->len : below;
    }
    marks_write(composer, below);
}

/* ---- all together ---- */

static bool needs_met(const LetterComposer *composer, GError **error)
{
    static const char *const always[] = {"customer", "company", "agent", "today"};
    const GPtrArray *needs = composer->template->needs;
    for (guint i = 0; i < needs->len + G_N_ELEMENTS(always); i++) {
        const LetterPlaceholder *row = i < needs->len ? needs->pdata[i] : letter_placeholder(always[i - needs->len]);
        if (there(composer, row))
            continue;
        g_autofree char *lack = letter_lack(row);
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” cannot be written: %s"), composer->template->label, lack);
    }
    return true;
}

static Letter *letter_begun(const LetterTemplate *template, const LetterValues *values)
{
    Letter *letter = letter_new();
    letter_text_put(&letter->slug, template->slug);
    letter_text_put(&letter->language, template->language);
    letter_text_put(&letter->logo, values->logo);
    g_strlcpy(letter->currency, values->currency, sizeof letter->currency);
    return letter;
}

Letter *letter_compose(const LetterTemplate *template, const LetterValues *values, char **wordings, GError **error)
{
    if (!letter_template_fits(template, values, error))
        return NULL;
    g_autoptr(Letter) letter = letter_begun(template, values);
    g_autoptr(GHashTable) derived = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    g_autoptr(GString) taken = g_string_new(NULL);
    LetterComposer composer = {template, values, letter, derived, taken, 0};
    if (!letter_derive(&composer, error) || !needs_met(&composer, error))
        return NULL;
    body_write(&composer);
    if (wordings != NULL)
        *wordings = g_strdup(taken->str);
    return g_steal_pointer(&letter);
}
