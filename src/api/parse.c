/* telex.h: a whole source in one call. */
#include "telex/telex.h"

/* Give all dispatches to the sink.  The first error of one that gave no record is the result. */
static telex_status give_all(telex_parser *parser, telex_record_sink *sink, void *user,
			     telex_error *reterr)
{
	telex_status status, first = TELEX_OK;
	const telex_record *record;
	telex_error error;
	int stops = 0;

	while (stops == 0 && (status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK) {
			stops = sink(user, record, NULL);
			continue;
		}
		if (first == TELEX_OK && reterr != NULL)
			*reterr = error;
		first = first == TELEX_OK ? status : first;
		if (status == TELEX_ERR_MEMORY) {
			if (reterr != NULL)
				*reterr = error;
			return status;
		}
		stops = sink(user, NULL, &error);
	}
	return stops != 0 ? TELEX_OK : first;
}

telex_status telex_parse(const char *bytes, size_t len, const telex_options *options,
			 telex_record_sink *sink, void *user, telex_error *reterr)
{
	telex_parser *parser;
	telex_status status = telex_parser_new(options, &parser, reterr);

	if (status != TELEX_OK)
		return status;
	status = telex_parser_feed(parser, (telex_slice){bytes, len}, TELEX_FEED_LAST, reterr);
	if (status == TELEX_OK)
		status = give_all(parser, sink, user, reterr);
	telex_parser_free(parser);
	return status;
}
