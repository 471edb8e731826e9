/* Where the dateline is: on which line, after a byline on that line or not, wrapped or not.  What
 * is no dateline by its form alone (a bare place, a place and an agency without dash) is one where
 * a gazetteer or the lines around it say so. */
#include "core/scan.h"
#include "core/utf8.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/dateline/dateline_bare.h"
#include "tokenizer/words/evidence.h"
#include "tokenizer/lines/web_date.h"
#include "tokenizer/words/name_words.h"
#include "tokenizer/head/portal_line.h"
#include "tokenizer/words/words.h"

#define COPY_LINES_MAX     10  /* visible lines where no titles stand above the dateline */
#define DATELINE_LINES_MAX 24  /* visible lines in which a dateline is looked for */
#define CREDIT_LINES_MAX   12  /* likewise a credit with a place in its stead */
#define MARK_WEIGHT        2   /* of any mark, however long */
#define CLOSE_BYTES        80  /* of the line on which a wrapped dateline ends */
#define WRAPPED_LINE_MAX   100 /* bytes of a line on which a dateline that wraps begins */
#define BYLINE_MAX         160 /* bytes of a byline before a dateline on its line */
#define JOINED_GAP         3   /* blanks between the two */
#define BARE_LINES_MAX     6   /* visible lines above a place without dash or capitals */
#define WHOLE_MIN          6   /* bytes of a region that is no abbreviation */
#define ABBREVIATED_MAX    4   /* bytes of one that may be, whatever its end */
#define PROSE_MIN          90  /* bytes of a line that is no title */

/* The text of a line and, with `wrapped`, of the next one. */
static telex_slice candidate(const struct tx_scan *scan, size_t line, bool wrapped)
{
	const struct tx_line *first = &scan->lines[line], *last = wrapped ? first + 1 : first;

	return tx_slice(scan->text.ptr + first->first, last->end - first->first);
}

static bool ends_open(telex_slice line)
{
	static const char *const open_words[] = {" de", " del", " la", " el",  " los", " las",
						 " da", " do",  " y",  " and", ",",    "/"};

	for (size_t i = 0; i < TX_COUNT(open_words); i++) {
		if (tx_slice_ends(line, tx_slice_of(open_words[i])))
			return true;
	}
	return line.len > 0 && tx_is_digit(line.ptr[line.len - 1]);
}

/* Only a bracket or a slash soon in the line below can close a dateline begun above it. */
static bool may_close(const struct tx_scan *scan, const struct tx_line *below)
{
	size_t len =
		below->end - below->first < CLOSE_BYTES ? below->end - below->first : CLOSE_BYTES;
	const char *text = scan->text.ptr + below->first;

	return memchr(text, '(', len) != NULL || memchr(text, '/', len) != NULL;
}

/* A dateline that wraps: the line below goes on, and makes no dateline of its own. */
static bool find_wrapped(struct tx_scan *scan, size_t line)
{
	const struct tx_line *here = &scan->lines[line], *below = here + 1;
	struct tx_dateline_parts alone;

	if (scan->block_a_line || tx_line_blank(below) || below->indent > here->indent ||
	    here->end - here->first > WRAPPED_LINE_MAX)
		return false;
	if (!may_close(scan, below))
		return false;
	if (!tx_dateline_find(candidate(scan, line, true), TX_DATELINE_MARKED, &scan->dateline))
		return false;
	return ends_open(tx_line_text(scan, line)) ||
	       !tx_dateline_find(candidate(scan, line + 1, false), TX_DATELINE_MARKED, &alone);
}

static size_t skip_blanks(telex_slice text, size_t at, size_t end)
{
	while (at < end) {
		if (tx_char_is(text.ptr[at], TX_CHAR_BLANK))
			at++;
		else if (at + 1 < end && text.ptr[at] == '\xc2' && text.ptr[at + 1] == '\xa0')
			at += 2;
		else
			break;
	}
	return at;
}

