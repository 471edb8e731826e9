/* Roles in es ca pt en fr de it nl da no sv, recognised by their nouns ("AP Sports Writer",
 * "enviada especial a Roma").  Left out: roles without any of these nouns ("AP Moscow"). */
#include "core/scan.h"
#include "core/fold.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/words.h"

#define ROLE_BYTES_MAX 120
#define WORD_KEY_MAX   32

enum role_word {
	NO_ROLE_WORD,
	NOUN,    /* makes a role by itself */
	SENT,    /* makes one with SPECIAL after it: "enviada especial" */
	SPECIAL, /* also opens one: "Special to The Post" */
	MODIFIER,
	LINK,
	PLACE_LINK /* a place may follow */
};

struct role_entry {
	const char *word;
	enum role_word kind;
};

/* Folded words, sorted. */
static const struct role_entry role_entries[] = {
	{"&", LINK},
	{"a", PLACE_LINK},
	{"adjunta", MODIFIER},
	{"adjunto", MODIFIER},
	{"af", LINK},
	{"analista", NOUN},
	{"analyst", NOUN},
	{"analysts", NOUN},
	{"and", LINK},
	{"assistant", MODIFIER},
	{"associate", MODIFIER},
	{"at", LINK},
	{"aus", PLACE_LINK},
	{"av", LINK},
	{"bureau", NOUN},
	{"business", MODIFIER},
	{"by", LINK},
	{"chef", MODIFIER},
	{"chief", NOUN},
	{"chroniqueur", NOUN},
	{"colaborador", NOUN},
	{"colaboradora", NOUN},
	{"columnist", NOUN},
	{"columnista", NOUN},
	{"comentarista", NOUN},
	{"commentator", NOUN},
	{"con", LINK},
	{"contributor", NOUN},
	{"correspondant", NOUN},
	{"correspondante", NOUN},
	{"correspondants", NOUN},
	{"correspondent", NOUN},
	{"correspondente", NOUN},
	{"correspondentes", NOUN},
	{"correspondents", NOUN},
	{"corresponsal", NOUN},
	{"corresponsales", NOUN},
	{"corresponsals", NOUN},
	{"corrispondente", NOUN},
	{"corrispondenti", NOUN},
	{"cronista", NOUN},
	{"da", LINK},
	{"das", LINK},
	{"de", LINK},
	{"del", LINK},
	{"delegada", NOUN},
	{"delegado", NOUN},
	{"dell", LINK},
	{"della", LINK},
	{"dello", LINK},
	{"deportivo", MODIFIER},
	{"deputy", MODIFIER},
	{"der", LINK},
	{"des", LINK},
	{"desde", PLACE_LINK},
	{"desk", NOUN},
	{"di", LINK},
	{"die", LINK},
	{"diplomatic", MODIFIER},
	{"do", LINK},
	{"dos", LINK},
	{"du", LINK},
	{"e", LINK},
	{"economic", MODIFIER},
	{"economics", MODIFIER},
	{"editor", NOUN},
	{"editor-in-chief", NOUN},
	{"editora", NOUN},
	{"editors", NOUN},
	{"el", LINK},
	{"em", PLACE_LINK},
	{"en", PLACE_LINK},
	{"enviada", SENT},
	{"enviadas", SENT},
	{"enviado", SENT},
	{"enviados", SENT},
	{"enviat", SENT},
	{"enviats", SENT},
	{"envoye", SENT},
	{"envoyee", SENT},
	{"envoyees", SENT},
	{"envoyes", SENT},
	{"especial", SPECIAL},
	{"especiales", SPECIAL},
	{"especials", SPECIAL},
	{"et", LINK},
	{"financial", MODIFIER},
	{"for", LINK},
	{"foreign", MODIFIER},
	{"fotografa", NOUN},
	{"fotografo", NOUN},
	{"from", LINK},
	{"fur", LINK},
	{"general", MODIFIER},
	{"generale", MODIFIER},
	{"giornalista", NOUN},
	{"health", MODIFIER},
	{"het", LINK},
	{"house", MODIFIER},
	{"i", LINK},
	{"in", PLACE_LINK},
	{"international", MODIFIER},
	{"inviata", NOUN},
	{"inviati", NOUN},
	{"inviato", NOUN},
	{"jefa", MODIFIER},
	{"jefe", MODIFIER},
	{"jornalista", NOUN},
	{"jornalistas", NOUN},
	{"journalist", NOUN},
	{"journaliste", NOUN},
	{"journalistin", NOUN},
	{"journalists", NOUN},
	{"korrespondent", NOUN},
	{"korrespondenten", NOUN},
	{"korrespondentin", NOUN},
	{"la", LINK},
	{"las", LINK},
	{"le", LINK},
	{"legal", MODIFIER},
	{"les", LINK},
	{"los", LINK},
	{"medarbeider", NOUN},
	{"medarbejder", NOUN},
	{"medarbetare", NOUN},
	{"medical", MODIFIER},
	{"mitarbeiter", NOUN},
	{"nach", PLACE_LINK},
	{"national", MODIFIER},
	{"news", MODIFIER},
	{"newsroom", NOUN},
	{"nossa", LINK},
	{"nosso", LINK},
	{"nostra", LINK},
	{"nostro", LINK},
	{"notre", LINK},
	{"nuestra", LINK},
	{"nuestro", LINK},
	{"nuestros", LINK},
	{"och", LINK},
	{"of", LINK},
	{"og", LINK},
	{"on", LINK},
	{"onze", LINK},
	{"our", LINK},
	{"para", LINK},
	{"per", LINK},
	{"periodista", NOUN},
	{"periodistes", NOUN},
	{"permanent", MODIFIER},
	{"permanente", MODIFIER},
	{"photographer", NOUN},
	{"politica", MODIFIER},
	{"political", MODIFIER},
	{"politico", MODIFIER},
	{"por", LINK},
	{"pour", LINK},
	{"principal", MODIFIER},
	{"redacao", NOUN},
	{"redaccion", NOUN},
	{"redacteur", NOUN},
	{"redactie", NOUN},
	{"redaction", NOUN},
	{"redactor", NOUN},
	{"redactora", NOUN},
	{"redactores", NOUN},
	{"redactors", NOUN},
	{"redactrice", NOUN},
	{"redakteur", NOUN},
	{"redakteurin", NOUN},
	{"redaktion", NOUN},
	{"redator", NOUN},
	{"redatora", NOUN},
	{"redattore", NOUN},
	{"redattrice", NOUN},
	{"redazione", NOUN},
	{"reporter", NOUN},
	{"reportera", NOUN},
	{"reporterin", NOUN},
	{"reportero", NOUN},
	{"reporters", NOUN},
	{"science", MODIFIER},
	{"senior", MODIFIER},
	{"sonder", MODIFIER},
	{"special", SPECIAL},
	{"special-envoy", NOUN},
	{"speciale", SPECIAL},
	{"speciali", SPECIAL},
	{"specials", MODIFIER},
	{"speciaux", SPECIAL},
	{"sports", MODIFIER},
	{"staff", NOUN},
	{"the", LINK},
	{"til", LINK},
	{"to", LINK},
	{"udsendt", NOUN},
	{"und", LINK},
	{"unser", LINK},
	{"unsere", LINK},
	{"utsand", NOUN},
	{"utsendt", NOUN},
	{"van", LINK},
	{"verslaggeefster", NOUN},
	{"verslaggever", NOUN},
	{"von", LINK},
	{"voor", LINK},
	{"white", MODIFIER},
	{"writer", NOUN},
	{"writers", NOUN},
	{"y", LINK},
};

