/* The charset that a page names: <meta charset>, or the content of an http-equiv (WHATWG HTML,
 * section 13.2.3.2), in the first bytes of the page. */
#include "core/ascii.h"
#include "reader/page/page.h"
#include "reader/page/markup/tags.h"

#define PRESCAN_MAX 8192 /* bytes; the standard's 1024 miss what papers write above it */

/* "text/html; charset=utf-8": what follows the "charset=". */
static telex_slice charset_in(telex_slice content)
{
	static const telex_slice none = {NULL, 0};

	for (size_t at = 0; at + 8 < content.len; at++) {
		telex_slice here = tx_slice_skip(content, at);
		if (!tx_slice_starts_nocase(here, TX_LIT("charset=")))
			continue;
		telex_slice name = tx_slice_skip(here, 8);
		size_t len = 0;
		while (len < name.len &&
		       (tx_is_alpha(name.ptr[len]) || tx_is_digit(name.ptr[len]) ||
			strchr("-_:.", name.ptr[len]) != NULL))
			len++;
		return len > 0 ? tx_slice_take(name, len) : none;
	}
	return none;
}

telex_slice tx_page_declared_charset(telex_slice page)
{
	struct tx_page_scanner scanner = {.tags = {.html = tx_slice_take(page, PRESCAN_MAX)}};
	telex_slice name, value, found = {NULL, 0};
	enum tx_html_event event;
	struct tx_page_tag tag;

	while (found.ptr == NULL && (event = tx_page_next(&scanner, &tag)) != TX_HTML_END) {
		if (event != TX_HTML_OPEN || tag.element != TX_EL_META)
			continue;
		while (found.ptr == NULL && tx_page_attribute(&tag.attributes, &name, &value)) {
			if (tx_slice_eq_nocase(name, TX_LIT("charset")) && value.len > 0)
				found = value;
			else if (tx_slice_eq_nocase(name, TX_LIT("content")))
				found = charset_in(value);
		}
	}
	return found;
}
