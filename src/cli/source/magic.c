/* Magic numbers: RFC 1952 (gzip), RFC 8878 (zstd, its skippable frames too), the documents of
 * bzip2 and of the .xz format, PKWARE's APPNOTE (zip), POSIX ustar.  A tar is known by the checksum
 * of its first header, so that the old ones without a magic are read, and text with "ustar" in the
 * right place is not.  What is compressed in another way is known by its name only where no text
 * begins so.  Left out: kinds that begin as text does (ar, cpio, uuencoded). */
#include "cli/source/magic.h"

#include <string.h>

#include "core/slice.h"
#include "core/scan.h"

#define TAR_NAME     100
#define TAR_CHECKSUM 148
#define TAR_TYPE     156
#define TAR_MAGIC    257

struct start {
	enum magic magic;
	const char *name;
	size_t len;
	unsigned char bytes[8];
	size_t varied; /* the byte of which only the upper half is fixed; 8: there is no such byte
			*/
};

static const struct start starts[] = {
	{MAGIC_GZIP, "gzip", 2, {0x1f, 0x8b}, 8},
	{MAGIC_BZIP2, "bzip2", 4, {'B', 'Z', 'h', '0'}, 3},
	{MAGIC_XZ, "xz", 6, {0xfd, '7', 'z', 'X', 'Z', 0}, 8},
	{MAGIC_ZSTD, "zstd", 4, {0x28, 0xb5, 0x2f, 0xfd}, 8},
	{MAGIC_ZSTD, "zstd", 4, {0x50, 0x2a, 0x4d, 0x18}, 0},
	{MAGIC_ZIP, "zip", 4, {'P', 'K', 3, 4}, 8},
	{MAGIC_ZIP, "zip", 4, {'P', 'K', 5, 6}, 8},
	{MAGIC_OTHER, "lz4", 4, {0x04, 0x22, 0x4d, 0x18}, 8},
	{MAGIC_OTHER, "lzop", 5, {0x89, 'L', 'Z', 'O', 0}, 8},
	{MAGIC_OTHER, "compress", 2, {0x1f, 0x9d}, 8},
	{MAGIC_OTHER, "lzma", 3, {0x5d, 0, 0}, 8},
	{MAGIC_OTHER, "lzip", 5, {'L', 'Z', 'I', 'P', 1}, 8},
	{MAGIC_OTHER, "lrzip", 5, {'L', 'R', 'Z', 'I', 0}, 8},
	{MAGIC_OTHER, "grzip", 8, {'G', 'R', 'Z', 'i', 'p', 'I', 'I', 0}, 8},
	{MAGIC_OTHER, "7z", 6, {'7', 'z', 0xbc, 0xaf, 0x27, 0x1c}, 8},
	{MAGIC_OTHER, "rar", 6, {'R', 'a', 'r', '!', 0x1a, 7}, 8},
	{MAGIC_OTHER, "rpm", 4, {0xed, 0xab, 0xee, 0xdb}, 8},
	{MAGIC_OTHER, "cab", 6, {'M', 'S', 'C', 'F', 0, 0}, 8},
	{MAGIC_OTHER, "xar", 5, {'x', 'a', 'r', '!', 0}, 8},
};

/* Whether the head agrees with this start, as far as either goes. */
static bool agrees(const struct start *start, telex_slice head)
{
	for (size_t i = 0; i < start->len && i < head.len; i++) {
		unsigned mask = i == start->varied ? 0xf0 : 0xff;
		if (((unsigned char)head.ptr[i] & mask) != start->bytes[i])
			return false;
	}
	return true;
}

static bool is_number(telex_slice field)
{
	bool in_base_256 = field.len > 0 && ((unsigned char)field.ptr[0] & 0x80) != 0;

	for (size_t i = 0; i < field.len && !in_base_256; i++) {
		char c = field.ptr[i];
		if (c != ' ' && c != '\0' && (c < '0' || c > '7'))
			return false;
	}
	return true;
}

/* POSIX: the sum of the header's bytes, its own field taken as blanks; some wrote signed bytes. */
static bool has_checksum(telex_slice head)
{
	long unsigned_sum = 8 * ' ', signed_sum = 8 * ' ', stated = 0;
	size_t at = TAR_CHECKSUM;

	while (at < TAR_TYPE && head.ptr[at] == ' ')
		at++;
	if (at == TAR_TYPE || head.ptr[at] < '0' || head.ptr[at] > '7')
		return false;
	for (; at < TAR_TYPE && head.ptr[at] >= '0' && head.ptr[at] <= '7'; at++)
		stated = stated * 8 + (head.ptr[at] - '0');
	for (size_t i = 0; i < MAGIC_HEAD; i++) {
		if (i >= TAR_CHECKSUM && i < TAR_TYPE)
			continue;
		unsigned_sum += (unsigned char)head.ptr[i];
		signed_sum += (signed char)head.ptr[i];
	}
	return stated == unsigned_sum || stated == signed_sum;
}

/* A header that is damaged still has its magic, which ends in a NUL as no text has one. */
static bool is_tar(telex_slice head)
{
	telex_slice magic = tx_slice_skip(head, TAR_MAGIC);

	if (head.len < MAGIC_HEAD)
		return false;
	return has_checksum(head) || tx_slice_starts(magic, tx_slice("ustar\0", 6)) ||
	       tx_slice_starts(magic, tx_slice("ustar  \0", 8));
}

/* Whether this can be the start of a header of tar: mode, owner, size, time and checksum are
 * numbers.  A line end or another control character is taken for a sign of text. */
static bool may_be_tar(telex_slice head)
{
	static const size_t fields[] = {100, 108, 116, 124, 136, 148, TAR_TYPE};
	size_t i;

	if (head.len >= MAGIC_HEAD)
		return false;
	for (i = 0; i < head.len && i < TAR_NAME; i++) {
		if (head.ptr[i] > 0 && head.ptr[i] < ' ')
			return false;
	}
	for (i = 0; i + 1 < TX_COUNT(fields) && fields[i] < head.len; i++) {
		telex_slice field = tx_slice_skip(head, fields[i]);
		if (!is_number(tx_slice(field.ptr, field.len < fields[i + 1] - fields[i]
							   ? field.len
							   : fields[i + 1] - fields[i])))
			return false;
	}
	return true;
}

enum magic magic_of(telex_slice head, bool is_all)
{
	for (size_t i = 0; i < TX_COUNT(starts); i++) {
		if (!agrees(&starts[i], head))
			continue;
		if (head.len >= starts[i].len)
			return starts[i].magic;
		if (!is_all)
			return MAGIC_UNDECIDED;
	}
	if (is_tar(head))
		return MAGIC_TAR;
	return !is_all && may_be_tar(head) ? MAGIC_UNDECIDED : MAGIC_NONE;
}

const char *magic_name(telex_slice head)
{
	size_t i = 0;

	while (i < TX_COUNT(starts) && (head.len < starts[i].len || !agrees(&starts[i], head)))
		i++;
	return i < TX_COUNT(starts) ? starts[i].name : "tar";
}

bool magic_is_cut(telex_slice file)
{
	for (size_t i = 0; i < TX_COUNT(starts); i++) {
		if (file.len > 0 && file.len < starts[i].len && starts[i].magic != MAGIC_OTHER &&
		    agrees(&starts[i], file))
			return true;
	}
	return false;
}

bool magic_is_compression(enum magic magic)
{
	return magic == MAGIC_GZIP || magic == MAGIC_BZIP2 || magic == MAGIC_XZ ||
	       magic == MAGIC_ZSTD;
}
