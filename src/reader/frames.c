/* Finding the frames of a source, for the reader itself or ahead of others.  A frame that is too
 * large is thrown away in parts as it comes. */
#include "reader/frames.h"

#include "core/scan.h"
#include "reader/reader.h"

/* Throw `part` away, which comes next: fillers, or a piece of a dispatch that is too large. */
static void drop(struct tx_reader *reader, const struct tx_frame *part)
{
	struct tx_input *input = &reader->input;

	if (part->oversized && !reader->skipped.begun)
		reader->skipped = (struct tx_skipped){.begun = true,
						      .offset = tx_input_offset(input, part->start),
						      .line = tx_input_line(input, part->start)};
	tx_input_consume(input, part->end);
	reader->dropped += part->end;
}

/* A dispatch that is too large, once its end is known. */
static void end_skipped(struct tx_reader *reader, const struct tx_frame *last_part,
			struct tx_found *found)
{
	struct tx_skipped *skipped = &reader->skipped;

	drop(reader, last_part);
	skipped->begun = false;
	*found = (struct tx_found){.frame = {.oversized = true, .is_part = last_part->is_part},
				   .offset = skipped->offset,
				   .line = skipped->line,
				   .length = tx_input_offset(&reader->input, 0) - skipped->offset};
	found->before = reader->dropped - found->length;
	reader->dropped = 0;
}

static void end_frame(struct tx_reader *reader, const struct tx_frame *frame,
		      struct tx_found *found, telex_slice *ret_bytes)
{
	struct tx_plain_search *search = reader->framer.text.plain;
	struct tx_input *input = &reader->input;

	if (frame->oversized) {
		*ret_bytes = tx_slice(NULL, 0);
		end_skipped(reader, frame, found);
		return;
	}
	*found = (struct tx_found){.frame = *frame,
				   .offset = tx_input_offset(input, frame->start),
				   .line = tx_input_line(input, frame->start),
				   .length = frame->end - frame->start,
				   .before = reader->dropped + frame->start,
				   .failed = search != NULL && search->failed};
	found->frame.start = 0;
	found->frame.text_start -= frame->start;
	found->frame.text_end -= frame->start;
	found->frame.end -= frame->start;
	*ret_bytes = tx_slice(tx_input_left(input).ptr + frame->start, found->frame.end);
	tx_input_consume(input, frame->end);
	reader->dropped = 0;
	if (search != NULL)
		search->failed = false;
}

static enum tx_frame_result next_given(struct tx_frames *given, struct tx_found *found,
				       telex_slice *ret_bytes)
{
	if (given->count == 0)
		return TX_FRAME_MORE;
	*found = *given->items++;
	given->count--;
	*ret_bytes = tx_slice_take(given->bytes, found->frame.end);
	given->bytes = tx_slice_skip(given->bytes, found->frame.end);
	return TX_FRAME_FOUND;
}

enum tx_frame_result tx_frames_next(struct tx_reader *reader, struct tx_found *ret_found,
				    telex_slice *ret_bytes)
{
	enum tx_frame_result result;
	struct tx_frame frame;

	if (reader->given.items != NULL)
		return next_given(&reader->given, ret_found, ret_bytes);
	if (!reader->input.started)
		return TX_FRAME_MORE;
	while ((result = tx_framer_next(&reader->framer, reader->format,
					tx_input_left(&reader->input), reader->max_bytes,
					reader->input.last, &frame)) == TX_FRAME_PART)
		drop(reader, &frame);
	if (result == TX_FRAME_FOUND)
		end_frame(reader, &frame, ret_found, ret_bytes);
	return result;
}

bool tx_frames_are_many(const struct tx_reader *reader, struct tx_source_kind *ret_kind)
{
	static const bool possible[] = {[TX_FRAMING_TEXT] = true,
					[TX_FRAMING_LINES] = true,
					[TX_FRAMING_SGML] = true,
					[TX_FRAMING_MBOX] = true,
					[TX_FRAMING_WARC] = true};
	enum tx_framing framing = reader->framer.framing;

	*ret_kind = (struct tx_source_kind){.framing = framing,
					    .charset = reader->input.charset,
					    .converted = reader->input.transcoder != NULL ||
							 reader->converted};
	return reader->framer.decided && framing < TX_COUNT(possible) && possible[framing];
}

void tx_frames_give(struct tx_reader *reader, const struct tx_source_kind *kind,
		    const struct tx_counts *before, const struct tx_frames *frames)
{
	reader->framer.decided = true;
	reader->framer.framing = kind->framing;
	reader->input.charset = kind->charset;
	reader->converted = kind->converted;
	reader->counts = *before;
	reader->given = *frames;
}