static void claim_marks(struct tx_scan *scan)
{
	for (size_t i = 0; i < scan->dateline.mark_count; i++) {
		telex_slice mark = scan->dateline.marks[i];
		const struct tx_profile *house = tx_sign_find(mark, TX_SIGN_BRACKETS);
		/* Of two that share a dateline the first one sent it, unless the foot says
		 * otherwise, or the other one is an agency that passes on what it gets. */
		bool relays = house != NULL && i > 0 && (house->flags & TX_STYLE_RELAYS) != 0;
		tx_claim(&scan->claims, house, TX_CLAIM_STRONG,
			 relays   ? MARK_WEIGHT + 2
			 : i == 0 ? MARK_WEIGHT + 1
				  : MARK_WEIGHT);
	}
	if (scan->claims.count == 0)
		tx_claim(&scan->claims, scan->dateline.profile, TX_CLAIM_STRONG, 4);
}

/* A line that is nothing but an agency's mark closes the copy of some. */
static bool is_mark_alone(const struct tx_scan *scan, size_t line, size_t end)
{
	return scan->copy_only && line > 0 && scan->dateline.place_count == 0 &&
	       scan->dateline.date.day == 0 && end >= scan->lines[line].end;
}

/* Whether the words end what is before a dateline on its line: an agency, or a full stop. */
static bool closes_byline(telex_slice left)
{
	size_t comma = left.len;

	if (left.len > 0 && left.ptr[left.len - 1] == '.')
		return true;
	while (comma > 0 && left.ptr[comma - 1] != ',')
		comma--;
	telex_slice last = tx_trim(tx_slice_skip(left, comma));
	return comma > 0 && (tx_sign_find(last, TX_SIGN_BYLINE) != NULL || tx_byline_is_role(last));
}

static size_t blanks_before(telex_slice s, size_t at)
{
	size_t blanks = 0;

	while (at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_BLANK)) {
		blanks += s.ptr[at - 1] == '\t' ? JOINED_GAP : 1;
		at--;
	}
	return blanks;
}

/* Whether the dateline begins at byte `at` of the line, after a byline. */
static bool splits_at(struct tx_scan *scan, telex_slice s, size_t at, bool closed)
{
	telex_slice left = tx_trim(tx_slice_take(s, at));
	bool set_off = blanks_before(s, at) >= JOINED_GAP || closes_byline(left);

	if (set_off != closed || (!closed && memchr(left.ptr, ',', left.len) != NULL))
		return false;
	while (left.len > 0 && strchr(".,-", left.ptr[left.len - 1]) != NULL)
		left = tx_trim(tx_slice_take(left, left.len - 1));
	if (!tx_byline_is(left) ||
	    !tx_dateline_find(tx_slice_skip(s, at), TX_DATELINE_UNMARKED, &scan->dateline))
		return false;
	return closed || (scan->dateline.place_count > 0 &&
			  tx_scan_knows(scan, scan->dateline.places[0]) >= TX_KNOWN_PLACE);
}

/* "By Odo Marn. OSLO (Reuters) -", "Por Ana Solano     Vigo, 7 oct (EFE).-" */
static bool find_joined(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_line_text(scan, line);
	size_t word = tx_byline_word(s), most = s.len < BYLINE_MAX ? s.len : BYLINE_MAX;

	if (word == 0)
		return false;
	for (int closed = 1; closed >= 0; closed--) {
		for (size_t at = word + 1; at < most; at++) {
			if (s.ptr[at - 1] != ' ' && s.ptr[at - 1] != '\t')
				continue;
			if (s.ptr[at] == ' ' || !splits_at(scan, s, at, closed == 1))
				continue;
			scan->dateline_start = (size_t)(s.ptr + at - scan->text.ptr);
			tx_byline_claim(tx_trim(tx_slice_take(s, at)), &scan->claims);
			return true;
		}
	}
	return false;
}

