/* Datelines: place list, qualifier, date, agency mark, dash.
 *
 *     dateline = [leader] [place-list] [date] [mark] dash
 *
 * The mark is found first; what is before it must then parse as places and a date
 * (dateline_places.c).  Without a mark in brackets or slashes dateline_unmarked.c has its say. */
#include "tokenizer/dateline/dateline.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/dateline/dateline_bare.h"
#include "tokenizer/dateline/dateline_parts.h"

#define ISO_DATE 10  /* bytes of "1996-09-03" */
#define HEAD_MAX 140 /* bytes in which the mark must begin */
#define MARK_MAX 44
#define STRIDE   8 /* bytes that are looked up together */

/* What a byte can begin, or end. */
enum { BRACKET = 1, SLASH = 2, DASH = 4, STOP = 8 };

static const uint8_t byte_signs[256] = {
	['('] = BRACKET, ['/'] = SLASH, ['-'] = DASH, ['_'] = DASH, [0xe2] = DASH,
	['"'] = STOP,    ['?'] = STOP,  ['!'] = STOP, [';'] = STOP, [':'] = STOP,
	['{'] = STOP,    ['}'] = STOP,  ['<'] = STOP, ['>'] = STOP,
};

/* Where the text ends in which a mark can still begin; `*ret_signs`: what is before. */
static size_t head_limit(telex_slice text, unsigned *ret_signs)
{
	size_t limit = text.len < HEAD_MAX ? text.len : HEAD_MAX, at = 0;
	unsigned signs = 0;

	for (; limit - at >= STRIDE; at += STRIDE) {
		unsigned some = 0;
		for (size_t i = 0; i < STRIDE; i++)
			some |= byte_signs[(unsigned char)text.ptr[at + i]];
		if ((some & STOP) != 0)
			break;
		signs |= some;
	}
	for (; at < limit; at++) {
		unsigned sign = byte_signs[(unsigned char)text.ptr[at]];
		if (sign == STOP)
			break;
		signs |= sign;
	}
	*ret_signs = signs;
	return at;
}

/* What a candidate for a mark looks like: the head before it, its content, where the rest goes on.
 */
struct candidate {
	telex_slice head;
	telex_slice content;
	size_t end;
};

static bool has_style_without_dash(const struct tx_dateline_parts *parts)
{
	return parts->profile != NULL && (parts->profile->flags & TX_STYLE_NO_DASH) != 0 &&
	       parts->place_count > 0;
}

/* "NUEVA YORK (AP) La": a sentence goes on where the dash is lost; `*ret_loose`: the place is in
 * small letters and must be known. */
static bool goes_on(const struct tx_dateline_parts *parts, telex_slice rest, bool *ret_loose)
{
	*ret_loose = parts->place_count > 0 && !tx_dateline_capitals(parts->places[0]);
	return parts->place_count > 0 && tx_dateline_prose_follows(rest);
}

static bool take_bracket(telex_slice text, const struct candidate *mark,
			 struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts;
	bool dated;

	tx_dateline_clear(&parts);
	bool known = tx_dateline_marks(mark->content, &parts);
	bool small = !known && tx_dateline_small_mark(mark->content);
	if (!known && !small && !tx_dateline_strange_mark(mark->content) &&
	    !tx_dateline_web_mark(mark->content))
		return false;
	if (!tx_dateline_head(mark->head, false, &parts, &dated) ||
	    !tx_dateline_finish(text, mark->end, &parts))
		return false;
	bool dashed = parts.text.len > mark->end;
	if (!known) {
		bool sure = dated || tx_dateline_web_mark(mark->content);
		bool capitals = parts.place_count == 1 && tx_dateline_capitals(parts.places[0]);
		if (!dashed || (!sure && (small || !capitals)))
			return false;
		parts.loose = small || !sure;
		tx_dateline_add_mark(&parts, mark->content, NULL);
	} else if (!dated && !dashed && !has_style_without_dash(&parts) &&
		   !goes_on(&parts, tx_slice_skip(text, mark->end), &parts.loose)) {
		return false;
	}
	*ret_parts = parts;
	return true;
}

/* Place and date after a leading mark: the date, or the mark of an agency that leads its datelines,
 * tells that they are one with it.  The mark of an agency that is not known needs a place that is.
 */
