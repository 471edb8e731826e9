/* Lines that are bylines by themselves, wherever they stand: a byline word and a name ("By Odo
 * Marn"), or a name with an agency or a role after a comma. */
#include "tokenizer/lines/byline.h"

#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/words/evidence.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/lines/web_date.h"

#define BYLINE_MAX 110 /* bytes */

/* Brackets or stars around a byline. */
static telex_slice strip_brackets(telex_slice s)
{
	if (tx_slice_starts(s, TX_LIT("***")) && tx_slice_ends(s, TX_LIT("***")) && s.len > 6)
		return tx_trim(tx_slice(s.ptr + 3, s.len - 6));
	if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
		return tx_trim(tx_slice(s.ptr + 1, s.len - 2));
	return s;
}

/* The first name of a list: up to a comma or a conjunction. */
static telex_slice first_name(telex_slice s)
{
	static const char *const ends[] = {",",    " and ", " y ",   " e ", " et ", " und ", " i ",
					   " en ", " og ",  " och ", "/",   " in ", " & ",   NULL};
	size_t len = s.len;

	for (const char *const *end = ends; *end != NULL; end++) {
		size_t at = tx_slice_find(s, tx_slice_of(*end));
		if (at < len)
			len = at;
	}
	return tx_trim(tx_slice_take(s, len));
}

/* What an author did for the story: "(texto)". */
static bool is_trade(telex_slice s)
{
	static const char *const trades[] = {"texto",
					     "textos",
					     "texte",
					     "testo",
					     "foto",
					     "fotos",
					     "photo",
					     "photos",
					     "v\xc3\xad"
					     "deo",
					     "video",
					     "vid\xc3\xa9o",
					     "gr\xc3\xa1"
					     "ficos",
					     "text",
					     NULL};

	return tx_slice_in(s, trades);
}

/* Whether a blank and the start of one of the marks below is in the line. */
static bool has_mark(telex_slice s)
{
	for (size_t i = 0; i + 1 < s.len; i++) {
		if (s.ptr[i] == ' ' && strchr("-\xe2|(", s.ptr[i + 1]) != NULL)
			return true;
	}
	return false;
}

/* Where a name ends at a dash, a bar or a bracket, for what is after it is a role, an agency or a
 * trade; s.len: nowhere. */
static size_t marked_end(telex_slice s)
{
	static const char *const marks[] = {" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " | ", " (",
					    NULL};
	bool pictures;

	if (!has_mark(s))
		return s.len;
	for (const char *const *mark = marks; *mark != NULL; mark++) {
		size_t at = tx_slice_find(s, tx_slice_of(*mark));
		if (at == s.len)
			continue;
		telex_slice tail = tx_slice_skip(s, at + strlen(*mark));
		size_t end = tx_slice_find(
			tail, tx_slice_of(**mark == ' ' && (*mark)[1] == '(' ? ")" : *mark));
		tail = tx_trim(tx_slice_take(tail, end));
		if (tx_byline_is_role(tail) || is_trade(tail) ||
		    tx_credit_agency(tail, &pictures) != NULL)
			return at;
	}
	return s.len;
}

/* After a byline word is a name; "By Popular Demand" and "De Madrid Al Cielo" are titles. */
static bool names_person(telex_slice line, size_t word)
{
	telex_slice rest = tx_slice_skip(line, word);
	telex_slice name = first_name(tx_slice_take(rest, marked_end(rest)));
	bool weak = tx_byline_word_is_weak(line), pictures;

	if (!tx_byline_is_name(name) || tx_credit_agency(name, &pictures) != NULL)
		return false;
	return tx_evidence_of_name(name) +
		       tx_evidence_weight(weak ? TX_EV_BYLINE_WEAK : TX_EV_BYLINE_WORD) >=
	       TX_EVIDENCE_NAME;
}

telex_slice tx_byline_part(telex_slice line)
{
	struct tx_web_date date;
	telex_slice before, after;

	if (tx_byline_word(line) == 0 || !tx_web_date_find(line, &date, &before, &after) ||
	    after.len > 0)
		return line;
	return before;
}

bool tx_byline_is(telex_slice line)
{
	telex_slice s = tx_byline_part(strip_brackets(line));

	if (s.len > BYLINE_MAX || s.len < 5)
		return false;
	size_t word = tx_byline_word(s);
	if (word > 0)
		return names_person(s, word);
	size_t end = marked_end(s);
	if (end < s.len && tx_slice_find(s, TX_LIT(" (")) != end &&
	    tx_byline_is_name(tx_slice_take(s, end)))
		return !tx_slugline_is_upper(s);
	struct tx_cut cut = tx_cut(s, ',');
	if (cut.found && tx_byline_is_name(cut.head) &&
	    tx_sign_find(tx_trim(cut.tail), TX_SIGN_BYLINE) != NULL)
		return true;
	return cut.found && !tx_slugline_is_upper(s) && tx_byline_is_name(cut.head) &&
	       tx_byline_is_role(tx_trim(cut.tail));
}

void tx_byline_claim(telex_slice line, struct tx_claims *claims)
{
	telex_slice s = tx_byline_part(strip_brackets(line));
	size_t comma = s.len, len = 0;

	while (comma > 0 && s.ptr[comma - 1] != ',')
		comma--;
	telex_slice tail = tx_trim(tx_slice_skip(s, comma));
	const struct tx_profile *house = comma > 0 ? tx_sign_at(tail, TX_SIGN_BYLINE, &len) : NULL;
	tx_claim(claims, house, TX_CLAIM_FAIR, len);
}
