/* A caption ends in its credit: a word for pictures and a colon, or an agency with the photographer
 * after a stop, a bar, a bracket or a slash.  Left out: credits without agency or word ("A.
 * Solano"). */
#include "tokenizer/lines/photo_credit.h"

#include <stdint.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/creditline.h"
#include "tokenizer/words/words.h"

#define CREDIT_MAX 90 /* bytes of a credit */
#define WORDED_MAX 70 /* bytes after a credit's word */

/* Words that begin a credit, after a blank or a bracket. */
static const char *const credit_words[] = {"Foto:",
					   "Fotos:",
					   "FOTO:",
					   "Foto de ",
					   "Fotograf\xc3\xad"
					   "a:",
					   "Photo:",
					   "Photos:",
					   "PHOTO:",
					   "Photo by ",
					   "Photo :",
					   "Bild:",
					   "Bilder:",
					   "Imagen:",
					   "Imagem:",
					   "Image:",
					   "Immagine:",
					   "Picture:",
					   "Cr\xc3\xa9"
					   "dito:",
					   "Cr\xc3\xa9"
					   "ditos:",
					   "Credit:",
					   "Cr\xc3\xa9"
					   "dit:",
					   "Cr\xc3\xa9"
					   "dit photo",
					   "Photo credit",
					   "Cr\xc3\xa9"
					   "dits :",
					   "\xc2\xa9",
					   "(c)",
					   "Reproducci\xc3\xb3n",
					   NULL};

/* Openings of captions. */
static const char *const openings[] = {"FILE PHOTO",
				       "FILE - ",
				       "FILE \xe2\x80\x93 ",
				       "FILE \xe2\x80\x94 ",
				       "FILE: ",
				       "ARCHIV - ",
				       "ARCHIVO - ",
				       "ARCHIVBILD",
				       "Archivbild",
				       "Symbolbild",
				       "Symbolfoto",
				       "Imagen de archivo",
				       "Foto de archivo",
				       "Fotograf\xc3\xad"
				       "a de archivo",
				       "Fotograf\xc3\xad"
				       "a cedida",
				       "Imagen cedida",
				       "Foto: ",
				       "Foto cedida",
				       "Fotomontaje",
				       "Photo d'archives",
				       "Photo d\xe2\x80\x99"
				       "archives",
				       "Photo d'illustration",
				       "Photo d\xe2\x80\x99illustration",
				       "Image d'illustration",
				       "Imagem de arquivo",
				       "Foto de arquivo",
				       "Foto d'archivio",
				       "Foto d\xe2\x80\x99"
				       "archivio",
				       "Foto ilustrativa",
				       "Imagem ilustrativa",
				       "Imagen referencial",
				       "Imagen de referencia",
				       "Photo: ",
				       "Picture: ",
				       "Bild: ",
				       "Photo : ",
				       "Foto/",
				       "VIDEO:",
				       "V\xc3\xad"
				       "deo:",
				       "Video:",
				       NULL};

/* The first letters of a credit's words, and of openings of captions. */
static bool may_open(char c)
{
	return strchr("FPBICRAVS\xc2(", c) != NULL;
}

static bool opens_credit(telex_slice text, size_t at)
{
	if (!may_open(text.ptr[at]) || (at > 0 && strchr(" (['|.", text.ptr[at - 1]) == NULL))
		return false;
	for (const char *const *word = credit_words; *word != NULL; word++) {
		if (tx_slice_opens(tx_slice_skip(text, at), *word))
			return true;
	}
	return false;
}

/* Whether a sentence or a part of the line ends before byte `at`. */
static bool set_off(telex_slice text, size_t at)
{
	uint32_t c;
	telex_slice before = tx_trim(tx_slice_take(text, at));

	if (before.len == 0)
		return true;
	tx_utf8_decode_last(before, &c);
	return c == '.' || c == '!' || c == '?' || c == '|' || c == '-' || c == 0x2013 ||
	       c == 0x2014 || c == 0x201d || c == 0xbb || c == '"' || c == ')' || c == '/';
}

/* What the text from byte `at` on is as a credit. */
static enum tx_photo_rank rank_credit(telex_slice text, size_t at)
{
	struct tx_credit_line credit;
	telex_slice tail = tx_slice_skip(text, at);
	bool bracket = at > 0 && strchr("([", text.ptr[at - 1]) != NULL;

	if (!tx_starts_upper(tail) && !tx_is_alpha(tail.ptr[0]))
		return TX_PHOTO_NONE;
	if (!tx_credit_read(tail, NULL, &credit) ||
	    credit.mark_count + (credit.kind == TX_CREDIT_PHOTO) == 0)
		return TX_PHOTO_NONE;
	bool slash = memchr(tail.ptr, '/', tail.len) != NULL;
	if (slash || (at > 0 && !bracket && set_off(text, at)))
		return TX_PHOTO_SURE;
	return bracket ? TX_PHOTO_LIKELY : TX_PHOTO_NONE;
}

/* Signs that stand before a credit or in it. */
static const uint8_t signs[256] = {
	['/'] = 1, ['('] = 1, ['['] = 1,  ['|'] = 1,  [0xc2] = 1, ['.'] = 2, ['-'] = 2,
	['!'] = 2, ['?'] = 2, [0x93] = 2, [0x94] = 2, [0x9d] = 2, [0xbb] = 2};

/* Most lines have none of them. */
static bool may_end_in_credit(telex_slice tail)
{
	for (size_t i = 0; i + 1 < tail.len; i++) {
		uint8_t sign = signs[(unsigned char)tail.ptr[i]];
		if (sign == 1 || (sign == 2 && tail.ptr[i + 1] == ' ') ||
		    (tail.ptr[i] == ':' && i > 3 && strchr("tsodnemr ", tail.ptr[i - 1]) != NULL))
			return true;
	}
	return false;
}

enum tx_photo_rank tx_photo_caption(telex_slice text, size_t *ret_credit)
{
	telex_slice s = tx_trim(text);
	size_t from = s.len > CREDIT_MAX ? s.len - CREDIT_MAX : 0, found = text.len;
	enum tx_photo_rank rank = TX_PHOTO_NONE;

	for (const char *const *open = openings; s.len > 0 && may_open(s.ptr[0]) && *open != NULL;
	     open++) {
		if (tx_slice_opens(s, *open))
			rank = TX_PHOTO_SURE;
	}
	if (ret_credit != NULL)
		*ret_credit = found;
	if (s.len < 6 || !may_end_in_credit(tx_slice_skip(s, from)))
		return rank;
	for (size_t at = from; at < s.len && found == text.len; at++) {
		bool edge = at == 0 || strchr(" ([|", s.ptr[at - 1]) != NULL;
		if (!edge || s.ptr[at] == ' ')
			continue;
		if (opens_credit(s, at) && s.len - at <= WORDED_MAX)
			rank = TX_PHOTO_SURE;
		else if (rank_credit(s, at) > rank)
			rank = rank_credit(s, at);
		else
			continue;
		found = (size_t)(s.ptr + at - text.ptr);
	}
	if (ret_credit != NULL)
		*ret_credit = found;
	return rank;
}
