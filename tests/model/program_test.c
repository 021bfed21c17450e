/* An outside program gets its bytes and is heard without anybody waiting, however much it reads or says. */
#include "base/program.h"

#include <string.h>
#include <sys/wait.h>

static int run(Program *program, const char *const *argv, const char *input, gsize most)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(input, strlen(input));
    ProgramGuard before = program_guard();
    int status = 0;
    g_assert_true(program_start(program, argv, bytes, most, &error));
    g_assert_no_error(error);
    while (!program_ended(program, &status))
        program_wait(program, 20);
    program_unguard(before);
    return status;
}

static void test_fed_and_heard(void)
{
    static const char *const cat[] = {"cat", NULL};
    g_autofree char *much = g_strnfill(200000, 'x'); /* more than a pipe holds, both ways */
    g_auto(Program) program = {0};
    int status = run(&program, cat, much, G_MAXSIZE);
    g_assert_true(program_succeeded(status));
    g_assert_cmpuint(program.said->len, ==, 200000);
}

static void test_complaints_in_order(void)
{
    static const char *const words[] = {"sh", "-c", "echo one; echo two >&2; echo three; exit 3", NULL};
    g_auto(Program) program = {0};
    int status = run(&program, words, "", G_MAXSIZE);
    g_assert_false(program_succeeded(status));
    g_assert_cmpint(WEXITSTATUS(status), ==, 3);
    g_assert_cmpstr(program.said->str, ==, "one\ntwo\nthree\n");
}

/* It is read to its end all the same: a program never hangs because nobody listens. */
static void test_only_the_beginning_is_kept(void)
{
    static const char *const words[] = {"sh", "-c", "head -c 300000 /dev/zero | tr '\\0' y", NULL};
    g_auto(Program) program = {0};
    int status = run(&program, words, "", 2000);
    g_assert_true(program_succeeded(status));
    g_assert_cmpuint(program.said->len, >=, 2000);
    g_assert_cmpuint(program.said->len, <, 2000 + 4096);
}

static void test_what_it_does_not_read_is_no_trouble(void)
{
    static const char *const words[] = {"true", NULL};
    g_autofree char *much = g_strnfill(200000, 'x');
    g_auto(Program) program = {0};
    g_assert_true(program_succeeded(run(&program, words, much, 100)));
    g_assert_cmpuint(program_unread(&program), ==, 200000);
}

/* Also where the pipe held all of it, so that it could be given away without anybody taking it. */
static void test_what_was_not_read_is_counted(void)
{
    static const char *const words[] = {"sh", "-c", "read line; exit 0", NULL}, *const cat[] = {"cat", NULL};
    g_auto(Program) some = {0}, all = {0};
    g_assert_true(program_succeeded(run(&some, words, "To: An\nDear An\n", 100)));
    g_assert_cmpuint(program_unread(&some), ==, strlen("Dear An\n"));
    g_assert_true(program_succeeded(run(&all, cat, "To: An\nDear An\n", 100)));
    g_assert_cmpuint(program_unread(&all), ==, 0);
}

static void test_a_killed_one_did_not_succeed(void)
{
    static const char *const words[] = {"sh", "-c", "kill -9 $$", NULL};
    g_auto(Program) program = {0};
    int status = run(&program, words, "", 100);
    g_assert_false(program_succeeded(status));
    g_assert_true(WIFSIGNALED(status));
}

static void test_one_that_is_not_there(void)
{
    static const char *const words[] = {"no-such-program-of-ours", NULL};
    g_autoptr(GError) error = NULL;
    g_auto(Program) program = {0};
    g_assert_false(program_start(&program, words, NULL, 100, &error));
    g_assert_nonnull(error);
    g_autoptr(GArray) pollfds = g_array_new(FALSE, FALSE, 8);
    program_poll(&program, pollfds);
    g_assert_cmpuint(pollfds->len, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/program/gets all its bytes and is heard to the end", test_fed_and_heard);
    g_test_add_func("/program/its complaints stand among its words", test_complaints_in_order);
    g_test_add_func("/program/of one that never stops talking the beginning is kept", test_only_the_beginning_is_kept);
    g_test_add_func("/program/what it does not read is no trouble", test_what_it_does_not_read_is_no_trouble);
    g_test_add_func("/program/what it has not read is counted", test_what_was_not_read_is_counted);
    g_test_add_func("/program/a killed one did not succeed", test_a_killed_one_did_not_succeed);
    g_test_add_func("/program/one that is not there does not start", test_one_that_is_not_there);
    return g_test_run();
}
