/* The labels that the houses share.  A house's own stand in its profile and come first. */
#include "tokenizer/lines/labels.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define END                                                                                        \
	{                                                                                          \
		NULL, TX_NOTE_NONE, 0                                                              \
	}

/* By the first letter. */
static const struct tx_label numbered[] = {
	{"#ST LEAD", TX_NOTE_UPDATE, 0},
	{"#ND LEAD", TX_NOTE_UPDATE, 0},
	{"#RD LEAD", TX_NOTE_UPDATE, 0},
	{"#TH LEAD", TX_NOTE_UPDATE, 0},
	{"#ST NET", TX_NOTE_UPDATE, 0},
	{"#ND NET", TX_NOTE_UPDATE, 0},
	{"#RD NET", TX_NOTE_UPDATE, 0},
	{"#ST LD-WRITETHRU", TX_NOTE_UPDATE, 0},
	{"#ND LD-WRITETHRU", TX_NOTE_UPDATE, 0},
	{"#RD LD-WRITETHRU", TX_NOTE_UPDATE, 0},
	{"#TH LD-WRITETHRU", TX_NOTE_UPDATE, 0},
	{"#ST LD", TX_NOTE_UPDATE, 0},
	{"#ND LD", TX_NOTE_UPDATE, 0},
	{"#RD LD", TX_NOTE_UPDATE, 0},
	{"#TH LD", TX_NOTE_UPDATE, 0},
	{"#STLD", TX_NOTE_UPDATE, 0},
	{"#NDLD", TX_NOTE_UPDATE, 0},
	{"#RDLD", TX_NOTE_UPDATE, 0},
	{"#THLD", TX_NOTE_UPDATE, 0},
	{"#ST UPDATE", TX_NOTE_UPDATE, 0},
	{"#ND UPDATE", TX_NOTE_UPDATE, 0},
	{"#RD UPDATE", TX_NOTE_UPDATE, 0},
	{"#TH UPDATE", TX_NOTE_UPDATE, 0},
	END,
};
static const struct tx_label on_a[] = {
	{"ALERTE", TX_NOTE_ADVISORY, 2},   {"ALERTA", TX_NOTE_ADVISORY, 2},
	{"ALERT", TX_NOTE_ADVISORY, 2},    {"AVANCE", TX_NOTE_ADVISORY, 2},
	{"ADVISORY", TX_NOTE_ADVISORY, 0}, {"AMPLIACIÓN", TX_NOTE_UPDATE, 0},
	{"AMPLIACION", TX_NOTE_UPDATE, 0}, {"Ampliación", TX_NOTE_UPDATE, 0},
	{"AMP", TX_NOTE_UPDATE, 0},        {"ANULACIÓN", TX_NOTE_KILL, 0},
	{"ANULACION", TX_NOTE_KILL, 0},    {"Anulación", TX_NOTE_KILL, 0},
	{"ANULADA", TX_NOTE_KILL, 0},      {"ANULADO", TX_NOTE_KILL, 0},
	{"ANNULERET", TX_NOTE_KILL, 0},    {"ANNULLATO", TX_NOTE_KILL, 0},
	{"ANNULATION", TX_NOTE_KILL, 0},   END,
};
static const struct tx_label on_b[] = {
	{"BULLETIN", TX_NOTE_ADVISORY, 2},
	{"BLITZ", TX_NOTE_ADVISORY, 1},
	{"BREAKING", TX_NOTE_ADVISORY, 2},
	{"BERICHTIGUNG", TX_NOTE_CORRECTION, 0},
	END,
};
static const struct tx_label on_c[] = {
	{"CORRECCIÓN", TX_NOTE_CORRECTION, 0},
	{"Corrección", TX_NOTE_CORRECTION, 0},
	{"CORRECCION", TX_NOTE_CORRECTION, 0},
	{"CORRECTED", TX_NOTE_CORRECTION, 0},
	{"CORRECTION", TX_NOTE_CORRECTION, 0},
	{"CORRECTIVE", TX_NOTE_CORRECTION, 0},
	{"CORRECT", TX_NOTE_CORRECTION, 0},
	{"CORR", TX_NOTE_CORRECTION, 0},
	END,
};
static const struct tx_label on_e[] = {
	{"EILMELDUNG", TX_NOTE_ADVISORY, 2}, {"EIL", TX_NOTE_ADVISORY, 2},
	{"EXTRA", TX_NOTE_ADVISORY, 0},      {"EXCLUSIVE", TX_NOTE_ADVISORY, 0},
	{"ERRATA", TX_NOTE_CORRECTION, 0},   END,
};
static const struct tx_label on_f[] = {
	{"FLASH", TX_NOTE_ADVISORY, 1},
	END,
};
static const struct tx_label on_h[] = {
	{"HAST", TX_NOTE_ADVISORY, 2},
	END,
};
static const struct tx_label on_k[] = {
	{"KORREKTUR", TX_NOTE_CORRECTION, 0},
	{"KORREKTION", TX_NOTE_CORRECTION, 0},
	{"KILL", TX_NOTE_KILL, 0},
	END,
};
static const struct tx_label on_l[] = {
	{"LEAD #", TX_NOTE_UPDATE, 0},
	{"LÖSCHUNG", TX_NOTE_KILL, 0},
	END,
};
static const struct tx_label on_p[] = {
	{"PIX", TX_NOTE_MEDIA, 0},          {"PIX, TV", TX_NOTE_MEDIA, 0},
	{"Previsión", TX_NOTE_ADVISORY, 0}, {"PREVISIÓN", TX_NOTE_ADVISORY, 0},
	{"PREVISION", TX_NOTE_ADVISORY, 0}, END,
};
static const struct tx_label on_r[] = {
	{"RESUMEN", TX_NOTE_UPDATE, 0},
	{"REFILE", TX_NOTE_CORRECTION, 0},
	{"RECTIFICATIF", TX_NOTE_CORRECTION, 0},
	{"RETTELSE", TX_NOTE_CORRECTION, 0},
	END,
};
static const struct tx_label on_s[] = {
	{"SNEL", TX_NOTE_ADVISORY, 2},
	END,
};
static const struct tx_label on_u[] = {
	{"URGENTE", TX_NOTE_ADVISORY, 2},   {"URGENT", TX_NOTE_ADVISORY, 2},
	{"ULTIM'ORA", TX_NOTE_ADVISORY, 2}, {"ULTIMORA", TX_NOTE_ADVISORY, 2},
	{"UPDATE #", TX_NOTE_UPDATE, 0},    END,
};
static const struct tx_label on_v[] = {
	{"VIDEO", TX_NOTE_MEDIA, 0},
	{"VÍDEO", TX_NOTE_MEDIA, 0},
	END,
};
static const struct tx_label on_w[] = {
	{"WRAPUP #", TX_NOTE_UPDATE, 0},
	{"WITHDRAWN", TX_NOTE_KILL, 0},
	END,
};

