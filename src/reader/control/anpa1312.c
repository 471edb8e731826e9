/* ANPA-1312, the newspaper wires' format (last revised 1989):
 *
 *     [ENQ routing EOL] [SYN SYN] SOH level number [agency] [US selector] EOL
 *     priority SP category [formats] SP keyword [version] date [words] EOL
 *     STX text ETX trailer EOT
 *
 * Text has header lines (from '^' to '<' or '=') and paragraphs that begin with a tab; wire copy
 * without either (of agencies abroad, and of the 1980s) is left as it is.  Left out: kill-word,
 * which no wire of the last decades has sent. */
#include <stdio.h>

#include "core/ascii.h"
#include "core/error.h"
#include "reader/control/control.h"

#define SOH 0x01
#define STX 0x02
#define ETX 0x03
#define EOT 0x04
#define BS  0x08
#define DC2 0x12
#define US  0x1f

#define KEYWORD_MAX 24

struct anpa {
	struct tx_unwrapper *unwrapper;
	struct tx_story *story;
	struct tx_markup *markup;
	telex_slice level, number, selector; /* of line 1 */
	unsigned month, day;                 /* of line 2, 0 = unknown */
	bool tabular;
	bool has_keyword, has_byline, has_role, has_headline, in_copy, in_paragraph, in_table;
};

static size_t find_byte(telex_slice s, size_t from, char byte)
{
	const char *at = from < s.len ? memchr(s.ptr + from, byte, s.len - from) : NULL;

	return at == NULL ? s.len : (size_t)(at - s.ptr);
}

/* Take the next line, without its end. */
static telex_slice take_line(telex_slice *rest)
{
	struct tx_cut cut = tx_cut(*rest, '\n');

	*rest = cut.tail;
	while (cut.head.len > 0 && cut.head.ptr[cut.head.len - 1] == '\r')
		cut.head.len--;
	return cut.head;
}

static void state(struct anpa *a, enum tx_field field, unsigned rank, telex_slice value)
{
	tx_story_state(a->story, field, rank, value);
}

static void read_line_1(struct anpa *a, telex_slice line)
{
	struct tx_cut cut = tx_cut(line, US);
	size_t digits = 1;

	while (digits < cut.head.len && tx_is_digit(cut.head.ptr[digits]))
		digits++;
	a->level = tx_slice_take(cut.head, 1);
	a->number = tx_slice_skip(tx_slice_take(cut.head, digits), 1);
	a->selector = tx_trim(cut.tail);
	if (a->selector.len == 0)
		a->selector = tx_trim(tx_slice_skip(cut.head, digits));
	state(a, TX_FIELD_SEQUENCE, 0, a->number);
	state(a, TX_FIELD_AGENCY, 5, tx_trim(tx_slice_skip(cut.head, digits)));
}

/* Priority letters as urgencies, after the newspapers' use of them. */
static void state_urgency(struct anpa *a, char letter)
{
	static const struct {
		char letter;
		const char *urgency;
	} urgencies[] = {{'f', "1"}, {'b', "2"}, {'u', "3"}, {'r', "4"}, {'d', "5"},
			 {'h', "6"}, {'a', "6"}, {'s', "6"}, {'y', "6"}, {'z', "6"}};

	for (size_t i = 0; i < sizeof(urgencies) / sizeof(urgencies[0]); i++) {
		if (tx_lower(letter) == urgencies[i].letter)
			state(a, TX_FIELD_URGENCY, 0, tx_slice_of(urgencies[i].urgency));
	}
}

static unsigned two_digits(telex_slice s, size_t at)
{
	return at + 2 <= s.len && tx_is_digit(s.ptr[at]) && tx_is_digit(s.ptr[at + 1])
		       ? (unsigned)(s.ptr[at] - '0') * 10 + (unsigned)(s.ptr[at + 1] - '0')
		       : 100;
}

