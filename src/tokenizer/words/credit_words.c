/* Tables of the words of credit lines in es ca gl pt en fr de it.  Agencies come from the profiles.
 */
#include "tokenizer/words/credit_words.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "core/fold.h"
#include "tokenizer/words/words.h"

#define KEY_MAX   64
#define SMALL_MAX 4 /* letters of conjunctions and of agencies in small letters */
#define WORD      (TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH)

/* Words around an agency's name, folded. */
static const char *const around[] = {"the",
				     "la",
				     "da",
				     "de",
				     "do",
				     "del",
				     "della",
				     "der",
				     "die",
				     "of",
				     "for",
				     "from",
				     "agencia",
				     "agence",
				     "agentur",
				     "agenzia",
				     "agency",
				     "news",
				     "wire",
				     "service",
				     "services",
				     "staff",
				     "redaccion",
				     "redazione",
				     "redaction",
				     "redaktion",
				     "redacao",
				     "newsroom",
				     "correspondents",
				     "correspondent",
				     "reporters",
				     "writers",
				     "reporter",
				     "team",
				     "desk",
				     "noticias",
				     "prensa",
				     "presse",
				     "press",
				     "servicio",
				     "digital",
				     "com",
				     "con",
				     "avec",
				     "mit",
				     "with",
				     NULL};

/* Words of desks; a part of nothing else is one. */
static const char *const desks[] = {
	"redaccion",     "redazione", "redaction",     "redaktion",      "redacao",   "newsroom",
	"agencias",      "agencies",  "agences",       "agenturen",      "agenzie",   "agencies",
	"agentur",       "agencia",   "staff",         "wire",           "wires",     "reports",
	"report",        "services",  "service",       "correspondents", "reporters", "writers",
	"correspondent", "reporter",  "desk",          "editors",        "digital",   "online",
	"web",           "news",      "agence",        "agenzia",        "teletipos", "wsj",
	"bbc",           "our",       "central",       "internacional",  "nacional",  "deportes",
	"economia",      "sports",    "international", "special",        NULL};

/* Among them those that need another to be a desk. */
static const char *const loose[] = {"wire",     "wires",   "reports",       "report",   "services",
				    "service",  "digital", "online",        "web",      "news",
				    "our",      "central", "internacional", "nacional", "deportes",
				    "economia", "sports",  "international", "special",  "agencia",
				    "agence",   "agenzia", "agentur",       NULL};

static const char *const joins[] = {"and", "y",  "e",  "et",    "und",   "de", "the",
				    "a",   "da", "do", "della", "dalla", NULL};

/* Words that open a source, with what follows them; folded, the longer ones first. */
static const char *const sources[] = {"con informacion de la agencia ",
				      "con informacion de las agencias ",
				      "con informacion de ",
				      "con informaciones de ",
				      "con datos de ",
				      "con reportes de ",
				      "con reporte de ",
				      "con despachos de ",
				      "con notas de ",
				      "con textos de ",
				      "informacion de ",
				      "con ",
				      "fuentes",
				      "fuente",
				      "credito",
				      "creditos",
				      "agencias:",
				      "agencia:",
				      "texto:",
				      "tomado de ",
				      "via ",
				      "com informacoes da agencia ",
				      "com informacoes das agencias ",
				      "com informacoes da ",
				      "com informacoes de ",
				      "com informacoes do ",
				      "com informacoes das ",
				      "com agencia ",
				      "com ",
				      "fontes",
				      "fonte",
				      "fonti",
				      "con informazioni da ",
				      "con informazioni di ",
				      "avec les agences ",
				      "avec l'",
				      "avec ",
				      "sources",
				      "source",
				      "credits",
				      "credit",
				      "agences:",
				      "mit material von ",
				      "mit material der ",
				      "mit informationen von ",
				      "mit agenturmaterial von ",
				      "mit agenturmaterial",
				      "mit ",
				      "quellen",
				      "quelle",
				      "with information from ",
				      "with files from ",
				      "with reporting by ",
				      "with reporting from ",
				      "with reports from ",
				      "with additional reporting by ",
				      "with inputs from ",
				      "with agency inputs",
				      "with ",
				      "amb informacio de ",
				      "amb informacio d'",
				      "font",
				      NULL};

