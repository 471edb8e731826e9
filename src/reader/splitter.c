/* Each family has a function that finds the end of the frame at hand; a frame without its end ends
 * with the bytes. */
#include "reader/splitter.h"

#include "reader/frame_marks.h"
#include "reader/mail/mail.h"
#include "reader/restart.h"
#include "reader/sgml/sgml.h"

#define FILLERS_MAX 65536 /* bytes of fillers that are kept before a frame */
#define SLACK       64    /* bytes after a frame that tell where it ends */
#define TEXT_SLACK  10240 /* likewise of plain text: the head of the next dispatch */
#define KEPT_BYTES  600   /* before what is searched: of a line, a tag */

/* Finds the end of the frame at the start of `bytes`. */
typedef bool find_end_fn(struct tx_splitter *splitter, telex_slice bytes, bool last,
			 size_t *ret_end);

static bool find_xml_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			 size_t *ret_end)
{
	(void)last;
	return tx_xml_frame_end(bytes, &splitter->xml, ret_end);
}

static bool find_json_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			  size_t *ret_end)
{
	(void)last;
	return tx_json_frame_end(bytes, &splitter->json, ret_end);
}

static bool find_line_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			  size_t *ret_end)
{
	size_t from = splitter->scanned > splitter->start ? splitter->scanned : splitter->start;
	size_t stop = tx_line_stop(bytes, from);

	splitter->scanned = stop;
	/* The LF that may belong to a CR is waited for. */
	if (stop == bytes.len || (bytes.ptr[stop] == '\r' && stop + 1 == bytes.len && !last))
		return false;
	bool pair = bytes.ptr[stop] == '\r' && stop + 1 < bytes.len && bytes.ptr[stop + 1] == '\n';
	*ret_end = stop + 1 + pair;
	return true;
}

static bool find_sgml_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			  size_t *ret_end)
{
	(void)last;
	return tx_sgml_frame_end(bytes, &splitter->scanned, ret_end);
}

/* A mail and a page end with their source. */
static bool find_source_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			    size_t *ret_end)
{
	(void)last, (void)ret_end;
	splitter->scanned = bytes.len;
	return false;
}

static bool find_mbox_end(struct tx_splitter *splitter, telex_slice bytes, bool last,
			  size_t *ret_end)
{
	(void)last;
	return tx_mbox_frame_end(bytes, splitter->start, &splitter->scanned, ret_end);
}

static find_end_fn *const ends[] = {
	[TX_FAMILY_XML] = find_xml_end,     [TX_FAMILY_JSON] = find_json_end,
	[TX_FAMILY_LINES] = find_line_end,  [TX_FAMILY_SGML] = find_sgml_end,
	[TX_FAMILY_MAIL] = find_source_end, [TX_FAMILY_MBOX] = find_mbox_end,
	[TX_FAMILY_PAGE] = find_source_end,
};

static enum tx_frame_result find_frame(struct tx_splitter *splitter, telex_slice bytes, bool last,
				       struct tx_frame *frame)
{
	size_t end = bytes.len;

	if (splitter->family == TX_FAMILY_TEXT)
		return tx_frame_next(&splitter->text, bytes, last, frame);
	bool closed = ends[splitter->family](splitter, bytes, last, &end);
	if (!closed && !last)
		return TX_FRAME_MORE;
	/* An XML declaration must be the first thing in its document, and a line of JSON is where
	 * its first byte is, not where the blank lines above it are. */
	bool bare = splitter->family == TX_FAMILY_XML || splitter->family == TX_FAMILY_JSON ||
		    splitter->family == TX_FAMILY_LINES;
	size_t start = bare ? splitter->start : 0;
	*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP,
				   .start = start,
				   .text_start = start,
				   .text_end = end,
				   .end = end,
				   .closed = closed};
	return TX_FRAME_FOUND;
}

/* What is kept of the frame at hand goes; what the source turned out to be stays. */
static void end_frame(struct tx_splitter *splitter)
{
	*splitter = (struct tx_splitter){
		.decided = true,
		.family = splitter->family,
		.text_key = splitter->text_key,
		.text = {.decided = splitter->text.decided,
			 .framed = splitter->text.framed,
			 .plain = splitter->text.plain},
	};
}

/* Throw away what the search is done with. */
static enum tx_frame_result drop_part(struct tx_splitter *splitter, telex_slice bytes,
				      struct tx_frame *frame)
{
	size_t done = splitter->scanned, part;

