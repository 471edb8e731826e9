/* Finding envelopes in a stream.
 *
 *     IPTC 7901   fillers SOH header-line … [STX] text [ETX trailer] EOT
 *     ANPA-1312   [ENQ routing-line] SYN SYN SOH lines STX text ETX trailer EOT
 *     telex       ZCZC line … NNNN
 *     stripped    a 7901 header line without SOH … "./." line, stamp line
 *
 * The searches are memchr()'s for EOT and SOH, and by blocks for the ends of lines; each goes on
 * where it stopped when more bytes come.  A frame is the same in whatever portions its bytes come:
 * what follows its end mark is looked at only where it belongs to the mark's line. */
#include "reader/frame.h"

#include "core/ascii.h"
#include "reader/control/anpa_header.h"
#include "reader/control/frame_marks.h"
#include "core/scan.h"

#define DECIDE_BYTES 512  /* a source's first frame begins within these */
#define HEADER_BYTES 700  /* STX comes within these after SOH */
#define KEPT_BYTES   1024 /* before what is searched: a leader before SOH */

/* The end of a frame that starts with SOH: after EOT, or where the next SOH is. */
static bool find_control_end(telex_slice s, size_t soh, size_t from, struct tx_frame *frame)
{
	size_t start = from > soh ? from : soh + 1;
	size_t eot = tx_find_byte(s, start, s.len, TX_EOT);
	size_t next = tx_find_byte(s, start, eot, TX_SOH);

	if (next < eot) {
		frame->end = tx_leader_start(s, next, soh + 1);
		return true;
	}
	frame->closed = eot < s.len;
	frame->end = frame->closed ? eot + 1 : s.len;
	return frame->closed;
}

/* STX, or where the header ends without one: one line, for ANPA two. */
static size_t control_text_start(telex_slice s, size_t soh, const struct tx_frame *frame)
{
	size_t limit = soh + HEADER_BYTES < frame->end ? soh + HEADER_BYTES : frame->end;
	size_t stx = tx_find_byte(s, soh, limit, TX_STX);

	if (stx < limit)
		return stx + 1;
	if (frame->kind == TX_FRAME_CONTROL)
		return soh + 1;
	size_t at = tx_line_next(s, soh);
	size_t stop = tx_line_stop(s, at);
	if (frame->kind == TX_FRAME_ANPA1312 &&
	    tx_anpa_is_line_2(tx_trim(tx_slice(s.ptr + at, stop - at))))
		at = tx_line_next(s, at);
	return at < frame->end ? at : frame->end;
}

static void set_control_text(telex_slice s, size_t soh, struct tx_frame *frame)
{
	frame->text_start = control_text_start(s, soh, frame);
	size_t end = frame->closed ? frame->end - 1 : frame->end;
	frame->text_end = tx_find_byte(s, frame->text_start, end, TX_ETX);
}

static bool find_control_frame(struct tx_control_framer *framer, telex_slice s, bool last,
			       struct tx_frame *frame)
{
	size_t soh = framer->frozen ? 0 : tx_leader_end(s, framer->start);
	bool found = find_control_end(s, soh, framer->scanned, frame);

	framer->scanned = s.len;
	if (found || last)
		set_control_text(s, soh, frame);
	return found;
}

/* Whether no more bytes can come to the line that ends at `end`. */
static bool is_whole(telex_slice s, size_t end)
{
	return end < s.len || s.ptr[end - 1] == '\n';
}

/* The end of the line that the search is on.  False when more bytes may belong to it. */
static bool end_line(struct tx_control_framer *framer, telex_slice s, size_t *ret_end)
{
	framer->scanned = tx_line_stop(s, framer->scanned);
	*ret_end = tx_line_next(s, framer->scanned);
	if (is_whole(s, *ret_end))
		return true;
	/* Of many CRs the last one is enough to know that the line has ended. */
	if (*ret_end > framer->scanned)
		framer->scanned = *ret_end - 1;
	return false;
}

/* Whether a line whose first visible byte is at `at` may still become a mark. */
static bool is_open(telex_slice s, size_t at)
{
	return s.len - at < TX_MARK_BYTES && tx_line_stop(s, at) == s.len;
}

static bool may_be_mark(char c, enum tx_frame_kind kind)
{
	c = tx_lower(c);
	return kind == TX_FRAME_TELEX ? c == 'n' || c == 'z' : c == '.' || tx_is_lower(c);
}