/* Endings of compounds: "Auslandskorrespondent", "Wirtschaftsredakteurin". */
static const telex_slice role_endings[] = {
	TX_SLICE("korrespondent"), TX_SLICE("korrespondentin"), TX_SLICE("redakteur"),
	TX_SLICE("redakteurin"),   TX_SLICE("reporter"),
};

static enum role_word find_role_word(telex_slice key)
{
	const struct role_entry *row =
		tx_find_row(role_entries, TX_COUNT(role_entries), sizeof(role_entries[0]), key);

	return row == NULL ? NO_ROLE_WORD : row->kind;
}

static bool has_role_ending(telex_slice key)
{
	for (size_t i = 0; i < TX_COUNT(role_endings); i++)
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

bool tx_byline_is_paper(telex_slice line)
{
	static const char *const names[] = {
		"Times",     "Tribune",     "Post",    "Journal",   "Herald",  "News",
		"Press",     "Association", "Gazette", "Chronicle", "Daily",   "Observer",
		"Telegraph", "Register",    "Star",    "Sentinel",  "Service", "Agency",
		"Magazine",  "Zeitung",     "Diario",  "Jornal",    "TODAY",   "Today",
		"Dispatch",  "Globe",       "Newsday", "Courier",   "Bureau",  NULL};
	telex_slice rest = line, word, last = {NULL, 0};

	while ((word = tx_next_word(&rest)).len > 0)
		last = word;
	size_t hyphen = last.len;
	while (hyphen > 0 && last.ptr[hyphen - 1] != '-')
		hyphen--;
	return tx_slice_in(tx_slice_skip(last, hyphen), names);
}
