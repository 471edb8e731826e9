/* A mail with a dispatch as its text: the facts of its headers, and the text.
 *
 * What the text is, is recognised by its bytes (tx_read_inner); HTML alone becomes a story here, for it
 * has no title lines of its own and the Subject is its headline.  The text wins over the mail,
 * which may be a forwarder's: facts of headers have high ranks. */
#include "reader/mail/mail.h"

#include "core/error.h"
#include "reader/html.h"
#include "reader/mail/parts.h"
#include "reader/mail/repeat.h"
#include "core/scan.h"

struct mail {
	struct tx_reader *reader;
	struct tx_mail_decoder decoder;
	struct tx_mail_parts parts;
	struct tx_story *story; /* what the mail states */
};

typedef void state_fn(struct mail *mail, enum tx_field field, unsigned rank, telex_slice value);

static void state_words(struct mail *mail, enum tx_field field, unsigned rank, telex_slice value)
{
	tx_story_state(mail->story, field, rank, tx_mail_words(&mail->decoder, value));
}

static void state_sender(struct mail *mail, enum tx_field field, unsigned rank, telex_slice value)
{
	telex_slice name = tx_mail_display_name(value, &mail->reader->arena);

	state_words(mail, field, rank, name);
}

static void state_list(struct mail *mail, enum tx_field field, unsigned rank, telex_slice value)
{
	telex_slice rest = tx_mail_words(&mail->decoder, value);

	while (rest.len > 0) {
		struct tx_cut cut = tx_cut(rest, ',');
		tx_story_state(mail->story, field, rank, cut.head);
		rest = cut.tail;
	}
}

/* Of several the first. */
static void state_first(struct mail *mail, enum tx_field field, unsigned rank, telex_slice value)
{
	telex_slice text = tx_mail_words(&mail->decoder, value);

	tx_story_state(mail->story, field, rank, tx_cut(text, ',').head);
}

/* The headers that mean something; `state` NULL: they tell how the mail is written. */
static const struct fact_header {
	const char *name;
	state_fn *state;
	enum tx_field field;
	unsigned rank;
	bool whole; /* nothing of it is left over */
} fact_headers[] = {
	{"Subject", state_words, TX_FIELD_HEADLINE, 5, true},
	{"Date", state_words, TX_FIELD_ISSUED, 5, true},
	{"Message-ID", state_words, TX_FIELD_ID, 5, true},
	{"From", state_sender, TX_FIELD_AGENCY, 9, false},
	{"Keywords", state_list, TX_FIELD_KEYWORD, 5, true},
	{"Content-Language", state_first, TX_FIELD_LANGUAGE, 9, true},
	{"MIME-Version", NULL, TX_FIELD__COUNT, 0, true},
	{"Content-Type", NULL, TX_FIELD__COUNT, 0, true},
	{"Content-Transfer-Encoding", NULL, TX_FIELD__COUNT, 0, true},
	{"Content-Disposition", NULL, TX_FIELD__COUNT, 0, true},
};

static const struct fact_header *find_fact_header(telex_slice name)
{
	for (size_t i = 0; i < TX_COUNT(fact_headers); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(fact_headers[i].name)))
			return &fact_headers[i];
	}
	return NULL;
}

static void leave_over(struct mail *mail, const struct tx_mail_header *header)
{
	if (mail->reader->leftovers)
		tx_story_leave_over(mail->story,
				    tx_mail_decode(&mail->decoder, header->name, TX_LIT("")).text,
				    tx_mail_words(&mail->decoder, header->value));
}

static void read_headers(struct mail *mail, telex_slice headers)
{
	struct tx_mail_header header;

	while (tx_mail_header_next(&headers, &header)) {
		const struct fact_header *fact = find_fact_header(header.name);
		bool first = fact != NULL && fact->state != NULL &&
			     (fact->field >= TX_FIELD__SINGLE ||
			      tx_story_fact(mail->story, fact->field).ptr == NULL);
		if (first)
			fact->state(mail, fact->field, fact->rank, header.value);
		if (fact == NULL || !fact->whole)
			leave_over(mail, &header);
	}
}

/* Plain text beside HTML: paragraphs are parted by empty lines. */
static void add_plain_blocks(struct tx_markup *markup, telex_slice text)
{
	while (text.len > 0) {
		telex_slice line = tx_mail_line(&text);
		if (tx_trim(line).len == 0)
			tx_markup_flush(markup);
		tx_markup_text(markup, line);
		tx_markup_text(markup, TX_LIT(" "));
	}
	tx_markup_flush(markup);
}

