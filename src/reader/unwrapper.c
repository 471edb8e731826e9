/* What readers share, and reading what stands inside another envelope. */
#include "core/error.h"
#include "reader/format.h"
#include "reader/xml/xml.h"

static telex_status unwrap_plain(struct tx_unwrapper *unwrapper, telex_slice text,
				 telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&unwrapper->arena, "text");

	if (story == NULL)
		return tx_fail_memory(reterr);
	story->kind = TX_COPY_WHOLE;
	if (!tx_story_finish(story, text))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}

telex_status tx_unwrap_inner(struct tx_unwrapper *unwrapper, telex_slice text, telex_error *reterr)
{
	enum tx_family family;
	const struct tx_format *format;
	telex_status status;

	if (unwrapper->depth == TX_ENVELOPES_MAX || !tx_family_sniff(text, true, &family) ||
	    family == TX_FAMILY_TEXT)
		return unwrap_plain(unwrapper, text, reterr);
	format = tx_format_of_frame(family, text);
	if (format == NULL || format->unwrap == NULL)
		return unwrap_plain(unwrapper, text, reterr);
	unwrapper->depth++;
	status = format->unwrap(unwrapper, text, reterr);
	unwrapper->depth--;
	return status;
}

void tx_unwrapper_done(struct tx_unwrapper *unwrapper)
{
	tx_arena_done(&unwrapper->arena);
	tx_buffer_done(&unwrapper->copy);
	tx_markup_done(&unwrapper->markup);
	tx_xml_free(unwrapper->xml);
	unwrapper->xml = NULL;
}
