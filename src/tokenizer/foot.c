/* The foot of a dispatch, read from the last line upwards: stamps, sign-off, end mark, "more",
 * credits, media notes.  It ends at the first line that is none of these; there an end mark or a
 * credit may still be glued to the last sentence. */
#include "tokenizer/scan.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/endmark.h"
#include "tokenizer/notes.h"
#include "tokenizer/signoff.h"
#include "tokenizer/stamp.h"

#define ROUTING_MAX      24 /* bytes of codes behind the sign of a house's line */
#define ROUTING_WORDS    6
#define NOTE_LINES_MAX   12
#define GLUED_GROUPS_MAX 4 /* groups of initials behind an end mark behind the last sentence */
#define SENTENCE_MIN     34
#define SENTENCE_BLANKS  5
#define FOOT_LINE_MAX    80 /* bytes; a longer line is text, or a note */

/* The visible text of a line as far as it belongs to the body. */
static telex_slice body_text(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *l = &scan->lines[line];
	size_t first = l->first > scan->body_start ? l->first : scan->body_start;

	return first < l->end ? tx_trim_seen(tx_slice(scan->text.ptr + first, l->end - first))
			      : tx_slice(scan->text.ptr + l->end, 0);
}

static size_t line_start(const struct tx_scan *scan, size_t line)
{
	size_t start = scan->lines[line].start;

	return start > scan->body_start ? start : scan->body_start;
}

static bool is_empty(const struct tx_scan *scan, size_t line)
{
	return body_text(scan, line).len == 0;
}

/* The visible line above `line`, or `line` itself when there is none in the body. */
static size_t line_above(const struct tx_scan *scan, size_t line)
{
	for (size_t above = line; above-- > scan->body_line;) {
		if (!is_empty(scan, above))
			return above;
	}
	return line;
}

static bool blank_above(const struct tx_scan *scan, size_t line)
{
	return line > scan->body_line && is_empty(scan, line - 1);
}

static size_t paragraph_first(const struct tx_scan *scan, size_t line)
{
	while (line > scan->body_line && !tx_starts_paragraph(scan, line))
		line--;
	return line;
}

static void add_piece(struct tx_scan *scan, size_t start, size_t end, enum tx_token_kind kind,
		      enum tx_note_kind note)
{
	scan->foot[scan->foot_count++] = (struct tx_foot_piece){start, end, kind, note};
}

static void add_lines(struct tx_scan *scan, size_t first, size_t last, enum tx_token_kind kind,
		      enum tx_note_kind note)
{
	add_piece(scan, line_start(scan, first), scan->lines[last + 1].start, kind, note);
	scan->foot_line = first;
}

static bool ends_with_mark(const struct tx_scan *scan, size_t line)
{
	struct tx_end_mark mark;
	telex_slice s = body_text(scan, line);

	return tx_end_mark_line(s, true, &mark) || tx_end_mark_glued(s, &mark);
}

static bool take_stamp(struct tx_scan *scan, size_t line)
{
	struct tx_stamp stamp;

	if (!tx_stamp_parse(body_text(scan, line), &stamp))
		return false;
	add_lines(scan, line, line, TX_TOK_STAMP, TX_NOTE_NONE);
	return true;
}

static bool take_more(struct tx_scan *scan, size_t line)
{
	if (!tx_more_mark(body_text(scan, line)))
		return false;
	add_lines(scan, line, line, TX_TOK_MORE, TX_NOTE_NONE);
	return true;
}

static void claim_mark(struct tx_scan *scan, const struct tx_end_mark *mark)
{
	tx_claim(&scan->claims, mark->profile, TX_CLAIM_FAIR, mark->mark.len);
}

/* "(BusinessDesk)" below a dateline that has the same mark. */
static bool is_own_mark(const struct tx_scan *scan, telex_slice s)
{
	if (!scan->has_dateline || s.len < 4 || s.ptr[0] != '(' || s.ptr[s.len - 1] != ')')
		return false;
	telex_slice inside = tx_slice(s.ptr + 1, s.len - 2);
	for (size_t i = 0; i < scan->dateline.mark_count; i++) {
		if (tx_slice_eq_nocase(scan->dateline.marks[i], inside))
			return true;
	}
	return false;
}