/* "05-09 1444", "08-18 ": the date and the words off the right end. */
static telex_slice cut_date(struct anpa *a, telex_slice line)
{
	telex_slice left = tx_trim(line);
	size_t digits = 0;

	while (digits < left.len && tx_is_digit(left.ptr[left.len - 1 - digits]))
		digits++;
	if (digits >= 3 && left.len > digits && left.ptr[left.len - digits - 1] == ' ') {
		state(a, TX_FIELD_WORDS, 0, tx_slice_skip(left, left.len - digits));
		left = tx_trim(tx_slice_take(left, left.len - digits));
	}
	if (left.len < 5 || left.ptr[left.len - 3] != '-')
		return left;
	a->month = two_digits(left, left.len - 5);
	a->day = two_digits(left, left.len - 2);
	return a->month < 100 && a->day < 100 ? tx_trim(tx_slice_take(left, left.len - 5)) : left;
}

/* "3rd Ld-Writethru", "Adv03": what a version begins with. */
static bool is_version(telex_slice s)
{
	static const char *const words[] = {"Adv", "Ld", "Lead", "Corr", "CORRECT", "KILL", "HFR"};
	size_t digits = 0;

	while (digits < s.len && tx_is_digit(s.ptr[digits]))
		digits++;
	if (digits > 0)
		return s.len > digits + 1 && tx_is_alpha(s.ptr[digits]);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (tx_slice_opens(s, words[i]))
			return true;
	}
	return false;
}

/* The ordinal is the version; the words are a note to the desk. */
static void state_version(struct anpa *a, telex_slice label)
{
	size_t digits = 0;
	bool correction = tx_slice_starts_nocase(label, TX_LIT("corr"));

	while (digits < label.len && tx_is_digit(label.ptr[digits]))
		digits++;
	if (digits > 0)
		state(a, TX_FIELD_VERSION, 0, tx_slice_take(label, digits));
	if (tx_slice_opens(label, "KILL"))
		state(a, TX_FIELD_STATUS, 0, TX_LIT("canceled"));
	state(a, correction ? TX_FIELD_NOTE_CORRECTION : TX_FIELD_NOTE_UPDATE, 0, label);
}

/* The keyword, cut to its column, and the version behind it. */
static void read_keyword(struct anpa *a, telex_slice middle)
{
	for (size_t at = 1; at < middle.len; at++) {
		telex_slice tail = tx_trim(tx_slice_skip(middle, at));
		if (middle.ptr[at] != ' ' || !is_version(tail))
			continue;
		state(a, TX_FIELD_SLUG, 4, tx_slice_take(middle, at));
		return;
	}
	state(a, TX_FIELD_SLUG, 4, middle);
}

static void read_line_2(struct anpa *a, telex_slice line)
{
	telex_slice rest = tx_trim(line);

	if (rest.len < 5 || rest.ptr[1] != ' ')
		return;
	state(a, TX_FIELD_PRIORITY, 0, tx_slice_take(rest, 1));
	state_urgency(a, rest.ptr[0]);
	state(a, TX_FIELD_CATEGORY, 0, tx_slice(rest.ptr + 2, 1));
	rest = tx_slice_skip(rest, 3);
	while (rest.len > 0 && (unsigned char)rest.ptr[0] <= ' ') {
		a->tabular |= rest.ptr[0] == DC2;
		rest = tx_slice_skip(rest, 1);
	}
	read_keyword(a, cut_date(a, rest));
}

/* "AP-WF-02-20-16 0337GMT": the agency's letters, MM-DD-YY, HHMM and zone. */
static bool read_american(telex_slice s, char *out, size_t size)
{
	for (size_t at = 0; at + 13 <= s.len; at++) {
		unsigned month = two_digits(s, at), day = two_digits(s, at + 3);
		unsigned year = two_digits(s, at + 6), hour = two_digits(s, at + 9);
		unsigned minute = two_digits(s, at + 11);
		if (s.ptr[at + 2] != '-' || s.ptr[at + 5] != '-' || s.ptr[at + 8] != ' ' ||
		    month > 12 || day > 31 || year > 99 || hour > 23 || minute > 59)
			continue;
		telex_slice zone = tx_trim(tx_cut(tx_slice_skip(s, at + 13), '<').head);
		snprintf(out, size, "%u%02u-%02u-%02uT%02u:%02u %.*s", year < 70 ? 20U : 19U, year,
			 month, day, hour, minute, (int)(zone.len < 5 ? zone.len : 5), zone.ptr);
		return true;
	}
	return false;
}

