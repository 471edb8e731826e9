/* Copyright notices at the foot, as a paragraph or after the last sentence.  A notice is a sign of
 * the list and, soon after it, a year or a name; the word "copyright" within a sentence is no
 * notice.
 */
#include "tokenizer/foot/copyright.h"

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"

#define OWNER_MAX 90  /* bytes of a notice in which its owner is named */
#define GLUED_MAX 420 /* bytes of a notice after a sentence, with what it forbids */

static const char *const signs[] = {"(c) Copyright",
				    "(C) Copyright",
				    "Copyright (c)",
				    "Copyright (C)",
				    "Copyright \xc2\xa9",
				    "\xc2\xa9 Copyright",
				    "COPYRIGHT (C)",
				    "COPYRIGHT \xc2\xa9",
				    "(\xc2\xa9",
				    "Derechos de autor \xc2\xa9",
				    "Derechos reservados \xc2\xa9",
				    "Direitos autorais \xc2\xa9",
				    "Direitos reservados \xc2\xa9",
				    "Droits r\xc3\xa9serv\xc3\xa9s \xc2\xa9",
				    "(c)",
				    "(C)",
				    "\xc2\xa9",
				    "Copyright",
				    "COPYRIGHT",
				    NULL};

/* Notices by themselves. */
static const char *const wholes[] = {"RIPRODUZIONE RISERVATA",
				     "Riproduzione riservata",
				     "Todos los derechos reservados",
				     "Todos os direitos reservados",
				     "Tous droits r\xc3\xa9serv\xc3\xa9s",
				     "Alle Rechte vorbehalten",
				     "All rights reserved",
				     NULL};

static size_t sign_len(telex_slice s)
{
	for (const char *const *sign = signs; *sign != NULL; sign++) {
		if (tx_slice_opens(s, *sign))
			return strlen(*sign);
	}
	return 0;
}

static bool is_year(telex_slice s)
{
	return s.len >= 4 && (s.ptr[0] == '1' || s.ptr[0] == '2') && tx_is_digit(s.ptr[1]) &&
	       tx_is_digit(s.ptr[2]) && tx_is_digit(s.ptr[3]) &&
	       (s.len == 4 || !tx_is_digit(s.ptr[4]));
}

bool tx_copyright_opens(telex_slice s)
{
	uint32_t first;

	/* What signs and notices begin with. */
	if (s.len == 0 || strchr("(C\xc2RTAD", s.ptr[0]) == NULL)
		return false;
	size_t len = sign_len(s);
	telex_slice rest = tx_slice_skip(s, len);
	for (const char *const *whole = wholes; len == 0 && *whole != NULL; whole++) {
		if (tx_slice_opens(s, *whole))
			return true;
	}
	if (len == 0)
		return false;
	while (rest.len > 0 && strchr(" ,:-", rest.ptr[0]) != NULL)
		rest = tx_slice_skip(rest, 1);
	if (rest.len < 2)
		return false;
	/* "Copyright law …" is a sentence, "(c) an option" the third point of a list. */
	tx_utf8_decode(rest, &first);
	return is_year(rest) || tx_char_is_upper(first) ||
	       tx_sign_at(rest, TX_SIGN_BRACKETS, &len) != NULL;
}

static bool starts_word(telex_slice s, size_t at)
{
	return at == 0 || !tx_char_is(s.ptr[at - 1], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);
}

const struct tx_profile *tx_copyright_owner(telex_slice notice, size_t *ret_len)
{
	telex_slice s = tx_slice_take(notice, OWNER_MAX);

	for (size_t at = 0; at < s.len; at++) {
		if (!tx_is_alpha(s.ptr[at]) || !starts_word(s, at))
			continue;
		const struct tx_profile *profile =
			tx_sign_at(tx_slice_skip(s, at), TX_SIGN_BRACKETS, ret_len);
		if (profile != NULL)
			return profile;
	}
	return NULL;
}

static bool closes(telex_slice s)
{
	while (s.len > 0 && s.ptr[s.len - 1] == ' ')
		s.len--;
	if (s.len == 0)
		return false;
	return strchr(".!?\")'", s.ptr[s.len - 1]) != NULL ||
	       tx_slice_ends(s, TX_LIT("\xe2\x80\x9d")) || tx_slice_ends(s, TX_LIT("\xc2\xbb"));
}

/* Whether the notice `s` is one by what it says: an agency owns it, or a year follows its sign. */
static bool is_owned(telex_slice s)
{
	size_t len;

	return tx_copyright_opens(s) && (is_year(tx_trim(tx_slice_skip(s, sign_len(s)))) ||
					 tx_copyright_owner(s, &len) != NULL);
}

size_t tx_copyright_glued(telex_slice s)
{
	static const char initials[][5] = {"(cC\xc2", "CoO",
					   "\xc2\xa9"}; /* and what follows them */
	size_t from = s.len > GLUED_MAX ? s.len - GLUED_MAX : 1;

	for (size_t i = 0; i < TX_COUNT(initials) && from < s.len; i++) {
		const char *p = s.ptr + from, *end = s.ptr + s.len - 1;
		for (; (p = memchr(p, initials[i][0], (size_t)(end - p))) != NULL; p++) {
			size_t at = (size_t)(p - s.ptr);
			if (strchr(initials[i] + 1, p[1]) != NULL &&
			    sign_len(tx_slice_skip(s, at)) > 0 && closes(tx_slice_take(s, at)) &&
			    is_owned(tx_slice_skip(s, at)))
				return at;
		}
	}
	return s.len;
}
