/* End marks of the agencies (their profiles) and those that all share. */
#include "tokenizer/lines/endmark.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/lines.h"

#define GLUED_MAX 40 /* bytes from the end of a line in which a glued mark begins */

#define MARK(text)                                                                                 \
	{                                                                                          \
		(text), sizeof(text) - 1                                                           \
	}

static const telex_slice shared_marks[] = {
	MARK("-0-"),    MARK("###"),     MARK("# # #"),     MARK("-30-"),          MARK("(END)"),
	MARK("-END-"),  MARK("END"),     MARK("ENDS"),      MARK("Ends"),          MARK("ends"),
	MARK("(Ende)"), MARK("Ende"),    MARK("(Schluss)"), MARK("(Fin)"),         MARK("Fin"),
	MARK("FIN"),    MARK("Fim"),     MARK("FIM"),       MARK("./."),           MARK("NNNN"),
	MARK("nnnn"),   MARK("Enditem"), MARK("***"),       MARK("-Fin de nota-"), {NULL, 0}};
/* Content as often as marks: only after a blank line. */
static const telex_slice weak_marks[] = {MARK("30"), MARK("0"), {NULL, 0}};

static const telex_slice more_marks[] = {
	MARK("(more)"),   MARK("more"),          MARK("MORE"),       MARK("More"),
	MARK("mfl"),      MARK("-more-"),        MARK("- more -"),   MARK("(MORE)"),
	MARK("sigue"),    MARK("(sigue)"),       MARK("SIGUE"),      MARK("(SIGUE)"),
	MARK("Sigue"),    MARK("(continúa)"),    MARK("(CONTINÚA)"), MARK("continúa"),
	MARK("CONTINÚA"), MARK("CONTINUA"),      MARK("(continua)"), MARK("(suite)"),
	MARK("à suivre"), MARK("a suivre"),      MARK("(à suivre)"), MARK("folgt"),
	MARK("(folgt)"),  MARK("(mehr)"),        MARK("(segue)"),    MARK("segue"),
	MARK("more ug"),  MARK("(continúa...)"), MARK("(segueix)"),  {NULL, 0}};

/* Dots, "^M" and quads that teletypes leave after a mark. */
static telex_slice strip_tail(telex_slice s)
{
	if (tx_slice_ends(s, TX_LIT("^M")))
		s.len -= 2;
	s = tx_trim_seen(s);
	if (tx_slice_ends(s, TX_LIT("...")))
		s.len -= 3;
	else if (s.len > 3 && s.ptr[s.len - 1] == '.' &&
		 (tx_is_alpha(s.ptr[s.len - 2]) || s.ptr[s.len - 2] == ')'))
		s.len -= 1;
	return tx_trim_seen(s);
}

/* Most marks are out by their length. */
static bool is_listed(telex_slice s, const telex_slice *marks)
{
	for (; marks->ptr != NULL; marks++) {
		if (marks->len == s.len && marks->ptr[0] == s.ptr[0] && tx_slice_eq(*marks, s))
			return true;
	}
	return false;
}

/* A bureau: one to three capitalised words. */
static bool is_desk(telex_slice s)
{
	size_t words = 0;

	while (s.len > 0) {
		struct tx_cut cut = tx_cut(s, ' ');
		uint32_t first;
		if (cut.head.len == 0 || cut.head.len > 24)
			return false;
		tx_utf8_decode(cut.head, &first);
		if (!tx_char_is_upper(first))
			return false;
		words++;
		s = tx_trim(cut.tail);
	}
	return words > 0 && words <= 3;
}

/* An agency's mark at the start of `s`, with the bureau after it when the agency writes one. */
static bool read_house_mark(telex_slice s, struct tx_end_mark *ret_mark)
{
	size_t len = 0;
	const struct tx_profile *profile = tx_sign_find(s, TX_SIGN_END_MARK);

	*ret_mark = (struct tx_end_mark){s, {NULL, 0}, profile};
	if (profile != NULL)
		return true;
	profile = tx_sign_at(s, TX_SIGN_END_MARK, &len);
	if (profile == NULL || (profile->flags & TX_STYLE_DESK_AFTER_END) == 0)
		return false;
	telex_slice desk = tx_trim(tx_slice_skip(s, len));
	if (desk.len > 0 && desk.ptr[0] == '-')
		desk = tx_trim(tx_slice_skip(desk, 1));
	*ret_mark = (struct tx_end_mark){tx_slice_take(s, len), desk, profile};
	return is_desk(desk);
}

static telex_slice strip_leading_dash(telex_slice s)
{
	if (s.len > 4 && s.ptr[0] == '-' && s.ptr[1] == ' ')
		return tx_trim(tx_slice_skip(s, 2));
	return s;
}

bool tx_end_mark_line(telex_slice line, bool after_blank, struct tx_end_mark *ret_mark)
{
	telex_slice whole = tx_trim_seen(line), s = strip_tail(whole);

	if (s.len == 0 || s.len > GLUED_MAX)
		return false;
	*ret_mark = (struct tx_end_mark){s, {NULL, 0}, NULL};
	if (is_listed(s, shared_marks) || (whole.len != s.len && is_listed(whole, shared_marks)) ||
	    (after_blank && is_listed(s, weak_marks)))
		return true;
	if (read_house_mark(s, ret_mark))
		return true;
	telex_slice undashed = strip_leading_dash(s);
	return undashed.len != s.len && read_house_mark(undashed, ret_mark);
}

