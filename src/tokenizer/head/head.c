/* The head: what is above the dateline (slug, headline, subheadline, byline, role, notes,
 * labels), or above the first paragraph of a dispatch that has no dateline.  Each line first gets a
 * kind of its own; the lines of plain text that are left are then shared out among slug, headline
 * and subheadline. */
#include "tokenizer/scan.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/head/barename.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/head/headline.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/media_mark.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/head/portal_line.h"
#include "tokenizer/head/titles.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/words/words.h"
#include "core/stamp.h"

#define BARE_NAMES_MAX 110 /* bytes of a line of names */
#define SENTENCE_MIN   24  /* bytes of a sentence below a byline, that no title is above */
#define PAPER_MAX      40  /* bytes of a line that names a paper */
#define BRACKETED_MAX  60  /* bytes of a line in brackets above a headline */

struct head {
	struct tx_head_line items[TX_HEAD_LINES_MAX];
	size_t count;
	size_t end_line; /* first line that is not of the head */
};

static bool add(struct head *head, size_t line, size_t last, enum tx_token_kind kind,
		enum tx_note_kind note)
{
	if (head->count == TX_HEAD_LINES_MAX)
		return false;
	head->items[head->count++] = (struct tx_head_line){line, last, kind, note};
	return true;
}

static const struct tx_head_line *previous(const struct head *head)
{
	return head->count > 0 ? &head->items[head->count - 1] : NULL;
}

/* The writer's address below the byline: one word with an '@'. */
static bool take_address(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	telex_slice s = tx_line_text(scan, line);

	*ret_last = line;
	return s.len > 5 && memchr(s.ptr, '@', s.len) != NULL &&
	       memchr(s.ptr, ' ', s.len) == NULL &&
	       add(head, line, line, TX_TOK_NOTE, TX_NOTE_CONTACT);
}

/* "Kari Holm reported from Oslo.": a tail above the text. */
static bool take_tail(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	telex_slice s = tx_line_text(scan, line);

	*ret_last = line;
	if (s.len < 2 || s.ptr[s.len - 1] != '.')
		return false;
	enum tx_note_kind kind = tx_tail_of(s);
	return kind != TX_NOTE_NONE && add(head, line, line, TX_TOK_NOTE, kind);
}

static bool take_label(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	struct tx_label_match match;

	if (!tx_label_whole(tx_line_text(scan, line), scan->profile, &match))
		return false;
	*ret_last = line;
	return add(head, line, line, TX_TOK_NOTE, match.label->note);
}

static bool take_stamp(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	struct tx_stamp stamp;

	*ret_last = line;
	if (!tx_stamp_parse(tx_line_text(scan, line), &stamp) ||
	    !add(head, line, line, TX_TOK_STAMP, TX_NOTE_NONE))
		return false;
	scan->tokens->closing.has_stamp = true;
	scan->tokens->closing.stamp = stamp;
	return true;
}

/* A line all in brackets above the headline, "(DEPORTES) (AMPLIACIÓN)", speaks to the desk. */
static enum tx_note_kind bracketed_kind(const struct tx_scan *scan, const struct head *head,
					size_t line)
{
	telex_slice s = tx_line_text(scan, line);
	struct tx_credit_line credit;
	struct tx_label_match match;
	size_t next = line + 1;

	if (s.len < 4 || s.len > BRACKETED_MAX || s.ptr[0] != '(' || s.ptr[s.len - 1] != ')')
		return TX_NOTE_NONE;
	while (next < head->end_line && tx_line_blank(&scan->lines[next]))
		next++;
	if (next == head->end_line)
		return TX_NOTE_NONE;
	if (tx_credit_read(s, scan->known_place, &credit))
		return TX_NOTE_NONE;
	return tx_label_at_end(s, scan->profile, &match) ? match.label->note : TX_NOTE_ADVISORY;
}

