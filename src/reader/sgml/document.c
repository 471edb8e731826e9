/* One document of a collection: its elements state facts or are parts of the copy, which is put
 * together as the wire had it: byline, then the dateline in front of the text. */
#include "reader/sgml/sgml.h"

#include "core/ascii.h"
#include "core/error.h"

struct reading {
	struct tx_unwrapper *unwrapper;
	const struct tx_sgml_format *format;
	struct tx_story *story;
	telex_slice document;
	telex_slice parts[TX_SGML_PARTS]; /* raw text of the copy's parts */
	struct tx_buffer *scratch;
	size_t loose; /* where text begins that stands in no element of its own */
};

static const struct tx_sgml_rule *find_rule(const struct tx_sgml_format *format, telex_slice name)
{
	for (const struct tx_sgml_rule *rule = format->rules; rule->element != NULL; rule++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(rule->element)))
			return rule;
	}
	return NULL;
}

/* The text of the element whose start tag is `open`: up to its end tag, or to the next element that
 * is known where that is missing.  `*ret_next`: where to go on. */
static telex_slice element_text(const struct reading *r, const struct tx_sgml_tag *open,
				size_t *ret_next)
{
	struct tx_sgml_tag tag;
	size_t at = open->end;

	while (tx_sgml_next_tag(r->document, at, &tag)) {
		bool same = tx_slice_eq_nocase(tag.name, open->name);
		if (same && tag.closes) {
			*ret_next = tag.end;
			return tx_slice(r->document.ptr + open->end, tag.start - open->end);
		}
		if (!tag.closes && !same && find_rule(r->format, tag.name) != NULL)
			break;
		at = tag.end;
	}
	size_t end = at < r->document.len && tx_sgml_next_tag(r->document, at, &tag)
			     ? tag.start
			     : r->document.len;
	*ret_next = end;
	return tx_slice(r->document.ptr + open->end, end - open->end);
}

/* The text as it reads, until the scratch is used again. */
static telex_slice plain(struct reading *r, telex_slice raw)
{
	r->scratch->len = 0;
	tx_sgml_text(r->scratch, raw);
	return tx_slice(r->scratch->data, r->scratch->len);
}

static void state_list(struct reading *r, const struct tx_sgml_rule *rule, telex_slice raw)
{
	static const char separator[] = "</D>";

	for (telex_slice rest = raw; rest.len > 0;) {
		size_t end = tx_slice_find(rest, tx_slice_of(separator));
		telex_slice entry = tx_slice_take(rest, end);
		size_t open = tx_slice_find(entry, TX_LIT("<D>"));
		if (open < entry.len)
			entry = tx_slice_skip(entry, open + 3);
		tx_story_add(r->story, rule->field, plain(r, tx_trim(entry)),
			     (telex_slice){NULL, 0}, tx_slice_of(rule->element));
		rest = tx_slice_skip(rest, end + sizeof(separator) - 1);
	}
}

static void take_element(struct reading *r, const struct tx_sgml_rule *rule,
			 const struct tx_sgml_tag *tag, telex_slice raw)
{
	switch ((enum tx_sgml_part)rule->part) {
	case TX_SGML_FACT:
		tx_story_state(r->story, rule->field, rule->rank, plain(r, raw));
		break;
	case TX_SGML_LIST:
		state_list(r, rule, raw);
		break;
	case TX_SGML_CALL:
		r->format->take(r->story, tag->name, plain(r, raw));
		break;
	case TX_SGML_BYLINE:
	case TX_SGML_DATELINE:
	case TX_SGML_COPY:
		if (r->parts[rule->part].ptr == NULL)
			r->parts[rule->part] = raw;
		break;
	case TX_SGML_GROUP:
	case TX_SGML_PARTS:
		break;
	}
}

static void leave_over(struct reading *r, const struct tx_sgml_tag *tag)
{
	size_t next;

	if (!r->unwrapper->leftovers)
		return;
	telex_slice text = element_text(r, tag, &next);
	if (memchr(text.ptr, '<', text.len) == NULL)
		tx_story_leave_over(r->story, tag->name, plain(r, text));
}

static void read_elements(struct reading *r, size_t from)
{
	struct tx_sgml_tag tag;
	size_t at = from;

	while (tx_sgml_next_tag(r->document, at, &tag)) {
		const struct tx_sgml_rule *rule =
			tag.closes ? NULL : find_rule(r->format, tag.name);
		at = tag.end;
		if (rule == NULL) {
			if (!tag.closes)
				leave_over(r, &tag);
			continue;
		}
		r->loose = at;
		if (rule->part == TX_SGML_GROUP) {
			if (r->format->begin != NULL && tag.attributes.len > 0)
				r->format->begin(r->story, tag.attributes);
			continue;
		}
		telex_slice raw = element_text(r, &tag, &at);
		r->loose = at;
		take_element(r, rule, &tag, raw);
	}
}

