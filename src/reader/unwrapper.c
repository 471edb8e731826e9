/* What readers share, and reading what is inside another envelope. */
#include "core/error.h"
#include "reader/format.h"
#include "reader/frame.h"
#include "reader/iptc7901.h"
#include "reader/line_ends.h"
#include "reader/page/page.h"
#include "reader/xml/xml.h"

static telex_status keep_whole(struct tx_unwrapper *unwrapper, telex_slice frame,
			       const struct tx_frame *found, telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&unwrapper->arena, tx_frame_format(found->kind));
	size_t start = found->text_start - found->start, end = found->text_end - found->start;

	if (story == NULL)
		return tx_fail_memory(reterr);
	if (found->kind == TX_FRAME_IPTC7901 || found->kind == TX_FRAME_STRIPPED)
		tx_iptc7901_read(tx_slice_take(frame, start), story);
	if (!tx_story_finish_whole(story, frame, start, end))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}

/* Plain text, or envelopes of control characters, one after the other. */
static telex_status unwrap_plain(struct tx_unwrapper *unwrapper, telex_slice text,
				 telex_error *reterr)
{
	struct tx_framer framer = {0};
	struct tx_frame frame;
	telex_status status = TELEX_OK;

	while (status == TELEX_OK && tx_frame_next(&framer, text, true, &frame) == TX_FRAME_FOUND) {
		telex_slice bytes = tx_slice(text.ptr + frame.start, frame.end - frame.start);
		const struct tx_format *format = tx_format_of_envelope(frame.kind, bytes);
		status = format != NULL ? format->unwrap(unwrapper, bytes, reterr)
					: keep_whole(unwrapper, bytes, &frame, reterr);
		text = tx_slice_skip(text, frame.end);
	}
	return status;
}

telex_status tx_unwrap_inner(struct tx_unwrapper *unwrapper, telex_slice text, telex_error *reterr)
{
	enum tx_family family;
	const struct tx_format *format;
	telex_status status;

	if (unwrapper->depth == TX_ENVELOPES_MAX || !tx_family_sniff(text, true, NULL, &family) ||
	    family == TX_FAMILY_TEXT || family == TX_FAMILY_PAGE)
		return unwrap_plain(unwrapper, text, reterr);
	format = tx_format_of_frame(family, text);
	if (format == NULL || format->unwrap == NULL)
		return unwrap_plain(unwrapper, text, reterr);
	if (!tx_line_ends_unify(&text, &unwrapper->arena))
		return tx_fail_memory(reterr);
	unwrapper->depth++;
	status = format->unwrap(unwrapper, text, reterr);
	unwrapper->depth--;
	return status;
}

void tx_unwrapper_done(struct tx_unwrapper *unwrapper)
{
	tx_arena_done(&unwrapper->arena);
	tx_buffer_done(&unwrapper->copy);
	tx_buffer_done(&unwrapper->scratch);
	tx_markup_done(&unwrapper->markup);
	tx_xml_free(unwrapper->xml);
	unwrapper->xml = NULL;
	tx_page_free(unwrapper->page);
	unwrapper->page = NULL;
}
