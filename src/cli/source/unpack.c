/* Decompression: gzip (RFC 1952) by zlib, because libarchive 3.6 compares neither the checksum nor
 * the length at a member's end; bzip2, xz and zstd (RFC 8878) by libarchive's filter of that name,
 * which is named and never chosen by the content.  A filter for which libarchive would run another
 * program is not used.  Members and frames one after the other are one content.  Zeros after the
 * last of gzip or bzip2 are padding (xz has rules of its own for them, which its library keeps);
 * anything else there is a problem.  Left out: every other compression. */
#include "cli/source/unpack.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include "cli/source/magic.h"
#include "core/slice.h"
#include "core/utf8.h"
#include "core/scan.h"

#define PORTION     ((size_t)128 << 10)
#define GZIP_WINDOW (15 + 16) /* zlib's sign for gzip's own header and trailer */

struct unpack {
	struct input input;
	enum magic magic;
	telex_slice packed;  /* of the file: read, and not yet decompressed */
	uint64_t file_bytes; /* read so far */
	uint64_t zeros;      /* at their end */
	bool file_is_over;
	bool is_over;             /* the content */
	z_stream gzip;            /* where it is gzip */
	bool in_member;           /* of gzip: its end has not come */
	struct archive *filtered; /* where it is another compression */
	char problem[256];
	char file_portion[PORTION], content[PORTION];
};

static ssize_t fail(struct unpack *unpack, const char *words)
{
	if (unpack->problem[0] == '\0')
		tx_utf8_printf(unpack->problem, sizeof(unpack->problem), "%s", words);
	return -1;
}

static ssize_t fail_by_errno(struct unpack *unpack, int error)
{
	char words[128];

	if (strerror_r(error, words, sizeof(words)) != 0)
		snprintf(words, sizeof(words), "error %d", error);
	return fail(unpack, words);
}

uint64_t unpack_zeros_at_end(uint64_t before, telex_slice bytes)
{
	size_t len = bytes.len;

	while (len > 0 && bytes.ptr[len - 1] == '\0')
		len--;
	return len > 0 ? bytes.len - len : before + bytes.len;
}

/* The next bytes of the file: its head, then what can be read.  0 at its end, -1 at a problem. */
static ssize_t read_file(struct unpack *unpack, telex_slice *ret_bytes)
{
	const struct input *input = &unpack->input;
	ssize_t len = (ssize_t)input->head.len;

	*ret_bytes = input->head;
	unpack->input.head.len = 0;
	if (len == 0 && !unpack->file_is_over) {
		do {
			if (input->wait != NULL && !input->wait(input->user, input->fd))
				return fail(unpack, "stopped");
			len = read(input->fd, unpack->file_portion, PORTION);
		} while (len < 0 && errno == EINTR);
		if (len < 0)
			return fail_by_errno(unpack, errno);
		*ret_bytes = tx_slice(unpack->file_portion, (size_t)len);
	}
	unpack->file_is_over = len == 0;
	unpack->file_bytes += (uint64_t)len;
	unpack->zeros = unpack_zeros_at_end(unpack->zeros, *ret_bytes);
	return len;
}

/* The end of the content; what is left of the file must be padding. */
static ssize_t end_content(struct unpack *unpack, uint64_t left)
{
	ssize_t len = 1;

	unpack->packed.len = 0;
	while (left <= unpack->zeros && (len = read_file(unpack, &unpack->packed)) > 0)
		left += (uint64_t)len;
	if (left > unpack->zeros)
		return fail(unpack, left == unpack->file_bytes ? "its first bytes are damaged"
							       : "something else follows its end");
	unpack->is_over = len == 0;
	return len;
}

/* The next member of gzip begins where one has ended, which its first byte shows. */
static bool begin_member(struct unpack *unpack)
{
	if (unpack->packed.len == 0 && read_file(unpack, &unpack->packed) <= 0)
		return false;
	if ((unsigned char)unpack->packed.ptr[0] != 0x1f || inflateReset(&unpack->gzip) != Z_OK)
		return false;
	return unpack->in_member = true;
}

static ssize_t fail_gzip(struct unpack *unpack, int status)
{
	if (status == Z_MEM_ERROR)
		return fail_by_errno(unpack, ENOMEM);
	if (status == Z_BUF_ERROR)
		return fail(unpack, "truncated gzip input");
	return fail(unpack,
		    unpack->gzip.msg != NULL ? unpack->gzip.msg : "gzip decompression failed");
}

static ssize_t read_gzip(struct unpack *unpack, const char **ret_bytes)
{
	z_stream *gzip = &unpack->gzip;
	int status = Z_OK;

	*ret_bytes = unpack->content;
	gzip->next_out = (Bytef *)unpack->content;
	gzip->avail_out = PORTION;
	while (gzip->avail_out == PORTION) {
		if (!unpack->in_member && !begin_member(unpack))
			return unpack->problem[0] != '\0' ? -1
							  : end_content(unpack, unpack->packed.len);
		if (unpack->packed.len == 0 && read_file(unpack, &unpack->packed) < 0)
			return -1;
		gzip->next_in = (z_const Bytef *)unpack->packed.ptr;
		gzip->avail_in = (uInt)unpack->packed.len;
		status = inflate(gzip, Z_NO_FLUSH);
		unpack->packed = tx_slice_skip(unpack->packed, unpack->packed.len - gzip->avail_in);
		unpack->in_member = status != Z_STREAM_END;
		if (status != Z_OK && status != Z_STREAM_END)
			break;
	}
	if (gzip->avail_out == PORTION)
		return fail_gzip(unpack, status);
	/* What came before a fault is content; it is found again by the next call. */
	return (ssize_t)(PORTION - gzip->avail_out);
}

