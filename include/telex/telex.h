/* telex: wire-service dispatches in, normalized records out.
 *
 * One parser reads one source (a file, a message, a stream) and gives its dispatches one after the
 * other. A record is read-only and lives until the next call with its parser.
 *
 *     telex_parser *parser;
 *     const telex_record *record;
 *     telex_slice json;
 *
 *     telex_parser_new(NULL, &parser, NULL);
 *     telex_parser_feed(parser, bytes, TELEX_LAST, NULL);
 *     while (telex_parser_next(parser, &record, NULL) == TELEX_OK)
 *             if (telex_record_write(record, TELEX_TO_RECORD, 0, &json, NULL) == TELEX_OK)
 *                     printf("%.*s", (int)json.len, json.ptr);
 *     telex_parser_free(parser);
 *
 * Words used for ownership in this header, and no others:
 *   borrow  the library points into memory that somebody else keeps alive, as long as the comment
 * says; own     the caller must release it with the function named; static  never released.
 *
 * The library never prints, exits, reads the environment, calls setlocale() or keeps file-scope
 * state: any number of threads may use it at once, each with parsers of its own.
 */
#ifndef TELEX_TELEX_H
#define TELEX_TELEX_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) && !defined(_WIN32)
#define TELEX_API __attribute__((visibility("default")))
#else
#define TELEX_API
#endif

/** Version of this library and, first, of the record's format. */
#define TELEX_RECORD_VERSION "1.0"

/** Borrowed bytes, not NUL-terminated.  Text is always valid UTF-8.  `ptr` may be NULL when `len`
 * is 0. */
typedef struct telex_slice {
	const char *ptr;
	size_t len;
} telex_slice;

/** What happened.  One status for each thing that a caller would do differently. */
typedef enum telex_status {
	TELEX_OK,          /**< Done. */
	TELEX_END,         /**< No dispatch is left: feed more bytes, or stop after #TELEX_LAST. */
	TELEX_ERR_MEMORY,  /**< An allocation failed.  The parser may be freed and nothing else. */
	TELEX_ERR_USAGE,   /**< An argument is wrong (an unknown charset, agency, date …). */
	TELEX_ERR_CHARSET, /**< The bytes are not in the charset that was named. */
	TELEX_ERR_EMPTY,   /**< The source holds no text. */
	TELEX_ERR_BINARY,  /**< The source is not text. */
	TELEX_ERR_SYNTAX,  /**< An envelope is broken so that nothing can be taken from it. */
	TELEX_ERR_TOO_BIG, /**< A dispatch is larger than `max_bytes`; it is left out, and the
			      next call goes on after it. */
	TELEX_ERR_IO       /**< Reading or writing failed. */
} telex_status;

/** An error as plain data: copy it, print it, keep it. */
typedef struct telex_error {
	telex_status status;
	uint32_t line;     /**< From 1; 0 = no position. */
	uint32_t column;   /**< In characters, from 1; 0 = no position. */
	uint64_t offset;   /**< In bytes of the source, from 0. */
	const char *path;  /**< The `path` option, borrowed from it; NULL without one. */
	char message[160]; /**< English, lower case, no full stop, NUL-terminated UTF-8. */
} telex_error;

/** What the input does not say.  Zero-initialise it; every zero means "the default".  All strings
 * are borrowed until telex_parser_new() returns, but for `path`: until the parser is freed. */
typedef struct telex_options {
	const char
		*path; /**< Name of the source: record key `source.path`, and a hint for dates. */
	const char *member; /**< Member of an archive: record key `source.member`. */
	const char *from; /**< Input format by name (see telex_format()); NULL or "auto": recognise
			     it. */
	const char *charset; /**< Charset of the input as iconv names it; NULL: recognise it. */
	const char
		*agency; /**< Code of the agency whose house style applies (see telex_agency()). */
	const char *language; /**< BCP 47 tag of the text. */
	const char *
		reference_date; /**< "YYYY-MM-DD": the day near which a date without a year lies. */
	const char *text_key;   /**< Of lines of JSON: the key that holds raw text. */
	const char *id_key;     /**< Of lines of JSON: the key that holds their identifier. */
	const char *subjects;   /**< Path of a vocabulary as the IPTC publishes it (JSON): names of
				   subjects. It is read by telex_parser_new(). */
	const char *fields;     /**< Keys of the record to write, "headline,body"; or not to write,
				   "-body,-notes"; NULL: all. */
	const char *split; /**< Of plain text: "never": it is one dispatch; another text: a line
			      of it is between two dispatches; NULL or "auto": where a second
			      dateline follows an end mark and a sign-off, or a separator. */
	const char *hosts; /**< Of crawls (WARC): names of hosts, parted by commas: only pages of
			      them and of hosts in their domains are read; NULL: all. */
	size_t max_bytes;  /**< Largest dispatch; 0: 16 MiB. */
	unsigned flags;    /**< TELEX_NO_PLACES, TELEX_LEFTOVERS. */
} telex_options;

