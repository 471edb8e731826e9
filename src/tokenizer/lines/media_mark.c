/* What announces pictures, film or sound: brackets in which every word is one of a short list, in
 * the languages of the wires, accents and case aside.  A caption, or a credit in such brackets, has
 * other words too and is no mark. */
#include "tokenizer/lines/media_mark.h"

#include "core/ascii.h"
#include "core/fold.h"

#define WORD_MAX 24 /* bytes of the longest word, folded */
#define MARK_MAX 80 /* bytes of one mark in brackets */

static const char *const media[] = {
	"foto",          "fotos",        "fotografia",   "fotografias", "fotografies",
	"fotografie",    "fotogaleria",  "fotonoticia",  "video",       "videos",
	"audio",         "audios",       "infografia",   "infografias", "infografies",
	"infografico",   "infograficos", "grafico",      "graficos",    "grafica",
	"grafik",        "grafiken",     "photo",        "photos",      "photographie",
	"photographies", "pix",          "tv",           "image",       "images",
	"imagen",        "imagenes",     "imagem",       "imagens",     "imatge",
	"imatges",       "imaxe",        "imaxes",       "immagini",    "bild",
	"bilder",        "infographic",  "infographics", "infographie", "infographies",
	"infografica",   "graphic",      "graphics",     "croquis",     "mapa",
	"map",           "carte",        "son",          "sonido",      "argazkia",
	"argazkiak",     "bideoa",       "bideo",        NULL};
static const char *const fillers[] = {
	"con",       "com",        "c",           "with",  "avec", "mit",        "amb",
	"e",         "y",          "and",         "et",    "und",  "i",          "eta",
	"de",        "d",          "la",          "las",   "el",   "los",        "archivo",
	"arquivo",   "archives",   "archive",     "arxiu", "file", "disponible", "disponibles",
	"available", "disponivel", "disponiveis", NULL};

static bool parts_words(char c)
{
	return strchr(" ,+/&;.-'", c) != NULL;
}

/* Whether every word of `s` is of the lists, one at least of the first. */
static bool all_known(telex_slice s)
{
	char folded[WORD_MAX];
	bool found = false;

	for (size_t i = 0, start = 0; i <= s.len; i++) {
		if (i < s.len && !parts_words(s.ptr[i]))
			continue;
		telex_slice word = tx_slice(s.ptr + start, i - start);
		start = i + 1;
		if (word.len == 0)
			continue;
		size_t len = tx_fold(word, folded, sizeof(folded));
		bool is_media = tx_slice_in(tx_slice(folded, len), media);
		if (len == 0 || (!is_media && !tx_slice_in(tx_slice(folded, len), fillers)))
			return false;
		found |= is_media;
	}
	return found;
}

/* Where the mark that ends `s` opens, or s.len: none. */
static size_t last_mark(telex_slice s)
{
	char close = s.len > 2 ? s.ptr[s.len - 1] : ' ';
	char open = close == ')' ? '(' : '[';
	size_t at = s.len;

	if (close != ')' && close != ']')
		return s.len;
	while (at > 0 && s.ptr[at - 1] != open && s.len - at < MARK_MAX)
		at--;
	if (at == 0 || s.ptr[at - 1] != open || !all_known(tx_slice(s.ptr + at, s.len - at - 1)))
		return s.len;
	return at - 1;
}

size_t tx_media_mark_tail(telex_slice s)
{
	size_t start = s.len;

	for (telex_slice rest = s; rest.len > 0;) {
		size_t at = last_mark(rest);
		if (at == rest.len)
			break;
		start = at;
		rest = tx_slice_take(rest, at);
		while (rest.len > 0 && strchr(" ,/+-", rest.ptr[rest.len - 1]) != NULL)
			rest.len--;
	}
	return s.len - start;
}

bool tx_media_mark(telex_slice s)
{
	return s.len > 0 && tx_media_mark_tail(s) == s.len;
}
