/* The state is JSON: alone in its script (Next.js: __NEXT_DATA__), assigned to a name
 * (Fusion.globalContent, __INITIAL_STATE__), the argument of a call (__next_f.push), or any of these
 * as a string.  What its members are named differs from site to site, so the prose decides: strings
 * under one name in one array are a group, and the group with most prose that has words of the
 * headline and the abstract is the story.  Left out: a
 * state that is code and not JSON, and text that is cut into rows of several calls. */
#include "reader/page/body/state.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "reader/html_reference.h"
#include "reader/page/markup/json_scan.h"
#include "reader/page/markup/tags.h"

#define SCRIPT_MIN   500 /* bytes of a script that may hold a story */
#define STRING_MIN   40  /* bytes of a string that is prose */
#define BLANKS_MIN   5   /* blanks in it */
#define PROSE_MIN    700 /* bytes of prose of a story */
#define SEEN_SLOTS   512 /* strings that are not taken twice */
#define DEPTH_MAX    64  /* arrays one inside the other that are kept apart */
#define GROUPS_MAX   64
#define TRIES_MAX    8     /* groups whose text is looked at */
#define FOUND_MIN    3     /* such words that the text has, and two fifths of all */
#define WORD_MIN     5     /* bytes of a word of the headline that counts */
#define PAIR_LEN     6     /* bytes of two characters of a script without blanks */
#define ABSTRACT_LEN 30    /* bytes by which an abstract is found in a text */
#define ABOUT_MAX    65536 /* bytes of a text that are held against them */
#define SUBJECT_MAX  300   /* bytes of a headline or an abstract that are looked at */

/* What is before the state in a script; blanks and '=' may follow. */
static const char *const names[] = {
	"Fusion.globalContent",
	"__INITIAL_STATE__",
	"__PRELOADED_STATE__",
	"__APOLLO_STATE__",
	"__INITIAL_DATA__",
	"__NEXT_DATA__",
	"__NUXT__",
	"__next_f.push(",
	"__REDUX_STATE__",
	"__DATA__",
	"__STATE__",
	"__INITIAL_PROPS__",
};

/* Names of members whose prose is not of the story's text. */
static const char *const others[] = {
	"caption", "description", "alt",       "summary",  "bio",   "biography",
	"excerpt", "credit",      "copyright", "subtitle", "title", "legal",
	"tooltip", "disclaimer",  "error",     "message",  "label", NULL};

/* Strings of one name in one array. */
struct group {
	telex_slice key;
	const char *array;
	size_t prose;        /* bytes */
	telex_slice longest; /* of those that are whole texts in HTML */
};

struct walk {
	struct group groups[GROUPS_MAX];
	size_t count;
	const char *arrays[DEPTH_MAX]; /* those that are open, by where they begin */
	size_t depth;
	uint32_t seen[SEEN_SLOTS];  /* hashes of strings, by themselves */
	const struct group *wanted; /* then its strings are appended to `out` */
	struct tx_buffer *out, *scratch;
};

void tx_page_state_note(struct tx_page_state *state, telex_slice script)
{
	if (script.len >= SCRIPT_MIN && state->count < TX_PAGE_SCRIPTS_MAX)
		state->scripts[state->count++] = script;
}

static const char *array_of(const struct walk *w)
{
	size_t depth = w->depth < DEPTH_MAX ? w->depth : DEPTH_MAX;

	return depth == 0 ? NULL : w->arrays[depth - 1];
}

/* Start tags of paragraphs in a string, escaped or not. */
static size_t count_paragraphs(telex_slice s)
{
	static const char *const tags[] = {"<p>",     "<p ",           "u003cp\\u003e",
					   "u003cp ", "u003Cp\\u003E", "u003Cp "};
	size_t count = 0;

	for (size_t i = 0; i < TX_COUNT(tags); i++) {
		telex_slice tag = tx_slice_of(tags[i]), rest = s;
		for (size_t at; (at = tx_slice_find(rest, tag)) < rest.len; count++)
			rest = tx_slice_skip(rest, at + tag.len);
	}
	return count;
}

/* Whether a string is of sentences: mostly letters, with blanks and a stop, and is not code. */
static bool is_prose(telex_slice s)
{
	size_t blanks = 0, letters = 0, high = 0;
	bool stop = false;

	if (s.len < STRING_MIN)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '{' || s.ptr[i] == '}')
			return false;
		blanks += s.ptr[i] == ' ';
		letters += tx_is_alpha(s.ptr[i]);
		high += (unsigned char)s.ptr[i] >= 0x80;
		stop |= s.ptr[i] == '.' || s.ptr[i] == '?' || s.ptr[i] == '!';
	}
	bool ideographic = high * 4 > s.len;
	return (letters + high) * 2 > s.len && (ideographic || (stop && blanks >= BLANKS_MIN));
}

