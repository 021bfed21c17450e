/* What a file holds and what booking it would do, as JSON; nothing is written. */
#include "base/text.h"
#include "ledger/booking/parts.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
    Ledger *ledger;
    const BookingOptions *options;
    JsonObject *file;
    Booking *booking;                                                           /* only asked whose something is */
    JsonArray *warnings, *problems, *statements, *items, *customers, *contacts; /* borrowed from file */
    JsonObject *statement; /* under way; borrowed from statements */
    JsonArray *lines;      /* of it */
    const char *currency;  /* of its balances, interned; NULL: lines of several */
    Cents sum, credits, debits;
    bool mixed;
} Preview;

/* --- Values --------------------------------------------------------------------------------------------- */

static void set_text(JsonObject *object, const char *name, const char *value)
{
    g_autofree char *clean = text_clean(value);
    json_object_set_string_member(object, name, clean);
}

static void set_day(JsonObject *object, const char *name, Day day)
{
    if (!day_known(day)) {
        json_object_set_null_member(object, name);
        return;
    }
    g_autofree char *iso = day_iso(day);
    json_object_set_string_member(object, name, iso);
}

static void set_money(JsonObject *object, const char *name, bool known, Cents cents)
{
    if (!known) {
        json_object_set_null_member(object, name);
        return;
    }
    g_autofree char *plain = money_plain(cents);
    json_object_set_string_member(object, name, plain);
}

/* text of a query, or null */
static bool set_found(JsonObject *object, const char *name, Store *store, const char *sql, gint64 id, GError **error)
{
    g_autofree char *found = NULL;
    if (!store_text(store, sql, BINDS(INTEGER("id", id)), &found, error))
        return false;
    if (found != NULL)
        json_object_set_string_member(object, name, found);
    else
        json_object_set_null_member(object, name);
    return true;
}

/* --- Matches -------------------------------------------------------------------------------------------- */

static bool match_items(Preview *preview, JsonObject *object, const Match *match, GError **error)
{
    JsonArray *items = json_array_new();
    json_object_set_array_member(object, "items", items);
    for (guint i = 0; i < match->parts->len; i++) {
        const MatchPart *part = &g_array_index(match->parts, MatchPart, i);
        JsonObject *item = json_object_new();
        json_array_add_object_element(items, item);
        if (!set_found(item, "number", preview->ledger->store, "SELECT number FROM item WHERE id = :id", part->item_id,
                       error))
            return false;
        set_money(item, "amount", true, part->amount);
    }
    return true;
}

static bool line_match(Preview *preview, JsonObject *line, const LineRecord *record, GError **error)
{
    g_autoptr(Match) match = match_line(preview->ledger, record, error);
    if (match == NULL)
        return false;
    JsonObject *object = json_object_new();
    json_object_set_object_member(line, "match", object);
    json_object_set_string_member(object, "step", MATCH_STEP_SLUGS[match->step]);
    json_object_set_boolean_member(object, "closes", match->closes);
    json_object_set_int_member(object, "score", match->score);
    json_object_set_string_member(object, "reason", match->reason);
    return set_found(object, "customer", preview->ledger->store, "SELECT number FROM customer WHERE id = :id",
                     match->customer_id, error) &&
           match_items(preview, object, match, error);
}

/* --- The sink ------------------------------------------------------------------------------------------- */

static bool preview_statement(const StatementRecord *record, void *data, GError **error)
{
    Preview *preview = data;
    (void)error;
    preview->statement = json_object_new();
    json_array_add_object_element(preview->statements, preview->statement);
    set_text(preview->statement, "id", record->id);
    set_text(preview->statement, "account", record->account);
    preview->lines = json_array_new();
    preview->currency = NULL;
    preview->sum = preview->credits = preview->debits = 0;
    preview->mixed = false;
    return true;
}

static void line_sum(Preview *preview, const LineRecord *record)
{
    money_add(record->amount < 0 ? &preview->debits : &preview->credits, ABS(record->amount));
    if (!record->booked)
        return;
    if (preview->currency == NULL)
        preview->currency = g_intern_string(record->currency);
    preview->mixed |= strcmp(preview->currency, record->currency) != 0 || !money_add(&preview->sum, record->amount);
}

static bool preview_line(const LineRecord *record, void *data, GError **error)
{
    Preview *preview = data;
    JsonObject *line = json_object_new();
    json_array_add_object_element(preview->lines, line);
    set_day(line, "day", record->day);
    set_day(line, "value_day", record->value_day);
    set_money(line, "amount", true, record->amount);
    set_text(line, "currency", record->currency);
    set_text(line, "name", record->name);
    set_text(line, "account", record->account);
    set_text(line, "reference", record->reference);
    set_text(line, "text", record->text);
    set_text(line, "cheque", record->cheque_number);
    set_text(line, "mandate", record->mandate);
    set_text(line, "code", record->code);
    set_text(line, "return_reason", record->return_reason);
    set_money(line, "charges", true, record->charges);
    json_object_set_boolean_member(line, "booked", record->booked);
    json_object_set_boolean_member(line, "reversal", record->reversal);
    line_sum(preview, record);
    return line_match(preview, line, record, error);
}

