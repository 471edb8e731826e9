/* TREC's and CLEF's documents: EFE 1994/95 (CLAVE, NUM, PRIORIDAD …), AP of the 1980s (FILEID,
 * 1ST_LINE, HEAD …).  Left out: archive file names. */
#include <stdio.h>

#include "core/ascii.h"
#include "reader/sgml/sgml.h"

static const struct tx_sgml_rule trec_rules[] = {
	TX_SGML_IS_PART("DOC", TX_SGML_GROUP),
	TX_SGML_IS("DOCNO", TX_FIELD_ID, 0),
	TX_SGML_IS("DOCID", TX_FIELD_ID, 1),
	TX_SGML_IS_PART("DATE", TX_SGML_CALL),
	TX_SGML_IS_PART("TIME", TX_SGML_CALL),
	TX_SGML_IS("SCATE", TX_FIELD_CATEGORY, 0),
	TX_SGML_IS("CATEGORY", TX_FIELD_CATEGORY_NAME, 0),
	TX_SGML_IS("DESTINO", TX_FIELD_SERVICE, 0),
	TX_SGML_IS("CLAVE", TX_FIELD_SEQUENCE, 0),
	TX_SGML_IS("NUM", TX_FIELD_WORDS, 0),
	TX_SGML_IS_PART("PRIORIDAD", TX_SGML_CALL),
	TX_SGML_IS_PART("TITLE", TX_SGML_CALL),
	TX_SGML_IS("HEAD", TX_FIELD_HEADLINE, 0),
	TX_SGML_IS("HEADLINE", TX_FIELD_HEADLINE, 0),
	TX_SGML_IS_PART("FILEID", TX_SGML_CALL),
	TX_SGML_IS("SLUG", TX_FIELD_SLUG, 0),
	TX_SGML_IS("KEYWORD", TX_FIELD_KEYWORD, 0),
	TX_SGML_IS_PART("SECOND_LINE", TX_SGML_CALL),
	TX_SGML_IS_PART("2ND_LINE", TX_SGML_CALL),
	TX_SGML_IS_PART("BYLINE", TX_SGML_BYLINE),
	TX_SGML_IS_PART("DATELINE", TX_SGML_DATELINE),
	TX_SGML_IS_PART("TEXT", TX_SGML_COPY),
	TX_SGML_NO_MORE,
};

static bool has_small_letters(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

/* The slug stands on a line of its own above the headline. */
static void take_title(struct tx_story *story, telex_slice text)
{
	struct tx_cut cut = tx_cut(tx_trim(text), '\n');
	telex_slice first = tx_trim(cut.head), rest = tx_trim(cut.tail);
	bool slug = rest.len > 0 && first.len < 60 && !has_small_letters(first) &&
		    (memchr(first.ptr, '-', first.len) != NULL || first.len < rest.len);

	if (slug)
		tx_story_state(story, TX_FIELD_SLUG, 0, first);
	tx_story_state(story, TX_FIELD_HEADLINE, 0, slug ? rest : text);
}

/* "19940101" and "00.34" are one time. */
static void take_time(struct tx_story *story, telex_slice text)
{
	char time[40];
	telex_slice date = tx_story_fact(story, TX_FIELD_ISSUED), clock = tx_trim(text);

	if (date.len != 8 || clock.len != 5)
		return;
	snprintf(time, sizeof(time), "%.8sT%.2s:%.2s", date.ptr, clock.ptr, clock.ptr + 3);
	tx_story_state(story, TX_FIELD_ISSUED, 0, tx_slice_of(time));
}

/* "AP-NR-02-12-88 1637EST": the wire's trailer. */
static void take_trailer(struct tx_story *story, telex_slice text)
{
	telex_slice stamp = tx_trim(text);
	size_t at = 0;
	char time[40];

	while (at < stamp.len && !tx_is_digit(stamp.ptr[at]))
		at++;
	stamp = tx_slice_skip(stamp, at);
	if (stamp.len < 13 || stamp.ptr[2] != '-' || stamp.ptr[5] != '-' || stamp.ptr[8] != ' ')
		return;
	snprintf(time, sizeof(time), "19%.2s-%.2s-%.2sT%.2s:%.2s %.*s", stamp.ptr + 6, stamp.ptr,
		 stamp.ptr + 3, stamp.ptr + 9, stamp.ptr + 11, (int)(stamp.len - 13),
		 stamp.ptr + 13);
	tx_story_state(story, TX_FIELD_ISSUED, 0, tx_slice_of(time));
}

static void take_priority(struct tx_story *story, telex_slice text)
{
	telex_slice letter = tx_trim(text);

	tx_story_state(story, TX_FIELD_PRIORITY, 0, letter);
	if (tx_slice_is(letter, "U"))
		tx_story_state(story, TX_FIELD_URGENCY, 0, TX_LIT("3"));
	else if (tx_slice_is(letter, "R"))
		tx_story_state(story, TX_FIELD_URGENCY, 0, TX_LIT("4"));
}

/* "AM-Peanut Supports,150": keyword and words. */
static void take_second_line(struct tx_story *story, telex_slice text)
{
	telex_slice line = tx_trim(text);
	size_t comma = line.len;

	while (comma > 0 && line.ptr[comma - 1] != ',')
		comma--;
	tx_story_state(story, TX_FIELD_SLUG, 1, comma > 0 ? tx_slice_take(line, comma - 1) : line);
	if (comma > 0)
		tx_story_state(story, TX_FIELD_WORDS, 1, tx_slice_skip(line, comma));
}

static void take_trec(struct tx_story *story, telex_slice element, telex_slice text)
{
	if (tx_slice_eq_nocase(element, TX_LIT("TITLE")))
		take_title(story, text);
	else if (tx_slice_eq_nocase(element, TX_LIT("DATE")))
		tx_story_state(story, TX_FIELD_ISSUED, 1, text);
	else if (tx_slice_eq_nocase(element, TX_LIT("TIME")))
		take_time(story, text);
	else if (tx_slice_eq_nocase(element, TX_LIT("FILEID")))
		take_trailer(story, text);
	else if (tx_slice_eq_nocase(element, TX_LIT("PRIORIDAD")))
		take_priority(story, text);
	else
		take_second_line(story, text);
}

static const struct tx_sgml_format trec = {"trec", trec_rules, NULL, take_trec};

telex_status tx_trec_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_sgml_unwrap(unwrapper, &trec, frame, reterr);
}
