/* Dispatches without number from a few: none the same, and as hard to pack as an agency's. */
#ifndef TELEX_BENCH_DISPATCHES_H
#define TELEX_BENCH_DISPATCHES_H

#include <stddef.h>

struct text {
	char *bytes;
	size_t len;
	const char *language; /* the two letters that the file's name begins with */
};

/** A file, its words kept for the other texts in its language.  Exits when it cannot be read. */
struct text text_read(const char *path);

/** `of` with other words in the same places, into `text->bytes`, which has room for it.  A line's
 * ends, where its meaning to telex is, stay. */
void text_vary(struct text *text, const struct text *of, unsigned *seed);

#endif
