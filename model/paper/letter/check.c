/* What can be told of a letter before anybody gets it: that nothing it says can be missing, that it has two wordings,
 * that it neither counts nor threatens, keeps quiet towards strangers, and has what the law wants in it. */
#include "paper/letter_parts.h"

#include "base/i18n.h"
#include "rules/charges.h"
#include <string.h>

/* Of the letter as a whole: shown where its header ends. */
static bool whole_fault(const LetterTemplate *template, GError **error, const char *sentence)
{
    return letter_fault(template->path, template->body->header_line, error, "%s", sentence);
}

/* ---- walking ---- */

typedef bool (*ParagraphVisit)(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                               GError **error);

static bool group_visit(const LetterTemplate *template, const LetterGroup *group, ParagraphVisit visit,
                        const void *data, GError **error)
{
    for (guint i = 0; i < group->wordings->len; i++)
        if (!visit(template, group->wordings->pdata[i], data, error))
            return false;
    return true;
}

static bool paragraphs_visit(const LetterTemplate *template, ParagraphVisit visit, const void *data, GError **error)
{
    const GPtrArray *groups = template->body->groups;
    if (!group_visit(template, template->body->subject, visit, data, error))
        return false;
    for (guint i = 0; i < groups->len; i++)
        if (!group_visit(template, groups->pdata[i], visit, data, error))
            return false;
    return true;
}

/* All words, those of passages as well; placeholders part them. */
static void pieces_words(const GArray *pieces, GString *words)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        g_string_append(words, piece->words != NULL ? piece->words : piece->placeholder != NULL ? " {} " : "");
        for (guint k = 0; piece->passage != NULL && k < piece->passage->choices->len; k++)
            pieces_words(((const LetterChoice *)piece->passage->choices->pdata[k])->pieces, words);
    }
}

static char *paragraph_words(const LetterParagraph *paragraph)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < paragraph->lines->len; i++) {
        pieces_words(paragraph->lines->pdata[i], words);
        g_string_append_c(words, ' ');
    }
    return g_string_free(words, FALSE);
}

/* ---- what is certain to be printed ---- */

static bool is_needed(const LetterTemplate *template, const LetterPlaceholder *row)
{
    return (row->flags & LETTER_VALUE_ALWAYS) != 0 || g_ptr_array_find(template->needs, row, NULL);
}

static bool pieces_have(const LetterTemplate *template, const GArray *pieces, const char *name);

/* Nothing can be missing in the last choice, so that one of them is printed, and each has the name. */
static bool passage_has(const LetterTemplate *template, const LetterPassage *passage, const char *name)
{
    const LetterChoice *last = passage->choices->pdata[passage->choices->len - 1];
    for (guint i = 0; i < last->pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(last->pieces, LetterPiece, i);
        if (piece->placeholder != NULL && !is_needed(template, piece->placeholder))
            return false;
    }
    for (guint i = 0; i < passage->choices->len; i++)
        if (!pieces_have(template, ((const LetterChoice *)passage->choices->pdata[i])->pieces, name))
            return false;
    return last->facts->len == 0;
}

static bool pieces_have(const LetterTemplate *template, const GArray *pieces, const char *name)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        if (piece->placeholder != NULL && strcmp(piece->placeholder->name, name) == 0)
            return true;
        if (piece->passage != NULL && passage_has(template, piece->passage, name))
            return true;
    }
    return false;
}

static bool paragraph_has(const LetterTemplate *template, const LetterParagraph *paragraph, const char *name)
{
    static const char *const marks[] = {[LETTER_MARK_ITEMS] = "@items",
                                        [LETTER_MARK_PARTS] = "@parts",
                                        [LETTER_MARK_PAY] = "@pay",
                                        [LETTER_MARK_PERSONAL] = "@personal",
                                        [LETTER_MARK_RATES] = "@rates"};
    if (marks[paragraph->mark] != NULL)
        return strcmp(marks[paragraph->mark], name) == 0;
    for (guint i = 0; i < paragraph->lines->len; i++)
        if (pieces_have(template, paragraph->lines->pdata[i], name))
            return true;
    return false;
}

/* Of a phrase: the words outside passages, line by line. */
static bool paragraph_says(const LetterParagraph *paragraph, const char *patterns)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < paragraph->lines->len; i++) {
        const GArray *pieces = paragraph->lines->pdata[i];
        for (guint k = 0; k < pieces->len; k++) {
            const LetterPiece *piece = &g_array_index(pieces, LetterPiece, k);
            g_string_append(words, piece->words != NULL ? piece->words : " {x} ");
        }
        g_string_append_c(words, ' ');
    }
    g_autofree char *folded = letter_folded(words->str), *met = letter_words_met(folded, patterns);
    return met != NULL;
}