static bool take_end_mark(struct tx_scan *scan, size_t line)
{
	struct tx_end_mark mark = {0};
	telex_slice s = body_text(scan, line);

	if (!tx_end_mark_line(s, blank_above(scan, line), &mark) && !is_own_mark(scan, s))
		return false;
	claim_mark(scan, &mark);
	add_lines(scan, line, line, TX_TOK_END_MARK, TX_NOTE_NONE);
	return true;
}

static void add_signoff(struct tx_scan *scan, size_t line, const struct tx_signoff *signoff,
			size_t start)
{
	size_t end = scan->lines[line + 1].start;

	if (signoff->stamp.ptr != NULL) {
		size_t stamp = (size_t)(signoff->stamp.ptr - scan->text.ptr);
		add_piece(scan, stamp, end, TX_TOK_STAMP, TX_NOTE_NONE);
		end = stamp;
	}
	add_piece(scan, start, end, TX_TOK_SIGNOFF, TX_NOTE_NONE);
	scan->foot_line = line;
}

static bool sentence_closed(telex_slice s)
{
	uint32_t c;

	if (s.len == 0)
		return true;
	tx_utf8_decode_last(s, &c);
	return !tx_char_is_letter(c) && c != ',' && !(c >= '0' && c <= '9');
}

static bool take_signoff(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;

	if (!tx_signoff_parse(body_text(scan, line), true, &signoff))
		return false;
	size_t above = line_above(scan, line);
	bool plain = scan->profile != NULL && (scan->profile->flags & TX_STYLE_PLAIN_SIGNOFF) != 0;
	bool closed = above != line && ends_with_mark(scan, above);
	bool apart = closed || blank_above(scan, line) || tx_starts_paragraph(scan, line) ||
		     sentence_closed(body_text(scan, above));

	if (!apart || !tx_signoff_parse(body_text(scan, line),
					closed || (plain && blank_above(scan, line)), &signoff))
		return false;
	add_signoff(scan, line, &signoff, line_start(scan, line));
	return true;
}

/* "EFE mtf/fv" on one line. */
static bool take_mark_and_signoff(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	telex_slice s = body_text(scan, line);
	size_t len = tx_end_mark_prefix(s, &mark);

	if (len == 0 || len >= s.len || !tx_signoff_parse(tx_slice_skip(s, len), true, &signoff))
		return false;
	/* "pa-c" are initials, though a house ends its copy with "PA". */
	bool word = tx_is_alpha(s.ptr[len - 1]);
	if (word && (s.ptr[len] != ' ' || !tx_is_upper(s.ptr[0])))
		return false;
	size_t end = (size_t)(s.ptr + len - scan->text.ptr);
	claim_mark(scan, &mark);
	add_signoff(scan, line, &signoff, end);
	add_piece(scan, line_start(scan, line), end, TX_TOK_END_MARK, TX_NOTE_NONE);
	return true;
}

/* A house's line at the foot: "AP-WF-02-20-16 0337GMT<", "dpa wsz jln npr". */
static bool take_house_line(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	size_t len = 0;
	telex_slice s = body_text(scan, line);
	const struct tx_profile *profile = tx_sign_at(s, TX_SIGN_FOOT, &len);

	if (profile == NULL || s.len > 60)
		return false;
	telex_slice rest = tx_trim(tx_slice_skip(s, len));
	bool initials = len < s.len && s.ptr[len] == ' ' && tx_signoff_parse(rest, true, &signoff);
	struct tx_stamp stamp;
	if (!initials && !tx_stamp_parse(s, &stamp) && rest.len > ROUTING_MAX)
		return false;
	tx_claim(&scan->claims, profile, TX_CLAIM_FAIR, len);
	if (initials)
		add_signoff(scan, line, &signoff, line_start(scan, line));
	else
		add_lines(scan, line, line, TX_TOK_STAMP, TX_NOTE_NONE);
	return true;
}

static telex_slice paragraph_text(const struct tx_scan *scan, size_t first, size_t last)
{
	telex_slice s = body_text(scan, first);

	return tx_slice(s.ptr, (size_t)(scan->text.ptr + scan->lines[last].end - s.ptr));
}