static bool take_note(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	size_t len = 0;

	if (!tx_head_may_open_note(scan, line))
		return false;
	size_t last = tx_head_note_last(scan, line, head->end_line);
	struct tx_head_line piece = {line, last, TX_TOK_NOTE, TX_NOTE_NONE};
	telex_slice s = tx_head_text(scan, &piece);
	/* "(FOTOS) El puerto abre" is a headline with a label. */
	if (s.ptr[0] == '(' && tx_note_bracket(s) < s.len &&
	    tx_media_mark(tx_slice_take(s, tx_note_bracket(s))))
		return false;
	const struct tx_profile *house = tx_sign_at(s, TX_SIGN_HEAD, &len);
	enum tx_note_kind kind = tx_note_of(s, TX_NOTE_IN_HEAD);

	if (house == NULL) {
		house = tx_sign_at(s, TX_SIGN_MEDIA, &len);
		kind = house != NULL ? TX_NOTE_MEDIA : kind;
	}
	if (kind == TX_NOTE_NONE && house != NULL)
		kind = TX_NOTE_ADVISORY;
	if (kind == TX_NOTE_NONE)
		kind = bracketed_kind(scan, head, line);
	if (kind == TX_NOTE_NONE)
		return false;
	tx_claim(&scan->claims, house, TX_CLAIM_FAIR, len);
	*ret_last = last;
	return add(head, line, last, TX_TOK_NOTE, kind);
}

static bool take_byline(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	telex_slice s = tx_line_text(scan, line);

	struct tx_credit_line credit;

	if (!tx_byline_is(s) ||
	    (tx_credit_read(s, scan->known_place, &credit) && credit.kind == TX_CREDIT_PLACE))
		return false;
	tx_byline_claim(s, &scan->claims);
	*ret_last = line;
	return add(head, line, line, TX_TOK_BYLINE, TX_NOTE_NONE);
}

/* "USA TODAY" below a name: a paper is named in few words. */
static bool is_paper_line(telex_slice s)
{
	return s.len <= PAPER_MAX && tx_starts_upper(s) && tx_byline_is_paper(s);
}

/* "Harbor Tribune (TNS)": the agency in brackets after a paper. */
static const struct tx_profile *mark_after_paper(telex_slice s)
{
	size_t open = s.len < 60 ? tx_slice_find(s, TX_LIT(" (")) : s.len;

	if (open + 3 >= s.len || s.ptr[s.len - 1] != ')' || !tx_starts_upper(s))
		return NULL;
	return tx_sign_find(tx_slice(s.ptr + open + 2, s.len - open - 3), TX_SIGN_BRACKETS);
}

static bool take_role(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	telex_slice s = tx_line_text(scan, line);
	const struct tx_head_line *above = previous(head);

	if (above == NULL || above->kind != TX_TOK_BYLINE)
		return false;
	const struct tx_profile *house = s.len < 60 ? tx_sign_find(s, TX_SIGN_BYLINE) : NULL;
	if (house == NULL)
		house = mark_after_paper(s);
	if (house == NULL && !tx_byline_is_role(s) && !is_paper_line(s))
		return false;
	tx_claim(&scan->claims, house, TX_CLAIM_FAIR, s.len);
	*ret_last = line;
	return add(head, line, line, TX_TOK_ROLE, TX_NOTE_NONE);
}

static size_t next_visible(const struct tx_scan *scan, const struct head *head, size_t line)
{
	do
		line++;
	while (line < head->end_line && tx_line_blank(&scan->lines[line]));
	return line;
}

/* The nearest title above the next line of the head. */
static telex_slice title_above(const struct tx_scan *scan, const struct head *head)
{
	for (size_t i = head->count; i-- > 0;) {
		const struct tx_head_line *item = &head->items[i];
		if (item->kind == TX_TOK_PARAGRAPH || item->kind == TX_TOK_HEADLINE)
			return tx_head_text(scan, item);
	}
	return (telex_slice){NULL, 0};
}

static bool read_portal_line(const struct tx_scan *scan, const struct head *head, size_t line,
			     struct tx_portal_line *ret_page)
{
	const struct tx_head_line *above = previous(head);
	struct tx_portal_place place = {title_above(scan, head).ptr != NULL,
					next_visible(scan, head, line) < head->end_line,
					above != NULL && above->kind == TX_TOK_BYLINE};

	return tx_scan_has_page(scan) && tx_portal_line_read(scan, line, &place, ret_page);
}

static bool is_role(telex_slice line)
{
	return (line.len < 60 && tx_sign_find(line, TX_SIGN_BYLINE) != NULL) ||
	       tx_byline_is_role(line);
}

