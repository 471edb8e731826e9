/* The foot of a dispatch, read from the last line upwards: stamps, sign-off, end mark, "more",
 * credits, media notes.  It ends at the first line that is not one of these, unless an end mark closes
 * the text above it (foot_edge.c); there more may be glued to the last sentence (foot_cut.c). */
#include "tokenizer/foot/foot.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/foot/foot_credit.h"
#include "tokenizer/foot/foot_page.h"
#include "tokenizer/foot/foot_shapes.h"
#include "tokenizer/lines/media_mark.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/foot/signoff_evidence.h"
#include "core/stamp.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/words/portal_words.h"

#define ROUTING_MAX    24 /* bytes of codes after the sign of an agency's line */
#define NOTE_LINES_MAX 12
#define PIECES_A_LINE  3 /* pieces that one line may give */

telex_slice tx_foot_text(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *l = &scan->lines[line];
	size_t first = l->first > scan->body_start ? l->first : scan->body_start;
	size_t end = l->end < scan->body_end ? l->end : scan->body_end;

	return first < end ? tx_trim_seen(tx_slice(scan->text.ptr + first, end - first))
			   : tx_slice(scan->text.ptr + l->end, 0);
}

static size_t line_start(const struct tx_scan *scan, size_t line)
{
	size_t start = scan->lines[line].start;

	return start > scan->body_start ? start : scan->body_start;
}

static bool is_empty(const struct tx_scan *scan, size_t line)
{
	return tx_foot_text(scan, line).len == 0;
}

/* The visible line above `line`, or `line` itself when none is found in the body. */
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

size_t tx_foot_paragraph(const struct tx_scan *scan, size_t line)
{
	while (line > scan->body_line && !tx_starts_paragraph(scan, line))
		line--;
	return line;
}

telex_slice tx_foot_lines_text(const struct tx_scan *scan, size_t first, size_t last)
{
	telex_slice s = tx_foot_text(scan, first), end = tx_foot_text(scan, last);

	return tx_slice(s.ptr, (size_t)(end.ptr + end.len - s.ptr));
}

static void add_lines(struct tx_scan *scan, size_t first, size_t last, enum tx_token_kind kind,
		      enum tx_note_kind note)
{
	tx_foot_add_piece(scan, line_start(scan, first), scan->lines[last + 1].start, kind, note);
	scan->foot_line = first;
}

/* `stamp` may be NULL: not of a known form. */
static void add_stamp_line(struct tx_scan *scan, size_t line, const struct tx_stamp *stamp)
{
	tx_foot_add_stamp(scan, line_start(scan, line), scan->lines[line + 1].start, stamp);
	scan->foot_line = line;
}

/* An end mark, alone or after a sentence, also with initials after it: more of them may be below. */
static bool ends_with_mark(const struct tx_scan *scan, size_t line)
{
	struct tx_end_mark mark;
	struct tx_glued_end end;
	telex_slice s = tx_foot_text(scan, line);

	return tx_end_mark_line(s, true, &mark) || tx_end_glued(s, &end);
}

static bool take_stamp(struct tx_scan *scan, size_t line)
{
	struct tx_stamp stamp;

	if (!tx_stamp_parse(tx_foot_text(scan, line), &stamp))
		return false;
	add_stamp_line(scan, line, &stamp);
	return true;
}

static bool take_more(struct tx_scan *scan, size_t line)
{
	if (!tx_more_mark(tx_foot_text(scan, line)))
		return false;
	add_lines(scan, line, line, TX_TOK_MORE, TX_NOTE_NONE);
	return true;
}

void tx_foot_claim(struct tx_scan *scan, const struct tx_end_mark *mark)
{
	tx_claim(&scan->claims, mark->profile, TX_CLAIM_FAIR, mark->mark.len);
}

/* What is below a line and no piece is no part of the next one. */
static void cut_below(struct tx_scan *scan, size_t line)
{
	if (scan->lines[line + 1].start < scan->body_end)
		scan->body_end = scan->lines[line + 1].start;
}

static bool take_end_mark(struct tx_scan *scan, size_t line)
{
	struct tx_end_mark mark = {0};
	telex_slice s = tx_foot_text(scan, line);

	if (!tx_end_mark_line(s, blank_above(scan, line), &mark)) {
		if (!tx_foot_own_mark(scan, s))
			return false;
		bool stopped = s.ptr[s.len - 1] == '.';
		mark = (struct tx_end_mark){.mark = tx_slice_take(s, s.len - stopped)};
	}
	cut_below(scan, line);
	tx_foot_claim(scan, &mark);
	tx_foot_add_end_mark(scan, scan->text.ptr + line_start(scan, line), &mark);
	scan->foot_line = line;
	return true;
}

