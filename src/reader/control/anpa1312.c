/* ANPA-1312, the newspaper wires' format (last revised 1989):
 *
 *     [ENQ routing EOL] [SYN SYN] SOH level number [agency] [US selector] EOL
 *     priority SP category [formats] SP keyword [version] date [words] EOL
 *     STX text ETX trailer EOT
 *
 * Any of these may be lost.  The envelope is read here, its lines in anpa_header.c and
 * anpa_keyword.c, the coded text of AP and those who write like it in anpa_copy.c; wire copy
 * without coding (of agencies abroad, and of the 1980s) is left where it is. */
#include "core/ascii.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/control/anpa.h"
#include "reader/control/control.h"
#include "reader/reader.h"
#include "core/scan.h"

#define SOH 0x01
#define STX 0x02
#define ETX 0x03
#define DC2 0x12
#define SYN 0x16

#define NAME_MAX_LEN  20 /* of a selector or an agency in an id */
#define NUMBER_MAX    10
#define TRAILER_BYTES 64 /* in the last line of a text that has lost its ETX */

telex_slice tx_anpa_take_line(const struct tx_anpa *anpa, telex_slice *rest)
{
	struct tx_cut cut = tx_cut(*rest, anpa->line_end);

	*rest = cut.tail;
	while (cut.head.len > 0 && cut.head.ptr[cut.head.len - 1] == '\r')
		cut.head.len--;
	return cut.head;
}

static void read_line_1(struct tx_anpa *anpa, telex_slice line)
{
	anpa->line_1 = tx_anpa_read_line_1(line);
	tx_story_state(anpa->story, TX_FIELD_SEQUENCE, 0, anpa->line_1.number);
	tx_story_state(anpa->story, TX_FIELD_AGENCY, 3, anpa->line_1.agency);
}

static telex_slice cut_date(struct tx_anpa *anpa, telex_slice line)
{
	struct tx_anpa_tail tail = tx_anpa_read_tail(line);

	tx_story_state(anpa->story, TX_FIELD_WORDS, 0, tail.words);
	anpa->date = tail.date;
	return tail.keyword;
}