/* A note of one paragraph: in brackets, with an editor's opening words, or a house's footer. */
static bool take_note(struct tx_scan *scan, size_t line)
{
	telex_slice alone = body_text(scan, line);
	bool whole = alone.len > 2 && alone.ptr[0] == '(' && alone.ptr[alone.len - 1] == ')' &&
		     tx_note_of(alone, TX_NOTE_IN_FOOT) != TX_NOTE_NONE;
	size_t first = whole ? line : paragraph_first(scan, line), len = 0;
	telex_slice s = paragraph_text(scan, first, line);
	const struct tx_profile *profile = tx_sign_at(s, TX_SIGN_FOOTER, &len);

	if (first == scan->body_line && scan->has_dateline && !whole)
		return false;
	enum tx_note_kind kind =
		line - first < NOTE_LINES_MAX ? tx_note_of(s, TX_NOTE_IN_FOOT) : TX_NOTE_NONE;
	if (kind == TX_NOTE_NONE && profile != NULL)
		kind = TX_NOTE_CREDIT;
	if (kind == TX_NOTE_NONE && tx_slice_ends(s, TX_LIT("contributed to this report.")))
		kind = TX_NOTE_CREDIT;
	if (kind == TX_NOTE_NONE)
		return false;
	tx_claim(&scan->claims, profile, TX_CLAIM_FAIR, len);
	add_lines(scan, first, line, TX_TOK_NOTE, kind);
	return true;
}

/* The reporter's address: one word with an '@'. */
static bool take_address(struct tx_scan *scan, size_t line)
{
	telex_slice s = body_text(scan, line);

	if (s.len < 6 || memchr(s.ptr, '@', s.len) == NULL || memchr(s.ptr, ' ', s.len) != NULL)
		return false;
	add_lines(scan, line, line, TX_TOK_NOTE, TX_NOTE_CONTACT);
	return true;
}

/* Codes of desks and lines, "51 77 03 CRO01 1113 APE4800": words of capitals and figures. */
static bool take_routing(struct tx_scan *scan, size_t line)
{
	telex_slice s = body_text(scan, line);
	size_t words = 0, with_figures = 0;

	for (telex_slice rest = s; rest.len > 0; words++) {
		struct tx_cut cut = tx_cut(rest, ' ');
		bool figure = false;
		for (size_t i = 0; i < cut.head.len; i++) {
			if (!tx_is_upper(cut.head.ptr[i]) && !tx_is_digit(cut.head.ptr[i]))
				return false;
			figure |= tx_is_digit(cut.head.ptr[i]);
		}
		with_figures += figure;
		rest = cut.tail;
	}
	if (words < ROUTING_WORDS || with_figures * 2 < words || with_figures == words)
		return false;
	add_lines(scan, line, line, TX_TOK_NOTE, TX_NOTE_REFERENCE);
	return true;
}

static bool take_rule(struct tx_scan *scan, size_t line)
{
	telex_slice s = body_text(scan, line);

	if (s.len < 3)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (strchr("_-*=~ ", s.ptr[i]) == NULL)
			return false;
	}
	add_lines(scan, line, line, TX_TOK_RULE, TX_NOTE_NONE);
	return true;
}

/* In the order in which they are tried on a line. */
static bool (*const takers[])(struct tx_scan *scan, size_t line) = {
	take_stamp,   take_more, take_end_mark, take_house_line, take_mark_and_signoff,
	take_signoff, take_note, take_address,  take_routing,    take_rule,
};

/* A line of several words without a figure is no stamp, mark or sign-off: most dispatches' last
 * line is one. */
static bool is_sentence(telex_slice s)
{
	size_t blanks = 0;

	if (s.len > FOOT_LINE_MAX)
		return true;
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_digit(s.ptr[i]))
			return false;
		blanks += s.ptr[i] == ' ';
	}
	return s.len > SENTENCE_MIN && blanks >= SENTENCE_BLANKS;
}

static bool take_line(struct tx_scan *scan, size_t line)
{
	if (tx_piece_of(scan, line) != NULL)
		return false;
	if (is_sentence(body_text(scan, line)))
		return take_note(scan, line);
	for (size_t i = 0; i < sizeof(takers) / sizeof(takers[0]); i++) {
		if (takers[i](scan, line))
			return true;
	}
	return false;
}

