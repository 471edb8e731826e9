/* A text that may be HTML, plain, or plain with character references.  Feeds escape HTML as often
 * as they like: text that shows tags once its references are resolved is HTML. */
#include "reader/elements.h"
#include "reader/html.h"
#include "reader/html_tags.h"
#include "reader/html_text.h"
#include "reader/html_reference.h"

static bool has_tags(telex_slice text)
{
	struct tx_html_scanner scanner = {.html = text};
	struct tx_html_tag tag;
	enum tx_html_event event;

	while ((event = tx_html_next(&scanner, &tag)) != TX_HTML_END) {
		if (event == TX_HTML_CLOSE ||
		    (event == TX_HTML_OPEN && tx_element_find(tag.text) != 0))
			return true;
	}
	return tx_slice_find(text, TX_LIT("<!--")) < text.len;
}

enum tx_html_form tx_html_form(telex_slice text)
{
	if (text.len == 0)
		return TX_HTML_PLAIN;
	if (memchr(text.ptr, '<', text.len) != NULL && has_tags(text))
		return TX_HTML_TAGS;
	return tx_html_has_reference(text) ? TX_HTML_REFERENCES : TX_HTML_PLAIN;
}

bool tx_html_is(telex_slice text)
{
	return tx_html_form(text) == TX_HTML_TAGS;
}

bool tx_html_copy(struct tx_markup *markup, telex_slice text, struct tx_story *story,
		  bool *ret_plain)
{
	enum tx_html_form form = tx_html_form(text);
	struct tx_buffer decoded = {0};

	if (form == TX_HTML_REFERENCES) {
		tx_html_decode(&decoded, text);
		text = tx_slice(decoded.data, decoded.len);
		form = tx_html_form(text) == TX_HTML_TAGS ? TX_HTML_TAGS : TX_HTML_PLAIN;
	}
	*ret_plain = form == TX_HTML_PLAIN;
	bool good = !decoded.failed;
	if (form == TX_HTML_TAGS)
		good &= tx_html_blocks(markup, text, story);
	else
		tx_markup_text(markup, text);
	tx_buffer_done(&decoded);
	return good && !markup->out->failed;
}
