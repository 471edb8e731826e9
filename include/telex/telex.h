/* telex: wire-service dispatches in, normalized records out.
 *
 * This program prints the record of each dispatch on its standard input:
 *
 *     #include <stdio.h>
 *     #include <telex/telex.h>
 *
 *     static int print(void *user, const telex_record *record, const telex_error *error)
 *     {
 *             telex_slice json;
 *             telex_error failure;
 *
 *             (void)user;
 *             if (record == NULL)
 *                     fprintf(stderr, "line %u: %s\n", (unsigned)error->line, error->message);
 *             else if (telex_record_write(record, TELEX_TO_RECORD, TELEX_WRITE_DEFAULT, &json,
 *                                         &failure) == TELEX_OK)
 *                     fwrite(json.ptr, 1, json.len, stdout);
 *             else
 *                     fprintf(stderr, "%s\n", failure.message);
 *             return 0;
 *     }
 *
 *     int main(void)
 *     {
 *             static char bytes[1 << 20];
 *             size_t len = fread(bytes, 1, sizeof(bytes), stdin);
 *
 *             return telex_parse(bytes, len, NULL, print, NULL, NULL) != TELEX_OK;
 *     }
 *
 * A parser does the same for a source that comes in portions, and keeps its memory from source to
 * source: telex_parser_new(), telex_parser_feed() and telex_parser_next(), which is called until it
 * returns TELEX_END:
 *
 *     while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
 *             if (status == TELEX_OK)
 *                     use(record);
 *             else
 *                     report(&error);
 *             if (status == TELEX_ERR_MEMORY)
 *                     break;
 *     }
 *
 * A record is read-only and is valid until the next call with its parser.
 *
 * Ownership, in the comments below:
 *   borrow   memory that another side keeps alive, for as long as the comment says;
 *   own      the caller releases it with the function that the comment names;
 *   static   is never released.
 *
 * The library never prints, exits, reads the environment, calls setlocale() or keeps file-scope
 * state: any number of threads may use it at once, each with parsers of its own.
 */
#ifndef TELEX_TELEX_H
#define TELEX_TELEX_H

#include <stddef.h>
#include <stdint.h>

/** Version of this header; telex_version() is that of the library. */
#define TELEX_VERSION_MAJOR 1
#define TELEX_VERSION_MINOR 0
#define TELEX_VERSION_PATCH 0

/** The version as one number, for comparisons: 1.2.3 is 10203. */
#define TELEX_VERSION_NUMBER                                                                       \
	(TELEX_VERSION_MAJOR * 10000 + TELEX_VERSION_MINOR * 100 + TELEX_VERSION_PATCH)

/** Version of the record's format: the value of its key `telex`. */
#define TELEX_RECORD_VERSION "1.0"

#if defined(__GNUC__) && !defined(_WIN32)
#define TELEX_API __attribute__((visibility("default")))
#else
#define TELEX_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed bytes, not NUL-terminated.  Text is valid UTF-8.  `ptr` may be NULL when `len` is 0; a
 * text that a record does not have has a `ptr` of NULL. */
typedef struct telex_slice {
	const char *ptr;
	size_t len;
} telex_slice;

/** Bytes [start, end) of the source in its UTF-8 form; both are 0 for what is not in the text. */
typedef struct telex_span {
	uint64_t start;
	uint64_t end;
} telex_span;

/* ---- Errors ------------------------------------------------------------------------------- */

/** What happened.  One status for each thing that a caller would do differently. */
typedef enum telex_status {
	TELEX_OK,          /**< Done. */
	TELEX_END,         /**< No dispatch is left: feed more bytes, or stop after the last. */
	TELEX_ERR_MEMORY,  /**< An allocation failed.  Only telex_parser_free() may follow. */
	TELEX_ERR_USAGE,   /**< An argument is wrong (an unknown charset, agency, date, flag). */
	TELEX_ERR_CHARSET, /**< The bytes are not in the charset that was named. */
	TELEX_ERR_EMPTY,   /**< The source holds no text. */
	TELEX_ERR_BINARY,  /**< The source is not text. */
	TELEX_ERR_SYNTAX,  /**< An envelope is so broken that nothing can be taken from it. */
	TELEX_ERR_TOO_BIG, /**< A dispatch is larger than `max_bytes`; the next call goes on after it. */
	TELEX_ERR_IO       /**< Reading or writing failed. */
} telex_status;

