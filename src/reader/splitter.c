/* Each family has a function that finds the end of the frame at hand; a frame without its end ends
 * with the bytes. */
#include "reader/splitter.h"

#include "core/ascii.h"
#include "reader/mail/mail.h"
#include "reader/sgml/sgml.h"

/* Finds the end of the frame whose first visible byte is at `start`. */
typedef bool find_end_fn(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end);

static bool is_filler(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}

static bool find_xml_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	return tx_xml_frame_end(bytes, &splitter->xml, ret_end);
}

static bool find_json_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	return tx_json_frame_end(bytes, &splitter->json, ret_end);
}

static bool find_line_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	size_t visible = 0;

	while (visible < bytes.len && is_filler(bytes.ptr[visible]))
		visible++;
	size_t from = splitter->scanned > visible ? splitter->scanned : visible;
	const char *end =
		from < bytes.len ? memchr(bytes.ptr + from, '\n', bytes.len - from) : NULL;
	splitter->scanned = bytes.len;
	if (end == NULL)
		return false;
	*ret_end = (size_t)(end - bytes.ptr) + 1;
	return true;
}

static bool find_sgml_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	return tx_sgml_frame_end(bytes, &splitter->scanned, ret_end);
}

/* A mail ends with its source. */
static bool find_mail_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	(void)splitter, (void)bytes, (void)ret_end;
	return false;
}

static bool find_mbox_end(struct tx_splitter *splitter, telex_slice bytes, size_t *ret_end)
{
	return tx_mbox_frame_end(bytes, &splitter->scanned, ret_end);
}

static find_end_fn *const ends[] = {
	[TX_FAMILY_XML] = find_xml_end,    [TX_FAMILY_JSON] = find_json_end,
	[TX_FAMILY_LINES] = find_line_end, [TX_FAMILY_SGML] = find_sgml_end,
	[TX_FAMILY_MAIL] = find_mail_end,  [TX_FAMILY_MBOX] = find_mbox_end,
};

static size_t fillers_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && is_filler(s.ptr[len]))
		len++;
	return len;
}

static enum tx_frame_result next_frame(struct tx_splitter *splitter, telex_slice bytes, bool last,
				       struct tx_frame *frame)
{
	size_t end = bytes.len, start = fillers_len(bytes);

	if (start == bytes.len)
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	bool closed = ends[splitter->family](splitter, bytes, &end);
	if (!closed && !last)
		return TX_FRAME_MORE;
	/* An XML declaration must be the first thing in its document. */
	start = splitter->family == TX_FAMILY_XML ? start : 0;
	*frame = (struct tx_frame){TX_FRAME_MARKUP, start, start, end, end, closed};
	splitter->xml = (struct tx_xml_framer){0};
	splitter->json = (struct tx_json_framer){0};
	splitter->scanned = 0;
	return TX_FRAME_FOUND;
}

enum tx_frame_result tx_split_next(struct tx_splitter *splitter, const struct tx_format *forced,
				   telex_slice bytes, bool last, struct tx_frame *ret_frame)
{
	if (!splitter->decided && forced != NULL)
		splitter->family = forced->family;
	else if (!splitter->decided && !tx_family_sniff(bytes, last, &splitter->family))
		return last ? TX_FRAME_NONE : TX_FRAME_MORE;
	splitter->decided = true;
	if (splitter->family == TX_FAMILY_TEXT)
		return tx_frame_next(&splitter->text, bytes, last, ret_frame);
	return next_frame(splitter, bytes, last, ret_frame);
}
