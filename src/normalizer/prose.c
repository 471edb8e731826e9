/* Folding white space.  Most of a text needs no change: a block at a time are looked at for
 * what does (a control character, a second blank, the lead byte of U+00A0 and the C1 controls), and
 * clean runs are copied whole. */
#include "normalizer/prose.h"

#include <string.h>

#include "core/ascii.h"
#include "core/block.h"

static bool is_dirty(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c < 0x20 || c == 0x7f)
		return true;
	if (c == 0xc2)
		return end - p < 2 || (unsigned char)p[1] <= 0xa0;
	if (c == 0xe2)
		return end - p >= 3 && p[1] == '\x80' && (p[2] == '\xa8' || p[2] == '\xa9');
	return c == ' ' && p + 1 < end && p[1] == ' ';
}

/* Bytes of a block that a clean run cannot hold, or that must be looked at; the byte after it is
 * read too. */
static inline unsigned suspects(const char *p, tx_block block)
{
	tx_block control = tx_mark_or(tx_mark_control(block), tx_mark_equal(block, 0x7f));
	tx_block leads = tx_mark_or(tx_mark_equal(block, '\xc2'), tx_mark_equal(block, '\xe2'));
	tx_block pairs =
		tx_mark_and(tx_mark_equal(block, ' '), tx_mark_equal(tx_block_load(p + 1), ' '));

	return tx_mark_bits(tx_mark_or(tx_mark_or(control, leads), pairs));
}

/* How many bytes of the block at `p` are clean, TX_BLOCK: all. */
static inline unsigned clean_bytes(const char *p, const char *end, unsigned mask)
{
	for (; mask != 0; mask &= mask - 1) {
		unsigned at = tx_mask_first(mask);
		if (is_dirty(p + at, end))
			return at;
	}
	return TX_BLOCK;
}

/* The last bytes of a text longer than a block, the very last left out, in a block that begins
 * before `p`: those before `p` are known to be clean. */
static const char *clean_end(const char *p, const char *end)
{
	const char *block = end - TX_BLOCK - 1;
	unsigned mask = suspects(block, tx_block_load(block)) >> (p - block) << (p - block);
	const char *dirty = block + clean_bytes(block, end, mask);

	return dirty == end - 1 && !is_dirty(dirty, end) ? end : dirty;
}

/* The first byte of `s` that a clean run cannot hold. */
static const char *clean_run(telex_slice s)
{
	const char *p = s.ptr, *end = s.ptr + s.len;

	while (end - p > TX_BLOCK) {
		unsigned mask = suspects(p, tx_block_load(p));
		unsigned len = mask == 0 ? TX_BLOCK : clean_bytes(p, end, mask);
		p += len;
		if (len < TX_BLOCK)
			return p;
	}
	if (s.len > TX_BLOCK)
		return clean_end(p, end);
	while (p < end && !is_dirty(p, end))
		p++;
	return p;
}

/* The same, copied to `*out` on the way; a block after the run may be written too. */
static const char *copy_clean_run(const char *p, const char *end, char **out)
{
	char *to = *out;
	unsigned len = TX_BLOCK;

	while (end - p > TX_BLOCK && len == TX_BLOCK) {
		tx_block block = tx_block_load(p);
		unsigned mask = suspects(p, block);
		tx_block_store(to, block);
		len = mask == 0 ? TX_BLOCK : clean_bytes(p, end, mask);
		p += len;
		to += len;
	}
	while (len == TX_BLOCK && p < end && !is_dirty(p, end))
		*to++ = *p++;
	*out = to;
	return p;
}

/* What is at `p` (dirty): its length, whether it is white space or a control character to drop.
 */
struct odd {
	size_t len;
	bool space, drop;
};

static struct odd look_at(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c == 0xc2 && end - p >= 2) {
		unsigned char low = (unsigned char)p[1];
		return (struct odd){2, low == 0xa0 || low == 0x85, low < 0xa0 && low != 0x85};
	}
	if (c == 0xe2 && end - p >= 3 && p[1] == '\x80' && (p[2] == '\xa8' || p[2] == '\xa9'))
		return (struct odd){3, true, false};
	bool drop = c == 0 || c == 0x0e || c == 0x0f;
	bool space = c == ' ' || c == 0x7f || (c < 0x20 && !drop);
	return (struct odd){1, space, drop};
}

static bool is_visible_control(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
}

/* "hispano-\nfrancesa": no blank between the halves. */
static bool hyphenated(const char *start, const char *out, const char *p, const char *end)
{
	return out - start >= 2 && out[-1] == '-' &&
	       tx_char_is(out[-2], TX_CHAR_LOWER | TX_CHAR_HIGH) && p < end &&
	       tx_char_is(*p, TX_CHAR_LOWER | TX_CHAR_HIGH);
}