static telex_slice fold(telex_slice s, char out[KEY_MAX])
{
	return s.len < KEY_MAX ? tx_slice(out, tx_fold(s, out, KEY_MAX)) : tx_slice(out, 0);
}

/* "EFE*" takes "EFEverde", and not the headline "Efervescencia". */
static bool is_brand(telex_slice part, telex_slice sign)
{
	sign.len--;
	if (!tx_slice_starts(part, sign))
		return false;
	char next = part.len > sign.len ? part.ptr[sign.len] : ' ';
	return next != ' ' && !tx_is_upper(next);
}

/* Whether the agency writes itself like that: as its sign is spelt, or with a capital. */
static bool is_spelt(telex_slice part, const struct tx_profile *profile, enum tx_sign_kind kind)
{
	for (const char *const *sign = profile->signs[kind]; sign != NULL && *sign != NULL;
	     sign++) {
		telex_slice text = tx_slice_of(*sign);
		bool star = text.len > 1 && text.ptr[text.len - 1] == '*';
		if (star ? is_brand(part, text)
			 : tx_slice_eq(part, text) ||
				    (tx_slice_eq_nocase(part, text) && tx_starts_upper(part)))
			return true;
	}
	return false;
}

static const struct tx_profile *named_agency(telex_slice part)
{
	static const enum tx_sign_kind kinds[] = {TX_SIGN_BRACKETS, TX_SIGN_BYLINE,
						  TX_SIGN_END_MARK, TX_SIGN_SLASHES};

	for (size_t i = 0; i < TX_COUNT(kinds); i++) {
		const struct tx_profile *profile = tx_sign_find(part, kinds[i]);
		if (profile != NULL && is_spelt(part, profile, kinds[i]))
			return profile;
	}
	if (!tx_starts_upper(part) || !tx_is_agency(part))
		return NULL;
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		if (tx_slice_eq_nocase(part, tx_slice_of((*p)->name)))
			return *p;
	}
	return NULL;
}

static bool is_pictures(telex_slice word)
{
	static const char *const pictures[] = {"Photo", "Photos", "PHOTO", "Foto",
					       "Fotos", "FOTO",   NULL};

	return tx_slice_in(word, pictures);
}

static bool is_around(telex_slice word)
{
	char key[KEY_MAX];

	return tx_slice_in(fold(word, key), around);
}

static telex_slice last_word(telex_slice s)
{
	size_t start = s.len;

	while (start > 0 && s.ptr[start - 1] != ' ')
		start--;
	return tx_slice_skip(s, start);
}

#define PAIR(c) (UINT32_C(1) << ((c) - 'a'))

/* The second letters of what opens a desk, for each first letter. */
static const uint32_t desk_pairs[26] = {
	['a' - 'a'] = PAIR('g'), ['b' - 'a'] = PAIR('b'),
	['c' - 'a'] = PAIR('o'), ['d' - 'a'] = PAIR('e'),
	['e' - 'a'] = PAIR('d'), ['n' - 'a'] = PAIR('e'),
	['r' - 'a'] = PAIR('e'), ['s' - 'a'] = PAIR('t'),
	['t' - 'a'] = PAIR('e'), ['w' - 'a'] = PAIR('r') | PAIR('s'),
};

