/* The telex envelope ZCZC … NNNN with the one-character field tags of newsroom systems.  What a tag
 * means depends on the feed, which its set of tags tells.  The text of an envelope without tags, or
 * without a headline among them, is left where it is.  Left out: the two-letter tags "TI#" of
 * stock-exchange notices, and the channel's date, which no envelope states. */
#include "core/ascii.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/control/control.h"
#include "reader/reader.h"
#include "core/scan.h"

#define HEADER_LINES_MAX 24
#define CHANNEL_MAX      40 /* bytes after ZCZC of which an id is made */

/* Feeds, recognised by the tags they use. */
enum feed {
	FEED_NEWS,    /* ':' slug, '=' take key, '^' headline */
	FEED_SCRIPTS, /* '%' category, '#' slug, '$' headline: scripts to be read on air */
	FEED_ROUTED,  /* '%' routing */
	FEED_PAGES,   /* ':' headline, '#' slug */
	FEEDS
};

struct tag {
	char sign;
	/* The field in each feed; TX_FIELD__COUNT: nothing that a record has a key for. */
	enum tx_field field[FEEDS];
};

#define NOTHING TX_FIELD__COUNT

static const struct tag tags[] = {
	{'$', {TX_FIELD_CATEGORY, TX_FIELD_HEADLINE, TX_FIELD_CATEGORY, TX_FIELD_CATEGORY}},
	{':', {TX_FIELD_SLUG, TX_FIELD_NOTE_ADVISORY, TX_FIELD_NOTE_ADVISORY, TX_FIELD_HEADLINE}},
	{'=', {TX_FIELD_NOTE_ADVISORY, NOTHING, NOTHING, NOTHING}},
	{'^', {TX_FIELD_HEADLINE, NOTHING, NOTHING, NOTHING}},
	{'%', {NOTHING, TX_FIELD_CATEGORY, TX_FIELD_SERVICE, NOTHING}},
	{'#', {NOTHING, TX_FIELD_SLUG, NOTHING, TX_FIELD_SLUG}},
	{'*', {NOTHING, TX_FIELD_SUBJECT, NOTHING, NOTHING}},
	{'&', {TX_FIELD_SERVICE, NOTHING, NOTHING, TX_FIELD_SERVICE}},
	{'+', {TX_FIELD_SUBJECT, NOTHING, TX_FIELD_SUBJECT, TX_FIELD_SUBJECT}},
	{'@', {TX_FIELD_PLACE, TX_FIELD_PLACE, NOTHING, TX_FIELD_NOTE_ADVISORY}},
	{'~', {TX_FIELD_GENRE, TX_FIELD_GENRE, TX_FIELD_GENRE, TX_FIELD_GENRE}},
};

static const struct tag *find_tag(char sign)
{
	for (size_t i = 0; i < TX_COUNT(tags); i++) {
		if (tags[i].sign == sign)
			return &tags[i];
	}
	return NULL;
}

/* The lines of tags; `*rest` then follows them. */
static size_t read_tags(telex_slice *rest, telex_slice lines[HEADER_LINES_MAX])
{
	size_t count = 0;

	while (rest->len > 0 && count < HEADER_LINES_MAX) {
		telex_slice before = *rest, line = tx_trim(tx_take_line(rest));
		if (line.len == 0)
			continue;
		if (find_tag(line.ptr[0]) == NULL) {
			*rest = before;
			break;
		}
		lines[count++] = line;
	}
	return count;
}

static bool has_sign(const telex_slice *lines, size_t count, char sign)
{
	for (size_t i = 0; i < count; i++) {
		if (lines[i].ptr[0] == sign)
			return true;
	}
	return false;
}

static enum feed feed_of(const telex_slice *lines, size_t count)
{
	bool percent = has_sign(lines, count, '%'), number = has_sign(lines, count, '#');

	if (percent)
		return number ? FEED_SCRIPTS : FEED_ROUTED;
	return number ? FEED_PAGES : FEED_NEWS;
}

