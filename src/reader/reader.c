/* From frames to stories.  A frame is decoded, by its bytes first and by its own label then, and its
 * format takes the stories out of it; they are handed out one by one. */
#include "reader/reader.h"

#include <string.h>

#include "core/error.h"
#include "core/utf8.h"
#include "reader/binary.h"
#include "reader/control/control.h"
#include "reader/line_ends.h"
#include "reader/page/page.h"
#include "reader/xml/frame.h"
#include "reader/xml/xml.h"

#define SAID_MAX   120               /* bytes of a message that something is added to */
#define ARENA_KEEP ((size_t)4 << 20) /* bytes that are kept between frames */

void tx_reader_begin(struct tx_reader *reader, struct tx_plain_search *plain)
{
	tx_input_begin(&reader->input);
	tx_items_reset(&reader->items);
	reader->framer = (struct tx_framer){.warc = {.hosts = reader->hosts},
					    .text_key = reader->text_key,
					    .items = &reader->items,
					    .text = {.plain = plain}};
	reader->skipped.begun = false;
	reader->dropped = 0;
	reader->given = (struct tx_frames){.items = NULL};
	reader->converted = false;
	reader->counts = (struct tx_counts){.index = 0};
	reader->ended = false;
	reader->story = NULL;
}

telex_status tx_reader_feed(struct tx_reader *reader, telex_slice bytes, bool last,
			    telex_error *reterr)
{
	return tx_input_feed(&reader->input, bytes, last, reterr);
}

uint64_t tx_reader_line(const struct tx_reader *reader, uint64_t line)
{
	uint64_t head_lines = reader->part.head_lines;

	if (line == 0)
		return reader->source.line;
	if (line <= head_lines)
		return reader->items.line + line - 1;
	return reader->source.line + line - 1 - head_lines;
}

/* The story that comes next.  TELEX_END: the frame had none, and that is no failure. */
static telex_status hand_out(struct tx_reader *reader, const struct tx_story **ret_story,
			     telex_error *reterr)
{
	struct tx_story *story = reader->story;

	/* A page of a crawl without a story is no failure. */
	if (story == NULL && reader->framer.framing == TX_FRAMING_WARC) {
		reader->counts.passed_over++;
		reader->counts.index++;
		return TELEX_END;
	}
	if (story == NULL)
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this document");
	story->source = reader->source;
	story->source.index = reader->counts.index++;
	story->source.line = tx_reader_line(reader, story->line);
	for (struct tx_alert *alert = story->alerts; alert != NULL; alert = alert->next)
		alert->line = alert->line > 0 ? (uint32_t)tx_reader_line(reader, alert->line) : 0;
	story->source.format = story->format;
	story->source.composed =
		story->kind != TX_COPY_WHOLE || reader->framer.framing != TX_FRAMING_TEXT;
	reader->story = story->next;
	*ret_story = story;
	return TELEX_OK;
}

/* Bytes of a text in UTF-8 without its last `count` characters. */
static size_t without_last(telex_slice text, size_t count)
{
	uint32_t c;

	while (count-- > 0 && text.len > 0)
		text.len -= tx_utf8_decode_last(text, &c);
	return text.len;
}

/* Plain text or an envelope in UTF-8, and where its text is in that. */
static telex_status decode_text(struct tx_reader *reader, telex_slice raw, struct tx_frame *frame,
				struct tx_decoded *decoded, telex_error *reterr)
{
	const char *kind = tx_binary_kind(raw);
	bool framed = frame->kind != TX_FRAME_PLAIN && frame->kind != TX_FRAME_JUNK;
	struct tx_control_framer framer = {.decided = true, .framed = true};
	struct tx_frame again;

	if (kind != NULL && reader->input.charset == NULL)
		return tx_fail(reterr, TELEX_ERR_BINARY, "not text but %s", kind);
	if (!tx_charset_decode(raw, &reader->arena, decoded))
		return tx_fail_memory(reterr);
	if (decoded->text.ptr == raw.ptr)
		return TELEX_OK;
	if (framed && tx_frame_next(&framer, decoded->text, true, &again) == TX_FRAME_FOUND) {
		frame->text_start = again.text_start;
		frame->text_end = again.text_end;
	} else {
		/* Each byte of the separator after the text became one character. */
		frame->text_end = without_last(decoded->text, frame->end - frame->text_end);
	}
	frame->end = decoded->text.len;
	return TELEX_OK;
}