/* A byline word opens no place, but for "De Bilt". */
static bool eats_byline(const struct tx_scan *scan)
{
	const struct tx_dateline_parts *parts = &scan->dateline;
	telex_slice whole = parts->text;

	return parts->place_count > 0 && tx_byline_word(whole) > 0 &&
	       parts->places[0].ptr == whole.ptr &&
	       (!tx_byline_word_is_weak(whole) || tx_byline_is(parts->places[0])) &&
	       tx_scan_knows(scan, parts->places[0]) == TX_KNOWN_NOTHING;
}

static bool names_agency(const struct tx_dateline_parts *parts)
{
	bool pictures = false;

	for (size_t i = 0; i < parts->place_count; i++) {
		if (tx_agency_begins(parts->places[i]) &&
		    tx_credit_agency(parts->places[i], &pictures) != NULL)
			return true;
	}
	return false;
}

/* "ROMA (ITALIA) - ": what was taken for a mark that nobody is known by is a region. */
static void settle_region(const struct tx_scan *scan, struct tx_dateline_parts *parts)
{
	if (parts->profile != NULL || parts->place_count != 1 || parts->mark_count != 1 ||
	    parts->date.day != 0 || parts->qualifiers[0].ptr != NULL ||
	    parts->marks[0].ptr[-1] != '(' ||
	    tx_scan_knows(scan, parts->marks[0]) == TX_KNOWN_NOTHING)
		return;
	parts->qualifiers[0] = parts->marks[0];
	parts->mark_count = 0;
}

/* "LOS ANGELES (TheCurtain) - ": what is in brackets between place and dash and is no region is the
 * mark of somebody who has no profile. */
static void settle_mark(const struct tx_scan *scan, struct tx_dateline_parts *parts)
{
	telex_slice qualifier = parts->qualifiers[0];

	if (parts->place_count != 1 || parts->mark_count > 0 || parts->date.day != 0 ||
	    qualifier.ptr == NULL || qualifier.ptr[-1] != '(' || scan->known_place == NULL ||
	    tx_scan_knows(scan, qualifier) != TX_KNOWN_NOTHING)
		return;
	parts->marks[parts->mark_count++] = qualifier;
	parts->qualifiers[0] = (telex_slice){NULL, 0};
}

/* Whether a region with a stop after it is too long for an abbreviation, or ends otherwise than
 * they do: "Brasil.", "Chile."; "Calif.", "Minn.", "Colo." */
static bool is_whole_name(telex_slice name)
{
	return name.len >= WHOLE_MIN ||
	       (name.len > ABBREVIATED_MAX && strchr("aeiou\xba", name.ptr[name.len - 1]) != NULL);
}

/* "Bogotá, Colombia. (AFP)": the stop after the name of a region is not its own. */
static void settle_qualifiers(const struct tx_scan *scan, struct tx_dateline_parts *parts)
{
	for (size_t i = 0; i < parts->place_count; i++) {
		telex_slice *region = &parts->qualifiers[i];
		if (region->len == 0 || region->ptr[region->len - 1] != '.')
			continue;
		telex_slice name = tx_slice_take(*region, region->len - 1);
		if (is_whole_name(name) && tx_scan_knows(scan, name) != TX_KNOWN_NOTHING)
			*region = name;
	}
}

/* "Actualizado Lunes, 3 junio 2024 - 10:15": a page's date has a day and a dash as well. */
static bool is_web_date(const struct tx_scan *scan, size_t line)
{
	struct tx_web_date date;

	return scan->dateline.mark_count == 0 && scan->dateline.date.year != 0 &&
	       tx_web_date_read(tx_line_text(scan, line), &date);
}