/** telex_options.flags: do not look datelines' places up. */
#define TELEX_NO_PLACES 1U

/** telex_options.flags: keep what envelopes state and no key takes, for telex_record_leftover(). */
#define TELEX_LEFTOVERS 2U

/** telex_parser_feed(): no more bytes come after these. */
#define TELEX_LAST 1U

/** Outputs of telex_record_write(). */
typedef enum telex_output {
	TELEX_TO_RECORD, /**< The record: one JSON object on one line, docs/record.md. */
	TELEX_TO_TOKENS, /**< The tokens: one JSON object a line. */
	TELEX_TO_VIEW,   /**< The dispatch as a person reads it, each field named in the margin. */
	TELEX_TO_NINJS,  /**< An item of ninjs 3.1 (IPTC) on one line, docs/ninjs.md. */
	TELEX_TO_NINJS2  /**< An item of ninjs 2.1. */
} telex_output;

/** Flags of telex_record_write(). */
#define TELEX_PRETTY 1U /**< Indented JSON. */
#define TELEX_SPANS  2U /**< With the key `spans`. */
#define TELEX_COLOR  4U /**< The view in colours of the terminal. */
#define TELEX_HASH   8U /**< With the key `source.hash`. */

/** A finding that did not stop the dispatch. */
typedef struct telex_warning {
	const char *code;    /**< Stable name, "dateline-missing"; static. */
	telex_slice message; /**< Borrowed from the record. */
	uint32_t line;       /**< In the source, from 1. */
	uint32_t column;     /**< In characters, from 1. */
} telex_warning;

/** A token of the dispatch's text.  The tokens of a record tile its text: they cover it in order,
 * without a gap or an overlap. */
typedef struct telex_token {
	const char *kind; /**< "dateline", "paragraph", …; static. */
	const char *note; /**< Kind of a note token ("correction", …), else NULL; static. */
	telex_slice text; /**< Borrowed from the record. */
	uint64_t offset;  /**< In bytes of the source's UTF-8 form. */
} telex_token;

typedef struct telex_parser telex_parser;
typedef struct telex_record telex_record;

/** Version of the library, "1.0.0".  Static. */
TELEX_API const char *telex_version(void);

/** The credits that the licences of the data inside the library ask for.  Static. */
TELEX_API const char *telex_credits(void);

/** Name of a status in words ("out of memory").  Static. */
TELEX_API const char *telex_status_text(telex_status status);

/** Start a parser for one source.
 * \param[in]  options     Borrowed for the call; NULL for the defaults.
 * \param[out] ret_parser  Set on success; own, release with telex_parser_free().
 * \param[out] reterr      Filled on failure; may be NULL.
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_USAGE; of `options.subjects` TELEX_ERR_IO,
 * TELEX_ERR_SYNTAX. */
TELEX_API telex_status telex_parser_new(const telex_options *options, telex_parser **ret_parser,
					telex_error *reterr);

/** Pages of this source, a crawl, that hold no dispatch: they are passed over without an error. */
TELEX_API uint64_t telex_parser_passed_over(const telex_parser *parser);

/** Release a parser and its record.  NULL is a no-op. */
TELEX_API void telex_parser_free(telex_parser *parser);

/** Use the parser for another source: the options stay but for the names, all bytes and counts are
 * forgotten, the memory is kept. \param[in] path, member  Borrowed until the next restart or the
 * parser's end; may be NULL. */
TELEX_API void telex_parser_restart(telex_parser *parser, const char *path, const char *member);

