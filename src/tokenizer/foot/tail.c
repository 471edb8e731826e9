/* The form of tails.  What makes a paragraph one is a phrase of the table and that all else in it
 * is names: a sentence of the story may hold the phrase ("the faults contributed to this report
 * being late"), but has other words as well. */
#include "tokenizer/foot/tail.h"

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

static const struct phrase on_a[] = {
	PHRASE("are on twitter", TX_NOTE_CONTACT),
	PHRASE("a contribu\xc3\xa9 \xc3\xa0 cet ", TX_NOTE_CREDIT),
	PHRASE("a contribu\xc3\xa9 \xc3\xa0 ce ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_b[] = {
	PHRASE("bei r\xc3\xbc"
	       "ckfragen wenden sie sich bitte an ",
	       TX_NOTE_CREDIT),
	PHRASE("bei r\xc3\xbc"
	       "ckfragen wenden sie sich an ",
	       TX_NOTE_CREDIT),
	PHRASE("bericht von ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_c[] = {
	PHRASE("compiled by ", TX_NOTE_CREDIT),
	PHRASE("contributed to this report", TX_NOTE_CREDIT),
	PHRASE("contributed to this story", TX_NOTE_CREDIT),
	PHRASE("contributed reporting", TX_NOTE_CREDIT),
	PHRASE("can be reached ", TX_NOTE_CONTACT),
	PHRASE("contribuy\xc3\xb3 a este ", TX_NOTE_CREDIT),
	PHRASE("contribuyeron a este ", TX_NOTE_CREDIT),
	PHRASE("contribuyeron con esta ", TX_NOTE_CREDIT),
	PHRASE("colabor\xc3\xb3 en esta ", TX_NOTE_CREDIT),
	PHRASE("colabor\xc3\xb3 en este ", TX_NOTE_CREDIT),
	PHRASE("colaboraron en esta ", TX_NOTE_CREDIT),
	PHRASE("colaboraron en este ", TX_NOTE_CREDIT),
	PHRASE("contribuiu para esta ", TX_NOTE_CREDIT),
	PHRASE("contribu\xc3\xadram para esta ", TX_NOTE_CREDIT),
	PHRASE("contribuiu para este ", TX_NOTE_CREDIT),
	PHRASE("contribu\xc3\xadram para este ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_c3[] = {
	PHRASE("\xc3\xa9"
	       "dit\xc3\xa9 par ",
	       TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_e[] = {
	PHRASE("editing by ", TX_NOTE_CREDIT),
	PHRASE("editado por ", TX_NOTE_CREDIT),
	PHRASE("editado en espa\xc3\xb1ol por ", TX_NOTE_CREDIT),
	PHRASE("edi\xc3\xa7\xc3\xa3o de ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_f[] = {
	PHRASE("follow him ", TX_NOTE_CONTACT),
	PHRASE("follow her ", TX_NOTE_CONTACT),
	PHRASE("follow them ", TX_NOTE_CONTACT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_g[] = {
	PHRASE("graphic by ", TX_NOTE_CREDIT),
	PHRASE("graphics by ", TX_NOTE_CREDIT),
	PHRASE("geschrieben von ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_h[] = {
	PHRASE("his work can be found at ", TX_NOTE_CONTACT),
	PHRASE("her work can be found at ", TX_NOTE_CONTACT),
	PHRASE("hat zu diesem bericht beigetragen", TX_NOTE_CREDIT),
	PHRASE("haben zu diesem bericht beigetragen", TX_NOTE_CREDIT),
	PHRASE("ha contribuito a questo ", TX_NOTE_CREDIT),
	PHRASE("hanno contribuito a questo ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_i[] = {
	PHRASE("is on twitter", TX_NOTE_CONTACT),
	PHRASE("is at http", TX_NOTE_CONTACT),
	PHRASE("informaci\xc3\xb3n de ", TX_NOTE_CREDIT),
	PHRASE("inform\xc3\xb3 desde ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_o[] = {
	PHRASE("ont contribu\xc3\xa9 \xc3\xa0 cet ", TX_NOTE_CREDIT),
	PHRASE("ont contribu\xc3\xa9 \xc3\xa0 ce ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_r[] = {
	PHRASE("reporting by ", TX_NOTE_CREDIT),
	PHRASE("reporting and writing by ", TX_NOTE_CREDIT),
	PHRASE("reported from ", TX_NOTE_CREDIT),
	PHRASE("reporte de ", TX_NOTE_CREDIT),
	PHRASE("reporte por ", TX_NOTE_CREDIT),
	PHRASE("reportaje de ", TX_NOTE_CREDIT),
	PHRASE("report\xc3\xb3 desde ", TX_NOTE_CREDIT),
	PHRASE("reportagem de ", TX_NOTE_CREDIT),
	PHRASE("r\xc3\xa9"
	       "dig\xc3\xa9 par ",
	       TX_NOTE_CREDIT),
	PHRASE("redigiert von ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_t[] = {
	PHRASE("their work can be found at ", TX_NOTE_CONTACT),
	PHRASE("traducido por ", TX_NOTE_CREDIT),
	PHRASE("tradotto da ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_v[] = {
	PHRASE("version fran\xc3\xa7"
	       "aise ",
	       TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};
static const struct phrase on_w[] = {
	PHRASE("writing by ", TX_NOTE_CREDIT),
	PHRASE("", TX_NOTE_NONE),
};

/* By the first byte, in small letters. */
static const struct phrase *const phrases[256] = {
	['a'] = on_a, ['b'] = on_b, ['c'] = on_c, [0xc3] = on_c3, ['e'] = on_e,
	['f'] = on_f, ['g'] = on_g, ['h'] = on_h, ['i'] = on_i,   ['o'] = on_o,
	['r'] = on_r, ['t'] = on_t, ['v'] = on_v, ['w'] = on_w,
};

/* Small words between names, and the names of trades, folded. */
/* By their initial. */
static const char *const fillers[26] = {
	['a' - 'a'] = "a additional adicional adicionales al also and article articolo artigo at "
		      "au aus aux avec",
	['b' - 'a'] = "be bin bureau bureaus by",
	['c' - 'a'] = "can complementaria con correspondent correspondents corresponsal "
		      "corresponsales cronica",
	['d' - 'a'] = "da dal das de del della den depeche der des desde despacho di do dos du",
	['e' - 'a'] = "editing e e-mail editor editors el em email en et",
	['f' - 'a'] = "for found from fur further",
	['h' - 'a'] = "her his",
	['i' - 'a'] = "in informacion informe",
	['j' - 'a'] = "jornalista jornalistas journalist journalists",
	['l' - 'a'] = "la las le les los",
	['m' - 'a'] = "materia",
	['n' - 'a'] = "newsroom nota",
	['o' - 'a'] = "of on or",
	['p' - 'a'] = "par para periodista periodistas photographer photographers por pour "
		      "producer producers",
	['r' - 'a'] =
		"redazione redactor redactora reportage reportagem reportaje reporte reporter "
		"reportera reportero reporters researcher",
	['s' - 'a'] = "servicio servizio staff",
	['t' - 'a'] = "texte the their to",
	['u' - 'a'] = "und",
	['v' - 'a'] = "van via video von",
	['w' - 'a'] = "with work writer writers",
	['y' - 'a'] = "y",
};

/* With these a sentence goes on about somebody in the story. */
static const char *const pronouns[] = {"He",        "She",  "They",  "It", "We",   "This", "Who",
				       "\xc3\x89l", "Ella", "Ellos", "Il", "Elle", NULL};

static bool parts_words(char c)
{
	return c <= ' ' ? c >= 0
			: c == ',' || c == ';' || c == '(' || c == ')' || c == '[' || c == ']' ||
				  c == '|';
}

static bool is_address(telex_slice word)
{
	return memchr(word.ptr, '@', word.len) != NULL || memchr(word.ptr, '/', word.len) != NULL ||
	       memchr(word.ptr, '_', word.len) != NULL;
}

static bool is_filler(telex_slice word)
{
	const char *list = tx_is_lower(word.ptr[0]) ? fillers[word.ptr[0] - 'a'] : NULL;

	for (const char *p = list; p != NULL && *p != '\0';) {
		size_t len = 0;
		while (len < word.len && p[len] == word.ptr[len])
			len++;
		if (len == word.len && (p[len] == ' ' || p[len] == '\0'))
			return true;
		p = strchr(p, ' ');
		p = p == NULL ? NULL : p + 1;
	}
	return false;
}

static bool has_high(telex_slice word)
{
	unsigned classes = 0;

	for (size_t i = 0; i < word.len; i++)
		classes |= tx_char_classes[(unsigned char)word.ptr[i]];
	return (classes & TX_CHAR_HIGH) != 0;
}

static bool is_folded_filler(telex_slice word)
{
	char folded[WORD_MAX];
	size_t len = tx_fold(word, folded, sizeof(folded));

	return len > 0 && is_filler(tx_slice(folded, len));
}

/* A name, an address, a number, or a word that may be among names. */
static bool is_roll_word(telex_slice word)
{
	uint32_t first;

	while (word.len > 0 && strchr(".:\"'", word.ptr[word.len - 1]) != NULL)
		word.len--;
	if (word.len == 0 || tx_is_upper(word.ptr[0]))
		return !tx_slice_in(word, pronouns);
	if (tx_is_lower(word.ptr[0]) && is_filler(word))
		return true;
	tx_utf8_decode(word, &first);
	if (tx_char_is_upper(first) || !tx_char_is_letter(first) || is_address(word))
		return !tx_slice_in(word, pronouns);
	return has_high(word) && is_folded_filler(word);
}

static const struct phrase *phrase_at(telex_slice s)
{
	const struct phrase *phrase = phrases[(unsigned char)tx_lower(s.ptr[0])];

	for (; phrase != NULL && phrase->text.len > 0; phrase++) {
		if (tx_lower(s.ptr[1 < s.len]) == phrase->text.ptr[1] &&
		    tx_slice_starts_nocase(s, phrase->text))
			return phrase;
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
