/* ANPA-1312, the newspaper wires' format (last revised 1989):
 *
 *     [ENQ routing EOL] [SYN SYN] SOH level number [agency] [US selector] EOL
 *     priority SP category [formats] SP keyword [version] date [words] EOL
 *     STX text ETX trailer EOT
 *
 * Any of these may be lost.  The envelope is read here, the coded text of AP and those who write
 * like it in anpa_copy.c; wire copy without coding (of agencies abroad, and of the 1980s) is left
 * where it stands. */
#include "core/ascii.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/control/anpa.h"
#include "reader/control/control.h"

#define SOH 0x01
#define STX 0x02
#define ETX 0x03
#define EOT 0x04
#define DC2 0x12
#define SYN 0x16

#define HEADER_BYTES  700 /* STX comes within these after SOH */
#define SELECTOR_MAX  20  /* used; the standard has 15 for an agency, 5 for others */
#define NUMBER_MAX    10
#define TRAILER_BYTES 64 /* in the last line of a text that has lost its ETX */

static size_t find_byte(telex_slice s, size_t from, char byte)
{
	const char *at = from < s.len ? memchr(s.ptr + from, byte, s.len - from) : NULL;

	return at == NULL ? s.len : (size_t)(at - s.ptr);
}

telex_slice tx_anpa_take_line(const struct tx_anpa *anpa, telex_slice *rest)
{
	struct tx_cut cut = tx_cut(*rest, anpa->line_end);

	*rest = cut.tail;
	while (cut.head.len > 0 && cut.head.ptr[cut.head.len - 1] == '\r')
		cut.head.len--;
	return cut.head;
}

static void state(struct tx_anpa *anpa, enum tx_field field, unsigned rank, telex_slice value)
{
	tx_story_state(anpa->story, field, rank, value);
}

static void read_line_1(struct tx_anpa *anpa, telex_slice line)
{
	struct tx_cut cut = tx_cut(line, TX_ANPA_US);
	size_t level = cut.head.len > 0 && tx_is_alpha(cut.head.ptr[0]), end = level;

	while (end < cut.head.len && tx_is_digit(cut.head.ptr[end]))
		end++;
	anpa->level = tx_slice_take(cut.head, level);
	anpa->number = tx_slice(cut.head.ptr + level, end - level);
	anpa->agency = tx_trim(tx_slice_skip(cut.head, end));
	anpa->selector = tx_trim(cut.tail);
	state(anpa, TX_FIELD_SEQUENCE, 0, anpa->number);
	state(anpa, TX_FIELD_AGENCY, 3, anpa->agency);
}

/* Priority letters as urgencies, after the newspapers' use of them. */
static void state_urgency(struct tx_anpa *anpa, char letter)
{
	static const struct {
		char letter;
		const char *urgency;
	} urgencies[] = {{'f', "1"}, {'b', "2"}, {'u', "3"}, {'r', "4"}, {'d', "5"},
			 {'h', "6"}, {'a', "6"}, {'s', "6"}, {'y', "6"}, {'z', "6"}};

	for (size_t i = 0; i < sizeof(urgencies) / sizeof(urgencies[0]); i++) {
		if (tx_lower(letter) == urgencies[i].letter)
			state(anpa, TX_FIELD_URGENCY, 0, tx_slice_of(urgencies[i].urgency));
	}
}

/* Two digits, or 100. */
static unsigned two_digits(telex_slice s, size_t at)
{
	return at + 2 <= s.len && tx_is_digit(s.ptr[at]) && tx_is_digit(s.ptr[at + 1])
		       ? (unsigned)(s.ptr[at] - '0') * 10 + (unsigned)(s.ptr[at + 1] - '0')
		       : 100;
}

