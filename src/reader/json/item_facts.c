/* What properties of an item state: facts, terms, notes, headlines by their roles. */
#include "agency/vendor_terms.h"
#include "core/ascii.h"
#include "core/buffer.h"
#include "reader/html_text.h"
#include "reader/json/ninjs.h"

#define CODE_MAX 3 /* bytes of a category's code */

static void state(struct tx_item *item, enum tx_field field, unsigned rank, telex_slice value)
{
	tx_story_state(item->story, field, rank + item->later, value);
}

/* Several in one string: "a, b; c". */
static void state_list(struct tx_item *item, enum tx_field field, telex_slice list)
{
	while (list.len > 0) {
		size_t len = 0;
		while (len < list.len && list.ptr[len] != ',' && list.ptr[len] != ';')
			len++;
		state(item, field, 0, tx_slice_take(list, len));
		list = tx_slice_skip(list, len + 1);
	}
}

static bool is_integer(struct tx_json_value value)
{
	size_t at = value.text.len > 0 && value.text.ptr[0] == '-';

	while (at < value.text.len && tx_is_digit(value.text.ptr[at]))
		at++;
	return tx_json_is_number(value) && at == value.text.len;
}

/* The text of a string, an integer, or what an object has as its value. */
static telex_slice value_of(struct tx_json_value value)
{
	static const char *const names[] = {"rendered", "value", "main",  "original",
					    "text",     "name",  "title", NULL};

	if (tx_json_opens(value, '{'))
		return tx_json_first(value, names);
	return is_integer(value) ? value.text : tx_json_text_of(value);
}

void tx_take_value(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (property->field == TX_FIELD_KEYWORD && tx_json_opens(value, '"')) {
		state_list(item, property->field, tx_json_text_of(value));
	} else if (!tx_json_opens(value, '[')) {
		state(item, property->field, property->rank, value_of(value));
	} else {
		while (tx_json_step(&walk)) {
			if (!tx_json_is_number(walk.value))
				state(item, property->field, property->rank, value_of(walk.value));
		}
	}
}

void tx_item_title(struct tx_item *item, enum tx_field field, unsigned rank, telex_slice text)
{
	if (item->own)
		tx_story_state(item->story, field, rank, text);
	else
		tx_html_title(item->story, field, rank, text);
}

/* A title that may be HTML ("Trams &amp; <i>buses</i>", as content systems give it). */
void tx_take_title(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	if (tx_json_opens(value, '[') && property->field == TX_FIELD_HEADLINE)
		tx_take_headlines(item, property, value);
	else
		tx_item_title(item, property->field, property->rank + item->later, value_of(value));
}

/* As it is written, a number too. */
void tx_take_time(struct tx_item *item, const struct tx_property *property,
		  struct tx_json_value value)
{
	static const char *const names[] = {"rendered", "datetime", "value", "date", NULL};
	bool object = tx_json_opens(value, '{');

	state(item, property->field, property->rank,
	      object ? tx_json_first(value, names) : tx_json_scalar_of(value));
}

static telex_slice author_of(struct tx_json_value value)
{
	static const char *const names[] = {"byline", "by", "name", "original", NULL};

	return tx_json_opens(value, '{') ? tx_json_first(value, names) : tx_json_text_of(value);
}

/* authors[]: the names. */
void tx_take_names(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		state(item, TX_FIELD_BYLINE, property->rank + 4U, author_of(value));
	while (tx_json_opens(value, '[') && tx_json_step(&walk))
		state(item, property->field, property->rank, author_of(walk.value));
}

/* bylines[]: the first one is the byline, the others are beside it; each may have its role. */
void tx_take_bylines(struct tx_item *item, const struct tx_property *property,
		     struct tx_json_value value)
{
	static const char *const roles[] = {"title", "jobtitle", "role", NULL};
	struct tx_json_walk walk = tx_json_begin(value);

	for (bool first = true; tx_json_opens(value, '[') && tx_json_step(&walk); first = false) {
		telex_slice role = tx_json_first(walk.value, roles);
		if (!first) {
			tx_story_add(item->story, TX_FIELD_MORE_BYLINE, role, author_of(walk.value),
				     tx_slice(NULL, 0));
			continue;
		}
		state(item, property->field, property->rank, author_of(walk.value));
		state(item, TX_FIELD_ROLE, property->rank, role);
	}
}

/* A string is a byline, anything else names. */
void tx_take_author(struct tx_item *item, const struct tx_property *property,
		    struct tx_json_value value)
{
	static const struct tx_property authors = {"author", NULL, TX_FIELD_AUTHOR, 0};

	if (tx_json_opens(value, '['))
		tx_take_names(item, &authors, value);
	else
		state(item, property->field, property->rank, author_of(value));
}

/* "www.example.org": words that points part, without blanks, the last one of letters. */
static bool is_host(telex_slice name)
{
	size_t points = 0, last = 0;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];
		if (!tx_is_alpha(c) && !tx_is_digit(c) && c != '-' && c != '.')
			return false;
		points += c == '.';
		last = c == '.' ? 0 : last + 1;
	}
	return points > 0 && last > 1 && tx_is_alpha(name.ptr[name.len - 1]) &&
	       tx_is_lower(name.ptr[0]);
}

