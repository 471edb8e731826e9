/* Tags as reader/html_tags.c finds them; raw elements are passed over with their content.  Left out:
 * script data with "<!--" in it, nested svg. */
#include "reader/page/markup/tags.h"

#include "core/ascii.h"
#include "core/scan.h"

static bool is_space(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE) || c == '\f';
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* Elements that a browser reads as markup, though nothing in them is text of the page: without
 * their end they are passed over as tags. */
static bool is_markup(telex_slice name)
{
	static const char *const names[] = {"svg", "math", "noscript", "template"};

	for (size_t i = 0; i < TX_COUNT(names); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(names[i])))
			return true;
	}
	return false;
}

/* The content of a raw element that begins at `s->at`; the page goes on after its end tag. */
static telex_slice take_raw(struct tx_page_scanner *scanner, telex_slice name, bool empty)
{
	struct tx_html_scanner *s = &scanner->tags;
	bool markup = is_markup(name);

	if (markup && (empty || scanner->no_ends))
		return TX_LIT("");
	const char *start = s->html.ptr + s->at, *end = s->html.ptr + s->html.len;

	for (const char *at = start; at < end; at++) {
		at = memchr(at, '<', (size_t)(end - at));
		if (at == NULL)
			break;
		telex_slice here = tx_slice(at, (size_t)(end - at));
		if (here.len <= 2 + name.len || here.ptr[1] != '/' ||
		    !tx_slice_starts_nocase(tx_slice_skip(here, 2), name))
			continue;
		const char *stop = memchr(at, '>', here.len);
		s->at = stop == NULL ? s->html.len : (size_t)(stop - s->html.ptr) + 1;
		return tx_slice(start, (size_t)(at - start));
	}
	scanner->no_ends |= markup;
	if (markup)
		return TX_LIT("");
	s->cut_off = true;
	s->at = s->html.len;
	return tx_slice(start, (size_t)(end - start));
}

enum tx_html_event tx_page_next(struct tx_page_scanner *scanner, struct tx_page_tag *ret_tag)
{
	struct tx_html_tag tag;
	enum tx_html_event event = tx_html_next(&scanner->tags, &tag);

	if (event == TX_HTML_TEXT)
		ret_tag->text = tag.text;
	if (event != TX_HTML_OPEN && event != TX_HTML_CLOSE)
		return event;
	ret_tag->element = tx_page_element(tag.text);
	ret_tag->attributes = tag.attributes;
	if (event == TX_HTML_OPEN && (tx_page_element_is(ret_tag->element) & TX_IS_RAW) != 0) {
		size_t len = tag.attributes.len;
		bool empty = len > 0 && tag.attributes.ptr[len - 1] == '/';
		ret_tag->text = take_raw(scanner, tag.text, empty);
	}
	return event;
}

bool tx_page_attribute(telex_slice *attributes, telex_slice *ret_name, telex_slice *ret_value)
{
	telex_slice s = *attributes;
	size_t at = 0, end;

	while (at < s.len && (is_space(s.ptr[at]) || s.ptr[at] == '/'))
		at++;
	if (at == s.len)
		return false;
	for (end = at + 1;
	     end < s.len && s.ptr[end] != '=' && s.ptr[end] != '/' && !is_space(s.ptr[end]);)
		end++;
	*ret_name = tx_slice(s.ptr + at, end - at);
	*ret_value = TX_LIT("");
	for (at = end; at < s.len && is_space(s.ptr[at]);)
		at++;
	if (at < s.len && s.ptr[at] == '=') {
		for (at++; at < s.len && is_space(s.ptr[at]);)
			at++;
		const char *quote = at < s.len && is_quote(s.ptr[at])
					    ? memchr(s.ptr + at + 1, s.ptr[at], s.len - at - 1)
					    : NULL;
		size_t start = at + (quote != NULL);
		for (end = start; quote == NULL && end < s.len && !is_space(s.ptr[end]);)
			end++;
		if (quote != NULL)
			end = (size_t)(quote - s.ptr);
		*ret_value = tx_slice(s.ptr + start, end - start);
		at = end + (quote != NULL);
	}
	*attributes = tx_slice_skip(s, at);
	return true;
}

void tx_page_strip_tags(struct tx_buffer *text)
{
	struct tx_page_scanner scanner = {.tags = {.html = tx_slice(text->data, text->len)}};
	enum tx_html_event event;
	struct tx_page_tag tag;
	size_t len = 0;

	while ((event = tx_page_next(&scanner, &tag)) != TX_HTML_END) {
		if (event == TX_HTML_TEXT) {
			memmove(text->data + len, tag.text.ptr, tag.text.len);
			len += tag.text.len;
		} else if ((tx_page_element_is(tag.element) & TX_IS_BLOCK) != 0) {
			text->data[len++] = '\n';
		}
	}
	text->len = len;
}
