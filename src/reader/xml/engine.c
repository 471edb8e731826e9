/* Running libxml2's SAX2 parser over one frame.
 *
 * The parser's context and its dictionary of names are kept from frame to frame; a dictionary that
 * a stream has filled with strange names is dropped.  A document that is not well-formed is read on
 * in libxml2's recovery mode, and its stories warn of the first thing that is wrong.  Left out, on
 * purpose: external subsets and entities, general entities of the internal subset (they stay as
 * written), attributes that it gives a default value, validation. */
#include "reader/xml/engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/block.h"
#include "core/error.h"
#include "reader/xml/memory_guard.h"

#define DICTIONARY_MAX 20000 /* names */
#define FRAME_MAX      INT32_MAX
#define PORTIONS_MAX   10000000 /* bytes of a construct that libxml2 reads in portions */
#define INPUT_KEEP                                                                                 \
	((size_t)64 << 10) /* bytes of a frame that libxml2 may keep until the next one */

static const int parse_options =
	XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC;

static bool make_context(struct tx_xml *xml)
{
	if (xml->context != NULL && xmlDictSize(xml->context->dict) > DICTIONARY_MAX) {
		xmlFreeParserCtxt(xml->context);
		xml->context = NULL;
		memset(xml->cache, 0, sizeof(xml->cache));
	}
	if (xml->context != NULL)
		return true;
	xml->context = xmlNewParserCtxt();
	if (xml->context == NULL)
		return false;
	*xml->context->sax = (xmlSAXHandler){
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = tx_xml_start,
		.endElementNs = tx_xml_end,
		.characters = tx_xml_characters,
		.ignorableWhitespace = tx_xml_characters,
		.cdataBlock = tx_xml_characters,
		.externalSubset = tx_xml_end_subset,
		.getEntity = tx_xml_entity,
		.serror = (xmlStructuredErrorFunc)tx_xml_error,
	};
	xml->context->userData = xml;
	return true;
}

/* The names of a format, made when it is first met.  False when memory is short. */
static bool set_format(struct tx_xml *xml, const struct tx_xml_format *format)
{
	struct tx_xml_names *names = xml->known;

	if (xml->format == format)
		return true;
	while (names != NULL && names->format != format)
		names = names->next;
	if (names == NULL) {
		names = tx_xml_names_new(format);
		if (names == NULL)
			return false;
		names->next = xml->known;
		xml->known = names;
	}
	xml->format = format;
	xml->names = names;
	memset(xml->cache, 0, sizeof(xml->cache));
	return true;
}

static struct tx_xml *get_engine(struct tx_reader *reader)
{
	if (reader->xml == NULL)
		reader->xml = calloc(1, sizeof(*reader->xml));
	return reader->xml;
}

void tx_xml_init(void)
{
	xmlInitParser();
}

void tx_xml_free(struct tx_xml *xml)
{
	if (xml == NULL)
		return;
	if (xml->context != NULL)
		xmlFreeParserCtxt(xml->context);
	tx_xml_names_free(xml->known);
	tx_buffer_done(&xml->capture);
	tx_buffer_done(&xml->decoder.text);
	tx_markup_done(&xml->markup);
	free(xml);
}

/* What the bounds of a document have left out. */
static void warn_of_bounds(struct tx_xml *xml)
{
	const struct tx_xml_left_out *left_out = &xml->left_out;

	for (int i = 0; i < TX_XML_BOUND__COUNT; i++) {
		const char *message = tx_xml_bound_message((enum tx_xml_bound)i);
		if (left_out->count[i] > 0)
			tx_story_alert(xml->base, TX_WARN_ENVELOPE_BROKEN, left_out->line[i],
				       tx_slice_of(message));
	}
}

static uint32_t line_of_loose(const struct tx_xml_input *input)
{
	return 1 + (uint32_t)tx_count_byte(tx_slice_take(input->document, input->loose), '\n');
}