static la_ssize_t give_file(struct archive *handle, void *user, const void **ret_bytes)
{
	struct unpack *unpack = user;
	telex_slice bytes;
	ssize_t len = read_file(unpack, &bytes);

	if (len < 0)
		archive_set_error(handle, EIO, "%s", unpack->problem);
	*ret_bytes = bytes.ptr;
	return len;
}

static const char *words_of(struct archive *handle)
{
	const char *words = archive_error_string(handle);

	return words == NULL ? "it is damaged" : words;
}

static ssize_t end_filtered(struct unpack *unpack)
{
	int64_t used = archive_filter_bytes(unpack->filtered, -1);

	return end_content(unpack, unpack->file_bytes - (uint64_t)used);
}

struct filter {
	enum magic magic;
	int code;
	int (*support)(struct archive *handle);
};

/* The filter of one name.  libarchive answers with a warning where it would run a program. */
static int append_filter(struct archive *handle, enum magic magic)
{
	static const struct filter filters[] = {
		{MAGIC_BZIP2, ARCHIVE_FILTER_BZIP2, archive_read_support_filter_bzip2},
		{MAGIC_XZ, ARCHIVE_FILTER_XZ, archive_read_support_filter_xz},
		{MAGIC_ZSTD, ARCHIVE_FILTER_ZSTD, archive_read_support_filter_zstd},
	};
	size_t i = 0;

	while (i < TX_COUNT(filters) && filters[i].magic != magic)
		i++;
	if (i == TX_COUNT(filters))
		return ARCHIVE_FATAL;
	int status = filters[i].support(handle);
	return status != ARCHIVE_OK ? status : archive_read_append_filter(handle, filters[i].code);
}

/* False when memory is short; what else goes wrong is a problem. */
static bool open_filtered(struct unpack *unpack)
{
	struct archive *handle = archive_read_new();
	struct archive_entry *entry;

	unpack->filtered = handle;
	if (handle == NULL || archive_read_support_format_raw(handle) != ARCHIVE_OK ||
	    archive_read_support_format_empty(handle) != ARCHIVE_OK)
		return false;
	int status = append_filter(handle, unpack->magic);
	if (status != ARCHIVE_OK) {
		fail(unpack, status == ARCHIVE_WARN
				     ? "this libarchive was built without its compression"
				     : words_of(handle));
		return true;
	}
	/* A fault in the first bytes makes them an empty file, which is read without one. */
	status = archive_read_open(handle, unpack, NULL, give_file, NULL);
	if (status != ARCHIVE_OK || archive_errno(handle) != 0)
		fail(unpack, words_of(handle));
	else if (archive_read_next_header(handle, &entry) == ARCHIVE_EOF)
		end_filtered(unpack);
	return true;
}

static ssize_t read_filtered(struct unpack *unpack, const char **ret_bytes)
{
	const void *bytes;
	size_t len = 0;
	la_int64_t at;
	int status = ARCHIVE_OK;

	while (status == ARCHIVE_OK && len == 0)
		status = archive_read_data_block(unpack->filtered, &bytes, &len, &at);
	*ret_bytes = bytes;
	if (status == ARCHIVE_EOF)
		return end_filtered(unpack);
	return status == ARCHIVE_OK ? (ssize_t)len : fail(unpack, words_of(unpack->filtered));
}

struct unpack *unpack_open(const struct input *input)
{
	struct unpack *unpack = malloc(sizeof(*unpack));
	bool is_open = true;

	if (unpack == NULL)
		return NULL;
	/* All but the portions. */
	memset(unpack, 0, offsetof(struct unpack, file_portion));
	unpack->input = *input;
	unpack->magic = magic_of(input->head, true);
	if (unpack->magic == MAGIC_GZIP)
		is_open = inflateInit2(&unpack->gzip, GZIP_WINDOW) == Z_OK;
	else if (unpack_is_compressed(unpack))
		is_open = open_filtered(unpack);
	if (is_open)
		return unpack;
	unpack_close(unpack);
	return NULL;
}

void unpack_close(struct unpack *unpack)
{
	if (unpack == NULL)
		return;
	inflateEnd(&unpack->gzip);
	archive_read_free(unpack->filtered);
	free(unpack);
}

bool unpack_is_compressed(const struct unpack *unpack)
{
	return magic_is_compression(unpack->magic);
}

ssize_t unpack_read(struct unpack *unpack, const char **ret_bytes)
{
	telex_slice bytes = {0};

	if (unpack->problem[0] != '\0')
		return -1;
	if (unpack->is_over)
		return 0;
	if (unpack->magic == MAGIC_GZIP)
		return read_gzip(unpack, ret_bytes);
	if (unpack->filtered != NULL)
		return read_filtered(unpack, ret_bytes);
	ssize_t len = read_file(unpack, &bytes);
	*ret_bytes = bytes.ptr;
	return len;
}

const char *unpack_problem(const struct unpack *unpack)
{
	return unpack->problem;
}

uint64_t unpack_file_bytes(const struct unpack *unpack)
{
	return unpack->file_bytes;
}