/* Whichever wording is taken. */
static bool letter_certain(const LetterTemplate *template, const char *name, const char *patterns)
{
    for (guint i = 0; i < template->body->groups->len; i++) {
        const LetterGroup *group = template->body->groups->pdata[i];
        guint with = 0;
        for (guint k = 0; k < group->wordings->len; k++)
            with += name != NULL ? paragraph_has(template, group->wordings->pdata[k], name)
                                 : paragraph_says(group->wordings->pdata[k], patterns);
        if (with == group->wordings->len)
            return true;
    }
    return false;
}

/* ---- nothing is missing ---- */

static bool line_needs(const LetterTemplate *template, const LetterParagraph *paragraph, const GArray *pieces,
                       GError **error)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPlaceholder *row = g_array_index(pieces, LetterPiece, i).placeholder;
        if (row != NULL && !is_needed(template, row))
            return letter_fault(template->path, paragraph->line, error,
                                _("{%s} may be missing: name it under needs: or put its passage between [ and ]."),
                                row->name);
    }
    return true;
}

static bool needs_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                        GError **error)
{
    (void)data;
    for (guint i = 0; i < paragraph->lines->len; i++)
        if (!line_needs(template, paragraph, paragraph->lines->pdata[i], error))
            return false;
    return true;
}

/* ---- wordings ---- */

static bool is_salutation(const LetterGroup *group)
{
    const LetterParagraph *only = group->wordings->pdata[0];
    const GArray *pieces = only->lines->len == 1 ? only->lines->pdata[0] : NULL;
    const LetterPlaceholder *row =
        pieces != NULL && pieces->len == 1 ? g_array_index(pieces, LetterPiece, 0).placeholder : NULL;
    return row != NULL && strcmp(row->name, "salutation") == 0;
}

/* The opening is what a reader recognises: it has two wordings at least. */
static bool wordings_check(const LetterTemplate *template, GError **error)
{
    for (guint i = 0; i < template->body->groups->len; i++) {
        const LetterGroup *group = template->body->groups->pdata[i];
        const LetterParagraph *first = group->wordings->pdata[0];
        if (first->mark != LETTER_MARK_TEXT || is_salutation(group))
            continue;
        return group->wordings->len > 1 ||
               letter_fault(template->path, first->line, error,
                            _("the opening has one wording only: write another one under a line @or."));
    }
    return whole_fault(template, error, _("the letter has no text."));
}

/* ---- tone and words ---- */

static bool tone_check(const LetterTemplate *template, GError **error)
{
    bool announces = template->consequence != LETTER_NOTHING_FOLLOWS;
    if (template->tone < 3 && (announces || template->charges != LETTER_CHARGES_NONE))
        return whole_fault(template, error, _("a letter of tone 1 or 2 asks no charges and announces nothing."));
    if (announces && template->deadline_days == 0)
        return whole_fault(template, error, _("who announces a consequence names the days until then: “deadline: 8”."));
    if (template->deadline_days > 0 && !letter_certain(template, "deadline", NULL))
        return whole_fault(template, error, _("the header has a deadline, and the text does not say {deadline}."));
    return true;
}

static bool words_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                        GError **error)
{
    const LetterRules *rules = data;
    g_autofree char *words = paragraph_words(paragraph);
    g_autofree char *numbered = letter_rules_word(rules, "numbered", template->language, words);
    g_autofree char *threat = letter_rules_word(rules, "threat", template->language, words);
    if (numbered != NULL)
        return letter_fault(template->path, paragraph->line, error,
                            _("“%s”: letters are never counted towards the customer."), numbered);
    if (threat != NULL)
        return letter_fault(template->path, paragraph->line, error,
                            _("“%s” threatens or brands: no letter may say it."), threat);
    return true;
}

/* ---- strangers ---- */

static const LetterPlaceholder *telling(const GArray *pieces)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        if (piece->placeholder != NULL && (piece->placeholder->flags & LETTER_VALUE_TELLS) != 0)
            return piece->placeholder;
        for (guint k = 0; piece->passage != NULL && k < piece->passage->choices->len; k++) {
            const LetterPlaceholder *row = telling(((const LetterChoice *)piece->passage->choices->pdata[k])->pieces);
            if (row != NULL)
                return row;
        }
    }
    return NULL;
}

