/* Writes an audit file of about so many megabytes: make_audit FILE MEGABYTES */
#include "model/audit_file.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    AuditTruth truth = {0};
    gint64 megabytes = argc == 3 ? g_ascii_strtoll(argv[2], NULL, 10) : 0;
    if (megabytes <= 0) {
        fputs("usage: make_audit FILE MEGABYTES\n", stderr);
        return 2;
    }
    if (!audit_file_write(argv[1], megabytes * 1024 * 1024, &truth)) {
        fprintf(stderr, "%s cannot be written\n", argv[1]);
        return 1;
    }
    return 0;
}
