/* telex.h: the parser, its options and the bytes it is fed.  Everything is kept for the next
 * dispatch: a steady run allocates nothing. */
#include "api/parser.h"

#include <stdlib.h>

#include "core/error.h"
#include "core/schema.h"
#include "reader/xml/xml.h"
#include "emitter/columns.h"

#define MAX_BYTES_DEFAULT ((size_t)16 << 20)
#define OPTIONS_SIZE_MAX  4096 /* more is no size of options */

static char *copy_string(const char *string)
{
	size_t size = strlen(string) + 1;
	char *copy = malloc(size);

	return copy == NULL ? NULL : memcpy(copy, string, size);
}

/* An own copy of an option; of NULL none.  False when memory is short. */
static bool keep_option(const char *option, char **ret_copy)
{
	*ret_copy = option == NULL ? NULL : copy_string(option);
	return option == NULL || *ret_copy != NULL;
}

static telex_status check_options(const telex_options *options, struct telex_parser *parser,
				  telex_error *reterr)
{
	if (options->from != NULL && strcmp(options->from, "auto") != 0) {
		parser->reader.format = tx_format_find(options->from);
		if (parser->reader.format == NULL)
			return tx_fail(reterr, TELEX_ERR_USAGE, "unknown format '%.40s'",
				       options->from);
	}
	if (options->agency != NULL) {
		parser->agency = tx_profile_find(tx_slice_of(options->agency));
		if (parser->agency == NULL)
			return tx_fail(reterr, TELEX_ERR_USAGE, "unknown agency '%.40s'",
				       options->agency);
	}
	telex_slice unknown;
	if (options->fields != NULL &&
	    !tx_keys_omitted(tx_slice_of(options->fields), &parser->record.omitted, &unknown))
		return tx_fail(reterr, TELEX_ERR_USAGE, "the record has no key '%.*s'",
			       (int)tx_slice_take(unknown, 40).len,
			       unknown.len == 0 ? "" : unknown.ptr);
	if (options->columns != NULL && !tx_columns_check(tx_slice_of(options->columns), &unknown))
		return tx_fail(reterr, TELEX_ERR_USAGE, "the record has no key '%.*s'",
			       (int)tx_slice_take(unknown, 80).len,
			       unknown.len == 0 ? "" : unknown.ptr);
	if (options->reference_date != NULL &&
	    !tx_date_parse_iso(tx_slice_of(options->reference_date),
			       &parser->normalize.reference_date))
		return tx_fail(reterr, TELEX_ERR_USAGE, "not a date (YYYY-MM-DD): '%.40s'",
			       options->reference_date);
	return TELEX_OK;
}

static telex_status copy_options(const telex_options *options, struct telex_parser *parser,
				 telex_error *reterr)
{
	telex_status status = check_options(options, parser, reterr);

	if (status != TELEX_OK)
		return status;
	parser->path = options->path;
	parser->normalize.no_places = (options->flags & TELEX_PARSE_NO_PLACES) != 0;
	parser->reader.leftovers = (options->flags & TELEX_PARSE_LEFTOVERS) != 0;
	bool cuts = options->split != NULL && strcmp(options->split, "auto") != 0;
	if (!keep_option(options->member, &parser->own_member) ||
	    !keep_option(options->columns, &parser->columns) ||
	    !keep_option(options->text_key, &parser->text_key) ||
	    !keep_option(options->id_key, &parser->id_key) ||
	    !keep_option(options->hosts, &parser->hosts) ||
	    !keep_option(options->language, &parser->language) ||
	    !keep_option(options->charset, &parser->charset) ||
	    !keep_option(cuts ? options->split : NULL, &parser->split))
		return tx_fail_memory(reterr);
	parser->member = parser->own_member;
	parser->record.columns = parser->columns;
	parser->record.view_columns = options->view_columns;
	parser->reader.text_key = parser->text_key;
	parser->reader.id_key = parser->id_key;
	parser->reader.hosts = parser->hosts;
	parser->normalize.language = tx_slice_of(parser->language);
	if (options->subjects != NULL) {
		status = tx_vocabulary_read(options->subjects, &parser->vocabulary, reterr);
		if (status != TELEX_OK)
			return status;
		parser->normalize.vocabulary = parser->vocabulary;
	}
	if (options->max_bytes != 0)
		parser->reader.max_bytes = options->max_bytes;
	if (options->charset != NULL)
		status = tx_input_name_charset(&parser->reader.input, parser->charset, reterr);
	return status;
}

