/* The form of tails.  What makes a paragraph one is a phrase of the table and that all else in it
 * is names: a sentence of the story may hold the phrase ("the faults contributed to this report
 * being late"), but has other words as well. */
#include "tokenizer/foot/tail.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/words/row_index.h"
#include "core/fold.h"
#include "core/utf8.h"

#define TAIL_MAX    700 /* bytes of a tail */
#define PRONOUN_MAX 5   /* bytes of the longest pronoun */
#define FILLER_MAX  14  /* bytes of the longest small word */
#define WORD_MAX    24  /* bytes of a word of the list, folded */

struct phrase {
	telex_slice text; /* without case */
	enum tx_note_kind kind;
};

#define ROW(text, kind) {TX_SLICE(text), (kind)},

static const struct phrase phrases[] = {
#include "tokenizer/foot/tails.def"
};

/* Small words between names, and the names of trades, folded. */
/* By their initial. */
static const char *const fillers[26] = {
	['a' - 'a'] = "a additional adicional adicionales al also and article articolo artigo at "
		      "au aus aux avec",
	['b' - 'a'] = "be bin bureau bureaus by",
	['c' - 'a'] = "can complementaria con correspondent correspondents corresponsal "
		      "corresponsales cronica",
	['d' - 'a'] = "da dal das de del della den depeche der des desde despacho di die do dos du",
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
	['u' - 'a'] = "und unsere unter",
	['v' - 'a'] = "van via video von",
	['w' - 'a'] = "with work writer writers",
	['y' - 'a'] = "y",
};

/* With these a sentence goes on about somebody in the story. */
static const char *const pronouns[] = {"He",        "She",  "They",  "It", "We",   "This", "Who",
				       "\xc3\x89l", "Ella", "Ellos", "Il", "Elle", NULL};

static bool parts_words(char c)
{
	if (tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH))
		return false;
	return c <= ' ' || c == ',' || c == ';' || c == '(' || c == ')' || c == '[' || c == ']' ||
	       c == '|';
}

static bool is_pronoun(telex_slice word)
{
	return word.len <= PRONOUN_MAX && tx_slice_in(word, pronouns);
}

static bool is_address(telex_slice word)
{
	return memchr(word.ptr, '@', word.len) != NULL || memchr(word.ptr, '/', word.len) != NULL ||
	       memchr(word.ptr, '_', word.len) != NULL;
}

static bool is_filler(telex_slice word)
{
	const char *list = tx_is_lower(word.ptr[0]) ? fillers[word.ptr[0] - 'a'] : NULL;

	if (word.len > FILLER_MAX)
		return false;
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
		return !is_pronoun(word);
	if (tx_is_lower(word.ptr[0]) && is_filler(word))
		return true;
	tx_utf8_decode(word, &first);
	if (tx_char_is_upper(first) || !tx_char_is_letter(first) || is_address(word))
		return !is_pronoun(word);
	return has_high(word) && is_folded_filler(word);
}

static const struct phrase *phrase_at(telex_slice s)
{
	struct tx_row_range rows = tx_rows_beginning(&tx_tail_rows, s);

	for (unsigned i = rows.first; i < rows.end; i++) {
		const struct phrase *phrase = &phrases[tx_tail_rows.order[i]];
		if (tx_slice_starts_nocase(s, phrase->text))
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
