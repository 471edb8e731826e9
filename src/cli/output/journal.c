/* A journal is text: a first line "telex journal 1 FINGERPRINT", then one line for each checkpoint,
 * "BYTES ITEMS CHAIN FLAGS HASH", numbers in hexadecimal.  HASH (XXH64) is that of the file's first
 * BYTES bytes: an entry counts only when the file still bears it out, so that neither a torn line
 * nor a file that a loss of power has cut short can be mistaken for a good one. */
#include "cli/output/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#define FORMAT  "%016" PRIx64 " %016" PRIx64 " %016" PRIx64 " %02x %016" PRIx64 "\n"
#define ENTRY   71 /* bytes of a line */
#define FIRST   33 /* and of the first one */
#define PORTION ((size_t)256 << 10)

struct entry {
	struct checkpoint done;
	uint64_t bytes, hash;
};

static bool read_entry(int journal, off_t at, struct entry *ret_entry)
{
	char line[ENTRY + 1];

	if (pread(journal, line, ENTRY, at) != ENTRY || line[ENTRY - 1] != '\n')
		return false;
	line[ENTRY] = '\0';
	return sscanf(line, "%" SCNx64 " %" SCNx64 " %" SCNx64 " %x %" SCNx64, &ret_entry->bytes,
		      &ret_entry->done.items, &ret_entry->done.chain, &ret_entry->done.flags,
		      &ret_entry->hash) == 5;
}

/* Take the hash of the next `bytes` of the file; false when it has fewer. */
static bool hash_more(int part, XXH64_state_t *hash, uint64_t from, uint64_t bytes, char *portion)
{
	while (bytes > 0) {
		size_t want = bytes < PORTION ? (size_t)bytes : PORTION;
		ssize_t len = pread(part, portion, want, (off_t)from);
		if (len < 0 && errno == EINTR)
			continue;
		if (len <= 0)
			return false;
		XXH64_update(hash, portion, (size_t)len);
		from += (uint64_t)len;
		bytes -= (uint64_t)len;
	}
	return true;
}

/* How many entries at the journal's start the file bears out; its hash goes up to the last one. */
static off_t check_entries(int journal, const struct journal_start *start, struct entry *ret_last)
{
	char *portion = malloc(PORTION);
	XXH64_state_t *hash = XXH64_createState();
	struct entry entry;
	off_t count = 0;

	XXH64_reset(start->hash, 0);
	if (portion == NULL || hash == NULL)
		goto out;
	XXH64_reset(hash, 0);
	while (read_entry(journal, FIRST + count * ENTRY, &entry)) {
		if (entry.bytes < ret_last->bytes ||
		    entry.done.items > start->resumption->items_max ||
		    !hash_more(start->part, hash, ret_last->bytes, entry.bytes - ret_last->bytes,
			       portion) ||
		    XXH64_digest(hash) != entry.hash)
			break;
		*ret_last = entry;
		XXH64_copyState(start->hash, hash);
		count++;
	}
out:
	free(portion);
	XXH64_freeState(hash);
	return count;
}

static bool has_fingerprint(int journal, const char *first)
{
	char line[FIRST];

	return pread(journal, line, FIRST, 0) == FIRST && memcmp(line, first, FIRST) == 0;
}

static bool begin(int journal, const char *first)
{
	return ftruncate(journal, 0) == 0 && pwrite(journal, first, FIRST, 0) == FIRST;
}

int journal_open(const char *path, const struct journal_start *start, struct checkpoint *ret_done,
		 uint64_t *ret_bytes)
{
	struct entry last = {.bytes = 0};
	char first[FIRST + 1];
	int journal = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
	off_t count = 0;

	*ret_done = last.done;
	*ret_bytes = 0;
	if (journal < 0)
		return -1;
	snprintf(first, sizeof(first), "telex journal 1 %016" PRIx64 "\n",
		 start->resumption->fingerprint);
	if (start->resumption->wanted && has_fingerprint(journal, first))
		count = check_entries(journal, start, &last);
	if ((count == 0 && !begin(journal, first)) ||
	    ftruncate(journal, FIRST + count * ENTRY) != 0 || lseek(journal, 0, SEEK_END) < 0) {
		int error = errno;
		close(journal);
		errno = error;
		return -1;
	}
	*ret_done = last.done;
	*ret_bytes = last.bytes;
	return journal;
}

bool journal_add(int journal, const struct checkpoint *done, uint64_t bytes, uint64_t hash)
{
	char line[ENTRY + 16];
	int len = snprintf(line, sizeof(line), FORMAT, bytes, done->items, done->chain,
			   done->flags & 0xffU, hash);

	return len == ENTRY && write(journal, line, ENTRY) == ENTRY;
}

bool journal_holds_something(int journal)
{
	struct stat info;

	return journal >= 0 && fstat(journal, &info) == 0 && info.st_size >= FIRST + ENTRY;
}
