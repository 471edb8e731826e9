/* Files that are plainly not text: each sign of the table, and text that begins alike. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "cli/source/foreign.h"

#define BYTES(literal)                                                                             \
	{                                                                                          \
		literal, sizeof(literal) - 1                                                       \
	}

static const struct {
	telex_slice head;
	const char *kind; /* NULL: it may be text, or an archive */
} rows[] = {
	{BYTES("\xff\xd8\xff\xe0JFIF"), "a JPEG picture"},
	{BYTES("\x89PNG\r\n\x1a\n"), "a PNG picture"},
	{BYTES("GIF89a\1\0"), "a GIF picture"},
	{BYTES("GIF87a\1\0"), "a GIF picture"},
	{BYTES("II*\0\10\0\0\0"), "a TIFF picture"},
	{BYTES("MM\0*\0\0\0\10"), "a TIFF picture"},
	{BYTES("BM6\0\14\0\0\0\0\0\66\0"), "a BMP picture"},
	{BYTES("\0\0\1\0\1\0"), "an icon"},
	{BYTES("RIFF\20\0\0\0WEBPVP8 "), "a WebP picture"},
	{BYTES("RIFF\20\0\0\0WAVEfmt "), "sound"},
	{BYTES("RIFF\20\0\0\0AVI LIST"), "a film"},
	{BYTES("\0\0\0\40ftypisom"), "a film or a picture"},
	{BYTES("ID3\3\0\0\0\0\20\0"), "sound"},
	{BYTES("OggS\0\2"), "sound"},
	{BYTES("%PDF-1.4\n"), "a PDF document"},
	{BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an Office document"},
	{BYTES("SQLite format 3\0\20"), "a database"},
	{BYTES("\x7f\x45LF\2\1"), "a program"},
	{BYTES("MZ\x90\0\3\0"), "a program"},
	{BYTES("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\23\0\0\0[Content_Types].xml"),
	 "an office document"},
	{BYTES("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\0\0\0mimetypeapplication"),
	 "an office document"},
	{BYTES("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\13\0\0\0_rels/.rels"),
	 "an office document"},
	{BYTES("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\24\0\0\0META-INF/MANIFEST.MF"),
	 "an office document"},
	/* an archive, and text */
	{BYTES("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0a.txt"), NULL},
	{BYTES("GIF8 is a year of pictures"), NULL},
	{BYTES("BM Vigo, 3 mar (EFE).-"), NULL},
	{BYTES("RIFF between two bands"), NULL},
	{BYTES("ID3 is the third identity"), NULL},
	{BYTES("MZ"), NULL},
	{BYTES(""), NULL},
};

static void kinds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *kind = foreign_kind(rows[i].head);
		bool good = rows[i].kind == NULL ? kind == NULL
						 : kind != NULL && strcmp(kind, rows[i].kind) == 0;
		if (!good)
			fail_msg("row %zu: %s", i, kind == NULL ? "text" : kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