static void add_signoff(struct tx_scan *scan, size_t line, const struct tx_signoff *signoff,
			size_t start)
{
	cut_below(scan, line);
	tx_foot_add_signoff(scan, scan->text.ptr + start, signoff);
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

/* Whether what is known of the dispatch and of the line's form makes it a sign-off. */
static bool is_signoff(const struct tx_scan *scan, size_t line, bool closed,
		       const struct tx_signoff *signoff)
{
	bool plain = scan->profile != NULL && (scan->profile->flags & TX_STYLE_PLAIN_SIGNOFF) != 0;
	bool marked = scan->profile != NULL && scan->profile->signs[TX_SIGN_END_MARK] != NULL;
	int sum = closed   ? tx_signoff_weight(TX_SIGNOFF_BELOW_MARK)
		  : marked ? tx_signoff_weight(TX_SIGNOFF_NO_MARK)
			   : 0;

	return tx_signoff_weigh(tx_foot_text(scan, line), plain && blank_above(scan, line), sum,
				signoff) >= TX_SIGNOFF_ENOUGH;
}

static bool take_signoff(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	size_t len;

	if (!tx_signoff_parse(tx_foot_text(scan, line), true, &signoff) ||
	    tx_sign_at(tx_foot_text(scan, line), TX_SIGN_FOOTER, &len) != NULL)
		return false;
	size_t above = line_above(scan, line);
	bool closed = above != line && ends_with_mark(scan, above);
	bool apart = closed || blank_above(scan, line) || tx_starts_paragraph(scan, line) ||
		     sentence_closed(tx_foot_text(scan, above));

	if (!apart || !is_signoff(scan, line, closed, &signoff))
		return false;
	add_signoff(scan, line, &signoff, line_start(scan, line));
	return true;
}

/* "EFE mtf/fv" on one line. */
static bool take_mark_and_signoff(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	telex_slice s = tx_foot_text(scan, line);
	size_t len = tx_end_mark_prefix(s, &mark);

	struct tx_credit_line credit;

	if (len == 0 || len >= s.len || !tx_signoff_parse(tx_slice_skip(s, len), true, &signoff))
		return false;
	/* "EFE y EP" names two agencies. */
	if (tx_credit_read(s, NULL, &credit) && credit.mark_count > 1)
		return false;
	/* "pa-c" are initials, though an agency ends its copy with "PA". */
	bool word = tx_is_alpha(s.ptr[len - 1]);
	if (word && (s.ptr[len] != ' ' || !tx_is_upper(s.ptr[0])))
		return false;
	size_t end = (size_t)(s.ptr + len - scan->text.ptr);
	tx_foot_claim(scan, &mark);
	add_signoff(scan, line, &signoff, end);
	tx_foot_add_end_mark(scan, scan->text.ptr + line_start(scan, line), &mark);
	return true;
}

/* An agency's line at the foot: "AP-WF-02-20-16 0337GMT<", "dpa wsz jln npr". */
static bool take_house_line(struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	size_t len = 0;
	telex_slice s = tx_foot_text(scan, line);
	const struct tx_profile *profile = tx_sign_at(s, TX_SIGN_FOOT, &len);

	if (profile == NULL || s.len > 60)
		return false;
	telex_slice rest = tx_trim(tx_slice_skip(s, len));
	bool initials = len < s.len && s.ptr[len] == ' ' && tx_signoff_parse(rest, true, &signoff);
	struct tx_stamp stamp;
	bool dated = !initials && tx_stamp_parse(s, &stamp);
	if (!initials && !dated && rest.len > ROUTING_MAX)
		return false;
	tx_claim(&scan->claims, profile, TX_CLAIM_FAIR, len);
	if (initials)
		add_signoff(scan, line, &signoff, line_start(scan, line));
	else
		add_stamp_line(scan, line, dated ? &stamp : NULL);
	return true;
}

/* A note of one paragraph, or alone in brackets on its line. */
static bool take_note(struct tx_scan *scan, size_t line)
{
	telex_slice alone = tx_foot_text(scan, line);
	bool whole = alone.len > 2 && alone.ptr[0] == '(' && alone.ptr[alone.len - 1] == ')' &&
		     tx_note_of(alone, TX_NOTE_IN_FOOT) != TX_NOTE_NONE;
	size_t first = whole ? line : tx_foot_paragraph(scan, line);

	if (first == scan->body_line && scan->has_dateline && !whole)
		return false;
	if (line - first >= NOTE_LINES_MAX)
		return false;
	enum tx_note_kind kind = tx_foot_note_kind(scan, tx_foot_lines_text(scan, first, line));
	if (kind == TX_NOTE_NONE)
		return false;
	add_lines(scan, first, line, TX_TOK_NOTE, kind);
	return true;
}

/* The reporter's address: one word with an '@', or in brackets with a number after it. */
static bool take_address(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_text(scan, line);

	if (s.len < 6 || memchr(s.ptr, '@', s.len) == NULL)
		return false;
	bool bracket = s.ptr[0] == '(' && s.ptr[s.len - 1] == ')' &&
		       memchr(s.ptr, '@', tx_cut(s, ' ').head.len) != NULL;
	if (!bracket && memchr(s.ptr, ' ', s.len) != NULL)
		return false;
	add_lines(scan, line, line, TX_TOK_NOTE, TX_NOTE_CONTACT);
	return true;
}

static bool take_routing(struct tx_scan *scan, size_t line)
{
	if (!tx_foot_is_routing(tx_foot_text(scan, line)))
		return false;
	add_lines(scan, line, line, TX_TOK_NOTE, TX_NOTE_REFERENCE);
	return true;
}

static bool take_rule(struct tx_scan *scan, size_t line)
{
	if (!tx_line_is_rule(tx_foot_text(scan, line)))
		return false;
	add_lines(scan, line, line, TX_TOK_RULE, TX_NOTE_NONE);
	return true;
}

/* "Fuente: EFE", "AFP" */
static bool take_credit(struct tx_scan *scan, size_t line)
{
	struct tx_credit_line credit;

	/* What follows a dateline is its text. */
	if (scan->has_dateline && line == scan->body_line)
		return false;
	if (!tx_foot_credit(tx_foot_text(scan, line), scan->known_place, &credit))
		return false;
	tx_credit_claim(&credit, &scan->claims);
	add_lines(scan, line, line, TX_TOK_CREDIT, TX_NOTE_NONE);
	return true;
}

static bool take_byline(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_text(scan, line), inside = s;

	if (s.len > 2 && s.ptr[0] == '(')
		inside = tx_trim(tx_slice(s.ptr + 1, s.len - 2));
	if (tx_byline_word(inside) == 0 || tx_byline_word_is_weak(inside) || !tx_byline_is(s) ||
	    !(blank_above(scan, line) ||
	      sentence_closed(tx_foot_text(scan, line_above(scan, line)))))
		return false;
	tx_byline_claim(s, &scan->claims);
	add_lines(scan, line, line, TX_TOK_BYLINE, TX_NOTE_NONE);
	return true;
}

/* What a page prints below its story. */
static bool take_page_line(struct tx_scan *scan, size_t line)
{
	enum tx_note_kind note;
	enum tx_token_kind kind = tx_foot_page_line(scan, line, &note);

	if (kind != TX_TOK_PARAGRAPH)
		add_lines(scan, line, line, kind, note);
	return kind != TX_TOK_PARAGRAPH;
}

/* In the order in which they are tried on a line. */
static bool (*const takers[])(struct tx_scan *scan, size_t line) = {
	take_stamp,   take_more,    take_end_mark,  take_house_line, take_mark_and_signoff,
	take_credit,  take_signoff, take_note,      take_byline,     take_address,
	take_routing, take_rule,    take_page_line,
};

static bool take_known(struct tx_scan *scan, size_t line)
{
	if (tx_foot_is_sentence(tx_foot_text(scan, line)))
		return take_credit(scan, line) || take_note(scan, line) || take_address(scan, line);
	for (size_t i = 0; i < TX_COUNT(takers); i++) {
		if (takers[i](scan, line))
			return true;
	}
	return false;
}

static size_t last_visible(const struct tx_scan *scan)
{
	size_t line = scan->foot_line;

	while (line > scan->body_line && is_empty(scan, line - 1))
		line--;
	return line;
}

/* "abc/de (foto)(vídeo)": the marks of media, and what is before them if that is known too. */
static bool take_marked(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_text(scan, line);
	size_t marks = tx_media_mark_tail(s), end = scan->body_end, count = scan->foot_count;

	if (marks == 0)
		return false;
	if (marks == s.len) {
		add_lines(scan, line, line, TX_TOK_NOTE, TX_NOTE_MEDIA);
		return true;
	}
	tx_foot_add_piece(scan, (size_t)(s.ptr + s.len - marks - scan->text.ptr),
			  scan->lines[line + 1].start, TX_TOK_NOTE, TX_NOTE_MEDIA);
	if (take_known(scan, line))
		return true;
	scan->body_end = end;
	scan->foot_count = count;
	return false;
}

static bool take_line(struct tx_scan *scan, size_t line)
{
	if (tx_piece_of(scan, line) != NULL)
		return false;
	return take_marked(scan, line) || take_known(scan, line);
}

/* The first line of the lines without a blank one or a rule between them, down to `least`. */
static size_t block_first(const struct tx_scan *scan, size_t line, size_t least)
{
	while (line > least && !is_empty(scan, line - 1) &&
	       !tx_line_is_rule(tx_foot_text(scan, line - 1)))
		line--;
	return line;
}

static bool has_room(const struct tx_scan *scan)
{
	return scan->foot_count + PIECES_A_LINE < TX_FOOT_MAX;
}

/* Take line by line, down to line `least` at the most. */
static void take_lines(struct tx_scan *scan, size_t least)
{
	size_t below = last_visible(scan);

	while (below > least && has_room(scan) && take_line(scan, below - 1))
		below = last_visible(scan);
	scan->foot_line = below;
}

/* Lines below an end mark are the foot, whatever they say.  When there is no room for more pieces
 * the rest of them is one. */
static void take_to_edge(struct tx_scan *scan, size_t edge)
{
	struct tx_signoff signoff;
	bool signed_off = tx_signoff_parse(tx_foot_text(scan, edge + 1), true, &signoff);
	size_t least = edge + 1 + signed_off;
	bool contacts = tx_portal_words(tx_foot_text(scan, edge + 1)) == TX_PORTAL_CONTACTS;
	enum tx_note_kind rest = contacts ? TX_NOTE_CONTACT : TX_NOTE_NONE;

	while (scan->foot_line > least) {
		size_t last = scan->foot_line - 1;
		size_t first = has_room(scan) ? block_first(scan, last, least) : least;
		telex_slice s = tx_foot_lines_text(scan, first, last);
		enum tx_note_kind kind =
			tx_foot_is_number(s) ? TX_NOTE_REFERENCE : tx_foot_note_kind(scan, s);
		kind = kind == TX_NOTE_NONE ? rest : kind;
		add_lines(scan, first, last, kind == TX_NOTE_NONE ? TX_TOK_UNPARSED : TX_TOK_NOTE,
			  kind);
		take_lines(scan, least);
	}
	take_lines(scan, scan->body_line);
}

/* A notebook's blocks are notes. */
static void take_notebook(struct tx_scan *scan, size_t heading)
{
	for (size_t below = last_visible(scan); below > heading; below = last_visible(scan)) {
		size_t first = has_room(scan) ? block_first(scan, below - 1, heading) : heading;
		if (first > heading &&
		    (take_stamp(scan, below - 1) || take_house_line(scan, below - 1)))
			continue;
		telex_slice s = tx_foot_lines_text(scan, first, below - 1);
		if (take_rule(scan, below - 1))
			continue;
		enum tx_note_kind kind = tx_note_of(s, TX_NOTE_IN_FOOT);
		add_lines(scan, first, below - 1, TX_TOK_NOTE,
			  kind == TX_NOTE_NONE ? TX_NOTE_ADVISORY : kind);
	}
}

/* Take what is glued to the last sentence above the foot; false without an end mark in it. */
static bool cut_last(struct tx_scan *scan)
{
	size_t below = scan->foot_line;

	return below > scan->body_line && tx_piece_of(scan, below - 1) == NULL &&
	       tx_foot_cut(scan, below - 1);
}

void tx_scan_foot(struct tx_scan *scan)
{
	size_t line;

	scan->body_end = scan->lines[scan->line_count].start;
	if (tx_foot_notebook(scan, &line))
		take_notebook(scan, line);
	take_lines(scan, scan->body_line);
	size_t below = scan->line_count + 1;
	while (!cut_last(scan) && scan->foot_line < below && has_room(scan) &&
	       tx_foot_edge(scan, scan->foot_line, &line)) {
		below = scan->foot_line;
		take_to_edge(scan, line);
	}
}
