/* A line of HTML as text: references decoded once (HTML 4's names, and numbers, of which 128 to 159
 * are windows-1252 as in HTML 5), tags of HTML removed.  What only looks like a tag ("<NLKE>", "a <
 * b") or a reference ("AT&T") is text.  Left out: the names that HTML 5 added, references without
 * their semicolon. */
#include "reader/html_text.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/elements.h"
#include "reader/html_reference.h"

#define WORD_MAX 12 /* bytes of the longest name of an element or a reference, and some */

static bool is_name_byte(char c)
{
	return tx_is_alpha(c) || tx_is_digit(c);
}

/* The name at the start of the text, NUL-terminated; its length, 0: none, or a longer one. */
static size_t read_name(telex_slice text, char name[WORD_MAX + 1])
{
	size_t len = 0;

	while (len < text.len && len <= WORD_MAX && is_name_byte(text.ptr[len]))
		len++;
	if (len > WORD_MAX)
		return 0;
	memcpy(name, text.ptr, len);
	name[len] = '\0';
	return len;
}

/* The character of the reference at the start of the text; 0: it is not one. */
static uint32_t read_reference(telex_slice text, size_t *ret_len)
{
	uint32_t c = 0;

	*ret_len = tx_html_reference(text, &c);
	return *ret_len > 0 && text.ptr[*ret_len - 1] == ';' ? c : 0;
}

/* Length of the tag at the start of the text; 0: it is not one of HTML's. */
static size_t tag_len(telex_slice text)
{
	bool closing = text.len > 1 && text.ptr[1] == '/';
	telex_slice rest = tx_slice_skip(text, 1 + (size_t)closing);
	char name[WORD_MAX + 1];
	size_t len = read_name(rest, name);

	if (len == 0 || tx_element_find(tx_slice(name, len)) == 0)
		return 0;
	telex_slice after = tx_slice_skip(rest, len);
	if (after.len == 0 || (strchr("> /\t\n\r", after.ptr[0]) == NULL))
		return 0;
	const char *end = memchr(after.ptr, '>', after.len);
	return end == NULL ? 0 : (size_t)(end + 1 - text.ptr);
}

/* A tag that parts words where no blank does. */
static bool parts_words(telex_slice tag)
{
	static const char *const blocks[] = {"br", "p", "div", "li", "tr", "td", "h1", "h2", NULL};
	char name[WORD_MAX + 1];
	size_t slash = tag.ptr[1] == '/';
	size_t len = read_name(tx_slice_skip(tag, 1 + slash), name);

	for (size_t i = 0; i < len; i++)
		name[i] = tx_lower(name[i]);
	return tx_slice_in(tx_slice(name, len), blocks);
}

bool tx_html_has_reference(telex_slice text)
{
	size_t len;

	for (size_t at = tx_slice_find(text, TX_LIT("&")); at < text.len;) {
		telex_slice rest = tx_slice_skip(text, at);
		if (read_reference(rest, &len) != 0)
			return true;
		at += 1 + tx_slice_find(tx_slice_skip(rest, 1), TX_LIT("&"));
	}
	return false;
}

telex_slice tx_html_text(struct tx_arena *arena, telex_slice text)
{
	if (text.len == 0 ||
	    (memchr(text.ptr, '&', text.len) == NULL && memchr(text.ptr, '<', text.len) == NULL))
		return text;
	char *out = tx_arena_alloc(arena, text.len);
	size_t len = 0, step;

	if (out == NULL)
		return (telex_slice){NULL, 0};
	for (size_t at = 0; at < text.len; at += step) {
		telex_slice rest = tx_slice_skip(text, at);
		uint32_t c = rest.ptr[0] == '&' ? read_reference(rest, &step) : 0;
		if (c != 0) {
			len += tx_utf8_encode(c, out + len);
			continue;
		}
		step = rest.ptr[0] == '<' ? tag_len(rest) : 0;
		if (step == 0) {
			out[len++] = rest.ptr[0];
			step = 1;
		} else if (parts_words(tx_slice_take(rest, step))) {
			out[len++] = ' ';
		}
	}
	return tx_slice(out, len);
}

void tx_html_title(struct tx_story *story, enum tx_field field, unsigned rank, telex_slice text)
{
	telex_slice plain = tx_html_text(story->arena, text);

	story->failed |= text.len > 0 && plain.ptr == NULL;
	tx_story_state(story, field, rank, plain);
}