static bool is_sound(struct tx_scan *scan, size_t line)
{
	struct tx_dateline_parts *parts = &scan->dateline;

	if (eats_byline(scan) || (parts->mark_count == 0 && names_agency(parts)) ||
	    is_web_date(scan, line))
		return false;
	if (parts->loose &&
	    (parts->place_count == 0 || tx_scan_knows(scan, parts->places[0]) < TX_KNOWN_PLACE))
		return false;
	settle_mark(scan, parts);
	settle_region(scan, parts);
	settle_qualifiers(scan, parts);
	return true;
}

/* Whether the lines from `line` to the next blank one end as a sentence does. */
static bool is_sentence(const struct tx_scan *scan, size_t line)
{
	uint32_t last;

	while (line + 1 < scan->line_count && !tx_line_blank(&scan->lines[line + 1]))
		line++;
	tx_utf8_decode_last(tx_line_text(scan, line), &last);
	return last == '.' || last == '"' || last == 0x201d || last == 0xbb || last == ')';
}

static size_t visible_above(const struct tx_scan *scan, size_t line)
{
	size_t seen = 0;

	for (size_t above = 0; above < line; above++)
		seen += !tx_line_blank(&scan->lines[above]);
	return seen;
}

static bool byline_above(const struct tx_scan *scan, size_t line)
{
	while (line > 0 && tx_line_blank(&scan->lines[line - 1]))
		line--;
	return line > 0 && tx_byline_is(tx_line_text(scan, line - 1));
}

/* "NEW YORK - Tamlin Corp said": only the place and what is around it. */
static bool find_bare(struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_line_text(scan, line);
	int sum = 0;

	if (scan->known_place == NULL)
		return false;
	enum tx_bare_place bare = tx_dateline_bare(s, &scan->dateline);
	if (bare == TX_BARE_NONE)
		return false;
	if (bare == TX_BARE_TITLE && !byline_above(scan, line))
		return false;
	size_t above = visible_above(scan, line);
	if (bare != TX_BARE_DASHED) {
		if (above > BARE_LINES_MAX || !is_sentence(scan, line))
			return false;
		sum += tx_evidence_weight(TX_EV_NO_DASH);
	}
	enum tx_known_place known = tx_scan_knows(scan, scan->dateline.places[0]);
	if (known >= TX_KNOWN_PLACE)
		sum += tx_evidence_weight(TX_EV_PLACE);
	if (known >= TX_KNOWN_TOWN)
		sum += tx_evidence_weight(TX_EV_TOWN);
	if (tx_dateline_prose_follows(tx_slice_skip(s, scan->dateline.text.len)))
		sum += tx_evidence_weight(TX_EV_PROSE_FOLLOWS);
	if (above > 0)
		sum += tx_evidence_weight(TX_EV_TITLE_ABOVE);
	if (scan->profile != NULL)
		sum += tx_evidence_weight(TX_EV_HOUSE_KNOWN);
	if (tx_name_is_headline_word(scan->dateline.places[0]))
		sum += tx_evidence_weight(TX_EV_HEADLINE_WORD);
	if (scan->dateline.qualifiers[0].ptr != NULL &&
	    tx_scan_knows(scan, scan->dateline.qualifiers[0]) == TX_KNOWN_NOTHING)
		return false;
	return sum >= TX_EVIDENCE_DATELINE;
}

static bool find_on_line(struct tx_scan *scan, size_t line)
{
	telex_slice s = candidate(scan, line, false);

	scan->dateline_start = 0;
	if (find_joined(scan, line))
		return true;
	if (tx_dateline_find(s, TX_DATELINE_UNMARKED, &scan->dateline))
		return is_sound(scan, line);
	if (find_wrapped(scan, line))
		return is_sound(scan, line);
	return find_bare(scan, line);
}

static void set_dateline(struct tx_scan *scan, size_t line, size_t end)
{
	size_t end_line = line;

	while (end_line + 1 < scan->line_count && scan->lines[end_line + 1].start < end)
		end_line++;
	scan->has_dateline = true;
	scan->dateline_line = line;
	scan->dateline_end = skip_blanks(scan->text, end, scan->lines[end_line].end);
	scan->body_line = end_line;
	scan->body_start = scan->dateline_end;
}

