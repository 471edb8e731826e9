/* Searching sorted tables of constant strings by halves. */
#include "core/scan.h"

/* Order of a key and a string, as strcmp() would have it. */
static int compare(telex_slice key, const char *text)
{
	size_t i = 0;

	while (i < key.len && text[i] != '\0' && key.ptr[i] == text[i])
		i++;
	return (i < key.len ? (unsigned char)key.ptr[i] : 0) - (unsigned char)text[i];
}

static inline const void *search(const void *rows, size_t count, size_t size, telex_slice key,
				 bool points)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *row = (const char *)rows + middle * size, *text = row;

		if (points)
			memcpy(&text, row, sizeof(text));
		int order = compare(key, text);
		if (order == 0)
			return row;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const void *tx_find_row(const void *rows, size_t count, size_t size, telex_slice key)
{
	return search(rows, count, size, key, true);
}

const void *tx_find_text_row(const void *rows, size_t count, size_t size, telex_slice key)
{
	return search(rows, count, size, key, false);
}
