/* The labels that the agencies share.  Those of one agency are in its profile and come first. */
#include "tokenizer/lines/labels.h"

#include "core/ascii.h"
#include "tokenizer/words/row_index.h"
#include "core/utf8.h"

#define ROW(text, note, urgency) {(text), (note), (urgency)},

static const struct tx_label shared_labels[] = {
#include "tokenizer/lines/labels.def"
};

/* Match one label's text at the start of `s`: bytes taken, 0 when it does not match. */
static size_t match_text(const char *pattern, telex_slice s, telex_slice *ret_number)
{
	size_t at = 0;

	*ret_number = (telex_slice){NULL, 0};
	for (const char *p = pattern; *p != '\0'; p++) {
		if (*p == '#') {
			size_t start = at;
			while (at < s.len && tx_is_digit(s.ptr[at]))
				at++;
			if (at == start || at - start > 3)
				return 0;
			*ret_number = tx_slice(s.ptr + start, at - start);
		} else if (at < s.len && tx_lower(s.ptr[at]) == tx_lower(*p)) {
			at++;
		} else {
			return 0;
		}
	}
	return at;
}

static bool ends_word(telex_slice rest)
{
	uint32_t c;

	if (rest.len == 0)
		return true;
	tx_utf8_decode(rest, &c);
	return !tx_char_is_letter(c) && !(c >= '0' && c <= '9') && c != '\'';
}

static bool match_label(const struct tx_label *label, telex_slice s,
			struct tx_label_match *ret_match)
{
	telex_slice number;
	size_t len = match_text(label->text, s, &number);
	bool closed = len > 0 && !tx_is_alpha(label->text[strlen(label->text) - 1]);

	if (len == 0 || (!closed && !ends_word(tx_slice_skip(s, len))))
		return false;
	*ret_match = (struct tx_label_match){label, tx_slice_take(s, len), len, number};
	return true;
}

/* The first byte of the labels that may be at the start of `s`, in lower case. */
static char first_of(telex_slice s)
{
	return tx_is_digit(s.ptr[0]) ? '#' : tx_lower(s.ptr[0]);
}

static bool match_in(const struct tx_label *labels, telex_slice s, struct tx_label_match *ret_match)
{
	if (labels == NULL || s.len == 0)
		return false;
	char first = first_of(s);
	for (const struct tx_label *label = labels; label->text != NULL; label++) {
		if (tx_lower(label->text[0]) == first && match_label(label, s, ret_match))
			return true;
	}
	return false;
}

static bool match_shared(telex_slice s, struct tx_label_match *ret_match)
{
	if (s.len == 0)
		return false;
	char first = first_of(s);
	struct tx_row_range rows = tx_rows_on(&tx_label_rows, first);
	for (unsigned i = rows.first; i < rows.end; i++) {
		const struct tx_label *label = &shared_labels[tx_label_rows.order[i]];
		if (tx_lower(label->text[0]) == first && match_label(label, s, ret_match))
			return true;
	}
	return false;
}

static bool match_any(telex_slice s, const struct tx_profile *profile,
		      struct tx_label_match *ret_match)
{
	return match_in(profile == NULL ? NULL : profile->labels, s, ret_match) ||
	       match_shared(s, ret_match);
}

static size_t punctuation_len(telex_slice s)
{
	size_t len = 0, kept = 0;

	while (len < s.len) {
		uint32_t c;
		size_t step = tx_utf8_decode(tx_slice_skip(s, len), &c);
		bool mark = c == ':' || c == '.' || c == '-' || c == '/' || c == ',' ||
			    c == 0x2013 || c == 0x2014;
		if (!mark && !tx_char_is_space(c))
			break;
		len += step;
		kept = mark ? len : kept;
	}
	return kept == 0 ? 0 : len;
}

/* Without punctuation a word in capitals before more capitals is a word of the headline:
 * "AVANCE EN LAS …". */