static void begin_source(struct telex_parser *parser)
{
	bool never = parser->split != NULL && strcmp(parser->split, "never") == 0;

	parser->series.search.failed = false;
	tx_series_begin(&parser->series, tx_trim(tx_slice_of(parser->split)),
			&parser->reader.arena);
	tx_reader_begin(&parser->reader, never ? NULL : &parser->series.search);
}

/* The options of a program that was built with this header or an older one; of a newer one when it
 * sets nothing that is not known here. */
static telex_status know_options(const telex_options *options, telex_options *ret_known,
				 telex_error *reterr)
{
	size_t size = options == NULL ? 0 : options->size;

	*ret_known = (telex_options){0};
	if (reterr != NULL)
		*reterr = (telex_error){0};
	if (options == NULL)
		return TELEX_OK;
	if (size < sizeof(size) || size > OPTIONS_SIZE_MAX)
		return tx_fail(reterr, TELEX_ERR_USAGE,
			       "the size of the options is not set: it is %zu", size);
	for (size_t i = sizeof(*options); i < size; i++) {
		if (((const char *)options)[i] != 0)
			return tx_fail(reterr, TELEX_ERR_USAGE,
				       "options of a later version than %s", telex_version());
	}
	memcpy(ret_known, options, size < sizeof(*options) ? size : sizeof(*options));
	if (reterr != NULL)
		reterr->path = ret_known->path;
	if (((unsigned)ret_known->flags &
	     ~(unsigned)(TELEX_PARSE_NO_PLACES | TELEX_PARSE_LEFTOVERS)) != 0)
		return tx_fail(reterr, TELEX_ERR_USAGE, "not flags of parsing: 0x%x",
			       (unsigned)ret_known->flags);
	return TELEX_OK;
}

telex_status telex_parser_new(const telex_options *options, telex_parser **ret_parser,
			      telex_error *reterr)
{
	telex_options known;
	telex_status status = know_options(options, &known, reterr);

	if (status != TELEX_OK)
		return status;
	struct telex_parser *parser = calloc(1, sizeof(*parser));
	if (parser == NULL)
		return tx_fail_memory(reterr);
	tx_xml_init();
	parser->reader.max_bytes = MAX_BYTES_DEFAULT;
	parser->tokenizer = tx_tokenizer_new();
	if (parser->tokenizer == NULL)
		status = tx_fail_memory(reterr);
	else
		status = copy_options(&known, parser, reterr);
	if (status != TELEX_OK) {
		telex_parser_free(parser);
		return status;
	}
	parser->record.out = &parser->out;
	begin_source(parser);
	*ret_parser = parser;
	return TELEX_OK;
}

void telex_parser_free(telex_parser *parser)
{
	if (parser == NULL)
		return;
	tx_tokenizer_free(parser->tokenizer);
	tx_reader_done(&parser->reader);
	tx_vocabulary_free(parser->vocabulary);
	tx_arena_done(&parser->arena);
	tx_buffer_done(&parser->out);
	free(parser->charset);
	free(parser->language);
	free(parser->text_key);
	free(parser->id_key);
	free(parser->split);
	free(parser->columns);
	free(parser->hosts);
	free(parser->own_member);
	free(parser);
}

void telex_parser_restart(telex_parser *parser, const char *path, const char *member)
{
	parser->path = path;
	parser->member = member;
	begin_source(parser);
}

uint64_t telex_parser_passed_over(const telex_parser *parser)
{
	return parser->reader.counts.passed_over;
}

telex_status telex_parser_feed(telex_parser *parser, telex_slice bytes, telex_feed_flags flags,
			       telex_error *reterr)
{
	if (reterr != NULL)
		*reterr = (telex_error){.path = parser->path};
	if (((unsigned)flags & ~(unsigned)TELEX_FEED_LAST) != 0)
		return tx_fail(reterr, TELEX_ERR_USAGE, "not flags of feeding: 0x%x",
			       (unsigned)flags);
	return tx_reader_feed(&parser->reader, bytes, (flags & TELEX_FEED_LAST) != 0, reterr);
}
