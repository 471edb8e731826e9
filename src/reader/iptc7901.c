/* The header of IPTC 7901 (IPTC recommendation 7901, revision 5):
 *
 *     SOH source-id number SP priority SP category SP words [SP options] EOL keyword-line EOL STX
 *
 * The keyword line ends with a slash that is no part of it.  Left out: the options, which every
 * agency fills with codes of its own. */
#include "reader/iptc7901.h"

#include "core/ascii.h"

#define SLUG_MAX 80 /* bytes */

static telex_slice take_class(telex_slice *rest, unsigned classes)
{
	size_t len = 0;

	while (len < rest->len && tx_char_is(rest->ptr[len], classes))
		len++;
	telex_slice taken = tx_slice_take(*rest, len);
	*rest = tx_slice_skip(*rest, len);
	return taken;
}

static void skip_blanks(telex_slice *rest)
{
	take_class(rest, TX_CHAR_BLANK);
}

static void read_line(telex_slice line, struct tx_story *story)
{
	tx_story_state(story, TX_FIELD_SERVICE, 0,
		       take_class(&line, TX_CHAR_UPPER | TX_CHAR_LOWER));
	tx_story_state(story, TX_FIELD_SEQUENCE, 0, take_class(&line, TX_CHAR_DIGIT));
	skip_blanks(&line);
	telex_slice priority = take_class(&line, TX_CHAR_DIGIT);
	tx_story_state(story, TX_FIELD_PRIORITY, 0, priority);
	tx_story_state(story, TX_FIELD_URGENCY, 0, priority);
	skip_blanks(&line);
	tx_story_state(story, TX_FIELD_CATEGORY, 0,
		       take_class(&line, TX_CHAR_UPPER | TX_CHAR_LOWER));
	skip_blanks(&line);
	tx_story_state(story, TX_FIELD_WORDS, 0, take_class(&line, TX_CHAR_DIGIT));
}

static void read_keywords(telex_slice line, struct tx_story *story)
{
	telex_slice slug = tx_trim(line);

	if (slug.len > 0 && slug.ptr[slug.len - 1] == '/')
		slug.len--;
	if (slug.len <= SLUG_MAX)
		tx_story_state(story, TX_FIELD_SLUG, 0, slug);
}

void tx_iptc7901_read(telex_slice header, struct tx_story *story)
{
	struct tx_cut first = tx_cut(tx_trim(header), '\n');

	read_line(tx_trim(first.head), story);
	for (telex_slice rest = first.tail; rest.len > 0;) {
		struct tx_cut line = tx_cut(rest, '\n');
		if (tx_trim(line.head).len > 0) {
			read_keywords(line.head, story);
			return;
		}
		rest = line.tail;
	}
}
