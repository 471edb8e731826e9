/* Versions after slugs, as desks write them: "BC-Ferry,1st Ld-Writethru", "AM-Ferry 1stLd", "GOLD/
 * (UPDATE 1)", "REYES (Ampliación 2)".  A kind of copy in brackets, "(Previsión)", is the slug's
 * own. */
#include "tokenizer/lines/slugline.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/scan.h"

static const char *const versions[] = {"ld",         "lead",   "add",       "take",
				       "sub",        "insert", "writethru", "writethrough",
				       "update",     "wrapup", "net",       "ampliaci\xc3\xb3n",
				       "ampliacion", "wm",     NULL};

/* Bytes of a word of the list at the start of `s`, blanks before it included. */
static size_t version_word(telex_slice s)
{
	size_t blanks = 0;

	while (blanks < s.len && s.ptr[blanks] == ' ')
		blanks++;
	if (blanks == s.len || !tx_is_alpha(s.ptr[blanks]))
		return 0;
	telex_slice word = tx_slice_skip(s, blanks);
	for (const char *const *version = versions; *version != NULL; version++) {
		size_t len = strlen(*version);
		if (tx_slice_starts_nocase(word, tx_slice_of(*version)) &&
		    (word.len == len || !tx_is_alpha(word.ptr[len])))
			return blanks + len;
	}
	return 0;
}

/* "1st Ld", "1stLd", "2nd Ld-Writethru"; "UPDATE 1", "Ampliación 2"; "Writethru". */
static bool opens_version(telex_slice s)
{
	size_t digits = tx_count_digits(s);
	telex_slice rest = tx_slice_skip(s, digits + 2);
	static const char *const endings[] = {"st", "nd", "rd", "th", NULL};

	if (digits > 0) {
		telex_slice ending = tx_slice_take(tx_slice_skip(s, digits), 2);
		for (const char *const *e = endings; *e != NULL; e++) {
			if (tx_slice_eq_nocase(ending, tx_slice_of(*e)))
				return version_word(rest) > 0;
		}
		return false;
	}
	/* Without an ordinal only a lead, a take, an update, a wrapup, an ampliación has a number. */
	if (s.len == 0 || strchr("lLtTuUwWaA", s.ptr[0]) == NULL)
		return false;
	size_t word = version_word(s);
	telex_slice number = tx_trim(tx_slice_skip(s, word));
	bool writethru = word > 0 && tx_slice_starts_nocase(s, TX_LIT("writethr"));
	return writethru || (word > 0 && tx_count_digits(number) > 0);
}

/* A version has a figure, or is "writethru". */
static bool may_have_version(telex_slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		bool write = (line.ptr[i] == 'W' || line.ptr[i] == 'w') && i > 0 &&
			     !tx_is_alpha(line.ptr[i - 1]);
		if (tx_is_digit(line.ptr[i]) || write)
			return true;
	}
	return false;
}

size_t tx_slugline_version(telex_slice line, telex_slice *ret_version)
{
	*ret_version = (telex_slice){NULL, 0};
	if (!may_have_version(line))
		return line.len;
	for (size_t at = 1; at < line.len; at++) {
		char before = line.ptr[at - 1];
		bool hyphen = before == '-' && tx_is_digit(line.ptr[at]);
		if ((before != ',' && before != ' ' && before != '(' && !hyphen) ||
		    line.ptr[at] == ' ')
			continue;
		telex_slice rest = tx_slice_skip(line, at);
		if (!opens_version(rest))
			continue;
		size_t start = before == '(' ? at - 1 : at, end = start;
		while (end < line.len && line.ptr[end] != ',')
			end++;
		*ret_version = tx_trim(tx_slice(line.ptr + start, end - start));
		while (start > 0 && strchr(" ,-", line.ptr[start - 1]) != NULL)
			start--;
		return start;
	}
	return line.len;
}

/* A version after the slug is a note; what is after that, a count of words, is the envelope's. */
void tx_push_slug(struct tx_scan *scan, telex_slice s, size_t end)
{
	telex_slice version;
	size_t len = tx_slugline_version(s, &version);

	if (version.ptr == NULL || len == 0) {
		tx_push(scan, TX_TOK_SLUG, TX_NOTE_NONE, end);
		return;
	}
	tx_push(scan, TX_TOK_SLUG, TX_NOTE_NONE, (size_t)(s.ptr + len - scan->text.ptr));
	tx_push(scan, TX_TOK_FRAME, TX_NOTE_NONE, (size_t)(version.ptr - scan->text.ptr));
	tx_push(scan, TX_TOK_NOTE, TX_NOTE_UPDATE,
		(size_t)(version.ptr + version.len - scan->text.ptr));
	tx_push(scan, TX_TOK_FRAME, TX_NOTE_NONE, end);
}