static bool has_html(const struct tx_mail_sections *sections)
{
	for (const struct tx_mail_section *s = sections->first; s != NULL; s = s->next) {
		if (s->html)
			return true;
	}
	return false;
}

/* A section is decoded once. */
static telex_slice text_of(struct mail *mail, struct tx_mail_section *section)
{
	if (section->text.ptr == NULL)
		section->text = tx_mail_section_text(&mail->parts, section);
	return section->text;
}

static bool make_blocks(struct mail *mail, struct tx_markup *markup)
{
	bool good = true;

	tx_markup_begin(markup, &mail->reader->copy);
	for (struct tx_mail_section *s = mail->parts.sections.first; s != NULL; s = s->next) {
		telex_slice text = text_of(mail, s);
		if (s->html)
			good &= tx_html_blocks(markup, text, mail->story);
		else
			add_plain_blocks(markup, text);
	}
	return good && !markup->failed && !mail->reader->copy.failed;
}

/* The mail itself is the story; without sections it has no copy. */
static bool finish_story(struct mail *mail)
{
	struct tx_story *story = mail->story;
	struct tx_buffer *copy = &mail->reader->copy;
	struct tx_markup markup = {0};
	bool good = make_blocks(mail, &markup);

	story->kind = TX_COPY_BLOCKS;
	story->blocks = (struct tx_pieces){markup.pieces, markup.piece_count};
	good = good && tx_story_finish(story, tx_slice(copy->data, copy->len));
	story->blocks = (struct tx_pieces){NULL, 0};
	tx_markup_done(&markup);
	tx_stories_append(&mail->reader->stories, story);
	return good;
}

/* The text of all sections, an empty line between two. */
static telex_slice join_text(struct mail *mail)
{
	struct tx_mail_section *section = mail->parts.sections.first;
	struct tx_buffer text = {0};

	if (section->next == NULL)
		return text_of(mail, section);
	for (; section != NULL; section = section->next) {
		tx_buffer_slice(&text, text_of(mail, section));
		tx_buffer_lit(&text, "\n\n");
	}
	telex_slice copy = tx_arena_copy(&mail->reader->arena, tx_slice(text.data, text.len));
	mail->decoder.failed |= copy.ptr == NULL || text.failed;
	tx_buffer_done(&text);
	return copy;
}

/* Whether a section of HTML says what one of plain text says. */
static bool repeats_plain(struct mail *mail, struct tx_mail_section *html)
{
	struct tx_buffer *copy = &mail->reader->copy;
	struct tx_markup markup = {0};
	bool found = false;

	tx_markup_begin(&markup, copy);
	if (tx_html_blocks(&markup, text_of(mail, html), mail->story)) {
		for (struct tx_mail_section *s = mail->parts.sections.first; !found && s != NULL;
		     s = s->next)
			found = !s->html &&
				tx_mail_repeats(tx_slice(copy->data, copy->len), text_of(mail, s));
	}
	mail->decoder.failed |= markup.failed || copy->failed;
	tx_markup_done(&markup);
	return found;
}

/* The plain text is the better one: the tokenizer knows its lines. */
static void drop_repeats(struct mail *mail)
{
	struct tx_mail_sections *sections = &mail->parts.sections, kept = {NULL, NULL};

	if (!has_html(sections) || sections->first->next == NULL)
		return;
	for (struct tx_mail_section *s = sections->first, *next; s != NULL; s = next) {
		next = s->next;
		if (s->html && repeats_plain(mail, s))
			continue;
		*(kept.first == NULL ? &kept.first : &kept.last->next) = s;
		kept.last = s;
	}
	kept.last->next = NULL;
	*sections = kept;
}

/* Where the text's lines stand in the frame. */
struct origin {
	uint32_t line;
	bool literal;
};

static uint32_t line_in_frame(struct origin origin, uint32_t line)
{
	if (line == 0)
		return 0;
	return origin.literal ? origin.line + line - 1 : origin.line;
}

/* What the mail states goes to a story that states nothing better. */
static void share_facts(const struct tx_story *from, struct tx_story *to, struct origin origin)
{
	for (size_t i = 0; i < TX_FIELD__SINGLE; i++) {
		const struct tx_fact *fact = &from->facts[i];
		if (fact->text != NULL &&
		    (to->facts[i].text == NULL || to->facts[i].rank > fact->rank))
			to->facts[i] = *fact;
	}
	to->line = line_in_frame(origin, to->line);
	for (struct tx_alert *alert = to->alerts; alert != NULL; alert = alert->next)
		alert->line = line_in_frame(origin, alert->line);
}