/* Skip white space and dropped characters from `p` on. */
static const char *skip_space(const char *p, const char *end, bool *ret_over_line,
			      struct tx_prose *prose)
{
	*ret_over_line = false;
	while (p < end) {
		struct odd odd = look_at(p, end);
		if (!odd.space && !odd.drop)
			break;
		*ret_over_line |= *p == '\n' || *p == '\r';
		prose->had_controls |= odd.drop || is_visible_control((unsigned char)*p);
		p += odd.len;
	}
	return p;
}

/* What is dirty at `p`: the bytes to go on at; at most four bytes go to `*out`. */
static const char *fold_odd(const char *start, const char *p, const char *end, char **out,
			    struct tx_prose *prose)
{
	struct odd odd = look_at(p, end);
	bool over_line;

	if (odd.drop) {
		prose->had_controls = true;
		p += odd.len;
		/* What stood between two blanks leaves one of them. */
		return *out > start && (*out)[-1] == ' ' ? skip_space(p, end, &over_line, prose)
							 : p;
	}
	if (!odd.space) {
		memcpy(*out, p, odd.len);
		*out += odd.len;
		return p + odd.len;
	}
	p = skip_space(p, end, &over_line, prose);
	bool parted = *out > start && (*out)[-1] == ' ';
	bool joined = over_line && !prose->open_hyphen && hyphenated(start, *out, p, end);
	if (p < end && !parted && !joined)
		*(*out)++ = ' ';
	return p;
}

static void fold_into(char *start, size_t clean, telex_slice raw, struct tx_prose *prose)
{
	const char *p = raw.ptr + clean, *end = raw.ptr + raw.len;
	char *out = start + clean;

	while (p < end) {
		p = fold_odd(start, p, end, &out, prose);
		p = copy_clean_run(p, end, &out);
	}
	prose->text = tx_slice(start, (size_t)(out - start));
}

static uint32_t count_words(telex_slice text)
{
	return 1 + (uint32_t)tx_count_byte(text, ' ');
}

/* A text that is clean up to `clean` and not after it. */
static void fold_dirty(telex_slice s, size_t clean, struct tx_arena *arena, struct tx_prose *prose)
{
	char *out = tx_arena_alloc(arena, s.len + TX_BLOCK);

	if (out == NULL) {
		prose->failed = true;
		return;
	}
	memcpy(out, s.ptr, clean);
	fold_into(out, clean, s, prose);
	tx_arena_trim(arena, out, prose->text.len);
	if (prose->text.len > 0)
		prose->words = count_words(prose->text);
}

struct tx_prose tx_prose_fold(telex_slice raw, bool open_hyphen, struct tx_arena *arena)
{
	telex_slice s = tx_trim(raw);
	size_t clean = s.len == 0 ? 0 : (size_t)(clean_run(s) - s.ptr);

	if (s.len > 0 && clean == s.len)
		return (struct tx_prose){
			.text = s, .words = count_words(s), .open_hyphen = open_hyphen};
	struct tx_prose prose = {.text = s, .open_hyphen = open_hyphen};
	if (s.len > 0)
		fold_dirty(s, clean, arena, &prose);
	return prose;
}

static telex_slice trim_lines(telex_slice s)
{
	size_t start = 0;

	for (size_t i = 0; i < s.len && tx_char_is(s.ptr[i], TX_CHAR_BLANK | TX_CHAR_NEWLINE);
	     i++) {
		if (s.ptr[i] == '\n' || s.ptr[i] == '\r')
			start = i + 1;
	}
	s = tx_slice_skip(s, start);
	while (s.len > 0 &&
	       tx_char_is(s.ptr[s.len - 1], TX_CHAR_BLANK | TX_CHAR_NEWLINE | TX_CHAR_CONTROL))
		s.len--;
	return s;
}

struct tx_prose tx_prose_table(telex_slice raw, struct tx_arena *arena)
{
	telex_slice s = trim_lines(raw);
	struct tx_prose prose = {.text = s};
	char *out = tx_arena_alloc(arena, s.len + 1);
	size_t len = 0;

	if (out == NULL) {
		prose.failed = true;
		return prose;
	}
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool pair = c == '\r' && i + 1 < s.len && s.ptr[i + 1] == '\n';
		if (c == '\r' && !pair)
			out[len++] = '\n';
		else if (!tx_char_is(c, TX_CHAR_CONTROL) && c != '\r')
			out[len++] = c;
		else
			prose.had_controls |= c != '\r';
	}
	prose.text = tx_slice(out, len);
	return prose;
}