/* As booking judges it: both balances and every line in one currency. */
static void set_balanced(Preview *preview, const StatementRecord *record)
{
    const char *currency = record->opening_currency;
    bool comparable = record->has_opening && record->has_closing && !preview->mixed &&
                      g_strcmp0(currency, record->closing_currency) == 0 &&
                      (preview->currency == NULL || g_strcmp0(currency, preview->currency) == 0);
    Cents reached = record->opening;
    if (comparable)
        json_object_set_boolean_member(preview->statement, "balanced",
                                       money_add(&reached, preview->sum) && reached == record->closing);
    else
        json_object_set_null_member(preview->statement, "balanced");
}

/* Stated by the bank beside counted here; null where it states nothing. */
static void set_counted(Preview *preview, const StatementRecord *record, gint64 stated_lines)
{
    JsonObject *object = preview->statement;
    const StatementSummary summary = {.credits = preview->credits,
                                      .debits = preview->debits,
                                      .stated_credits = record->stated_credits,
                                      .stated_debits = record->stated_debits};
    set_money(object, "credits", true, preview->credits);
    set_money(object, "debits", true, preview->debits);
    set_money(object, "stated_credits", record->stated_credits >= 0, record->stated_credits);
    set_money(object, "stated_debits", record->stated_debits >= 0, record->stated_debits);
    if (stated_lines >= 0)
        json_object_set_int_member(object, "stated_lines", stated_lines);
    else
        json_object_set_null_member(object, "stated_lines");
    if (record->stated_credits >= 0 || record->stated_debits >= 0)
        json_object_set_boolean_member(object, "counted", statement_counted(&summary));
    else
        json_object_set_null_member(object, "counted");
}

static bool preview_statement_end(const StatementRecord *record, gint64 stated_lines, void *data, GError **error)
{
    Preview *preview = data;
    (void)error;
    set_text(preview->statement, "currency", record->currency);
    set_money(preview->statement, "opening", record->has_opening, record->opening);
    set_money(preview->statement, "closing", record->has_closing, record->closing);
    set_balanced(preview, record);
    set_counted(preview, record, stated_lines);
    json_object_set_int_member(preview->statement, "sequence", record->sequence);
    json_object_set_boolean_member(preview->statement, "interim", record->interim);
    json_object_set_boolean_member(preview->statement, "duplicate", record->duplicate);
    json_object_set_array_member(preview->statement, "lines", g_steal_pointer(&preview->lines));
    return true;
}

/* Whose number it would be booked under. */
static bool set_customer(Preview *preview, JsonObject *item, const ItemRecord *record, GError **error)
{
    CustomerRecord customer = record->customer;
    g_autofree char *number = NULL;
    if ((record->document || *customer.number == '\0') &&
        !customer_identify(preview->booking, &customer, &number, error))
        return false;
    set_text(item, "customer", customer.number);
    return true;
}

static void set_list(JsonObject *object, const char *name, const char *const *list)
{
    JsonArray *array = json_array_new();
    json_object_set_array_member(object, name, array);
    for (; list != NULL && *list != NULL; list++)
        json_array_add_string_element(array, *list);
}

static bool preview_item(const ItemRecord *record, void *data, GError **error)
{
    Preview *preview = data;
    JsonObject *item = json_object_new();
    json_array_add_object_element(preview->items, item);
    if (!set_customer(preview, item, record, error))
        return false;
    set_text(item, "name", record->customer.name);
    set_text(item, "number", record->number);
    set_text(item, "kind", record->kind);
    set_day(item, "issued", record->issued);
    set_day(item, "due", record->due);
    set_money(item, "amount", true, record->amount);
    set_money(item, "open", true, record->open);
    set_text(item, "currency", record->currency);
    set_text(item, "reference", record->reference);
    set_day(item, "collect_day", record->collect_day);
    set_money(item, "discount", record->discount != 0, record->discount);
    set_day(item, "discount_until", record->discount_until);
    set_list(item, "applies_to", record->applies_to);
    set_text(item, "copy", record->copy);
    return true;
}

static bool preview_contact(const ContactRecord *record, void *data, GError **error)
{
    Preview *preview = data;
    gint64 customer_id;
    JsonObject *contact = json_object_new();
    json_array_add_object_element(preview->contacts, contact);
    set_text(contact, "organisation", record->organisation);
    set_text(contact, "name", record->name);
    set_text(contact, "title", record->title);
    set_text(contact, "phone", record->phone);
    set_text(contact, "phone2", record->phone2);
    set_text(contact, "email", record->email);
    set_text(contact, "language", record->language);
    set_text(contact, "note", record->note);
    return card_customer(preview->booking, record, &customer_id, error) &&
           set_found(contact, "customer", preview->ledger->store, "SELECT number FROM customer WHERE id = :id",
                     customer_id, error);
}

