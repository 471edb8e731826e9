/* The telex envelope ZCZC … NNNN with the one-character field tags of newsroom systems.  What a tag
 * means depends on the feed, which its set of tags tells.  An envelope without tags holds plain
 * text and is not read here. */
#include "core/ascii.h"
#include "core/error.h"
#include "reader/control/control.h"

#define HEADER_LINES_MAX 24

/* Feeds, told by the tags they use. */
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
	{'&', {TX_FIELD_SERVICE, TX_FIELD_CREDIT, TX_FIELD_PRIORITY, TX_FIELD_SERVICE}},
	{'+', {TX_FIELD_SUBJECT, NOTHING, TX_FIELD_SUBJECT, TX_FIELD_SUBJECT}},
	{'@', {TX_FIELD_PLACE, TX_FIELD_PLACE, NOTHING, TX_FIELD_NOTE_ADVISORY}},
	{'~', {TX_FIELD_GENRE, TX_FIELD_GENRE, TX_FIELD_GENRE, TX_FIELD_GENRE}},
};

static const struct tag *find_tag(char sign)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		if (tags[i].sign == sign)
			return &tags[i];
	}
	return NULL;
}

static telex_slice take_line(telex_slice *rest)
{
	size_t len = 0;

	while (len < rest->len && rest->ptr[len] != '\n' && rest->ptr[len] != '\r')
		len++;
	telex_slice line = tx_slice_take(*rest, len);
	if (len + 1 < rest->len && rest->ptr[len] == '\r' && rest->ptr[len + 1] == '\n')
		len++;
	*rest = tx_slice_skip(*rest, len + 1);
	return tx_trim(line);
}

/* The lines of tags; `*rest` then stands behind them. */
static size_t read_tags(telex_slice *rest, telex_slice lines[HEADER_LINES_MAX])
{
	size_t count = 0;

	while (rest->len > 0 && count < HEADER_LINES_MAX) {
		telex_slice before = *rest, line = take_line(rest);
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

/* Behind the ZCZC line. */
static telex_slice behind_start(telex_slice frame, telex_slice *ret_channel)
{
	telex_slice rest = frame;
	telex_slice line = take_line(&rest);

	while (line.len == 0 && rest.len > 0)
		line = take_line(&rest);
	*ret_channel = tx_trim(tx_slice_skip(line, 4));
	return rest;
}

bool tx_zczc_has_tags(telex_slice frame)
{
	telex_slice channel, rest = behind_start(tx_slice_take(frame, 2048), &channel);
	telex_slice lines[HEADER_LINES_MAX];

	return read_tags(&rest, lines) >= 2;
}

static void state_tag(struct tx_story *story, telex_slice line, enum feed feed)
{
	const struct tag *tag = find_tag(line.ptr[0]);
	telex_slice value = tx_trim(tx_slice_skip(line, 1));

	if (tag->field[feed] == NOTHING)
		tx_story_leave_over(story, tx_slice(&tag->sign, 1), value);
	else if (tag->field[feed] == TX_FIELD_SUBJECT)
		tx_story_add(story, TX_FIELD_SUBJECT, value, (telex_slice){NULL, 0},
			     TX_LIT("subj"));
	else
		tx_story_state(story, tag->field[feed], 0, value);
}

/* Where the text ends: before NNNN on a line of its own. */
static size_t text_len(telex_slice text)
{
	size_t len = text.len;

	for (telex_slice rest = text; rest.len > 0;) {
		size_t start = (size_t)(rest.ptr - text.ptr);
		telex_slice line = take_line(&rest);
		if (tx_slice_starts_nocase(line, TX_LIT("NNNN")))
			len = start;
	}
	return len;
}

telex_status tx_zczc_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&unwrapper->arena, "zczc");
	telex_slice channel, lines[HEADER_LINES_MAX];
	telex_slice rest = behind_start(frame, &channel);
	size_t count = read_tags(&rest, lines);
	enum feed feed = feed_of(lines, count);

	if (story == NULL)
		return tx_fail_memory(reterr);
	tx_story_state(story, TX_FIELD_SEQUENCE, 0, channel);
	for (size_t i = 0; i < count; i++)
		state_tag(story, lines[i], feed);
	story->kind = TX_COPY_PLAIN;
	if (!tx_story_finish(story, tx_slice_take(rest, text_len(rest))))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}
