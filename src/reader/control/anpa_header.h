/* The header and trailer of ANPA-1312, line by line: as a wire sends them, and as collections of
 * research have kept them. */
#ifndef TX_READER_CONTROL_ANPA_HEADER_H
#define TX_READER_CONTROL_ANPA_HEADER_H

#include <stdbool.h>

#include "core/slice.h"
#include "core/stamp.h"
#include "reader/story.h"

/** Line 1: "W2870", "a0105KYODO", with a selector after US. */
struct tx_anpa_line_1 {
	telex_slice level, number, agency, selector; /* each may be empty */
	bool has_selector;
};

struct tx_anpa_line_1 tx_anpa_read_line_1(telex_slice line);

/** State the level and the selector as the service: "W asian". */
void tx_anpa_state_service(struct tx_story *story, const struct tx_anpa_line_1 *line);

/** Whether a line begins as line 2 does, with the letters of priority and category. */
bool tx_anpa_is_line_2(telex_slice line);

/** State these letters, and the urgency that the trade reads in the first. */
void tx_anpa_state_letters(struct tx_story *story, telex_slice line);

/** What follows them: "BC-Cat 1stLd   05-09 1444". */
struct tx_anpa_tail {
	telex_slice keyword, words;
	telex_slice date; /* MM-DD, abroad DD-MM; .len 0: none */
};

struct tx_anpa_tail tx_anpa_read_tail(telex_slice text);

/** State line 2's keyword, cut to its column; the version after it, which may be empty. */
telex_slice tx_anpa_take_keyword(struct tx_story *story, telex_slice text);

/** State the keyword line of the text: keyword, version, words, with commas between.
 * `leftovers`: what is not one of these is kept.  True when it names a version. */
bool tx_anpa_take_keyword_line(struct tx_story *story, telex_slice line, bool leftovers);

/** "3rd Ld-Writethru", "Adv03", "Correction": the ordinal is the version, the words are a note. */
void tx_anpa_state_version(struct tx_story *story, telex_slice label);

/** State the stamp of a trailer, "AP-WF-02-20-16 0337GMT", as the time of issue. */
void tx_anpa_state_issued(struct tx_story *story, const struct tx_stamp *stamp);

#endif