static bool stranger_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                           GError **error)
{
    if (paragraph->mark > LETTER_MARK_POINTS)
        return letter_fault(
            template->path, paragraph->line, error,
            _("a letter for a third person has no tables, no payment and no typed line: they tell of the debt."));
    for (guint i = 0; i < paragraph->lines->len; i++) {
        const LetterPlaceholder *row = telling(paragraph->lines->pdata[i]);
        if (row != NULL)
            return letter_fault(template->path, paragraph->line, error,
                                _("{%s} tells of the debt, and this letter is for a third person."), row->name);
    }
    g_autofree char *words = paragraph_words(paragraph);
    g_autofree char *debt = letter_rules_word(data, "debt", template->language, words);
    return debt == NULL || letter_fault(template->path, paragraph->line, error,
                                        _("“%s” tells of the debt, and this letter is for a third person."), debt);
}

static bool stranger_check(const LetterTemplate *template, const LetterRules *rules, GError **error)
{
    if (!template->third_person)
        return true;
    if (template->encloses_copies)
        return letter_fault(template->path, template->body->header_line, error,
                            _("copies of invoices tell of the debt, and this letter is for a third person."));
    return paragraphs_visit(template, stranger_visit, rules, error);
}

/* ---- the law ---- */

typedef struct {
    const LetterTemplate *template;
    const char *law; /* without "law." */
    const char *key, *value;
} Demand;

static bool law_fault(const Demand *demand, GError **error, const char *missing)
{
    return letter_fault(
        demand->template->path, demand->template->body->header_line, error,
        _("the law (%s in rules.ini) wants “%s” in this letter, outside of any passage and in every wording."),
        demand->law, missing);
}

/* "open deadline cost_if_late|rate": each of them, of a|b one. */
static bool must_check(const Demand *demand, GError **error)
{
    g_auto(GStrv) names = g_strsplit(demand->value, " ", -1);
    for (char **name = names; *name != NULL; name++) {
        g_auto(GStrv) either = g_strsplit(*name, "|", -1);
        bool there = **name == '\0';
        for (char **one = either; *one != NULL; one++)
            there = there || letter_certain(demand->template, *one, NULL);
        if (!there)
            return law_fault(demand, error, *name);
    }
    return true;
}

static bool mentions_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                           GError **error);

static bool pieces_mention(const GArray *pieces, const char *name)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        if (piece->placeholder != NULL && strcmp(piece->placeholder->name, name) == 0)
            return true;
        for (guint k = 0; piece->passage != NULL && k < piece->passage->choices->len; k++)
            if (pieces_mention(((const LetterChoice *)piece->passage->choices->pdata[k])->pieces, name))
                return true;
    }
    return false;
}

/* A visit that stops, without a fault, at the paragraph that mentions the name. */
static bool mentions_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                           GError **error)
{
    (void)template, (void)error;
    for (guint i = 0; i < paragraph->lines->len; i++)
        if (pieces_mention(paragraph->lines->pdata[i], data))
            return false;
    return true;
}

static bool may_check(const Demand *demand, GError **error)
{
    g_auto(GStrv) names = g_strsplit(demand->value, " ", -1);
    for (char **name = names; *name != NULL; name++)
        if (**name != '\0' && paragraphs_visit(demand->template, mentions_visit, *name, NULL))
            return letter_fault(demand->template->path, demand->template->body->header_line, error,
                                _("the law (%s in rules.ini) wants {%s} said where it is there: give it a passage."),
                                demand->law, *name);
    return true;
}

static bool key_in_language(const Demand *demand, const char *prefix)
{
    g_autofree char *ending = g_strconcat("_", demand->template->language, NULL);
    return g_str_has_prefix(demand->key, prefix) && g_str_has_suffix(demand->key, ending);
}

static bool never_visit(const LetterTemplate *template, const LetterParagraph *paragraph, const void *data,
                        GError **error)
{
    const Demand *demand = data;
    g_autofree char *words = paragraph_words(paragraph), *folded = letter_folded(words);
    g_autofree char *met = letter_words_met(folded, demand->value);
    return met == NULL || letter_fault(template->path, paragraph->line, error,
                                       _("“%s” may not stand in this letter (%s in rules.ini)."), met, demand->law);
}

static bool charges_check(const Demand *demand, GError **error)
{
    static const char *const words[] = {"none", "announced", "asked"};
    return strcmp(words[demand->template->charges], demand->value) == 0 ||
           letter_fault(demand->template->path, demand->template->body->header_line, error,
                        _("the law (%s in rules.ini) wants “charges: %s” in the header."), demand->law, demand->value);
}

