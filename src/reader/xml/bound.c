/* Most documents are passed over at the speed of memchr(): only a tag of some length can have too
 * many attributes, only a document that declares many namespaces can have too many in scope, only a
 * large one too many names.  A tag ends at its
 * '>', or at the next '<', which no value may hold. */
#include "reader/xml/bound.h"

#include <string.h>

#include "core/ascii.h"
#include "core/block.h"
#include "reader/xml/input.h"

#define ATTRIBUTE_MIN 5 /* bytes: ` a=""` */
#define NAME_MIN      4 /* bytes of the document for a name: `<a/>` */
#define DEPTH_MAX     260
#define NAME_BITS     (1U << 17)

/* One pass over the document: what is left out is counted and, with `out`, the rest copied. */
struct pass {
	telex_slice document;
	size_t left_out[TX_XML_BOUND__COUNT];
	size_t first[TX_XML_BOUND__COUNT]; /* offset of the first thing left out */
	bool by_depth;                     /* namespaces count */
	bool by_name;                      /* names count */
	size_t depth;
	uint16_t namespaces[DEPTH_MAX + 1]; /* in scope inside each open element */
	size_t name_count;
	uint64_t names[NAME_BITS / 64]; /* seen, a bit each, by their hashes */
	char *out;                      /* NULL: nothing is copied */
	size_t len;
};

const char *tx_xml_bound_message(enum tx_xml_bound bound)
{
	static const char *const messages[TX_XML_BOUND__COUNT] = {
		[TX_XML_BOUND_ATTRIBUTES] =
			"an element has more than 128 attributes: the others were left out",
		[TX_XML_BOUND_NAMESPACES] =
			"more than 128 namespaces hold for an element: the others were left out",
		[TX_XML_BOUND_NAMES] = "more than 16384 names: further attributes were left out, "
				       "the names of further elements too",
		[TX_XML_BOUND_SUBSET] = "the internal subset of the document type has more than 64 "
					"KiB: it was left out",
	};

	return messages[bound];
}

static bool is_space(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE);
}

static void leave_out(struct pass *pass, enum tx_xml_bound bound, size_t at)
{
	if (pass->left_out[bound]++ == 0)
		pass->first[bound] = at;
}

/* Whether bytes [start, end) are one name too many. */
static bool is_name_left_out(struct pass *pass, size_t start, size_t end)
{
	uint32_t hash = 2166136261U; /* FNV-1a */

	if (!pass->by_name)
		return false;
	for (size_t i = start; i < end; i++)
		hash = (hash ^ (unsigned char)pass->document.ptr[i]) * 16777619U;
	hash ^= hash >> 15;
	uint64_t *word = &pass->names[hash % NAME_BITS / 64], bit = UINT64_C(1) << hash % 64;
	if ((*word & bit) != 0)
		return false;
	if (pass->name_count == TX_XML_DISTINCT_MAX) {
		leave_out(pass, TX_XML_BOUND_NAMES, start);
		return true;
	}
	*word |= bit;
	pass->name_count++;
	return false;
}

static void put(struct pass *pass, const char *bytes, size_t len)
{
	if (pass->out != NULL)
		memcpy(pass->out + pass->len, bytes, len);
	pass->len += len;
}

/* Bytes [start, end) of the document; a reference to one entity too many as text. */
static void copy(struct pass *pass, size_t start, size_t end)
{
	telex_slice s = pass->document;

	while (pass->by_name && start < end) {
		const char *found = memchr(s.ptr + start, '&', end - start);
		if (found == NULL)
			break;
		size_t at = (size_t)(found - s.ptr) + 1, name = at;
		while (at < end && (tx_char_is(s.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER |
								  TX_CHAR_DIGIT | TX_CHAR_HIGH)))
			at++;
		put(pass, s.ptr + start, name - start);
		if (at > name && is_name_left_out(pass, name, at))
			put(pass, "amp;", 4);
		start = name;
	}
	put(pass, s.ptr + start, end - start);
}

static size_t skip_space(telex_slice s, size_t at, size_t end)
{
	while (at < end && is_space(s.ptr[at]))
		at++;
	return at;
}

