/* The form of tails.  What makes a paragraph one is a phrase of the table and that all else in it
 * is names: a sentence of the story may hold the phrase ("the faults contributed to this report
 * being late"), but has other words as well. */
#include "tokenizer/tail.h"

#include "core/ascii.h"
#include "core/fold.h"
#include "core/utf8.h"

#define TAIL_MAX 700 /* bytes of a tail */
#define WORD_MAX 24  /* bytes of a word of the list, folded */

struct phrase {
	telex_slice text; /* without case */
	enum tx_note_kind kind;
};

#define PHRASE(text, kind)                                                                         \
	{                                                                                          \
		{(text), sizeof(text) - 1}, (kind)                                                 \
	}

static const struct phrase phrases[] = {
	PHRASE("reporting by ", TX_NOTE_CREDIT),
	PHRASE("reporting and writing by ", TX_NOTE_CREDIT),
	PHRASE("writing by ", TX_NOTE_CREDIT),
	PHRASE("editing by ", TX_NOTE_CREDIT),
	PHRASE("compiled by ", TX_NOTE_CREDIT),
	PHRASE("graphic by ", TX_NOTE_CREDIT),
	PHRASE("graphics by ", TX_NOTE_CREDIT),
	PHRASE("contributed to this report", TX_NOTE_CREDIT),
	PHRASE("contributed to this story", TX_NOTE_CREDIT),
	PHRASE("contributed reporting", TX_NOTE_CREDIT),
	PHRASE("reported from ", TX_NOTE_CREDIT),
	PHRASE("can be reached ", TX_NOTE_CONTACT),
	PHRASE("his work can be found at ", TX_NOTE_CONTACT),
	PHRASE("her work can be found at ", TX_NOTE_CONTACT),
	PHRASE("their work can be found at ", TX_NOTE_CONTACT),
	PHRASE("is on twitter", TX_NOTE_CONTACT),
	PHRASE("are on twitter", TX_NOTE_CONTACT),
	PHRASE("is at http", TX_NOTE_CONTACT),
	PHRASE("follow him ", TX_NOTE_CONTACT),
	PHRASE("follow her ", TX_NOTE_CONTACT),
	PHRASE("follow them ", TX_NOTE_CONTACT),
	PHRASE("reporte de ", TX_NOTE_CREDIT),
	PHRASE("reporte por ", TX_NOTE_CREDIT),
	PHRASE("reportaje de ", TX_NOTE_CREDIT),
	PHRASE("informaci\xc3\xb3n de ", TX_NOTE_CREDIT),
	PHRASE("editado por ", TX_NOTE_CREDIT),
	PHRASE("editado en espa\xc3\xb1ol por ", TX_NOTE_CREDIT),
	PHRASE("traducido por ", TX_NOTE_CREDIT),
	PHRASE("contribuy\xc3\xb3 a este ", TX_NOTE_CREDIT),
	PHRASE("contribuyeron a este ", TX_NOTE_CREDIT),
	PHRASE("contribuyeron con esta ", TX_NOTE_CREDIT),
	PHRASE("colabor\xc3\xb3 en esta ", TX_NOTE_CREDIT),
	PHRASE("colabor\xc3\xb3 en este ", TX_NOTE_CREDIT),
	PHRASE("colaboraron en esta ", TX_NOTE_CREDIT),
	PHRASE("colaboraron en este ", TX_NOTE_CREDIT),
	PHRASE("report\xc3\xb3 desde ", TX_NOTE_CREDIT),
	PHRASE("inform\xc3\xb3 desde ", TX_NOTE_CREDIT),
	PHRASE("reportagem de ", TX_NOTE_CREDIT),
	PHRASE("edi\xc3\xa7\xc3\xa3o de ", TX_NOTE_CREDIT),
	PHRASE("contribuiu para esta ", TX_NOTE_CREDIT),
	PHRASE("contribu\xc3\xadram para esta ", TX_NOTE_CREDIT),
	PHRASE("contribuiu para este ", TX_NOTE_CREDIT),
	PHRASE("contribu\xc3\xadram para este ", TX_NOTE_CREDIT),
	PHRASE("a contribu\xc3\xa9 \xc3\xa0 cet ", TX_NOTE_CREDIT),
	PHRASE("a contribu\xc3\xa9 \xc3\xa0 ce ", TX_NOTE_CREDIT),
	PHRASE("ont contribu\xc3\xa9 \xc3\xa0 cet ", TX_NOTE_CREDIT),
	PHRASE("ont contribu\xc3\xa9 \xc3\xa0 ce ", TX_NOTE_CREDIT),
	PHRASE("\xc3\xa9"
	       "dit\xc3\xa9 par ",
	       TX_NOTE_CREDIT),
	PHRASE("r\xc3\xa9"
	       "dig\xc3\xa9 par ",
	       TX_NOTE_CREDIT),
	PHRASE("version fran\xc3\xa7"
	       "aise ",
	       TX_NOTE_CREDIT),
	PHRASE("hat zu diesem bericht beigetragen", TX_NOTE_CREDIT),
	PHRASE("haben zu diesem bericht beigetragen", TX_NOTE_CREDIT),
	PHRASE("bericht von ", TX_NOTE_CREDIT),
	PHRASE("geschrieben von ", TX_NOTE_CREDIT),
	PHRASE("redigiert von ", TX_NOTE_CREDIT),
	PHRASE("ha contribuito a questo ", TX_NOTE_CREDIT),
	PHRASE("hanno contribuito a questo ", TX_NOTE_CREDIT),
	PHRASE("tradotto da ", TX_NOTE_CREDIT),
};

