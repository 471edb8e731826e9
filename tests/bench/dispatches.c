/* Words change for others of their length that the texts in the same language hold, and the letters
 * inside long ones change places.  An agency's copy packs to a third or two fifths of its bytes
 * (zstd, level 3); so does what is made here, while words in another order alone pack to a tenth.
 */
#include "dispatches.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LANGUAGES_MAX 8
#define TEXT_MAX      ((size_t)1 << 20)
#define WORD_MAX      24  /* bytes */
#define WORDS_MAX     600 /* of one length */
#define WORD_LONG     5
#define BLANKS_BEFORE 3 /* in a line, before the words that change */
#define AGAIN         5 /* a text is given a part of its bytes once more: one in so many */

struct vocabulary {
	char language[2];
	const char *words[WORD_MAX + 1][WORDS_MAX];
	unsigned counts[WORD_MAX + 1];
};

static struct vocabulary vocabularies[LANGUAGES_MAX];

static struct vocabulary *vocabulary_of(const char *language)
{
	struct vocabulary *v = vocabularies;

	while (v->language[0] != '\0' && memcmp(v->language, language, 2) != 0 &&
	       v < vocabularies + LANGUAGES_MAX - 1)
		v++;
	memcpy(v->language, language, 2);
	return v;
}

static int is_small(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static int is_letter(char c)
{
	return is_small(c) || (c >= 'A' && c <= 'Z');
}

static size_t word_len(const char *p, const char *end)
{
	size_t len = 0;

	while (p + len < end && is_letter(p[len]))
		len++;
	return p + len < end && strchr(" ,.", p[len]) != NULL ? len : 0;
}

static void add_words(const struct text *text)
{
	struct vocabulary *v = vocabulary_of(text->language);
	const char *end = text->bytes + text->len;

	for (const char *p = text->bytes + 1; p < end; p++) {
		size_t len = p[-1] == ' ' && is_small(*p) ? word_len(p, end) : 0;
		if (len > 0 && len <= WORD_MAX && v->counts[len] < WORDS_MAX)
			v->words[len][v->counts[len]++] = p;
	}
}

/* Where a paragraph begins after `from`. */
static size_t paragraph_after(const struct text *text, size_t from)
{
	for (size_t at = from; at + 2 < text->len; at++) {
		if (text->bytes[at] == '\n' &&
		    (text->bytes[at + 1] == '\n' || text->bytes[at + 1] == ' '))
			return at + 1;
	}
	return text->len;
}

/* Some paragraphs of the middle once more, for the length of a newsroom's dispatches. */
static void lengthen(struct text *text)
{
	size_t start = paragraph_after(text, text->len * 2 / AGAIN);
	size_t end = paragraph_after(text, text->len * 3 / AGAIN);
	char *middle = text->bytes + start;

	if (start >= end || text->len + (end - start) > TEXT_MAX)
		return;
	memmove(middle + (end - start), middle, text->len - start);
	text->len += end - start;
}

struct text text_read(const char *path)
{
	const char *name = strrchr(path, '/');
	struct text text = {malloc(TEXT_MAX), 0, name == NULL ? path : name + 1};
	FILE *file = fopen(path, "rb");

	if (file == NULL || text.bytes == NULL || strlen(text.language) < 2) {
		fprintf(stderr, "cannot read: %s\n", path);
		exit(2);
	}
	text.len = fread(text.bytes, 1, TEXT_MAX, file);
	fclose(file);
	lengthen(&text);
	add_words(&text);
	return text;
}

static unsigned draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed / 65536U % below;
}

/* The letters inside a word in another order; one with letters beyond ASCII stays. */
static void mix_letters(char *word, size_t len, unsigned *seed)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)word[i] >= 0x80)
			return;
	}
	for (unsigned i = (unsigned)len - 2; i > 1; i--) {
		unsigned other = 1 + draw(seed, i);
		char letter = word[i];
		word[i] = word[other];
		word[other] = letter;
	}
}

static void vary_word(char *word, size_t len, const struct vocabulary *v, unsigned *seed)
{
	if (len <= WORD_MAX && is_small(word[0]) && v->counts[len] > 0)
		memcpy(word, v->words[len][draw(seed, v->counts[len])], len);
	if (len >= WORD_LONG)
		mix_letters(word, len, seed);
}

static void vary_line(char *line, char *end, const struct vocabulary *v, unsigned *seed)
{
	unsigned blanks = 0;

	while (end > line && end[-1] != ' ')
		end--;
	for (char *p = line; p < end; p++) {
		blanks += *p == ' ';
		if (blanks < BLANKS_BEFORE || *p != ' ')
			continue;
		size_t len = word_len(p + 1, end);
		if (len > 0)
			vary_word(p + 1, len, v, seed);
		p += len;
	}
}

void text_vary(struct text *text, const struct text *of, unsigned *seed)
{
	const struct vocabulary *v = vocabulary_of(of->language);
	char *line = text->bytes, *end = line + of->len;

	memcpy(text->bytes, of->bytes, of->len);
	text->len = of->len;
	text->language = of->language;
	for (char *p = line; p < end; p++) {
		if (*p != '\n')
			continue;
		vary_line(line, p, v, seed);
		line = p + 1;
	}
}
