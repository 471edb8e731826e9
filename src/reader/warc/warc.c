/* A record of a page: its HTTP message is undone, and the page in it read as any other.  When it
 * was fetched and from where is the record's to tell. */
#include "reader/warc/warc.h"

#include "core/error.h"
#include "core/utf8.h"
#include "reader/charset.h"
#include "reader/page/page.h"
#include "reader/warc/body.h"
#include "reader/warc/record.h"

#define TARGET_RANK 9 /* of its address: below all that the page states */

/* What is known of a page in a record. */
struct crawled {
	struct tx_warc_record record;
	telex_slice http;    /* head of the message; "" without one */
	telex_slice bytes;   /* of the page */
	telex_slice charset; /* that the message names */
	bool cut;            /* the end of the page is missing */
};

static telex_slice charset_of(telex_slice content_type)
{
	size_t at = 0;

	while (at < content_type.len &&
	       !tx_slice_starts_nocase(tx_slice_skip(content_type, at), TX_LIT("charset=")))
		at++;
	if (at == content_type.len)
		return (telex_slice){NULL, 0};
	telex_slice name = tx_cut(tx_slice_skip(content_type, at + 8), ';').head;
	name = tx_trim(name);
	if (name.len > 1 && name.ptr[0] == '"')
		name = tx_slice(name.ptr + 1, name.len - 2);
	return name;
}

static telex_status open_record(telex_slice frame, struct crawled *c, telex_error *reterr)
{
	if (!tx_warc_is(frame))
		return tx_fail(reterr, TELEX_ERR_SYNTAX,
			       "bytes between two records of the WARC file; left out");
	if (tx_warc_record_read(frame, &c->record) != TX_WARC_READ)
		return tx_fail(reterr, TELEX_ERR_SYNTAX, "a WARC record without a length");
	c->cut = c->record.body.len < c->record.length;
	bool message = tx_slice_opens(c->record.body, "HTTP/");
	size_t head = message ? tx_warc_head_len(c->record.body) : 0;
	c->http = tx_slice_take(c->record.body, head);
	c->bytes = tx_slice_skip(c->record.body, head);
	c->charset = charset_of(tx_warc_field(message ? c->http : c->record.head, "Content-Type"));
	return TELEX_OK;
}

/* The page as UTF-8. */
static telex_status decode(struct tx_reader *reader, struct crawled *c, struct tx_decoded *decoded,
			   bool *mislabelled, telex_error *reterr)
{
	telex_slice declared = c->charset;
	struct tx_bom bom = tx_bom_find(c->bytes);

	if (bom.charset != NULL && strcmp(bom.charset, "UTF-8") == 0)
		c->bytes = tx_slice_skip(c->bytes, bom.len);
	if (declared.len == 0)
		declared = tx_page_declared_charset(c->bytes);
	if (!tx_charset_decode_declared(c->bytes, declared, &reader->arena, decoded, mislabelled))
		return tx_fail_memory(reterr);
	return TELEX_OK;
}

/* A head may hold any bytes; a value that is no text is not one. */
static telex_slice text_of(telex_slice value)
{
	return tx_utf8_check(value) == value.len ? value : TX_LIT("");
}

static void state(struct tx_story *story, const struct crawled *c, bool mislabelled)
{
	telex_slice head = c->record.head;

	tx_story_state(story, TX_FIELD_FETCHED, 0, text_of(tx_warc_field(head, "WARC-Date")));
	tx_story_state(story, TX_FIELD_ID, TARGET_RANK, text_of(tx_warc_target(head)));
	if (c->cut)
		tx_story_alert(story, TX_WARN_FRAME_OPEN, 1,
			       TX_LIT("the end of the page is missing in the WARC file"));
	if (mislabelled)
		tx_story_alert(story, TX_WARN_CHARSET_LABEL, 1,
			       TX_LIT("the page names another charset than its bytes are in"));
}

static telex_status unwrap_page(struct tx_reader *reader, struct crawled *c, telex_error *reterr)
{
	struct tx_story *before = reader->stories.last;
	struct tx_decoded decoded;
	telex_error error = {0};
	bool mislabelled;

	telex_status status = decode(reader, c, &decoded, &mislabelled, reterr);
	if (status == TELEX_OK)
		status = tx_page_unwrap(reader, decoded.text, &error);
	if (status == TELEX_ERR_EMPTY && c->cut)
		return tx_fail(reterr, TELEX_ERR_SYNTAX, "the WARC file ends inside a record");
	if (status == TELEX_ERR_EMPTY)
		return TELEX_OK;
	if (error.status != TELEX_OK)
		return tx_fail(reterr, status, "%s", error.message);
	struct tx_story *story = before == NULL ? reader->stories.first : before->next;
	for (; status == TELEX_OK && story != NULL; story = story->next) {
		state(story, c, mislabelled);
		if (story->failed)
			return tx_fail_memory(reterr);
	}
	return status;
}

telex_status tx_warc_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	struct tx_buffer joined = {0}, plain = {0};
	struct crawled c = {.cut = false};

	telex_status status = open_record(frame, &c, reterr);
	if (status == TELEX_OK)
		status = tx_warc_body(c.http, c.bytes, reader->max_bytes, &joined, &plain, &c.bytes,
				      &c.cut, reterr);
	if (status == TELEX_OK)
		status = unwrap_page(reader, &c, reterr);
	tx_buffer_done(&joined);
	tx_buffer_done(&plain);
	return status;
}
