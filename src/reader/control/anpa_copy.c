/* Coded text of ANPA-1312.  Header lines stand between '^' and '<' (set flush left) or '=' (set
 * centred): keyword, headline, summary, photos, notes to editors, byline, the author's role.  A
 * paragraph begins with a tab, a row of a table with BS.  Left out: the summary that a paragraph
 * with
 * '^' and without '<' may be; it is a paragraph of the copy. */
#include "agency/match.h"
#include "core/ascii.h"
#include "reader/control/anpa.h"
#include "core/scan.h"

#define HEADER_LINES 4  /* over which one header line may be wrapped */
#define MARK_MAX     12 /* bytes within which a desk's mark ends, "*9006< ^" */

struct copy {
	struct tx_anpa *anpa;
	struct tx_markup *markup;
	struct tx_buffer *out;
	bool has_keyword, has_headline, has_summary, has_byline;
	bool may_be_role; /* the line before was a byline */
	bool in_copy, in_paragraph, in_table;
	bool quoted; /* as tx_anpa_decode() has it */
};

/* A coded line as it reads, borrowed from the copy's free end until it grows. */
static telex_slice decoded(struct copy *c, telex_slice text)
{
	size_t start = c->out->len;
	bool quoted = false;

	tx_anpa_decode(c->out, text, &quoted);
	telex_slice result = tx_slice(c->out->data + start, c->out->len - start);
	c->out->len = start;
	return c->out->failed ? (telex_slice){NULL, 0} : result;
}

static void state(struct copy *c, enum tx_field field, telex_slice line)
{
	tx_story_state(c->anpa->story, field, 0, decoded(c, line));
}

static void end_block(struct copy *c)
{
	tx_markup_flush(c->markup);
	c->in_paragraph = c->quoted = false;
}

static void end_table(struct copy *c)
{
	if (c->in_table)
		tx_markup_close(c->markup, TX_MARKUP_TABLE);
	c->in_table = false;
}

static void add_block(struct copy *c, telex_slice text, enum tx_markup_kind kind)
{
	end_table(c);
	end_block(c);
	tx_markup_open(c->markup, kind);
	tx_anpa_decode(c->out, text, &c->quoted);
	tx_markup_close(c->markup, kind);
	end_block(c);
}

static char last_of(telex_slice s)
{
	return s.len > 0 ? s.ptr[s.len - 1] : '\0';
}

/* A keyword's first word has a hyphen ("BC-AS--Nepal"), or the line ends in a number of words. */
static bool is_keyword_line(telex_slice line)
{
	telex_slice word = tx_cut(line, ' ').head;
	struct tx_cut cut = tx_cut(line, ',');

	if (line.len == 0)
		return false;
	return memchr(word.ptr, '-', word.len) != NULL || (cut.found && tx_is_digit(last_of(line)));
}

