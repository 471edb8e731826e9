/* Where a text ends though lines that no rule knows are below it: what readers' pages and archives
 * leave there cannot undo an end mark.  Left out: a second dispatch below the first one's end. */
#include "tokenizer/foot/foot.h"

#include "core/ascii.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/media_mark.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/words/portal_words.h"
#include "tokenizer/words/words.h"

#define EDGE_LINES_MAX     40 /* lines from the end in which a mark is looked for */
#define MARK_TAIL          64 /* bytes of the end of a line that hold a mark and what is after it */
#define OPENINGS_MAX       4
#define LAST_WORD_MAX      16 /* bytes of the word that closes a line */
#define PROSE_MIN          80 /* bytes of a paragraph that ends with a stop: a sentence of the story */
#define SCRAPS_MAX         16  /* lines below a tail that is not past the middle of the text */
#define CONTACTS_TITLE_MAX 48  /* bytes of the title above addresses */
#define CONTACT_MAX        100 /* bytes of a line of addresses */
#define STRANGE_MIN        3   /* letters of a mark of an agency that nothing else claims */

/* An end mark that a line holds. */
struct held_mark {
	struct tx_end_mark mark;
	bool alone;    /* nothing of the text is on its line */
	bool initials; /* a sign-off is after it */
};

/* How the marks of an agency begin, each way once. */
struct openings {
	const char *items[OPENINGS_MAX]; /* two bytes of each count */
	size_t count;
	bool any; /* no agency is known */
};

static bool opens_alike(const char *a, const char *b)
{
	return a[0] == b[0] && a[1] == b[1];
}

static void find_openings(const struct tx_profile *profile, struct openings *openings)
{
	openings->count = 0;
	openings->any = profile == NULL;
	if (profile == NULL)
		return;
	for (const char *const *sign = profile->signs[TX_SIGN_END_MARK]; *sign != NULL; sign++) {
		bool seen = false;
		for (size_t i = 0; i < openings->count; i++)
			seen |= opens_alike(openings->items[i], *sign);
		if (!seen && openings->count < OPENINGS_MAX)
			openings->items[openings->count++] = *sign;
	}
}

/* Whether the last word of a long line may be a mark, initials, a stamp or a bracket: most lines
 * end with a word in small letters. */
static bool may_close(telex_slice line)
{
	unsigned classes = 0;

	if (line.ptr[line.len - 1] == '.' && tx_is_lower(line.ptr[line.len - 2]))
		return false;
	for (size_t at = line.len; at > 0 && line.ptr[at - 1] != ' '; at--) {
		char c = line.ptr[at - 1];
		if (c == '/' || c == '-' || c == '(' || c == ')')
			return true;
		classes |= tx_char_classes[(unsigned char)c];
		if (line.len - at > LAST_WORD_MAX)
			break;
	}
	return (classes & (TX_CHAR_UPPER | TX_CHAR_DIGIT)) != 0;
}

/* Whether a mark may be in the last bytes of a line. */
static bool may_hold_mark(telex_slice line, const struct openings *openings)
{
	telex_slice tail = tx_slice_skip(line, line.len > MARK_TAIL ? line.len - MARK_TAIL : 0);
	bool found = openings->any;

	if (line.len < 2 || (line.len > MARK_TAIL && !may_close(line)))
		return false;
	for (size_t i = 0; i < openings->count && !found; i++)
		found = tx_slice_find(tail, tx_slice(openings->items[i], 2)) < tail.len;
	return found;
}

static bool read_mark(telex_slice line, struct held_mark *ret_held)
{
	struct tx_glued_end end;
	struct tx_signoff signoff;
	telex_slice s = tx_trim(tx_slice_take(line, line.len - tx_media_mark_tail(line)));
	size_t len;

	*ret_held = (struct held_mark){.alone = true};
	if (s.len < 2)
		return false;
	if (tx_end_mark_line(s, false, &ret_held->mark))
		return true;
	len = tx_end_mark_prefix(s, &ret_held->mark);
	ret_held->initials = len > 0 && len < s.len && s.ptr[len] == ' ' &&
			     tx_signoff_parse(tx_slice_skip(s, len), true, &signoff);
	if (ret_held->initials)
		return true;
	ret_held->alone = false;
	if (!tx_end_glued(s, &end))
		return false;
	ret_held->mark = end.mark;
	ret_held->initials = end.signoff.count > 0;
	return true;
}

