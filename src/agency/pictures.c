/* Agencies and archives of pictures, as credits below pictures name them.  They send no dispatches,
 * so they have no profile. */
#include "agency/match.h"

#define NAME_MIN 3 /* bytes of the shortest of them */

bool tx_is_picture_agency(telex_slice text)
{
	static const char *const names[] = {
		"EPA",         "Getty",    "Getty Images", "Shutterstock", "iStock",
		"Alamy",       "IMAGO",    "Imago",        "Zuma",         "ZUMA Press",
		"LaPresse",    "Contacto", "Unsplash",     "Pixabay",      "AdobeStock",
		"Adobe Stock", "Magnum",   "Pool",         "POOL",         "Archivo",
		"ARCHIVO",     "Archives", "Archiv",       "Archivio",     "Arquivo",
		"File",        "Handout",  "HANDOUT",      "Zentralbild",  "picture alliance",
		NULL};

	return text.len >= NAME_MIN && strchr("EGSiAIZLCUPMFHp", text.ptr[0]) != NULL &&
	       tx_slice_in(text, names);
}