/* "KWS-21:37-09-12-18" (HH:MM-DD-MM-YY), "16:35ET 31-10-14". */
static bool read_clock_first(telex_slice s, char *out, size_t size)
{
	for (size_t at = 0; at + 14 <= s.len; at++) {
		unsigned hour = two_digits(s, at), minute = two_digits(s, at + 3);
		if (s.ptr[at + 2] != ':' || hour > 23 || minute > 59)
			continue;
		size_t date = at + 5;
		while (date < s.len && !tx_is_digit(s.ptr[date]))
			date++;
		unsigned day = two_digits(s, date), month = two_digits(s, date + 3);
		unsigned year = two_digits(s, date + 6);
		if (day > 31 || month > 12 || year > 99)
			return false;
		snprintf(out, size, "%u%02u-%02u-%02uT%02u:%02u", year < 70 ? 20U : 19U, year,
			 month, day, hour, minute);
		return true;
	}
	return false;
}

static void read_trailer(struct anpa *a, telex_slice trailer)
{
	char out[64];

	if (read_american(trailer, out, sizeof(out)) || read_clock_first(trailer, out, sizeof(out)))
		state(a, TX_FIELD_ISSUED, 0, tx_slice_of(out));
}

/* Synthetic: the wire's numbers start anew each day. */
static void state_id(struct anpa *a)
{
	char id[96];
	telex_slice issued = tx_story_fact(a->story, TX_FIELD_ISSUED);

	if (a->number.len == 0)
		return;
	snprintf(id, sizeof(id), "anpa:%.*s%s%.*s%.*s:%.*s", (int)(a->selector.len % 20),
		 a->selector.ptr, a->selector.len > 0 ? ":" : "", (int)a->level.len, a->level.ptr,
		 (int)(a->number.len % 10), a->number.ptr, (int)(issued.len < 10 ? issued.len : 10),
		 issued.ptr == NULL ? "" : issued.ptr);
	size_t len = strlen(id);
	state(a, TX_FIELD_ID, 0, tx_slice(id, id[len - 1] == ':' ? len - 1 : len));
	int service = snprintf(id, sizeof(id), "%.*s %.*s", (int)a->level.len, a->level.ptr,
			       (int)(a->selector.len % 20), a->selector.ptr);
	state(a, TX_FIELD_SERVICE, 0, tx_slice(id, (size_t)service));
}

/* A coded text as it reads, borrowed from the copy's free end until it grows. */
static telex_slice decoded(struct anpa *a, telex_slice text)
{
	struct tx_buffer *copy = &a->unwrapper->copy;
	size_t start = copy->len;

	tx_anpa_decode(copy, text);
	telex_slice result = tx_slice(copy->data + start, copy->len - start);
	copy->len = start;
	return copy->failed ? (telex_slice){NULL, 0} : result;
}

static void end_block(struct anpa *a)
{
	tx_markup_flush(a->markup);
	a->in_paragraph = false;
}

static void end_table(struct anpa *a)
{
	if (a->in_table)
		tx_markup_close(a->markup, TX_MARKUP_TABLE);
	a->in_table = false;
}

/* "BC-AS--China-Daring Escape-ABRIDGED, 3rd Ld-Writethru,827" */
static void take_keyword_line(struct anpa *a, telex_slice line)
{
	size_t rail = line.len;

	/* A desk's mark may stand in front: "*9006< ^Keyword". */
	while (rail > 0 && line.ptr[rail - 1] != '^')
		rail--;
	struct tx_cut cut = tx_cut(tx_slice_skip(line, rail), ',');
	state(a, TX_FIELD_SLUG, 0, decoded(a, cut.head));
	for (telex_slice rest = cut.tail; rest.len > 0; rest = cut.tail) {
		cut = tx_cut(rest, ',');
		telex_slice part = tx_trim(cut.head);
		if (is_version(part))
			state_version(a, part);
	}
}