/* "05-09 1444", "08-18 ": the date and the words off the right end. */
static telex_slice cut_date(struct tx_anpa *anpa, telex_slice line)
{
	telex_slice left = tx_trim(line);
	size_t digits = 0;

	while (digits < left.len && tx_is_digit(left.ptr[left.len - 1 - digits]))
		digits++;
	if (digits >= 3 && left.len > digits && left.ptr[left.len - digits - 1] == ' ') {
		state(anpa, TX_FIELD_WORDS, 0, tx_slice_skip(left, left.len - digits));
		left = tx_trim(tx_slice_take(left, left.len - digits));
	}
	if (left.len < 5 || left.ptr[left.len - 3] != '-' || two_digits(left, left.len - 5) > 31 ||
	    two_digits(left, left.len - 2) > 31)
		return left;
	anpa->date = tx_slice_skip(left, left.len - 5);
	return tx_trim(tx_slice_take(left, left.len - 5));
}

static bool is_line_2(telex_slice line)
{
	return line.len >= 4 && tx_is_alpha(line.ptr[0]) && line.ptr[1] == ' ' &&
	       tx_is_alpha(line.ptr[2]) && (unsigned char)line.ptr[3] <= ' ';
}

/* A line that does not begin with its two letters still has its keyword and what follows. */
static void read_line_2(struct tx_anpa *anpa, telex_slice line)
{
	telex_slice rest = line;

	if (is_line_2(line)) {
		state(anpa, TX_FIELD_PRIORITY, 0, tx_slice_take(line, 1));
		state_urgency(anpa, line.ptr[0]);
		state(anpa, TX_FIELD_CATEGORY, 0, tx_slice(line.ptr + 2, 1));
		rest = tx_slice_skip(line, 3);
		while (rest.len > 0 && (unsigned char)rest.ptr[0] <= ' ') {
			anpa->tabular |= rest.ptr[0] == DC2;
			rest = tx_slice_skip(rest, 1);
		}
		rest = cut_date(anpa, rest);
	} else if (line.len > 0) {
		tx_story_alert(anpa->story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("the header's second line has no priority and category"));
		rest = cut_date(anpa, line);
		size_t word = rest.len;
		while (word > 0 && (unsigned char)rest.ptr[word - 1] > ' ')
			word--;
		rest = tx_slice_skip(rest, word);
	}
	tx_anpa_take_keyword(anpa, rest);
}

/* Shapes of a trailer's stamp: digits of the year, month, day, hour, minute, second; Z the letters
 * of a zone or nothing; else the character itself. */
static const char *const stamps[] = {
	"MM-DD-YY HHIIZ",    /* AP-WF-02-20-16 0337GMT< */
	"HH:II-DD-MM-YY",    /* KWS-21:37-09-12-18 */
	"HH:IIZ DD-MM-YY",   /* 16:35ET 31-10-14< */
	"DD-MM-YY HH-II-SS", /* AAP */
};

struct stamp {
	unsigned parts[26]; /* by letter */
	telex_slice zone;
};

/* How much of `s` is of that shape; 0: none. */
static size_t match_stamp(const char *shape, telex_slice s, struct stamp *stamp)
{
	size_t at = 0;

	for (const char *p = shape; *p != '\0'; p++) {
		if (*p == 'Z') {
			size_t start = at;
			while (at < s.len && at < start + 5 && tx_is_alpha(s.ptr[at]))
				at++;
			stamp->zone = tx_slice(s.ptr + start, at - start);
		} else if (tx_is_upper(*p)) {
			unsigned value = two_digits(s, at);
			if (value == 100)
				return 0;
			stamp->parts[*p++ - 'A'] = value;
			at += 2;
		} else if (at < s.len && s.ptr[at] == *p) {
			at++;
		} else {
			return 0;
		}
	}
	return at < s.len && tx_is_digit(s.ptr[at]) ? 0 : at;
}

static bool is_time(const struct stamp *stamp)
{
	unsigned month = stamp->parts['M' - 'A'], day = stamp->parts['D' - 'A'];

	return month >= 1 && month <= 12 && day >= 1 && day <= 31 && stamp->parts['H' - 'A'] < 24 &&
	       stamp->parts['I' - 'A'] < 60 && stamp->parts['S' - 'A'] < 60;
}