/* After the ZCZC line. */
static telex_slice after_start(telex_slice frame, telex_slice *ret_channel)
{
	telex_slice rest = frame;
	telex_slice line = tx_trim(tx_take_line(&rest));

	while (line.len == 0 && rest.len > 0)
		line = tx_trim(tx_take_line(&rest));
	*ret_channel = tx_trim(tx_slice_skip(line, 4));
	return rest;
}

static bool is_list(enum tx_field field)
{
	return field == TX_FIELD_SUBJECT || field == TX_FIELD_PLACE;
}

/* Whether a later line with a value has the sign of line `at`: then that one counts. */
static bool is_superseded(const telex_slice *lines, size_t count, size_t at)
{
	for (size_t i = at + 1; i < count; i++) {
		if (lines[i].ptr[0] == lines[at].ptr[0] && lines[i].len > 1)
			return true;
	}
	return false;
}

static void state_tag(struct tx_story *story, const struct tag *tag, telex_slice value,
		      enum feed feed, bool leftovers)
{
	enum tx_field field = tag->field[feed];

	if (field == NOTHING && leftovers)
		tx_story_leave_over(story, tx_slice(&tag->sign, 1), value);
	else if (field == TX_FIELD_SUBJECT)
		tx_story_add(story, field, value, (telex_slice){NULL, 0}, TX_LIT("subj"));
	else if (field != NOTHING)
		tx_story_state(story, field, 0, value);
}

static void state_tags(struct tx_story *story, const telex_slice *lines, size_t count,
		       bool leftovers)
{
	enum feed feed = feed_of(lines, count);

	for (size_t i = 0; i < count; i++) {
		const struct tag *tag = find_tag(lines[i].ptr[0]);
		if (is_list(tag->field[feed]) || !is_superseded(lines, count, i))
			state_tag(story, tag, tx_trim(tx_slice_skip(lines[i], 1)), feed, leftovers);
	}
}

/* Synthetic: what follows ZCZC, when there is a number in it. */
static void state_channel(struct tx_story *story, telex_slice channel)
{
	char id[CHANNEL_MAX + 5] = "zczc:";
	bool digit = false;

	tx_story_state(story, TX_FIELD_SEQUENCE, 0, channel);
	channel = tx_utf8_take(channel, CHANNEL_MAX);
	for (size_t i = 0; i < channel.len; i++)
		digit |= tx_is_digit(channel.ptr[i]);
	if (!digit)
		return;
	memcpy(id + 5, channel.ptr, channel.len);
	tx_story_state(story, TX_FIELD_ID, 0, tx_slice(id, channel.len + 5));
}

/* Two different tags: a list's lines also begin alike. */
static bool are_tags(const telex_slice *lines, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (lines[i].ptr[0] != lines[0].ptr[0])
			return true;
	}
	return false;
}

telex_status tx_zczc_unwrap(struct tx_reader *reader, telex_slice text,
			    const struct tx_frame *frame, telex_error *reterr)
{
	telex_slice channel, lines[HEADER_LINES_MAX];
	telex_slice own = tx_slice_take(text, frame->text_end);

	/* Blanks before NNNN are not the text's. */
	while (own.len > 0 && tx_char_is(own.ptr[own.len - 1], TX_CHAR_BLANK))
		own.len--;
	telex_slice rest = after_start(own, &channel);
	size_t count = read_tags(&rest, lines);
	struct tx_frame inside = *frame;

	if (!are_tags(lines, count))
		return tx_plain_unwrap(reader, text, frame, reterr);
	inside.text_start = own.len - rest.len;
	inside.text_end = own.len;
	struct tx_story *story = tx_control_keep(reader, "zczc", text, &inside);
	if (story == NULL)
		return tx_fail_memory(reterr);
	state_channel(story, channel);
	state_tags(story, lines, count, reader->leftovers);
	if (tx_story_fact(story, TX_FIELD_HEADLINE).len > 0) {
		story->kind = TX_COPY_PLAIN;
		tx_story_finish(story, rest);
	}
	return story->failed ? tx_fail_memory(reterr) : TELEX_OK;
}