/* A document in UTF-8. */
static telex_status decode_document(struct tx_reader *reader, telex_slice raw,
				    struct tx_decoded *decoded, bool *mislabelled,
				    telex_error *reterr)
{
	enum tx_framing framing = reader->framer.framing;
	telex_slice declared = {NULL, 0};

	*decoded = (struct tx_decoded){.text = raw};
	if (framing == TX_FRAMING_WARC)
		return TELEX_OK;
	/* The parts of a mail have charsets of their own, as the pages of a crawl have. */
	bool parts = framing == TX_FRAMING_MAIL || framing == TX_FRAMING_MBOX;
	if (framing == TX_FRAMING_XML && reader->input.charset == NULL)
		declared = tx_xml_declared_charset(raw);
	if (framing == TX_FRAMING_PAGE && reader->input.charset == NULL)
		declared = tx_page_declared_charset(raw);
	if (!parts &&
	    (!tx_charset_decode_declared(raw, declared, &reader->arena, decoded, mislabelled) ||
	     !tx_charset_replace_nuls(decoded, &reader->arena)))
		return tx_fail_memory(reterr);
	if (!tx_line_ends_unify(&decoded->text, &reader->arena))
		return tx_fail_memory(reterr);
	return TELEX_OK;
}

/* Whether the bytes of the source were converted to UTF-8 as they came. */
static bool is_converted(const struct tx_reader *reader)
{
	return reader->input.transcoder != NULL || reader->converted;
}

/* Where the first U+FFFD is that takes the place of bytes; the text's length when none does. */
static size_t first_replaced(const struct tx_reader *reader, const struct tx_decoded *decoded)
{
	if (decoded->replaced > 0)
		return decoded->first_replaced;
	return !is_converted(reader) ? decoded->text.len
				     : tx_slice_find(decoded->text, TX_LIT("\xef\xbf\xbd"));
}

/* Where a line of the frame is in its text in UTF-8. */
static size_t decoded_line(telex_slice raw, const struct tx_decoded *decoded, size_t at)
{
	size_t ends = 0;
	size_t found = 0;

	if (decoded->text.ptr == raw.ptr)
		return at;
	for (size_t i = 0; i < at; i++)
		ends += raw.ptr[i] == '\n' || raw.ptr[i] == '\r';
	/* Characters become longer or are replaced; the ends of lines are kept. */
	for (; ends > 0 && found < decoded->text.len; found++)
		ends -= decoded->text.ptr[found] == '\n' || decoded->text.ptr[found] == '\r';
	return found;
}

/* What is wrong with a frame is said with its first story.  False when memory is short. */
static bool alert_of_frame(struct tx_reader *reader, telex_slice raw, const struct tx_frame *frame,
			   const struct tx_decoded *decoded, bool mislabelled)
{
	struct tx_story *story = reader->stories.first;
	size_t replaced = first_replaced(reader, decoded);
	telex_slice replacement = TX_LIT("bytes that decode to nothing were replaced by U+FFFD");

	if (replaced < decoded->text.len && frame->kind == TX_FRAME_MARKUP)
		tx_story_alert(story, TX_WARN_CHARSET_MIXED, 1, replacement);
	else if (replaced < decoded->text.len)
		tx_story_alert_in_text(story, TX_WARN_CHARSET_MIXED, replaced, replacement);
	if (frame->kind == TX_FRAME_JUNK)
		tx_story_alert(story, TX_WARN_FRAME_JUNK, 1, TX_LIT("text between two envelopes"));
	else if (!frame->closed && frame->kind != TX_FRAME_MARKUP && frame->kind != TX_FRAME_PLAIN)
		tx_story_alert(story, TX_WARN_FRAME_OPEN, 1, TX_LIT("the envelope has no end"));
	if (mislabelled)
		tx_story_alert(story, TX_WARN_CHARSET_LABEL, 1,
			       TX_LIT("the document names another charset than its bytes are in"));
	if (frame->second > 0 && frame->second < raw.len)
		story->second = decoded_line(raw, decoded, frame->second);
	return !story->failed;
}

static telex_status unwrap_document(struct tx_reader *reader, telex_slice text, telex_error *reterr)
{
	const struct tx_format *format = reader->format != NULL
						 ? reader->format
						 : tx_format_of_frame(reader->framer.framing, text);

	if (format == NULL)
		return tx_fail_unknown(reader->framer.framing, text, reterr);
	return format->unwrap(reader, text, reterr);
}

/* Take the stories out of a frame, whose offsets count from its start.  `*ret_text_len`: bytes of
 * it in UTF-8. */
