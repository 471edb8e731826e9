/* Which reader takes which kind of frame. */
#include "reader/control/control.h"

#include "core/error.h"
#include "core/scan.h"
#include "reader/reader.h"

struct tx_story *tx_control_keep(struct tx_reader *reader, const char *format, telex_slice text,
				 const struct tx_frame *frame)
{
	struct tx_story *story = tx_story_new(&reader->arena, format);

	if (story == NULL)
		return NULL;
	tx_story_finish_whole(story, text, frame->text_start, frame->text_end);
	tx_stories_append(&reader->stories, story);
	return story;
}

telex_status tx_plain_unwrap(struct tx_reader *reader, telex_slice text,
			     const struct tx_frame *frame, telex_error *reterr)
{
	static const char *const formats[] = {
		[TX_FRAME_CONTROL] = "control", [TX_FRAME_TELEX] = "zczc"};
	const char *named = frame->kind < TX_COUNT(formats) ? formats[frame->kind] : NULL;
	struct tx_story *story =
		tx_control_keep(reader, named != NULL ? named : "text", text, frame);

	if (story == NULL)
		return tx_fail_memory(reterr);
	/* What it is inside of, if anything, may state something. */
	story->bare = reader->framer.framing == TX_FRAMING_TEXT;
	return TELEX_OK;
}

static tx_envelope_fn *const readers[] = {
	[TX_FRAME_PLAIN] = tx_plain_unwrap,       [TX_FRAME_IPTC7901] = tx_iptc7901_unwrap,
	[TX_FRAME_ANPA1312] = tx_anpa1312_unwrap, [TX_FRAME_CONTROL] = tx_plain_unwrap,
	[TX_FRAME_TELEX] = tx_zczc_unwrap,        [TX_FRAME_STRIPPED] = tx_iptc7901_unwrap,
	[TX_FRAME_JUNK] = tx_plain_unwrap,
};

telex_status tx_control_unwrap(struct tx_reader *reader, telex_slice text,
			       const struct tx_frame *frame, telex_error *reterr)
{
	return readers[frame->kind](reader, text, frame, reterr);
}

telex_status tx_control_unwrap_all(struct tx_reader *reader, telex_slice text, telex_error *reterr)
{
	struct tx_control_framer framer = {0};
	struct tx_frame frame;
	telex_status status = TELEX_OK;

	/* The caller may write over its text before the story is read. */
	text = tx_arena_copy(&reader->arena, text);
	if (text.ptr == NULL)
		return tx_fail_memory(reterr);
	while (status == TELEX_OK && tx_frame_next(&framer, text, true, &frame) == TX_FRAME_FOUND) {
		telex_slice rest = tx_slice_skip(text, frame.end);
		text = tx_slice(text.ptr + frame.start, frame.end - frame.start);
		frame.text_start -= frame.start;
		frame.text_end -= frame.start;
		frame.end -= frame.start;
		status = tx_control_unwrap(reader, text, &frame, reterr);
		text = rest;
	}
	return status;
}