/** An error as plain data: it may be copied and kept, but for `path`. */
typedef struct telex_error {
	telex_status status;
	uint32_t line;     /**< From 1; 0 = no position. */
	uint32_t column;   /**< In characters, from 1; 0 = no position. */
	uint64_t offset;   /**< In bytes of the source, from 0. */
	const char *path;  /**< The option `path`, borrowed as it is; NULL without one. */
	char message[160]; /**< English, lower case, no full stop, NUL-terminated UTF-8. */
} telex_error;

/** A status in words ("out of memory").  Static. */
TELEX_API const char *telex_status_text(telex_status status);

/* ---- Options ------------------------------------------------------------------------------ */

/** Flags have types and bits of their own: one of another function is TELEX_ERR_USAGE. */
typedef enum telex_parse_flags {
	TELEX_PARSE_DEFAULT = 0,
	TELEX_PARSE_NO_PLACES = 0x10, /**< Do not look the dateline's places up. */
	TELEX_PARSE_LEFTOVERS = 0x20  /**< Keep what telex_record_leftover() gives. */
} telex_parse_flags;

typedef enum telex_feed_flags {
	TELEX_FEED_MORE = 0, /**< More bytes may follow. */
	TELEX_FEED_LAST = 1  /**< These are the last bytes of the source. */
} telex_feed_flags;

typedef enum telex_write_flags {
	TELEX_WRITE_DEFAULT = 0,
	TELEX_WRITE_PRETTY = 0x100, /**< Indented JSON. */
	TELEX_WRITE_SPANS = 0x200,  /**< The record with the key `spans`. */
	TELEX_WRITE_COLOR = 0x400,  /**< JSON and the view in colours of the terminal. */
	TELEX_WRITE_HASH = 0x800    /**< The record with the key `source.hash`. */
} telex_write_flags;

/** What the input does not say.  Set `size` and leave the rest zero for the defaults:
 *
 *     telex_options options = {.size = sizeof(options), .agency = "EFE"};
 *
 * Strings are borrowed for the call that takes the options, but for `path`. */
typedef struct telex_options {
	/** sizeof(telex_options): how much of it the program knows. */
	size_t size;
	/** Name of the source: the key `source.path`, and a hint for dates.  Borrowed until the
	 * parser is freed or restarted; its errors have it too. */
	const char *path;
	/** Member of an archive: the key `source.member`. */
	const char *member;
	/** Input format by name, see telex_format(); NULL or "auto": recognise it. */
	const char *from;
	/** Charset of the input as iconv names it; NULL: recognise it. */
	const char *charset;
	/** Code of the agency whose style applies, see telex_agency(). */
	const char *agency;
	/** BCP 47 tag of the text. */
	const char *language;
	/** "YYYY-MM-DD": a date without a year is the one nearest to this day. */
	const char *reference_date;
	/** With lines of JSON: the key that has the raw text. */
	const char *text_key;
	/** With lines of JSON: the key that has their identifier. */
	const char *id_key;
	/** Path of a vocabulary as the IPTC publishes it (JSON): names of subjects. */
	const char *subjects;
	/** Keys of the record to write, "headline,body"; or not to write, "-body,-notes"; NULL: all. */
	const char *fields;
	/** With plain text, "never": it is one dispatch; another text: a line of it is between two
	 * dispatches; NULL or "auto": a second dateline after an end mark and a sign-off, or a
	 * separator, begins another one. */
	const char *split;
	/** For TELEX_TO_CSV, _TSV and _TEXT: paths of keys with commas between them,
	 * "headline,dateline.places.0.country"; NULL: the usual ones. */
	const char *columns;
	/** With crawls (WARC): names of hosts, with commas between them: only pages of these and of
	 * hosts in their domains are read; NULL: all. */
	const char *hosts;
	/** Largest dispatch, in bytes; 0: 16 MiB. */
	size_t max_bytes;
	telex_parse_flags flags;
	/** With TELEX_TO_VIEW: columns, 60 to 200; 0: 80. */
	unsigned view_columns;
} telex_options;

/* ---- Parsing ------------------------------------------------------------------------------ */

typedef struct telex_parser telex_parser;
typedef struct telex_record telex_record;

/** Takes a dispatch.
 * \param[in] user    As given to telex_parse().
 * \param[in] record  Borrowed for the call; NULL for a dispatch that gives no record.
 * \param[in] error   Why not, borrowed for the call; NULL with a record.
 * \return 0 to go on, another value to stop. */