static bool stands_out(telex_slice label, telex_slice rest)
{
	bool label_upper = true, rest_lower = false;

	for (size_t i = 0; i < label.len; i++)
		label_upper &= !tx_is_lower(label.ptr[i]);
	for (size_t i = 0; i < rest.len; i++)
		rest_lower |= tx_is_lower(rest.ptr[i]);
	return label_upper && rest_lower;
}

static bool at_start_bracketed(telex_slice text, const struct tx_profile *profile,
			       struct tx_label_match *ret_match)
{
	struct tx_cut cut = tx_cut(tx_slice_skip(text, 1), ')');

	if (!cut.found || !match_any(cut.head, profile, ret_match) ||
	    ret_match->len != cut.head.len)
		return false;
	size_t len = cut.head.len + 2;
	ret_match->text = tx_slice_take(text, len);
	ret_match->len = len + punctuation_len(tx_slice_skip(text, len));
	return true;
}

bool tx_label_at_start(telex_slice text, const struct tx_profile *profile,
		       struct tx_label_match *ret_match)
{
	if (text.len == 0)
		return false;
	if (match_in(profile == NULL ? NULL : profile->labels, text, ret_match)) {
		ret_match->len += punctuation_len(tx_slice_skip(text, ret_match->len));
		return ret_match->len < text.len;
	}
	if (text.ptr[0] == '(')
		return at_start_bracketed(text, profile, ret_match) && ret_match->len < text.len;
	if (!match_shared(text, ret_match))
		return false;
	telex_slice rest = tx_slice_skip(text, ret_match->len);
	size_t punctuation = punctuation_len(rest);
	ret_match->len += punctuation;
	return ret_match->len < text.len && (punctuation > 0 || stands_out(ret_match->text, rest));
}

static bool has_lower(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

bool tx_label_is_wording(const struct tx_label_match *match, telex_slice text)
{
	telex_slice rest = tx_slice_skip(text, match->text.len);

	bool set_off = text.ptr[0] == '(' || tx_slice_starts(rest, TX_LIT(" - "));
	bool joined = match->len < text.len && text.ptr[match->len - 1] == '-' && !has_lower(text);
	return match->label->note == TX_NOTE_CORRECTION && (set_off || joined);
}

bool tx_label_at_end(telex_slice text, const struct tx_profile *profile,
		     struct tx_label_match *ret_match)
{
	size_t open = text.len;

	if (text.len < 4 || text.ptr[text.len - 1] != ')')
		return false;
	while (open > 0 && text.ptr[open - 1] != '(')
		open--;
	if (open < 2)
		return false;
	telex_slice whole = tx_slice_skip(text, open - 1);
	telex_slice content = tx_slice(text.ptr + open, text.len - open - 1);
	bool found = (match_in(profile == NULL ? NULL : profile->labels, whole, ret_match) &&
		      ret_match->len == whole.len) ||
		     (match_any(content, profile, ret_match) && ret_match->len == content.len);
	ret_match->text = whole;
	ret_match->len = whole.len;
	return found;
}

bool tx_label_whole(telex_slice text, const struct tx_profile *profile,
		    struct tx_label_match *ret_match)
{
	telex_slice s = tx_trim(text);

	if (s.len == 0)
		return false;
	if (match_any(s, profile, ret_match) &&
	    ret_match->len + punctuation_len(tx_slice_skip(s, ret_match->len)) == s.len)
		return true;
	return s.ptr[0] == '(' && at_start_bracketed(s, profile, ret_match) &&
	       ret_match->len == s.len;
}

bool tx_label_read(telex_slice text, const struct tx_profile *profile,
		   struct tx_label_match *ret_match)
{
	telex_slice s = tx_trim(text);

	return s.len > 0 && (match_any(s, profile, ret_match) ||
			     (s.ptr[0] == '(' && at_start_bracketed(s, profile, ret_match)));
}
