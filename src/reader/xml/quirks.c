/* What senders of several XML formats have in common beside the formats themselves. */
#include "core/ascii.h"
#include "reader/html.h"
#include "reader/html_text.h"
#include "reader/xml/formats.h"

#define SLUG_MAX     48 /* bytes of a subheadline in capitals that is the slug */
#define INITIALS_MAX 4

bool tx_xml_is_initials(telex_slice text)
{
	size_t group = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (tx_is_lower(c))
			group++;
		else if ((c == '/' || c == '-') && group > 0)
			group = 0;
		else
			return false;
		if (group > INITIALS_MAX)
			return false;
	}
	return group > 0;
}

void tx_xml_take_byline(struct tx_xml *xml, telex_slice text)
{
	struct tx_story *story = tx_xml_story(xml);
	const struct tx_fact *first = &story->facts[TX_FIELD_BYLINE];
	telex_slice byline = tx_trim(text), role = tx_story_fact(story, TX_FIELD_TITLE);

	if (byline.len > 0 && byline.ptr[byline.len - 1] == ',')
		byline.len--;
	if (tx_xml_is_initials(byline)) {
		tx_story_state(story, TX_FIELD_SIGNOFF, 0, byline);
	} else if (first->text != NULL && first->rank == tx_xml_rank(xml)) {
		tx_story_add(story, TX_FIELD_MORE_BYLINE, role, byline, (telex_slice){NULL, 0});
	} else {
		tx_story_state(story, TX_FIELD_BYLINE, tx_xml_rank(xml), byline);
		tx_story_state(story, TX_FIELD_ROLE, tx_xml_rank(xml), role);
	}
	tx_story_forget(story, TX_FIELD_TITLE);
}

static bool has_entry(const struct tx_story *story, enum tx_field from, enum tx_field to)
{
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field >= from && e->field <= to)
			return true;
	}
	return false;
}

void tx_xml_refuse_references(struct tx_xml *xml, struct tx_story *story)
{
	telex_slice status = tx_story_fact(story, TX_FIELD_STATUS);
	bool usable = status.len == 0 || tx_slice_eq_nocase(status, TX_LIT("usable"));

	story->passive |= usable && !tx_xml_has_copy(xml) &&
			  has_entry(story, TX_FIELD_MEDIA, TX_FIELD_MEDIA) &&
			  !has_entry(story, TX_FIELD_NOTE_CORRECTION, TX_FIELD_NOTE_EMBARGO);
}

static bool is_keyword(const struct tx_story *story, telex_slice text)
{
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == TX_FIELD_KEYWORD && tx_slice_eq_nocase(e->term.name, text))
			return true;
	}
	return false;
}

static bool has_small_letters(telex_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (tx_is_lower(text.ptr[i]))
			return true;
	}
	return false;
}

void tx_xml_settle_slug(struct tx_story *story)
{
	telex_slice title = tx_story_fact(story, TX_FIELD_SUBHEADLINE);
	bool short_capitals = title.len <= SLUG_MAX && !has_small_letters(title);

	if (title.len == 0 || tx_story_fact(story, TX_FIELD_SLUG).len > 0 ||
	    (!short_capitals && !is_keyword(story, title)))
		return;
	tx_story_state(story, TX_FIELD_SLUG, 0, title);
	tx_story_forget(story, TX_FIELD_SUBHEADLINE);
}

void tx_xml_state_html(struct tx_xml *xml, enum tx_field field, telex_slice text)
{
	struct tx_markup markup = {0};
	struct tx_buffer plain = {0};
	struct tx_story *story = tx_xml_story(xml);

	if (!tx_html_is(text) && !tx_html_has_reference(text)) {
		tx_story_state(story, field, 0, text);
		return;
	}
	tx_markup_begin(&markup, &plain);
	if (tx_html_blocks(&markup, text, story) && !plain.failed && !markup.failed)
		tx_story_state(story, field, 0, tx_slice(plain.data, plain.len));
	else
		story->failed = true;
	tx_markup_done(&markup);
	tx_buffer_done(&plain);
}

void tx_xml_take_abstract(struct tx_xml *xml, telex_slice text)
{
	tx_xml_state_html(xml, TX_FIELD_ABSTRACT, text);
}