typedef int telex_record_sink(void *user, const telex_record *record, const telex_error *error);

/** Parse a whole source and give each of its dispatches to `sink`.
 * \param[in]  bytes, len  The source, borrowed for the call.
 * \param[in]  options     Borrowed for the call; NULL for the defaults.
 * \param[out] reterr      Filled unless TELEX_OK is returned; may be NULL.
 * \return TELEX_OK, also when `sink` stopped it; TELEX_ERR_MEMORY, which ends it; what
 * telex_parser_new() returns; or else, after the last dispatch, the first error that was given to
 * `sink`. */
TELEX_API telex_status telex_parse(const char *bytes, size_t len, const telex_options *options,
				   telex_record_sink *sink, void *user, telex_error *reterr);

/** Start a parser for one source.
 * \param[in]  options     Borrowed for the call, but for `path`; NULL for the defaults.
 * \param[out] ret_parser  Set on success; own, release with telex_parser_free().
 * \param[out] reterr      Filled on failure; may be NULL.
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_USAGE; for `options.subjects` TELEX_ERR_IO,
 * TELEX_ERR_SYNTAX. */
TELEX_API telex_status telex_parser_new(const telex_options *options, telex_parser **ret_parser,
					telex_error *reterr);

/** Pages of the source, a crawl, that have no dispatch: they give neither a record nor an error. */
TELEX_API uint64_t telex_parser_passed_over(const telex_parser *parser);

/** Release a parser and its record.  NULL is a no-op. */
TELEX_API void telex_parser_free(telex_parser *parser);

/** Use the parser for another source: the options stay but for the names, all bytes and counts are
 * forgotten, the memory is kept.
 * \param[in] path, member  Borrowed until the next restart or the parser's end; may be NULL. */
TELEX_API void telex_parser_restart(telex_parser *parser, const char *path, const char *member);

/** Give the parser the next bytes of its source, in any portions.  They are copied.
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_CHARSET (by `options.charset`), TELEX_ERR_USAGE
 * (after the last portion, or with a flag of another function). */
TELEX_API telex_status telex_parser_feed(telex_parser *parser, telex_slice bytes,
					 telex_feed_flags flags, telex_error *reterr);

/** Parse the next dispatch.
 * \param[out] ret_record  Set on success; borrowed until the next call with this parser.
 * \return TELEX_OK; TELEX_END when no whole dispatch is there; another error for a dispatch that
 * gives no record, after which the next call goes on with the next dispatch. */
TELEX_API telex_status telex_parser_next(telex_parser *parser, const telex_record **ret_record,
					 telex_error *reterr);

/* ---- A record by the names of its keys ---------------------------------------------------- */

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

/* ---- What is known about a dispatch --------------------------------------------------------- */

/** Codes of warnings: telex_warning_code() has their names and meanings.  Later versions add codes
 * after these. */
typedef enum telex_warning_id {
	TELEX_WARN_CHARSET_MIXED,
	TELEX_WARN_CONTROL_CHARACTERS,
	TELEX_WARN_DATELINE_MISSING,
	TELEX_WARN_BODY_MISSING,
	TELEX_WARN_WEEKDAY_MISMATCH,
	TELEX_WARN_DATE_INVALID,
	TELEX_WARN_FRAME_OPEN,
	TELEX_WARN_FRAME_JUNK,
	TELEX_WARN_CHARSET_LABEL,
	TELEX_WARN_ENVELOPE_BROKEN,
	TELEX_WARN_ENVELOPE_DISAGREES,
	TELEX_WARN_ENTITY_UNKNOWN,
	TELEX_WARN_AGENCY_AMBIGUOUS,
	TELEX_WARN_VALUE_UNREADABLE,
	TELEX_WARN_LINES_JOINED,
	TELEX_WARN_EMBARGO_UNCLEAR,
	TELEX_WARN_SECOND_DATELINE,
	TELEX_WARN_PAGE_PARTIAL,
	TELEX_WARN_MORE,
	TELEX_WARN_TAKE_MISSING
} telex_warning_id;

/** A finding that did not stop the dispatch. */
typedef struct telex_warning {
	telex_warning_id id;
	const char *code; /**< Stable name, "dateline-missing"; static. */
	telex_slice message;
	uint32_t line;   /**< In the source, from 1. */
	uint32_t column; /**< In characters, from 1. */
} telex_warning;

