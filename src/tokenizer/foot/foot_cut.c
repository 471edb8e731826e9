/* What is glued to the last sentence of a dispatch, from its end inwards: media marks, a copyright
 * notice, a credit in brackets, "more", initials, the end mark. */
#include "tokenizer/foot/foot.h"

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/foot/foot_credit.h"
#include "tokenizer/lines/media_mark.h"
#include "tokenizer/lines/notes.h"

#define GLUED_WORDS_MAX 5  /* words after an end mark after the last sentence */
#define MORE_MAX        16 /* bytes of a "more" mark in brackets */

/* The last paragraph, as far as it is not taken. */
static telex_slice last_text(const struct tx_scan *scan, size_t line)
{
	return tx_foot_lines_text(scan, tx_foot_paragraph(scan, line), line);
}

/* "… in Rome. (Reporting by X; Editing by Y)" */
static bool cut_credit(struct tx_scan *scan, size_t line)
{
	telex_slice s = last_text(scan, line);
	size_t at = s.len;

	if (s.len == 0 || s.ptr[s.len - 1] != ')')
		return false;
	while (at > 1 && s.ptr[at - 1] != '(')
		at--;
	if (at < 2 || tx_note_of(tx_slice_skip(s, at - 1), TX_NOTE_IN_FOOT) != TX_NOTE_CREDIT)
		return false;
	tx_foot_add(scan, s.ptr + at - 1, TX_TOK_NOTE, TX_NOTE_CREDIT);
	return true;
}

/* "… on holidays. (c) Reuters Limited 1997." */
static bool cut_copyright(struct tx_scan *scan, size_t line)
{
	telex_slice s = last_text(scan, line);
	size_t at = tx_copyright_glued(s), len = 0;

	if (at == s.len)
		return false;
	const struct tx_profile *owner = tx_copyright_owner(tx_slice_skip(s, at), &len);
	tx_claim(&scan->claims, owner, TX_CLAIM_FAIR, len);
	tx_foot_add(scan, s.ptr + at, TX_TOK_NOTE, TX_NOTE_CREDIT);
	return true;
}

static bool cut_more(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_text(scan, line);
	size_t open = s.len;

	while (open > 0 && s.ptr[open - 1] != '(' && s.len - open < MORE_MAX)
		open--;
	if (open < 2 || s.ptr[open - 1] != '(' || !tx_more_mark(tx_slice_skip(s, open - 1)))
		return false;
	tx_foot_add(scan, s.ptr + open - 1, TX_TOK_MORE, TX_NOTE_NONE);
	return true;
}

/* "… [+1234 chars]": what an interface for news says of a text that it cuts. */
static void cut_length(struct tx_scan *scan, size_t line)
{
	telex_slice tail = TX_LIT(" chars]");
	telex_slice s = tx_foot_text(scan, line);

	if (!tx_slice_ends(s, tail))
		return;
	size_t at = s.len - tail.len;
	while (at > 0 && tx_is_digit(s.ptr[at - 1]))
		at--;
	if (at >= 2 && s.ptr[at - 1] == '+' && s.ptr[at - 2] == '[')
		tx_foot_add(scan, s.ptr + at - 2, TX_TOK_NOTE, TX_NOTE_ADVISORY);
}

static bool has_digit(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_digit(s.ptr[i]))
			return true;
	}
	return false;
}

/* "… frase. EFE mtf/fv", word by word from the end. */
static bool mark_and_signoff(telex_slice s, struct tx_glued_end *ret_end)
{
	size_t at = s.len;

	for (size_t words = 0; words < GLUED_WORDS_MAX && at > 1; words++) {
		at--;
		while (at > 0 && s.ptr[at - 1] != ' ')
			at--;
		telex_slice tail = tx_slice_skip(s, at);
		bool initials = tx_signoff_parse(tail, true, &ret_end->signoff);
		/* A stamp alone is no sign-off; the initials before it may be. */
		if (at < 2 || (!initials && !has_digit(tail)))
			return false;
		if (initials && tx_end_mark_glued(tx_slice_take(s, at), &ret_end->mark) &&
		    (ret_end->mark.profile != NULL || ret_end->mark.mark.ptr[0] == '('))
			return true;
	}
	return false;
}

bool tx_end_glued(telex_slice s, struct tx_glued_end *ret_end)
{
	if (mark_and_signoff(s, ret_end))
		return true;
	ret_end->signoff = (struct tx_signoff){0};
	return tx_end_mark_glued(s, &ret_end->mark);
}

static bool cut_end(struct tx_scan *scan, size_t line)
{
	struct tx_glued_end end;

	if (!tx_end_glued(last_text(scan, line), &end))
		return false;
	tx_foot_claim(scan, &end.mark);
	if (end.signoff.count > 0)
		tx_foot_add_signoff(scan, end.signoff.text.ptr, &end.signoff);
	tx_foot_add_end_mark(scan, end.mark.mark.ptr, &end.mark);
	return true;
}

