/* Print the headline, byline and places of each dispatch on standard input.
 *
 *     cc example.c $(pkg-config --cflags --libs telex) && ./a.out < dispatches.txt */
#include <stdio.h>
#include <telex/telex.h>

static void print(const char *label, telex_slice text)
{
	if (text.ptr != NULL)
		printf("%s: %.*s\n", label, (int)text.len, text.ptr);
}

static void print_record(const telex_record *record)
{
	print("headline", telex_record_text(record, "headline"));
	print("byline", telex_record_text(record, "byline.text"));
	for (size_t i = 0; i < telex_record_count(record, "dateline.places"); i++)
		print("place", telex_record_item(record, "dateline.places.name", i));
}

/* Everything that is whole in what the parser has been given. */
static void print_records(telex_parser *parser)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			print_record(record);
		else
			fprintf(stderr, "example: %s\n", error.message);
	}
}

int main(void)
{
	static char bytes[1 << 16];
	telex_parser *parser;
	telex_error error;
	size_t len;

	if (telex_parser_new(NULL, &parser, &error) != TELEX_OK) {
		fprintf(stderr, "example: %s\n", error.message);
		return 1;
	}
	do {
		len = fread(bytes, 1, sizeof(bytes), stdin);
		if (telex_parser_feed(parser, (telex_slice){bytes, len}, len == 0 ? TELEX_LAST : 0,
				      &error) != TELEX_OK)
			break;
		print_records(parser);
	} while (len > 0);
	telex_parser_free(parser);
	return 0;
}
