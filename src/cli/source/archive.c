/* Reading archives by libarchive, forwards only, nothing on disk: tar and zip under any of its
 * filters, or one file under a filter.  An archive inside an archive is a problem that names it;
 * one that expands beyond its limits is left where it reaches them.  Left out: members that are no
 * files, hidden ones, encrypted ones. */
#include "cli/source/archive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "core/slice.h"
#include "core/utf8.h"

#define PORTION      ((size_t)128 << 10)
#define RATIO_COUNTS ((uint64_t)64 << 20) /* expanded bytes from which the ratio counts */
#define TAR_MAGIC_AT 257

struct archive_source {
	struct archive *archive;
	const struct archive_limits *limits;
	int fd;
	telex_slice head;
	uint64_t expanded;
	bool at_start; /* of a member: nothing of it has been read */
	bool broken;   /* nothing more can be read */
	bool told;     /* and the caller knows why */
	bool is_whole; /* a compressed file, not an archive */
	char name[256];
	char problem[300];
	char portion[PORTION];
};

bool archive_is(telex_slice head)
{
	static const struct {
		size_t at;
		const char *bytes;
		size_t len;
	} magics[] = {
		{0, "\x1f\x8b", 2},
		{0,
		 "\xfd"
		 "7zXZ",
		 5},
		{0, "\x28\xb5\x2f\xfd", 4},
		{0, "BZh", 3},
		{0, "PK\x03\x04", 4},
		{0, "PK\x05\x06", 4},
		{TAR_MAGIC_AT, "ustar", 5},
	};

	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++) {
		telex_slice magic = tx_slice(magics[i].bytes, magics[i].len);
		if (tx_slice_starts(tx_slice_skip(head, magics[i].at), magic))
			return true;
	}
	return false;
}

bool archive_is_named(const char *path)
{
	static const char *const endings[] = {".gz",  ".xz",  ".zst",  ".bz2",  ".tar", ".zip",
					      ".tgz", ".txz", ".tzst", ".tbz2", ".tbz"};
	telex_slice name = tx_slice_of(path);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		telex_slice ending = tx_slice_of(endings[i]);
		if (name.len > ending.len &&
		    tx_slice_eq_nocase(tx_slice_skip(name, name.len - ending.len), ending))
			return true;
	}
	return false;
}

static la_ssize_t read_more(struct archive *handle, void *user, const void **ret_bytes)
{
	struct archive_source *archive = user;
	ssize_t len;

	if (archive->head.len > 0) {
		*ret_bytes = archive->head.ptr;
		len = (ssize_t)archive->head.len;
		archive->head.len = 0;
		return len;
	}
	do
		len = read(archive->fd, archive->portion, PORTION);
	while (len < 0 && errno == EINTR);
	if (len < 0)
		archive_set_error(handle, errno, "cannot read");
	*ret_bytes = archive->portion;
	return len;
}

static void set_problem(struct archive_source *archive, const char *words)
{
	tx_utf8_printf(archive->problem, sizeof(archive->problem), "cannot read the archive: %s",
		       words == NULL ? "it is broken" : words);
}

static enum archive_step stop(struct archive_source *archive, const char *words)
{
	set_problem(archive, words);
	archive->broken = archive->told = true;
	return ARCHIVE_PROBLEM;
}

/* What libarchive takes for a file that is neither an archive nor compressed. */
static bool is_bare(struct archive_source *archive)
{
	return archive->is_whole && archive_filter_count(archive->archive) <= 1;
}

struct archive_source *archive_open(int fd, telex_slice head, const struct archive_limits *limits)
{
	struct archive_source *archive = malloc(sizeof(*archive));