static bool begin(struct tx_xml *xml, struct tx_reader *reader)
{
	xml->reader = reader;
	xml->depth = xml->skipped = 0;
	xml->captures = xml->copies = xml->muted = 0;
	xml->capture.len = 0;
	xml->inside = TX_MARKUP_IN_COPY;
	xml->after_end = false;
	xml->space = xml->root_space = NULL;
	xml->muted_rule.field = TX_FIELD__COUNT;
	xml->story = xml->kept = NULL;
	xml->entry_in_hand = NULL;
	xml->scope = NULL;
	xml->flag = xml->has_plain = xml->data_has_markup = false;
	xml->capture.failed = xml->markup.failed = xml->decoder.text.failed = false;
	xml->decoder.left = 0;
	xml->failed = xml->told = xml->told_entity = false;
	xml->message[0] = '\0';
	xml->base = tx_story_new(&reader->arena, xml->format->name);
	tx_markup_begin(&xml->markup, &reader->copy);
	if (xml->base != NULL && xml->input.fixed)
		tx_story_alert(
			xml->base, TX_WARN_ENVELOPE_BROKEN, line_of_loose(&xml->input),
			TX_LIT("not well-formed XML: an ampersand that begins no reference"));
	if (xml->base != NULL)
		warn_of_bounds(xml);
	return xml->base != NULL;
}

/* A story whose element never ended, or that an item of the frame should have been. */
static void end_open_story(struct tx_xml *xml)
{
	if (xml->story != NULL)
		tx_xml_end_story(xml);
}

static telex_status nothing_found(const struct tx_xml *xml, telex_error *reterr)
{
	if (xml->message[0] != '\0')
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, xml->error_line, 1, "%s",
				  xml->message);
	return tx_fail(reterr, TELEX_ERR_EMPTY,
		       "no dispatch in this %s document (pictures, packages or concepts only)",
		       xml->format->name);
}

/* Run the parser over a frame.  False when memory is short. */
static bool parse(struct tx_xml *xml, struct tx_reader *reader, int options)
{
	struct tx_xml_guard guard;

	tx_xml_guard_begin(&guard);
	bool good = make_context(xml) && begin(xml, reader);
	if (good) {
		xmlDocPtr document = xmlCtxtReadIO(xml->context, tx_xml_input_read, NULL,
						   &xml->input, NULL, NULL, options);
		xmlFreeDoc(document);
		good = xml->context->errNo != XML_ERR_NO_MEMORY;
	}
	return tx_xml_guard_end(&guard) && good;
}

/* The document encoded, unless that is what libxml2 finds fault with; or one large construct, which
 * it reads in portions only when it is asked to. */
static bool parse_encoded(struct tx_xml *xml, struct tx_reader *reader, telex_slice frame)
{
	struct tx_stories before = reader->stories;
	bool large = frame.len > PORTIONS_MAX;

	tx_xml_input_begin(&xml->input, frame, true);
	if (!parse(xml, reader, parse_options))
		return false;
	if (!xml->told || (!xml->input.encoded && !large))
		return true;
	reader->stories = before;
	if (before.last != NULL)
		before.last->next = NULL;
	tx_xml_input_begin(&xml->input, frame, false);
	return parse(xml, reader, parse_options | (large ? XML_PARSE_HUGE : 0));
}

telex_status tx_xml_unwrap(struct tx_reader *reader, const struct tx_xml_format *format,
			   telex_slice frame, telex_error *reterr)
{
	struct tx_xml *xml = get_engine(reader);
	size_t before = reader->stories.count;

	if (frame.len > FRAME_MAX)
		return tx_fail(reterr, TELEX_ERR_TOO_BIG, "the document is larger than 2 GiB");
	if (xml == NULL)
		return tx_fail_memory(reterr);
	frame = tx_xml_bound(frame, &reader->arena, &xml->left_out);
	if (frame.ptr == NULL)
		return tx_fail_memory(reterr);
	if (!set_format(xml, format) || !parse_encoded(xml, reader, frame))
		return tx_fail_memory(reterr);
	end_open_story(xml);
	/* libxml2 keeps its buffer until the context is used again. */
	if (frame.len > INPUT_KEEP)
		xmlCtxtReset(xml->context);
	if (xml->failed || xml->base->failed || xml->markup.failed || reader->copy.failed ||
	    xml->capture.failed || xml->decoder.text.failed)
		return tx_fail_memory(reterr);
	return reader->stories.count > before ? TELEX_OK : nothing_found(xml, reterr);
}
