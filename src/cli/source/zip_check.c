/* The end of a zip by PKWARE's APPNOTE 6.3, 4.3.12 to 4.3.16: the central directory must list as
 * many members as were met, under the same names; then its end record, and nothing but zeros.
 * libarchive passes over what is between two members and stops where the directory begins.
 * Left out: offsets and sizes in it, and an archive in several parts. */
#include "cli/source/zip_check.h"

#include <xxhash.h>

#include "core/slice.h"
#include "core/scan.h"

#define LOCAL_LEN   30
#define ENTRY_LEN   46
#define RECENT_KEPT ((size_t)256 << 10) /* more than a header with its names may have */
#define MANY        0xffff              /* members: the number is in another record */

void zip_check_done(struct zip_check *check)
{
	tx_buffer_done(&check->recent);
}

/* The bytes at `at`, as far as they are kept. */
static telex_slice bytes_at(const struct zip_check *check, uint64_t at)
{
	telex_slice recent = {check->recent.data, check->recent.len};

	if (at < check->recent_at || at - check->recent_at > recent.len)
		return (telex_slice){0};
	return tx_slice_skip(recent, (size_t)(at - check->recent_at));
}

static void forget_before(struct zip_check *check, uint64_t at)
{
	telex_slice kept = bytes_at(check, at);

	if (kept.ptr == NULL)
		return;
	memmove(check->recent.data, kept.ptr, kept.len);
	check->recent.len = kept.len;
	check->recent_at = at;
}

void zip_check_pass(struct zip_check *check, telex_slice block, uint64_t used)
{
	/* Seldom enough that moving the rest costs nothing beside copying the block. */
	if (check->recent.len > 4 * RECENT_KEPT && used > check->recent_at + 2 * RECENT_KEPT)
		forget_before(check, used - RECENT_KEPT);
	tx_buffer_slice(&check->recent, block);
}

static size_t number(telex_slice bytes, size_t at, size_t len)
{
	size_t value = 0;

	while (len-- > 0)
		value = value << 8 | (unsigned char)bytes.ptr[at + len];
	return value;
}

static bool has_signature(telex_slice bytes, const char *signature)
{
	return bytes.len >= 4 && memcmp(bytes.ptr, signature, 4) == 0;
}

static uint64_t hash_of(telex_slice name)
{
	return XXH64(name.ptr, name.len, 0);
}

/* Before the header there may be what libarchive has not yet let go: the end of a member. */
telex_slice zip_check_member(struct zip_check *check, uint64_t start, uint64_t end)
{
	telex_slice signature = TX_LIT("PK\3\4"), header, name;
	uint64_t at = start > check->recent_at ? start : check->recent_at;

	for (; at + LOCAL_LEN <= end; at++) {
		header = tx_slice_take(bytes_at(check, at), (size_t)(end - at));
		size_t skipped = tx_slice_find(header, signature);
		header = tx_slice_skip(header, skipped);
		at += skipped;
		if (header.len < LOCAL_LEN)
			break;
		name = tx_slice(header.ptr + LOCAL_LEN, number(header, 26, 2));
		if (LOCAL_LEN + name.len + number(header, 28, 2) != header.len)
			continue;
		check->members++;
		check->names += hash_of(name);
		return name;
	}
	return (telex_slice){0};
}

/* A reader of the end. */
struct rest {
	struct zip_check *check;
	uint64_t at;
	ssize_t (*more)(void *user, const char **ret_bytes);
	void *user;
};

/* So many bytes of what follows, or fewer where it ends. */
static telex_slice next_bytes(struct rest *rest, size_t len)
{
	struct zip_check *check = rest->check;
	const char *bytes;
	ssize_t more = 1;

	while (bytes_at(check, rest->at).len < len && more > 0) {
		if (check->recent.len > 4 * RECENT_KEPT)
			forget_before(check, rest->at);
		more = rest->more(rest->user, &bytes);
		if (more > 0)
			tx_buffer_append(&check->recent, bytes, (size_t)more);
	}
	return tx_slice_take(bytes_at(check, rest->at), len);
}

/* A record of the end: its length is that of its fixed part and of the parts whose lengths stand
 * in it, two bytes each. */
struct record {
	const char *signature;
	size_t fixed;
	size_t lengths_at[3];
	size_t length_bytes;
};

static const struct record records[] = {
	{"PK\1\2", ENTRY_LEN, {28, 30, 32}, 2},
	{"PK\5\5", 6, {4}, 2},
	{"PK\6\6", 12, {4}, 8},
	{"PK\6\7", 20, {0}, 0},
	{"PK\5\6", 22, {20}, 2},
};

/* The next record; its length is 0 where there is none, or not the whole of it. */
static telex_slice next_record(struct rest *rest)
{
	telex_slice bytes = next_bytes(rest, 4);
	size_t i = 0, len;

	while (i < TX_COUNT(records) && !has_signature(bytes, records[i].signature))
		i++;
	if (i == TX_COUNT(records))
		return (telex_slice){0};
	len = records[i].fixed;
	bytes = next_bytes(rest, len);
	for (size_t k = 0; k < 3 && records[i].lengths_at[k] != 0 && bytes.len >= records[i].fixed;
	     k++)
		len += number(bytes, records[i].lengths_at[k], records[i].length_bytes);
	bytes = len <= RECENT_KEPT ? next_bytes(rest, len) : (telex_slice){0};
	return bytes.len == len ? bytes : (telex_slice){0};
}

/* What libarchive passed over before the list; how far it has let go of that is not certain. */
static void find_list(struct rest *rest)
{
	telex_slice bytes;

	while ((bytes = next_bytes(rest, 4)).len == 4 && !has_signature(bytes, "PK\1\2") &&
	       !has_signature(bytes, "PK\5\6") && !has_signature(bytes, "PK\6\6"))
		rest->at++;
}

static bool only_zeros_follow(struct rest *rest)
{
	telex_slice bytes;

	while ((bytes = next_bytes(rest, 1)).len > 0 && bytes.ptr[0] == '\0')
		rest->at++;
	return bytes.len == 0;
}

const char *zip_check_end(struct zip_check *check, uint64_t at,
			  ssize_t (*more)(void *user, const char **ret_bytes), void *user)
{
	struct rest rest = {.check = check, .at = at, .more = more, .user = user};
	telex_slice record;
	uint64_t listed = 0, names = 0, stated;

	find_list(&rest);
	do {
		record = next_record(&rest);
		rest.at += record.len;
		if (has_signature(record, "PK\1\2")) {
			names += hash_of(tx_slice(record.ptr + ENTRY_LEN, number(record, 28, 2)));
			listed++;
		}
	} while (record.len > 0 && !has_signature(record, "PK\5\6"));
	if (check->recent.failed)
		return "out of memory";
	if (record.len == 0)
		return "the list at its end is cut off or damaged";
	stated = number(record, 10, 2);
	if (listed != check->members || names != check->names ||
	    (stated != MANY && stated != listed))
		return "its members are not those of the list at its end";
	return only_zeros_follow(&rest) ? NULL : "something else follows its end";
}
