/* Marks of IPTC 7901, ANPA-1312 and telex envelopes, recognised by their shape.  What a header says is
 * not read here. */
#include "reader/control/frame_marks.h"

#include "core/ascii.h"
#include "core/block.h"

#define ENQ 0x05
#define SYN 0x16
#define US  0x1f
#define DEL 0x7f

#define ROUTING_LINES 4
#define ROUTING_BYTES 256 /* of a routing line, its end included */
#define SYNS_MAX      512
#define LINE_BYTES    256 /* of the second line of an ANPA header */
#define SERVICE_MAX   6   /* letters of a source of IPTC 7901 */
#define CATEGORY_MAX  12

#define CATEGORY_CLASSES (TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_PUNCT)

static bool is_filler(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0' ||
	       c == DEL;
}

/* Of SOHs in a row the last one begins an envelope. */
static bool is_empty_frame(telex_slice s, size_t at)
{
	return s.ptr[at] == TX_SOH && at + 1 < s.len && s.ptr[at + 1] == TX_SOH;
}

size_t tx_fillers_end(telex_slice s, size_t at)
{
	while (at < s.len && (is_filler(s.ptr[at]) || is_empty_frame(s, at)))
		at++;
	return at;
}

size_t tx_line_blanks_end(telex_slice s, size_t at)
{
	while (at < s.len &&
	       (s.ptr[at] == ' ' || s.ptr[at] == '\t' || s.ptr[at] == '\r' || s.ptr[at] == DEL))
		at++;
	return at;
}

size_t tx_line_stop(telex_slice s, size_t at)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		unsigned ends = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, '\r')));
		if (ends != 0)
			return at + tx_mask_first(ends);
	}
	while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
		at++;
	return at;
}

size_t tx_line_next(telex_slice s, size_t at)
{
	at = tx_line_stop(s, at);
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

/* "eca0045 4 pl 233 …", "SPF001 3 RES 0070 F …".  After SOH ("framed") categories may be longer and
 * have digits in them, "cprt", "s2"; so they may be where the copy of a desk's line follows. */
static bool is_7901_header(telex_slice s, size_t at, bool framed)
{
	size_t letters = count_class(s, at, TX_CHAR_UPPER | TX_CHAR_LOWER, SERVICE_MAX + 1);
	size_t digits = count_class(s, at += letters, TX_CHAR_DIGIT, 7);

	if (letters < 1 || letters > (framed ? SERVICE_MAX : 3) || digits < (framed ? 1 : 3) ||
	    digits > (framed ? 6 : 5) || (at += digits) + 6 > s.len)
		return false;
	if (s.ptr[at] != ' ' || s.ptr[at + 1] < '1' || s.ptr[at + 1] > '9' || s.ptr[at + 2] != ' ')
		return false;
	at += 3;
	size_t plain = count_class(s, at, TX_CHAR_UPPER | TX_CHAR_LOWER, 4);
	size_t category = count_class(s, at, CATEGORY_CLASSES, CATEGORY_MAX + 1);
	size_t blanks = count_class(s, at += category, TX_CHAR_BLANK, 8);
	digits = count_class(s, at += blanks, TX_CHAR_DIGIT, 6);
	if (category < 1 || category > CATEGORY_MAX || blanks == 0 || digits < 1 || digits > 5 ||
	    (at += digits) >= s.len)
		return false;
	bool spaced = tx_slice_starts(tx_slice_skip(s, at), TX_LIT("  "));
	return framed || (plain == category && plain <= 3) || spaced;
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
	if (at + 12 > s.len || !tx_is_alpha(s.ptr[at]) || s.ptr[at + 1] != ' ' ||
	    !tx_is_alpha(s.ptr[at + 2]))
		return false;
	size_t end = tx_line_next(tx_slice_take(s, at + LINE_BYTES), at), last = end;

	if (end >= s.len || s.ptr[end] != TX_STX)
		return false;
	while (last > at && (s.ptr[last - 1] == '\n' || s.ptr[last - 1] == '\r'))
		last--;
	return tx_is_digit(s.ptr[last - 1]);
}

static bool starts_word(telex_slice s, size_t at, telex_slice word)
{
	return tx_slice_starts_nocase(tx_slice_skip(s, at), word);
}

size_t tx_leader_end(telex_slice s, size_t at)
{
	for (size_t lines = 0; lines < ROUTING_LINES && at < s.len && s.ptr[at] == ENQ; lines++) {
		telex_slice line = tx_slice_take(s, at + ROUTING_BYTES);
		size_t next = tx_line_next(line, at);
		if (next == line.len && next < s.len && s.ptr[next - 1] != '\n')
			return at;
		at = next;
	}
	for (size_t end = at + SYNS_MAX; at < end && at < s.len && s.ptr[at] == SYN;)
		at++;
	return at;
}

size_t tx_leader_start(telex_slice s, size_t soh, size_t from)
{
	size_t at = soh;

	if (soh - from > SYNS_MAX + ROUTING_BYTES)
		from = soh - SYNS_MAX - ROUTING_BYTES;
	while (at > from && s.ptr[at - 1] == SYN)
		at--;
	size_t line = at;
	if (line > from && s.ptr[line - 1] == '\n')
		line--;
	if (line > from && s.ptr[line - 1] == '\r')
		line--;
	while (line > from && s.ptr[line - 1] != '\n' && s.ptr[line - 1] != '\r')
		line--;
	return line < at && s.ptr[line] == ENQ ? line : at;
}

enum tx_frame_kind tx_mark_kind(telex_slice s, size_t at)
{
	size_t soh = tx_leader_end(s, at);

	if (soh < s.len && s.ptr[soh] == TX_SOH) {
		if (is_7901_header(s, soh + 1, true))
			return TX_FRAME_IPTC7901;
		bool syn = soh > at && s.ptr[soh - 1] == SYN;
		return syn || is_anpa_header(s, soh + 1) ? TX_FRAME_ANPA1312 : TX_FRAME_CONTROL;
	}
	if (starts_word(s, at, TX_LIT("ZCZC")))
		return TX_FRAME_TELEX;
	if (is_anpa_line(s, soh))
		return TX_FRAME_ANPA1312;
	return is_7901_header(s, at, false) ? TX_FRAME_STRIPPED : TX_FRAME_PLAIN;
}

bool tx_mark_may_come(telex_slice s, size_t at)
{
	return s.len - at < TX_MARK_BYTES &&
	       (tx_leader_end(s, at) == s.len || tx_line_next(s, at) == s.len);
}

bool tx_mark_ends(telex_slice s, size_t at, enum tx_frame_kind kind)
{
	return kind == TX_FRAME_TELEX ? starts_word(s, at, TX_LIT("NNNN"))
				      : starts_word(s, at, TX_LIT("./."));
}

bool tx_mark_starts(telex_slice s, size_t at, enum tx_frame_kind kind)
{
	return kind == TX_FRAME_TELEX ? starts_word(s, at, TX_LIT("ZCZC"))
				      : is_7901_header(s, at, false);
}
