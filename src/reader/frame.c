/* Finding envelopes in a stream.
 *
 *     IPTC 7901   fillers SOH header-line … [STX] text [ETX trailer] EOT
 *     ANPA-1312   [ENQ routing-line] SYN SYN SOH lines STX text ETX trailer EOT
 *     telex       ZCZC line … NNNN
 *     stripped    a 7901 header line without SOH … "./." line, stamp line
 *
 * The searches are memchr()'s for EOT and SOH, and by blocks for the ends of lines.  What a header
 * says is not read here.  A frame is the same in whatever portions its bytes come: what stands
 * behind its end mark is looked at only where it belongs to the mark's line. */
#include "reader/frame.h"

#include "core/ascii.h"
#include "core/block.h"

#define SOH 0x01
#define STX 0x02
#define ETX 0x03
#define EOT 0x04
#define ENQ 0x05
#define SYN 0x16
#define US  0x1f
#define DEL 0x7f

#define DECIDE_BYTES  512 /* a source's first frame begins within these */
#define HEADER_BYTES  700 /* STX comes within these after SOH */
#define ROUTING_LINES 4

static bool is_filler(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0' ||
	       c == DEL;
}

static size_t skip_fillers(telex_slice s, size_t at)
{
	while (at < s.len && is_filler(s.ptr[at]))
		at++;
	return at;
}

/* The first byte after the line that `at` is on. */
static size_t next_line(telex_slice s, size_t at)
{
	while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
		at++;
	while (at < s.len && s.ptr[at] == '\r')
		at++;
	return at < s.len && s.ptr[at] == '\n' ? at + 1 : at;
}

static size_t count_class(telex_slice s, size_t at, unsigned classes, size_t max)
{
	size_t len = 0;

	while (len < max && at + len < s.len && tx_char_is(s.ptr[at + len], classes))
		len++;
	return len;
}

/* "eca0045 4 pl 233 …", "SPF001 3 RES 0070 F …". */
static bool is_7901_header(telex_slice s, size_t at)
{
	size_t letters = count_class(s, at, TX_CHAR_UPPER | TX_CHAR_LOWER, 4);
	size_t digits = count_class(s, at += letters, TX_CHAR_DIGIT, 6);

	if (letters < 1 || letters > 3 || digits < 3 || digits > 5 || (at += digits) + 6 > s.len)
		return false;
	if (s.ptr[at] != ' ' || s.ptr[at + 1] < '1' || s.ptr[at + 1] > '9' || s.ptr[at + 2] != ' ')
		return false;
	letters = count_class(s, at += 3, TX_CHAR_UPPER | TX_CHAR_LOWER, 4);
	size_t blanks = count_class(s, at += letters, TX_CHAR_BLANK, 8);
	digits = count_class(s, at += blanks, TX_CHAR_DIGIT, 6);
	return letters >= 1 && letters <= 3 && blanks > 0 && digits >= 1 && digits <= 5 &&
	       at + digits < s.len;
}

/* A letter, four digits, no blank; then at most 15 characters and US or the line's end. */
static bool is_anpa_header(telex_slice s, size_t at)
{
	if (count_class(s, at, TX_CHAR_UPPER | TX_CHAR_LOWER, 2) != 1 ||
	    count_class(s, at + 1, TX_CHAR_DIGIT, 5) != 4)
		return false;
	at += 5;
	if (at < s.len && s.ptr[at] == ' ')
		return false;
	for (size_t end = at + 16; at < s.len && at < end; at++) {
		if (s.ptr[at] == US || s.ptr[at] == '\r' || s.ptr[at] == '\n')
			return true;
	}
	return false;
}

/* The second line of an ANPA header whose first is lost: "u f BC-KEYWORD   03-27 0091", and STX
 * below. */
static bool is_anpa_line(telex_slice s, size_t at)
{
	size_t end = next_line(s, at), last = end;

	if (at + 12 > s.len || !tx_is_alpha(s.ptr[at]) || s.ptr[at + 1] != ' ' ||
	    !tx_is_alpha(s.ptr[at + 2]) || end >= s.len || s.ptr[end] != STX)
		return false;
	while (last > at && (s.ptr[last - 1] == '\n' || s.ptr[last - 1] == '\r'))
		last--;
	return tx_is_digit(s.ptr[last - 1]);
}

static bool starts_word(telex_slice s, size_t at, telex_slice word)
{
	return tx_slice_starts_nocase(tx_slice_skip(s, at), word);
}

/* Routing lines (ENQ …) and SYNs that may stand before SOH. */
static size_t skip_leader(telex_slice s, size_t at)
{
	for (size_t lines = 0; lines < ROUTING_LINES && at < s.len && s.ptr[at] == ENQ; lines++)
		at = next_line(s, at);
	while (at < s.len && s.ptr[at] == SYN)
		at++;
	return at;
}

/* The kind of frame that starts at `at`; TX_FRAME_PLAIN: none does. */
static enum tx_frame_kind kind_at(telex_slice s, size_t at)
{
	size_t soh = skip_leader(s, at);

