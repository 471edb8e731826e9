/* Roles in es ca pt en fr de it nl da no sv, recognised by their nouns ("AP Sports Writer",
 * "enviada especial a Roma").  Left out: roles without any of these nouns ("AP Moscow"). */
#include "core/fold.h"
#include "tokenizer/byline_words.h"
#include "tokenizer/words.h"

#define ROLE_BYTES_MAX 120
#define WORD_KEY_MAX   32

enum role_word {
	NO_ROLE_WORD,
	NOUN,    /* makes a role by itself */
	SENT,    /* makes one with SPECIAL behind it: "enviada especial" */
	SPECIAL, /* also opens one: "Special to The Post" */
	MODIFIER,
	LINK,
	PLACE_LINK /* a place may follow */
};

/* Folded words, each list sorted. */
static const char *const nouns[] = {
	"analista",
	"analyst",
	"analysts",
	"bureau",
	"chief",
	"chroniqueur",
	"colaborador",
	"colaboradora",
	"columnist",
	"columnista",
	"comentarista",
	"commentator",
	"contributor",
	"correspondant",
	"correspondante",
	"correspondants",
	"correspondent",
	"correspondente",
	"correspondentes",
	"correspondents",
	"corresponsal",
	"corresponsales",
	"corresponsals",
	"corrispondente",
	"corrispondenti",
	"cronista",
	"delegada",
	"delegado",
	"desk",
	"editor",
	"editor-in-chief",
	"editora",
	"editors",
	"fotografa",
	"fotografo",
	"giornalista",
	"inviata",
	"inviati",
	"inviato",
	"jornalista",
	"jornalistas",
	"journalist",
	"journaliste",
	"journalistin",
	"journalists",
	"korrespondent",
	"korrespondenten",
	"korrespondentin",
	"medarbeider",
	"medarbejder",
	"medarbetare",
	"mitarbeiter",
	"newsroom",
	"periodista",
	"periodistes",
	"photographer",
	"redacao",
	"redaccion",
	"redacteur",
	"redactie",
	"redaction",
	"redactor",
	"redactora",
	"redactores",
	"redactors",
	"redactrice",
	"redakteur",
	"redakteurin",
	"redaktion",
	"redator",
	"redatora",
	"redattore",
	"redattrice",
	"redazione",
	"reporter",
	"reportera",
	"reporterin",
	"reportero",
	"reporters",
	"special-envoy",
	"staff",
	"udsendt",
	"utsand",
	"utsendt",
	"verslaggeefster",
	"verslaggever",
	"writer",
	"writers",
};

static const char *const sent[] = {
	"enviada", "enviadas", "enviado", "enviados", "enviat",
	"enviats", "envoye",   "envoyee", "envoyees", "envoyes",
};

static const char *const specials[] = {
	"especial", "especiales", "especials", "special", "speciale", "speciali", "speciaux",
};

static const char *const modifiers[] = {
	"adjunta",   "adjunto",    "assistant",  "associate", "business",  "chef",
	"deportivo", "deputy",     "diplomatic", "economic",  "economics", "financial",
	"foreign",   "general",    "generale",   "health",    "house",     "international",
	"jefa",      "jefe",       "legal",      "medical",   "national",  "news",
	"permanent", "permanente", "politica",   "political", "politico",  "principal",
	"science",   "senior",     "sonder",     "specials",  "sports",    "white",
};

static const char *const links[] = {
	"&",      "af",     "and",   "at",      "av",      "by",       "con",  "da",    "das",
	"de",     "del",    "dell",  "della",   "dello",   "der",      "des",  "di",    "die",
	"do",     "dos",    "du",    "e",       "el",      "et",       "for",  "from",  "fur",
	"het",    "i",      "la",    "las",     "le",      "les",      "los",  "nossa", "nosso",
	"nostra", "nostro", "notre", "nuestra", "nuestro", "nuestros", "och",  "of",    "og",
	"on",     "onze",   "our",   "para",    "per",     "por",      "pour", "the",   "til",
	"to",     "und",    "unser", "unsere",  "van",     "von",      "voor", "y",
};

static const char *const place_links[] = {
	"a", "aus", "desde", "em", "en", "in", "nach",
};

struct role_list {
	const char *const *words;
	size_t count;
	enum role_word kind;
};

#define LIST(words, kind)                                                                          \
	{                                                                                          \
		words, sizeof(words) / sizeof(words[0]), kind                                      \
	}

static const struct role_list role_lists[] = {
	LIST(nouns, NOUN),         LIST(sent, SENT),  LIST(specials, SPECIAL),
	LIST(modifiers, MODIFIER), LIST(links, LINK), LIST(place_links, PLACE_LINK),
};