/* Lists go to one story: nobody could tell which of several an attachment belongs to. */
static void hand_lists(struct tx_story *from, struct tx_story *to)
{
	if (from->entries != NULL) {
		*(to->entries == NULL ? &to->entries : &to->last_entry->next) = from->entries;
		to->last_entry = from->last_entry;
	}
	if (from->leftovers != NULL) {
		*(to->leftovers == NULL ? &to->leftovers : &to->last_leftover->next) =
			from->leftovers;
		to->last_leftover = from->last_leftover;
	}
	tx_story_hand_alerts(from, to);
}

static telex_status unwrap_text(struct mail *mail, telex_slice text, telex_error *reterr)
{
	const struct tx_mail_section *first = mail->parts.sections.first;
	struct origin origin = {tx_mail_line_of(&mail->parts, first->entity.body),
				tx_mail_section_is_literal(first)};
	struct tx_stories *stories = &mail->reader->stories;
	struct tx_story *before = stories->last;
	telex_status status = tx_read_inner(mail->reader, text, reterr);
	struct tx_story *first_story = before == NULL ? stories->first : before->next;

	if (status != TELEX_OK && reterr != NULL)
		reterr->line = line_in_frame(origin, reterr->line);
	for (struct tx_story *story = first_story; story != NULL; story = story->next) {
		share_facts(mail->story, story, origin);
		if (strcmp(story->format, "text") == 0)
			story->format = "mail";
	}
	if (first_story != NULL)
		hand_lists(mail->story, first_story);
	return status;
}

/* A mail without a text may still be a headline, or the letter around a picture. */
static telex_status unwrap_empty(struct mail *mail, telex_error *reterr)
{
	telex_slice all = tx_trim(mail->parts.frame);

	mail->parts.sections = (struct tx_mail_sections){NULL, NULL};
	if (mail->parts.media_count == 0 &&
	    tx_story_fact(mail->story, TX_FIELD_HEADLINE).ptr == NULL)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1,
				  "the mail has neither a subject nor a text");
	mail->story->passive = mail->parts.media_count > 0;
	if (!mail->story->passive)
		tx_mail_alert(&mail->parts, TX_WARN_ENVELOPE_BROKEN, tx_slice_skip(all, all.len),
			      "the mail has no text");
	return finish_story(mail) ? TELEX_OK : tx_fail_memory(reterr);
}

static telex_status deliver(struct mail *mail, telex_error *reterr)
{
	drop_repeats(mail);
	if (has_html(&mail->parts.sections))
		return finish_story(mail) ? TELEX_OK : tx_fail_memory(reterr);
	if (mail->parts.sections.first == NULL)
		return unwrap_empty(mail, reterr);
	telex_slice text = join_text(mail);
	if (tx_trim(text).len == 0 && !mail->decoder.failed)
		return unwrap_empty(mail, reterr);
	return mail->decoder.failed ? tx_fail_memory(reterr) : unwrap_text(mail, text, reterr);
}

static telex_status unwrap(struct mail *mail, const struct tx_mail_entity *entity,
			   telex_error *reterr)
{
	if (entity->broken)
		tx_mail_alert(&mail->parts, TX_WARN_ENVELOPE_BROKEN, entity->body,
			      "a line among the mail's headers is none");
	read_headers(mail, entity->headers);
	tx_mail_parts_find(&mail->parts, entity);
	telex_status status = deliver(mail, reterr);
	bool short_of_memory = mail->decoder.failed || mail->story->failed;
	return short_of_memory ? tx_fail_memory(reterr) : status;
}

telex_status tx_mail_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	struct tx_mail_entity entity = tx_mail_split(tx_mail_skip_preamble(frame));
	struct mail mail = {.reader = reader, .decoder = {.arena = &reader->arena}};

	if (entity.headers.len == 0)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1, "no mail header was found");
	mail.story = tx_story_new(&reader->arena, "mail");
	if (mail.story == NULL)
		return tx_fail_memory(reterr);
	mail.story->line = 1;
	mail.parts = (struct tx_mail_parts){.decoder = &mail.decoder,
					    .frame = frame,
					    .story = mail.story,
					    .leftovers = reader->leftovers};
	telex_status status = unwrap(&mail, &entity, reterr);
	tx_mail_decoder_done(&mail.decoder);
	return status;
}
