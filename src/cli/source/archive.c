/* Members of archives: tar and zip by libarchive, forwards only, nothing on disk, on the content
 * that unpack.c gives; or that content itself where it is neither.  An archive inside an archive is
 * a problem that names it, and so is a hard link, whose text is not there; one that expands beyond
 * its limits is left where it reaches them.  Left out: members that are no files, hidden ones,
 * encrypted ones. */
#include "cli/source/archive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "cli/source/magic.h"
#include "cli/source/zip_check.h"
#include "core/slice.h"
#include "core/utf8.h"

#define RATIO_COUNTS ((uint64_t)64 << 20) /* expanded bytes from which the ratio counts */
#define TAR_BLOCK    512
#define EXPANDED_MAX ((uint64_t)64 << 30)
#define RATIO_MAX    1000

enum state {
	STATE_OPEN,
	STATE_BROKEN, /* nothing more can be read, and the caller does not know */
	STATE_OVER
};

struct archive_source {
	struct unpack *unpack;
	enum magic magic;        /* of the content: tar, zip, or neither */
	struct archive *members; /* where it is tar or zip */
	const struct archive_limits *limits;
	enum state state;
	uint64_t expanded; /* of all members */
	uint64_t zeros;    /* at the end of that */
	struct zip_check zip;
	bool is_lost;      /* the next header of a tar is looked for */
	telex_slice block; /* of the member: read, and not yet given */
	uint64_t hole;     /* zeros before it */
	uint64_t at;       /* where in the member it begins */
	bool at_start;     /* of the member: nothing of it has been given */
	bool is_unread;    /* the rest of the member: there is a problem */
	bool is_doubtful;  /* the member: there is a problem with its header */
	struct tx_buffer name;
	char problem[300];
	telex_slice rest; /* of the content: read after its start, and not yet used */
	size_t start_len;
	char start[MAGIC_HEAD]; /* of the content: looked at, and not yet used */
};

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

static void set_problem(struct archive_source *archive, const char *words)
{
	const char *deeper = unpack_problem(archive->unpack);

	if (deeper[0] != '\0')
		words = deeper;
	tx_utf8_printf(archive->problem, sizeof(archive->problem), "cannot read the archive: %s",
		       words == NULL ? "it is broken" : words);
}

/* The next bytes of the content: its start, which was looked at, then what is unpacked. */
static ssize_t read_content(struct archive_source *archive, telex_slice *ret_bytes)
{
	const char *bytes = NULL;

	if (archive->start_len > 0) {
		*ret_bytes = tx_slice(archive->start, archive->start_len);
		archive->start_len = 0;
	} else if (archive->rest.len > 0) {
		*ret_bytes = archive->rest;
		archive->rest.len = 0;
	} else {
		ssize_t len = unpack_read(archive->unpack, &bytes);
		*ret_bytes = tx_slice(bytes, len > 0 ? (size_t)len : 0);
		return len;
	}
	return (ssize_t)ret_bytes->len;
}

/* What the content is.  Its start is kept; more of it is read only as long as that is open. */
static bool look_at_content(struct archive_source *archive)
{
	const char *bytes;
	ssize_t len = 1;

	while (len > 0 && archive->rest.len == 0 && archive->magic == MAGIC_UNDECIDED) {
		len = unpack_read(archive->unpack, &bytes);
		telex_slice block = tx_slice(bytes, len > 0 ? (size_t)len : 0);
		telex_slice taken = tx_slice_take(block, MAGIC_HEAD - archive->start_len);
		if (taken.len > 0)
			memcpy(archive->start + archive->start_len, taken.ptr, taken.len);
		archive->start_len += taken.len;
		archive->rest = tx_slice_skip(block, taken.len);
		archive->magic = magic_of(tx_slice(archive->start, archive->start_len), len <= 0);
	}
	return len >= 0 || archive->start_len > 0;
}

