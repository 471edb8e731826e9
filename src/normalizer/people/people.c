/* Bylines into authors, after the forms that the wires use: a byline word, names joined by "and" in
 * the wire's language or by commas, a role, an agency, a place. Left out: names of one word beside
 * others, and translations of roles. */
#include "normalizer/people/people.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/calendar.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/words.h"

enum joint_kind {
	NO_JOINT,
	AND,      /* another name follows */
	AND_NAME, /* likewise, but one word alone belongs to the name before: "Ortega y Gasset" */
	WITH,     /* another name follows, and a place after it is not of the name before */
	IN        /* a place follows */
};

struct joint {
	telex_slice word;
	unsigned languages; /* of the byline word; a byline without one is in any */
	enum joint_kind kind;
};

/* The first that fits counts. */
static const struct joint joints[] = {
	{TX_SLICE("and"), TX_CAL_ANY, AND},
	{TX_SLICE("&"), TX_CAL_ANY, AND},
	{TX_SLICE("with"), TX_CAL_EN, WITH},
	{TX_SLICE("in"), TX_CAL_EN | TX_CAL_DE | TX_CAL_NL, IN},
	{TX_SLICE("y"), TX_CAL_ES, AND_NAME},
	{TX_SLICE("con"), TX_CAL_ES | TX_CAL_IT, WITH},
	{TX_SLICE("desde"), TX_CAL_ES, IN},
	{TX_SLICE("e"), TX_CAL_PT | TX_CAL_IT | TX_CAL_GL, AND_NAME},
	{TX_SLICE("com"), TX_CAL_PT, WITH},
	{TX_SLICE("em"), TX_CAL_PT, IN},
	{TX_SLICE("i"), TX_CAL_CA | TX_CAL_PL, AND_NAME},
	{TX_SLICE("und"), TX_CAL_DE, AND},
	{TX_SLICE("mit"), TX_CAL_DE, WITH},
	{TX_SLICE("et"), TX_CAL_FR, AND},
	{TX_SLICE("avec"), TX_CAL_FR, WITH},
	{TX_SLICE("\xc3\xa0"), TX_CAL_FR, IN},
	{TX_SLICE("en"), TX_CAL_ES | TX_CAL_FR, IN},
	{TX_SLICE("en"), TX_CAL_NL, AND},
	{TX_SLICE("och"), TX_CAL_SV, AND},
	{TX_SLICE("og"), TX_CAL_DA | TX_CAL_NO, AND},
	{TX_SLICE("i"), TX_CAL_DA | TX_CAL_NO | TX_CAL_SV, IN},
};

static const telex_slice name_suffixes[] = {
	TX_SLICE("jr"), TX_SLICE("jr."), TX_SLICE("sr"), TX_SLICE("sr."),
	TX_SLICE("ii"), TX_SLICE("iii"), TX_SLICE("iv"),
};

/* Words that may stand before an agency's name: "da agência Lusa", "for The Associated Press". */
static const telex_slice agency_openers[] = {
	TX_SLICE("the"),    TX_SLICE("of"),         TX_SLICE("for"),     TX_SLICE("from"),
	TX_SLICE("da"),     TX_SLICE("do"),         TX_SLICE("de"),      TX_SLICE("la"),
	TX_SLICE("der"),    TX_SLICE("die"),        TX_SLICE("della"),   TX_SLICE("para"),
	TX_SLICE("pour"),   TX_SLICE("f\xc3\xbcr"), TX_SLICE("agencia"), TX_SLICE("ag\xc3\xaancia"),
	TX_SLICE("agence"), TX_SLICE("agentur"),    TX_SLICE("agenzia"), TX_SLICE("agency"),
	TX_SLICE("news"),
};

#define LETTERS_MAX 5
#define LETTER      (TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH)