/* Openings of desks, in small letters; the shortest of two forms. */
static bool opens_desk(telex_slice word)
{
	static const telex_slice openings[] = {
		TX_SLICE("redac"),     TX_SLICE("reda\xc3\xa7"), TX_SLICE("redak"),
		TX_SLICE("redaz"),     TX_SLICE("agenc"),        TX_SLICE("agent"),
		TX_SLICE("agenz"),     TX_SLICE("ag\xc3\xaa"),   TX_SLICE("newsro"),
		TX_SLICE("staff"),     TX_SLICE("corresp"),      TX_SLICE("reporter"),
		TX_SLICE("writers"),   TX_SLICE("desk"),         TX_SLICE("editors"),
		TX_SLICE("teletipos"), TX_SLICE("wsj"),          TX_SLICE("bbc")};

	if (word.len < 3 || !tx_is_alpha(word.ptr[0]) || !tx_is_alpha(word.ptr[1]) ||
	    (desk_pairs[tx_lower(word.ptr[0]) - 'a'] & PAIR(tx_lower(word.ptr[1]))) == 0)
		return false;
	for (size_t i = 0; i < TX_COUNT(openings); i++) {
		if (tx_slice_starts_nocase(word, openings[i]))
			return true;
	}
	return false;
}

/* Long words in small letters that sources and desks have. */
static bool is_source_word(telex_slice word)
{
	static const char *const openings[] = {
		"informa",  "material",   "agen",         "ag\xc3\xaa",      "datos",
		"report",   "despach",    "notas",        "textos",          "files",
		"inputs",   "additional", "digital",      "agenturmaterial", "newsroom",
		"staff",    "redac",      "reda\xc3\xa7", "redak",           "redaz",
		"services", "writers",    "correspon",    "tomado",          NULL};

	/* None of them begins with these. */
	bool strange = tx_is_lower(word.ptr[0]) && strchr("beghjklopquvxyz", word.ptr[0]) != NULL;
	for (const char *const *o = openings; !strange && *o != NULL; o++) {
		if (tx_slice_opens(word, *o))
			return true;
	}
	return tx_agency_begins(word);
}

/* The next run of letters from byte `*at` on. */
static telex_slice next_letters(telex_slice line, size_t *at)
{
	while (*at < line.len && !tx_char_is(line.ptr[*at], WORD))
		(*at)++;
	size_t start = *at;
	while (*at < line.len && tx_char_is(line.ptr[*at], WORD))
		(*at)++;
	return tx_slice_skip(tx_slice_take(line, *at), start);
}

bool tx_credit_may_be(telex_slice line)
{
	telex_slice word;
	bool pictures =
		memchr(line.ptr, '/', line.len) != NULL || memchr(line.ptr, ' ', line.len) == NULL;

	for (size_t at = 0; (word = next_letters(line, &at)).len > 0;) {
		if (word.len > SMALL_MAX && tx_is_lower(word.ptr[0]) && !is_source_word(word))
			return false;
	}
	for (size_t at = 0; (word = next_letters(line, &at)).len > 0;) {
		telex_slice rest = tx_slice_skip(line, (size_t)(word.ptr - line.ptr));
		if (tx_agency_begins(rest) || opens_desk(word) ||
		    (pictures && tx_is_picture_agency(word)))
			return true;
	}
	return false;
}

const struct tx_profile *tx_credit_agency(telex_slice part, bool *ret_pictures)
{
	telex_slice s = tx_trim(part);
	const struct tx_profile *profile = named_agency(s);

	*ret_pictures = false;
	while (profile == NULL && s.len > 0) {
		telex_slice rest = s, first = tx_next_word(&rest), last = last_word(s);
		bool shown = is_pictures(last);
		*ret_pictures |= shown;
		if ((shown || is_around(last)) && last.len < s.len)
			s = tx_trim(tx_slice_take(s, s.len - last.len));
		else if (is_around(first) && rest.len > 0)
			s = tx_trim(rest);
		else
			return NULL;
		profile = named_agency(s);
	}
	return profile;
}

bool tx_credit_is_desk(telex_slice part, bool after_desk)
{
	telex_slice rest = part, word;
	char key[KEY_MAX];
	size_t firm = after_desk;

	while ((word = tx_next_word(&rest)).len > 0) {
		telex_slice folded = fold(word, key);
		bool join = tx_slice_in(folded, joins);
		if (!join && !tx_slice_in(folded, desks))
			return false;
		firm += !join && !tx_slice_in(folded, loose);
	}
	return firm > 0;
}

