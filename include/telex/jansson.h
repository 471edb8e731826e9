/* A record as an object of the jansson library (https://github.com/akheron/jansson), 2.13 or later,
 * which the program that includes this header must link. */
#ifndef TELEX_JANSSON_H
#define TELEX_JANSSON_H

#include <jansson.h>

#include <telex/telex.h>

/** The record as a jansson object: what telex_record_write() writes with these flags.
 * \param[in] flags  TELEX_WRITE_SPANS, TELEX_WRITE_HASH, or TELEX_WRITE_DEFAULT.
 * \return A new reference, own, release with json_decref(); NULL when memory is short.  jansson 2.14
 * and earlier lose a byte of a string without an error when memory ends within it; a program that
 * must go on after that gives jansson functions by json_set_alloc_funcs(). */
static inline json_t *telex_record_json(const telex_record *record, telex_write_flags flags)
{
	telex_slice text;

	if (telex_record_write(record, TELEX_TO_RECORD, flags, &text, NULL) != TELEX_OK)
		return NULL;
	return json_loadb(text.ptr, text.len, JSON_ALLOW_NUL, NULL);
}

#endif
