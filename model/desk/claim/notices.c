/* The letters that count in law: which of them left, how, and about what. */
#include "desk/claim/parts.h"

#include "base/clock.h"
#include "desk/letter_notice.h"
#include <string.h>

/* A notice counts from when it left, not from when it was written. */
void claim_notice_take(Desk *desk, Claim *claim, Query *query)
{
    NoticeKind kind = NOTICE_REMINDER;
    const char *document = query_text(query, "document");
    Day sent = clock_day_of(query_integer(query, "sent_utc"));
    if (!letter_notice(desk, document, query_text(query, "language"), &kind) || day_compare(sent, claim->day) > 0)
        return;
    bool mail = strcmp(query_text(query, "channel"), "email") == 0;
    g_autofree char *items = g_strdup_printf(" %s ", query_text(query, "items"));
    ClaimNotice *notice = g_new0(ClaimNotice, 1);
    *notice = (ClaimNotice){
        .outbox_id = query_integer(query, "id"),
        .document = g_string_chunk_insert(claim->texts, document),
        .notice = {.kind = kind, .by = mail ? SENT_ELECTRONICALLY : SENT_BY_POST, .sent = sent, .received = DAY_NONE},
        .items = g_string_chunk_insert(claim->texts, items)};
    g_ptr_array_add(claim->notices, notice);
}

void claim_notices_of(const Claim *claim, ClaimInvoice *invoice)
{
    if (claim->notices->len == 0)
        return;
    g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", invoice->id);
    for (guint i = 0; i < claim->notices->len; i++) {
        const ClaimNotice *notice = g_ptr_array_index(claim->notices, i);
        if (strcmp(notice->items, "  ") == 0 || strstr(notice->items, wanted) != NULL)
            g_array_append_val(invoice->notices, notice->notice);
    }
}