static struct group *find_group(struct walk *w, telex_slice key)
{
	const char *array = array_of(w);

	for (size_t i = 0; i < w->count; i++) {
		struct group *group = &w->groups[i];
		if (group->array == array && group->key.len == key.len &&
		    (key.len == 0 || memcmp(group->key.ptr, key.ptr, key.len) == 0))
			return group;
	}
	if (w->count == GROUPS_MAX)
		return NULL;
	w->groups[w->count] = (struct group){.key = key, .array = array};
	return &w->groups[w->count++];
}

/* The text of a string without its tags: blocks are lines. */
static void write_text(struct walk *w, telex_slice string)
{
	w->scratch->len = 0;
	tx_json_scan_text(w->scratch, string);
	tx_page_strip_tags(w->scratch);
	tx_html_decode(w->out, tx_slice(w->scratch->data, w->scratch->len));
	tx_buffer_byte(w->out, '\n');
}

/* Whether a string was there before: a state often has its story twice. */
static bool is_seen(struct walk *w, telex_slice string)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < string.len; i++)
		hash = (hash ^ (uint8_t)string.ptr[i]) * 16777619U;
	hash |= 1;
	uint32_t *slot = &w->seen[(hash >> 8) % SEEN_SLOTS];
	bool seen = *slot == hash;
	*slot = hash;
	return seen;
}

static void take_string(struct walk *w, telex_slice key, telex_slice string)
{
	/* A string without its end is cut off. */
	if (string.len < 2 || string.ptr[string.len - 1] != '"' || tx_slice_in(key, others))
		return;
	struct group *group = is_prose(string) || w->wanted != NULL ? find_group(w, key) : NULL;
	if (group == NULL || (w->wanted != NULL && group != w->wanted))
		return;
	if (string.len >= STRING_MIN && is_seen(w, string))
		return;
	if (w->wanted != NULL) {
		if (string.len > 2)
			write_text(w, string);
		return;
	}
	group->prose += string.len;
	if (string.len > group->longest.len && count_paragraphs(string) > 1)
		group->longest = string;
}

/* Go through the strings of a value, in their order. */
static void walk(struct walk *w, telex_slice json)
{
	telex_slice key = TX_LIT("");

	w->depth = 0;
	for (size_t at = 0; at < json.len;) {
		char c = json.ptr[at];
		if (c != '"') {
			if (c == '[' && ++w->depth <= DEPTH_MAX)
				w->arrays[w->depth - 1] = json.ptr + at;
			w->depth -= c == ']' && w->depth > 0;
			at++;
			continue;
		}
		telex_slice string = tx_json_scan_value(tx_slice_skip(json, at));
		at += string.len;
		size_t next = at;
		while (next < json.len && (unsigned char)json.ptr[next] <= ' ')
			next++;
		if (next < json.len && json.ptr[next] == ':')
			key = tx_slice(string.ptr + 1, string.len - 2);
		else
			take_string(w, key, string);
	}
}

/* The value after a name of the table; `.len` 0: none. */
static telex_slice named_value(telex_slice script)
{
	for (size_t i = 0; i < TX_COUNT(names); i++) {
		telex_slice name = tx_slice_of(names[i]);
		size_t at = tx_slice_find(script, name);
		if (at == script.len)
			continue;
		telex_slice rest = tx_slice_skip(script, at + name.len);
		while (rest.len > 0 && strchr("\"'] =", rest.ptr[0]) != NULL &&
		       rest.ptr[0] != '\0' &&
		       !(rest.ptr[0] == '"' && rest.len > 1 && rest.ptr[1] == '{'))
			rest = tx_slice_skip(rest, 1);
		return tx_json_scan_value(rest);
	}
	return TX_LIT("");
}

/* The state of a script, as JSON: in its bytes, or decoded in `decoded` where it is a string. */
static telex_slice json_of(telex_slice script, struct tx_buffer *decoded)
{
	telex_slice json = tx_trim(script);

	if (json.len == 0 || (json.ptr[0] != '{' && json.ptr[0] != '['))
		json = named_value(script);
	if (json.len < SCRIPT_MIN || json.ptr[0] != '"')
		return json;
	decoded->len = 0;
	tx_json_scan_text(decoded, json);
	return tx_slice(decoded->data, decoded->len);
}

