/* The header of IPTC 7901 (IPTC recommendation 7901, revision 5):
 *
 *     SOH source-id number SP priority SP category SP words [SP options] EOL keyword-line EOL STX
 *
 * The keyword line ends with a slash that is no part of it.  Left out: the options, which every
 * agency fills with codes of its own. */
#include "core/ascii.h"
#include "core/error.h"
#include "reader/control/control.h"
#include "reader/control/frame_marks.h"
#include "reader/reader.h"

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
	tx_story_state(
		story, TX_FIELD_CATEGORY, 0,
		take_class(&line, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_PUNCT));
	skip_blanks(&line);
	tx_story_state(story, TX_FIELD_WORDS, 0, take_class(&line, TX_CHAR_DIGIT));
}

static void read_keywords(telex_slice slug, struct tx_story *story)
{
	if (slug.len > 0 && slug.ptr[slug.len - 1] == '/')
		slug.len--;
	if (slug.len <= SLUG_MAX)
		tx_story_state(story, TX_FIELD_SLUG, 0, slug);
}

static void read_header(telex_slice header, struct tx_story *story)
{
	telex_slice rest = tx_trim(header);
	size_t stop = tx_line_stop(rest, 0);

	read_line(tx_trim(tx_slice_take(rest, stop)), story);
	for (rest = tx_slice_skip(rest, stop); rest.len > 0; rest = tx_slice_skip(rest, stop)) {
		rest = tx_slice_skip(rest, tx_fillers_end(rest, 0));
		stop = tx_line_stop(rest, 0);
		telex_slice line = tx_trim(tx_slice_take(rest, stop));
		if (line.len > 0) {
			read_keywords(line, story);
			return;
		}
	}
}

telex_status tx_iptc7901_unwrap(struct tx_reader *reader, telex_slice text,
				const struct tx_frame *frame, telex_error *reterr)
{
	struct tx_story *story = tx_control_keep(reader, "iptc7901", text, frame);

	if (story == NULL)
		return tx_fail_memory(reterr);
	read_header(tx_slice_take(text, frame->text_start), story);
	story->wrapped = true;
	return story->failed ? tx_fail_memory(reterr) : TELEX_OK;
}
