/* A ZIP archive from outside: what it holds, and one member at a time on disk, in a file without a name. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct ZipArchive ZipArchive;

typedef struct {
    guint64 index;
    char *raw;  /* as the archive has it, UTF-8 */
    char *name; /* cleaned, for people */
    guint64 size, packed;
    bool folder, locked;
} ZipMember;

/* INPUT when it is no whole archive, holds too many members, or when its parts overlap. */
ZipArchive *zip_archive_open(const char *path, GError **error);
void zip_archive_close(ZipArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZipArchive, zip_archive_close)

/* In the order of their names; borrowed. */
const GPtrArray *zip_archive_members(const ZipArchive *archive);
/* An Excel, Word or LibreOffice document is an archive, too. */
bool zip_archive_is_office(const ZipArchive *archive);
gint64 zip_archive_bytes(const ZipArchive *archive); /* unpacked, as stated */
/* Why this member is not unpacked: a sentence part, translated; NULL: it can be. */
const char *zip_member_refused(const ZipMember *member);

/* Unpacks one member.  The path, whose last part is the member's own name, can be read until the next call or
 * until the archive is closed; borrowed.  NULL: INPUT says what is wrong with the member, STORE that there is
 * no room. */
const char *zip_archive_unpack(ZipArchive *archive, const ZipMember *member, GError **error);