/* Pieces of a headline, and those of them that a text has. */
struct match {
	telex_slice before, after; /* the text without the line that is the abstract */
	size_t pieces, found;
};

/* Leave out the line of a text that begins with an abstract: that is no sign of a story. */
static void split_at(struct match *match, telex_slice text, telex_slice abstract)
{
	telex_slice start = tx_slice_take(abstract, ABSTRACT_LEN);
	size_t at = start.len == 0 ? text.len : tx_slice_find(text, start);

	match->before = tx_slice_take(text, at);
	match->after = tx_cut(tx_slice_skip(text, at), '\n').tail;
}

static void match_piece(struct match *match, telex_slice piece)
{
	match->pieces++;
	match->found += tx_slice_find(match->before, piece) < match->before.len ||
			tx_slice_find(match->after, piece) < match->after.len;
}

/* Hold a word against the text: all of it, or each two characters of a script without blanks. */
static void match_word(struct match *match, telex_slice word)
{
	if (word.len >= PAIR_LEN && (unsigned char)word.ptr[0] >= 0xe0) {
		for (size_t at = 0; at + PAIR_LEN <= word.len; at += PAIR_LEN / 2)
			match_piece(match, tx_slice(word.ptr + at, PAIR_LEN));
	} else if (word.len >= WORD_MIN) {
		match_piece(match, word);
	}
}

/* Whether a text is what a headline and an abstract are about: a part of their words is in it. */
static bool is_about(telex_slice text, const telex_slice subjects[TX_PAGE_SUBJECTS])
{
	struct match match = {.pieces = 0};

	split_at(&match, text, subjects[1]);
	for (size_t i = 0; i < TX_PAGE_SUBJECTS; i++) {
		telex_slice subject = tx_slice_take(subjects[i], SUBJECT_MAX);
		size_t start = 0;
		for (size_t at = 0; subject.len > 0 && at <= subject.len; at++) {
			if (at < subject.len &&
			    tx_char_is(subject.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER |
								TX_CHAR_DIGIT | TX_CHAR_HIGH))
				continue;
			match_word(&match, tx_slice(subject.ptr + start, at - start));
			start = at + 1;
		}
	}
	return match.found >= FOUND_MIN && match.found * 5 >= match.pieces * 2;
}

/* The group with most prose that has less than `below`; NULL: none has enough for a story. */
static const struct group *next_best(const struct walk *w, size_t below)
{
	const struct group *best = NULL;

	for (size_t i = 0; i < w->count; i++) {
		size_t prose = w->groups[i].prose;
		if (prose >= PROSE_MIN && prose < below && (best == NULL || prose > best->prose))
			best = &w->groups[i];
	}
	return best;
}

static void write_group(struct walk *w, const struct group *group, telex_slice json)
{
	w->out->len = 0;
	w->wanted = group;
	memset(w->seen, 0, sizeof(w->seen));
	if (group->longest.len > 0)
		write_text(w, group->longest);
	else
		walk(w, json);
}

/* The text of a script that is about the subjects; its prose in bytes, 0: it has none. */
static size_t read_script(struct walk *w, telex_slice json,
			  const telex_slice subjects[TX_PAGE_SUBJECTS])
{
	size_t below = SIZE_MAX;

	walk(w, json);
	for (unsigned i = 0; i < TRIES_MAX && !w->out->failed; i++) {
		const struct group *best = next_best(w, below);
		if (best == NULL)
			break;
		write_group(w, best, json);
		if (is_about(tx_slice_take(tx_slice(w->out->data, w->out->len), ABOUT_MAX),
			     subjects))
			return best->prose;
		below = best->prose;
	}
	w->out->len = 0;
	return 0;
}

void tx_page_state_read(const struct tx_page_state *state,
			const telex_slice subjects[TX_PAGE_SUBJECTS], struct tx_buffer *out,
			struct tx_buffer *scratch)
{
	struct tx_buffer decoded = {0}, text = {0};
	size_t most = 0;

	out->len = 0;
	for (size_t i = 0; i < state->count; i++) {
		struct walk w = {.out = &text, .scratch = scratch};
		size_t prose = read_script(&w, json_of(state->scripts[i], &decoded), subjects);
		if (prose <= most)
			continue;
		most = prose;
		out->len = 0;
		tx_buffer_slice(out, tx_slice(text.data, text.len));
	}
	out->failed |= decoded.failed || text.failed;
	tx_buffer_done(&decoded);
	tx_buffer_done(&text);
}