bool tx_foot_own_mark(const struct tx_scan *scan, telex_slice s)
{
	if (s.len > 0 && s.ptr[s.len - 1] == '.')
		s.len--;
	if (!scan->has_dateline || s.len < 4 || s.ptr[0] != '(' || s.ptr[s.len - 1] != ')')
		return false;
	telex_slice inside = tx_slice(s.ptr + 1, s.len - 2);
	for (size_t i = 0; i < scan->dateline.mark_count; i++) {
		if (tx_slice_eq_nocase(scan->dateline.marks[i], inside))
			return true;
	}
	return false;
}

/* What may be between the text and the mark. */
static const telex_slice own_dashes[] = {TX_SLICE(" -"), TX_SLICE(" \xe2\x80\x93"),
					 TX_SLICE(" \xe2\x80\x94")};

/* "… vicino al porto. – (VELPRESS)": the mark of the dateline, of an agency that is not known. */
static bool cut_own_mark(struct tx_scan *scan, size_t line)
{
	telex_slice s = last_text(scan, line);
	size_t at = s.len;

	if (scan->dateline.profile != NULL || s.len == 0 || s.ptr[s.len - 1] != ')')
		return false;
	while (at > 0 && s.ptr[at - 1] != '(')
		at--;
	if (at < 2 || !tx_foot_own_mark(scan, tx_slice_skip(s, at - 1)))
		return false;
	struct tx_end_mark mark = {.mark = tx_slice_skip(s, at - 1)};
	tx_foot_add_end_mark(scan, mark.mark.ptr, &mark);
	telex_slice above = tx_trim(tx_slice_take(s, at - 1));
	for (size_t i = 0; i < TX_COUNT(own_dashes); i++) {
		if (tx_slice_ends(above, own_dashes[i]))
			tx_foot_add(scan, above.ptr + above.len - own_dashes[i].len, TX_TOK_RULE,
				    TX_NOTE_NONE);
	}
	return true;
}

/* "… erwartet./kho/ibr/tl": initials right after a stop, each after a slash. */
static bool cut_slashed(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	telex_slice s = tx_foot_text(scan, line);
	size_t at = s.len, slashes = 0;

	while (at > 0 && (tx_is_alpha(s.ptr[at - 1]) || s.ptr[at - 1] == '/'))
		slashes += s.ptr[--at] == '/';
	if (at < 2 || slashes < 2 || s.ptr[at] != '/' || s.ptr[at - 1] != '.' ||
	    s.ptr[at - 2] == ' ' || !tx_signoff_parse(tx_slice_skip(s, at), true, &signoff))
		return false;
	tx_foot_add_signoff(scan, s.ptr + at, &signoff);
	return true;
}

static bool closes_sentence(telex_slice s)
{
	return s.len > 0 && strchr(".!?)\"", s.ptr[s.len - 1]) != NULL;
}

/* Marks of media after a stop, or after an end mark; else they are words of the text. */
static bool cut_media(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_text(scan, line);
	size_t marks = tx_media_mark_tail(s), end = scan->body_end;

	if (marks == 0 || marks == s.len)
		return false;
	tx_foot_add(scan, s.ptr + s.len - marks, TX_TOK_NOTE, TX_NOTE_MEDIA);
	if (cut_end(scan, line))
		return true;
	if (!closes_sentence(tx_foot_text(scan, line))) {
		scan->foot_count--;
		scan->body_end = end;
	}
	return false;
}

/* "… antes del verano. (Con información de EFE)", or with `sourced` false "… verano. (AFP)", which
 * an end mark may be as well. */
static bool cut_agency(struct tx_scan *scan, size_t line, bool sourced)
{
	struct tx_credit_line credit;
	telex_slice s = last_text(scan, line);
	size_t at = tx_foot_credit_glued(s, &credit);

	if (at == 0 || (sourced && tx_credit_source_word(tx_slice_skip(s, at + 1)) == 0))
		return false;
	tx_credit_claim(&credit, &scan->claims);
	tx_foot_add(scan, s.ptr + at, TX_TOK_CREDIT, TX_NOTE_NONE);
	return true;
}

bool tx_foot_cut(struct tx_scan *scan, size_t line)
{
	cut_length(scan, line);
	if (cut_media(scan, line))
		return true;
	if (!cut_copyright(scan, line) && !cut_agency(scan, line, true) && !cut_credit(scan, line))
		cut_more(scan, line);
	if (cut_end(scan, line) || cut_own_mark(scan, line) || cut_slashed(scan, line))
		return true;
	cut_agency(scan, line, false);
	return false;
}