/* Look at the lines for the frame's end mark, or the start of the next frame.  Found: the search is
 * TX_SEARCH_CLOSE, or the frame's end is known (`*ret_ended`). */
static bool find_mark(struct tx_control_framer *framer, telex_slice s, enum tx_frame_kind kind,
		      bool *ret_ended)
{
	for (;;) {
		if (framer->search == TX_SEARCH_STOP) {
			framer->scanned = tx_line_stop(s, framer->scanned);
			if (framer->scanned == s.len)
				return false;
			framer->line = ++framer->scanned;
			framer->search = TX_SEARCH_MARK;
		}
		size_t at = framer->scanned = tx_line_blanks_end(s, framer->scanned);
		if (at == s.len)
			return false;
		if (may_be_mark(s.ptr[at], kind)) {
			framer->mark = at;
			if (tx_mark_ends(s, at, kind)) {
				framer->search = TX_SEARCH_CLOSE;
				return true;
			}
			*ret_ended = tx_mark_starts(s, at, kind);
			if (*ret_ended)
				return true;
			if (is_open(s, at))
				return false;
		}
		framer->search = TX_SEARCH_STOP;
	}
}

/* The end of the end mark's line; with "./." the stamp line below belongs to the frame.  False when
 * more bytes may belong to it than there are. */
static bool close_lines(struct tx_control_framer *framer, telex_slice s, struct tx_frame *frame)
{
	bool whole = end_line(framer, s, &frame->end);

	frame->closed = true;
	frame->text_end = framer->mark;
	if (frame->kind != TX_FRAME_STRIPPED)
		return whole;
	if (framer->search == TX_SEARCH_CLOSE) {
		whole = frame->end < s.len;
		if (whole && tx_is_digit(s.ptr[frame->end])) {
			framer->search = TX_SEARCH_STAMP;
			framer->scanned = frame->end;
			whole = end_line(framer, s, &frame->end);
		}
	}
	frame->text_end = frame->end;
	return whole;
}

static bool find_lines_end(struct tx_control_framer *framer, telex_slice s, struct tx_frame *frame)
{
	bool ended = false;

	frame->text_end = frame->end = s.len;
	if (framer->search < TX_SEARCH_CLOSE && !find_mark(framer, s, frame->kind, &ended))
		return false;
	if (ended) {
		frame->text_end = frame->end = framer->line;
		return true;
	}
	return close_lines(framer, s, frame);
}

/* Past the ZCZC line, and a line of priority and category under it: "U I". */
static size_t telex_header_end(telex_slice s, size_t start)
{
	size_t at = tx_line_next(s, start), code = tx_line_blanks_end(s, at);

	if (code + 3 < s.len && tx_is_alpha(s.ptr[code]) && s.ptr[code + 1] == ' ' &&
	    tx_is_alpha(s.ptr[code + 2]) && (s.ptr[code + 3] == '\n' || s.ptr[code + 3] == '\r'))
		return tx_line_next(s, code);
	return at;
}

static bool find_lines_frame(struct tx_control_framer *framer, telex_slice s, bool last,
			     struct tx_frame *frame)
{
	if (framer->scanned < framer->start)
		framer->scanned = framer->start;
	bool found = find_lines_end(framer, s, frame);
	if (!found && !last)
		return false;
	frame->text_start = frame->kind == TX_FRAME_TELEX ? telex_header_end(s, framer->start)
							  : tx_line_next(s, framer->start);
	if (frame->text_end < frame->text_start)
		frame->text_start = frame->text_end;
	return found;
}

/* Text where a frame should start: everything up to the next start mark, or the fillers before
 * it. */
static bool find_junk(struct tx_control_framer *framer, telex_slice s, struct tx_frame *frame)
{
	frame->text_start = framer->start;
	frame->text_end = frame->end = s.len;
	if (framer->scanned < framer->start)
		framer->scanned = framer->start;
	for (;;) {
		if (framer->search == TX_SEARCH_STOP) {
			size_t end;
			if (!end_line(framer, s, &end))
				return false;
			framer->line = framer->scanned = end;
			framer->search = TX_SEARCH_MARK;
		}
		size_t at = framer->scanned = tx_fillers_end(s, framer->scanned);
		if (at == s.len)
			return false;
		if (tx_mark_kind(s, at) != TX_FRAME_PLAIN) {
			frame->text_end = frame->end = framer->line;
			return true;
		}
		if (tx_mark_may_come(s, at))
			return false;
		framer->search = TX_SEARCH_STOP;
	}
}

