/* A journal is text: a first line "telex journal 2 FINGERPRINT", then one line for each checkpoint,
 * "ITEMS CHAIN FLAGS BYTES HASH BYTES HASH", numbers in hexadecimal.  HASH (XXH64) is that of the
 * first BYTES bytes of the records, then of the errors: an entry counts only when the files still
 * bear it out, so that neither a torn line nor a file that a loss of power has cut short can be
 * mistaken for a good one.
 *
 * The last entry of a run that is over has FINISHED among its flags: its outputs may have their
 * names.  They get them one after the other, so that a run may be killed in between; the one that
 * has its name is then copied back, for the run that resumes to give both names again. */
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

#define HEX      "%016" PRIx64 " "
#define MAGIC    "telex journal 2 "
#define FIRST    33 /* bytes of the first line */
#define ENTRY    105
#define PORTION  ((size_t)64 << 10)
#define FINISHED 0x80U

struct entry {
	struct checkpoint done;
	uint64_t bytes[JOURNAL_PARTS], hash[JOURNAL_PARTS];
};

/* The hashes of the parts up to where the entries have been checked. */
struct check {
	XXH64_state_t *hash[JOURNAL_PARTS];
	struct entry last;
};

/* Read all of it; false at the end of the file, or at an error. */
static bool read_whole(int fd, char *bytes, size_t size, off_t at)
{
	size_t len = 0;

	while (len < size) {
		ssize_t more = pread(fd, bytes + len, size - len, at + (off_t)len);
		if (more < 0 && errno == EINTR)
			continue;
		if (more <= 0)
			return false;
		len += (size_t)more;
	}
	return true;
}

static bool write_whole(int fd, const char *bytes, size_t size, off_t at)
{
	size_t len = 0;

	while (len < size) {
		ssize_t more = pwrite(fd, bytes + len, size - len, at + (off_t)len);
		if (more < 0 && errno == EINTR)
			continue;
		if (more < 0)
			return false;
		len += (size_t)more;
	}
	return true;
}

static bool read_entry(int journal, off_t at, struct entry *ret_entry)
{
	char line[ENTRY + 1];

	if (!read_whole(journal, line, ENTRY, at) || line[ENTRY - 1] != '\n')
		return false;
	line[ENTRY] = '\0';
	return sscanf(line,
		      "%" SCNx64 " %" SCNx64 " %x %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64,
		      &ret_entry->done.items, &ret_entry->done.chain, &ret_entry->done.flags,
		      &ret_entry->bytes[0], &ret_entry->hash[0], &ret_entry->bytes[1],
		      &ret_entry->hash[1]) == 7;
}

/* Take the hash of the next `bytes` of the file; false when it has fewer. */
static bool hash_more(int part, XXH64_state_t *hash, uint64_t from, uint64_t bytes)
{
	char portion[PORTION];

	while (bytes > 0) {
		size_t len = bytes < PORTION ? (size_t)bytes : PORTION;
		if (!read_whole(part, portion, len, (off_t)from))
			return false;
		XXH64_update(hash, portion, len);
		from += len;
		bytes -= len;
	}
	return true;
}

/* Whether part number `i` bears the entry out. */
static bool is_borne_out(const struct journal *journal, struct check *check,
			 const struct entry *entry, size_t i)
{
	uint64_t before = check->last.bytes[i];

	if (journal->parts[i] == NULL)
		return entry->bytes[i] == 0;
	return entry->bytes[i] >= before &&
	       hash_more(journal->parts[i]->fd, check->hash[i], before, entry->bytes[i] - before) &&
	       XXH64_digest(check->hash[i]) == entry->hash[i];
}

static void accept(struct journal *journal, struct check *check, const struct entry *entry)
{
	check->last = *entry;
	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		if (journal->parts[i] == NULL)
			continue;
		journal->parts[i]->bytes = entry->bytes[i];
		XXH64_copyState(journal->parts[i]->hash, check->hash[i]);
	}
}

/* How many entries at the journal's start the files bear out. */
static off_t check_entries(struct journal *journal, struct check *check)
{
	struct entry entry;
	off_t count = 0;

	while (read_entry(journal->fd, FIRST + count * ENTRY, &entry)) {
		for (size_t i = 0; i < JOURNAL_PARTS; i++) {
			if (!is_borne_out(journal, check, &entry, i))
				return count;
		}
		accept(journal, check, &entry);
		count++;
	}
	return count;
}

static bool read_last(int journal, struct entry *ret_entry)
{
	struct stat info;

	if (fstat(journal, &info) != 0 || info.st_size < FIRST + ENTRY)
		return false;
	return read_entry(journal, info.st_size - ENTRY, ret_entry);
}

