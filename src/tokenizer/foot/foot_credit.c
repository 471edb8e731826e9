/* At the foot two letters are initials as often as an agency: a credit there names one of three
 * letters at least, or opens with the words of a source. */
#include "tokenizer/foot/foot_credit.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/lines/photo_credit.h"

#define MARK_MIN    3
#define BRACKET_MAX 90 /* bytes */
#define DASHED_MAX  40 /* likewise, of a credit after a dash */

static bool names_agency(telex_slice text, const struct tx_credit_line *credit)
{
	if (tx_credit_source_word(text) > 0)
		return true;
	for (size_t i = 0; i < credit->mark_count; i++) {
		if (credit->marks[i].len >= MARK_MIN)
			return true;
	}
	return false;
}

bool tx_foot_credit(telex_slice line, tx_known_place_fn *known_place,
		    struct tx_credit_line *ret_credit)
{
	return tx_credit_read(line, known_place, ret_credit) && names_agency(line, ret_credit);
}

static size_t find_bracket(telex_slice s, struct tx_credit_line *ret_credit)
{
	size_t open = s.len;

	if (s.ptr[s.len - 1] != ')')
		return 0;
	while (open > 0 && s.ptr[open - 1] != '(' && s.len - open < BRACKET_MAX)
		open--;
	if (open < 2 || s.ptr[open - 1] != '(')
		return 0;
	return tx_foot_credit(tx_slice_skip(s, open), NULL, ret_credit) ? open - 1 : 0;
}

/* Where a word in capitals begins that is the last one, after a stop; 0 without one. */
static size_t last_capitals(telex_slice s)
{
	size_t at = s.len;

	while (at > 0 && tx_is_upper(s.ptr[at - 1]))
		at--;
	bool apart = at > 2 && s.len - at >= MARK_MIN && s.ptr[at - 1] == ' ' &&
		     strchr(".!?\"\x9d", s.ptr[at - 2]) != NULL;
	return apart ? at : 0;
}

/* "… in tune. AFP", "… in tune. — AFP": without or with a dash after the stop. */
static size_t find_dash(telex_slice s, struct tx_credit_line *ret_credit)
{
	static const telex_slice dashes[] = {TX_SLICE(" - "), TX_SLICE(" -- "),
					     TX_SLICE(" \xe2\x80\x93 "),
					     TX_SLICE(" \xe2\x80\x94 ")};
	size_t from = s.len > DASHED_MAX ? s.len - DASHED_MAX : 0;

	if (s.ptr[s.len - 1] == '.')
		return 0;
	size_t word = last_capitals(s);
	if (word > 0 && tx_foot_credit(tx_slice_skip(s, word), NULL, ret_credit))
		return word;
	for (size_t i = 0; i < TX_COUNT(dashes); i++) {
		size_t at = from + tx_slice_find(tx_slice_skip(s, from), dashes[i]);
		if (at < s.len && at > 0 && strchr(".!?\"\x9d", s.ptr[at - 1]) != NULL &&
		    tx_foot_credit(tx_slice_skip(s, at + dashes[i].len), NULL, ret_credit))
			return at + 1;
	}
	return 0;
}

size_t tx_foot_credit_glued(telex_slice paragraph, struct tx_credit_line *ret_credit)
{
	size_t at;

	if (paragraph.len < 8)
		return 0;
	at = find_bracket(paragraph, ret_credit);
	if (at == 0)
		at = find_dash(paragraph, ret_credit);
	if (at > 0)
		return at;
	telex_slice last = paragraph.len > BRACKET_MAX
				   ? tx_slice_skip(paragraph, paragraph.len - BRACKET_MAX)
				   : paragraph;
	if (memchr(last.ptr, '/', last.len) == NULL ||
	    tx_photo_caption(paragraph, &at) != TX_PHOTO_SURE || at >= paragraph.len)
		return 0;
	return tx_foot_credit(tx_slice_skip(paragraph, at), NULL, ret_credit) ? at : 0;
}