static void state_issued(struct tx_anpa *anpa, const struct stamp *stamp)
{
	static const char shape[] = "YY-MM-DDTHH:II:SS ";
	char out[32] = "20";
	size_t len = 2;

	if (stamp->parts['Y' - 'A'] >= 70)
		memcpy(out, "19", 2);
	for (const char *p = shape; *p != '\0'; p++) {
		if (!tx_is_upper(*p) || *p == 'T') {
			out[len++] = *p;
			continue;
		}
		out[len++] = (char)('0' + stamp->parts[*p - 'A'] / 10);
		out[len++] = (char)('0' + stamp->parts[*p - 'A'] % 10);
		p++;
	}
	if (stamp->zone.len > 0)
		memcpy(out + len, stamp->zone.ptr, stamp->zone.len);
	state(anpa, TX_FIELD_ISSUED, 0, tx_slice(out, len + stamp->zone.len));
}

/* "AP-WF-" before the stamp: the agency's letters and its line's. */
static void state_line(struct tx_anpa *anpa, telex_slice prefix)
{
	struct tx_cut agency = tx_cut(tx_trim(prefix), '-');
	struct tx_cut line = tx_cut(agency.tail, '-');

	if (!line.found || line.tail.len > 0 || agency.head.len < 2 || agency.head.len > 4)
		return;
	state(anpa, TX_FIELD_AGENCY, 5, agency.head);
	if (anpa->unwrapper->leftovers)
		tx_story_leave_over(anpa->story, TX_LIT("trailer line"), line.head);
}

/* Where a trailer's stamp begins, and its length; 0: it has none. */
static size_t find_stamp(telex_slice trailer, size_t *ret_start, struct stamp *ret_stamp)
{
	for (size_t at = 0; at < trailer.len; at++) {
		if (!tx_is_digit(trailer.ptr[at]))
			continue;
		for (size_t i = 0; i < sizeof(stamps) / sizeof(stamps[0]); i++) {
			struct stamp stamp = {0};
			size_t len = match_stamp(stamps[i], tx_slice_skip(trailer, at), &stamp);
			if (len == 0 || !is_time(&stamp))
				continue;
			*ret_stamp = stamp;
			*ret_start = at;
			return len;
		}
	}
	return 0;
}

static void read_trailer(struct tx_anpa *anpa, telex_slice trailer)
{
	struct stamp stamp;
	size_t start;

	if (find_stamp(trailer, &start, &stamp) == 0)
		return;
	state_issued(anpa, &stamp);
	state_line(anpa, tx_slice_take(trailer, start));
}

static bool is_line_name(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '-' && !tx_is_upper(s.ptr[i]))
			return false;
	}
	return true;
}

/* Where the text ends whose ETX is lost: before a last line that is nothing but a trailer. */
static size_t cut_trailer(struct tx_anpa *anpa, telex_slice text)
{
	telex_slice whole = tx_trim(text);
	size_t start = whole.len, at;
	struct stamp stamp;

	while (start > 0 && whole.ptr[start - 1] != anpa->line_end)
		start--;
	telex_slice line = tx_trim(tx_slice_skip(whole, start));
	if (start == 0 || line.len > TRAILER_BYTES)
		return text.len;
	if (line.len > 0 && line.ptr[line.len - 1] == '<')
		line.len--;
	size_t len = find_stamp(line, &at, &stamp);
	if (len == 0 || at + len < line.len || !is_line_name(tx_slice_take(line, at)))
		return text.len;
	read_trailer(anpa, line);
	return (size_t)(whole.ptr + start - text.ptr);
}

static void append(char *out, size_t *len, telex_slice s, size_t max)
{
	s = tx_utf8_take(s, max);
	if (s.len > 0)
		memcpy(out + *len, s.ptr, s.len);
	*len += s.len;
}

