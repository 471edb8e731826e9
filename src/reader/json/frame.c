/* Where a JSON value ends (RFC 8259): brackets are counted, strings stepped over. */
#include "reader/json/json.h"

#include "core/ascii.h"
#include "reader/json/record.h"

#define BACK_BYTES 512 /* that are looked at before a bracket */

static bool opens(char c)
{
	return c == '{' || c == '[';
}

static bool closes(char c)
{
	return c == '}' || c == ']';
}

static bool starts_line(telex_slice s, size_t at)
{
	return at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE);
}

/* Whether no value may come at `at`: the last byte before it that is not a blank is neither a comma
 * nor a colon nor the bracket of a list. */
static bool is_misplaced(telex_slice s, size_t at)
{
	size_t first = at > BACK_BYTES ? at - BACK_BYTES : 0;

	while (at > first && tx_char_is(s.ptr[at - 1], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at--;
	return at > first && memchr(",:[", s.ptr[at - 1], 3) == NULL;
}

/* Bytes of a record's start that are at `at`: most values differ in the first or second one. */
static size_t record_start_len(telex_slice s, size_t at)
{
	const telex_slice start = TX_LIT(TX_RECORD_START);
	size_t len = 0;

	while (len < start.len && at + len < s.len && s.ptr[at + len] == start.ptr[len])
		len++;
	return len;
}

static bool is_record_start(telex_slice s, size_t at)
{
	return record_start_len(s, at) == sizeof(TX_RECORD_START) - 1;
}

/* Whether another value than the one at hand begins at `at`. */
static bool is_restart(const struct tx_json_framer *framer, telex_slice s, size_t at)
{
	if (!opens(s.ptr[at]) || !starts_line(s, at))
		return false;
	if (is_record_start(s, at) && (framer->in_record || framer->depth == 0))
		return tx_trim(tx_slice_take(s, at)).len > 0;
	return ((framer->restart > 0 && at >= framer->restart) || is_record_start(s, at)) &&
	       (framer->in_string || is_misplaced(s, at));
}

/* Where at the end of the bytes a record's start may be cut off. */
static size_t tail_of(telex_slice s)
{
	const size_t len = sizeof(TX_RECORD_START) - 1;

	return s.len > len ? s.len - len + 1 : 0;
}

/* The bytes without a record's start from `at` on that is cut off at their end, which is waited for.
 */
static telex_slice whole_starts(telex_slice s, size_t at, const struct tx_json_framer *framer)
{
	for (; at < s.len; at++) {
		if ((framer->depth == 0 || starts_line(s, at)) &&
		    at + record_start_len(s, at) == s.len)
			return tx_slice_take(s, at);
	}
	return s;
}

/* After the string that is open, or at another value's start in it; from `stop` on nothing is looked
 * at. */
static size_t skip_string(telex_slice s, size_t at, size_t stop, struct tx_json_framer *framer)
{
	for (; at < stop; at++) {
		if (is_restart(framer, s, at))
			return at;
		if (framer->escaped)
			framer->escaped = false;
		else if (s.ptr[at] == '\\')
			framer->escaped = true;
		else if (s.ptr[at] == '"') {
			framer->in_string = false;
			return at + 1;
		} else if ((unsigned char)s.ptr[at] >= ' ') {
			/* No line begins before the next control character. */
			at = tx_json_plain_end(s, at) - 1;
		}
	}
	return at;
}

/* Where a value may begin after a bracket that closes nothing: at a bracket that opens with nothing
 * but such brackets, commas and blanks before it on its line.  What is passed over is no JSON:
 * a quotation mark begins no string in it. */
static bool skip_stray(telex_slice s, struct tx_json_framer *framer, size_t *at)
{
	for (; *at < s.len; ++*at) {
		char c = s.ptr[*at];
		if (opens(c) && !framer->junk)
			return true;
		if (tx_char_is(c, TX_CHAR_NEWLINE))
			framer->junk = false;
		else if (!closes(c) && c != ',' && !tx_char_is(c, TX_CHAR_BLANK))
			framer->junk = true;
	}
	return false;
}

bool tx_json_frame_end(telex_slice bytes, struct tx_json_framer *framer, size_t *ret_end)
{
	size_t at = framer->scanned, stop = tail_of(bytes);

	while (at < bytes.len) {
		if (at >= stop) {
			bytes = whole_starts(bytes, at, framer);
			stop = bytes.len;
			continue;
		}
		if (framer->stray && skip_stray(bytes, framer, &at)) {
			*ret_end = at;
			return true;
		}
		if (framer->in_string)
			at = skip_string(bytes, at, stop, framer);
		if (at >= stop)
			continue;
		if (is_restart(framer, bytes, at)) {
			*ret_end = at;
			return true;
		}
		if (framer->depth == 0)
			framer->in_record = is_record_start(bytes, at);
		char c = bytes.ptr[at++];
		framer->in_string = c == '"';
		if (opens(c))
			framer->depth++;
		if (!closes(c))
			continue;
		framer->stray = framer->depth == 0;
		if (!framer->stray && --framer->depth == 0) {
			*ret_end = at;
			return true;
		}
	}
	framer->scanned = at;
	return false;
}

void tx_json_frame_forget(struct tx_json_framer *framer, size_t count)
{
	framer->scanned -= framer->scanned > count ? count : framer->scanned;
	framer->restart = framer->restart > count ? framer->restart - count : 1;
}
