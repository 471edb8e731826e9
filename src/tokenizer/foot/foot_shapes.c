/* Shapes of lines at the foot: they need no table. */
#include "tokenizer/foot/foot_shapes.h"

#include "core/ascii.h"

#define ROUTING_WORDS   6
#define SENTENCE_MIN    34
#define SENTENCE_BLANKS 5
#define NUMBER_MIN      5 /* digits of a dispatch's number */
#define NUMBER_MAX      10
#define FOOT_LINE_MAX   80 /* bytes; a longer line is text, or a note */

bool tx_foot_is_sentence(telex_slice s)
{
	size_t blanks = 0;

	if (s.len > FOOT_LINE_MAX)
		return true;
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_digit(s.ptr[i]))
			return false;
		blanks += s.ptr[i] == ' ';
	}
	return s.len > SENTENCE_MIN && blanks >= SENTENCE_BLANKS;
}

bool tx_foot_is_number(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (!tx_is_digit(s.ptr[i]))
			return false;
	}
	return s.len >= NUMBER_MIN && s.len <= NUMBER_MAX;
}

/* Words of capitals and figures. */
bool tx_foot_is_routing(telex_slice s)
{
	size_t words = 0, with_figures = 0;

	for (telex_slice rest = s; rest.len > 0; words++) {
		struct tx_cut cut = tx_cut(rest, ' ');
		bool figure = false;
		for (size_t i = 0; i < cut.head.len; i++) {
			if (!tx_is_upper(cut.head.ptr[i]) && !tx_is_digit(cut.head.ptr[i]))
				return false;
			figure |= tx_is_digit(cut.head.ptr[i]);
		}
		with_figures += figure;
		rest = cut.tail;
	}
	return words >= ROUTING_WORDS && with_figures * 2 >= words && with_figures != words;
}