/* Synthetic: the wire's numbers start anew each day. */
static void state_id(struct tx_anpa *anpa)
{
	telex_slice issued = tx_slice_take(tx_story_fact(anpa->story, TX_FIELD_ISSUED), 10);
	telex_slice name = anpa->selector.len > 0 ? anpa->selector : anpa->agency;
	char id[96] = "anpa:";
	size_t len = 5;

	if (anpa->number.len == 0)
		return;
	append(id, &len, name, SELECTOR_MAX);
	if (name.len > 0)
		id[len++] = ':';
	append(id, &len, anpa->level, 1);
	append(id, &len, anpa->number, NUMBER_MAX);
	id[len++] = ':';
	append(id, &len, issued.len > 0 ? issued : anpa->date, 10);
	state(anpa, TX_FIELD_ID, 0, tx_slice(id, id[len - 1] == ':' ? len - 1 : len));
}

static void state_service(struct tx_anpa *anpa)
{
	char service[SELECTOR_MAX + 2];
	size_t len = 0;

	append(service, &len, anpa->level, 1);
	service[len++] = ' ';
	append(service, &len, anpa->selector, SELECTOR_MAX);
	state(anpa, TX_FIELD_SERVICE, 0, tx_slice(service, len));
}

/* Bytes [start, end) of a frame are its text. */
struct span {
	size_t start, end;
	bool closed; /* by ETX */
};

/* Read the header; where there is no STX the text begins behind its last line. */
static size_t read_header(struct tx_anpa *anpa, telex_slice frame)
{
	size_t soh = find_byte(frame, 0, SOH);
	size_t start = soh < frame.len ? soh + 1 : 0;
	size_t stx = find_byte(tx_slice_take(frame, start + HEADER_BYTES), start, STX);
	bool has_stx = stx < frame.len && frame.ptr[stx] == STX;
	telex_slice rest = tx_slice_skip(has_stx ? tx_slice_take(frame, stx) : frame, start);

	while (soh == frame.len && rest.len > 0 && rest.ptr[0] == SYN)
		rest = tx_slice_skip(rest, 1);
	if (soh < frame.len)
		read_line_1(anpa, tx_anpa_take_line(anpa, &rest));
	telex_slice behind = rest;
	telex_slice line = tx_trim(tx_anpa_take_line(anpa, &rest));
	if (has_stx || is_line_2(line)) {
		read_line_2(anpa, line);
		behind = rest;
	}
	return has_stx ? stx + 1 : (size_t)(behind.ptr - frame.ptr);
}

static struct span find_text(struct tx_anpa *anpa, telex_slice frame)
{
	struct span span = {.start = read_header(anpa, frame)};

	span.end = find_byte(frame, span.start, ETX);
	span.closed = span.end < frame.len;
	if (!span.closed)
		span.end = find_byte(frame, span.start, EOT);
	telex_slice text = tx_slice(frame.ptr + span.start, span.end - span.start);
	if (span.closed)
		read_trailer(anpa, tx_slice_skip(frame, span.end));
	else
		span.end = span.start + cut_trailer(anpa, text);
	return span;
}

telex_status tx_anpa1312_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr)
{
	struct tx_anpa anpa = {.unwrapper = unwrapper};
	bool finished;

	anpa.story = tx_story_new(&unwrapper->arena, "anpa1312");
	if (anpa.story == NULL)
		return tx_fail_memory(reterr);
	anpa.line_end = find_byte(frame, 0, '\n') < frame.len ? '\n' : '\r';
	struct span span = find_text(&anpa, frame);
	telex_slice text = tx_slice(frame.ptr + span.start, span.end - span.start);
	state_id(&anpa);
	state_service(&anpa);
	if (anpa.number.len == 0 && tx_trim(text).len == 0)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1,
				  "an ANPA-1312 envelope without a number and without text");
	if (tx_anpa_is_coded(&anpa, text))
		finished = tx_anpa_read_copy(&anpa, text);
	else
		finished = tx_story_finish_whole(anpa.story, frame, span.start, span.end);
	if (!anpa.labelled && anpa.label.len > 0)
		tx_anpa_state_version(&anpa, anpa.label);
	if (!finished || anpa.story->failed)
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, anpa.story);
	return TELEX_OK;
}