static const struct tx_label *const shared_labels[26] = {
	['a' - 'a'] = on_a, ['b' - 'a'] = on_b, ['c' - 'a'] = on_c, ['e' - 'a'] = on_e,
	['f' - 'a'] = on_f, ['h' - 'a'] = on_h, ['k' - 'a'] = on_k, ['l' - 'a'] = on_l,
	['p' - 'a'] = on_p, ['r' - 'a'] = on_r, ['s' - 'a'] = on_s, ['u' - 'a'] = on_u,
	['v' - 'a'] = on_v, ['w' - 'a'] = on_w,
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

static bool match_in(const struct tx_label *labels, telex_slice s, struct tx_label_match *ret_match)
{
	if (labels == NULL || s.len == 0)
		return false;
	char lower = tx_is_digit(s.ptr[0]) ? '#' : tx_lower(s.ptr[0]);
	char upper = tx_is_lower(lower) ? (char)(lower - 'a' + 'A') : lower;
	for (const struct tx_label *label = labels; label->text != NULL; label++) {
		telex_slice number;
		if (label->text[0] != lower && label->text[0] != upper)
			continue;
		size_t len = match_text(label->text, s, &number);
		bool closed = len > 0 && !tx_is_alpha(label->text[strlen(label->text) - 1]);
		if (len > 0 && (closed || ends_word(tx_slice_skip(s, len)))) {
			*ret_match =
				(struct tx_label_match){label, tx_slice_take(s, len), len, number};
			return true;
		}
	}
	return false;
}

/* The labels that all share which can begin with `c`, or NULL. */
static const struct tx_label *shared_for(char c)
{
	if (tx_is_digit(c))
		return numbered;
	return tx_is_alpha(c) ? shared_labels[tx_lower(c) - 'a'] : NULL;
}

static bool match_shared(telex_slice s, struct tx_label_match *ret_match)
{
	return s.len > 0 && match_in(shared_for(s.ptr[0]), s, ret_match);
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

/* Without punctuation a word in capitals in front of more capitals is a word of the headline:
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