	if (archive == NULL)
		return NULL;
	archive->archive = archive_read_new();
	archive->limits = limits;
	archive->fd = fd;
	archive->head = head;
	archive->expanded = 0;
	archive->at_start = archive->is_whole = archive->broken = archive->told = false;
	archive->name[0] = archive->problem[0] = '\0';
	if (archive->archive == NULL ||
	    archive_read_support_filter_all(archive->archive) < ARCHIVE_WARN ||
	    archive_read_support_format_tar(archive->archive) < ARCHIVE_WARN ||
	    archive_read_support_format_zip_streamable(archive->archive) < ARCHIVE_WARN ||
	    archive_read_support_format_raw(archive->archive) < ARCHIVE_WARN ||
	    archive_read_support_format_empty(archive->archive) < ARCHIVE_WARN) {
		archive_close(archive);
		return NULL;
	}
	if (archive_read_open(archive->archive, archive, NULL, read_more, NULL) != ARCHIVE_OK) {
		set_problem(archive, archive_error_string(archive->archive));
		archive->broken = true;
	}
	return archive;
}

void archive_close(struct archive_source *archive)
{
	if (archive == NULL)
		return;
	archive_read_free(archive->archive);
	free(archive);
}

static bool is_hidden(telex_slice name)
{
	while (name.len > 0) {
		struct tx_cut cut = tx_cut(name, '/');
		if (cut.head.len > 0 && cut.head.ptr[0] == '.' &&
		    !tx_slice_eq(cut.head, TX_LIT(".")) && !tx_slice_eq(cut.head, TX_LIT("..")))
			return true;
		name = cut.tail;
	}
	return false;
}

static const char *name_of(struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);

	if (name == NULL)
		name = archive_entry_pathname_utf8(entry);
	return name == NULL ? "(nameless)" : name;
}

enum archive_step archive_next(struct archive_source *archive, const char **ret_name)
{
	struct archive_entry *entry;
	int status;

	if (archive->broken) {
		enum archive_step step = archive->told ? ARCHIVE_OVER : ARCHIVE_PROBLEM;
		archive->told = true;
		return step;
	}
	while ((status = archive_read_next_header(archive->archive, &entry)) == ARCHIVE_OK ||
	       status == ARCHIVE_WARN) {
		const char *name = name_of(entry);
		archive->is_whole = archive_format(archive->archive) == ARCHIVE_FORMAT_RAW;
		if (is_bare(archive))
			return stop(archive, "its first bytes are damaged");
		if (archive_entry_filetype(entry) != AE_IFREG ||
		    archive_entry_hardlink(entry) != NULL ||
		    (!archive->is_whole && is_hidden(tx_slice_of(name))))
			continue;
		tx_utf8_printf(archive->name, sizeof(archive->name), "%s", name);
		archive->at_start = true;
		*ret_name = archive->is_whole ? NULL : name;
		return ARCHIVE_MEMBER;
	}
	if (status == ARCHIVE_EOF)
		return ARCHIVE_OVER;
	return stop(archive, archive_error_string(archive->archive));
}

static bool within_limits(struct archive_source *archive)
{
	int64_t read_bytes = archive_filter_bytes(archive->archive, -1);

	if (archive->expanded > archive->limits->expanded_bytes) {
		snprintf(archive->problem, sizeof(archive->problem),
			 "the archive expands to more than %llu bytes (--max-expanded)",
			 (unsigned long long)archive->limits->expanded_bytes);
		return false;
	}
	if (archive->expanded > RATIO_COUNTS && read_bytes > 0 &&
	    archive->expanded / (uint64_t)read_bytes > archive->limits->ratio) {
		snprintf(archive->problem, sizeof(archive->problem),
			 "the archive expands to more than %llu times its size (--max-ratio)",
			 (unsigned long long)archive->limits->ratio);
		return false;
	}
	return true;
}

ssize_t archive_read_member(struct archive_source *archive, char *bytes, size_t size)
{
	la_ssize_t len = archive_read_data(archive->archive, bytes, size);

	if (len < 0) {
		set_problem(archive, archive_error_string(archive->archive));
		archive->broken = archive->told = len == ARCHIVE_FATAL;
		return -1;
	}
	if (archive->at_start && !archive->is_whole && archive_is(tx_slice(bytes, (size_t)len))) {
		tx_utf8_printf(archive->problem, sizeof(archive->problem),
			       "an archive inside an archive is not read: %s", archive->name);
		return -1;
	}
	archive->at_start = false;
	archive->expanded += (uint64_t)len;
	archive->broken = archive->told = !within_limits(archive);
	return archive->broken ? -1 : len;
}

const char *archive_problem(const struct archive_source *archive)
{
	return archive->problem;
}