static size_t visible_below(const struct tx_scan *scan, size_t line)
{
	do
		line++;
	while (line < scan->line_count && tx_line_blank(&scan->lines[line]));
	return line;
}

static bool signoff_below(const struct tx_scan *scan, size_t line)
{
	struct tx_signoff signoff;
	size_t below = visible_below(scan, line);

	return below < scan->line_count &&
	       tx_signoff_parse(tx_line_text(scan, below), true, &signoff);
}

static bool is_claimed(const struct tx_scan *scan, const struct tx_profile *profile)
{
	for (size_t i = 0; i < scan->claims.count; i++) {
		if (scan->claims.profiles[i] == profile)
			return true;
	}
	return scan->profile == profile;
}

/* Whether less is below the line than above it. */
static bool is_late(const struct tx_scan *scan, size_t line)
{
	size_t at = scan->lines[line].start;

	return at - scan->body_start >= scan->lines[scan->line_count].start - at;
}

/* The mark closes its paragraph, and it is the dispatch's agency's.  Where nothing claims the
 * dispatch for an agency the mark must be spelt as the agency does; alone on its line it may be a
 * picture's credit, unless initials follow or most of the text is above it. */
static bool closes_text(const struct tx_scan *scan, size_t line, const struct held_mark *held)
{
	bool known = scan->claims.count > 0 || scan->profile != NULL;
	bool signed_off = held->initials || signoff_below(scan, line);

	if (held->mark.profile == NULL || !tx_end_mark_exact(&held->mark))
		return false;
	if (known ? !is_claimed(scan, held->mark.profile) : held->mark.mark.len < STRANGE_MIN)
		return false;
	return signed_off || !held->alone || (known && is_late(scan, line));
}

static bool ends_paragraph(const struct tx_scan *scan, size_t line)
{
	telex_slice below = tx_line_text(scan, line + 1);
	struct tx_signoff signoff;

	return below.len == 0 || tx_starts_paragraph(scan, line + 1) || tx_line_is_rule(below) ||
	       tx_signoff_parse(below, true, &signoff);
}

static bool dateline_between(const struct tx_scan *scan, size_t first, size_t below)
{
	struct tx_dateline_parts parts;

	for (size_t line = first; line < below; line++) {
		if (!tx_line_blank(&scan->lines[line]) &&
		    tx_dateline_find(tx_line_text(scan, line), TX_DATELINE_MARKED, &parts))
			return true;
	}
	return false;
}

static bool has_mark(const struct tx_scan *scan)
{
	for (size_t i = 0; i < scan->foot_count; i++) {
		if (scan->foot[i].kind == TX_TOK_END_MARK)
			return true;
	}
	return false;
}

/* Whether the dispatch may have an end mark above unknown lines at all. */
static bool may_have_edge(const struct tx_scan *scan)
{
	return scan->profile == NULL ? !scan->copy_only
				     : scan->profile->signs[TX_SIGN_END_MARK] != NULL;
}

static bool mark_edge(const struct tx_scan *scan, size_t below, size_t *ret_line)
{
	struct held_mark held;
	struct openings openings;

	if (!may_have_edge(scan))
		return false;
	find_openings(scan->profile, &openings);
	for (size_t line = below - 1; line-- > scan->body_line && below - line < EDGE_LINES_MAX;) {
		telex_slice s = tx_foot_text(scan, line);
		if (!may_hold_mark(s, &openings) || !ends_paragraph(scan, line))
			continue;
		/* The mark of the dateline, of an agency that is not known, on a line of its own. */
		if (scan->dateline.profile == NULL && tx_foot_own_mark(scan, s)) {
			*ret_line = line;
			return is_late(scan, line);
		}
		if (!read_mark(s, &held))
			continue;
		*ret_line = line;
		return closes_text(scan, line, &held) && !dateline_between(scan, line + 1, below);
	}
	return false;
}