/* A name; what is an address names the site. */
static void state_source(struct tx_item *item, const struct tx_property *property, telex_slice name)
{
	bool address = tx_slice_opens(name, "http:") || tx_slice_opens(name, "https:");

	state(item,
	      address         ? TX_FIELD_PUBLISHER_URL
	      : is_host(name) ? TX_FIELD_PUBLISHER
			      : property->field,
	      property->rank, name);
}

/* A site is an object with its address, an agency has a name. */
void tx_take_source(struct tx_item *item, const struct tx_property *property,
		    struct tx_json_value value)
{
	static const char *const names[] = {"name", "title", "id", NULL};
	static const char *const addresses[] = {"url", "href", "domain", "uri", NULL};
	struct tx_json_walk walk = tx_json_begin(value);
	enum tx_field field = property->field;

	if (tx_json_opens(value, '[')) {
		if (tx_json_step(&walk))
			state(item, field, property->rank, value_of(walk.value));
		return;
	}
	if (!tx_json_opens(value, '{')) {
		state_source(item, property, tx_json_text_of(value));
		return;
	}
	if (tx_slice_is(tx_slice_of(property->name), "source"))
		field = TX_FIELD_PUBLISHER;
	state(item, field, property->rank, tx_json_first(value, names));
	if (field == TX_FIELD_PUBLISHER)
		state(item, TX_FIELD_PUBLISHER_URL, property->rank,
		      tx_json_first(value, addresses));
}

/* "medtop:04000000", ".../mediatopic/20000002": the code without its scheme, where that is a
 * standard one. */
static telex_slice bare_code(telex_slice code)
{
	static const char *const standard[] = {"subj", "medtop", "iptccat", NULL};
	struct tx_cut cut = tx_cut(code, ':');
	size_t slash = code.len;

	if (cut.found && tx_slice_in(cut.head, standard))
		return cut.tail;
	if (tx_slice_find(code, TX_LIT("//cv.iptc.org/")) == code.len)
		return code;
	while (slash > 0 && code.ptr[slash - 1] != '/')
		slash--;
	return tx_slice_skip(code, slash);
}

static void take_term(struct tx_item *item, enum tx_field field, struct tx_json_value entry)
{
	static const char *const codes[] = {"code", "literal", "qcode", "uri", "iso3166", NULL};
	static const char *const names[] = {"name", "title", "label", NULL};
	/* Of telex's own items the creator is the scheme, which ninjs 3 has no other name for. */
	static const char *const schemes[] = {"scheme", "creator", NULL};

	if (tx_json_opens(entry, '"'))
		state(item, field, 0, tx_json_text_of(entry));
	else if (tx_json_opens(entry, '{'))
		tx_story_add(item->story, field, bare_code(tx_json_first(entry, codes)),
			     tx_json_first(entry, names),
			     item->own ? tx_json_first(entry, schemes)
				       : tx_json_member(entry, "scheme"));
}

/* Those of the byline and the dateline are not what the item is about. */
static bool is_of_the_copy(struct tx_item *item, struct tx_json_value entry)
{
	telex_slice rel = tx_json_member(entry, "rel");

	if (tx_slice_is(rel, "author"))
		state(item, TX_FIELD_AUTHOR, 0, tx_json_member(entry, "name"));
	return tx_slice_is(rel, "author") || tx_slice_is(rel, "dateline");
}

void tx_take_terms(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		take_term(item, property->field, value);
	while (tx_json_opens(value, '[') && tx_json_step(&walk)) {
		if (!is_of_the_copy(item, walk.value))
			take_term(item, property->field, walk.value);
	}
}

static bool is_category(struct tx_json_value subject)
{
	struct tx_json_walk walk = tx_json_begin(tx_json_get(subject, "rels"));

	while (tx_json_step(&walk)) {
		if (tx_slice_is(tx_json_text_of(walk.value), "category"))
			return true;
	}
	return false;
}

/* No vocabulary but the sender's has it. */
static bool is_code_alone(struct tx_json_value subject)
{
	static const char *const others[] = {"uri", "scheme", "code", NULL};

	return tx_json_first(subject, others).len == 0;
}

static void take_subject(struct tx_item *item, const struct tx_property *property,
			 struct tx_json_value subject)
{
	telex_slice rel = tx_json_member(subject, "rel");

	if (is_category(subject) || tx_slice_is(rel, "category"))
		state(item, TX_FIELD_CATEGORY, property->rank + 1U,
		      tx_json_member(subject, "code"));
	if (tx_slice_is(rel, "keyword")) {
		state(item, TX_FIELD_KEYWORD, 0, tx_json_member(subject, "name"));
	} else if (tx_slice_is(rel, "classifies") && is_code_alone(subject)) {
		state(item, TX_FIELD_CATEGORY, property->rank, tx_json_member(subject, "literal"));
		state(item, TX_FIELD_CATEGORY_NAME, property->rank,
		      tx_json_member(subject, "name"));
	} else {
		take_term(item, property->field, subject);
	}
}