/* Where the attribute at `at` ends, at the latest at `end`. */
static size_t attribute_end(telex_slice s, size_t at, size_t end, size_t *ret_name_end)
{
	while (at < end && s.ptr[at] != '=' && s.ptr[at] != '>' && s.ptr[at] != '/' &&
	       !is_space(s.ptr[at]))
		at++;
	*ret_name_end = at;
	size_t value = skip_space(s, at, end);
	if (value == end || s.ptr[value] != '=')
		return at;
	value = skip_space(s, value + 1, end);
	if (value == end || (s.ptr[value] != '"' && s.ptr[value] != '\''))
		return value;
	const char *quote = memchr(s.ptr + value + 1, s.ptr[value], end - value - 1);
	return quote == NULL ? end : (size_t)(quote - s.ptr) + 1;
}

/* The attribute number `count` of its tag, bytes [start, end), its name up to `name_end`. */
static bool is_attribute_left_out(struct pass *pass, size_t start, size_t name_end, size_t end,
				  size_t count, uint16_t *namespaces)
{
	bool declares = tx_slice_opens(tx_slice_skip(pass->document, start), "xmlns");

	if (declares && pass->by_depth && *namespaces == TX_XML_NAMESPACES_MAX) {
		leave_out(pass, TX_XML_BOUND_NAMESPACES, start);
		return true;
	}
	if (count > TX_XML_ATTRIBUTES_MAX) {
		leave_out(pass, TX_XML_BOUND_ATTRIBUTES, start);
		return true;
	}
	if (is_name_left_out(pass, start, declares ? end : name_end))
		return true;
	*namespaces = (uint16_t)(*namespaces + (declares && pass->by_depth));
	return false;
}

/* The attributes of a start tag from `at` on; where its '>' is, or `end`: it has none. */
static size_t read_attributes(struct pass *pass, size_t at, size_t end, uint16_t *namespaces)
{
	telex_slice s = pass->document;
	size_t count = 0, name_end;

	while (at < end && s.ptr[at] != '>') {
		size_t start = at;
		while (at < end && (is_space(s.ptr[at]) || s.ptr[at] == '/' || s.ptr[at] == '='))
			at++;
		size_t name = at;
		at = attribute_end(s, at, end, &name_end);
		bool left_out = at > name && is_attribute_left_out(pass, name, name_end, at,
								   ++count, namespaces);
		if (!left_out)
			copy(pass, start, at);
	}
	return at;
}

static size_t read_tag_name(struct pass *pass, size_t start, size_t end, bool closes)
{
	telex_slice s = pass->document;
	size_t name = start + 1 + closes, at = name;

	while (at < end && s.ptr[at] != '>' && s.ptr[at] != '/' && !is_space(s.ptr[at]))
		at++;
	put(pass, s.ptr + start, name - start);
	if (at > name && is_name_left_out(pass, name, at))
		put(pass, "x", 1);
	else
		put(pass, s.ptr + name, at - name);
	return at;
}

/* The tag at `start` and what follows it up to the next one, at `end`. */
static void read_tag(struct pass *pass, size_t start, size_t end)
{
	telex_slice s = pass->document;
	bool closes = start + 1 < end && s.ptr[start + 1] == '/';
	size_t at = read_tag_name(pass, start, end, closes);

	if (closes) {
		pass->depth -= pass->depth > 0;
		copy(pass, at, end);
		return;
	}
	size_t depth = pass->depth < DEPTH_MAX ? pass->depth : DEPTH_MAX - 1;
	uint16_t namespaces = pass->namespaces[depth];
	at = read_attributes(pass, at, end, &namespaces);
	if (at < end && s.ptr[at - 1] != '/') {
		pass->namespaces[depth + 1] = namespaces;
		pass->depth = depth + 1;
	}
	copy(pass, at, end);
}

/* Whether the tag at `start` has too few bytes for too many attributes.  A text after it is the
 * usual thing, a '>' in a value is not. */
static bool is_short(telex_slice s, size_t start, size_t end)
{
	const size_t enough = (size_t)ATTRIBUTE_MIN * TX_XML_ATTRIBUTES_MAX;

	if (end - start < enough)
		return true;
	const char *tag_end = memchr(s.ptr + start, '>', enough);
	return tag_end != NULL &&
	       memchr(s.ptr + start, '=', (size_t)(tag_end - s.ptr) - start) == NULL;
}