/* Who wrote it ("Reporting by A; Editing by B"), an agency's footer, or whose it is. */
static bool is_tail(telex_slice s)
{
	size_t len = 0;

	if (s.len < 6 || !tx_char_is(s.ptr[0], TX_CHAR_UPPER | TX_CHAR_PUNCT | TX_CHAR_HIGH))
		return false;
	return tx_tail_of(s) == TX_NOTE_CREDIT ||
	       tx_note_of(s, TX_NOTE_IN_FOOT) == TX_NOTE_CREDIT ||
	       tx_sign_at(s, TX_SIGN_FOOTER, &len) != NULL ||
	       (tx_copyright_opens(s) && tx_copyright_owner(s, &len) != NULL);
}

/* Whether addresses are below the line, to the end. */
static bool is_contacts(const struct tx_scan *scan, size_t line, size_t below)
{
	telex_slice s = tx_foot_text(scan, line);

	if (s.len > CONTACTS_TITLE_MAX || tx_portal_words(s) != TX_PORTAL_CONTACTS)
		return false;
	for (size_t i = line + 1; i < below; i++) {
		if (tx_foot_text(scan, i).len > CONTACT_MAX)
			return false;
	}
	return true;
}

/* Whether the lines are few and short, as what is left of a page is: in a short dispatch they may be
 * more than its text. */
static bool only_scraps(const struct tx_scan *scan, size_t first, size_t below)
{
	if (below - first > SCRAPS_MAX)
		return false;
	for (size_t i = first; i < below; i++) {
		if (tx_foot_text(scan, i).len > CONTACT_MAX)
			return false;
	}
	return true;
}

/* Whether the last paragraph may be what a page has below a tail: short, without a stop, or about a
 * person; most dispatches end with a sentence of the story. */
static bool may_be_below_tail(const struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_foot_lines_text(scan, tx_foot_paragraph(scan, line), line);
	telex_slice rest = s, first = tx_next_word(&rest), second = tx_next_word(&rest);

	if (s.len < PROSE_MIN || strchr(".\")'\x9d", s.ptr[s.len - 1]) == NULL)
		return true;
	return scan->profile != NULL && scan->profile->signs[TX_SIGN_FOOTER] != NULL &&
	       tx_starts_upper(first) && tx_starts_upper(second);
}

/* A tail closes the text as an end mark does, when less is below it than above. */
static bool tail_edge(const struct tx_scan *scan, size_t below, size_t *ret_line)
{
	if (!may_be_below_tail(scan, below - 1))
		return false;
	for (size_t line = below - 1;
	     line-- > scan->body_line + 1 && below - line < EDGE_LINES_MAX;) {
		if (tx_line_blank(&scan->lines[line]) || !ends_paragraph(scan, line))
			continue;
		if (is_contacts(scan, line, below)) {
			*ret_line = line - 1;
			return true;
		}
		if (!is_late(scan, line) && !only_scraps(scan, line + 1, below))
			continue;
		size_t first = tx_foot_paragraph(scan, line);
		if (first > scan->body_line && is_tail(tx_foot_lines_text(scan, first, line))) {
			*ret_line = line;
			return !dateline_between(scan, line + 1, below);
		}
		line = first;
	}
	return false;
}

bool tx_foot_edge(const struct tx_scan *scan, size_t below, size_t *ret_line)
{
	return below > scan->body_line + 1 && !has_mark(scan) &&
	       (mark_edge(scan, below, ret_line) || tail_edge(scan, below, ret_line));
}

bool tx_foot_notebook(const struct tx_scan *scan, size_t *ret_line)
{
	size_t len = 0, seen = 0;

	for (size_t line = scan->line_count; line-- > scan->body_line && seen < EDGE_LINES_MAX;
	     seen++) {
		if (scan->lines[line].first == scan->lines[line].end ||
		    scan->text.ptr[scan->lines[line].first] != '#')
			continue;
		telex_slice s = tx_foot_text(scan, line);
		if (s.len > 2 && s.ptr[0] == '#' && s.ptr[1] == ' ' &&
		    tx_sign_at(s, TX_SIGN_FOOTER, &len) != NULL) {
			*ret_line = line;
			return line > scan->body_line;
		}
	}
	return false;
}