struct split {
	struct tx_author *authors;
	size_t count;
	tx_is_agency_fn *is_agency;
	unsigned languages; /* of the byline word */
	telex_slice role;   /* of the names to come: a role that is before them */
	telex_slice place;
	bool roled;  /* a part was a role */
	size_t with; /* the first author after a "with": a place further on is not of those before
		      */
};

static bool list_has(const telex_slice *list, size_t count, telex_slice word)
{
	for (size_t i = 0; i < count; i++)
		if (tx_slice_eq_nocase(word, list[i]))
			return true;
	return false;
}

static bool has_lower(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (tx_is_lower(s.ptr[i]))
			return true;
	return false;
}

/* What is around a byline and is no part of it: "*** … ***", "^…=", "(…)". */
static bool is_frame(char c)
{
	return c == '*' || c == '^' || c == '=' || c == '<' || c == '_' || c == '-' || c == '(' ||
	       c == ')';
}

static telex_slice strip_frame(telex_slice s)
{
	s = tx_trim(s);
	while (s.len > 0 && is_frame(s.ptr[0]))
		s = tx_trim(tx_slice_skip(s, 1));
	while (s.len > 0 && is_frame(s.ptr[s.len - 1]))
		s = tx_trim(tx_slice_take(s, s.len - 1));
	return s;
}

static telex_slice last_word(telex_slice s)
{
	telex_slice word, last = {NULL, 0};

	while ((word = tx_next_word(&s)).len > 0)
		last = word;
	return last;
}

/* Drop a full stop, unless it is of an initial or of "Jr.". */
static telex_slice strip_stop(telex_slice s)
{
	telex_slice last;

	s = tx_trim(s);
	last = last_word(s);
	if (last.len > 3 && last.ptr[last.len - 1] == '.' &&
	    !tx_cut(tx_slice_take(last, last.len - 1), '.').found)
		s.len--;
	return s;
}

static bool is_agency_part(const struct split *split, telex_slice part)
{
	telex_slice word;

	while (part.len > 0 && !split->is_agency(part)) {
		word = tx_next_word(&part);
		if (!list_has(agency_openers, TX_COUNT(agency_openers), word))
			return false;
		part = tx_skip_blanks(part);
	}
	return part.len > 0;
}

/* An agency after a name without a comma: "Brad Schade Reuters".  Short codes must look like one.
 */
static telex_slice strip_agency(const struct split *split, telex_slice name)
{
	telex_slice rest = name;

	tx_next_word(&rest);
	while (tx_next_word(&rest).len > 0) {
		telex_slice tail = tx_skip_blanks(rest);
		telex_slice head = tx_slice_take(name, (size_t)(rest.ptr - name.ptr));

		if ((tail.len > 3 || (has_lower(head) && !has_lower(tail))) &&
		    is_agency_part(split, tail))
			return head;
	}
	return name;
}

/* "WSJ": a few capitals are a paper's or a station's. */
static bool is_letters(telex_slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!tx_is_upper(name.ptr[i]))
			return false;
	return name.len <= LETTERS_MAX;
}

static void add_name(struct split *split, telex_slice name)
{
	name = strip_agency(split, strip_stop(name));
	if (name.len == 0 || is_agency_part(split, name) ||
	    (split->languages != 0 && is_letters(name)))
		return;
	split->authors[split->count++] =
		(struct tx_author){.name = name, .role = split->role, .place = split->place};
}

/* Give a role, and the place it names, to everybody who has none yet. */
static void add_role(struct split *split, telex_slice role)
{
	telex_slice place = tx_byline_cut_place(&role);
	bool given = false;

	for (size_t i = 0; i < split->count; i++) {
		struct tx_author *author = &split->authors[i];

		if (author->role.ptr != NULL)
			continue;
		author->role = role;
		if (author->place.ptr == NULL)
			author->place = place;
		given = true;
	}
	if (!given && split->count == 0) {
		split->role = role;
		split->place = place;
	}
}

