/* Openings of such lines in es ca pt fr it en de: one of the table, and then a colon, a bar or
 * nothing.  Left out: offers without a sign after these words. */
#include "tokenizer/words/related_words.h"

#include "core/fold.h"
#include "core/scan.h"

#define OFFER_MAX 160 /* bytes of such a paragraph */
#define OPENING   40  /* bytes that hold the longest opening and what is after it */
#define KEY_MAX   64

/* Folded. */
static const telex_slice openings[] = {
	TX_SLICE("a lire aussi"),
	TX_SLICE("also read"),
	TX_SLICE("articulos relacionados"),
	TX_SLICE("le puede interesar"),
	TX_SLICE("lea mas"),
	TX_SLICE("lea tambien"),
	TX_SLICE("lee mas"),
	TX_SLICE("lee tambien"),
	TX_SLICE("leer mas acerca de"),
	TX_SLICE("leggi anche"),
	TX_SLICE("leia mais"),
	TX_SLICE("leia tambem"),
	TX_SLICE("lesen sie auch"),
	TX_SLICE("lire aussi"),
	TX_SLICE("llegiu tambe"),
	TX_SLICE("mas noticias"),
	TX_SLICE("mehr zum thema"),
	TX_SLICE("notas relacionadas"),
	TX_SLICE("noticia relacionada"),
	TX_SLICE("noticias relacionadas"),
	TX_SLICE("read also"),
	TX_SLICE("read more"),
	TX_SLICE("saiba mais"),
	TX_SLICE("sigue leyendo"),
	TX_SLICE("sur le meme sujet"),
	TX_SLICE("tambien te puede interesar"),
	TX_SLICE("te puede interesar"),
	TX_SLICE("te recomendamos"),
	TX_SLICE("vea tambien"),
	TX_SLICE("vedi anche"),
	TX_SLICE("veja tambem"),
	TX_SLICE("ver tambien"),
	TX_SLICE("voir aussi"),
};

static bool has_sign(telex_slice s)
{
	return memchr(s.ptr, ':', s.len) != NULL || memchr(s.ptr, '|', s.len) != NULL ||
	       memchr(s.ptr, '>', s.len) != NULL;
}

bool tx_related_opens(telex_slice paragraph, bool *ret_alone)
{
	char folded[KEY_MAX];

	*ret_alone = false;
	if (paragraph.len < 6 || paragraph.len > OFFER_MAX)
		return false;
	if (paragraph.len > OPENING && !has_sign(tx_slice_take(paragraph, OPENING)))
		return false;
	size_t take = paragraph.len < OPENING ? paragraph.len : OPENING;
	while (take < paragraph.len && ((unsigned char)paragraph.ptr[take] & 0xc0) == 0x80)
		take--;
	telex_slice key =
		tx_slice(folded, tx_fold(tx_slice_take(paragraph, take), folded, KEY_MAX));
	for (size_t i = 0; i < TX_COUNT(openings); i++) {
		if (key.ptr[0] != openings[i].ptr[0] || !tx_slice_starts(key, openings[i]))
			continue;
		telex_slice rest = tx_trim(tx_slice_skip(key, openings[i].len));
		bool sign = rest.len > 0 && strchr(":|>", rest.ptr[0]) != NULL;
		*ret_alone = rest.len == 0 || (sign && tx_trim(rest).len == 1);
		if (sign || rest.len == 0)
			return true;
	}
	return false;
}