/* Endings of compounds: "Auslandskorrespondent", "Wirtschaftsredakteurin". */
static const telex_slice role_endings[] = {
	{"korrespondent", 13}, {"korrespondentin", 15}, {"redakteur", 9},
	{"redakteurin", 11},   {"reporter", 8},
};

/* Compare a slice with a NUL-terminated key, as strcmp() would. */
static int compare_key(telex_slice s, const char *key)
{
	size_t key_len = strlen(key);
	int order = memcmp(s.ptr, key, s.len < key_len ? s.len : key_len);

	return order != 0 ? order : (s.len > key_len) - (s.len < key_len);
}

static bool list_has(const struct role_list *list, telex_slice key)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_key(key, list->words[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static enum role_word find_role_word(telex_slice key)
{
	for (size_t i = 0; i < sizeof(role_lists) / sizeof(role_lists[0]); i++)
		if (list_has(&role_lists[i], key))
			return role_lists[i].kind;
	return NO_ROLE_WORD;
}

static bool has_role_ending(telex_slice key)
{
	for (size_t i = 0; i < sizeof(role_endings) / sizeof(role_endings[0]); i++)
		if (tx_slice_ends(key, role_endings[i]))
			return true;
	return false;
}

static telex_slice strip_end_punctuation(telex_slice word)
{
	while (word.len > 0 && strchr(",;:.", word.ptr[word.len - 1]) != NULL)
		word.len--;
	return word;
}

static enum role_word classify_role_word(telex_slice word)
{
	char folded[WORD_KEY_MAX];
	telex_slice key = strip_end_punctuation(word);
	enum role_word kind;

	key = tx_slice(folded, tx_fold(key, folded, sizeof(folded)));
	if (key.len == 0)
		return NO_ROLE_WORD;
	kind = find_role_word(key);
	return kind == NO_ROLE_WORD && has_role_ending(key) ? NOUN : kind;
}

static bool is_link(enum role_word kind)
{
	return kind == LINK || kind == PLACE_LINK;
}

/* Whether `word` may stand there in a role whose noun has (`has_noun`) or has not come yet. */
static bool fits_role(telex_slice word, enum role_word kind, enum role_word before, bool has_noun)
{
	if (kind != NO_ROLE_WORD)
		return true;
	return tx_starts_upper(word) && (!has_noun || is_link(before) || before == NO_ROLE_WORD);
}

/* Whether the two words together make a role: "enviada especial", "Special to". */
static bool makes_role(enum role_word before, enum role_word kind, size_t words)
{
	return kind == NOUN || (before == SENT && kind == SPECIAL) ||
	       (before == SPECIAL && is_link(kind) && words == 1);
}

bool tx_byline_is_role(telex_slice line)
{
	telex_slice rest = tx_trim(line), word;
	enum role_word before = LINK;
	size_t words = 0;
	bool has_noun = false;

	if (rest.len > ROLE_BYTES_MAX)
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		enum role_word kind = classify_role_word(word);

		if (!fits_role(word, kind, before, has_noun))
			return false;
		has_noun = has_noun || makes_role(before, kind, words);
		before = kind;
		words++;
	}
	return has_noun;
}

telex_slice tx_byline_cut_place(telex_slice *role)
{
	telex_slice rest = *role, place = {NULL, 0}, word;
	enum role_word before = NO_ROLE_WORD;
	size_t link_start = 0;
	bool has_noun = false;

	while ((word = tx_next_word(&rest)).len > 0) {
		enum role_word kind = classify_role_word(word);
		size_t start = (size_t)(word.ptr - role->ptr);

		if (has_noun && before == PLACE_LINK && tx_starts_upper(word) && kind != NOUN)
			place = tx_slice_skip(*role, start);
		if (kind == PLACE_LINK && place.ptr == NULL)
			link_start = start;
		has_noun = has_noun || kind == NOUN || kind == SPECIAL;
		before = kind;
	}
	if (place.ptr != NULL)
		*role = tx_trim(tx_slice_take(*role, link_start));
	return strip_end_punctuation(place);
}

telex_slice tx_byline_cut_lead_role(telex_slice *text)
{
	telex_slice role = {NULL, 0}, rest = *text, tail = *text, word;
	enum role_word before = LINK;
	bool has_noun = false;

	while ((word = tx_next_word(&rest)).len > 0) {
		enum role_word kind = classify_role_word(word);

		if (kind == NO_ROLE_WORD)
			break;
		if (role.ptr == NULL && !is_link(kind))
			role.ptr = word.ptr;
		if (role.ptr != NULL)
			role.len = (size_t)(word.ptr + word.len - role.ptr);
		has_noun = has_noun || kind == NOUN || (before == SENT && kind == SPECIAL);
		before = kind;
		tail = tx_skip_blanks(rest);
	}
	if (!has_noun || tail.len == 0)
		return (telex_slice){NULL, 0};
	*text = tail;
	return role;
}