/* Whether the story begins below line `line`, other lines of the page left aside. */
static bool story_follows(const struct tx_scan *scan, size_t line)
{
	const struct tx_portal_place place = {true, true, false};
	struct tx_portal_line page;

	for (line++; line < scan->line_count; line++) {
		if (tx_line_blank(&scan->lines[line]))
			continue;
		if (tx_piece_of(scan, line) != NULL)
			return false;
		telex_slice s = tx_line_text(scan, line);
		if (!tx_portal_line_read(scan, line, &place, &page))
			return s.len >= PROSE_MIN || s.ptr[s.len - 1] == '.';
		line = page.last;
	}
	return false;
}

static void take_placed_credit(struct tx_scan *scan, const struct tx_credit_line *credit,
			       size_t first, size_t last)
{
	const struct tx_line *lines = scan->lines;

	scan->dateline = (struct tx_dateline_parts){
		.places = {credit->place}, .place_count = 1, .date = credit->date};
	scan->dateline.text =
		tx_slice(scan->text.ptr + lines[first].first, lines[last].end - lines[first].first);
	for (size_t i = 0; i < credit->mark_count; i++)
		scan->dateline.marks[scan->dateline.mark_count++] = credit->marks[i];
	set_dateline(scan, first, lines[last].end);
	tx_credit_claim(credit, &scan->claims);
}

/* "EFE / Madrid" on a line of its own, or on two, above a story that has no other dateline. */
static void find_placed_credit(struct tx_scan *scan)
{
	struct tx_credit_line credit;
	size_t seen = 0;

	for (size_t line = 0; line < scan->line_count && seen < CREDIT_LINES_MAX; line++) {
		telex_slice s = tx_line_text(scan, line);
		if (s.len == 0)
			continue;
		if (tx_piece_of(scan, line) != NULL || s.len > PROSE_MIN)
			return;
		seen++;
		size_t last = tx_portal_placed_credit(scan, line, &credit);
		if (last == 0 && (!tx_credit_read(s, scan->known_place, &credit) ||
				  credit.kind != TX_CREDIT_PLACE || credit.mark_count == 0))
			continue;
		last = last == 0 ? line : last;
		if (!story_follows(scan, last))
			return;
		/* A byline above the place remains one. */
		if (credit.kind == TX_CREDIT_BYLINE)
			line = last;
		take_placed_credit(scan, &credit, line, last);
		return;
	}
}

/* What a page has above its story is full of dashes: without an agency's mark a dateline there is
 * of a place that is known. */
static bool is_unsure_on_page(const struct tx_scan *scan)
{
	const struct tx_dateline_parts *parts = &scan->dateline;

	return scan->on_page && parts->mark_count == 0 &&
	       (parts->place_count == 0 ||
		tx_scan_knows(scan, parts->places[0]) == TX_KNOWN_NOTHING);
}

void tx_scan_dateline(struct tx_scan *scan)
{
	size_t seen = 0, most = scan->copy_only ? COPY_LINES_MAX : DATELINE_LINES_MAX;

	for (size_t line = 0; line < scan->line_count && seen < most; line++) {
		if (tx_line_blank(&scan->lines[line]) || tx_piece_of(scan, line) != NULL)
			continue;
		seen++;
		if (!find_on_line(scan, line))
			continue;
		size_t end = (size_t)(scan->dateline.text.ptr + scan->dateline.text.len -
				      scan->text.ptr);
		if (is_mark_alone(scan, line, end) || is_unsure_on_page(scan))
			continue;
		set_dateline(scan, line, end);
		claim_marks(scan);
		return;
	}
	scan->dateline_start = 0;
	if (scan->on_page || (!scan->copy_only && !scan->block_a_line))
		find_placed_credit(scan);
}