static bool take_led(telex_slice text, const struct tx_dateline_parts *mark, bool leads,
		     struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts led;
	telex_slice rest = tx_slice_skip(text, mark->text.len);

	if ((!tx_dateline_find(rest, TX_DATELINE_UNMARKED, &led) &&
	     (mark->profile != NULL || tx_dateline_bare(rest, &led) != TX_BARE_DASHED)) ||
	    led.mark_count > 0)
		return false;
	if (!leads && led.date.month == 0 && mark->profile != NULL)
		return false;
	memcpy(led.marks, mark->marks, sizeof(led.marks));
	led.mark_count = mark->mark_count;
	led.profile = mark->profile;
	led.loose |= mark->profile == NULL || !leads;
	led.text = tx_slice_take(text, (size_t)(led.text.ptr + led.text.len - text.ptr));
	*ret_parts = led;
	return true;
}

/* "(ANSA) - ROMA, 11 OTT - ", "(AGN) Roma, 11 ott. - ": the mark leads; without places after it the
 * mark of an agency and a dash alone are the dateline, before a sentence also the mark alone: "(sda)
 * Die". */
static bool take_leading(telex_slice text, const struct candidate *mark,
			 struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts;
	size_t dash = tx_dateline_dash(tx_slice_skip(text, mark->end));

	tx_dateline_clear(&parts);
	bool known = tx_dateline_marks(mark->content, &parts);
	if (!known && !tx_dateline_strange_mark(mark->content))
		return false;
	if (!known)
		tx_dateline_add_mark(&parts, mark->content, NULL);
	parts.text = tx_slice_take(text, mark->end + dash);
	if (take_led(text, &parts, tx_sign_find(mark->content, TX_SIGN_LEADING) != NULL, ret_parts))
		return true;
	*ret_parts = parts;
	return known && (dash > 0 || (parts.profile != NULL &&
				      tx_dateline_prose_follows(tx_slice_skip(text, mark->end))));
}

static bool find_bracket(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	for (size_t at = 0; (at = tx_find_byte(text, at, limit, '(')) < limit;) {
		telex_slice inside = tx_slice_take(tx_slice_skip(text, at + 1), MARK_MAX);
		struct tx_cut cut = tx_cut(inside, ')');
		if (!cut.found)
			return false;
		struct candidate mark = {tx_slice_take(text, at), tx_trim(cut.head),
					 at + cut.head.len + 2};
		if (at == 0 && take_leading(text, &mark, ret_parts))
			return true;
		if (take_bracket(text, &mark, ret_parts))
			return true;
		at = mark.end;
	}
	return false;
}

/* "/ritzau/AFP/": marks between slashes; where they end, or 0. */
static size_t take_slashed_marks(telex_slice text, size_t at, struct tx_dateline_parts *parts)
{
	size_t end = 0;

	while (at < text.len && text.ptr[at] == '/') {
		struct tx_cut cut =
			tx_cut(tx_slice_take(tx_slice_skip(text, at + 1), MARK_MAX), '/');
		telex_slice mark = tx_trim(cut.head);
		const struct tx_profile *profile = tx_sign_find(mark, TX_SIGN_SLASHES);
		if (profile == NULL)
			profile = end > 0 ? tx_sign_find(mark, TX_SIGN_BRACKETS) : NULL;
		if (!cut.found || profile == NULL)
			break;
		tx_dateline_add_mark(parts, mark, profile);
		at += cut.head.len + 1;
		end = at + 1;
	}
	return end;
}

static bool take_slashes(telex_slice text, size_t at, struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts;
	telex_slice head = tx_slice_take(text, at);
	bool dated;

	tx_dateline_clear(&parts);
	size_t end = take_slashed_marks(text, at, &parts);
	if (end == 0)
		return false;
	while (head.len > 0 && (head.ptr[head.len - 1] == '.' || head.ptr[head.len - 1] == ' '))
		head.len--;
	if (!tx_dateline_head(head, false, &parts, &dated) ||
	    !tx_dateline_finish(text, end, &parts))
		return false;
	*ret_parts = parts;
	return true;
}

