/* The parts of a mail (MIME): which of them are its text, which go with it. */
#ifndef TX_READER_MAIL_PARTS_H
#define TX_READER_MAIL_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"
#include "reader/mail/charset.h"
#include "reader/mail/header.h"
#include "reader/story.h"

/** A part of the text, still encoded. */
struct tx_mail_section {
	struct tx_mail_entity entity;
	telex_slice type; /* of its content */
	bool html;
	telex_slice text; /* decoded; .ptr NULL: not yet */
	struct tx_mail_section *next;
};

struct tx_mail_sections {
	struct tx_mail_section *first, *last;
};

struct tx_mail_parts {
	struct tx_mail_decoder *decoder;
	telex_slice frame;      /* that all parts are slices of */
	struct tx_story *story; /* gets attachments and alerts */
	struct tx_mail_sections sections;
	struct tx_mail_section *spare; /* the text, when there are no sections */
	telex_slice message;           /* a mail inside the mail, likewise */
	size_t media_count, alert_count;
	bool has_text;  /* a part of the text has been found */
	bool leftovers; /* keep what no key takes */
};

/** Find the text of a mail and what is attached to it. */
void tx_mail_parts_find(struct tx_mail_parts *parts, const struct tx_mail_entity *mail);

/** The text of a section as UTF-8, without the signature. */
telex_slice tx_mail_section_text(struct tx_mail_parts *parts,
				 const struct tx_mail_section *section);

/** Whether each line of the section is one of its text. */
bool tx_mail_section_is_literal(const struct tx_mail_section *section);

/** The line of the frame, from 1, on which `at`, a slice of it, begins. */
uint32_t tx_mail_line_of(const struct tx_mail_parts *parts, telex_slice at);

void tx_mail_alert(struct tx_mail_parts *parts, enum tx_warning_code code, telex_slice at,
		   const char *message);

#endif