static bool ends_sentence(telex_slice s)
{
	uint32_t c;

	s = tx_trim(s);
	if (s.len == 0)
		return false;
	tx_utf8_decode_last(s, &c);
	switch (c) {
	case '.':
	case '"':
	case ')':
	case '\'':
	case '!':
	case '?':
	case ':':
	case ';':
	case '>':
	case '*':
	case 0x201d:
	case 0x2019:
	case 0xbb:
	case 0x2026:
		return true;
	default:
		return false;
	}
}

bool tx_end_mark_exact(const struct tx_end_mark *mark)
{
	/* Marks that all agencies share are not an agency's own. */
	const char *const *sign =
		mark->profile == NULL ? NULL : mark->profile->signs[TX_SIGN_END_MARK];

	for (; sign != NULL && *sign != NULL; sign++) {
		telex_slice text = tx_slice_of(*sign);
		bool star = text.len > 1 && text.ptr[text.len - 1] == '*';
		text.len -= star;
		if (star ? tx_slice_starts(mark->mark, text) : tx_slice_eq(mark->mark, text))
			return true;
	}
	return false;
}

static bool ends_figure(telex_slice s)
{
	s = tx_trim(s);
	return s.len > 0 && tx_is_digit(s.ptr[s.len - 1]);
}

/* Whether a sentence may end after byte `last`: not with a letter, a blank or a comma.  Beyond ASCII
 * none ends with one of the two-byte characters from U+00C0 on. */
static bool may_end_sentence(telex_slice s, size_t last)
{
	char c = s.ptr[last];

	if (tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER) || c == ' ' || c == ',')
		return false;
	return last == 0 || ((unsigned char)c & 0xc0) != 0x80 ||
	       (unsigned char)s.ptr[last - 1] < 0xc3 || (unsigned char)s.ptr[last - 1] > 0xdf;
}

/* "Foto: EFE": a label and what it names. */
static bool is_labelled(telex_slice s, size_t at)
{
	telex_slice head = tx_trim(tx_slice_take(s, at));

	return head.len > 0 && head.ptr[head.len - 1] == ':' &&
	       memchr(head.ptr, ' ', head.len) == NULL;
}

/* "all'ANSA", "d'EFE": an article before the name. */
static bool is_elided(telex_slice s, size_t at)
{
	telex_slice head = tx_slice_take(s, at);
	size_t quote = tx_slice_ends(head, TX_LIT("'"))              ? 1
		       : tx_slice_ends(head, TX_LIT("\xe2\x80\x99")) ? 3
								     : 0;

	return quote > 0 && head.len > quote &&
	       tx_char_is(head.ptr[head.len - quote - 1], TX_CHAR_UPPER | TX_CHAR_LOWER);
}

/* Whether a mark begins at byte `at`, after a sentence or a figure. */
static bool read_glued(telex_slice s, size_t at, struct tx_end_mark *ret_mark)
{
	bool figure = ends_figure(tx_slice_take(s, at));

	if (!tx_char_is(s.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_PUNCT) ||
	    (!figure && !ends_sentence(tx_slice_take(s, at))) || is_elided(s, at) ||
	    is_labelled(s, at))
		return false;
	telex_slice tail = tx_slice_skip(s, at);
	if (tail.len > 3 && !tx_is_alpha(tail.ptr[0]) && is_listed(tail, shared_marks)) {
		*ret_mark = (struct tx_end_mark){tail, {NULL, 0}, NULL};
		return true;
	}
	return (tx_is_alpha(tail.ptr[0]) || tail.ptr[0] == '(') &&
	       read_house_mark(strip_tail(tail), ret_mark) &&
	       /* As at the end of a table. */
	       (!figure || tx_end_mark_exact(ret_mark));
}

bool tx_end_mark_glued(telex_slice line, struct tx_end_mark *ret_mark)
{
	telex_slice s = tx_trim_seen(line);
	size_t from = s.len > GLUED_MAX ? s.len - GLUED_MAX : 1;
	size_t first = from - 1;

	/* A mark that begins at `from` may have blanks before it. */
	while (first > 0 && s.len > 0 && s.ptr[first] == ' ')
		first--;
	for (size_t last = s.len; last-- > first;) {
		size_t at = last + 1;
		if (!may_end_sentence(s, last))
			continue;
		while (at < s.len && s.ptr[at] == ' ')
			at++;
		if (at >= from && at < s.len && read_glued(s, at, ret_mark))
			return true;
	}
	return false;
}

size_t tx_end_mark_prefix(telex_slice line, struct tx_end_mark *ret_mark)
{
	size_t best = 0;
	const struct tx_profile *profile = tx_sign_at(line, TX_SIGN_END_MARK, &best);

	if (profile != NULL)
		*ret_mark = (struct tx_end_mark){tx_slice_take(line, best), {NULL, 0}, profile};
	else if (line.len == 0 || tx_is_alpha(line.ptr[0]))
		return 0;
	for (const telex_slice *mark = shared_marks; best == 0 && mark->ptr != NULL; mark++) {
		if (!tx_is_alpha(mark->ptr[0]) && tx_slice_starts(line, *mark)) {
			best = mark->len;
			*ret_mark =
				(struct tx_end_mark){tx_slice_take(line, best), {NULL, 0}, NULL};
		}
	}
	return best;
}

bool tx_more_mark(telex_slice line)
{
	telex_slice s = tx_trim_seen(line);

	telex_slice stripped = strip_tail(s);
	return is_listed(s, more_marks) ||
	       (stripped.len != s.len && is_listed(stripped, more_marks));
}