static bool opens_with(telex_slice line, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (tx_slice_starts_nocase(line, tx_slice_of(*words)))
			return true;
	}
	return false;
}

/* "AP Photo XNP101, XNP102": a word, "Photo", and ids of capitals and digits. */
static bool take_photos(struct anpa *a, telex_slice line)
{
	size_t at = tx_slice_find(line, TX_LIT(" Photo"));

	if (at > 12 || at == line.len)
		return false;
	state(a, TX_FIELD_NOTE_MEDIA, 0, line);
	struct tx_cut cut = tx_cut(tx_slice_skip(line, at + 1), ' ');
	for (telex_slice rest = cut.tail; rest.len > 0; rest = cut.tail) {
		cut = tx_cut(rest, ',');
		telex_slice id = tx_trim(cut.head);
		if (id.len > 2 && memchr(id.ptr, ' ', id.len) == NULL)
			state(a, TX_FIELD_MEDIA, 0, id);
	}
	return true;
}

static void add_block(struct anpa *a, telex_slice text, enum tx_markup_kind kind)
{
	end_table(a);
	end_block(a);
	tx_markup_open(a->markup, kind);
	tx_anpa_decode(&a->unwrapper->copy, text);
	end_block(a);
}

/* A header line that is no title: centred ones are crossheads, the others paragraphs. */
static void take_other_line(struct anpa *a, telex_slice line, bool centred)
{
	add_block(a, line, centred ? TX_MARKUP_CROSSHEAD : TX_MARKUP_BLOCK);
}