/* Some subjects are the sender's categories and keywords. */
void tx_take_subjects(struct tx_item *item, const struct tx_property *property,
		      struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		take_term(item, property->field, value);
	while (tx_json_opens(value, '[') && tx_json_step(&walk))
		take_subject(item, property, walk.value);
}

/* The service's code is the sender's category. */
void tx_take_service(struct tx_item *item, const struct tx_property *property,
		     struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '[') || !tx_json_step(&walk))
		return;
	state(item, TX_FIELD_CATEGORY, property->rank, tx_json_member(walk.value, "code"));
	state(item, TX_FIELD_CATEGORY_NAME, property->rank, tx_json_member(walk.value, "name"));
}

/* A category of a paper or collector: the first; others are keywords. */
void tx_take_category(struct tx_item *item, const struct tx_property *property,
		      struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (tx_json_opens(value, '[')) {
		for (bool first = true; tx_json_step(&walk); first = false)
			state(item, first ? property->field : TX_FIELD_KEYWORD,
			      first ? property->rank : 0, value_of(walk.value));
		return;
	}
	telex_slice name = value_of(value);
	bool code = name.len > 0 && name.len <= CODE_MAX;
	state(item, code ? TX_FIELD_CATEGORY : property->field, property->rank, name);
	if (tx_json_opens(value, '{'))
		state(item, TX_FIELD_CATEGORY, property->rank, tx_json_member(value, "code"));
}

/* In dpa's digitalwires each category has a type; of the sender's category the code counts, which
 * follows the colon of its qcode. */
static void take_typed(struct tx_item *item, struct tx_json_value entry, telex_slice type)
{
	const struct tx_vendor_term *term = tx_vendor_term(TX_VENDOR_JSON_CATEGORY, type);
	telex_slice name = tx_json_member(entry, "name");
	telex_slice code = tx_json_member(entry, "qcode");

	if (term == NULL)
		return;
	if (term->field == TX_FIELD_CATEGORY && code.len > 0)
		name = tx_cut(code, ':').tail;
	if (term->field == TX_FIELD_SUBJECT || term->field == TX_FIELD_PLACE)
		tx_story_add(item->story, term->field, bare_code(code), name, tx_slice(NULL, 0));
	else
		state(item, term->field, term->rank, name);
}

void tx_take_categories(struct tx_item *item, const struct tx_property *property,
			struct tx_json_value value)
{
	static const struct tx_property names = {"categories", NULL, TX_FIELD_CATEGORY_NAME, 6};
	struct tx_json_walk walk = tx_json_begin(value);
	bool typed = false;

	while (tx_json_opens(value, '[') && tx_json_step(&walk)) {
		telex_slice type = tx_json_member(walk.value, "type");
		typed |= type.len > 0;
		take_typed(item, walk.value, type);
	}
	(void)property;
	if (!typed)
		tx_take_category(item, &names, value);
}

void tx_take_genre(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	static const char *const names[] = {"name", "literal", "code", NULL};
	struct tx_json_walk walk = tx_json_begin(value);

	if (tx_json_opens(value, '[') && tx_json_step(&walk))
		value = walk.value;
	state(item, property->field, property->rank,
	      tx_json_opens(value, '"') ? tx_json_text_of(value) : tx_json_first(value, names));
}

/* A note a line. */
static void take_note_text(struct tx_item *item, enum tx_field field, telex_slice rest)
{
	while (rest.len > 0 && field != TX_FIELD__COUNT) {
		struct tx_cut line = tx_cut(rest, '\n');
		state(item, field, 0, line.head);
		rest = line.tail;
	}
}

/* Roles of notes are those of NewsML-G2, with the prefix of their vocabulary. */
static const struct tx_vendor_term *term_of_role(struct tx_json_value note)
{
	struct tx_cut role = tx_cut(tx_json_member(note, "role"), ':');

	return tx_vendor_term(TX_VENDOR_G2_NOTE, role.found ? role.tail : role.head);
}

void tx_take_note(struct tx_item *item, const struct tx_property *property,
		  struct tx_json_value value)
{
	static const char *const names[] = {"ednote", "value", "text", "note", NULL};
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		take_note_text(item, property->field, tx_json_text_of(value));
	while (tx_json_opens(value, '[') && tx_json_step(&walk)) {
		bool text = tx_json_opens(walk.value, '"');
		const struct tx_vendor_term *term = term_of_role(walk.value);
		take_note_text(item, term != NULL ? term->field : property->field,
			       text ? tx_json_text_of(walk.value)
				    : tx_json_first(walk.value, names));
	}
}

void tx_take_nothing(struct tx_item *item, const struct tx_property *property,
		     struct tx_json_value value)
{
	(void)item, (void)property, (void)value;
}
