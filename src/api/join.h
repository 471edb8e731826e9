/* A record that is for others too: it names the dispatches that it replaces, and has the text of
 * later takes after its own. */
#ifndef TX_API_JOIN_H
#define TX_API_JOIN_H

#include "api/parser.h"

/** What is added to the record that a parser has given last.  All zero before the first
 * tx_join_begin(); what it holds is the record's until the next one. */
struct tx_join {
	telex_parser *parser;
	struct tx_arena texts;
	struct tx_buffer replaces, body, crossheads, tables, notes, media, unparsed;
	bool has_parts;
};

/** Begin with the parser's record, to which the others are added. */
void tx_join_begin(struct tx_join *join, telex_parser *parser);

/** Name `other`, a record of another parser, as one that the record replaces; and what it replaced
 * itself. */
void tx_join_replace(struct tx_join *join, const telex_record *other);

/** The same for a later take, with its number, whose copy, media and notes (but those of the kind
 * update) are put after those that are there.  End mark, sign-off and whether another take follows
 * are the last one's; a status other than usable, an embargo or an expiry that the record does not
 * have is kept. */
void tx_join_part(struct tx_join *join, const telex_record *part, uint32_t take);

/** Add a warning.  False: the record has it. */
bool tx_join_warn(struct tx_join *join, enum tx_warning_code code, const char *message);

/** Make the record what was added.  False when memory was short: the record is not to be used. */
bool tx_join_end(struct tx_join *join);

/** Release the memory. */
void tx_join_done(struct tx_join *join);

#endif