static bool has_small_letter(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

/* What stands between '^' and '<' or '='. */
static void take_header_line(struct anpa *a, telex_slice line, bool centred)
{
	static const char *const notes[] = {
		"Eds:", "(Eds", "EDITOR'S NOTE", "EDITORS:", "EDS:", "Editor's note", NULL};
	static const char *const bylines[] = {"By ", "Por ", "Par ", "Von ", "Di ", "Door ", NULL};

	if (line.len == 0 || (line.ptr[0] == '*' && line.len < 8))
		return;
	if (a->in_copy)
		take_other_line(a, line, centred);
	else if (!a->has_keyword)
		take_keyword_line(a, line);
	else if (opens_with(line, notes))
		state(a, TX_FIELD_NOTE_ADVISORY, 0, decoded(a, line));
	else if (take_photos(a, line))
		return;
	else if (!a->has_byline && opens_with(line, bylines)) {
		state(a, TX_FIELD_BYLINE, 0, decoded(a, line));
		a->has_byline = true;
	} else if (a->has_byline && !a->has_role && centred && has_small_letter(line)) {
		state(a, TX_FIELD_ROLE, 0, decoded(a, line));
		a->has_role = true;
	} else if (!a->has_headline && !a->has_byline) {
		state(a, TX_FIELD_HEADLINE, 0, decoded(a, line));
		a->has_headline = true;
	} else {
		take_other_line(a, line, centred);
	}
	a->has_keyword = true;
}

/* Cells parted by ';', US or RS. */
static void take_row(struct anpa *a, telex_slice line)
{
	end_block(a);
	if (!a->in_table)
		tx_markup_open(a->markup, TX_MARKUP_TABLE);
	a->in_table = a->in_copy = true;
	size_t start = 0;
	for (size_t at = 0; at <= line.len; at++) {
		if (at < line.len && line.ptr[at] != ';' && line.ptr[at] != US &&
		    line.ptr[at] != 0x1e)
			continue;
		tx_markup_open(a->markup, TX_MARKUP_CELL);
		tx_anpa_decode(&a->unwrapper->copy, tx_slice(line.ptr + start, at - start));
		tx_markup_close(a->markup, TX_MARKUP_CELL);
		start = at + 1;
	}
	tx_markup_close(a->markup, TX_MARKUP_ROW);
}

static bool is_row(const struct anpa *a, telex_slice line)
{
	if (line.len > 0 && line.ptr[0] == BS)
		return true;
	return a->tabular && line.len > 0 && memchr(line.ptr, ';', line.len) != NULL;
}

static void take_text_line(struct anpa *a, telex_slice line)
{
	bool begins = line.ptr[0] == '\t' || !a->in_paragraph;
	telex_slice text = tx_trim(line);
	bool ends = text.ptr[text.len - 1] == '<';

	if (ends)
		text.len--;
	if (tx_slice_is(text, "___")) {
		end_table(a);
		end_block(a);
		tx_markup_open(a->markup, TX_MARKUP_RULE);
		return;
	}
	end_table(a);
	if (begins)
		end_block(a);
	else
		tx_buffer_byte(&a->unwrapper->copy, ' ');
	a->in_copy = a->in_paragraph = true;
	tx_anpa_decode(&a->unwrapper->copy, text);
	if (ends)
		end_block(a);
}

static void take_copy_line(struct anpa *a, telex_slice line)
{
	telex_slice text = tx_trim(line);

	if (text.len == 0) {
		end_block(a);
	} else if (text.ptr[0] == '^') {
		char last = text.ptr[text.len - 1];
		bool header = text.len > 1 && (last == '<' || last == '=');
		telex_slice inside = tx_slice_skip(text, 1);
		inside.len -= header;
		if (header)
			take_header_line(a, tx_trim(inside), last == '=');
		else
			take_other_line(a, inside, false);
	} else if (is_row(a, line)) {
		take_row(a, tx_slice_skip(line, line.ptr[0] == BS));
	} else {
		take_text_line(a, line);
	}
}

static bool is_coded(telex_slice text)
{
	bool header = text.len > 0 && text.ptr[0] == '^';

	return header || tx_slice_find(text, TX_LIT("\n^")) < text.len ||
	       tx_slice_find(text, TX_LIT("\n\t")) < text.len || find_byte(text, 0, BS) < text.len;
}

static bool read_coded(struct anpa *a, telex_slice text)
{
	tx_markup_begin(a->markup, &a->unwrapper->copy);
	for (telex_slice rest = text; rest.len > 0;)
		take_copy_line(a, take_line(&rest));
	end_table(a);
	end_block(a);
	if (a->markup->failed || a->unwrapper->copy.failed)
		return false;
	a->story->blocks = (struct tx_pieces){a->markup->pieces, a->markup->piece_count};
	return tx_story_finish(a->story, tx_slice(a->unwrapper->copy.data, a->unwrapper->copy.len));
}

telex_status tx_anpa1312_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr)
{
	struct anpa a = {.unwrapper = unwrapper, .markup = &unwrapper->markup};
	size_t soh = find_byte(frame, 0, SOH);
	telex_slice rest = tx_slice_skip(frame, soh < frame.len ? soh + 1 : 0);

	a.story = tx_story_new(&unwrapper->arena, "anpa1312");
	if (a.story == NULL)
		return tx_fail_memory(reterr);
	if (soh < frame.len)
		read_line_1(&a, take_line(&rest));
	read_line_2(&a, take_line(&rest));
	size_t at = rest.len > 0 ? (size_t)(rest.ptr - frame.ptr) : frame.len;
	size_t stx = find_byte(frame, soh, STX);
	size_t start = stx < frame.len ? stx + 1 : at, end = find_byte(frame, start, ETX);
	if (end == frame.len)
		end = find_byte(frame, start, EOT);
	telex_slice text = tx_slice(frame.ptr + start, end - start);
	read_trailer(&a, tx_slice_skip(frame, end));
	state_id(&a);
	if (is_coded(text) ? !read_coded(&a, text)
			   : !tx_story_finish_whole(a.story, frame, start, end))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, a.story);
	return TELEX_OK;
}
