/* Each framing has a function that finds the end of the frame at hand; a frame without its end ends
 * with the bytes. */
#include "reader/framer.h"

#include "reader/control/frame_marks.h"
#include "reader/mail/mail.h"
#include "reader/restart.h"
#include "reader/sgml/sgml.h"

#define FILLERS_MAX 65536 /* bytes of fillers that are kept before a frame */
#define SLACK       64    /* bytes after a frame that tell where it ends */
#define TEXT_SLACK  10240 /* likewise of plain text: the head of the next dispatch */
#define KEPT_BYTES  600   /* before what is searched: of a line, a tag */

/* Finds the end of the frame at the start of `bytes`. */
typedef bool find_end_fn(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end);

static bool find_xml_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	(void)last;
	return tx_xml_frame_end(bytes, &framer->xml, ret_end);
}

static bool find_json_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	(void)last;
	return tx_json_frame_end(bytes, &framer->json, ret_end);
}

static bool find_line_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	size_t from = framer->scanned > framer->start ? framer->scanned : framer->start;
	size_t stop = tx_line_stop(bytes, from);

	framer->scanned = stop;
	/* The LF that may belong to a CR is waited for. */
	if (stop == bytes.len || (bytes.ptr[stop] == '\r' && stop + 1 == bytes.len && !last))
		return false;
	bool pair = bytes.ptr[stop] == '\r' && stop + 1 < bytes.len && bytes.ptr[stop + 1] == '\n';
	*ret_end = stop + 1 + pair;
	return true;
}

static bool find_sgml_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	(void)last;
	return tx_sgml_frame_end(bytes, &framer->scanned, ret_end);
}

/* A mail and a page end with their source. */
static bool find_source_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	(void)last, (void)ret_end;
	framer->scanned = bytes.len;
	return false;
}

static bool find_mbox_end(struct tx_framer *framer, telex_slice bytes, bool last, size_t *ret_end)
{
	(void)last;
	return tx_mbox_frame_end(bytes, framer->start, &framer->scanned, ret_end);
}

static find_end_fn *const ends[] = {
	[TX_FRAMING_XML] = find_xml_end,     [TX_FRAMING_JSON] = find_json_end,
	[TX_FRAMING_LINES] = find_line_end,  [TX_FRAMING_SGML] = find_sgml_end,
	[TX_FRAMING_MAIL] = find_source_end, [TX_FRAMING_MBOX] = find_mbox_end,
	[TX_FRAMING_PAGE] = find_source_end,
};

static enum tx_frame_result find_frame(struct tx_framer *framer, telex_slice bytes, bool last,
				       struct tx_frame *frame)
{
	size_t end = bytes.len;

	if (framer->framing == TX_FRAMING_TEXT)
		return tx_frame_next(&framer->text, bytes, last, frame);
	bool closed = ends[framer->framing](framer, bytes, last, &end);
	if (!closed && !last)
		return TX_FRAME_MORE;
	/* An XML declaration must be the first thing in its document, and a line of JSON is where
	 * its first byte is, not where the blank lines above it are. */
	bool bare = framer->framing == TX_FRAMING_XML || framer->framing == TX_FRAMING_JSON ||
		    framer->framing == TX_FRAMING_LINES;
	size_t start = bare ? framer->start : 0;
	*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP,
				   .start = start,
				   .text_start = start,
				   .text_end = end,
				   .end = end,
				   .closed = closed};
	return TX_FRAME_FOUND;
}

/* What is kept of the frame at hand goes; what the source turned out to be stays. */
static void end_frame(struct tx_framer *framer)
{
	if (framer->items != NULL)
		framer->items->state = TX_ITEMS_IDLE;
	*framer = (struct tx_framer){
		.decided = true,
		.framing = framer->framing,
		.text_key = framer->text_key,
		.items = framer->items,
		.text = {.decided = framer->text.decided,
			 .framed = framer->text.framed,
			 .plain = framer->text.plain},
	};
}

/* Throw away what the search is done with. */
static enum tx_frame_result drop_part(struct tx_framer *framer, telex_slice bytes,
				      struct tx_frame *frame)
{
	size_t done = framer->scanned, part;

	if (framer->framing == TX_FRAMING_XML)
		done = framer->xml.scanned;
	else if (framer->framing == TX_FRAMING_JSON)
		done = framer->json.scanned;
	part = done > KEPT_BYTES ? done - KEPT_BYTES : 0;
	if (framer->framing == TX_FRAMING_TEXT)
		part = tx_frame_spent(&framer->text, bytes);
	if (part == 0)
		return TX_FRAME_MORE;
	*frame = (struct tx_frame){.start = framer->start, .end = part, .oversized = true};
	tx_frame_forget(&framer->text, part);
	tx_xml_frame_forget(&framer->xml, part);
	tx_json_frame_forget(&framer->json, part);
	framer->scanned -= framer->scanned > part ? part : framer->scanned;
	framer->restart -= framer->restart > part ? part : framer->restart;
	framer->start = 0;
	return TX_FRAME_PART;
}

/* Where a line begins the next document. */
static bool finds_restart(struct tx_framer *framer, telex_slice bytes, size_t *ret_start)
{
	const telex_slice xml[] = {
		TX_LIT("?xml"), tx_slice(framer->xml.root, framer->xml.root_len), {NULL, 0}};
	const telex_slice sgml[] = {TX_LIT("DOC"), TX_LIT("REUTERS"), {NULL, 0}};

	if (framer->framing != TX_FRAMING_XML && framer->framing != TX_FRAMING_SGML)
		return false;
	return tx_restart_find(bytes, framer->framing == TX_FRAMING_XML ? xml : sgml,
			       &framer->restart, ret_start);
}

