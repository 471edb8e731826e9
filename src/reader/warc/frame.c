/* Where a record ends is said by its length, held against what follows: a length that is wrong ends
 * the record where the next one begins.  Whether a record is of a page its head says, and that of
 * the HTTP message in it. */
#include "core/ascii.h"
#include "reader/warc/record.h"
#include "reader/warc/warc.h"
#include "core/scan.h"

#define HTTP_HEAD_MAX 32768 /* bytes that are waited for */
#define TRAILER_MAX   4     /* CR LF CR LF after a record */

bool tx_warc_is(telex_slice bytes)
{
	return bytes.len > 5 && tx_slice_opens(bytes, "WARC/") && tx_is_digit(bytes.ptr[5]);
}

/* The host of an address, without its port. */
static telex_slice host_of(telex_slice address)
{
	size_t start = tx_slice_find(address, TX_LIT("://"));
	telex_slice host = tx_slice_skip(address, start == address.len ? 0 : start + 3);
	size_t len = 0;

	while (len < host.len && strchr("/?#:", host.ptr[len]) == NULL)
		len++;
	return tx_slice_take(host, len);
}

/* Whether a host is one of a list, or in the domain of one. */
static bool is_among(telex_slice host, telex_slice list)
{
	for (struct tx_cut cut = {.tail = list, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		telex_slice name = tx_trim(cut.head);
		if (name.len == 0 || name.len > host.len)
			continue;
		telex_slice end = tx_slice_skip(host, host.len - name.len);
		if (tx_slice_eq_nocase(end, name) && (end.ptr == host.ptr || end.ptr[-1] == '.'))
			return true;
	}
	return false;
}

/* Whether the HTTP message is a page that was found; `*ret_more`: its head is not there yet. */
static bool is_page_message(const struct tx_warc_record *record, bool *ret_more)
{
	size_t head = tx_warc_head_len(record->body);
	telex_slice lines = tx_slice_take(record->body, head);
	struct tx_cut status = tx_cut(tx_cut(lines, '\n').head, ' ');

	*ret_more =
		head == 0 && record->body.len < record->length && record->body.len < HTTP_HEAD_MAX;
	return head > 0 && tx_slice_opens(lines, "HTTP/") &&
	       tx_slice_opens(tx_trim(status.tail), "200") &&
	       tx_warc_is_page(tx_warc_field(lines, "Content-Type"));
}

/* Types of records that may hold a page: in an HTTP message, or by themselves. */
static const struct {
	const char *type;
	bool message;
} types[] = {{"response", true}, {"resource", false}, {"conversion", false}};

static bool is_wanted(const struct tx_warc_framer *framer, const struct tx_warc_record *record,
		      bool *ret_more)
{
	telex_slice type = tx_warc_field(record->head, "WARC-Type");

	*ret_more = false;
	for (size_t i = 0; i < TX_COUNT(types); i++) {
		if (!tx_slice_eq_nocase(type, tx_slice_of(types[i].type)))
			continue;
		if (framer->hosts != NULL &&
		    !is_among(host_of(tx_warc_target(record->head)), tx_slice_of(framer->hosts)))
			return false;
		return types[i].message
			       ? is_page_message(record, ret_more)
			       : tx_warc_is_page(tx_warc_field(record->head, "Content-Type"));
	}
	return false;
}

/* Throw away what is there of a record that is passed over. */
static enum tx_frame_result pass_over(struct tx_warc_framer *framer, telex_slice bytes, bool last,
				      struct tx_frame *frame)
{
	size_t here = bytes.len < framer->left ? bytes.len : (size_t)framer->left;

	if (here == 0)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	framer->left -= here;
	*frame = (struct tx_frame){.end = here, .oversized = framer->oversized};
	if (!framer->oversized || (framer->left > 0 && !last))
		return TX_FRAME_PART;
	framer->oversized = false;
	framer->left = 0;
	return TX_FRAME_FOUND;
}

static size_t line_ends_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && (s.ptr[len] == '\r' || s.ptr[len] == '\n'))
		len++;
	return len;
}

static enum tx_frame_result found(struct tx_frame *frame, size_t start, size_t end, bool closed)
{
	*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP,
				   .start = start,
				   .text_start = start,
				   .text_end = end,
				   .end = end,
				   .closed = closed};
	return TX_FRAME_FOUND;
}

/* Where a line begins a record, from `from` on; the length when none does. */
static size_t next_record(telex_slice bytes, size_t from)
{
	while (from < bytes.len) {
		telex_slice rest = tx_slice_skip(bytes, from);
		size_t at = from + tx_slice_find(rest, TX_LIT("\nWARC/"));
		if (at >= bytes.len || tx_warc_is(tx_slice_skip(bytes, at + 1)))
			return at < bytes.len ? at + 1 : bytes.len;
		from = at + 1;
	}
	return bytes.len;
}

/* Bytes that are no record are one frame, up to where a record begins. */
static enum tx_frame_result take_junk(telex_slice bytes, size_t start, bool last,
				      struct tx_frame *frame)
{
	size_t end = next_record(bytes, start);

	if (end == bytes.len && !last && bytes.len - start < TX_WARC_HEAD_MAX)
		return TX_FRAME_MORE;
	return found(frame, start, end, true);
}

/* A record of a page that is there as a whole: where it ends, if not where its length says. */
static enum tx_frame_result take_record(telex_slice bytes, size_t start, size_t end,
					struct tx_frame *frame)
{
	telex_slice behind = tx_slice_skip(bytes, end);
	size_t blank = line_ends_len(behind);
	bool right = blank == behind.len || (blank > 0 && tx_warc_is(tx_slice_skip(behind, blank)));
	size_t other = right ? end : next_record(tx_slice_take(bytes, end), start + 1);

	return found(frame, start, other < end ? other : end, true);
}

enum tx_frame_result tx_warc_next(struct tx_warc_framer *framer, telex_slice bytes, size_t limit,
				  bool last, struct tx_frame *frame)
{
	struct tx_warc_record record;
	bool more;

	if (framer->left > 0)
		return pass_over(framer, bytes, last, frame);
	size_t start = line_ends_len(bytes);
	telex_slice rest = tx_slice_skip(bytes, start);
	if (rest.len == 0)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (rest.len < 8 && !last)
		return TX_FRAME_MORE;
	enum tx_warc_read read =
		tx_warc_is(rest) ? tx_warc_record_read(rest, &record) : TX_WARC_BROKEN;
	if (read == TX_WARC_SHORT && !last)
		return TX_FRAME_MORE;
	if (read != TX_WARC_READ)
		return take_junk(bytes, start, last, frame);
	uint64_t size = record.head.len + record.length;
	bool wanted = is_wanted(framer, &record, &more);
	if (more && !last)
		return TX_FRAME_MORE;
	wanted |= more;
	if (!wanted || size > limit) {
		framer->left = start + size;
		framer->oversized = wanted;
		return pass_over(framer, bytes, last, frame);
	}
	if (rest.len >= size + TRAILER_MAX + 6 || last)
		return take_record(bytes, start,
				   start + (rest.len < size ? rest.len : (size_t)size), frame);
	return TX_FRAME_MORE;
}
