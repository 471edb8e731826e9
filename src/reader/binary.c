/* Telling text from binary files: by the signatures of the files that land in archive folders, else
 * by the share of NUL and control bytes.  Wire envelopes have control characters too, but few
 * beside their text. */
#include "reader/binary.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define SAMPLE_MAX 320

struct signature {
	const char *bytes;
	size_t len;
	const char *kind;
};

static const struct signature signatures[] = {
	{"\x1f\x8b", 2, "a gzip archive"},
	{"PK\x03\x04", 4, "a zip archive"},
	{"BZh", 3, "a bzip2 archive"},
	{"\xfd"
	 "7zXZ",
	 5, "an xz archive"},
	{"\x28\xb5\x2f\xfd", 4, "a zstd archive"},
	{"\x7f"
	 "ELF",
	 4, "an ELF program"},
	{"\xff\xd8\xff", 3, "a JPEG picture"},
	{"\x89PNG", 4, "a PNG picture"},
	{"GIF8", 4, "a GIF picture"},
	{"%PDF-", 5, "a PDF document"},
	{"\xd0\xcf\x11\xe0", 4, "an Office document"},
	{"MZ\x90", 3, "a Windows program"},
};

const char *tx_binary_kind(telex_slice bytes)
{
	telex_slice sample = tx_slice_take(bytes, SAMPLE_MAX);
	size_t nuls = 0, controls = 0;

	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
		telex_slice signature = tx_slice(signatures[i].bytes, signatures[i].len);
		if (tx_slice_starts(sample, signature))
			return signatures[i].kind;
	}
	for (size_t i = 0; i < sample.len; i++) {
		nuls += sample.ptr[i] == '\0';
		controls += tx_char_is(sample.ptr[i], TX_CHAR_CONTROL);
	}
	if (controls == 0)
		return NULL;
	bool broken = tx_utf8_check(sample) + 4 < sample.len;
	if (nuls * 10 > sample.len || (broken && controls * 12 > sample.len) ||
	    controls * 2 > sample.len)
		return "binary data";
	return NULL;
}
