/* Reuters-21578, distribution 1.0: copy of 1987 with its ANPA header as character references.  Left
 * out: the collection's splits and its makers' notes, which are not of the wire. */
#include <stdio.h>

#include "core/ascii.h"
#include "reader/sgml/sgml.h"

#define WORDS_MAX 12 /* of the header that are looked at */

static const struct tx_sgml_rule reuters_rules[] = {
	TX_SGML_IS_PART("REUTERS", TX_SGML_GROUP),
	TX_SGML_IS_PART("TEXT", TX_SGML_GROUP),
	TX_SGML_IS("DATE", TX_FIELD_ISSUED, 0),
	TX_SGML_IS_LIST("TOPICS", TX_FIELD_SUBJECT),
	TX_SGML_IS_LIST("PLACES", TX_FIELD_PLACE),
	TX_SGML_IS_LIST("PEOPLE", TX_FIELD_PERSON),
	TX_SGML_IS_LIST("ORGS", TX_FIELD_ORGANISATION),
	TX_SGML_IS_LIST("EXCHANGES", TX_FIELD_ORGANISATION),
	TX_SGML_IS_LIST("COMPANIES", TX_FIELD_ORGANISATION),
	TX_SGML_IS_PART("UNKNOWN", TX_SGML_CALL),
	TX_SGML_IS("TITLE", TX_FIELD_HEADLINE, 0),
	TX_SGML_IS_PART("AUTHOR", TX_SGML_BYLINE),
	TX_SGML_IS_PART("DATELINE", TX_SGML_DATELINE),
	TX_SGML_IS_PART("BODY", TX_SGML_COPY),
	TX_SGML_NO_MORE,
};

static void begin_reuters(struct tx_story *story, telex_slice attributes)
{
	char id[64];
	telex_slice number = tx_sgml_attribute(attributes, "NEWID");

	if (number.len == 0 || number.len > 20)
		return;
	snprintf(id, sizeof(id), "reut2-%.*s", (int)number.len, number.ptr);
	tx_story_state(story, TX_FIELD_ID, 0, tx_slice_of(id));
}

/* The ANPA header, its control characters turned into blanks: "f1137 reute b f BC-KEYWORD 04-07
 * 0120". */
static void take_unknown(struct tx_story *story, telex_slice element, telex_slice text)
{
	telex_slice rest = tx_trim(text), words[WORDS_MAX];
	size_t count = 0;

	(void)element;
	while (count < WORDS_MAX && rest.len > 0) {
		size_t end = 0;
		while (end < rest.len &&
		       !tx_char_is(rest.ptr[end], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
			end++;
		words[count++] = tx_slice_take(rest, end);
		rest = tx_trim(tx_slice_skip(rest, end));
	}
	for (size_t i = 0; i + 2 < count; i++) {
		if (words[i].len != 1 || words[i + 1].len != 1 || words[i + 2].len < 3 ||
		    !tx_is_lower(words[i].ptr[0]))
			continue;
		tx_story_state(story, TX_FIELD_PRIORITY, 0, words[i]);
		tx_story_state(story, TX_FIELD_CATEGORY, 0, words[i + 1]);
		tx_story_state(story, TX_FIELD_SLUG, 0, words[i + 2]);
		if (i >= 2)
			tx_story_state(story, TX_FIELD_SEQUENCE, 0, tx_slice_skip(words[i - 2], 1));
		return;
	}
}

static const struct tx_sgml_format reuters21578 = {"reuters21578", reuters_rules, begin_reuters,
						   take_unknown};

telex_status tx_reuters21578_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
				    telex_error *reterr)
{
	return tx_sgml_unwrap(unwrapper, &reuters21578, frame, reterr);
}