	if (soh < s.len && s.ptr[soh] == SOH) {
		if (is_7901_header(s, soh + 1))
			return TX_FRAME_IPTC7901;
		bool syn = soh > at && s.ptr[soh - 1] == SYN;
		return syn || is_anpa_header(s, soh + 1) ? TX_FRAME_ANPA1312 : TX_FRAME_CONTROL;
	}
	if (starts_word(s, at, TX_LIT("ZCZC")))
		return TX_FRAME_TELEX;
	if (is_anpa_line(s, at))
		return TX_FRAME_ANPA1312;
	return is_7901_header(s, at) ? TX_FRAME_STRIPPED : TX_FRAME_PLAIN;
}

const char *tx_frame_format(enum tx_frame_kind kind)
{
	switch (kind) {
	case TX_FRAME_IPTC7901:
	case TX_FRAME_STRIPPED:
		return "iptc7901";
	case TX_FRAME_ANPA1312:
		return "anpa1312";
	case TX_FRAME_CONTROL:
		return "control";
	case TX_FRAME_TELEX:
		return "zczc";
	case TX_FRAME_PLAIN:
	case TX_FRAME_JUNK:
	case TX_FRAME_MARKUP:
		break;
	}
	return "text";
}

static size_t find_byte(telex_slice s, size_t from, size_t to, char byte)
{
	const char *at = from < to ? memchr(s.ptr + from, byte, to - from) : NULL;

	return at == NULL ? to : (size_t)(at - s.ptr);
}

/* Where the routing line and SYNs before a SOH begin. */
static size_t leader_start(telex_slice s, size_t soh, size_t from)
{
	size_t at = soh;

	while (at > from && s.ptr[at - 1] == SYN)
		at--;
	size_t line = at;
	if (line > from && s.ptr[line - 1] == '\n')
		line--;
	while (line > from && s.ptr[line - 1] != '\n')
		line--;
	return line < at && s.ptr[line] == ENQ ? line : at;
}

/* The end of a frame that starts with SOH: after EOT, or where the next SOH is. */
static bool find_control_end(telex_slice s, size_t soh, size_t from, struct tx_frame *frame)
{
	size_t start = from > soh ? from : soh + 1;
	size_t eot = find_byte(s, start, s.len, EOT);
	size_t next = find_byte(s, start, eot, SOH);

	if (next < eot) {
		frame->end = leader_start(s, next, soh + 1);
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
	size_t stx = find_byte(s, soh, limit, STX);
	size_t at;

	if (stx < limit)
		return stx + 1;
	if (frame->kind == TX_FRAME_CONTROL)
		return soh + 1;
	at = next_line(s, soh);
	if (frame->kind == TX_FRAME_ANPA1312)
		at = next_line(s, at);
	return at < frame->end ? at : frame->end;
}

static void set_control_text(telex_slice s, size_t soh, struct tx_frame *frame)
{
	frame->text_start = control_text_start(s, soh, frame);
	size_t end = frame->closed ? frame->end - 1 : frame->end;
	frame->text_end = find_byte(s, frame->text_start, end, ETX);
}

/* Whether a line starts with a mark that ends a frame of this kind. */
static bool ends_lines(telex_slice s, size_t at, enum tx_frame_kind kind)
{
	return kind == TX_FRAME_TELEX ? starts_word(s, at, TX_LIT("NNNN"))
				      : starts_word(s, at, TX_LIT("./."));
}

static bool starts_lines(telex_slice s, size_t at, enum tx_frame_kind kind)
{
	return kind == TX_FRAME_TELEX ? starts_word(s, at, TX_LIT("ZCZC")) : is_7901_header(s, at);
}

static bool may_be_mark(char c, enum tx_frame_kind kind)
{
	c = tx_lower(c);
	return kind == TX_FRAME_TELEX ? c == 'n' || c == 'z' : c == '.' || tx_is_lower(c);
}

static size_t skip_line_blanks(telex_slice s, size_t at)
{
	while (at < s.len &&
	       (s.ptr[at] == ' ' || s.ptr[at] == '\t' || s.ptr[at] == '\r' || s.ptr[at] == DEL))
		at++;
	return at;
}

/* Whether no more bytes can come to the line that ends at `end`. */
static bool is_whole(telex_slice s, size_t end)
{
	return end < s.len || s.ptr[end - 1] == '\n';
}

/* The end of a frame of lines; with "./." the stamp line below belongs to it.  False when more
 * bytes may belong to it than there are. */
static bool close_lines(telex_slice s, size_t mark, struct tx_frame *frame)
{
	bool whole;

	frame->closed = true;
	frame->text_end = mark;
	frame->end = next_line(s, mark);
	whole = is_whole(s, frame->end);
	if (frame->kind != TX_FRAME_STRIPPED)
		return whole;
	whole = frame->end < s.len;
	if (whole && tx_is_digit(s.ptr[frame->end])) {
		frame->end = next_line(s, frame->end);
		whole = is_whole(s, frame->end);
	}
	frame->text_end = frame->end;
	return whole;
}

/* The first byte behind the line's end, LF or CR. */
static size_t line_end(telex_slice s, size_t at)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		unsigned ends = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, '\r')));
		if (ends != 0)
			return at + tx_mask_first(ends) + 1;
	}
	while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
		at++;
	return at + 1;
}