static la_ssize_t give_content(struct archive *handle, void *user, const void **ret_bytes)
{
	struct archive_source *archive = user;
	telex_slice bytes;
	ssize_t len = read_content(archive, &bytes);

	if (len < 0)
		archive_set_error(handle, EIO, "%s", unpack_problem(archive->unpack));
	if (archive->magic == MAGIC_ZIP)
		zip_check_pass(&archive->zip, bytes, (uint64_t)archive_filter_bytes(handle, 0));
	archive->zeros = unpack_zeros_at_end(archive->zeros, bytes);
	*ret_bytes = bytes.ptr;
	return len;
}

/* A tar and what was appended to it by another tar's end are one, as far as its members go. */
static bool open_members(struct archive_source *archive)
{
	struct archive *members = archive_read_new();
	int status;

	archive->members = members;
	if (members == NULL)
		return false;
	if (archive->magic == MAGIC_TAR)
		status = archive_read_support_format_tar(members) != ARCHIVE_OK
				 ? ARCHIVE_FATAL
				 : archive_read_set_format_option(
					   members, "tar", "read_concatenated_archives", "1");
	else
		status = archive_read_support_format_zip_streamable(members);
	if (status != ARCHIVE_OK)
		return false;
	if (archive_read_open(members, archive, NULL, give_content, NULL) != ARCHIVE_OK) {
		set_problem(archive, archive_error_string(members));
		archive->state = STATE_BROKEN;
	}
	return true;
}

/* What comes out is compressed again, or in a way that is not read. */
static void refuse(struct archive_source *archive)
{
	const char *name = magic_name(tx_slice(archive->start, archive->start_len));

	snprintf(
		archive->problem, sizeof(archive->problem),
		archive->magic == MAGIC_OTHER
			? "%s is not read, only gzip, bzip2, xz, zstd, tar and zip"
			: "an archive inside an archive is not read: %s, which is compressed again",
		name);
	archive->state = STATE_BROKEN;
}

struct archive_limits archive_limits_of(const struct options *options)
{
	return (struct archive_limits){
		.expanded_bytes = options->max_expanded != 0 ? options->max_expanded : EXPANDED_MAX,
		.ratio = options->max_ratio != 0 ? options->max_ratio : RATIO_MAX};
}

struct archive_source *archive_open(const struct input *input, const struct archive_limits *limits)
{
	struct archive_source *archive = calloc(1, sizeof(*archive));
	bool is_open;

	if (archive == NULL)
		return NULL;
	archive->unpack = unpack_open(input);
	archive->limits = limits;
	archive->magic = MAGIC_UNDECIDED;
	is_open = archive->unpack != NULL;
	if (is_open && (magic_is_cut(input->head) || !look_at_content(archive))) {
		set_problem(archive, "it is cut off");
		archive->state = STATE_BROKEN;
	} else if (is_open && (archive->magic == MAGIC_TAR || archive->magic == MAGIC_ZIP)) {
		is_open = open_members(archive);
	} else if (is_open && archive->magic != MAGIC_NONE) {
		refuse(archive);
	}
	if (is_open)
		return archive;
	archive_close(archive);
	return NULL;
}

void archive_close(struct archive_source *archive)
{
	if (archive == NULL)
		return;
	archive_read_free(archive->members);
	zip_check_done(&archive->zip);
	tx_buffer_done(&archive->name);
	unpack_close(archive->unpack);
	free(archive);
}

static enum archive_step stop(struct archive_source *archive, const char *words)
{
	set_problem(archive, words);
	archive->state = STATE_OVER;
	return ARCHIVE_PROBLEM;
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

static ssize_t more_of_zip(void *user, const char **ret_bytes)
{
	struct archive_source *archive = user;
	telex_slice bytes;
	ssize_t len = read_content(archive, &bytes);

	*ret_bytes = bytes.ptr;
	return len;
}

/* After the last member: what libarchive did not look at. */
static enum archive_step end_members(struct archive_source *archive)
{
	const char *words = NULL;

