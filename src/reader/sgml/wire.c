/* The header of ANPA-1312 in the form that Reuters-21578 and TREC's AP have kept: line 1 with its
 * control characters, line 2 without format bytes, the trailer's stamp.  Left out: the date of
 * line 2, which the document states in full. */
#include "reader/sgml/wire.h"

#include "core/ascii.h"

#define NUMBER_MAX   6
#define SELECTOR_MAX 16

bool tx_wire_number_line(struct tx_story *story, telex_slice line)
{
	struct tx_anpa_line_1 head = tx_anpa_read_line_1(tx_trim(line));

	if (!head.has_selector || head.level.len == 0 || head.number.len == 0 ||
	    head.number.len > NUMBER_MAX || head.selector.len > SELECTOR_MAX)
		return false;
	tx_story_state(story, TX_FIELD_SEQUENCE, 0, head.number);
	tx_anpa_state_service(story, &head);
	return true;
}

bool tx_wire_first_line(struct tx_story *story, telex_slice line)
{
	telex_slice trimmed = tx_trim(line);

	if (!tx_anpa_is_line_2(trimmed))
		return false;
	struct tx_anpa_tail tail = tx_anpa_read_tail(tx_slice_skip(trimmed, 3));
	if (tail.date.len == 0)
		return false;
	tx_anpa_state_letters(story, trimmed);
	tx_story_state(story, TX_FIELD_WORDS, 0, tail.words);
	telex_slice version = tx_anpa_take_keyword(story, tail.keyword);
	if (version.len > 0)
		tx_anpa_state_version(story, version);
	return true;
}

bool tx_wire_stamp(struct tx_story *story, telex_slice text)
{
	struct tx_stamp stamp;
	size_t start, end;

	if (!tx_stamp_find(text, &stamp, &start, &end))
		return false;
	telex_slice wire = tx_trim(tx_slice_take(text, start));
	if (wire.len > 0 && wire.ptr[wire.len - 1] == '-')
		wire.len--;
	tx_story_state(story, TX_FIELD_SERVICE, 1, wire);
	tx_story_state(story, TX_FIELD_AGENCY, 5, tx_cut(wire, '-').head);
	tx_anpa_state_issued(story, &stamp);
	return true;
}
