#include "paper/courier.h"

#include "base/i18n.h"
#include "paper/errand.h"

#include <string.h>

/* By which command each channel leaves; NULL: only by the folder. */
static const struct {
    const char *channel, *section, *key;
} WAYS[] = {
    {"email", "mail", "command"},
    {"post", "outbox", "print"},
    {"print", "outbox", "print"},
    {"peppol", NULL, NULL},
};

void courier_round_clear(CourierRound *round)
{
    g_free(round->trouble);
    *round = (CourierRound){0};
}

static char **way_command(const Settings *settings, const char *channel)
{
    for (size_t i = 0; i < G_N_ELEMENTS(WAYS); i++)
        if (strcmp(WAYS[i].channel, channel) == 0 && WAYS[i].section != NULL)
            return settings_command(settings, WAYS[i].section, WAYS[i].key);
    return NULL;
}

bool courier_has_way(const Settings *settings, const char *channel)
{
    g_auto(GStrv) command = way_command(settings, channel);
    return command != NULL || *settings_text(settings, "outbox", "folder") != '\0';
}

/* The same document has the same name: written again after a fault it is still one file. */
static ErrandEnd folder_put(const char *folder, gint64 id, const OutboxCopy *copy, char **said)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *plain = g_strdelimit(g_strdup(copy->name), "/\\:", '-');
    g_autofree char *name = g_strdup_printf("%06" G_GINT64_FORMAT " %s", id, plain);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    gsize length = 0;
    const char *bytes = g_bytes_get_data(copy->bytes, &length);
    if (g_file_set_contents_full(path, bytes, (gssize)length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
        return ERRAND_TAKEN;
    *said = g_strdup(error->message);
    return ERRAND_REFUSED;
}

static ErrandEnd copy_deliver(const Settings *settings, const OutboxOrder *order, const OutboxCopy *copy, char **said)
{
    g_auto(GStrv) command = way_command(settings, order->channel);
    if (command == NULL)
        return folder_put(settings_text(settings, "outbox", "folder"), order->id, copy, said);
    int seconds = (int)settings_number(settings, "outbox", "wait_seconds");
    return errand_run((const char *const *)command, copy->bytes, seconds, said);
}

static bool end_write(Desk *desk, gint64 id, ErrandEnd end, const char *said, CourierRound *round, GError **error)
{
    int *const counts[] = {
        [ERRAND_TAKEN] = &round->sent, [ERRAND_REFUSED] = &round->refused, [ERRAND_UNKNOWN] = &round->unsure};
    ++*counts[end];
    if (end == ERRAND_TAKEN)
        return outbox_sent(desk, id, error);
    g_free(round->trouble);
    round->trouble = g_strdup(said);
    return end == ERRAND_REFUSED ? outbox_refused(desk, id, said, error) : outbox_unsure(desk, id, said, error);
}

static bool order_carry(Desk *desk, const OutboxOrder *order, CourierMake make, void *data, CourierRound *round,
                        GError **error)
{
    g_auto(OutboxCopy) copy = {0};
    g_autoptr(GError) reason = NULL;
    g_autofree char *said = NULL;
    bool handed = false;
    if (!make(desk, order, &copy, data, &reason))
        return end_write(desk, order->id, ERRAND_REFUSED, reason->message, round, error);
    if (!outbox_hand(desk, order->id, &copy, &handed, error))
        return false;
    if (!handed)
        return true;
    ErrandEnd end = copy_deliver(desk->settings, order, &copy, &said);
    return end_write(desk, order->id, end, said, round, error);
}

static bool one_carry(Desk *desk, gint64 id, CourierMake make, void *data, CourierRound *round, GError **error)
{
    g_autoptr(OutboxOrder) order = outbox_order(desk, id, error);
    if (order == NULL)
        return false;
    if (courier_has_way(desk->settings, order->channel))
        return order_carry(desk, order, make, data, round, error);
    round->stay++;
    return true;
}

bool courier_round(Desk *desk, CourierMake make, void *data, CourierRound *round, GError **error)
{
    bool ours = false;
    if (!outbox_courier_begin(desk, &ours, error))
        return false;
    if (!ours)
        return true;
    g_autoptr(GArray) ids = outbox_due(desk, error);
    bool good = ids != NULL;
    for (guint i = 0; good && i < ids->len; i++)
        good = one_carry(desk, g_array_index(ids, gint64, i), make, data, round, error);
    outbox_courier_end(desk);
    return good;
}

bool courier_next(Desk *desk, int *seconds, GError **error)
{
    int first = -1;
    for (size_t i = 0; i < G_N_ELEMENTS(WAYS); i++) {
        int of_channel = -1;
        if (!courier_has_way(desk->settings, WAYS[i].channel))
            continue;
        if (!outbox_next(desk, WAYS[i].channel, &of_channel, error))
            return false;
        if (of_channel >= 0 && (first < 0 || of_channel < first))
            first = of_channel;
    }
    *seconds = first;
    return true;
}