	archive->state = STATE_OVER;
	if (archive->magic == MAGIC_ZIP)
		words = zip_check_end(&archive->zip,
				      (uint64_t)archive_filter_bytes(archive->members, 0),
				      more_of_zip, archive);
	else if (archive->zeros < TAR_BLOCK)
		words = "it is cut off: its end mark is missing";
	if (words == NULL && unpack_problem(archive->unpack)[0] == '\0')
		return ARCHIVE_OVER;
	return stop(archive, words);
}

/* The name of the member.  libarchive leaves a zip's out that is in UTF-8 where the locale is not.
 */
static const char *name_of(struct archive_source *archive, struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);
	const char *link = archive_entry_symlink(entry);
	telex_slice written = {0};
	uint64_t end = (uint64_t)archive_filter_bytes(archive->members, 0);

	if (archive->magic == MAGIC_ZIP)
		written = zip_check_member(&archive->zip,
					   (uint64_t)archive_read_header_position(archive->members),
					   end - (link == NULL ? 0 : strlen(link)));
	if (name != NULL)
		written = tx_slice_of(name);
	archive->name.len = 0;
	tx_buffer_slice(&archive->name, written.len > 0 ? written : TX_LIT("(nameless)"));
	tx_buffer_byte(&archive->name, '\0');
	return archive->name.failed ? NULL : archive->name.data;
}

static bool is_left_out(struct archive_entry *entry, const char *name)
{
	/* libarchive does not give a hard link the kind of its target. */
	bool is_file =
		archive_entry_filetype(entry) == AE_IFREG || archive_entry_hardlink(entry) != NULL;

	return !is_file || is_hidden(tx_slice_of(name));
}

/* What libarchive cannot read of a header is a warning.  So is a name that its locale does not
 * have, which is here as it is written. */
static bool is_about_header(struct archive *members, int status)
{
	const char *words = archive_error_string(members);

	return status == ARCHIVE_WARN && (words == NULL || strstr(words, "locale") == NULL);
}

/* Begin to read a member.  A hard link may come with its text; most do not. */
static void begin_member(struct archive_source *archive, struct archive_entry *entry, int status)
{
	const char *target = archive_entry_hardlink(entry);

	archive->at_start = true;
	archive->block.len = 0;
	archive->at = archive->hole = 0;
	archive->is_unread = target != NULL && archive_entry_size(entry) == 0;
	if (archive->is_unread)
		tx_utf8_printf(archive->problem, sizeof(archive->problem),
			       "a hard link is not read: its text is that of %s", target);
	archive->is_doubtful = is_about_header(archive->members, status);
	if (archive->is_doubtful && !archive->is_unread)
		set_problem(archive, archive_error_string(archive->members));
}

static enum archive_step next_member(struct archive_source *archive, const char **ret_name)
{
	struct archive_entry *entry;

	for (;;) {
		int status = archive_read_next_header(archive->members, &entry);
		if (status == ARCHIVE_EOF)
			return end_members(archive);
		if (status == ARCHIVE_RETRY && archive->is_lost)
			continue;
		if (status == ARCHIVE_RETRY) {
			set_problem(archive, archive_error_string(archive->members));
			archive->is_lost = true;
			return ARCHIVE_PROBLEM;
		}
		if (status < ARCHIVE_WARN)
			return stop(archive, archive_error_string(archive->members));
		archive->is_lost = false;
		*ret_name = name_of(archive, entry);
		if (*ret_name == NULL)
			return stop(archive, "out of memory");
		if (is_left_out(entry, *ret_name))
			continue;
		begin_member(archive, entry, status);
		return ARCHIVE_MEMBER;
	}
}

enum archive_step archive_next(struct archive_source *archive, const char **ret_name)
{
	enum state state = archive->state;

