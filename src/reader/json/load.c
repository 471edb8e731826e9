/* Loading JSON (RFC 8259) with jansson, and what jansson refuses though it can be read: numbers
 * beyond its range become strings of their digits, half a surrogate pair U+FFFD, and so does NUL in
 * a key.  Of members with one key the last is read.  Each is reported.
 *
 * Text that jansson loads as it is costs nothing more; other text is read a second time here.  Left
 * out: everything else that is not JSON, which stays an error. */
#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/json/json.h"

#define DEPTH_MAX    2048      /* jansson's own limit */
#define KEYS_MIN     256       /* slots of the table of keys */
#define KEYS_MAX     (1 << 17) /* of one frame; half of them are used */
#define ORDER_MAX    309       /* digits before the point of the largest double */
#define INTEGER_MAX  19        /* digits of the largest integer */
#define EXPONENT_MAX 100000
#define SHOWN_MAX    60 /* bytes of a key or number in a message */
#define ESCAPE_LEN   6  /* \uXXXX */

/* A key of an object that is open or was. */
struct key {
	telex_slice
		text; /* as it is written, without its quotation marks; .ptr NULL: a free slot */
	uint32_t object;
	uint32_t hash;
};

struct mender {
	struct tx_story *notes;
	struct tx_buffer out;
	telex_slice text;
	size_t copied; /* bytes of the text that `out` has */
	uint32_t line;
	uint32_t objects;         /* seen so far */
	uint32_t open[DEPTH_MAX]; /* number of the object; 0: an array */
	size_t depth;
	struct key *keys;
	size_t slots, used;
	bool changed;
};

static void note(struct mender *mender, enum tx_warning_code code, const char *format,
		 telex_slice what)
{
	char message[160];
	telex_slice shown = tx_slice_take(what, SHOWN_MAX);

	tx_utf8_printf(message, sizeof(message), format, (int)shown.len, shown.ptr);
	tx_story_alert(mender->notes, code, mender->line, tx_slice_of(message));
}

/* Write `replacement` for the bytes [start, end). */
static void replace(struct mender *mender, size_t start, size_t end, const char *replacement)
{
	telex_slice before = tx_slice(mender->text.ptr + mender->copied, start - mender->copied);

	tx_buffer_slice(&mender->out, before);
	tx_buffer_slice(&mender->out, tx_slice_of(replacement));
	mender->copied = end;
	mender->changed = true;
}

/* The unit of an escape \uXXXX at the start of `s`; -1: there is none. */
static int32_t unit_of(telex_slice s)
{
	int32_t unit = 0;

	if (s.len < ESCAPE_LEN || s.ptr[0] != '\\' || s.ptr[1] != 'u')
		return -1;
	for (size_t i = 2; i < ESCAPE_LEN; i++) {
		char c = tx_lower(s.ptr[i]);
		bool letter = c >= 'a' && c <= 'f';
		if (!letter && !tx_is_digit(c))
			return -1;
		unit = unit * 16 + (letter ? c - 'a' + 10 : c - '0');
	}
	return unit;
}

