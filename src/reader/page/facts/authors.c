/* A name is cut off its "By", its titles and its date; a list of names is taken apart at its commas
 * and its "and". */
#include "reader/page/facts/authors.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "core/scan.h"

#define NAME_MAX  60 /* bytes */
#define WORDS_MAX 5

/* What is before names, in small letters, each with its blank or its colon. */
static const char *const openings[] = {
	"by ",     "by:",    "written by ", "von ",      "von:",     "por ",    "por:",
	"par ",    "par:",   "di ",         "door ",     "av ",      "af ",     "text:",
	"texto:",  "texte:", "testo:",      "autor:",    "autor: ",  "author:", "auteur:",
	"autore:", "oleh ",  "oleh:",       "reporter:", "penulis:", "автор:",
};

/* Words between two names, with their blanks. */
static const char *const joints[] = {" and ", " und ", " y ", " et ",   " e ",   " en ", " og ",
				     " och ", " i ",   " & ", " with ", " mit ", " con "};

/* Words of names that are not of a person's. */
static const char *const desks[] = {
	"redaktion",    "redaktionen",   "redacción",
	"redaccion",    "redazione",     "r\303\251daction",
	"redactie",     "redazioni",     "staff",
	"newsroom",     "desk",          "editor",
	"editors",      "editorial",     "editorial_team",
	"admin",        "team",          "online",
	"news",         "agency",        "agencia",
	"agencias",     "agentur",       "nachrichtenagentur",
	"agenturen",    "agences",       "agenzia",
	"press",        "web",           "contributor",
	"contributors", "correspondent", "reporter",
	"reporters",    "image",         "photo",
	"getty",        "follow",        "read",
	"share",        "updated",       "published",
	"about",        "view",          "bureau",
	"network",      "media",         "wires",
	"services",     "department",    "unit",
	"magazine",     "zeitung",       "verlag",
	"gmbh",         "inc",           "ltd",
	"tv",           "radio",         "profile",
	"subscribe",    "author",        "by",
};

/* Small words inside names. */
static const char *const particles[] = {"de",  "del", "la",  "las", "los", "da",  "das", "do",
					"dos", "di",  "van", "von", "der", "den", "ten", "ter",
					"le",  "du",  "al",  "el",  "bin", "ibn", "y",   "zu",
					"af",  "av",  "und", "e",   "i"};

static bool is_word_of(telex_slice word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (tx_slice_eq_nocase(word, tx_slice_of(list[i])))
			return true;
	}
	return false;
}

#define IS_OF(word, list) is_word_of(word, list, TX_COUNT(list))

/* Whether a word may be part of a name; `*ret_caseless`: its script has no capitals. */
static bool is_name_word(telex_slice word, bool *ret_caseless)
{
	uint32_t first;

	tx_utf8_decode(word, &first);
	*ret_caseless =
		tx_char_is_letter(first) && !tx_char_is_upper(first) && !tx_char_is_lower(first);
	if (*ret_caseless || tx_char_is_upper(first))
		return true;
	return IS_OF(word, particles);
}

bool tx_page_is_person(telex_slice name)
{
	size_t words = 0;
	bool caseless = false, any_caseless = false;

	if (name.len < 3 || name.len > NAME_MAX)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		if (tx_is_digit(name.ptr[i]) || strchr("@/:|<>()[]\"_#+?!", name.ptr[i]) != NULL)
			return false;
	}
	for (struct tx_cut cut = {.tail = name, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ' ');
		if (cut.head.len == 0)
			continue;
		if (!is_name_word(cut.head, &caseless) || IS_OF(cut.head, desks))
			return false;
		any_caseless |= caseless;
		words++;
	}
	return words <= WORDS_MAX && (words > 1 || any_caseless);
}

/* Letters of two names compared, whatever is between them. */
static bool has_letters(telex_slice s, telex_slice needle)
{
	char a[128], b[128];
	size_t lens[2] = {0, 0};
	telex_slice sources[2] = {s, needle};
	char *outs[2] = {a, b};

	for (size_t k = 0; k < 2; k++) {
		for (size_t i = 0; i < sources[k].len && lens[k] < sizeof(a); i++) {
			if (tx_char_is(sources[k].ptr[i], TX_CHAR_UPPER | TX_CHAR_LOWER |
								  TX_CHAR_HIGH | TX_CHAR_DIGIT))
				outs[k][lens[k]++] = tx_lower(sources[k].ptr[i]);
		}
	}
	return lens[1] > 2 && tx_slice_find(tx_slice(a, lens[0]), tx_slice(b, lens[1])) < lens[0];
}

/* Whether a name is the site's: "Der Postillon" of "DerPostillon.de". */
static bool is_site(const struct tx_page_facts *facts, telex_slice name)
{
	return has_letters(facts->site, name) ||
	       (facts->site.len >= 4 && has_letters(name, facts->site));
}

