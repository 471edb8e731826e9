/* The syntax of JSON (RFC 8259), and what is not refused though it can be read in more than one
 * way: keys that are there twice, half a surrogate pair, NUL in a key, numbers that nobody can
 * hold.  What is changed has the same length in a copy of the text, so that all else stays where it
 * is.  Everything else that is not JSON is an error. */
#include "reader/json/check.h"

#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"

#define DEPTH_MAX    2048
#define ESCAPE_LEN   6  /* \uXXXX */
#define SHOWN_MAX    60 /* bytes of a key or number in a message */
#define NEAR_MAX     20 /* bytes of the text in an error */
#define SMALL_NUMBER 18 /* digits that 64 bits always hold */

/* A list or an object that is open. */
struct level {
	bool object;
	size_t first_key;
};

struct checker {
	telex_slice text;
	size_t at;
	struct tx_arena *arena;
	struct tx_story *notes; /* NULL: none yet */
	char *copy;             /* the text when it had to be changed, or NULL */
	struct tx_json_keys keys;
	bool told_full; /* that there are too many keys */
	struct level *levels;
	size_t depth;
	size_t counted; /* bytes whose lines `line` counts */
	uint32_t line;
	const char *wrong; /* NULL: nothing */
};

static bool fail(struct checker *checker, const char *wrong)
{
	checker->wrong = wrong;
	return false;
}

static void note(struct checker *checker, enum tx_warning_code code, const char *format,
		 telex_slice what)
{
	char message[160];
	telex_slice shown = tx_utf8_take(what, SHOWN_MAX);
	telex_slice passed = tx_slice_take(checker->text, checker->at);

	if (checker->notes == NULL)
		checker->notes = tx_story_new(checker->arena, "json");
	if (checker->notes == NULL)
		return;
	checker->line += (uint32_t)tx_count_byte(tx_slice_skip(passed, checker->counted), '\n');
	checker->counted = checker->at;
	tx_utf8_printf(message, sizeof(message), format, (int)shown.len, shown.ptr);
	tx_story_alert(checker->notes, code, checker->line, tx_slice_of(message));
	checker->arena->failed |= checker->notes->failed;
}

/* A copy of the text that may be changed; false when memory is short. */
static bool have_copy(struct checker *checker)
{
	if (checker->copy != NULL)
		return true;
	checker->copy = tx_arena_alloc(checker->arena, checker->text.len);
	if (checker->copy == NULL)
		return fail(checker, "memory is short");
	memcpy(checker->copy, checker->text.ptr, checker->text.len);
	checker->text.ptr = checker->copy;
	return true;
}