/* What counts in law must carry what the law wants of it, and what carries it must count. */
static bool notice_check(const Demand *demand, GError **error)
{
    NoticeKind kind = NOTICE_FORMAL;
    return (notice_kind_find(demand->value, &kind) && demand->template->notice == (int)kind) ||
           letter_fault(demand->template->path, demand->template->body->header_line, error,
                        _("the law (%s in rules.ini) wants “notice: %s” in the header."), demand->law, demand->value);
}

static bool days_check(const Demand *demand, GError **error)
{
    gint64 days = 0;
    return (ini_integer(demand->value, 1, 90, &days) && days <= demand->template->deadline_days) ||
           letter_fault(demand->template->path, demand->template->body->header_line, error,
                        _("the law (%s in rules.ini) wants “deadline: %s” or more in the header."), demand->law,
                        demand->value);
}

/* A letter with charges of one country or kind must not reach others. */
static bool for_check(const Demand *demand, GError **error)
{
    g_auto(GStrv) words = g_strsplit(demand->value, " ", -1);
    const LetterTemplate *template = demand->template;
    for (char **word = words; *word != NULL; word++) {
        g_autofree char *country = g_ascii_strup(*word, -1);
        bool named = strlen(*word) == 2
                         ? g_ptr_array_find_with_equal_func(template->countries, country, g_str_equal, NULL)
                     : strcmp(*word, "consumer") == 0 ? (template->kinds & LETTER_KIND_BUSINESS) == 0
                                                      : (template->kinds & LETTER_KIND_CONSUMER) == 0;
        if (**word != '\0' && !named)
            return letter_fault(template->path, template->body->header_line, error,
                                _("the law (%s in rules.ini) wants “for: %s” in the header."), demand->law,
                                demand->value);
    }
    return true;
}

static bool demand_check(const Demand *demand, GError **error)
{
    if (key_in_language(demand, "phrase_"))
        return letter_certain(demand->template, NULL, demand->value) || law_fault(demand, error, demand->value);
    if (key_in_language(demand, "never_"))
        return paragraphs_visit(demand->template, never_visit, demand, error);
    static const struct {
        const char *key;
        bool (*check)(const Demand *demand, GError **error);
    } plain[] = {{"must", must_check},     {"may", may_check},       {"charges", charges_check},
                 {"notice", notice_check}, {"deadline", days_check}, {"for", for_check}};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(plain[i].key, demand->key) == 0)
            return plain[i].check(demand, error);
    return true; /* letters, about, phrases of other languages */
}

static bool law_check(const LetterTemplate *template, const LetterLaw *law, GError **error)
{
    size_t count = 0;
    const IniEntry *entries = ini_entries(law->ini, law->section, &count);
    for (size_t i = 0; i < count; i++) {
        Demand demand = {template, law->section + strlen("law."), entries[i].key, entries[i].value};
        if (!demand_check(&demand, error))
            return false;
    }
    return true;
}

/* These two start a period only by what stands in them: no letter has the word without a law that looks for it. */
static bool notice_founded(const LetterTemplate *template, const GArray *laws, GError **error)
{
    bool founded = template->notice != NOTICE_REMINDER && template->notice != NOTICE_LETTER14;
    for (guint i = 0; !founded && i < laws->len; i++) {
        const LetterLaw *law = &g_array_index(laws, LetterLaw, i);
        founded = ini_get(law->ini, law->section, "notice") != NULL;
    }
    return founded ||
           letter_fault(template->path, template->body->header_line, error,
                        _("notice: add this letter to the letters of the law in rules.ini that it follows."));
}

static bool laws_check(const LetterTemplate *template, const LetterRules *rules, GError **error)
{
    g_autoptr(GArray) laws = letter_rules_laws(rules, template->slug);
    if (!notice_founded(template, laws, error))
        return false;
    for (guint i = 0; i < laws->len; i++)
        if (!law_check(template, &g_array_index(laws, LetterLaw, i), error))
            return false;
    return true;
}

bool letter_template_check(const LetterTemplate *template, const LetterRules *rules, GError **error)
{
    return paragraphs_visit(template, needs_visit, NULL, error) && wordings_check(template, error) &&
           tone_check(template, error) && paragraphs_visit(template, words_visit, rules, error) &&
           stranger_check(template, rules, error) && laws_check(template, rules, error);
}