/** Warning number `index`: 1 and `*ret_warning` filled, or 0 beyond the last one. */
TELEX_API int telex_record_warning(const telex_record *record, size_t index,
				   telex_warning *ret_warning);

/** What the envelope states and no key of the record has, number `index`: 1, the path of the element
 * or key and its text, both borrowed from the record, or 0 beyond the last.  Kept with
 * TELEX_PARSE_LEFTOVERS. */
TELEX_API int telex_record_leftover(const telex_record *record, size_t index, telex_slice *ret_name,
				    telex_slice *ret_text);

/** A token of the dispatch's text.  The tokens of a record tile its text: they cover it in order,
 * without a gap or an overlap. */
typedef struct telex_token {
	const char *kind; /**< "dateline", "paragraph", …; static. */
	const char *note; /**< Kind of a note token ("correction", …), else NULL; static. */
	telex_slice text;
	uint64_t offset; /**< In bytes of the source's UTF-8 form. */
} telex_token;

/** Token number `index`: 1 and `*ret_token` filled, or 0 beyond the last one. */
TELEX_API int telex_record_token(const telex_record *record, size_t index, telex_token *ret_token);

/* ---- Writing ------------------------------------------------------------------------------ */

typedef enum telex_output {
	TELEX_TO_RECORD, /**< The record: one JSON object on one line, docs/record.md. */
	TELEX_TO_TOKENS, /**< The tokens: one JSON object a line. */
	TELEX_TO_VIEW,   /**< The dispatch as a person reads it, each field named in the margin. */
	TELEX_TO_NINJS,  /**< An item of ninjs 3.1 (IPTC) on one line, docs/ninjs.md. */
	TELEX_TO_NINJS2, /**< An item of ninjs 2.1. */
	TELEX_TO_CSV,    /**< A row of the option `columns` (RFC 4180), without a header. */
	TELEX_TO_TSV,    /**< The same with tabs; \\t, \\n, \\r and \\\\ in values. */
	TELEX_TO_TEXT,   /**< Plain text, or the values of the option `columns`, one a line. */
	TELEX_TO_HTML    /**< The view as a part of a page of HTML. */
} telex_output;

/** Write a record.
 * \param[out] ret_text  The text, ending with a newline; borrowed until the next call with the
 *                       record's parser, or the next telex_record_write() or telex_record_send().
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_USAGE (a flag of another function). */
TELEX_API telex_status telex_record_write(const telex_record *record, telex_output output,
					  telex_write_flags flags, telex_slice *ret_text,
					  telex_error *reterr);

/** Takes a portion of what is written; `bytes` are borrowed for the call. */
typedef void telex_sink(void *user, telex_slice bytes);

/** Write a record in portions, so that a large one need not be in memory as a whole.
 * \param[in] sink, user  `sink` is called with `user` and each portion, in order.
 * \return As telex_record_write(); after TELEX_ERR_MEMORY the portions are not a whole record. */
TELEX_API telex_status telex_record_send(const telex_record *record, telex_output output,
					 telex_write_flags flags, telex_sink *sink, void *user,
					 telex_error *reterr);

/* ---- What the library knows --------------------------------------------------------------- */

/* 1 and the values of entry `index`, which are static, or 0 beyond the last. */

/** The agencies whose styles are known. */
TELEX_API int telex_agency(size_t index, const char **ret_code, const char **ret_name);

/** The input formats. */
TELEX_API int telex_format(size_t index, const char **ret_name, const char **ret_description);

/** The keys of a record in the order of docs/record.md, `telex` and `spans` left out. */
TELEX_API int telex_key(size_t index, telex_slice *ret_name);

/** The codes of warnings: `index` is a telex_warning_id. */
TELEX_API int telex_warning_code(size_t index, const char **ret_code, const char **ret_meaning);

/** Version of the library, "1.0.0".  Static. */
TELEX_API const char *telex_version(void);

/** The credits that the licences of the data inside the library require.  Static. */
TELEX_API const char *telex_credits(void);

#ifdef __cplusplus
}

/* Flags of one type joined are of that type. */
inline telex_parse_flags operator|(telex_parse_flags a, telex_parse_flags b)
{
	return static_cast<telex_parse_flags>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

inline telex_write_flags operator|(telex_write_flags a, telex_write_flags b)
{
	return static_cast<telex_write_flags>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
#endif

#include <telex/record.h>

#endif
