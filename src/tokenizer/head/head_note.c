/* How far a note above the body goes: a bracket to its close, other notes over the lines that are
 * wrapped, and over those that their wording needs. */
#include "agency/match.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/scan.h"

#define NOTE_WRAP      50 /* bytes that a line of a wrapped note fills */
#define NOTE_WRAP_MAX  90 /* bytes of such a line at the most */
#define NOTE_COLON_MAX 5  /* lines within which it ends with a colon */

static bool ends_in(telex_slice s, const char *stops)
{
	return s.len > 0 && strchr(stops, s.ptr[s.len - 1]) != NULL;
}

/* Whether a note that is open on line `last` surely goes on: what is asked of subscribers ends with
 * a colon on one of the next lines, and below a salutation alone is the sentence that it opens. */
static bool note_goes_on(const struct tx_scan *scan, size_t line, size_t last, size_t end_line)
{
	telex_slice s = tx_line_text(scan, last), below = tx_line_text(scan, last + 1);
	bool correction =
		tx_note_of(tx_line_text(scan, line), TX_NOTE_IN_HEAD) == TX_NOTE_CORRECTION;

	if (ends_in(s, ".:)"))
		return false;
	if (last == line && !correction && s.len < NOTE_WRAP &&
	    tx_slice_find(s, TX_LIT(": ")) == s.len)
		return ends_in(below, ".");
	for (size_t i = last + 1; correction && i <= last + NOTE_COLON_MAX; i++) {
		if (i >= end_line || tx_line_blank(&scan->lines[i]))
			return false;
		if (ends_in(tx_line_text(scan, i), ":"))
			return true;
	}
	return false;
}

bool tx_head_may_open_note(const struct tx_scan *scan, size_t line)
{
	size_t first = scan->lines[line].first, len;
	telex_slice s = tx_slice(scan->text.ptr + first, scan->lines[line + 1].start - first);

	return s.ptr[0] == '(' || tx_note_of(s, TX_NOTE_IN_HEAD) != TX_NOTE_NONE ||
	       tx_sign_at(s, TX_SIGN_HEAD, &len) != NULL ||
	       tx_sign_at(s, TX_SIGN_MEDIA, &len) != NULL;
}

size_t tx_head_note_last(const struct tx_scan *scan, size_t line, size_t end_line)
{
	size_t last = line;
	bool bracket = tx_line_text(scan, line).ptr[0] == '(';

	while (last + 1 < end_line && !tx_line_blank(&scan->lines[last + 1])) {
		telex_slice s = tx_line_text(scan, last);
		bool whole =
			s.len < NOTE_WRAP || s.len > NOTE_WRAP_MAX || ends_in(s, ".:") ||
			(scan->layout != TX_LAYOUT_LINE && tx_starts_paragraph(scan, last + 1)) ||
			tx_byline_is(tx_line_text(scan, last + 1));
		if (!bracket && note_goes_on(scan, line, last, end_line))
			whole = false;
		if (bracket ? s.ptr[s.len - 1] == ')' : whole)
			break;
		last++;
	}
	return last;
}