/* Tags of paragraphs in the copy are blocks; without any it stays as it is set. */
static void add_blocks(struct reading *r, telex_slice raw)
{
	struct tx_markup *markup = &r->unwrapper->markup;
	struct tx_sgml_tag tag;
	size_t at = 0;

	while (tx_sgml_next_tag(raw, at, &tag)) {
		tx_sgml_text(markup->out, tx_slice(raw.ptr + at, tag.start - at));
		enum tx_markup_kind kind = tx_markup_kind(tag.name);
		if (tag.closes)
			tx_markup_close(markup, kind);
		else
			tx_markup_open(markup, kind);
		at = tag.end;
	}
	tx_sgml_text(markup->out, tx_slice_skip(raw, at));
	tx_markup_flush(markup);
}

static bool has_paragraphs(telex_slice raw)
{
	return tx_slice_find(raw, TX_LIT("<P>")) < raw.len ||
	       tx_slice_find(raw, TX_LIT("<p>")) < raw.len;
}

/* Briefs and texts that the collection's makers did not take apart: what follows the last element.
 */
static telex_slice loose_text(const struct reading *r)
{
	telex_slice rest = tx_slice_skip(r->document, r->loose);
	struct tx_sgml_tag tag;

	return tx_sgml_next_tag(rest, 0, &tag) ? tx_slice_take(rest, tag.start) : rest;
}

static bool ends_with_dash(telex_slice s)
{
	char last = s.ptr[s.len - 1];

	return last == '-' || last == '_' || last == '=' || last == ':' ||
	       (unsigned char)last >= 0x80;
}

static bool compose(struct reading *r)
{
	struct tx_markup *markup = &r->unwrapper->markup;
	struct tx_buffer *copy = &r->unwrapper->copy;
	telex_slice byline = tx_trim(r->parts[TX_SGML_BYLINE]);
	telex_slice dateline = tx_trim(r->parts[TX_SGML_DATELINE]);
	telex_slice text = r->parts[TX_SGML_COPY];

	if (text.ptr == NULL)
		text = loose_text(r);
	/* Without its dash a dateline would run into the text. */
	if (dateline.len > 0 && !ends_with_dash(dateline)) {
		tx_story_state(r->story, TX_FIELD_DATELINE, 0, plain(r, dateline));
		dateline = (telex_slice){NULL, 0};
	}

	bool paragraphs = has_paragraphs(text);
	tx_markup_begin(markup, copy);
	if (byline.len > 0) {
		if (!paragraphs)
			tx_buffer_lit(copy, "    ");
		tx_sgml_text(copy, byline);
		tx_buffer_byte(copy, '\n');
	}
	markup->start = copy->len;
	if (dateline.len > 0) {
		if (!paragraphs)
			tx_buffer_lit(copy, "    ");
		tx_sgml_text(copy, dateline);
		tx_buffer_byte(copy, ' ');
		text = tx_trim(text);
	}
	if (paragraphs) {
		/* The first paragraph goes on behind the dateline. */
		if (dateline.len > 0 && tx_slice_starts_nocase(text, TX_LIT("<P>")))
			text = tx_trim(tx_slice_skip(text, 3));
		add_blocks(r, text);
	} else {
		tx_sgml_text(copy, text);
	}
	r->story->kind = paragraphs ? TX_COPY_BLOCKS : TX_COPY_PLAIN;
	r->story->blocks = (struct tx_pieces){markup->pieces, markup->piece_count};
	return !copy->failed && !markup->failed &&
	       tx_story_finish(r->story, tx_slice(copy->data, copy->len));
}

telex_status tx_sgml_unwrap(struct tx_unwrapper *unwrapper, const struct tx_sgml_format *format,
			    telex_slice document, telex_error *reterr)
{
	struct reading r = {.unwrapper = unwrapper,
			    .format = format,
			    .document = document,
			    .scratch = &unwrapper->scratch};

	r.story = tx_story_new(&unwrapper->arena, format->name);
	if (r.story == NULL)
		return tx_fail_memory(reterr);
	read_elements(&r, 0);
	if (!compose(&r) || unwrapper->scratch.failed)
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, r.story);
	return TELEX_OK;
}