/* "… in Rome. (Reporting by X; Editing by Y)" */
static bool cut_credit(struct tx_scan *scan, size_t line)
{
	telex_slice s = paragraph_text(scan, paragraph_first(scan, line), line);

	if (s.len == 0 || s.ptr[s.len - 1] != ')')
		return false;
	for (size_t at = s.len; at-- > 1;) {
		if (s.ptr[at] != '(')
			continue;
		if (tx_note_of(tx_slice_skip(s, at), TX_NOTE_IN_FOOT) != TX_NOTE_CREDIT)
			return false;
		add_piece(scan, (size_t)(s.ptr + at - scan->text.ptr), scan->body_end, TX_TOK_NOTE,
			  TX_NOTE_CREDIT);
		return true;
	}
	return false;
}

static bool cut_end_mark(struct tx_scan *scan, size_t line)
{
	struct tx_end_mark mark;
	telex_slice s = paragraph_text(scan, paragraph_first(scan, line), line);

	if (scan->body_end < scan->lines[line].end)
		s = tx_slice_take(s, scan->body_end - (size_t)(s.ptr - scan->text.ptr));
	if (!tx_end_mark_glued(s, &mark))
		return false;
	claim_mark(scan, &mark);
	add_piece(scan, (size_t)(mark.mark.ptr - scan->text.ptr), scan->body_end, TX_TOK_END_MARK,
		  TX_NOTE_NONE);
	return true;
}

/* "… frase. EFE mtf/fv" */
static bool cut_mark_and_signoff(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	telex_slice s = body_text(scan, line);
	size_t space = s.len;

	for (size_t words = 0; words < GLUED_GROUPS_MAX && space > 1; words++) {
		space--;
		while (space > 0 && s.ptr[space - 1] != ' ')
			space--;
		if (space < 2 || !tx_signoff_parse(tx_slice_skip(s, space), true, &signoff))
			return false;
		if (tx_end_mark_glued(tx_slice_take(s, space), &mark) && mark.profile != NULL)
			break;
		mark.profile = NULL;
	}
	if (space < 2 || mark.profile == NULL)
		return false;
	claim_mark(scan, &mark);
	add_piece(scan, (size_t)(s.ptr + space - scan->text.ptr), scan->body_end, TX_TOK_SIGNOFF,
		  TX_NOTE_NONE);
	add_piece(scan, (size_t)(mark.mark.ptr - scan->text.ptr),
		  (size_t)(s.ptr + space - scan->text.ptr), TX_TOK_END_MARK, TX_NOTE_NONE);
	return true;
}

static bool cut_more(struct tx_scan *scan, size_t line)
{
	telex_slice s = body_text(scan, line);
	size_t open = s.len;

	while (open > 0 && s.ptr[open - 1] != '(' && s.len - open < 16)
		open--;
	if (open < 2 || s.ptr[open - 1] != '(' || !tx_more_mark(tx_slice_skip(s, open - 1)))
		return false;
	add_piece(scan, (size_t)(s.ptr + open - 1 - scan->text.ptr), scan->body_end, TX_TOK_MORE,
		  TX_NOTE_NONE);
	return true;
}

static void set_body_end(struct tx_scan *scan)
{
	scan->body_end = scan->foot_count > 0 ? scan->foot[scan->foot_count - 1].start
					      : scan->lines[scan->line_count].start;
}

static size_t last_visible(const struct tx_scan *scan)
{
	size_t line = scan->foot_line;

	while (line > scan->body_line && is_empty(scan, line - 1))
		line--;
	return line;
}

void tx_scan_foot(struct tx_scan *scan)
{
	size_t below = last_visible(scan);

	while (below > scan->body_line && scan->foot_count + 3 < TX_FOOT_MAX &&
	       take_line(scan, below - 1))
		below = last_visible(scan);
	scan->foot_line = below;
	set_body_end(scan);
	if (below == scan->body_line || tx_piece_of(scan, below - 1) != NULL)
		return;
	if (cut_credit(scan, below - 1))
		set_body_end(scan);
	else if (cut_more(scan, below - 1))
		set_body_end(scan);
	if (cut_mark_and_signoff(scan, below - 1) || cut_end_mark(scan, below - 1))
		set_body_end(scan);
}