static telex_status unwrap_frame(struct tx_reader *reader, telex_slice raw, struct tx_frame *frame,
				 size_t *ret_text_len, telex_error *reterr)
{
	struct tx_decoded decoded;
	bool mislabelled = false, is_text = frame->kind != TX_FRAME_MARKUP;
	telex_status status =
		is_text ? decode_text(reader, raw, frame, &decoded, reterr)
			: decode_document(reader, raw, &decoded, &mislabelled, reterr);

	if (status != TELEX_OK)
		return status;
	*ret_text_len = decoded.text.len;
	reader->source.charset = reader->input.charset != NULL && decoded.charset != NULL
					 ? reader->input.charset
					 : decoded.charset;
	status = is_text ? tx_control_unwrap(reader, decoded.text, frame, reterr)
			 : unwrap_document(reader, decoded.text, reterr);
	/* What is missing then is missing without another sign. */
	if (reader->arena.failed)
		return tx_fail_memory(reterr);
	if (reader->stories.first != NULL &&
	    !alert_of_frame(reader, raw, frame, &decoded, mislabelled))
		return tx_fail_memory(reterr);
	return status;
}

/* The position of a format's error is in its frame. */
static telex_status place_error(const struct tx_reader *reader, telex_status status,
				telex_error *reterr)
{
	const struct tx_items_part *part = &reader->part;

	if (reterr->line == part->head_lines + 1 && reterr->column > part->head_column)
		reterr->column += (uint32_t)(part->column - part->head_column);
	reterr->offset = reader->source.offset;
	/* What is not text has no lines. */
	if (status == TELEX_ERR_BINARY)
		return status;
	reterr->line = (uint32_t)tx_reader_line(reader, reterr->line);
	if (reterr->column == 0)
		reterr->column = 1;
	return status;
}

static void begin_frame(struct tx_reader *reader, const struct tx_found *found)
{
	tx_arena_reset(&reader->arena, ARENA_KEEP);
	reader->stories = (struct tx_stories){0};
	reader->copy.failed = reader->markup.failed = reader->scratch.failed = false;
	reader->source =
		(struct tx_source){.offset = found->offset,
				   .length = found->length,
				   .line = found->line,
				   .text_offset = reader->counts.text_offset + found->before};
	reader->part = (struct tx_items_part){.count = 0};
}

static void begin_part(struct tx_reader *reader, uint64_t line)
{
	struct tx_items *items = &reader->items;

	reader->part = items->part;
	if (items->line == 0)
		items->line = line - items->part.head_lines;
}

/* Whether something in the part's items is not well-formed. */
static bool is_broken(const struct tx_reader *reader, telex_status status)
{
	for (const struct tx_story *story = reader->stories.first; story != NULL;
	     story = story->next) {
		for (const struct tx_alert *alert = story->alerts; alert != NULL;
		     alert = alert->next) {
			if (alert->code == TX_WARN_ENVELOPE_BROKEN &&
			    alert->line > reader->part.head_lines)
				return true;
		}
	}
	return status == TELEX_ERR_SYNTAX;
}

/* Whether the part's items are to come again one by one, so that what is broken in one harms no
 * other.  What is broken before the first item of JSON leaves no item to read. */
static bool read_again(struct tx_reader *reader, telex_status status, const struct tx_found *found,
		       const telex_error *error)
{
	struct tx_items *items = &reader->items;

	if (status == TELEX_ERR_SYNTAX && reader->part.is_first && items->is_json &&
	    tx_items_is_in_head(items, error->line, error->column)) {
		tx_items_refuse(items);
		return false;
	}
	if (!is_broken(reader, status) || reader->part.count < 2 || items->one_by_one > 0)
		return false;
	tx_items_again(items);
	tx_input_go_back(&reader->input, reader->part.start + found->length);
	reader->dropped = found->before - reader->part.start;
	return true;
}

/* Items that are skipped with one that is broken, since they are small beside what is before them.
 */
static void say_count(size_t count, telex_error *reterr)
{
	char message[sizeof(reterr->message)];

	memcpy(message, reterr->message, sizeof(message));
	tx_utf8_printf(reterr->message, sizeof(reterr->message), "%.*s; left out: %zu items",
		       SAID_MAX, message, count);
}

/* What the part comes to.  TELEX_END: nothing, which is no failure where another part has a dispatch
 * or an error. */
static telex_status end_part(struct tx_reader *reader, telex_status status, telex_error *reterr)
{
	struct tx_items *items = &reader->items;
	/* What is around items is no dispatch. */
	bool has_stories = reader->stories.first != NULL && reader->part.count > 0;

	if (status == TELEX_OK && !has_stories)
		status = tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this document");
	if (status == TELEX_ERR_EMPTY && (!reader->part.is_last || items->has_result))
		return TELEX_END;
	items->has_result = true;
	if (status == TELEX_ERR_SYNTAX && reader->part.count > 1 && !items->refused)
		say_count(reader->part.count, reterr);
	return status;
}