/* What is after a name of a person that reports, with its blank. */
static const char *const endings[] = {" 기자", " 특파원", " 記者", "記者", " 记者", "记者"};

static telex_slice cut_role(telex_slice name)
{
	for (size_t i = 0; i < TX_COUNT(endings); i++) {
		telex_slice ending = tx_slice_of(endings[i]);
		if (name.len > ending.len && tx_slice_ends(name, ending))
			return tx_trim(tx_slice_take(name, name.len - ending.len));
	}
	return name;
}

static telex_slice cut_opening(telex_slice name)
{
	for (size_t i = 0; i < TX_COUNT(openings); i++) {
		telex_slice opening = tx_slice_of(openings[i]);
		if (tx_slice_starts_nocase(name, opening))
			return tx_trim(tx_slice_skip(name, opening.len));
	}
	return name;
}

/* Up to a date, a bracket, a bar, an address. */
static telex_slice cut_end(telex_slice name)
{
	size_t len = 0;

	while (len < name.len && !tx_is_digit(name.ptr[len]) &&
	       strchr("|(<@\n;", name.ptr[len]) == NULL &&
	       !tx_slice_opens(tx_slice_skip(name, len), "•") &&
	       !tx_slice_opens(tx_slice_skip(name, len), "·"))
		len++;
	/* An address is no part of a name, nor is the word that begins it. */
	return len < name.len && name.ptr[len] == '@' ? TX_LIT("")
						      : tx_trim(tx_slice_take(name, len));
}

/* Length of the joint at the start of `s`, 0: none. */
static size_t joint_len(telex_slice s)
{
	if (s.ptr[0] == ',' || s.ptr[0] == ';' || s.ptr[0] == '|')
		return 1;
	for (size_t i = 0; s.ptr[0] == ' ' && i < TX_COUNT(joints); i++) {
		if (tx_slice_starts_nocase(s, tx_slice_of(joints[i])))
			return strlen(joints[i]);
	}
	return 0;
}

/* Take a list of names apart at its first joint. */
static telex_slice next_name(telex_slice *rest)
{
	for (size_t at = 0; at < rest->len; at++) {
		size_t joint = joint_len(tx_slice_skip(*rest, at));
		if (joint == 0)
			continue;
		telex_slice name = tx_slice_take(*rest, at);
		*rest = tx_slice_skip(*rest, at + joint);
		return name;
	}
	telex_slice name = *rest;
	*rest = tx_slice_skip(*rest, rest->len);
	return name;
}

/* A byline that is seen, of one person, is as it is written. */
static void state_byline(struct tx_page_facts *facts, telex_slice text)
{
	if (tx_page_is_person(cut_opening(text)))
		tx_story_state(facts->story, TX_FIELD_BYLINE, TX_RANK_SEEN, text);
}

/* What the page's data calls the author and is not a person, "Harbour Team", is the byline where
 * no person is named. */
static void state_desk(struct tx_page_facts *facts, unsigned rank, telex_slice name)
{
	bool words = name.len > 0 && memchr(name.ptr, ' ', name.len) != NULL;

	if (rank < TX_RANK_SEEN && words && facts->authors.desk.ptr == NULL)
		facts->authors.desk = name;
}

/* State the persons and the agencies of one text; how many persons it names. */
static size_t state_names(struct tx_page_facts *facts, unsigned rank, telex_slice text)
{
	size_t persons = 0;

	for (telex_slice rest = text; rest.len > 0;) {
		telex_slice raw = tx_trim(next_name(&rest));
		if (raw.len == 0)
			continue;
		telex_slice name = cut_role(cut_end(cut_opening(raw)));
		if (tx_is_agency(name)) {
			tx_story_state(facts->story, TX_FIELD_AGENCY, TX_RANK_OTHER, name);
			continue;
		}
		if (is_site(facts, name))
			continue;
		if (!tx_page_is_person(name)) {
			state_desk(facts, rank, name);
			continue;
		}
		tx_story_state(facts->story, TX_FIELD_AUTHOR, 0, name);
		persons++;
	}
	return persons;
}

void tx_page_authors_state(struct tx_page_facts *facts)
{
	const struct tx_page_names *names = &facts->authors;
	size_t persons = 0, last = 0;

	for (unsigned rank = 0; rank <= TX_RANK_ACCOUNT && persons == 0; rank++) {
		for (size_t i = 0; i < names->count; i++) {
			size_t count = names->ranks[i] == rank
					       ? state_names(facts, rank, names->items[i])
					       : 0;
			persons += count;
			last = count > 0 ? i : last;
		}
	}
	if (persons == 0)
		tx_story_state(facts->story, TX_FIELD_ROLE, TX_RANK_SEEN, names->desk);
	if (persons == 1 && names->ranks[last] >= TX_RANK_SEEN &&
	    names->ranks[last] < TX_RANK_ACCOUNT)
		state_byline(facts, names->items[last]);
}