/* Small words between names, and the names of trades, folded. */
static const char *const fillers[] = {"in",
				      "at",
				      "on",
				      "by",
				      "from",
				      "to",
				      "for",
				      "the",
				      "of",
				      "with",
				      "and",
				      "or",
				      "also",
				      "additional",
				      "further",
				      "writer",
				      "writers",
				      "reporter",
				      "reporters",
				      "journalist",
				      "journalists",
				      "correspondent",
				      "correspondents",
				      "producer",
				      "producers",
				      "photographer",
				      "photographers",
				      "editor",
				      "editors",
				      "newsroom",
				      "bureau",
				      "bureaus",
				      "staff",
				      "researcher",
				      "y",
				      "e",
				      "en",
				      "de",
				      "del",
				      "la",
				      "las",
				      "los",
				      "el",
				      "desde",
				      "con",
				      "por",
				      "a",
				      "para",
				      "periodista",
				      "periodistas",
				      "redactor",
				      "redactora",
				      "reportero",
				      "reportera",
				      "corresponsal",
				      "corresponsales",
				      "despacho",
				      "nota",
				      "reporte",
				      "reportaje",
				      "informe",
				      "informacion",
				      "cronica",
				      "reportagem",
				      "reporter",
				      "jornalista",
				      "jornalistas",
				      "materia",
				      "da",
				      "do",
				      "das",
				      "dos",
				      "em",
				      "et",
				      "a",
				      "au",
				      "aux",
				      "le",
				      "les",
				      "des",
				      "du",
				      "pour",
				      "avec",
				      "article",
				      "reportage",
				      "depeche",
				      "texte",
				      "par",
				      "und",
				      "von",
				      "aus",
				      "fur",
				      "di",
				      "della",
				      "dal",
				      "articolo",
				      "artigo",
				      "servizio",
				      "servicio",
				      "van",
				      "der",
				      "den",
				      "bin",
				      "al",
				      "work",
				      "his",
				      "her",
				      "their",
				      "can",
				      "be",
				      "found",
				      "via",
				      "email",
				      "e-mail",
				      "video",
				      "adicional",
				      "adicionales",
				      "complementaria",
				      NULL};

/* With these a sentence goes on about somebody in the story. */
static const char *const pronouns[] = {"He",        "She",  "They",  "It", "We",   "This", "Who",
				       "\xc3\x89l", "Ella", "Ellos", "Il", "Elle", NULL};

static bool parts_words(char c)
{
	return strchr(" ,;()[]|\n\r\t", c) != NULL;
}

static bool is_address(telex_slice word)
{
	return memchr(word.ptr, '@', word.len) != NULL || memchr(word.ptr, '/', word.len) != NULL ||
	       memchr(word.ptr, '_', word.len) != NULL;
}

/* A name, an address, a number, or a word that may be among names. */
static bool is_roll_word(telex_slice word)
{
	char folded[WORD_MAX];
	uint32_t first;

	while (word.len > 0 && strchr(".:\"'", word.ptr[word.len - 1]) != NULL)
		word.len--;
	if (word.len == 0)
		return true;
	if (tx_slice_in(word, pronouns))
		return false;
	tx_utf8_decode(word, &first);
	if (tx_char_is_upper(first) || !tx_char_is_letter(first) || is_address(word))
		return true;
	size_t len = tx_fold(word, folded, sizeof(folded));
	return len > 0 && tx_slice_in(tx_slice(folded, len), fillers);
}

static const struct phrase *phrase_at(telex_slice s)
{
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (tx_slice_starts_nocase(s, phrases[i].text))
			return &phrases[i];
	}
	return NULL;
}

enum tx_note_kind tx_tail_of(telex_slice paragraph)
{
	enum tx_note_kind kind = TX_NOTE_NONE;

	if (paragraph.len > TAIL_MAX)
		return TX_NOTE_NONE;
	for (telex_slice rest = paragraph; rest.len > 0;) {
		if (parts_words(rest.ptr[0])) {
			rest = tx_slice_skip(rest, 1);
			continue;
		}
		const struct phrase *phrase = phrase_at(rest);
		if (phrase != NULL) {
			kind = kind == TX_NOTE_NONE ? phrase->kind : kind;
			rest = tx_slice_skip(rest, phrase->text.len);
			continue;
		}
		size_t len = 0;
		while (len < rest.len && !parts_words(rest.ptr[len]))
			len++;
		if (!is_roll_word(tx_slice_take(rest, len)))
			return TX_NOTE_NONE;
		rest = tx_slice_skip(rest, len);
	}
	return kind;
}