/* Most lines of a head are no name and no list of names. */
static bool may_be_names(telex_slice s)
{
	if (tx_byline_is_name(s))
		return true;
	return s.len > 4 && s.len <= BARE_NAMES_MAX && !tx_is_upper(s.ptr[1]) &&
	       tx_starts_upper(s) && !tx_is_digit(s.ptr[s.len - 1]) &&
	       (memchr(s.ptr, ',', s.len) != NULL || memchr(s.ptr, '/', s.len) != NULL ||
		tx_slice_find(s, TX_LIT(" and ")) < s.len ||
		tx_slice_find(s, TX_LIT(" und ")) < s.len);
}

/* Whether every name of a list ("Kari Holm, Li Wen and Jan Parr") is one without a byline word. */
static bool are_bare_names(const struct tx_scan *scan, telex_slice line,
			   const struct tx_name_place *place)
{
	static const telex_slice joints[] = {TX_SLICE(", "),   TX_SLICE(" and "), TX_SLICE(" und "),
					     TX_SLICE(" & "),  TX_SLICE(" y "),   TX_SLICE(" e "),
					     TX_SLICE(" et "), TX_SLICE("/")};

	for (telex_slice rest = line; rest.len > 0;) {
		size_t at = rest.len, len = 0;
		for (size_t i = 0; i < TX_COUNT(joints); i++) {
			size_t found = tx_slice_find(rest, joints[i]);
			if (found < at) {
				at = found;
				len = joints[i].len;
			}
		}
		if (!tx_is_bare_byline(scan, tx_trim(tx_slice_take(rest, at)), place))
			return false;
		rest = tx_slice_skip(rest, at + len);
	}
	return true;
}

/* A bare name right above the dateline, or above the role there. */
static bool take_bare_name(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	telex_slice s = tx_line_text(scan, line);
	size_t next = next_visible(scan, head, line);
	struct tx_name_place place = {title_above(scan, head), scan->titled, false};

	struct tx_portal_line page;

	if (!may_be_names(s))
		return false;
	if (next < head->end_line &&
	    (is_role(tx_line_text(scan, next)) ||
	     (place.title.ptr != NULL && is_paper_line(tx_line_text(scan, next))))) {
		place.role_below = true;
		next = next_visible(scan, head, next);
	}
	while (next < head->end_line && read_portal_line(scan, head, next, &page))
		next = next_visible(scan, head, page.last);
	if ((scan->has_dateline && next != head->end_line) || !are_bare_names(scan, s, &place))
		return false;
	if (line > 0 && tx_slugline_wraps(tx_line_text(scan, line - 1), s))
		return false;
	*ret_last = line;
	return add(head, line, line, TX_TOK_BYLINE, TX_NOTE_NONE);
}

/* What a newspaper or a portal prints around titles. */
static bool take_portal_line(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	struct tx_portal_line page;

	if (!read_portal_line(scan, head, line, &page))
		return false;
	tx_credit_claim(&page.credit, &scan->claims);
	*ret_last = page.last;
	return add(head, line, page.last, page.kind, page.note);
}

static bool take_rule(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	*ret_last = line;
	return tx_line_is_rule(tx_line_text(scan, line)) &&
	       add(head, line, line, TX_TOK_RULE, TX_NOTE_NONE);
}

/* In the order in which they are tried on a line. */
static bool (*const takers[])(struct tx_scan *, struct head *, size_t line, size_t *ret_last) = {
	take_byline, take_role,        take_label,     take_note,    take_stamp,
	take_rule,   take_portal_line, take_bare_name, take_address, take_tail,
};

static bool take_known(struct tx_scan *scan, struct head *head, size_t line, size_t *ret_last)
{
	const struct tx_piece *piece = tx_piece_of(scan, line);

	if (piece != NULL && !scan->has_dateline)
		return false;
	if (piece != NULL) {
		*ret_last = tx_piece_last(scan, piece, line);
		return add(head, line, *ret_last, (enum tx_token_kind)piece->kind, TX_NOTE_NONE);
	}
	for (size_t i = 0; i < TX_COUNT(takers); i++) {
		if (takers[i](scan, head, line, ret_last))
			return true;
	}
	return false;
}

