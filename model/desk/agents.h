/* Who works at the desks. */
#pragma once
#include "desk/desk.h"

/* Short names of the people (not of the program itself), by name; g_strfreev. */
char **agents_all(Desk *desk, GError **error);

/* Who signs a letter: as customers know him. */
typedef struct {
    char *full_name, *phone, *email; /* "" not known */
} AgentFace;
void agent_face_clear(AgentFace *face);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AgentFace, agent_face_clear)
/* Of the short name; all "" where there is no such person.  *face as before when it fails. */
bool agent_face(Desk *desk, const char *name, AgentFace *face, GError **error);
/* Keeps what [letter] signer, signer_phone and signer_email say of the person at this desk, so that a letter is signed
 * alike whoever's desk sends it.  Nothing is taken from settings that are another person's. */
bool agent_face_keep(Desk *desk, GError **error);
