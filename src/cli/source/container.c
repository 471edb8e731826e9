/* Members of archives: tar and zip by libarchive, forwards only, nothing on disk, on the content
 * that unpack.c gives; or that content itself where it is neither.  An archive inside an archive is
 * a problem that names it, and so is a hard link, whose text is not there; one that expands beyond
 * its limits is left where it reaches them.  Left out: members that are no files, hidden ones,
 * encrypted ones. */
#include "cli/source/container.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "cli/source/foreign.h"
#include "cli/source/magic.h"
#include "cli/source/zip_check.h"
#include "core/slice.h"
#include "core/utf8.h"
#include "core/scan.h"

#define RATIO_COUNTS ((uint64_t)64 << 20) /* expanded bytes from which the ratio counts */
#define TAR_BLOCK    512
#define EXPANDED_MAX ((uint64_t)64 << 30)
#define RATIO_MAX    1000

enum state {
	STATE_OPEN,
	STATE_BROKEN, /* nothing more can be read, and the caller does not know */
	STATE_OVER
};

struct container {
	struct unpack *unpack;
	enum magic magic;        /* of the content: tar, zip, or neither */
	struct archive *members; /* where it is tar or zip */
	const struct container_limits *limits;
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

bool container_is_named(const char *path)
{
	static const char *const endings[] = {".gz",  ".xz",  ".zst",  ".bz2",  ".tar", ".zip",
					      ".tgz", ".txz", ".tzst", ".tbz2", ".tbz"};
	telex_slice name = tx_slice_of(path);

	for (size_t i = 0; i < TX_COUNT(endings); i++) {
		telex_slice ending = tx_slice_of(endings[i]);
		if (name.len > ending.len &&
		    tx_slice_eq_nocase(tx_slice_skip(name, name.len - ending.len), ending))
			return true;
	}
	return false;
}

static void set_problem(struct container *container, const char *words)
{
	const char *deeper = unpack_problem(container->unpack);

	if (deeper[0] != '\0')
		words = deeper;
	tx_utf8_printf(container->problem, sizeof(container->problem),
		       "cannot read the archive: %s", words == NULL ? "it is broken" : words);
}

/* The next bytes of the content: its start, which was looked at, then what is unpacked. */
static ssize_t read_content(struct container *container, telex_slice *ret_bytes)
{
	const char *bytes = NULL;

	if (container->start_len > 0) {
		*ret_bytes = tx_slice(container->start, container->start_len);
		container->start_len = 0;
	} else if (container->rest.len > 0) {
		*ret_bytes = container->rest;
		container->rest.len = 0;
	} else {
		ssize_t len = unpack_read(container->unpack, &bytes);
		*ret_bytes = tx_slice(bytes, len > 0 ? (size_t)len : 0);
		return len;
	}
	return (ssize_t)ret_bytes->len;
}

/* What the content is.  Its start is kept; more of it is read only as long as that is open. */
static bool look_at_content(struct container *container)
{
	const char *bytes;
	ssize_t len = 1;

	while (len > 0 && container->rest.len == 0 && container->magic == MAGIC_UNDECIDED) {
		len = unpack_read(container->unpack, &bytes);
		telex_slice block = tx_slice(bytes, len > 0 ? (size_t)len : 0);
		telex_slice taken = tx_slice_take(block, MAGIC_HEAD - container->start_len);
		if (taken.len > 0)
			memcpy(container->start + container->start_len, taken.ptr, taken.len);
		container->start_len += taken.len;
		container->rest = tx_slice_skip(block, taken.len);
		container->magic =
			magic_of(tx_slice(container->start, container->start_len), len <= 0);
	}
	return len >= 0 || container->start_len > 0;
}

static la_ssize_t give_content(struct archive *handle, void *user, const void **ret_bytes)
{
	struct container *container = user;
	telex_slice bytes;
	ssize_t len = read_content(container, &bytes);

	if (len < 0)
		archive_set_error(handle, EIO, "%s", unpack_problem(container->unpack));
	if (container->magic == MAGIC_ZIP)
		zip_check_pass(&container->zip, bytes, (uint64_t)archive_filter_bytes(handle, 0));
	container->zeros = unpack_zeros_at_end(container->zeros, bytes);
	*ret_bytes = bytes.ptr;
	return len;
}

/* A tar and what was appended to it by another tar's end are one, as far as its members go. */
static bool open_members(struct container *container)
{
	struct archive *members = archive_read_new();
	int status;

	container->members = members;
	if (members == NULL)
		return false;
	if (container->magic == MAGIC_TAR)
		status = archive_read_support_format_tar(members) != ARCHIVE_OK
				 ? ARCHIVE_FATAL
				 : archive_read_set_format_option(
					   members, "tar", "read_concatenated_archives", "1");
	else
		status = archive_read_support_format_zip_streamable(members);
	if (status != ARCHIVE_OK)
		return false;
	if (archive_read_open(members, container, NULL, give_content, NULL) != ARCHIVE_OK) {
		set_problem(container, archive_error_string(members));
		container->state = STATE_BROKEN;
	}
	return true;
}

/* What comes out is compressed again, or in a way that is not read. */
static void refuse(struct container *container)
{
	const char *name = magic_name(tx_slice(container->start, container->start_len));

	snprintf(
		container->problem, sizeof(container->problem),
		container->magic == MAGIC_OTHER
			? "%s is not read, only gzip, bzip2, xz, zstd, tar and zip"
			: "an archive inside an archive is not read: %s, which is compressed again",
		name);
	container->state = STATE_BROKEN;
}

struct container_limits container_limits_of(const struct options *options)
{
	return (struct container_limits){
		.expanded_bytes = options->max_expanded != 0 ? options->max_expanded : EXPANDED_MAX,
		.ratio = options->max_ratio != 0 ? options->max_ratio : RATIO_MAX};
}

struct container *container_open(const struct input *input, const struct container_limits *limits)
{
	struct container *container = calloc(1, sizeof(*container));
	bool is_open;