static telex_status read_frame(struct tx_reader *reader, const struct tx_found *found,
			       telex_slice raw, const struct tx_story **ret_story,
			       telex_error *reterr)
{
	struct tx_frame frame = found->frame;
	telex_slice document = raw;
	size_t text_len = raw.len;
	telex_status status;
	telex_error unwanted = {.status = TELEX_OK}, before;

	reterr = reterr == NULL ? &unwanted : reterr;
	before = *reterr;
	begin_frame(reader, found);
	if (frame.is_part) {
		begin_part(reader, found->line);
		document = tx_items_document(&reader->items, raw, &reader->arena);
	}
	if (found->failed || document.ptr == NULL)
		status = tx_fail_memory(reterr);
	else
		status = unwrap_frame(reader, document, &frame, &text_len, reterr);
	bool again = frame.is_part && read_again(reader, status, found, reterr);
	if (!again)
		reader->counts.text_offset += found->before + text_len - (document.len - raw.len);
	if (frame.is_part)
		status = again ? TELEX_END : end_part(reader, status, reterr);
	if (status == TELEX_END) {
		*reterr = before;
		return status;
	}
	if (status != TELEX_OK) {
		reader->counts.index++;
		return place_error(reader, status, reterr);
	}
	reader->story = reader->stories.first;
	return hand_out(reader, ret_story, reterr);
}

/* The error for a dispatch that is too large. */
static telex_status leave_out(struct tx_reader *reader, const struct tx_found *found,
			      telex_error *reterr)
{
	unsigned long long index = reader->counts.index++;

	if (found->frame.is_part) {
		begin_part(reader, found->line);
		reader->items.has_result = true;
	}
	reader->counts.text_offset += found->before + found->length;
	return tx_fail_at(
		reterr, TELEX_ERR_TOO_BIG, found->offset, (uint32_t)found->line, 1,
		"the dispatch is larger than %zu bytes; left out: index %llu, offset %llu, %llu "
		"bytes",
		reader->max_bytes, index, (unsigned long long)found->offset,
		(unsigned long long)found->length);
}

static telex_status nothing_left(struct tx_reader *reader, telex_error *reterr)
{
	const struct tx_counts *counts = &reader->counts;

	if (!reader->input.last || counts->index > counts->passed_over || reader->ended)
		return TELEX_END;
	reader->ended = true;
	return tx_fail(reterr, TELEX_ERR_EMPTY,
		       counts->passed_over > 0 ? "no dispatch in this crawl" : "no text");
}

telex_status tx_reader_next(struct tx_reader *reader, const struct tx_story **ret_story,
			    telex_error *reterr)
{
	enum tx_frame_result result;
	struct tx_found found;
	telex_slice raw;

	if (reader->story != NULL)
		return hand_out(reader, ret_story, reterr);
	while ((result = tx_frames_next(reader, &found, &raw)) == TX_FRAME_FOUND) {
		telex_status status = found.frame.oversized
					      ? leave_out(reader, &found, reterr)
					      : read_frame(reader, &found, raw, ret_story, reterr);
		if (status != TELEX_END)
			return status;
	}
	return result == TX_FRAME_NONE ? nothing_left(reader, reterr) : TELEX_END;
}

telex_status tx_read_inner(struct tx_reader *reader, telex_slice text, telex_error *reterr)
{
	enum tx_framing framing;
	const struct tx_format *format;
	telex_status status;

	if (reader->depth == TX_ENVELOPES_MAX || !tx_framing_sniff(text, true, NULL, &framing) ||
	    framing == TX_FRAMING_TEXT || framing == TX_FRAMING_PAGE)
		return tx_control_unwrap_all(reader, text, reterr);
	format = tx_format_of_frame(framing, text);
	if (format == NULL || format->unwrap == NULL)
		return tx_control_unwrap_all(reader, text, reterr);
	if (!tx_line_ends_unify(&text, &reader->arena))
		return tx_fail_memory(reterr);
	reader->depth++;
	status = format->unwrap(reader, text, reterr);
	reader->depth--;
	return status;
}

void tx_reader_done(struct tx_reader *reader)
{
	tx_input_done(&reader->input);
	tx_items_done(&reader->items);
	tx_arena_done(&reader->arena);
	tx_buffer_done(&reader->copy);
	tx_buffer_done(&reader->scratch);
	tx_markup_done(&reader->markup);
	tx_xml_free(reader->xml);
	reader->xml = NULL;
	tx_page_free(reader->page);
	reader->page = NULL;
}