static bool find_slashes(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	for (size_t at = 0; (at = tx_find_byte(text, at, limit, '/')) < limit; at++) {
		if (take_slashes(text, at, ret_parts))
			return true;
	}
	return false;
}

/* The number of a picture, "MJE3800. ", or line noise, "c    LONDON". */
static size_t noise_len(telex_slice text)
{
	size_t letters = 0, at;

	while (letters < text.len && tx_is_upper(text.ptr[letters]))
		letters++;
	for (at = letters; at < text.len && tx_is_digit(text.ptr[at]);)
		at++;
	if (letters >= 2 && letters <= 5 && at - letters >= 2 &&
	    tx_slice_opens(tx_slice_skip(text, at), ". "))
		return at + 2;
	/* "1OSLO" */
	if (text.len > 4 && tx_is_digit(text.ptr[0]) && tx_is_upper(text.ptr[1]) &&
	    tx_is_upper(text.ptr[2]) && tx_is_upper(text.ptr[3]))
		return 1;
	if (text.len < 5 || (!tx_is_lower(text.ptr[0]) && !tx_is_digit(text.ptr[0])) ||
	    text.ptr[1] != ' ')
		return 0;
	return text.ptr[2] == ' '                                     ? 3
	       : tx_is_upper(text.ptr[2]) && tx_is_upper(text.ptr[3]) ? 2
								      : 0;
}

/* Stars and arrows before flashes: "****LONDON", "* Place". */
static size_t leader_len(telex_slice text)
{
	size_t len = noise_len(text);

	while (len < text.len && (text.ptr[len] == '*' || text.ptr[len] == '=' ||
				  text.ptr[len] == ' ' || text.ptr[len] == '>'))
		len++;
	return len;
}

bool tx_dateline_find(telex_slice text, enum tx_dateline_mode mode,
		      struct tx_dateline_parts *ret_parts)
{
	size_t leader = leader_len(text);
	telex_slice rest = tx_slice_skip(text, leader);
	unsigned signs;

	if (rest.len < 4)
		return false;
	size_t limit = head_limit(rest, &signs);
	bool found = ((signs & BRACKET) != 0 && find_bracket(rest, limit, ret_parts)) ||
		     ((signs & SLASH) != 0 && find_slashes(rest, limit, ret_parts));
	if (!found && mode == TX_DATELINE_UNMARKED && (signs & DASH) != 0) {
		size_t line = tx_cut(rest, '\n').head.len;
		limit = line < limit ? line : limit;
		found = tx_dateline_unmarked(rest, limit, ret_parts);
	}
	if (found)
		ret_parts->text = tx_slice(text.ptr, leader + ret_parts->text.len);
	return found;
}

/* "SANTIAGO 1996-09-03" */
static telex_slice cut_iso_date(telex_slice head, struct tx_date *ret_date)
{
	if (head.len < ISO_DATE + 2 || head.ptr[head.len - ISO_DATE - 1] != ' ' ||
	    !tx_date_parse_iso(tx_slice_skip(head, head.len - ISO_DATE), ret_date))
		return head;
	return tx_dateline_trim(tx_slice_take(head, head.len - ISO_DATE));
}

bool tx_dateline_stated(telex_slice text, struct tx_dateline_parts *ret_parts)
{
	telex_slice head = tx_dateline_trim(text);
	bool dated;

	if (tx_dateline_find(text, TX_DATELINE_MARKED, ret_parts) &&
	    ret_parts->text.len + 1 >= text.len)
		return true;
	*ret_parts = (struct tx_dateline_parts){.text = text};
	/* "EFE.-" */
	telex_slice mark =
		tx_slice_ends(head, TX_LIT(".")) ? tx_slice_take(head, head.len - 1) : head;
	const struct tx_profile *profile = tx_sign_find(mark, TX_SIGN_BRACKETS);
	if (profile != NULL)
		return tx_dateline_add_mark(ret_parts, mark, profile);
	head = cut_iso_date(head, &ret_parts->date);
	if (tx_dateline_head(head, false, ret_parts, &dated))
		return true;
	if (head.len == 0 || tx_is_digit(head.ptr[0]))
		return false;
	ret_parts->place_count = 1;
	ret_parts->places[0] = head;
	ret_parts->qualifiers[0] = (telex_slice){NULL, 0};
	return true;
}
