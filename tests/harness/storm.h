/* What the harnesses with many desks share: a scratch database, memory that outlives a kill -9, desks as processes.
 *
 * The parent never opens the database before the last fork: SQLite must not be carried into a child. */
#pragma once
#include "store/store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    char *folder, *path;
} Scene;

static inline Store *scene_open(const char *path)
{
    g_autoptr(GError) error = NULL;
    Store *store = store_open(path, STORE_CREATE, &error);
    if (store == NULL)
        g_error("%s", error->message);
    return store;
}

/* A child that does not outlive us; as fork. */
static inline pid_t process_start(void)
{
    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
    }
    return pid;
}

/* The database is made by a child, see above. */
static inline Scene scene_start(void)
{
    Scene scene = {.folder = g_dir_make_tmp("belronde-storm-XXXXXX", NULL)};
    scene.path = g_build_filename(scene.folder, "desk.db", NULL);
    pid_t maker = process_start();
    if (maker == 0) {
        store_close(scene_open(scene.path));
        _exit(0);
    }
    int status = -1;
    if (waitpid(maker, &status, 0) != maker || status != 0)
        g_error("the scratch database could not be made");
    return scene;
}

static inline void scene_end(Scene *scene)
{
    GDir *dir = g_dir_open(scene->folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *file = g_build_filename(scene->folder, name, NULL);
        g_remove(file);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(scene->folder);
    g_free(scene->path);
    g_free(scene->folder);
}

static inline void *shared_memory(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        g_error("no shared memory");
    return memory;
}

static inline void process_kill(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}