	*ret_name = NULL;
	if (state == STATE_OPEN && archive->members != NULL)
		return next_member(archive, ret_name);
	archive->state = STATE_OVER;
	if (state == STATE_OPEN)
		return ARCHIVE_MEMBER;
	return state == STATE_BROKEN ? ARCHIVE_PROBLEM : ARCHIVE_OVER;
}

static bool within_limits(struct archive_source *archive)
{
	uint64_t read_bytes = unpack_file_bytes(archive->unpack);

	if (archive->expanded > archive->limits->expanded_bytes) {
		snprintf(archive->problem, sizeof(archive->problem),
			 "the archive expands to more than %llu bytes (--max-expanded)",
			 (unsigned long long)archive->limits->expanded_bytes);
		return false;
	}
	if (archive->expanded > RATIO_COUNTS && read_bytes > 0 &&
	    archive->expanded / read_bytes > archive->limits->ratio) {
		snprintf(archive->problem, sizeof(archive->problem),
			 "the archive expands to more than %llu times its size (--max-ratio)",
			 (unsigned long long)archive->limits->ratio);
		return false;
	}
	return true;
}

/* The next block of the member; false at its end, or at a problem, which may come with a block. */
static bool next_block(struct archive_source *archive)
{
	const void *bytes = NULL;
	size_t len = 0;
	la_int64_t at = 0;

	int status = archive_read_data_block(archive->members, &bytes, &len, &at);
	archive->block = tx_slice(bytes, len);
	if (len > 0 && (uint64_t)at > archive->at)
		archive->hole = (uint64_t)at - archive->at;
	archive->at += archive->hole + len;
	if (status == ARCHIVE_OK)
		return true;
	archive->is_unread = status != ARCHIVE_EOF || archive->is_doubtful;
	if (status != ARCHIVE_EOF)
		set_problem(archive, archive_error_string(archive->members));
	if (status == ARCHIVE_FATAL)
		archive->state = STATE_OVER;
	return false;
}

static bool next_of_content(struct archive_source *archive)
{
	archive->is_unread = read_content(archive, &archive->block) < 0;
	if (archive->is_unread)
		set_problem(archive, NULL);
	return archive->block.len > 0;
}

static size_t take(struct archive_source *archive, char *bytes, size_t size)
{
	size_t zeros = archive->hole < size ? (size_t)archive->hole : size;
	telex_slice taken = tx_slice_take(archive->block, size - zeros);

	memset(bytes, 0, zeros);
	if (taken.len > 0)
		memcpy(bytes + zeros, taken.ptr, taken.len);
	archive->hole -= zeros;
	archive->block = tx_slice_skip(archive->block, taken.len);
	return zeros + taken.len;
}

/* A member is read until the portion is full, so that its start can be looked at. */
static size_t fill(struct archive_source *archive, char *bytes, size_t size)
{
	size_t len = take(archive, bytes, size);

	if (archive->members == NULL) {
		while (len == 0 && !archive->is_unread && next_of_content(archive))
			len = take(archive, bytes, size);
		return len;
	}
	while (len < size && !archive->is_unread) {
		bool goes_on = next_block(archive);
		len += take(archive, bytes + len, size - len);
		if (!goes_on)
			break;
	}
	return len;
}

ssize_t archive_read_member(struct archive_source *archive, char *bytes, size_t size)
{
	size_t len = fill(archive, bytes, size);

	if (len > 0 && archive->members != NULL && archive->at_start &&
	    magic_of(tx_slice(bytes, len), true) != MAGIC_NONE) {
		tx_utf8_printf(archive->problem, sizeof(archive->problem),
			       "an archive inside an archive is not read: %s", archive->name.data);
		archive->is_unread = true;
		archive->block.len = 0;
		archive->hole = 0;
		return -1;
	}
	archive->at_start = false;
	archive->expanded += len;
	if (!within_limits(archive)) {
		archive->state = STATE_OVER;
		return -1;
	}
	return len == 0 && archive->is_unread ? -1 : (ssize_t)len;
}

const char *archive_problem(const struct archive_source *archive)
{
	return archive->problem;
}
