/* What readers share, and reading what is inside another envelope. */
#include "core/error.h"
#include "reader/format.h"
#include "reader/frame.h"
#include "reader/iptc7901.h"
#include "reader/line_ends.h"
#include "reader/page/page.h"
#include "reader/xml/xml.h"

static telex_status keep_whole(struct tx_reader *reader, telex_slice frame,
			       const struct tx_frame *found, telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&reader->arena, tx_frame_format(found->kind));
	size_t start = found->text_start - found->start, end = found->text_end - found->start;

	if (story == NULL)
		return tx_fail_memory(reterr);
	if (found->kind == TX_FRAME_IPTC7901 || found->kind == TX_FRAME_STRIPPED)
		tx_iptc7901_read(tx_slice_take(frame, start), story);
	if (!tx_story_finish_whole(story, frame, start, end))
		return tx_fail_memory(reterr);
	tx_stories_append(&reader->stories, story);
	return TELEX_OK;
}

/* Plain text, or envelopes of control characters, one after the other. */
static telex_status unwrap_plain(struct tx_reader *reader, telex_slice text, telex_error *reterr)
{
	struct tx_control_framer framer = {0};
	struct tx_frame frame;
	telex_status status = TELEX_OK;

	while (status == TELEX_OK && tx_frame_next(&framer, text, true, &frame) == TX_FRAME_FOUND) {
		telex_slice bytes = tx_slice(text.ptr + frame.start, frame.end - frame.start);
		const struct tx_format *format = tx_format_of_envelope(frame.kind, bytes);
		status = format != NULL ? format->unwrap(reader, bytes, reterr)
					: keep_whole(reader, bytes, &frame, reterr);
		text = tx_slice_skip(text, frame.end);
	}
	return status;
}

telex_status tx_unwrap_inner(struct tx_reader *reader, telex_slice text, telex_error *reterr)
{
	enum tx_framing framing;
	const struct tx_format *format;
	telex_status status;

	if (reader->depth == TX_ENVELOPES_MAX || !tx_framing_sniff(text, true, NULL, &framing) ||
	    framing == TX_FRAMING_TEXT || framing == TX_FRAMING_PAGE)
		return unwrap_plain(reader, text, reterr);
	format = tx_format_of_frame(framing, text);
	if (format == NULL || format->unwrap == NULL)
		return unwrap_plain(reader, text, reterr);
	if (!tx_line_ends_unify(&text, &reader->arena))
		return tx_fail_memory(reterr);
	reader->depth++;
	status = format->unwrap(reader, text, reterr);
	reader->depth--;
	return status;
}

void tx_reader_done(struct tx_reader *reader)
{
	tx_arena_done(&reader->arena);
	tx_buffer_done(&reader->copy);
	tx_buffer_done(&reader->scratch);
	tx_markup_done(&reader->markup);
	tx_xml_free(reader->xml);
	reader->xml = NULL;
	tx_page_free(reader->page);
	reader->page = NULL;
}