/** Give the parser the next bytes of its source, in any portions.  They are copied.
 * \param[in] flags  TELEX_LAST with the last portion (which may be empty), else 0.
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_CHARSET (by `options.charset`), TELEX_ERR_USAGE
 * (after the last portion). */
TELEX_API telex_status telex_parser_feed(telex_parser *parser, telex_slice bytes, unsigned flags,
					 telex_error *reterr);

/** Parse the next dispatch.
 * \param[out] ret_record  Set on success; borrowed until the next call with this parser.
 * \return TELEX_OK; TELEX_END when no whole dispatch is there; an error for a dispatch that gives
 * no record: the parser stands behind it, and the next call goes on with the next dispatch. */
TELEX_API telex_status telex_parser_next(telex_parser *parser, const telex_record **ret_record,
					 telex_error *reterr);

/** A text by the name of its key, those of objects joined by dots: "headline", "dateline.text",
 * "agency.code", "zone_from.issued"; docs/record.md has the keys.
 * \return The text as in the written record, borrowed from the record; `.ptr` is NULL when the
 * record has no such key, or when its value is not a string. */
TELEX_API telex_slice telex_record_text(const telex_record *record, const char *key);

/** Number of entries of a list by the name of its key: "body", "byline.authors", "subjects".  0
 * when the record has no such list. */
TELEX_API size_t telex_record_count(const telex_record *record, const char *key);

/** A text of entry `index` of such a list: `key` is the list's, and after it that of the entry when
 * entries are objects: "body", "byline.authors.name", "subjects.code".  `.ptr` is NULL beyond the
 * end, or when the entry has no such text. */
TELEX_API telex_slice telex_record_item(const telex_record *record, const char *key, size_t index);

/** Warning number `index`: 1 and `*ret_warning` filled, or 0 beyond the last one. */
TELEX_API int telex_record_warning(const telex_record *record, size_t index,
				   telex_warning *ret_warning);

/** What the envelope states and no key takes, number `index`: 1 and the path of the element or key
 * with its text, both borrowed from the record, or 0 beyond the last.  Kept with TELEX_LEFTOVERS.
 */
TELEX_API int telex_record_leftover(const telex_record *record, size_t index, telex_slice *ret_name,
				    telex_slice *ret_text);

/** Token number `index`: 1 and `*ret_token` filled, or 0 beyond the last one. */
TELEX_API int telex_record_token(const telex_record *record, size_t index, telex_token *ret_token);

/** Write a record.
 * \param[in]  flags     TELEX_PRETTY, TELEX_SPANS, TELEX_COLOR.
 * \param[out] ret_text  The text, ending with a newline; borrowed until the next call with the
 * record's parser or the next telex_record_write(). \return TELEX_OK, TELEX_ERR_MEMORY. */
TELEX_API telex_status telex_record_write(const telex_record *record, telex_output output,
					  unsigned flags, telex_slice *ret_text,
					  telex_error *reterr);

/** Takes a portion of what is written; `bytes` are borrowed for the call. */
typedef void telex_sink(void *user, telex_slice bytes);

/** Write a record in portions, so that a large one need not be in memory as a whole (an indented
 * one is). \param[in] sink, user  Called with each portion, in order, and `user`. \return As
 * telex_record_write(); after TELEX_ERR_MEMORY what has been sent is not a whole record. */
TELEX_API telex_status telex_record_send(const telex_record *record, telex_output output,
					 unsigned flags, telex_sink *sink, void *user,
					 telex_error *reterr);

/** Agency number `index` of the table of house styles: 1 and the static code and name, or 0 beyond
 * the last. */
TELEX_API int telex_agency(size_t index, const char **ret_code, const char **ret_name);

/** Input format number `index`: 1 and its static name and description, or 0 beyond the last. */
TELEX_API int telex_format(size_t index, const char **ret_name, const char **ret_description);

/** Key number `index` of the record, in the order of docs/record.md: 1 and its static name, or 0
 * beyond the last.  `telex` and `spans` are not among them. */
TELEX_API int telex_key(size_t index, telex_slice *ret_name);

/** Warning code number `index`: 1 and its static code and meaning, or 0 beyond the last. */
TELEX_API int telex_warning_code(size_t index, const char **ret_code, const char **ret_meaning);

#ifdef __cplusplus
}
#endif

#endif