/* Look at the lines from `from` on for the frame's end.  `*ret_scanned`: the start of the last line
 * looked at. */
static bool find_lines_end(telex_slice s, size_t from, struct tx_frame *frame, size_t *ret_scanned)
{
	for (size_t line = from; line < s.len;) {
		size_t at = skip_line_blanks(s, line);
		*ret_scanned = line;
		if (at < s.len && may_be_mark(s.ptr[at], frame->kind)) {
			if (ends_lines(s, at, frame->kind))
				return close_lines(s, at, frame);
			if (starts_lines(s, at, frame->kind)) {
				frame->text_end = frame->end = line;
				return true;
			}
		}
		line = line_end(s, at);
	}
	frame->text_end = frame->end = s.len;
	return false;
}

/* Past the ZCZC line, and a line of priority and category under it: "U I". */
static size_t telex_header_end(telex_slice s, size_t start)
{
	size_t at = next_line(s, start), code = skip_line_blanks(s, at);

	if (code + 3 < s.len && tx_is_alpha(s.ptr[code]) && s.ptr[code + 1] == ' ' &&
	    tx_is_alpha(s.ptr[code + 2]) && (s.ptr[code + 3] == '\n' || s.ptr[code + 3] == '\r'))
		return next_line(s, code);
	return at;
}

static bool find_telex_frame(struct tx_framer *framer, telex_slice s, size_t mark,
			     struct tx_frame *frame)
{
	size_t first =
		frame->kind == TX_FRAME_TELEX ? telex_header_end(s, mark) : next_line(s, mark);

	frame->text_start = first;
	size_t scanned = framer->scanned > first ? framer->scanned : first;
	bool found = find_lines_end(s, scanned, frame, &scanned);
	framer->scanned = scanned;
	if (frame->text_end < frame->text_start)
		frame->text_start = frame->text_end;
	return found;
}

static bool find_control_frame(struct tx_framer *framer, telex_slice s, size_t mark,
			       struct tx_frame *frame)
{
	size_t soh = skip_leader(s, mark);
	bool found = find_control_end(s, soh, framer->scanned, frame);

	framer->scanned = s.len;
	set_control_text(s, soh, frame);
	return found;
}

/* Whether a frame may start at `mark` when more bytes come: its line, its leader or the byte below
 * its line is not here. */
static bool may_become_mark(telex_slice s, size_t mark)
{
	return skip_leader(s, mark) == s.len || next_line(s, mark) == s.len;
}

/* Text where a frame should start: everything up to the next start mark. */
static bool find_junk(struct tx_framer *framer, telex_slice s, size_t text, struct tx_frame *frame)
{
	size_t line = framer->scanned > text ? framer->scanned : next_line(s, text);

	frame->text_start = text;
	for (; line < s.len; line = next_line(s, line)) {
		size_t mark = skip_fillers(s, line);
		framer->scanned = line;
		if (mark < s.len && kind_at(s, mark) != TX_FRAME_PLAIN) {
			frame->text_end = frame->end = line;
			return true;
		}
		if (may_become_mark(s, mark))
			break;
	}
	frame->text_end = frame->end = s.len;
	return false;
}

static enum tx_frame_result next_framed(struct tx_framer *framer, telex_slice s, bool last,
					struct tx_frame *frame)
{
	size_t mark = skip_fillers(s, 0);
	bool found;

	frame->kind = kind_at(s, mark);
	if (frame->kind == TX_FRAME_PLAIN) {
		frame->kind = TX_FRAME_JUNK;
		found = find_junk(framer, s, mark, frame);
	} else if (frame->kind == TX_FRAME_TELEX || frame->kind == TX_FRAME_STRIPPED) {
		found = find_telex_frame(framer, s, mark, frame);
	} else {
		found = find_control_frame(framer, s, mark, frame);
	}
	if (!found && !last)
		return TX_FRAME_MORE;
	framer->scanned = 0;
	return TX_FRAME_FOUND;
}

static enum tx_frame_result next_plain(telex_slice s, bool last, struct tx_frame *frame)
{
	if (!last)
		return TX_FRAME_MORE;
	*frame = (struct tx_frame){TX_FRAME_PLAIN, 0, 0, s.len, s.len, true};
	return TX_FRAME_FOUND;
}

enum tx_frame_result tx_frame_next(struct tx_framer *framer, telex_slice bytes, bool last,
				   struct tx_frame *ret_frame)
{
	size_t start = skip_fillers(bytes, 0);

	if (start == bytes.len)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (!framer->decided) {
		telex_slice head = tx_slice_take(bytes, start + DECIDE_BYTES);
		framer->framed = kind_at(head, start) != TX_FRAME_PLAIN;
		if (!framer->framed && !last && head.len < start + DECIDE_BYTES)
			return TX_FRAME_MORE;
		framer->decided = true;
	}
	if (!framer->framed)
		return next_plain(bytes, last, ret_frame);
	*ret_frame = (struct tx_frame){.start = 0};
	return next_framed(framer, bytes, last, ret_frame);
}
