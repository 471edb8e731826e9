/* A credit line is a list: agencies, and between them a place, a date, a desk, a paper or a person,
 * joined by slashes, bars, dashes or words.  Each part must be one of these, or the line is no
 * credit line: a headline may begin with an agency's name. */
#include "tokenizer/lines/creditline.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/words/evidence.h"
#include "tokenizer/words/words.h"

#define LINE_MAX    100 /* bytes */
#define PAPER_WORDS 4
#define CLAIM_FIRST 3 /* weights; an end mark of two letters is worth eight */
#define CLAIM_OTHER 2
#define CLAIM_RELAY 4

enum part { BAD, AGENCY, PLACE, DATE, DESK, PAPER, PICTURES, PERSON };

struct reading {
	struct tx_credit_line *credit;
	tx_known_place_fn *known_place;
	size_t counts[PERSON + 1];
	bool sourced; /* words of a source open the line */
	bool strong;  /* the sign before the part that is read is no comma */
	bool person_first;
	bool with; /* "avec" or the like follows the part that is read */
};

static bool is_place(const struct reading *r, telex_slice part)
{
	return r->known_place != NULL && part.len > 2 && tx_starts_upper(part) &&
	       r->known_place(part) >= TX_KNOWN_PLACE;
}

static bool add_agency(struct reading *r, telex_slice part)
{
	bool pictures = false;
	const struct tx_profile *profile = tx_credit_agency(part, &pictures);
	struct tx_credit_line *credit = r->credit;

	if (profile == NULL)
		return false;
	r->counts[PICTURES] += pictures;
	if (credit->mark_count < TX_CREDIT_MARKS_MAX) {
		credit->profiles[credit->mark_count] = profile;
		credit->marks[credit->mark_count++] = part;
	}
	r->counts[AGENCY]++;
	return true;
}

static bool is_date(struct reading *r, telex_slice part)
{
	struct tx_date date;
	bool found;

	if (part.len < 3 || !tx_is_digit(part.ptr[0]))
		return false;
	telex_slice rest = tx_dateline_cut_date(part, TX_CAL_ANY, &date, &found);
	if (!found || tx_trim(rest).len > 0 || date.month == 0)
		return false;
	r->credit->date = date;
	return true;
}

/* "EFE Madrid", "MADRID EFE", "EFE 7.10.2025": an agency and a place or a date with a blank between
 * them. */
static bool add_pair(struct reading *r, telex_slice part)
{
	for (size_t at = 1; at + 1 < part.len; at++) {
		if (part.ptr[at] != ' ')
			continue;
		telex_slice head = tx_trim(tx_slice_take(part, at));
		telex_slice tail = tx_trim(tx_slice_skip(part, at));
		if (is_date(r, tail) && add_agency(r, head))
			return true;
		bool leads = is_place(r, tail) && add_agency(r, head);
		if (leads || (is_place(r, head) && add_agency(r, tail))) {
			r->credit->place = leads ? tail : head;
			r->counts[PLACE]++;
			return true;
		}
	}
	return false;
}

/* "Madrid 07/10/2025", "20:19" */
static bool is_placed_date(struct reading *r, telex_slice part)
{
	struct tx_date date;
	bool found;
	telex_slice rest = tx_dateline_cut_date(part, TX_CAL_ANY, &date, &found);

	rest = tx_trim(rest);
	if (!found || date.month == 0 || !is_place(r, rest))
		return false;
	r->credit->date = date;
	r->credit->place = rest;
	r->counts[PLACE]++;
	return true;
}

static bool is_time(telex_slice part)
{
	return part.len >= 4 && part.len <= 6 && tx_is_digit(part.ptr[0]) &&
	       (memchr(part.ptr, ':', part.len) != NULL || memchr(part.ptr, 'h', part.len) != NULL);
}

/* The name of a paper: a few words with capitals. */
static bool is_paper(telex_slice part)
{
	telex_slice rest = part, word;
	size_t words = 0, capitals = 0;

	while ((word = tx_next_word(&rest)).len > 0) {
		capitals += tx_starts_upper(word);
		words++;
		if (!tx_starts_upper(word) && word.len > 3)
			return false;
	}
	return words <= PAPER_WORDS && capitals > 0 && tx_starts_upper(part);
}

