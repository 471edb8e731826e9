/* Agencies and archives of pictures, as credits below pictures name them.  They send no dispatches,
 * so they have no profile. */
#include "agency/match.h"

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

	return tx_slice_in(text, names);
}
