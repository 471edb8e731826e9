/* Telling text from binary files: by the signatures of the files that land in archive folders, else
 * by the share of NUL and control bytes.  Wire envelopes have control characters too, but few
 * beside their text. */
#include "reader/binary.h"

#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"
#include "reader/charset.h"
#include "core/scan.h"

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

static const char *find_signature(telex_slice sample)
{
	for (size_t i = 0; i < TX_COUNT(signatures); i++) {
		const struct signature *signature = &signatures[i];
		if (sample.len > 0 && sample.ptr[0] == signature->bytes[0] &&
		    tx_slice_starts(sample, tx_slice(signature->bytes, signature->len)))
			return signature->kind;
	}
	return NULL;
}

static bool block_has_control(const char *p)
{
	tx_block block = tx_block_load(p);
	tx_block text =
		tx_mark_or(tx_mark_equal(block, '\t'),
			   tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, '\r')));
	tx_block control = tx_mark_or(tx_mark_control(block), tx_mark_equal(block, 0x7f));

	return tx_mark_bits(tx_mark_without(control, text)) != 0;
}

static bool has_control(telex_slice sample)
{
	size_t at = 0;

	for (; sample.len - at >= TX_BLOCK; at += TX_BLOCK) {
		if (block_has_control(sample.ptr + at))
			return true;
	}
	while (at < sample.len && !tx_char_is(sample.ptr[at], TX_CHAR_CONTROL))
		at++;
	return at < sample.len;
}

const char *tx_binary_kind(telex_slice bytes)
{
	telex_slice sample = tx_slice_take(bytes, SAMPLE_MAX);
	const char *kind = find_signature(sample);
	size_t controls = 0;

	if (kind != NULL || !has_control(sample))
		return kind;
	for (size_t i = 0; i < sample.len; i++)
		controls += tx_char_is(sample.ptr[i], TX_CHAR_CONTROL);
	struct tx_zeros zeros = tx_zeros_count(sample);
	size_t nuls = zeros.at[0] + zeros.at[1];
	bool broken = tx_utf8_check(sample) + 4 < sample.len;
	if (nuls * 20 > sample.len && (zeros.at[0] == 0 || zeros.at[1] == 0))
		return "UTF-16 without a byte-order mark (--charset=UTF-16LE or UTF-16BE reads it)";
	if (nuls * 10 > sample.len || (broken && controls * 12 > sample.len) ||
	    controls * 2 > sample.len)
		return "binary data";
	return NULL;
}