static bool is_high(int32_t unit)
{
	return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(int32_t unit)
{
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/* The next character of a string as it is written. */
static uint32_t take_character(telex_slice *s)
{
	static const char escapes[] = "b\bf\fn\nr\rt\t";
	int32_t unit = unit_of(*s), low = unit < 0 ? -1 : unit_of(tx_slice_skip(*s, ESCAPE_LEN));
	uint32_t c;

	if (is_high(unit) && is_low(low)) {
		*s = tx_slice_skip(*s, 2 * (size_t)ESCAPE_LEN);
		return 0x10000 + (((uint32_t)unit & 0x3ff) << 10 | ((uint32_t)low & 0x3ff));
	}
	if (unit >= 0) {
		*s = tx_slice_skip(*s, ESCAPE_LEN);
		return (uint32_t)unit;
	}
	if (s->ptr[0] == '\\' && s->len > 1) {
		const char *known = strchr(escapes, s->ptr[1]);
		c = (unsigned char)(known != NULL && s->ptr[1] >= 'a' ? known[1] : s->ptr[1]);
		*s = tx_slice_skip(*s, 2);
		return c;
	}
	*s = tx_slice_skip(*s, tx_utf8_decode(*s, &c));
	return c;
}

static uint32_t hash_of(telex_slice key, uint32_t object)
{
	uint32_t hash = 2166136261u ^ object * 2654435761u;

	while (key.len > 0)
		hash = (hash ^ take_character(&key)) * 16777619u;
	return hash ^ hash >> 15;
}

static bool is_same(telex_slice a, telex_slice b)
{
	while (a.len > 0 && b.len > 0) {
		if (take_character(&a) != take_character(&b))
			return false;
	}
	return a.len == b.len;
}

static struct key *slot_of(struct key *keys, size_t slots, const struct key *wanted)
{
	size_t at = wanted->hash & (slots - 1);

	while (keys[at].text.ptr != NULL &&
	       (keys[at].hash != wanted->hash || keys[at].object != wanted->object ||
		!is_same(keys[at].text, wanted->text)))
		at = (at + 1) & (slots - 1);
	return &keys[at];
}

/* Room for one more key; false when there is none. */
static bool have_room(struct mender *mender)
{
	size_t slots = mender->slots == 0 ? KEYS_MIN : mender->slots * 2;
	struct key *keys;

	if (mender->used < mender->slots / 2)
		return true;
	if (slots > KEYS_MAX)
		return false;
	keys = tx_arena_calloc(mender->notes->arena, slots, sizeof(*keys));
	if (keys == NULL) {
		mender->notes->failed = true;
		return false;
	}
	for (size_t i = 0; i < mender->slots; i++) {
		if (mender->keys[i].text.ptr != NULL)
			*slot_of(keys, slots, &mender->keys[i]) = mender->keys[i];
	}
	mender->keys = keys;
	mender->slots = slots;
	return true;
}

static void read_key(struct mender *mender, telex_slice text)
{
	uint32_t object = mender->open[mender->depth - 1];
	struct key key = {text, object, hash_of(text, object)};

	if (!have_room(mender)) {
		if (mender->used++ == mender->slots / 2)
			note(mender, TX_WARN_ENVELOPE_BROKEN,
			     "the JSON has too many keys to compare those from here on: of "
			     "members with one key the last is read%.*s",
			     TX_LIT(""));
		return;
	}
	struct key *slot = slot_of(mender->keys, mender->slots, &key);
	if (slot->text.ptr != NULL)
		note(mender, TX_WARN_ENVELOPE_BROKEN,
		     "the key \"%.*s\" is there twice: the last of its values is read", text);
	else
		mender->used++;
	*slot = key;
}

/* Escapes of the string [start, end) that stand for no character. */
static void mend_escapes(struct mender *mender, size_t start, size_t end, bool key)
{
	telex_slice all = tx_slice_take(mender->text, end);

	for (size_t at = start; at < end; at++) {
		if (mender->text.ptr[at] != '\\')
			continue;
		int32_t unit = unit_of(tx_slice_skip(all, at));
		bool pair = is_high(unit) && is_low(unit_of(tx_slice_skip(all, at + ESCAPE_LEN)));
		bool half = !pair && (is_high(unit) || is_low(unit));
		telex_slice escape = tx_slice_take(tx_slice_skip(all, at), ESCAPE_LEN);
		if (half)
			note(mender, TX_WARN_CHARSET_MIXED,
			     "half a surrogate pair, %.*s, was replaced by U+FFFD", escape);
		else if (key && unit == 0)
			note(mender, TX_WARN_CONTROL_CHARACTERS,
			     "a NUL in a key, %.*s, was replaced by U+FFFD", escape);
		if (half || (key && unit == 0))
			replace(mender, at, at + ESCAPE_LEN, "\\ufffd");
		at += pair ? 2 * ESCAPE_LEN - 1 : unit >= 0 ? ESCAPE_LEN - 1 : 1;
	}
}

/* A string whose quotation mark is before `start`; what is after it. */
static size_t read_string(struct mender *mender, size_t start)
{
	telex_slice text = mender->text;
	size_t end = start;

	while (end < text.len && text.ptr[end] != '"')
		end += text.ptr[end] == '\\' ? 2 : 1;
	if (end >= text.len)
		return text.len;
	telex_slice rest = tx_slice_skip(text, end + 1);
	while (rest.len > 0 && (unsigned char)rest.ptr[0] <= ' ')
		rest = tx_slice_skip(rest, 1);
	bool key = rest.len > 0 && rest.ptr[0] == ':' && mender->depth > 0 &&
		   mender->open[mender->depth - 1] > 0;
	if (key)
		read_key(mender, tx_slice(text.ptr + start, end - start));
	mend_escapes(mender, start, end, key);
	return end + 1;
}

/* Digits before the point that the value of "12.5", "0.002" has when it is written out; a value of
 * 0 has none. */
static long order_of(telex_slice mantissa)
{
	size_t point = tx_cut(mantissa, '.').head.len, first = 0;

	while (first < mantissa.len && (mantissa.ptr[first] == '0' || mantissa.ptr[first] == '.'))
		first++;
	if (first == mantissa.len)
		return -EXPONENT_MAX * 2L;
	return first < point ? (long)(point - first) : -(long)(first - point - 1);
}

/* Whether the digits are beyond those of the largest double, order apart. */
static bool has_larger_digits(telex_slice mantissa)
{
	static const char largest[] = "17976931348623157";
	size_t at = 0;

	for (size_t i = 0; i < mantissa.len; i++) {
		char c = mantissa.ptr[i];
		if (c == '.' || (at == 0 && c == '0'))
			continue;
		if (c != largest[at])
			return c > largest[at];
		at++;
	}
	return false;
}

static long exponent_of(telex_slice digits)
{
	bool negative = digits.len > 0 && digits.ptr[0] == '-';
	long value = 0;

	for (size_t i = 0; i < digits.len; i++) {
		if (tx_is_digit(digits.ptr[i]) && value < EXPONENT_MAX)
			value = value * 10 + (digits.ptr[i] - '0');
	}
	return negative ? -value : value;
}

static bool is_too_large(telex_slice number)
{
	const char *last = number.ptr[0] == '-' ? "9223372036854775808" : "9223372036854775807";
	telex_slice digits = tx_slice_skip(number, number.ptr[0] == '-');
	size_t end = 0;
	long order;

	while (end < digits.len && (tx_is_digit(digits.ptr[end]) || digits.ptr[end] == '.'))
		end++;
	telex_slice mantissa = tx_slice_take(digits, end);
	if (end < digits.len || memchr(mantissa.ptr, '.', mantissa.len) != NULL)
		order = order_of(mantissa) + exponent_of(tx_slice_skip(digits, end + 1));
	else
		return digits.len > INTEGER_MAX ||
		       (digits.len == INTEGER_MAX && memcmp(digits.ptr, last, digits.len) > 0);
	return order > ORDER_MAX || (order == ORDER_MAX && has_larger_digits(mantissa));
}

static size_t read_number(struct mender *mender, size_t start)
{
	telex_slice text = mender->text;
	size_t end = start + 1;

	while (end < text.len && text.ptr[end] != '\0' &&
	       (tx_is_digit(text.ptr[end]) || strchr("+-.eE", text.ptr[end]) != NULL))
		end++;
	telex_slice number = tx_slice(text.ptr + start, end - start);
	if (!is_too_large(number))
		return end;
	note(mender, TX_WARN_ENVELOPE_BROKEN, "a number that is too large is kept as text: %.*s",
	     number);
	replace(mender, start, start, "\"");
	replace(mender, end, end, "\"");
	return end;
}

static size_t read_token(struct mender *mender, size_t at)
{
	char c = mender->text.ptr[at];

	if (c == '"')
		return read_string(mender, at + 1);
	if (c == '-' || tx_is_digit(c))
		return read_number(mender, at);
	if (c == '{' || c == '[')
		mender->open[mender->depth++] = c == '{' ? ++mender->objects : 0;
	else if ((c == '}' || c == ']') && mender->depth > 0)
		mender->depth--;
	mender->line += c == '\n';
	return at + 1;
}

/* What jansson can load, in `out` when the text had to be changed. */
static void mend(struct mender *mender)
{
	for (size_t at = 0; at < mender->text.len && mender->depth < DEPTH_MAX;)
		at = read_token(mender, at);
	if (mender->changed)
		tx_buffer_slice(&mender->out, tx_slice_skip(mender->text, mender->copied));
}

static telex_status load_mended(struct tx_unwrapper *unwrapper, telex_slice text,
				json_t **ret_value, struct tx_story **ret_notes,
				json_error_t *error)
{
	struct tx_story *notes = tx_story_new(&unwrapper->arena, "json");
	struct mender *mender = tx_arena_calloc(&unwrapper->arena, 1, sizeof(*mender));

	if (notes == NULL || mender == NULL)
		return TELEX_ERR_MEMORY;
	*mender = (struct mender){.notes = notes, .text = text, .line = 1};
	mend(mender);
	bool failed = notes->failed || mender->out.failed;
	if (!failed && notes->alerts != NULL) {
		telex_slice mended = tx_slice(mender->out.data, mender->out.len);
		if (!mender->changed)
			mended = text;
		*ret_value = json_loadb(mended.ptr, mended.len, JSON_ALLOW_NUL, error);
		failed = *ret_value == NULL && tx_json_short_of_memory(error);
	}
	tx_buffer_done(&mender->out);
	*ret_notes = notes;
	if (failed)
		return TELEX_ERR_MEMORY;
	return *ret_value != NULL ? TELEX_OK : TELEX_ERR_SYNTAX;
}

bool tx_json_short_of_memory(const json_error_t *error)
{
	return json_error_code(error) == json_error_out_of_memory || error->text[0] == '\0';
}

telex_status tx_json_load(struct tx_unwrapper *unwrapper, telex_slice text, json_t **ret_value,
			  struct tx_story **ret_notes, json_error_t *error)
{
	*ret_notes = NULL;
	*ret_value = json_loadb(text.ptr, text.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, error);
	if (*ret_value != NULL)
		return TELEX_OK;
	if (tx_json_short_of_memory(error))
		return TELEX_ERR_MEMORY;
	return load_mended(unwrapper, text, ret_value, ret_notes, error);
}