static void add_place(struct split *split, telex_slice place)
{
	for (size_t i = split->with; i < split->count; i++)
		if (split->authors[i].place.ptr == NULL)
			split->authors[i].place = place;
}

/* A word of one letter joins in small letters, or where all is in capitals; else it is an initial.
 */
static bool is_joint_word(const struct joint *joint, telex_slice word, telex_slice part)
{
	return tx_slice_eq_nocase(word, joint->word) &&
	       (word.len > 1 || !tx_is_upper(word.ptr[0]) || !has_lower(part));
}

static enum joint_kind find_joint(const struct split *split, telex_slice word, telex_slice part)
{
	unsigned languages = split->languages != 0 ? split->languages : TX_CAL_ANY;

	for (size_t i = 0; i < TX_COUNT(joints); i++)
		if ((joints[i].languages & languages) != 0 && is_joint_word(&joints[i], word, part))
			return joints[i].kind;
	return NO_JOINT;
}

/* Whether more than one word is before the next joint. */
static bool is_full_name(const struct split *split, telex_slice text, telex_slice part)
{
	telex_slice word = tx_next_word(&text);

	if (word.len == 0)
		return false;
	word = tx_next_word(&text);
	return word.len > 0 && find_joint(split, word, part) == NO_JOINT;
}

/* Whether what follows a joint lets it join. */
static bool joins(const struct split *split, enum joint_kind kind, telex_slice after,
		  telex_slice part)
{
	switch (kind) {
	case AND:
	case WITH:
		return after.len > 0;
	case AND_NAME:
		return is_full_name(split, after, part);
	case IN:
		return tx_starts_upper(after);
	case NO_JOINT:
		break;
	}
	return false;
}

static void add_piece(struct split *split, enum joint_kind before, telex_slice piece)
{
	if (before == IN)
		add_place(split, strip_stop(piece));
	else
		add_name(split, piece);
}

/* The names of one part, and the place after them: "A and B in Rome". */
static void add_names(struct split *split, telex_slice part)
{
	telex_slice rest = part, start = part, word;
	enum joint_kind before = NO_JOINT;

	while ((word = tx_next_word(&rest)).len > 0) {
		telex_slice after = tx_skip_blanks(rest);
		enum joint_kind kind = find_joint(split, word, part);

		if (!joins(split, kind, after, part))
			continue;
		add_piece(split, before,
			  tx_trim(tx_slice_take(start, (size_t)(word.ptr - start.ptr))));
		if (kind == WITH)
			split->with = split->count;
		before = kind;
		start = after;
	}
	add_piece(split, before, tx_trim(start));
}

/* "…, Jr.": the last name goes on to the end of the part. */
static bool extend_name(struct split *split, telex_slice part)
{
	struct tx_author *last = split->count > 0 ? &split->authors[split->count - 1] : NULL;

	if (last == NULL || !list_has(name_suffixes, TX_COUNT(name_suffixes), part))
		return false;
	last->name.len = (size_t)(part.ptr + part.len - last->name.ptr);
	return true;
}

/* Whether a part after the first one holds names: it begins with "and", or with a name. */
static bool holds_names(const struct split *split, telex_slice part)
{
	telex_slice rest = part, word = tx_next_word(&rest), name = word;

	if (find_joint(split, word, part) != NO_JOINT)
		return true;
	while ((word = tx_next_word(&rest)).len > 0 && find_joint(split, word, part) == NO_JOINT)
		name.len = (size_t)(word.ptr + word.len - name.ptr);
	return tx_byline_is_name(name) || (word.len > 0 && tx_starts_upper(name));
}

/* "Marn is a writer in Vale.": a sentence about the author. */
static bool is_sentence(telex_slice part)
{
	static const char *const verbs[] = {" is a ", " is an ", " is the ",
					    " was ",  " are ",   NULL};

	for (const char *const *verb = verbs; *verb != NULL; verb++) {
		if (tx_slice_find(part, tx_slice_of(*verb)) < part.len)
			return true;
	}
	return false;
}