/* Length of a document type with its internal subset at the start of `s`, when that is too large;
 * `*ret_open`: of the part before it. */
static size_t large_subset(telex_slice s, size_t *ret_open)
{
	size_t open = 0, at;

	if (!tx_slice_opens(s, "<!DOCTYPE"))
		return 0;
	while (open < s.len && s.ptr[open] != '[' && s.ptr[open] != '>')
		open++;
	if (open == s.len || s.ptr[open] == '>')
		return 0;
	*ret_open = open;
	for (at = open; at < s.len; at++) {
		const char *found = memchr(s.ptr + at, ']', s.len - at);
		at = found == NULL ? s.len : skip_space(s, (size_t)(found - s.ptr) + 1, s.len);
		if (at >= s.len || s.ptr[at] == '>')
			break;
		at--;
	}
	return at - open > TX_XML_SUBSET_MAX ? at : 0;
}

/* Where the piece of the document at `at` ends: a section, a tag with the text after it, text. */
static size_t read_piece(struct pass *pass, size_t at)
{
	telex_slice s = pass->document, rest = tx_slice_skip(s, at);
	bool markup = rest.len > 1 && rest.ptr[0] == '<', declares = markup && rest.ptr[1] == '!';
	size_t open, len = markup ? tx_xml_literal_len(rest) : 0;

	if (len > 0) {
		put(pass, rest.ptr, len);
		return at + len;
	}
	len = declares ? large_subset(rest, &open) : 0;
	if (len > 0) {
		leave_out(pass, TX_XML_BOUND_SUBSET, at);
		put(pass, rest.ptr, open);
		return at + len;
	}
	const char *next = rest.len > 1 ? memchr(rest.ptr + 1, '<', rest.len - 1) : NULL;
	size_t end = next == NULL ? s.len : (size_t)(next - s.ptr);
	if (markup && !declares && (pass->by_depth || pass->by_name || !is_short(s, at, end)))
		read_tag(pass, at, end);
	else
		copy(pass, at, end);
	return end;
}

static bool read_document(struct pass *pass)
{
	bool left_out = false;

	for (size_t at = 0; at < pass->document.len;)
		at = read_piece(pass, at);
	for (size_t i = 0; i < TX_XML_BOUND__COUNT; i++)
		left_out |= pass->left_out[i] > 0;
	return left_out;
}

/* Whether more namespaces are declared than may be in scope. */
static bool declares_many(telex_slice document)
{
	telex_slice rest = document;

	for (size_t count = 0; count <= TX_XML_NAMESPACES_MAX; count++) {
		size_t found = tx_slice_find(rest, TX_LIT("xmlns"));
		if (found == rest.len)
			return false;
		rest = tx_slice_skip(rest, found + 1);
	}
	return true;
}

static void report(const struct pass *pass, struct tx_xml_left_out *ret_left_out)
{
	for (size_t i = 0; i < TX_XML_BOUND__COUNT; i++) {
		telex_slice before = tx_slice_take(pass->document, pass->first[i]);
		ret_left_out->count[i] = pass->left_out[i];
		ret_left_out->line[i] = 1 + (uint32_t)tx_count_byte(before, '\n');
	}
}

telex_slice tx_xml_bound(telex_slice document, struct tx_arena *arena,
			 struct tx_xml_left_out *ret_left_out)
{
	struct pass pass = {.document = document,
			    .by_depth = declares_many(document),
			    .by_name = document.len > (size_t)TX_XML_DISTINCT_MAX * NAME_MIN};

	*ret_left_out = (struct tx_xml_left_out){0};
	if (!read_document(&pass))
		return document;
	report(&pass, ret_left_out);
	struct pass again = {.document = document,
			     .by_depth = pass.by_depth,
			     .by_name = pass.by_name,
			     .out = tx_arena_alloc(arena, pass.len + 1)};
	if (again.out == NULL)
		return (telex_slice){NULL, 0};
	read_document(&again);
	return tx_slice(again.out, again.len);
}