static bool preview_customer(const CustomerRecord *record, void *data, GError **error)
{
    static const struct {
        const char *name;
        size_t offset;
    } FIELDS[] = {
        {"number", offsetof(CustomerRecord, number)},     {"name", offsetof(CustomerRecord, name)},
        {"kind", offsetof(CustomerRecord, kind)},         {"language", offsetof(CustomerRecord, language)},
        {"country", offsetof(CustomerRecord, country)},   {"vat", offsetof(CustomerRecord, vat)},
        {"street", offsetof(CustomerRecord, street)},     {"postcode", offsetof(CustomerRecord, postcode)},
        {"city", offsetof(CustomerRecord, city)},         {"contact", offsetof(CustomerRecord, contact)},
        {"phone", offsetof(CustomerRecord, phone)},       {"phone2", offsetof(CustomerRecord, phone2)},
        {"email", offsetof(CustomerRecord, email)},       {"iban", offsetof(CustomerRecord, iban)},
        {"endpoint", offsetof(CustomerRecord, endpoint)},
    };
    Preview *preview = data;
    (void)error;
    JsonObject *customer = json_object_new();
    json_array_add_object_element(preview->customers, customer);
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++)
        set_text(customer, FIELDS[i].name, *(const char *const *)((const char *)record + FIELDS[i].offset));
    return true;
}

static void preview_problem(int line, const char *reason, const char *raw, void *data)
{
    JsonObject *problem = json_object_new();
    json_array_add_object_element(((Preview *)data)->problems, problem);
    json_object_set_int_member(problem, "line", line);
    set_text(problem, "reason", reason);
    set_text(problem, "raw", raw);
}

static void preview_warning(int line, const char *sentence, void *data)
{
    g_autofree char *placed = line > 0 ? g_strdup_printf("%d: %s", line, sentence) : g_strdup(sentence);
    json_array_add_string_element(((Preview *)data)->warnings, placed);
}

static void preview_progress(gint64 bytes, gint64 total, void *data)
{
    const BookingOptions *options = ((Preview *)data)->options;
    if (options->progress != NULL)
        options->progress(bytes, total, options->progress_data);
}

/* --- The whole ------------------------------------------------------------------------------------------ */

static JsonArray *list_add(JsonObject *object, const char *name)
{
    JsonArray *list = json_array_new();
    json_object_set_array_member(object, name, list);
    return list;
}

static char *object_text(JsonObject *object)
{
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);
    json_node_set_object(root, object);
    return json_to_string(root, TRUE);
}

static void file_describe(Preview *preview, const char *path, const char *kind, const char *profile)
{
    g_autofree char *name = g_path_get_basename(path);
    preview->file = json_object_new();
    set_text(preview->file, "file", name);
    json_object_set_string_member(preview->file, "kind", kind);
    if (profile != NULL)
        json_object_set_string_member(preview->file, "profile", profile);
    else
        json_object_set_null_member(preview->file, "profile");
    preview->warnings = list_add(preview->file, "warnings");
    preview->problems = list_add(preview->file, "problems");
    preview->statements = list_add(preview->file, "statements");
    preview->items = list_add(preview->file, "items");
    preview->customers = list_add(preview->file, "customers");
    preview->contacts = list_add(preview->file, "contacts");
}

char *import_preview_json(Ledger *ledger, const char *path, const BookingOptions *options, GError **error)
{
    static const BookingOptions none;
    LedgerTerms terms = ledger_terms(ledger->settings);
    g_autoptr(ImportSummary) unused = import_summary_new();
    Booking booking;
    Preview preview = {.ledger = ledger, .options = options != NULL ? options : &none, .booking = &booking};
    ImportOptions import = booking_import_options(ledger, &terms, preview.options);
    const ImportFormat *format = import_recognise(path, &import, error);
    if (format == NULL)
        return NULL;
    const ImportSink sink = {.data = &preview,
                             .customer = preview_customer,
                             .item = preview_item,
                             .contact = preview_contact,
                             .statement_begin = preview_statement,
                             .line = preview_line,
                             .statement_end = preview_statement_end,
                             .problem = preview_problem,
                             .warning = preview_warning,
                             .progress = preview_progress};
    g_autofree char *profile = booking_profile(path, format, &import);
    file_describe(&preview, path, format->slug, profile);
    booking_start(&booking, ledger, options, unused);
    bool read = format->read(path, &import, &sink, error);
    booking_end(&booking);
    g_clear_pointer(&preview.lines, json_array_unref); /* of a statement that was cut off */
    char *text = read ? object_text(preview.file) : NULL;
    json_object_unref(preview.file);
    return text;
}
