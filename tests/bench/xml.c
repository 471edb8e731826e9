/* XML documents through telex against libxml2's own SAX2 parse of the same bytes with handlers that
 * do nothing, in one process and in turn.
 *
 *     xml LIMIT FILE…
 *
 * libxml2 keeps its context from document to document, as telex does.  Prints both and their
 * ratio for each file and for all together; exit 1 when the whole is over LIMIT. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/parser.h>

#include "telex/telex.h"

#define ROUNDS    9
#define RUN_BYTES ((size_t)8 << 20)
#define FILE_MAX  ((size_t)1 << 20)

struct document {
	const char *path;
	char *data;
	size_t len;
};

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int namespace_count, const xmlChar **namespaces, int attribute_count,
		     int defaulted, const xmlChar **attributes)
{
	(void)user, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
	(void)attribute_count, (void)defaulted, (void)attributes;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void)user, (void)name, (void)prefix, (void)uri;
}

static void on_text(void *user, const xmlChar *text, int len)
{
	(void)user, (void)text, (void)len;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t repeats(const struct document *document)
{
	return RUN_BYTES / document->len + 1;
}

static double time_libxml(const struct document *document)
{
	xmlParserCtxtPtr context = xmlNewParserCtxt();

	*context->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
					.startElementNs = on_start,
					.endElementNs = on_end,
					.characters = on_text,
					.ignorableWhitespace = on_text,
					.cdataBlock = on_text};
	double start = now();
	for (size_t i = 0; i < repeats(document); i++)
		xmlFreeDoc(xmlCtxtReadMemory(
			context, document->data, (int)document->len, NULL, NULL,
			XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
	double seconds = now() - start;
	xmlFreeParserCtxt(context);
	return seconds;
}

static void write_all(telex_parser *parser)
{
	const telex_record *record;
	telex_slice text;

	for (telex_status status; (status = telex_parser_next(parser, &record, NULL)) != TELEX_END;)
		if (status == TELEX_OK)
			telex_record_write(record, TELEX_TO_RECORD, 0, &text, NULL);
}

static double time_telex(const struct document *document)
{
	telex_parser *parser;
	telex_slice bytes = {document->data, document->len};

	if (telex_parser_new(NULL, &parser, NULL) != TELEX_OK)
		exit(2);
	double start = now();
	for (size_t i = 0; i < repeats(document); i++) {
		telex_parser_restart(parser, NULL, NULL);
		telex_parser_feed(parser, bytes, TELEX_FEED_LAST, NULL);
		write_all(parser);
	}
	double seconds = now() - start;
	telex_parser_free(parser);
	return seconds;
}

static struct document read_document(const char *path)
{
	struct document document = {path, malloc(FILE_MAX), 0};
	FILE *file = fopen(path, "rb");

	if (file == NULL || document.data == NULL) {
		fprintf(stderr, "xml: cannot read: %s\n", path);
		exit(2);
	}
	document.len = fread(document.data, 1, FILE_MAX, file);
	fclose(file);
	return document;
}

static double least(double (*measure)(const struct document *), const struct document *document)
{
	double best = measure(document);

	for (int i = 1; i < ROUNDS; i++) {
		double seconds = measure(document);
		best = seconds < best ? seconds : best;
	}
	return best / (double)repeats(document);
}

int main(int argc, char **argv)
{
	double limit, floor_time = 0, own_time = 0;

	if (argc < 3) {
		fputs("usage: xml LIMIT FILE...\n", stderr);
		return 2;
	}
	limit = atof(argv[1]);
	for (int i = 2; i < argc; i++) {
		struct document document = read_document(argv[i]);
		double libxml = least(time_libxml, &document), telex = least(time_telex, &document);
		floor_time += libxml;
		own_time += telex;
		const char *name = strrchr(argv[i], '/');
		printf("%-32s %6zu bytes  libxml2 %6.1f us  telex %6.1f us  ratio %.2f\n",
		       name == NULL ? argv[i] : name + 1, document.len, libxml * 1e6, telex * 1e6,
		       telex / libxml);
		free(document.data);
	}
	printf("all: ratio %.2f (limit %.2f)\n", own_time / floor_time, limit);
	return own_time / floor_time > limit;
}