	if (container == NULL)
		return NULL;
	container->unpack = unpack_open(input);
	container->limits = limits;
	container->magic = MAGIC_UNDECIDED;
	is_open = container->unpack != NULL;
	if (is_open && (magic_is_cut(input->head) || !look_at_content(container))) {
		set_problem(container, "it is cut off");
		container->state = STATE_BROKEN;
	} else if (is_open && (container->magic == MAGIC_TAR || container->magic == MAGIC_ZIP)) {
		is_open = open_members(container);
	} else if (is_open && container->magic != MAGIC_NONE) {
		refuse(container);
	}
	if (is_open)
		return container;
	container_close(container);
	return NULL;
}

void container_close(struct container *container)
{
	if (container == NULL)
		return;
	archive_read_free(container->members);
	zip_check_done(&container->zip);
	tx_buffer_done(&container->name);
	unpack_close(container->unpack);
	free(container);
}

static enum container_step stop(struct container *container, const char *words)
{
	set_problem(container, words);
	container->state = STATE_OVER;
	return CONTAINER_PROBLEM;
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
	struct container *container = user;
	telex_slice bytes;
	ssize_t len = read_content(container, &bytes);

	*ret_bytes = bytes.ptr;
	return len;
}

/* After the last member: what libarchive did not look at. */
static enum container_step end_members(struct container *container)
{
	const char *words = NULL;

	container->state = STATE_OVER;
	if (container->magic == MAGIC_ZIP)
		words = zip_check_end(&container->zip,
				      (uint64_t)archive_filter_bytes(container->members, 0),
				      more_of_zip, container);
	else if (container->zeros < TAR_BLOCK)
		words = "it is cut off: its end mark is missing";
	if (words == NULL && unpack_problem(container->unpack)[0] == '\0')
		return CONTAINER_OVER;
	return stop(container, words);
}

/* The name of the member.  libarchive leaves a zip's out that is in UTF-8 where the locale is not.
 */
static const char *name_of(struct container *container, struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);
	const char *link = archive_entry_symlink(entry);
	telex_slice written = {0};
	uint64_t end = (uint64_t)archive_filter_bytes(container->members, 0);

	if (container->magic == MAGIC_ZIP)
		written = zip_check_member(
			&container->zip, (uint64_t)archive_read_header_position(container->members),
			end - (link == NULL ? 0 : strlen(link)));
	if (name != NULL)
		written = tx_slice_of(name);
	container->name.len = 0;
	tx_buffer_slice(&container->name, written.len > 0 ? written : TX_LIT("(nameless)"));
	tx_buffer_byte(&container->name, '\0');
	return container->name.failed ? NULL : container->name.data;
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
static void begin_member(struct container *container, struct archive_entry *entry, int status)
{
	const char *target = archive_entry_hardlink(entry);

	container->at_start = true;
	container->block.len = 0;
	container->at = container->hole = 0;
	container->is_unread = target != NULL && archive_entry_size(entry) == 0;
	if (container->is_unread)
		tx_utf8_printf(container->problem, sizeof(container->problem),
			       "a hard link is not read: its text is that of %s", target);
	container->is_doubtful = is_about_header(container->members, status);
	if (container->is_doubtful && !container->is_unread)
		set_problem(container, archive_error_string(container->members));
}

static enum container_step next_member(struct container *container, const char **ret_name)
{
	struct archive_entry *entry;

