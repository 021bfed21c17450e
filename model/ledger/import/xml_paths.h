/* Which paths of an XML file mean something, as a tree that a walker goes down and up beside the file: an element
 * costs one comparison of names, and no path is ever put together. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { XML_SCOPE_NONE = 0, XML_NO_SLOT = -1 };

typedef struct {
    const char *path; /* below its scope */
    int slot;
    int attribute_slot; /* where the attribute beside the text goes */
    bool joined;        /* repeated ones are joined by a blank; else the first stays */
} XmlPath;

/* What is collected together, and where that begins below the root. */
typedef struct {
    int scope;
    const char *path; /* "": at the root */
    const XmlPath *rows;
    size_t count;
} XmlScope;

typedef struct XmlNode XmlNode;
struct XmlNode {
    char *name;
    XmlNode *first, *next; /* child, sibling */
    int scope;             /* that begins here */
    const XmlPath *row;    /* the text here means something; NULL: it does not */
    int row_scope;         /* to whom */
};

/* Made once and kept for good. */
const XmlNode *xml_paths_tree(const XmlScope *scopes, size_t count);
/* NULL where nothing below that name matters; node may be NULL. */
const XmlNode *xml_paths_child(const XmlNode *node, const char *name);