	if (splitter->family == TX_FAMILY_XML)
		done = splitter->xml.scanned;
	else if (splitter->family == TX_FAMILY_JSON)
		done = splitter->json.scanned;
	part = done > KEPT_BYTES ? done - KEPT_BYTES : 0;
	if (splitter->family == TX_FAMILY_TEXT)
		part = tx_frame_spent(&splitter->text, bytes);
	if (part == 0)
		return TX_FRAME_MORE;
	*frame = (struct tx_frame){.start = splitter->start, .end = part, .oversized = true};
	tx_frame_forget(&splitter->text, part);
	tx_xml_frame_forget(&splitter->xml, part);
	tx_json_frame_forget(&splitter->json, part);
	splitter->scanned -= splitter->scanned > part ? part : splitter->scanned;
	splitter->restart -= splitter->restart > part ? part : splitter->restart;
	splitter->start = 0;
	return TX_FRAME_PART;
}

/* A frame that is too large ends where it ends, or where another is seen to start. */
static enum tx_frame_result pass_over(struct tx_splitter *splitter, telex_slice bytes, bool last,
				      struct tx_frame *frame)
{
	enum tx_frame_result result = find_frame(splitter, bytes, last, frame);
	telex_slice own = result == TX_FRAME_FOUND ? tx_slice_take(bytes, frame->end) : bytes;
	size_t start;

	if (tx_restart_find(splitter, own, &start)) {
		*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP, .end = start};
		result = TX_FRAME_FOUND;
	}
	if (result != TX_FRAME_FOUND)
		return drop_part(splitter, bytes, frame);
	frame->start = splitter->start;
	frame->oversized = true;
	end_frame(splitter);
	return TX_FRAME_FOUND;
}

static enum tx_frame_result next_frame(struct tx_splitter *splitter, telex_slice bytes,
				       size_t limit, bool last, struct tx_frame *frame)
{
	size_t len = bytes.len - splitter->start;
	size_t slack = splitter->family == TX_FAMILY_TEXT ? TEXT_SLACK : SLACK;
	bool full = len > limit && len - limit >= slack;
	telex_slice view = full ? tx_slice_take(bytes, splitter->start + limit + slack) : bytes;

	splitter->json.restart = limit < SIZE_MAX - splitter->start ? splitter->start + limit : 0;
	enum tx_frame_result result = find_frame(splitter, view, last && !full, frame);
	if (result == TX_FRAME_MORE && full) {
		splitter->oversized = true;
		splitter->restart = splitter->start + limit;
		return pass_over(splitter, bytes, last, frame);
	}
	if (result != TX_FRAME_FOUND)
		return result;
	frame->oversized = frame->end - splitter->start > limit;
	end_frame(splitter);
	return TX_FRAME_FOUND;
}

/* Nothing but fillers is here; many of them are thrown away. */
static enum tx_frame_result drop_fillers(struct tx_splitter *splitter, struct tx_frame *frame)
{
	*frame = (struct tx_frame){.end = FILLERS_MAX};
	splitter->start -= FILLERS_MAX;
	splitter->text.start = splitter->start;
	return TX_FRAME_PART;
}

/* The family of the source, by what comes after its fillers; false when more bytes are needed. */
static bool decide(struct tx_splitter *splitter, const struct tx_format *forced, telex_slice bytes,
		   bool last)
{
	if (splitter->decided)
		return true;
	if (forced != NULL)
		splitter->family = forced->family;
	else if (!tx_family_sniff(tx_slice_skip(bytes, splitter->start), last, splitter->text_key,
				  &splitter->family))
		return false;
	splitter->decided = true;
	return true;
}

enum tx_frame_result tx_split_next(struct tx_splitter *splitter, const struct tx_format *forced,
				   telex_slice bytes, size_t limit, bool last,
				   struct tx_frame *ret_frame)
{
	if (splitter->oversized)
		return pass_over(splitter, bytes, last, ret_frame);
	if (splitter->decided && splitter->family == TX_FAMILY_WARC)
		return tx_warc_next(&splitter->warc, bytes, limit, last, ret_frame);
	splitter->start = tx_fillers_end(bytes, splitter->start);
	if (splitter->start >= FILLERS_MAX)
		return drop_fillers(splitter, ret_frame);
	if (splitter->start == bytes.len)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (!decide(splitter, forced, bytes, last))
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	if (splitter->family == TX_FAMILY_WARC)
		return tx_warc_next(&splitter->warc, bytes, limit, last, ret_frame);
	splitter->text.start = splitter->start;
	return next_frame(splitter, bytes, limit, last, ret_frame);
}