/* Where the colon and the blanks after a source's word end. */
static size_t skip_colon(telex_slice line, size_t at)
{
	size_t start = at;

	while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == ':'))
		at++;
	return memchr(line.ptr + start, ':', at - start) != NULL ? at : 0;
}

/* Bytes of `line` that give `folded` bytes of its key. */
static size_t bytes_of(telex_slice line, size_t folded)
{
	char key[KEY_MAX];

	for (size_t len = folded; len <= line.len && len < folded * 2; len++) {
		if (fold(tx_slice_take(line, len), key).len >= folded &&
		    (len == line.len || ((unsigned char)line.ptr[len] & 0xc0) != 0x80))
			return len;
	}
	return 0;
}

size_t tx_credit_source_word(telex_slice line)
{
	char key[KEY_MAX];
	size_t take = line.len < KEY_MAX - 8 ? line.len : KEY_MAX - 8;

	while (take < line.len && take > 0 && ((unsigned char)line.ptr[take] & 0xc0) == 0x80)
		take--;
	telex_slice folded = fold(tx_slice_take(line, take), key);
	for (const char *const *source = sources; *source != NULL; source++) {
		if (folded.len == 0 || (*source)[0] != folded.ptr[0])
			continue;
		telex_slice word = tx_slice_of(*source);
		if (!tx_slice_starts(folded, word))
			continue;
		char last = word.ptr[word.len - 1];
		size_t len = last == ' ' ? word.len - 1 : word.len;
		len = bytes_of(line, len);
		if (len == 0)
			return 0;
		if (last == ' ')
			return len + 1;
		if (last == ':' || last == '\'')
			return len;
		len = skip_colon(line, len);
		if (len > 0)
			return len;
	}
	return 0;
}

struct separator {
	telex_slice text;
	bool strong;
};

static const struct separator separators[] = {
	{TX_SLICE(" - "), true},
	{TX_SLICE(" \xe2\x80\x93 "), true},
	{TX_SLICE(" \xe2\x80\x94 "), true},
	{TX_SLICE(" \xc2\xb7 "), true},
	{TX_SLICE(" \xe2\x80\xa2 "), true},
	{TX_SLICE(".- "), true},
	{TX_SLICE(" y "), false},
	{TX_SLICE(" e "), false},
	{TX_SLICE(" and "), false},
	{TX_SLICE(" et "), false},
	{TX_SLICE(" und "), false},
	{TX_SLICE(" & "), false},
	{TX_SLICE(" i "), false},
	{TX_SLICE(" con "), true},
	{TX_SLICE(" com "), true},
	{TX_SLICE(" avec "), true},
	{TX_SLICE(" with "), true},
	{TX_SLICE(" mit "), true},
	{TX_SLICE(" via "), true},
	{{" v\xc3\xad"
	  "a ",
	  6},
	 true},
	{TX_SLICE(". "), false},
	{TX_SLICE(", "), false},
};

size_t tx_credit_separator(telex_slice line, size_t at, bool *ret_strong)
{
	telex_slice rest = tx_slice_skip(line, at);
	char c = rest.ptr[0];

	if (c == '/' || c == '|' || c == '(') {
		bool date = at > 0 && rest.len > 1 && tx_is_digit(line.ptr[at - 1]) &&
			    tx_is_digit(rest.ptr[1]);
		*ret_strong = true;
		return date ? 0 : 1;
	}
	if (c != ' ' && c != '.' && c != ',')
		return 0;
	/* The stop of an initial. */
	if (c == '.' && at > 0 && tx_is_upper(line.ptr[at - 1]) &&
	    (at == 1 || strchr(" .", line.ptr[at - 2]) != NULL))
		return 0;
	for (size_t i = 0; i < TX_COUNT(separators); i++) {
		if (tx_slice_starts(rest, separators[i].text)) {
			*ret_strong = separators[i].strong;
			return separators[i].text.len;
		}
	}
	return 0;
}