/* The file that has its name already; -1: it does not, or there is no such file. */
static int open_named(const struct output *part)
{
	struct stat info;

	if (fstat(part->fd, &info) != 0 || info.st_size > 0)
		return -1;
	return open(part->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

/* Copy an output back that has its name already; the check of entries says whether it is the one.
 */
static void take_back(const struct output *part, uint64_t bytes)
{
	char portion[PORTION];
	int named = open_named(part);
	uint64_t at = 0;

	while (named >= 0 && at < bytes) {
		size_t len = bytes - at < PORTION ? (size_t)(bytes - at) : PORTION;
		if (!read_whole(named, portion, len, (off_t)at) ||
		    !write_whole(part->fd, portion, len, (off_t)at))
			break;
		at += len;
	}
	if (named >= 0)
		close(named);
}

static void take_back_finished(const struct journal *journal)
{
	struct entry last;

	if (!read_last(journal->fd, &last) || (last.done.flags & FINISHED) == 0)
		return;
	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		if (journal->parts[i] != NULL && last.bytes[i] > 0)
			take_back(journal->parts[i], last.bytes[i]);
	}
}

/* Find the last entry that counts; -1 with errno when memory is short, else the number of entries.
 */
static off_t find_last(struct journal *journal, struct checkpoint *ret_done)
{
	struct check check = {.last = {.bytes = {0}}};
	off_t count = 0;
	bool ready = true;

	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		check.hash[i] = XXH64_createState();
		ready = ready && check.hash[i] != NULL && XXH64_reset(check.hash[i], 0) == XXH_OK;
	}
	if (ready) {
		take_back_finished(journal);
		count = check_entries(journal, &check);
		*ret_done = check.last.done;
		ret_done->flags &= ~FINISHED;
	}
	for (size_t i = 0; i < JOURNAL_PARTS; i++)
		XXH64_freeState(check.hash[i]);
	errno = ENOMEM;
	return ready ? count : -1;
}

/* The first line of the run whose journal it is; false: not of a run that could go on. */
static bool read_fingerprint(int journal, uint64_t *ret_fingerprint)
{
	char line[FIRST + 1];
	struct entry entry;

	if (!read_whole(journal, line, FIRST, 0) || memcmp(line, MAGIC, sizeof(MAGIC) - 1) != 0 ||
	    !read_entry(journal, FIRST, &entry))
		return false;
	line[FIRST] = '\0';
	*ret_fingerprint = strtoull(line + sizeof(MAGIC) - 1, NULL, 16);
	return true;
}

static bool begin(int journal, uint64_t fingerprint)
{
	char first[FIRST + 1];

	snprintf(first, sizeof(first), MAGIC "%016" PRIx64 "\n", fingerprint);
	return ftruncate(journal, 0) == 0 && write_whole(journal, first, FIRST, 0);
}

static enum journal_status start(struct journal *journal, const struct resumption *resumption,
				 struct checkpoint *ret_done)
{
	uint64_t fingerprint;
	off_t count = 0;

	if (resumption->wanted && read_fingerprint(journal->fd, &fingerprint)) {
		if (fingerprint != resumption->fingerprint)
			return JOURNAL_OTHER;
		count = find_last(journal, ret_done);
	}
	if (count < 0 || (count == 0 && !begin(journal->fd, resumption->fingerprint)) ||
	    ftruncate(journal->fd, FIRST + count * ENTRY) != 0 ||
	    lseek(journal->fd, 0, SEEK_END) < 0)
		return JOURNAL_FAILED;
	journal->has_entries = count > 0;
	journal->last = *ret_done;
	return JOURNAL_OPEN;
}

void journal_close(struct journal *journal)
{
	if (journal->fd >= 0)
		close(journal->fd);
	journal->fd = -1;
}

enum journal_status journal_open(struct journal *journal, const struct resumption *resumption,
				 struct checkpoint *ret_done)
{
	*ret_done = (struct checkpoint){0};
	journal->fd = open(journal->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
	if (journal->fd < 0)
		return JOURNAL_FAILED;
	enum journal_status status = start(journal, resumption, ret_done);
	if (status != JOURNAL_OPEN) {
		int error = errno;
		journal_close(journal);
		errno = error;
	}
	return status;
}

static bool add(struct journal *journal, const struct checkpoint *done)
{
	uint64_t bytes[JOURNAL_PARTS] = {0}, hash[JOURNAL_PARTS] = {0};
	char line[ENTRY + 16];
	off_t end = lseek(journal->fd, 0, SEEK_CUR);

	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		if (journal->parts[i] == NULL)
			continue;
		bytes[i] = journal->parts[i]->bytes;
		hash[i] = XXH64_digest(journal->parts[i]->hash);
	}
	snprintf(line, sizeof(line), HEX HEX "%02x " HEX HEX HEX "%016" PRIx64 "\n", done->items,
		 done->chain, done->flags & 0xffU, bytes[0], hash[0], bytes[1], hash[1]);
	return end >= 0 && write_whole(journal->fd, line, ENTRY, end) &&
	       lseek(journal->fd, end + ENTRY, SEEK_SET) >= 0;
}

bool journal_add(struct journal *journal, const struct checkpoint *done)
{
	if (!add(journal, done))
		return false;
	journal->has_entries = true;
	journal->last = *done;
	return true;
}

void journal_finish(struct journal *journal)
{
	struct checkpoint done = journal->last;

	done.flags |= FINISHED;
	if (journal->fd >= 0 && add(journal, &done))
		(void)fsync(journal->fd);
}