/* A line that does not begin with its two letters still has its keyword and what follows. */
static void read_line_2(struct tx_anpa *anpa, telex_slice line)
{
	telex_slice rest = line;

	if (tx_anpa_is_line_2(line)) {
		tx_anpa_state_letters(anpa->story, line);
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
	anpa->label = tx_anpa_take_keyword(anpa->story, rest);
}

/* "AP-WF-" before the stamp: the agency's letters and its line's. */
static void state_line(struct tx_anpa *anpa, telex_slice prefix)
{
	struct tx_cut agency = tx_cut(tx_trim(prefix), '-');
	struct tx_cut line = tx_cut(agency.tail, '-');

	if (!line.found || line.tail.len > 0 || agency.head.len < 2 || agency.head.len > 4)
		return;
	tx_story_state(anpa->story, TX_FIELD_AGENCY, 5, agency.head);
	if (anpa->reader->leftovers)
		tx_story_leave_over(anpa->story, TX_LIT("trailer line"), line.head);
}

static void read_trailer(struct tx_anpa *anpa, telex_slice trailer)
{
	struct tx_stamp stamp;
	size_t start, end;

	if (!tx_stamp_find(trailer, &stamp, &start, &end))
		return;
	tx_anpa_state_issued(anpa->story, &stamp);
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
	size_t start = whole.len, stamp_start, stamp_end;
	struct tx_stamp stamp;

	while (start > 0 && whole.ptr[start - 1] != anpa->line_end)
		start--;
	telex_slice line = tx_trim(tx_slice_skip(whole, start));
	if (start == 0 || line.len > TRAILER_BYTES)
		return text.len;
	if (line.len > 0 && line.ptr[line.len - 1] == '<')
		line.len--;
	if (!tx_stamp_find(line, &stamp, &stamp_start, &stamp_end) || stamp_end < line.len ||
	    !is_line_name(tx_slice_take(line, stamp_start)))
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
	const struct tx_anpa_line_1 *line = &anpa->line_1;
	telex_slice issued = tx_slice_take(tx_story_fact(anpa->story, TX_FIELD_ISSUED), 10);
	telex_slice name = line->selector.len > 0 ? line->selector : line->agency;
	char id[96] = "anpa:";
	size_t len = 5;

	if (line->number.len == 0)
		return;
	append(id, &len, name, NAME_MAX_LEN);
	if (name.len > 0)
		id[len++] = ':';
	append(id, &len, line->level, 1);
	append(id, &len, line->number, NUMBER_MAX);
	id[len++] = ':';
	append(id, &len, issued.len > 0 ? issued : anpa->date, 10);
	tx_story_state(anpa->story, TX_FIELD_ID, 0,
		       tx_slice(id, id[len - 1] == ':' ? len - 1 : len));
}

/* The header's two lines; a second one that is there without STX is surely one. */
static void read_header(struct tx_anpa *anpa, telex_slice header)
{
	size_t soh = tx_find_byte(header, 0, header.len, SOH);
	telex_slice rest = tx_slice_skip(header, soh < header.len ? soh + 1 : 0);

	if (rest.len > 0 && rest.ptr[rest.len - 1] == STX)
		rest.len--;
	while (soh == header.len && rest.len > 0 &&
	       (rest.ptr[0] == SYN || tx_char_is(rest.ptr[0], TX_CHAR_BLANK | TX_CHAR_NEWLINE)))
		rest = tx_slice_skip(rest, 1);
	if (soh < header.len)
		read_line_1(anpa, tx_anpa_take_line(anpa, &rest));
	read_line_2(anpa, tx_trim(tx_anpa_take_line(anpa, &rest)));
}

/* The end of the text; a trailer without its ETX is a line of it. */
static size_t read_end(struct tx_anpa *anpa, telex_slice text, const struct tx_frame *frame)
{
	telex_slice trailer = tx_slice_skip(text, frame->text_end);
	telex_slice own = tx_slice_skip(tx_slice_take(text, frame->text_end), frame->text_start);

	if (trailer.len == 0 || trailer.ptr[0] != ETX)
		return frame->text_start + cut_trailer(anpa, own);
	read_trailer(anpa, trailer);
	return frame->text_end;
}

telex_status tx_anpa1312_unwrap(struct tx_reader *reader, telex_slice text,
				const struct tx_frame *frame, telex_error *reterr)
{
	struct tx_anpa anpa = {.reader = reader};
	bool finished;

	anpa.story = tx_story_new(&reader->arena, "anpa1312");
	if (anpa.story == NULL)
		return tx_fail_memory(reterr);
	anpa.line_end = tx_find_byte(text, 0, text.len, '\n') < text.len ? '\n' : '\r';
	read_header(&anpa, tx_slice_take(text, frame->text_start));
	size_t end = read_end(&anpa, text, frame);
	telex_slice copy = tx_slice_skip(tx_slice_take(text, end), frame->text_start);
	state_id(&anpa);
	tx_anpa_state_service(anpa.story, &anpa.line_1);
	if (anpa.line_1.number.len == 0 && tx_trim(copy).len == 0)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1,
				  "an ANPA-1312 envelope without a number and without text");
	if (tx_anpa_is_coded(&anpa, copy))
		finished = tx_anpa_read_copy(&anpa, copy);
	else
		finished = tx_story_finish_whole(anpa.story, text, frame->text_start, end);
	if (!anpa.labelled && anpa.label.len > 0)
		tx_anpa_state_version(anpa.story, anpa.label);
	if (!finished || anpa.story->failed)
		return tx_fail_memory(reterr);
	tx_stories_append(&reader->stories, anpa.story);
	return TELEX_OK;
}