/* Notes by what a line opens with, in any case. */
static const struct {
	const char *opening;
	enum tx_field field;
	const char *status;
} notes[] = {
	{"Eds: Corrects", TX_FIELD_NOTE_CORRECTION, NULL},
	{"Eds: Correction", TX_FIELD_NOTE_CORRECTION, NULL},
	{"Eds: Updates", TX_FIELD_NOTE_UPDATE, NULL},
	{"Eds:", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Eds.:", TX_FIELD_NOTE_ADVISORY, NULL},
	{"(Eds", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Editors: Kill", TX_FIELD_NOTE_KILL, "kill"},
	{"Editors:", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Editor's note", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Editors' note", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Eds note", TX_FIELD_NOTE_ADVISORY, NULL},
	{"Bulletin kill", TX_FIELD_NOTE_KILL, "kill"},
	{"Bulletin elimination", TX_FIELD_NOTE_KILL, "kill"},
};

static bool take_note(struct copy *c, telex_slice line)
{
	for (size_t i = 0; i < TX_COUNT(notes); i++) {
		if (!tx_slice_starts_nocase(line, tx_slice_of(notes[i].opening)))
			continue;
		state(c, notes[i].field, line);
		if (notes[i].status != NULL)
			state(c, TX_FIELD_STATUS, tx_slice_of(notes[i].status));
		return true;
	}
	return false;
}

static bool is_media_id(telex_slice s)
{
	bool digit = false;

	for (size_t i = 0; i < s.len; i++) {
		digit |= tx_is_digit(s.ptr[i]);
		if (!tx_is_digit(s.ptr[i]) && !tx_is_upper(s.ptr[i]) && s.ptr[i] != '-')
			return false;
	}
	return digit && s.len > 2;
}

static size_t take_media_ids(struct copy *c, telex_slice list)
{
	size_t ids = 0;

	for (struct tx_cut cut = {.tail = list}; cut.tail.len > 0;) {
		cut = tx_cut(cut.tail, ',');
		telex_slice id = tx_trim(cut.head);
		if (last_of(id) == '.')
			id.len--;
		if (!is_media_id(id))
			continue;
		tx_story_state(c->anpa->story, TX_FIELD_MEDIA, 0, id);
		ids++;
	}
	return ids;
}

/* "AP Photo XNP101, XNP102", "AP Photos planned": an agency, what it is, ids. */
static bool take_media(struct copy *c, telex_slice line)
{
	static const char *const kinds[] = {"Photo",  "Photos", "Graphic", "Graphics", "Video",
					    "Videos", "Audio",  "Photo:",  "Photos:",  NULL};
	struct tx_cut agency = tx_cut(line, ' '), kind = tx_cut(agency.tail, ' ');

	for (size_t i = 0; i < agency.head.len; i++) {
		if (!tx_is_upper(agency.head.ptr[i]))
			return false;
	}
	if (!tx_slice_in(kind.head, kinds))
		return false;
	if (take_media_ids(c, kind.tail) == 0 && !tx_is_agency(agency.head))
		return false;
	state(c, TX_FIELD_NOTE_MEDIA, line);
	return true;
}

static bool is_house(telex_slice name)
{
	return tx_is_agency(name) || (tx_slice_starts_nocase(name, TX_LIT("the ")) &&
				      tx_is_agency(tx_slice_skip(name, 4)));
}

/* After the word that opens a byline; the line itself when none does. */
static telex_slice skip_byline_word(telex_slice line)
{
	static const char *const words[] = {"By ", "Por ", "Par ", "Von ", "Di ", "Door "};

	for (size_t i = 0; i < TX_COUNT(words); i++) {
		if (tx_slice_starts_nocase(line, tx_slice_of(words[i])))
			return tx_slice_skip(line, strlen(words[i]));
	}
	return line;
}

/* "By PAUL ROE=", not the headline "By the numbers: …<". */
static bool take_byline(struct copy *c, telex_slice line, bool centred)
{
	telex_slice name = skip_byline_word(line);

	if (c->has_byline || name.len == line.len)
		return false;
	if (!centred && (!c->has_headline || name.len == 0 || !tx_is_upper(name.ptr[0])))
		return false;
	state(c, TX_FIELD_BYLINE, line);
	c->has_byline = true;
	c->may_be_role = !is_house(tx_trim(name));
	return true;
}

static bool has_small_letter(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

static bool take_role(struct copy *c, telex_slice line, bool centred)
{
	bool may_be = c->may_be_role;

	c->may_be_role = false;
	if (!may_be || !centred || !has_small_letter(line))
		return false;
	state(c, TX_FIELD_ROLE, line);
	return true;
}

/* A line that is said before the copy; false: it belongs to it. */
static bool take_title(struct copy *c, telex_slice line, bool centred)
{
	if (take_role(c, line, centred) || take_note(c, line) || take_media(c, line) ||
	    take_byline(c, line, centred))
		return true;
	if (!c->has_headline && !c->has_byline) {
		state(c, TX_FIELD_HEADLINE, line);
		return c->has_headline = true;
	}
	if (c->has_byline || c->has_summary || centred)
		return false;
	state(c, TX_FIELD_ABSTRACT, line);
	return c->has_summary = true;
}

/* Off with a desk's mark in front: "*9006< ^Keyword", "*9006". */
static telex_slice skip_mark(struct copy *c, telex_slice line)
{
	struct tx_cut cut = tx_cut(tx_slice_take(line, MARK_MAX), '^');

	if (line.len == 0 || line.ptr[0] != '*' || (!cut.found && line.len >= MARK_MAX))
		return line;
	if (c->anpa->reader->leftovers)
		tx_story_leave_over(c->anpa->story, TX_LIT("desk's mark"), cut.head);
	return tx_slice_skip(line, cut.head.len + cut.found);
}

/* What is between '^' and '<' or '='. */
static void take_header_line(struct copy *c, telex_slice marked, bool centred)
{
	telex_slice line = skip_mark(c, marked);

	if (line.len == 0)
		return;
	if (!c->in_copy && !c->has_keyword && is_keyword_line(line)) {
		c->anpa->labelled |= tx_anpa_take_keyword_line(c->anpa->story, decoded(c, line),
							       c->anpa->reader->leftovers);
		c->has_keyword = true;
	} else if (c->in_copy || !take_title(c, line, centred)) {
		add_block(c, line, centred ? TX_MARKUP_CROSSHEAD : TX_MARKUP_BLOCK);
	}
}

/* The header line that begins at `line` and may go on in `*rest`, with its end; `.len` 0: it has
 * none. */
static telex_slice header_span(struct copy *c, telex_slice line, telex_slice *rest)
{
	telex_slice more = *rest, next = line;

	for (unsigned lines = 0; lines < HEADER_LINES; lines++) {
		telex_slice text = tx_trim(next);
		char last = last_of(text);
		if (text.len > 1 && (last == '<' || last == '=')) {
			*rest = more;
			return tx_slice(line.ptr, (size_t)(text.ptr + text.len - line.ptr));
		}
		if (text.len == 0 || more.len == 0 || more.ptr[0] == '^' ||
		    (unsigned char)more.ptr[0] < ' ')
			break;
		next = tx_anpa_take_line(c->anpa, &more);
	}
	return tx_slice_take(line, 0);
}

static void take_rail(struct copy *c, telex_slice line, telex_slice *rest)
{
	telex_slice span = header_span(c, line, rest);

	if (span.len == 0) {
		add_block(c, tx_slice_skip(line, 1), TX_MARKUP_BLOCK);
		return;
	}
	bool centred = last_of(span) == '=';
	take_header_line(c, tx_trim(tx_slice(span.ptr + 1, span.len - 2)), centred);
}

static bool is_separator(char c)
{
	return c == ';' || c == TX_ANPA_US || c == TX_ANPA_RS;
}

/* Cells parted by ';', US or RS, and set as a line is. */
static void take_row(struct copy *c, telex_slice row)
{
	size_t start = 0;

	if (row.len > 0 && row.ptr[0] == '^')
		row = tx_slice_skip(row, 1);
	if (last_of(row) == '<' || last_of(row) == '=')
		row.len--;
	end_block(c);
	if (!c->in_table)
		tx_markup_open(c->markup, TX_MARKUP_TABLE);
	c->in_table = c->in_copy = true;
	for (size_t at = 0; at <= row.len; at++) {
		if (at < row.len && !is_separator(row.ptr[at]))
			continue;
		bool quoted = false;
		tx_markup_open(c->markup, TX_MARKUP_CELL);
		tx_anpa_decode(c->out, tx_slice(row.ptr + start, at - start), &quoted);
		tx_markup_close(c->markup, TX_MARKUP_CELL);
		start = at + 1;
	}
	tx_markup_close(c->markup, TX_MARKUP_ROW);
}

/* In a table's dispatch also a line with a separator; after a sentence's semicolon is a blank. */
static bool is_row(const struct copy *c, telex_slice line)
{
	if (line.ptr[0] == TX_ANPA_BS)
		return true;
	for (size_t at = 0; c->anpa->tabular && at < line.len; at++) {
		if (is_separator(line.ptr[at]))
			return at + 1 == line.len || line.ptr[at + 1] != ' ';
	}
	return false;
}

/* Whether '=' at the end of a line sets it in the centre; it may belong to an address. */
static bool is_centred(telex_slice text)
{
	size_t word = text.len;

	if (last_of(text) != '=')
		return false;
	while (word > 0 && text.ptr[word - 1] != ' ')
		word--;
	telex_slice last = tx_slice_skip(text, word);
	return tx_slice_find(last, TX_LIT("://")) == last.len;
}

static void take_text_line(struct copy *c, telex_slice line, telex_slice text)
{
	bool begins = line.ptr[0] == '\t' || !c->in_paragraph;
	bool ends = last_of(text) == '<' || is_centred(text);

	if (ends)
		text.len--;
	end_table(c);
	if (begins)
		end_block(c);
	c->in_copy = true;
	c->may_be_role = false;
	if (tx_slice_is(text, "___")) {
		end_block(c);
		tx_markup_open(c->markup, TX_MARKUP_RULE);
		return;
	}
	if (!begins)
		tx_buffer_byte(c->out, ' ');
	c->in_paragraph = true;
	tx_anpa_decode(c->out, text, &c->quoted);
	if (ends)
		end_block(c);
}

static void take_copy_line(struct copy *c, telex_slice line, telex_slice *rest)
{
	telex_slice text = tx_trim(line);

	if (text.len == 0)
		end_block(c);
	else if (is_row(c, line))
		take_row(c, text);
	else if (text.ptr[0] == '^')
		take_rail(c, tx_slice_skip(line, (size_t)(text.ptr - line.ptr)), rest);
	else
		take_text_line(c, line, text);
}

bool tx_anpa_is_coded(const struct tx_anpa *anpa, telex_slice text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;

	if (text.len == 0)
		return false;
	while (at != NULL && at < end) {
		if (*at == '^' || *at == '\t' || *at == TX_ANPA_BS)
			return true;
		at = memchr(at, anpa->line_end, (size_t)(end - at));
		at = at != NULL ? at + 1 : NULL;
	}
	return false;
}

bool tx_anpa_read_copy(struct tx_anpa *anpa, telex_slice text)
{
	struct tx_reader *reader = anpa->reader;
	struct copy c = {.anpa = anpa, .markup = &reader->markup, .out = &reader->copy};

	tx_markup_begin(c.markup, c.out);
	for (telex_slice rest = text; rest.len > 0;) {
		telex_slice line = tx_anpa_take_line(anpa, &rest);
		take_copy_line(&c, line, &rest);
	}
	end_table(&c);
	end_block(&c);
	if (c.markup->failed || c.out->failed)
		return false;
	anpa->story->blocks = (struct tx_pieces){c.markup->pieces, c.markup->piece_count};
	return tx_story_finish(anpa->story, tx_slice(c.out->data, c.out->len));
}