	for (;;) {
		int status = archive_read_next_header(container->members, &entry);
		if (status == ARCHIVE_EOF)
			return end_members(container);
		if (status == ARCHIVE_RETRY && container->is_lost)
			continue;
		if (status == ARCHIVE_RETRY) {
			set_problem(container, archive_error_string(container->members));
			container->is_lost = true;
			return CONTAINER_PROBLEM;
		}
		if (status < ARCHIVE_WARN)
			return stop(container, archive_error_string(container->members));
		container->is_lost = false;
		*ret_name = name_of(container, entry);
		if (*ret_name == NULL)
			return stop(container, "out of memory");
		if (is_left_out(entry, *ret_name))
			continue;
		begin_member(container, entry, status);
		return CONTAINER_MEMBER;
	}
}

enum container_step container_next(struct container *container, const char **ret_name)
{
	enum state state = container->state;

	*ret_name = NULL;
	if (state == STATE_OPEN && container->members != NULL)
		return next_member(container, ret_name);
	container->state = STATE_OVER;
	if (state == STATE_OPEN)
		return CONTAINER_MEMBER;
	return state == STATE_BROKEN ? CONTAINER_PROBLEM : CONTAINER_OVER;
}

static bool within_limits(struct container *container)
{
	uint64_t read_bytes = unpack_file_bytes(container->unpack);

	if (container->expanded > container->limits->expanded_bytes) {
		snprintf(container->problem, sizeof(container->problem),
			 "the archive expands to more than %llu bytes (--max-expanded)",
			 (unsigned long long)container->limits->expanded_bytes);
		return false;
	}
	if (container->expanded > RATIO_COUNTS && read_bytes > 0 &&
	    container->expanded / read_bytes > container->limits->ratio) {
		snprintf(container->problem, sizeof(container->problem),
			 "the archive expands to more than %llu times its size (--max-ratio)",
			 (unsigned long long)container->limits->ratio);
		return false;
	}
	return true;
}

/* The next block of the member; false at its end, or at a problem, which may come with a block. */
static bool next_block(struct container *container)
{
	const void *bytes = NULL;
	size_t len = 0;
	la_int64_t at = 0;

	int status = archive_read_data_block(container->members, &bytes, &len, &at);
	container->block = tx_slice(bytes, len);
	if (len > 0 && (uint64_t)at > container->at)
		container->hole = (uint64_t)at - container->at;
	container->at += container->hole + len;
	if (status == ARCHIVE_OK)
		return true;
	container->is_unread = status != ARCHIVE_EOF || container->is_doubtful;
	if (status != ARCHIVE_EOF)
		set_problem(container, archive_error_string(container->members));
	if (status == ARCHIVE_FATAL)
		container->state = STATE_OVER;
	return false;
}

static bool next_of_content(struct container *container)
{
	container->is_unread = read_content(container, &container->block) < 0;
	if (container->is_unread)
		set_problem(container, NULL);
	return container->block.len > 0;
}

static size_t take(struct container *container, char *bytes, size_t size)
{
	size_t zeros = container->hole < size ? (size_t)container->hole : size;
	telex_slice taken = tx_slice_take(container->block, size - zeros);

	memset(bytes, 0, zeros);
	if (taken.len > 0)
		memcpy(bytes + zeros, taken.ptr, taken.len);
	container->hole -= zeros;
	container->block = tx_slice_skip(container->block, taken.len);
	return zeros + taken.len;
}

/* A member is read until the portion is full, so that its start can be looked at. */
static size_t fill(struct container *container, char *bytes, size_t size)
{
	size_t len = take(container, bytes, size);

	if (container->members == NULL) {
		while (len == 0 && !container->is_unread && next_of_content(container))
			len = take(container, bytes, size);
		return len;
	}
	while (len < size && !container->is_unread) {
		bool goes_on = next_block(container);
		len += take(container, bytes + len, size - len);
		if (!goes_on)
			break;
	}
	return len;
}

ssize_t container_read_member(struct container *container, char *bytes, size_t size)
{
	size_t len = fill(container, bytes, size);

	if (len > 0 && container->members != NULL && container->at_start &&
	    magic_of(tx_slice(bytes, len), true) != MAGIC_NONE &&
	    foreign_kind(tx_slice(bytes, len)) == NULL) {
		tx_utf8_printf(container->problem, sizeof(container->problem),
			       "an archive inside an archive is not read: %s",
			       container->name.data);
		container->is_unread = true;
		container->block.len = 0;
		container->hole = 0;
		return -1;
	}
	container->at_start = false;
	container->expanded += len;
	if (!within_limits(container)) {
		container->state = STATE_OVER;
		return -1;
	}
	return len == 0 && container->is_unread ? -1 : (ssize_t)len;
}

const char *container_problem(const struct container *container)
{
	return container->problem;
}