/* IPTC 7901 closes the last line of the head with " =". */
static bool head_is_closed(const struct tx_scan *scan, const struct head *head)
{
	const struct tx_head_line *last = previous(head);

	return last != NULL && tx_slice_ends(tx_line_text(scan, last->last), TX_LIT(" ="));
}

/* Whether the body begins on this line, which no rule knows. */
static bool ends_head(const struct tx_scan *scan, const struct head *head, size_t line)
{
	if (scan->has_dateline)
		return false;
	size_t titles = 0;
	for (size_t i = 0; i < head->count; i++)
		titles += head->items[i].kind == TX_TOK_PARAGRAPH;
	const struct tx_head_line *above = previous(head);
	telex_slice s = tx_line_text(scan, line);
	bool sentence = above != NULL && above->kind == TX_TOK_BYLINE && titles == 0 &&
			s.len > SENTENCE_MIN && s.ptr[s.len - 1] == '.';
	return scan->copy_only || sentence || head_is_closed(scan, head) ||
	       tx_head_begins_body(scan, titles, line);
}

static void read_lines(struct tx_scan *scan, struct head *head)
{
	for (size_t line = 0; line < head->end_line; line++) {
		size_t last = line;
		if (tx_line_blank(&scan->lines[line]))
			continue;
		if (take_known(scan, head, line, &last)) {
			line = last;
			continue;
		}
		if (ends_head(scan, head, line) ||
		    !add(head, line, line, TX_TOK_PARAGRAPH, TX_NOTE_NONE)) {
			head->end_line = line;
			break;
		}
	}
}

/* Lines of one wrapped headline become one piece. */
static void join_wrapped(const struct tx_scan *scan, struct head *head)
{
	size_t kept = 0;

	for (size_t i = 0; i < head->count; i++) {
		struct tx_head_line *item = &head->items[i];
		struct tx_head_line *before = kept > 0 ? &head->items[kept - 1] : NULL;
		if (before != NULL && before->kind == TX_TOK_PARAGRAPH &&
		    item->kind == TX_TOK_PARAGRAPH && item->line == before->last + 1 &&
		    tx_slugline_wraps(tx_line_text(scan, before->last),
				      tx_line_text(scan, item->line)))
			before->last = item->last;
		else
			head->items[kept++] = *item;
	}
	head->count = kept;
}

/* A page's date after a byline is a note of its own. */
static void push_byline(struct tx_scan *scan, const struct tx_head_line *item, size_t end)
{
	telex_slice s = tx_head_text(scan, item), part = tx_byline_part(s);

	if (part.len < s.len && part.ptr != NULL) {
		size_t cut = (size_t)(part.ptr + part.len - scan->text.ptr);
		tx_push(scan, TX_TOK_BYLINE, TX_NOTE_NONE, cut);
		tx_push(scan, TX_TOK_NOTE, TX_NOTE_UPDATE, end);
		return;
	}
	tx_push(scan, TX_TOK_BYLINE, TX_NOTE_NONE, end);
}

static void push_all(struct tx_scan *scan, const struct head *head)
{
	for (size_t i = 0; i < head->count; i++) {
		const struct tx_head_line *item = &head->items[i];
		size_t end = scan->lines[item->last + 1].start;
		tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, scan->lines[item->line].start);
		if (item->kind == TX_TOK_HEADLINE)
			tx_push_headline(scan, tx_head_text(scan, item), end);
		else if (item->kind == TX_TOK_SLUG)
			tx_push_slug(scan, tx_head_text(scan, item), end);
		else if (item->kind == TX_TOK_BYLINE)
			push_byline(scan, item, end);
		else
			tx_push(scan, item->kind, item->note, end);
	}
}

void tx_scan_head(struct tx_scan *scan)
{
	struct head head;

	head.count = 0;
	head.end_line = scan->has_dateline ? scan->dateline_line : scan->foot_line;
	read_lines(scan, &head);
	if (!scan->copy_only) {
		join_wrapped(scan, &head);
		tx_head_share_out(scan, head.items, head.count);
	}
	push_all(scan, &head);
	if (!scan->has_dateline) {
		scan->body_line = head.end_line;
		scan->body_start = scan->lines[head.end_line].start;
		if (scan->body_start > scan->body_end)
			scan->body_start = scan->body_end;
	}
}
