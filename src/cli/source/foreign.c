/* Pictures, sound, office documents, programs, by their first bytes (the file formats' own
 * specifications; OLE 2 is also Thumbs.db).  Documents that are zips are known by the name of their
 * first member (OPC, OpenDocument, JAR).  Left out on purpose: archives, and files that only have
 * many control characters: either may hold dispatches. */
#include "cli/source/foreign.h"

#include "core/scan.h"
#include "core/slice.h"

#define ZIP_NAME_LEN 26 /* in a zip's first header */
#define ZIP_NAME     30

struct foreign {
	const char *kind;
	telex_slice start;
	size_t at; /* of what follows: a second sign, where one is needed */
	telex_slice then;
};

static const struct foreign table[] = {
	{"a JPEG picture", TX_SLICE("\xff\xd8\xff"), 0, {NULL, 0}},
	{"a PNG picture", TX_SLICE("\x89PNG\r\n"), 0, {NULL, 0}},
	{"a GIF picture", TX_SLICE("GIF8"), 5, TX_SLICE("a")},
	{"a TIFF picture", TX_SLICE("II*\0"), 0, {NULL, 0}},
	{"a TIFF picture", TX_SLICE("MM\0*"), 0, {NULL, 0}},
	{"a BMP picture", TX_SLICE("BM"), 6, TX_SLICE("\0\0\0\0")},
	{"an icon", TX_SLICE("\0\0\1\0"), 0, {NULL, 0}},
	{"a WebP picture", TX_SLICE("RIFF"), 8, TX_SLICE("WEBP")},
	{"sound", TX_SLICE("RIFF"), 8, TX_SLICE("WAVE")},
	{"a film", TX_SLICE("RIFF"), 8, TX_SLICE("AVI ")},
	{"a film or a picture", TX_SLICE("\0\0\0"), 4, TX_SLICE("ftyp")},
	{"sound", TX_SLICE("ID3"), 6, TX_SLICE("\0")},
	{"sound", TX_SLICE("OggS\0"), 0, {NULL, 0}},
	{"a PDF document", TX_SLICE("%PDF-"), 0, {NULL, 0}},
	{"an Office document", TX_SLICE("\xd0\xcf\x11\xe0"), 0, {NULL, 0}},
	{"a database", TX_SLICE("SQLite format 3\0"), 0, {NULL, 0}},
	{"a program",
	 TX_SLICE("\x7f"
		  "ELF"),
	 0,
	 {NULL, 0}},
	{"a program", TX_SLICE("MZ\x90\0"), 0, {NULL, 0}},
};

/* Whether a zip's first member has a name that only documents begin with. */
static bool is_document(telex_slice head)
{
	static const telex_slice names[] = {TX_SLICE("[Content_Types].xml"), TX_SLICE("_rels/"),
					    TX_SLICE("mimetype"), TX_SLICE("META-INF/")};

	if (head.len < ZIP_NAME || !tx_slice_starts(head, tx_slice("PK\3\4", 4)))
		return false;
	size_t len = (unsigned char)head.ptr[ZIP_NAME_LEN] |
		     (size_t)(unsigned char)head.ptr[ZIP_NAME_LEN + 1] << 8;
	telex_slice name = tx_slice_take(tx_slice_skip(head, ZIP_NAME), len);
	for (size_t i = 0; i < TX_COUNT(names); i++) {
		if (tx_slice_starts(name, names[i]))
			return true;
	}
	return false;
}

const char *foreign_kind(telex_slice head)
{
	for (size_t i = 0; i < TX_COUNT(table); i++) {
		if (tx_slice_starts(head, table[i].start) &&
		    (table[i].then.len == 0 ||
		     tx_slice_starts(tx_slice_skip(head, table[i].at), table[i].then)))
			return table[i].kind;
	}
	return is_document(head) ? "an office document" : NULL;
}