/* One part of the byline, between commas or brackets; `dashed`: after a dash, as the place is that
 * follows a role. */
static void add_part(struct split *split, telex_slice part, bool dashed)
{
	telex_slice role;

	part = strip_stop(part);
	/* "By A; By B": each line of an envelope with its own word. */
	if (split->count > 0 && tx_byline_word(part) > 0 && !tx_byline_word_is_weak(part))
		part = tx_slice_skip(part, tx_byline_word(part));
	if (part.len == 0 || extend_name(split, part) || is_agency_part(split, part) ||
	    (split->count > 0 && is_sentence(part)))
		return;
	if (tx_byline_is_role(part) || (split->count > 0 && tx_byline_is_paper(part))) {
		add_role(split, part);
		split->roled = true;
		return;
	}
	if (split->roled && dashed && split->count > 0) {
		add_place(split, part);
		return;
	}
	role = tx_byline_cut_lead_role(&part);
	if (role.ptr != NULL)
		split->role = role;
	if (split->count == 0 || holds_names(split, part))
		add_names(split, part);
	split->role = split->place = (telex_slice){NULL, 0};
}

/* Length of the mark that ends a part at the start of `s`, or 0. */
static size_t separator_length(telex_slice s)
{
	static const telex_slice dashes[] = {TX_SLICE(" - "), TX_SLICE(" -- "),
					     TX_SLICE(" \xe2\x80\x93 "),
					     TX_SLICE(" \xe2\x80\x94 ")};

	if (s.ptr[0] != ' ')
		return memchr(",;()/|", s.ptr[0], 6) != NULL;
	for (size_t i = 0; i < TX_COUNT(dashes); i++)
		if (tx_slice_starts(s, dashes[i]))
			return dashes[i].len;
	return 0;
}

static void add_parts(struct split *split, telex_slice text)
{
	size_t start = 0;
	bool dashed = false;

	for (size_t i = 0; i < text.len;) {
		bool letter = tx_char_is(text.ptr[i], LETTER);
		size_t len = letter ? 0 : separator_length(tx_slice_skip(text, i));

		if (len > 0) {
			add_part(split, tx_slice(text.ptr + start, i - start), dashed);
			dashed = len > 1;
			start = i + len;
		}
		i += len > 0 ? len : 1;
	}
	add_part(split, tx_slice_skip(text, start), dashed);
}

/* More names than this cannot be: each but the first has a blank or a mark before it. */
static size_t most_names(telex_slice text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += tx_char_is(text.ptr[i],
				    TX_CHAR_BLANK | TX_CHAR_NEWLINE | TX_CHAR_PUNCT | TX_CHAR_HIGH);
	return count;
}

bool tx_people_split(telex_slice byline, telex_slice role_line, tx_is_agency_fn *is_agency,
		     struct tx_arena *arena, struct tx_author **ret_authors, size_t *ret_count)
{
	struct split split = {.is_agency = is_agency};
	telex_slice text = strip_frame(byline), role = strip_frame(role_line);

	/* "Harbor Tribune (TNS)": the agency is no part of it. */
	role = strip_stop(tx_slice_take(role, tx_slice_find(role, TX_LIT(" ("))));
	*ret_authors = NULL;
	*ret_count = 0;
	text = tx_slice_skip(text, tx_byline_word_language(text, &split.languages));
	split.authors = tx_arena_calloc(arena, most_names(text), sizeof(*split.authors));
	if (split.authors == NULL)
		return false;
	add_parts(&split, text);
	if (role.len > 0 && !is_agency_part(&split, role))
		add_role(&split, role);
	tx_arena_trim(arena, split.authors, split.count * sizeof(*split.authors));
	*ret_authors = split.count > 0 ? split.authors : NULL;
	*ret_count = split.count;
	return true;
}
