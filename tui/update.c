#include "update.h"
#define NCURSES_NOMACROS
#include <curses.h>
#include <fcntl.h>
#include <glib.h>
#include <sys/mman.h>
#include <unistd.h>

static struct {
    FILE *out;  /* a second descriptor of the terminal, so that standard output is never bent */
    int memory; /* where it points during an update */
    GString *picture;
} update = {.memory = -1};

FILE *update_open(void)
{
    update.memory = memfd_create("picture", MFD_CLOEXEC);
    int fd = update.memory < 0 ? -1 : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    update.out = fd < 0 ? NULL : fdopen(fd, "w");
    update.picture = g_string_new(NULL);
    return update.out;
}

void update_close(void)
{
    if (update.out != NULL)
        fclose(update.out);
    if (update.memory >= 0)
        close(update.memory);
    if (update.picture != NULL)
        g_string_free(update.picture, TRUE);
    update.out = NULL;
    update.memory = -1;
    update.picture = NULL;
}

static void read_picture(void)
{
    char bytes[8192];
    ssize_t got = 0;
    g_string_truncate(update.picture, 0);
    (void)lseek(update.memory, 0, SEEK_SET);
    while ((got = read(update.memory, bytes, sizeof bytes)) > 0)
        g_string_append_len(update.picture, bytes, got);
    (void)!ftruncate(update.memory, 0);
    (void)lseek(update.memory, 0, SEEK_SET);
}

size_t update_take(const char **bytes)
{
    *bytes = NULL;
    if (update.out == NULL || dup3(update.memory, fileno(update.out), O_CLOEXEC) < 0) {
        doupdate();
        return 0;
    }
    doupdate();
    (void)dup3(STDOUT_FILENO, fileno(update.out), O_CLOEXEC);
    read_picture();
    *bytes = update.picture->str;
    return update.picture->len;
}
