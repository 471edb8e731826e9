/* Print the headline, authors, place, time and copy of each dispatch on standard input, which may be a
 * stream without an end.
 *
 *     cc example.c $(pkg-config --cflags --libs telex) && ./a.out < dispatches.txt */
#include <stdio.h>
#include <telex/telex.h>

static void print(const char *label, telex_slice text)
{
	if (text.ptr != NULL)
		printf("%s: %.*s\n", label, (int)text.len, text.ptr);
}

static void print_blocks(const telex_record *record)
{
	static const char *const labels[] = {
		[TELEX_BLOCK_PARAGRAPH] = "paragraph",
		[TELEX_BLOCK_CROSSHEAD] = "crosshead",
		[TELEX_BLOCK_TABLE] = "table",
	};
	telex_block block;

	for (size_t i = 0; telex_record_block(record, i, &block) != 0; i++)
		print(labels[block.kind], block.text);
}

static void print_record(const telex_record *record)
{
	telex_author author;
	telex_place place;
	telex_time issued;

	print("headline", telex_record_text(record, "headline"));
	for (size_t i = 0; telex_record_author(record, i, &author) != 0; i++)
		print("author", author.name);
	for (size_t i = 0; telex_record_place(record, i, &place) != 0; i++)
		print("place", place.canonical.ptr != NULL ? place.canonical : place.name);
	if (telex_record_time(record, TELEX_TIME_ISSUED, &issued) != 0)
		printf("issued: %lld seconds after 1970\n", (long long)issued.seconds);
	print_blocks(record);
}

/* All dispatches that are whole in what the parser has been given.  False when memory is short. */
static int print_records(telex_parser *parser)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			print_record(record);
		else
			fprintf(stderr, "example: line %u: %s\n", (unsigned)error.line,
				error.message);
		if (status == TELEX_ERR_MEMORY)
			return 0;
	}
	return 1;
}

int main(void)
{
	static char bytes[1 << 16];
	telex_options options = {.size = sizeof(options), .path = "standard input"};
	telex_parser *parser;
	telex_error error;
	size_t len;

	if (telex_parser_new(&options, &parser, &error) != TELEX_OK) {
		fprintf(stderr, "example: %s\n", error.message);
		return 1;
	}
	do {
		len = fread(bytes, 1, sizeof(bytes), stdin);
		if (telex_parser_feed(parser, (telex_slice){bytes, len},
				      len == 0 ? TELEX_FEED_LAST : TELEX_FEED_MORE,
				      &error) != TELEX_OK) {
			fprintf(stderr, "example: %s\n", error.message);
			break;
		}
	} while (print_records(parser) && len > 0);
	telex_parser_free(parser);
	return 0;
}