/* A frame that is too large ends where it ends, or where another is seen to start. */
static enum tx_frame_result pass_over(struct tx_framer *framer, telex_slice bytes, bool last,
				      struct tx_frame *frame)
{
	enum tx_frame_result result = find_frame(framer, bytes, last, frame);
	telex_slice own = result == TX_FRAME_FOUND ? tx_slice_take(bytes, frame->end) : bytes;
	size_t start;

	if (finds_restart(framer, own, &start)) {
		*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP, .end = start};
		result = TX_FRAME_FOUND;
	}
	if (result != TX_FRAME_FOUND)
		return drop_part(framer, bytes, frame);
	frame->start = framer->start;
	frame->oversized = true;
	end_frame(framer);
	return TX_FRAME_FOUND;
}

/* Whether the document at hand is read in parts: TX_FRAME_FOUND.  `result` is of the search for its
 * end, which is in `frame` then. */
static enum tx_frame_result begin_items(struct tx_framer *framer, enum tx_frame_result result,
					telex_slice bytes, size_t limit,
					const struct tx_frame *frame)
{
	const struct tx_frame *whole = result == TX_FRAME_FOUND ? frame : NULL;
	size_t min = limit < TX_ITEMS_DOCUMENT_MIN ? limit : TX_ITEMS_DOCUMENT_MIN;
	size_t end = whole != NULL ? whole->end : bytes.len;

	if (framer->items == NULL || end - framer->start <= min ||
	    (framer->framing != TX_FRAMING_XML && framer->framing != TX_FRAMING_JSON))
		return TX_FRAME_NONE;
	return tx_items_begin(framer->items, framer->framing, bytes, whole, &framer->xml,
			      framer->start);
}

static enum tx_frame_result next_frame(struct tx_framer *framer, telex_slice bytes, size_t limit,
				       bool last, struct tx_frame *frame)
{
	size_t len = bytes.len - framer->start;
	size_t slack = framer->framing == TX_FRAMING_TEXT ? TEXT_SLACK : SLACK;
	bool full = len > limit && len - limit >= slack;
	telex_slice view = full ? tx_slice_take(bytes, framer->start + limit + slack) : bytes;

	framer->json.restart = limit < SIZE_MAX - framer->start ? framer->start + limit : 0;
	enum tx_frame_result result = find_frame(framer, view, last && !full, frame);
	enum tx_frame_result items = begin_items(framer, result, bytes, limit, frame);
	if (items == TX_FRAME_FOUND)
		return tx_items_next(framer->items, bytes, limit, last, frame);
	if (items == TX_FRAME_MORE && !last)
		return TX_FRAME_MORE;
	if (result == TX_FRAME_MORE && full) {
		framer->oversized = true;
		framer->restart = framer->start + limit;
		return pass_over(framer, bytes, last, frame);
	}
	if (result != TX_FRAME_FOUND)
		return result;
	frame->oversized = frame->end - framer->start > limit;
	end_frame(framer);
	return TX_FRAME_FOUND;
}

/* Nothing but fillers is here; many of them are thrown away. */
static enum tx_frame_result drop_fillers(struct tx_framer *framer, struct tx_frame *frame)
{
	*frame = (struct tx_frame){.end = FILLERS_MAX};
	framer->start -= FILLERS_MAX;
	framer->text.start = framer->start;
	return TX_FRAME_PART;
}

/* The framing of the source, by what comes after its fillers; false when more bytes are needed. */
static bool decide(struct tx_framer *framer, const struct tx_format *forced, telex_slice bytes,
		   bool last)
{
	if (framer->decided)
		return true;
	if (forced != NULL)
		framer->framing = forced->framing;
	else if (!tx_framing_sniff(tx_slice_skip(bytes, framer->start), last, framer->text_key,
				   &framer->framing))
		return false;
	framer->decided = true;
	return true;
}

enum tx_frame_result tx_framer_next(struct tx_framer *framer, const struct tx_format *forced,
				    telex_slice bytes, size_t limit, bool last,
				    struct tx_frame *ret_frame)
{
	if (framer->items != NULL && framer->items->state == TX_ITEMS_OPEN) {
		enum tx_frame_result result =
			tx_items_next(framer->items, bytes, limit, last, ret_frame);
		if (result != TX_FRAME_NONE)
			return result;
		end_frame(framer);
	}
	if (framer->oversized)
		return pass_over(framer, bytes, last, ret_frame);
	if (framer->decided && framer->framing == TX_FRAMING_WARC)
		return tx_warc_next(&framer->warc, bytes, limit, last, ret_frame);
	framer->start = tx_fillers_end(bytes, framer->start);
	if (framer->start >= FILLERS_MAX)
		return drop_fillers(framer, ret_frame);
	if (framer->start == bytes.len)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (!decide(framer, forced, bytes, last))
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (framer->framing == TX_FRAMING_WARC)
		return tx_warc_next(&framer->warc, bytes, limit, last, ret_frame);
	framer->text.start = framer->start;
	return next_frame(framer, bytes, limit, last, ret_frame);
}
