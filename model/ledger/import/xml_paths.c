#include "ledger/import/xml_paths.h"

#include <string.h>

static XmlNode *child_made(XmlNode *node, const char *name, size_t length)
{
    for (XmlNode *child = node->first; child != NULL; child = child->next)
        if (strncmp(child->name, name, length) == 0 && child->name[length] == '\0')
            return child;
    XmlNode *child = g_new0(XmlNode, 1);
    child->name = g_strndup(name, length);
    child->next = node->first;
    node->first = child;
    return child;
}

static XmlNode *path_made(XmlNode *node, const char *path)
{
    while (*path != '\0') {
        size_t length = strcspn(path, "/");
        node = child_made(node, path, length);
        path += length + (path[length] == '/');
    }
    return node;
}

const XmlNode *xml_paths_tree(const XmlScope *scopes, size_t count)
{
    XmlNode *root = g_new0(XmlNode, 1);
    root->name = g_strdup("");
    for (size_t i = 0; i < count; i++) {
        XmlNode *start = path_made(root, scopes[i].path);
        start->scope = scopes[i].scope;
        for (size_t row = 0; row < scopes[i].count; row++) {
            XmlNode *leaf = path_made(start, scopes[i].rows[row].path);
            leaf->row = &scopes[i].rows[row];
            leaf->row_scope = scopes[i].scope;
        }
    }
    return root;
}

const XmlNode *xml_paths_child(const XmlNode *node, const char *name)
{
    for (const XmlNode *child = node == NULL ? NULL : node->first; child != NULL; child = child->next)
        if (strcmp(child->name, name) == 0)
            return child;
    return NULL;
}