static void skip_blanks(struct checker *checker)
{
	telex_slice text = checker->text;
	size_t at = checker->at;

	while (at < text.len && tx_char_is(text.ptr[at], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at++;
	checker->at = at;
}

/* The byte that is next; NUL at the end. */
static char next_byte(const struct checker *checker)
{
	return checker->at < checker->text.len ? checker->text.ptr[checker->at] : '\0';
}

static bool is_half(telex_slice s, int unit, size_t *ret_len)
{
	int low = tx_json_unit(tx_slice_skip(s, ESCAPE_LEN));
	bool pair = unit >= 0xd800 && unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;

	*ret_len = pair ? (size_t)2 * ESCAPE_LEN : ESCAPE_LEN;
	return !pair && unit >= 0xd800 && unit <= 0xdfff;
}

/* The escape at the current byte; what represents no character is replaced. */
static bool check_escape(struct checker *checker, bool key)
{
	telex_slice rest = tx_slice_skip(checker->text, checker->at);
	telex_slice escape = tx_slice_take(rest, ESCAPE_LEN);
	int unit = tx_json_unit(rest);
	size_t len = 2;

	if (rest.len < 2 || memchr("\"\\/bfnrtu", rest.ptr[1], 9) == NULL ||
	    (rest.ptr[1] == 'u' && unit < 0))
		return fail(checker, "an escape that JSON does not have");
	if (unit < 0) {
		checker->at += len;
		return true;
	}
	bool half = is_half(rest, unit, &len), nul = key && unit == 0;
	if (half)
		note(checker, TX_WARN_CHARSET_MIXED,
		     "half a surrogate pair, %.*s, was replaced by U+FFFD", escape);
	else if (nul)
		note(checker, TX_WARN_CONTROL_CHARACTERS,
		     "a NUL in a key, %.*s, was replaced by U+FFFD", escape);
	if (half || nul) {
		if (!have_copy(checker))
			return false;
		memcpy(checker->copy + checker->at, "\\ufffd", ESCAPE_LEN);
	}
	checker->at += len;
	return true;
}

/* A string, at its first quotation mark. */
static bool check_string(struct checker *checker, bool key)
{
	checker->at++;
	for (;;) {
		checker->at = tx_json_plain_end(checker->text, checker->at);
		if (checker->at >= checker->text.len)
			return fail(checker, "a string without its end");
		char c = checker->text.ptr[checker->at];
		if (c == '"')
			break;
		if (c != '\\')
			return fail(checker, "a control character in a string");
		if (!check_escape(checker, key))
			return false;
	}
	checker->at++;
	return true;
}

static size_t skip_digits(struct checker *checker)
{
	size_t start = checker->at;

	while (tx_is_digit(next_byte(checker)))
		checker->at++;
	return checker->at - start;
}

static bool check_number(struct checker *checker)
{
	size_t start = checker->at;
	bool plain = true;

	checker->at += next_byte(checker) == '-';
	bool zero = next_byte(checker) == '0';
	size_t digits = skip_digits(checker);
	if (digits == 0 || (zero && digits > 1))
		return fail(checker, "not a number");
	if (next_byte(checker) == '.') {
		checker->at++;
		if (skip_digits(checker) == 0)
			return fail(checker, "not a number");
	}
	if (tx_lower(next_byte(checker)) == 'e') {
		plain = false;
		checker->at++;
		checker->at += next_byte(checker) == '-' || next_byte(checker) == '+';
		if (skip_digits(checker) == 0)
			return fail(checker, "not a number");
	}
	telex_slice number = tx_slice(checker->text.ptr + start, checker->at - start);
	if ((!plain || digits > SMALL_NUMBER) && tx_json_is_too_large(number))
		note(checker, TX_WARN_ENVELOPE_BROKEN,
		     "a number that is too large is kept as text: %.*s", number);
	return true;
}

static bool check_word(struct checker *checker)
{
	static const char *const words[] = {"true", "false", "null", NULL};
	telex_slice rest = tx_slice_skip(checker->text, checker->at);
	size_t len = 0;

	while (len < rest.len && tx_is_alpha(rest.ptr[len]))
		len++;
	if (!tx_slice_in(tx_slice_take(rest, len), words))
		return fail(checker, "a value is missing");
	checker->at += len;
	return true;
}

/* The member whose key is at `at`, and the comma after it, become blanks. */
static bool blank_member(struct checker *checker, size_t at)
{
	size_t end = tx_json_string_end(checker->text, at + 1);

	while (checker->text.ptr[end] != ':')
		end++;
	end++;
	while (tx_char_is(checker->text.ptr[end], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		end++;
	end += tx_json_value_len(tx_slice_skip(checker->text, end));
	while (checker->text.ptr[end] != ',')
		end++;
	if (!have_copy(checker))
		return false;
	for (; at <= end; at++) {
		if (!tx_char_is(checker->copy[at], TX_CHAR_NEWLINE))
			checker->copy[at] = ' ';
	}
	return true;
}

static bool take_key(struct checker *checker, size_t start)
{
	telex_slice written = tx_slice(checker->text.ptr + start + 1, checker->at - start - 2);
	telex_slice key = tx_json_decode(checker->arena, written);
	struct level *level = &checker->levels[checker->depth - 1];
	struct tx_json_key *twin =
		tx_json_keys_add(&checker->keys, checker->arena, key, start, level->first_key);

	if (checker->keys.full && !checker->told_full) {
		checker->told_full = true;
		note(checker, TX_WARN_ENVELOPE_BROKEN,
		     "the JSON has too many keys to compare those from here on%.*s", TX_LIT(""));
	}
	if (twin == NULL)
		return true;
	note(checker, TX_WARN_ENVELOPE_BROKEN,
	     "the key \"%.*s\" is there twice: the last of its values is read", written);
	size_t first = twin->at;
	twin->at = start;
	return blank_member(checker, first);
}

/* A key and its colon, at the key. */
static bool check_key(struct checker *checker)
{
	size_t start = checker->at;

	if (next_byte(checker) != '"')
		return fail(checker, "a key is missing");
	if (!check_string(checker, true) || !take_key(checker, start))
		return false;
	skip_blanks(checker);
	if (next_byte(checker) != ':')
		return fail(checker, "a colon is missing");
	checker->at++;
	return true;
}

/* A list or an object deeper than any that is read becomes an empty text. */
static bool leave_out(struct checker *checker)
{
	size_t len = tx_json_value_len(tx_slice_skip(checker->text, checker->at));

	note(checker, TX_WARN_ENVELOPE_BROKEN,
	     "what is inside more than 2,048 brackets was left out%.*s", TX_LIT(""));
	if (len < 2 || !have_copy(checker))
		return len >= 2 || fail(checker, "a bracket is missing");
	for (size_t i = 0; i < len; i++) {
		char *byte = checker->copy + checker->at + i;
		*byte = i < 2 ? '"' : *byte == '\n' ? '\n' : ' ';
	}
	checker->at += len;
	return true;
}

/* At a bracket that opens; after it, and after the key of an object's first member.  `*ret_empty`:
 * nothing is between the brackets, and both are passed. */
static bool check_open(struct checker *checker, bool object, bool *ret_empty)
{
	*ret_empty = true;
	if (checker->depth == DEPTH_MAX)
		return leave_out(checker);
	checker->at++;
	skip_blanks(checker);
	*ret_empty = next_byte(checker) == (object ? '}' : ']');
	if (*ret_empty) {
		checker->at++;
		return true;
	}
	checker->levels[checker->depth++] = (struct level){object, checker->keys.count};
	return !object || check_key(checker);
}

/* A value, or the start of one that is open then: `*ret_open`. */
static bool check_value(struct checker *checker, bool *ret_open)
{
	bool empty = true, good;

	skip_blanks(checker);
	char c = next_byte(checker);
	if (c == '"')
		good = check_string(checker, false);
	else if (c == '{' || c == '[')
		good = check_open(checker, c == '{', &empty);
	else if (c == '-' || tx_is_digit(c))
		good = check_number(checker);
	else
		good = check_word(checker);
	*ret_open = !empty;
	return good;
}

/* After a value: brackets that close, and the comma and the key before the next value. */
static bool check_after(struct checker *checker)
{
	while (checker->depth > 0) {
		struct level *level = &checker->levels[checker->depth - 1];
		skip_blanks(checker);
		char c = next_byte(checker);
		if (c == ',') {
			checker->at++;
			skip_blanks(checker);
			return !level->object || check_key(checker);
		}
		if (c != (level->object ? '}' : ']'))
			return fail(checker, "a comma or a bracket is missing");
		checker->at++;
		tx_json_keys_drop(&checker->keys, level->first_key);
		checker->depth--;
	}
	return true;
}

static bool check_all(struct checker *checker)
{
	bool open;

	skip_blanks(checker);
	if (next_byte(checker) != '{' && next_byte(checker) != '[')
		return fail(checker, "neither an object nor a list");
	do {
		if (!check_value(checker, &open) || (!open && !check_after(checker)))
			return false;
	} while (checker->depth > 0);
	skip_blanks(checker);
	return checker->at == checker->text.len || fail(checker, "text after the last bracket");
}

static void say_where(const struct checker *checker, struct tx_json_checked *checked)
{
	telex_slice before = tx_slice_take(checker->text, checker->at);
	telex_slice near = tx_utf8_take(tx_slice_skip(checker->text, checker->at), NEAR_MAX);
	size_t start = before.len;

	while (start > 0 && before.ptr[start - 1] != '\n')
		start--;
	checked->line = 1 + tx_count_byte(before, '\n');
	checked->column = 1 + tx_utf8_count(tx_slice_skip(before, start));
	near = tx_cut(tx_cut(near, '\n').head, '\r').head;
	if (near.len == 0)
		tx_utf8_printf(checked->wrong, sizeof(checked->wrong), "%s%s", checker->wrong,
			       checker->at == checker->text.len ? " at its end" : "");
	else
		tx_utf8_printf(checked->wrong, sizeof(checked->wrong), "%s near '%.*s'",
			       checker->wrong, (int)near.len, near.ptr);
}

telex_status tx_json_check(struct tx_arena *arena, telex_slice text,
			   struct tx_json_checked *ret_checked)
{
	struct level levels[DEPTH_MAX];
	struct checker checker = {.text = text, .arena = arena, .levels = levels, .line = 1};
	bool good = check_all(&checker);

	*ret_checked = (struct tx_json_checked){.notes = checker.notes};
	if (arena->failed)
		return TELEX_ERR_MEMORY;
	if (!good) {
		say_where(&checker, ret_checked);
		return TELEX_ERR_SYNTAX;
	}
	telex_slice value = checker.text;
	while (!tx_char_is(value.ptr[0], TX_CHAR_PUNCT))
		value = tx_slice_skip(value, 1);
	ret_checked->value = (struct tx_json_value){value, arena};
	return TELEX_OK;
}