static bool find_end(struct tx_control_framer *framer, telex_slice s, bool last,
		     struct tx_frame *frame)
{
	switch (frame->kind) {
	case TX_FRAME_TELEX:
	case TX_FRAME_STRIPPED:
		return find_lines_frame(framer, s, last, frame);
	case TX_FRAME_IPTC7901:
	case TX_FRAME_ANPA1312:
	case TX_FRAME_CONTROL:
		return find_control_frame(framer, s, last, frame);
	case TX_FRAME_PLAIN:
	case TX_FRAME_JUNK:
	case TX_FRAME_MARKUP:
		break;
	}
	return find_junk(framer, s, frame);
}

static enum tx_frame_result next_framed(struct tx_control_framer *framer, telex_slice s, bool last,
					struct tx_frame *frame)
{
	frame->kind = framer->frozen ? framer->kind : tx_mark_kind(s, framer->start);
	if (frame->kind == TX_FRAME_PLAIN) {
		if (!last && tx_mark_may_come(s, framer->start))
			return TX_FRAME_MORE;
		frame->kind = TX_FRAME_JUNK;
	}
	if (!find_end(framer, s, last, frame) && !last)
		return TX_FRAME_MORE;
	*framer =
		(struct tx_control_framer){.decided = true, .framed = true, .plain = framer->plain};
	return TX_FRAME_FOUND;
}

static enum tx_frame_result next_plain(struct tx_control_framer *framer, telex_slice s, bool last,
				       struct tx_frame *frame)
{
	*frame = (struct tx_frame){
		.kind = TX_FRAME_PLAIN, .text_end = s.len, .end = s.len, .closed = true};
	bool found = framer->plain != NULL && framer->plain->find(framer->plain, s, last, frame);
	if (!found && !last)
		return TX_FRAME_MORE;
	*framer = (struct tx_control_framer){.decided = true, .plain = framer->plain};
	return TX_FRAME_FOUND;
}

/* Whether the source begins with an envelope; false when more bytes are needed to tell. */
static bool decide(struct tx_control_framer *framer, telex_slice bytes, bool last)
{
	telex_slice head = tx_slice_take(bytes, framer->start + DECIDE_BYTES);

	if (framer->decided)
		return true;
	framer->framed = tx_mark_kind(head, framer->start) != TX_FRAME_PLAIN;
	framer->decided = framer->framed || last || head.len == framer->start + DECIDE_BYTES ||
			  !tx_mark_may_come(head, framer->start);
	return framer->decided;
}

enum tx_frame_result tx_frame_next(struct tx_control_framer *framer, telex_slice bytes, bool last,
				   struct tx_frame *ret_frame)
{
	if (!framer->frozen)
		framer->start = tx_fillers_end(bytes, framer->start);
	if (framer->start == bytes.len && !framer->frozen)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (!decide(framer, bytes, last))
		return TX_FRAME_MORE;
	if (!framer->framed)
		return next_plain(framer, bytes, last, ret_frame);
	*ret_frame = (struct tx_frame){.start = 0};
	return next_framed(framer, bytes, last, ret_frame);
}

size_t tx_frame_spent(struct tx_control_framer *framer, telex_slice bytes)
{
	if (!framer->framed)
		return framer->plain != NULL ? framer->plain->spent(framer->plain, bytes)
					     : bytes.len;
	if (!framer->frozen) {
		enum tx_frame_kind kind = tx_mark_kind(bytes, framer->start);
		framer->kind = kind == TX_FRAME_PLAIN ? TX_FRAME_JUNK : kind;
		framer->frozen = true;
	}
	return framer->scanned > KEPT_BYTES ? framer->scanned - KEPT_BYTES : 0;
}

static size_t less(size_t at, size_t count)
{
	return at > count ? at - count : 0;
}

void tx_frame_forget(struct tx_control_framer *framer, size_t count)
{
	framer->start = less(framer->start, count);
	framer->scanned = less(framer->scanned, count);
	framer->line = less(framer->line, count);
	framer->mark = less(framer->mark, count);
	if (framer->plain != NULL && !framer->framed)
		framer->plain->forget(framer->plain, count);
}