static enum part classify(struct reading *r, telex_slice part)
{
	if (add_pair(r, part) || add_agency(r, part))
		return AGENCY;
	if (is_date(r, part) || is_placed_date(r, part) || is_time(part))
		return DATE;
	if (tx_is_picture_agency(part))
		return PICTURES;
	if (tx_credit_is_desk(part, r->counts[DESK] > 0))
		return DESK;
	if (!r->with && is_place(r, part)) {
		if (r->credit->place.ptr == NULL)
			r->credit->place = part;
		return PLACE;
	}
	if (tx_byline_is_name(part) &&
	    tx_evidence_of_name(part) >=
		    tx_evidence_weight(TX_EV_INITIAL) + tx_evidence_weight(TX_EV_TWO_OR_THREE))
		return PERSON;
	return r->strong && is_paper(part) ? PAPER : BAD;
}

static bool read_part(struct reading *r, telex_slice part)
{
	part = tx_trim(part);
	/* Two signs in a row: "Washington, (AFP)". */
	if (part.len == 0)
		return true;
	enum part kind = classify(r, part);

	if (kind == PERSON)
		r->person_first |= r->counts[AGENCY] == 0;
	r->counts[kind] += kind != AGENCY;
	return kind != BAD;
}

static bool read_parts(struct reading *r, telex_slice text)
{
	size_t start = 0;

	for (size_t at = 0; at < text.len;) {
		bool strong;
		size_t len = tx_credit_separator(text, at, &strong);
		if (len == 0) {
			at++;
			continue;
		}
		/* The part before the sign is set off by it as well. */
		r->strong |= strong;
		r->with = tx_is_alpha(text.ptr[at + 1]) && strong;
		if (!read_part(r, tx_slice(text.ptr + start, at - start)))
			return false;
		r->strong = strong;
		at = start = at + len;
	}
	r->with = false;
	return read_part(r, tx_slice_skip(text, start));
}

static enum tx_credit_kind decide(const struct reading *r, bool byline)
{
	const size_t *n = r->counts;
	bool desk = n[DESK] > 0 && n[PAPER] == 0 && n[PERSON] == 0;

	if (n[AGENCY] + n[PICTURES] == 0 && !desk)
		return TX_CREDIT_NONE;
	if (n[PAPER] > 1 || n[PERSON] > 1 || n[PLACE] > 2)
		return TX_CREDIT_NONE;
	if (n[PICTURES] > 0)
		return TX_CREDIT_PHOTO;
	if (n[PERSON] > 0)
		return r->person_first ? TX_CREDIT_BYLINE : TX_CREDIT_PHOTO;
	if (byline)
		return TX_CREDIT_BYLINE;
	return n[PLACE] > 0 ? TX_CREDIT_PLACE : TX_CREDIT_AGENCY;
}

/* Brackets, stars and signs of a line's end around a credit. */
static telex_slice strip_frame(telex_slice s)
{
	s = tx_trim(s);
	while (s.len > 1 && strchr("*([-", s.ptr[0]) != NULL)
		s = tx_trim(tx_slice_skip(s, 1));
	while (s.len > 1 && strchr("*)].-=,;", s.ptr[s.len - 1]) != NULL)
		s = tx_trim(tx_slice_take(s, s.len - 1));
	return s;
}

bool tx_credit_read(telex_slice line, tx_known_place_fn *known_place,
		    struct tx_credit_line *ret_credit)
{
	struct reading r = {.credit = ret_credit, .known_place = known_place};
	telex_slice s = strip_frame(line);

	*ret_credit = (struct tx_credit_line){.kind = TX_CREDIT_NONE};
	if (s.len < 2 || s.len > LINE_MAX || !tx_credit_may_be(s))
		return false;
	size_t byline = tx_byline_word(s), source = tx_credit_source_word(s);
	r.sourced = source > 0;
	s = tx_slice_skip(s, source > 0 ? source : byline);
	r.strong = source + byline > 0;
	if (!read_parts(&r, s))
		return false;
	ret_credit->person = r.counts[PERSON] > 0;
	ret_credit->kind = decide(&r, source == 0 && byline > 0);
	return ret_credit->kind != TX_CREDIT_NONE;
}

void tx_credit_claim(const struct tx_credit_line *credit, struct tx_claims *claims)
{
	for (size_t i = 0; i < credit->mark_count; i++)
		tx_claim(claims, credit->profiles[i], TX_CLAIM_WEAK,
			 i == 0                                                ? CLAIM_FIRST
			 : (credit->profiles[i]->flags & TX_STYLE_RELAYS) != 0 ? CLAIM_RELAY
									       : CLAIM_OTHER);
}
