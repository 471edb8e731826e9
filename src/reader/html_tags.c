/* Tags as the HTML standard's tokenizer reads them (WHATWG HTML, section 13.2.5).  A quote without
 * its end and a tag without its '>' are looked for once, so that no byte is read a third time.
 * Left out: script data with "<!--" in it. */
#include "reader/html_tags.h"

#include <string.h>

#include "core/ascii.h"

static bool is_space(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE) || c == '\f';
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

static bool ends_name(char c)
{
	return c == '>' || c == '/' || is_space(c);
}

/* After a quoted value, or `at`: the value has no quotes, or no end. */
static size_t skip_quoted(const struct tx_html_scanner *s, size_t at)
{
	telex_slice html = s->html;

	while (at < html.len && is_space(html.ptr[at]))
		at++;
	if (at == html.len || s->no_quotes || !is_quote(html.ptr[at]))
		return at;
	const char *end = memchr(html.ptr + at + 1, html.ptr[at], html.len - at - 1);
	return end == NULL ? at : (size_t)(end - html.ptr) + 1;
}

/* From the end of a tag's name to its '>', or to the end of the text. */
static size_t skip_attributes(const struct tx_html_scanner *s, size_t at, bool *ret_empty)
{
	telex_slice html = s->html;
	bool unquoted = false;

	while (at < html.len && html.ptr[at] != '>') {
		if (html.ptr[at] == '=') {
			size_t end = skip_quoted(s, at + 1);
			unquoted = !is_quote(html.ptr[end - 1]);
			at = end;
		} else {
			unquoted &= !is_space(html.ptr[at]);
			at++;
		}
	}
	*ret_empty = html.ptr[at - 1] == '/' && !unquoted;
	return at;
}

/* The tag at `s->at`; false: it is text. */
static bool read_tag(struct tx_html_scanner *s, struct tx_html_tag *tag, bool *ret_closes)
{
	telex_slice html = s->html;
	size_t start, name_end, at = s->at + 1;

	*ret_closes = at < html.len && html.ptr[at] == '/';
	start = at += *ret_closes;
	if (at == html.len || !tx_is_alpha(html.ptr[at]))
		return false;
	while (at < html.len && !ends_name(html.ptr[at]))
		at++;
	name_end = at;
	at = skip_attributes(s, name_end, &tag->empty);
	if (at == html.len && !s->no_quotes) {
		s->no_quotes = true;
		at = skip_attributes(s, name_end, &tag->empty);
	}
	s->no_tags = at == html.len;
	if (s->no_tags)
		return false;
	tag->text = tx_slice(html.ptr + start, name_end - start);
	tag->attributes = tx_slice(html.ptr + name_end, at - name_end);
	s->at = at + 1;
	return true;
}

/* "<!…", "<?…", "</>" and "</ …" are what the standard calls bogus comments. */
static bool is_declaration(telex_slice here)
{
	if (here.len < 3)
		return false;
	return here.ptr[1] == '!' || here.ptr[1] == '?' ||
	       (here.ptr[1] == '/' && !tx_is_alpha(here.ptr[2]));
}

/* After a comment, a declaration or an instruction at `s->at`; false: it is not one of them, or has no
 * end. */
static bool skip_declaration(struct tx_html_scanner *s)
{
	telex_slice here = tx_slice_skip(s->html, s->at);

	if (!is_declaration(here))
		return false;
	if (tx_slice_opens(here, "<!--")) {
		size_t end = tx_slice_find(tx_slice_skip(here, 2), TX_LIT("-->"));
		bool ends = end + 2 < here.len;
		s->cut_off |= !ends;
		s->at = ends ? s->at + 2 + end + 3 : s->html.len;
		return true;
	}
	const char *end = memchr(here.ptr, '>', here.len);
	s->no_tags = end == NULL;
	if (end != NULL)
		s->at = (size_t)(end - s->html.ptr) + 1;
	return end != NULL;
}

/* The text up to the next '<' from `from` on, which may begin a tag. */
static enum tx_html_event take_text(struct tx_html_scanner *s, size_t from, struct tx_html_tag *tag)
{
	telex_slice rest = tx_slice_skip(s->html, from);
	const char *end = s->no_tags || rest.len == 0 ? NULL : memchr(rest.ptr, '<', rest.len);
	size_t stop = end == NULL ? s->html.len : (size_t)(end - s->html.ptr);

	tag->text = tx_slice(s->html.ptr + s->at, stop - s->at);
	s->at = stop;
	return TX_HTML_TEXT;
}

enum tx_html_event tx_html_next(struct tx_html_scanner *s, struct tx_html_tag *tag)
{
	bool closes;

	while (s->at < s->html.len) {
		if (s->no_tags || s->html.ptr[s->at] != '<')
			return take_text(s, s->at, tag);
		if (skip_declaration(s))
			continue;
		if (!s->no_tags && read_tag(s, tag, &closes))
			return closes ? TX_HTML_CLOSE : TX_HTML_OPEN;
		return take_text(s, s->at + 1, tag);
	}
	return TX_HTML_END;
}

void tx_html_skip_raw(struct tx_html_scanner *s, telex_slice name)
{
	telex_slice rest = tx_slice_skip(s->html, s->at);
	const char *at = rest.ptr, *end = rest.ptr + rest.len;

	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		telex_slice here = tx_slice(at, (size_t)(end - at));
		if (here.len > 2 + name.len && here.ptr[1] == '/' &&
		    tx_slice_starts_nocase(tx_slice_skip(here, 2), name)) {
			s->at = (size_t)(at - s->html.ptr);
			return;
		}
		at++;
	}
	s->cut_off = true;
	s->at = s->html.len;
}
