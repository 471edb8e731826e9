/* Tags are found by memchr(), raw elements and comments are passed over by it.  A quote without its
 * end and a tag without its '>' are looked for once: from then on quotes, or tags, mean nothing, so
 * that no byte is read a third time.  Left out: script data with "<!--" in it, nested svg. */
#include "reader/page/tags.h"

#include "core/ascii.h"

static bool is_space(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE) || c == '\f';
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* After a quoted value at `at`; `at` when it has no quotes, or no end. */
static size_t skip_quoted(const struct tx_page_scanner *s, size_t at)
{
	telex_slice html = s->html;

	while (at < html.len && is_space(html.ptr[at]))
		at++;
	if (at == html.len || s->no_quotes || !is_quote(html.ptr[at]))
		return at;
	const char *end = memchr(html.ptr + at + 1, html.ptr[at], html.len - at - 1);
	return end == NULL ? at : (size_t)(end - html.ptr) + 1;
}

/* The '>' of a tag, or the end of the page. */
static size_t tag_end(const struct tx_page_scanner *s, size_t at)
{
	telex_slice html = s->html;

	while (at < html.len && html.ptr[at] != '>') {
		at++;
		if (html.ptr[at - 1] == '=')
			at = skip_quoted(s, at);
	}
	return at;
}

/* Elements that a browser reads as markup, though nothing in them is text of the page: without
 * their end they are passed over as tags. */
static bool is_markup(telex_slice name)
{
	static const char *const names[] = {"svg", "math", "noscript", "template"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(names[i])))
			return true;
	}
	return false;
}

/* The content of a raw element that begins at `s->at`; the page goes on after its end tag. */
static telex_slice take_raw(struct tx_page_scanner *s, telex_slice name, bool empty)
{
	bool markup = is_markup(name);

	if (markup && (empty || s->no_ends))
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
	s->no_ends |= markup;
	if (markup)
		return TX_LIT("");
	s->cut_off = true;
	s->at = s->html.len;
	return tx_slice(start, (size_t)(end - start));
}

/* After a comment, a declaration or an instruction at `s->at`; false: it is not one of them. */
static bool skip_declaration(struct tx_page_scanner *s)
{
	telex_slice here = tx_slice_skip(s->html, s->at);

	if (here.len < 3 || (here.ptr[1] != '!' && here.ptr[1] != '?' &&
			     (here.ptr[1] != '/' || tx_is_alpha(here.ptr[2]))))
		return false;
	if (tx_slice_opens(here, "<!--")) {
		size_t end = tx_slice_find(tx_slice_skip(here, 2), TX_LIT("-->"));
		s->cut_off |= end + 2 >= here.len;
		s->at = end + 2 >= here.len ? s->html.len : s->at + 2 + end + 3;
		return true;
	}
	const char *end = memchr(here.ptr, '>', here.len);
	s->no_tags = end == NULL;
	if (end != NULL)
		s->at = (size_t)(end - s->html.ptr) + 1;
	return end != NULL;
}

/* The tag at `s->at`; false: it is text. */
static bool read_tag(struct tx_page_scanner *s, struct tx_page_tag *tag, bool *ret_closes)
{
	telex_slice html = s->html;
	size_t at = s->at + 1, start, end;

	*ret_closes = at < html.len && html.ptr[at] == '/';
	start = at += *ret_closes;
	if (at == html.len || !tx_is_alpha(html.ptr[at]))
		return false;
	while (at < html.len && html.ptr[at] != '>' && html.ptr[at] != '/' &&
	       !is_space(html.ptr[at]))
		at++;
	end = tag_end(s, at);
	if (end == html.len && !s->no_quotes) {
		s->no_quotes = true;
		end = tag_end(s, at);
	}
	s->no_tags = end == html.len;
	if (s->no_tags)
		return false;
	telex_slice name = tx_slice(html.ptr + start, at - start);
	tag->element = tx_page_element(name);
	tag->attributes = tx_slice(html.ptr + at, end - at);
	s->at = end + 1;
	if (!*ret_closes && (tx_page_element_is(tag->element) & TX_IS_RAW) != 0)
		tag->text = take_raw(s, name, html.ptr[end - 1] == '/');
	return true;
}

/* The text up to the next '<' that may begin a tag. */
static enum tx_page_event take_text(struct tx_page_scanner *s, size_t from, struct tx_page_tag *tag)
{
	telex_slice rest = tx_slice_skip(s->html, from);
	const char *end = s->no_tags ? NULL : memchr(rest.ptr, '<', rest.len);
	size_t stop = end == NULL ? s->html.len : (size_t)(end - s->html.ptr);

	tag->text = tx_slice(s->html.ptr + s->at, stop - s->at);
	s->at = stop;
	return TX_PAGE_TEXT;
}

enum tx_page_event tx_page_next(struct tx_page_scanner *s, struct tx_page_tag *tag)
{
	bool closes;

	while (s->at < s->html.len) {
		if (s->no_tags || s->html.ptr[s->at] != '<')
			return take_text(s, s->at, tag);
		if (skip_declaration(s))
			continue;
		if (!s->no_tags && read_tag(s, tag, &closes))
			return closes ? TX_PAGE_CLOSE : TX_PAGE_OPEN;
		return take_text(s, s->at + 1, tag);
	}
	return TX_PAGE_END;
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
