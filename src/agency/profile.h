/* House styles as data: how one agency writes a dispatch.  One profile is one file of constants in this folder;
 * tx_profiles[] lists them all, sorted by code.  No other file of the program names an agency. */
#ifndef TX_AGENCY_PROFILE_H
#define TX_AGENCY_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/calendar.h"
#include "core/record.h"
#include "core/slice.h"

/** How an agency's mark is set in its datelines. */
enum tx_mark_form {
	TX_MARK_END,      /* ends the list */
	TX_MARK_BRACKETS, /* Madrid, 23 may (EFE).- */
	TX_MARK_SLASHES,  /* MOSCOW, January 21. /TASS/. */
	TX_MARK_BARE,     /* SAITAMA, Japan, Dec. 9 Kyodo -  */
	TX_MARK_LEADING   /* (ANSA) - ROMA, 11 OTT -  */
};

/** One mark.  `text` is compared without case; a final '*' stands for any letters, digits, '-', '/' or
 *  blanks that follow (brands: "EFE*" takes EFECOM, EFEverde, EFE-EPA); a leading '*' for any before. */
struct tx_mark {
	enum tx_mark_form form;
	const char *text;
};

/** Where a telling piece of text stands. */
enum tx_sign_place {
	TX_SIGN_END,       /* ends the list */
	TX_SIGN_END_MARK,  /* the last word of the body or a line of its own there: "EFE", "Lusa/Fim" */
	TX_SIGN_BYLINE,    /* closes the byline, or is its role line: ", Reuters", "AP Sports Writer" */
	TX_SIGN_FOOT,      /* begins a line of the foot: "AP-WF-", "dpa wsz jln" */
	TX_SIGN_FOOTER,    /* begins a line that is no part of the story and is dropped as a credit note */
	TX_SIGN_HEAD       /* begins a line of the head, or the headline */
};

/** A piece of text that only this agency writes, or that means something in its copy.  `text` as in
 *  struct tx_mark. */
struct tx_sign {
	enum tx_sign_place place;
	const char *text;
};

/** A label of this house in front of a headline or alone above it ("ALERTE", "(2nd LD)").
 *  Labels that all houses share are in tokenizer/labels.c. */
struct tx_label {
	const char *text;        /* without case; '#' stands for a number, which becomes the version */
	enum tx_note_kind note;
	unsigned urgency;        /* 0 = says nothing */
};

/** What a code of this house's envelopes means. */
struct tx_code {
	const char *code;
	const char *name;
};

enum tx_profile_flags {
	TX_STYLE_CAPS_PLACE = 1,      /* the dateline's place is in capitals */
	TX_STYLE_NO_MARK = 2,         /* a dateline may stand without mark: "CHICAGO, April 7 - " */
	TX_STYLE_SECTION_HEADLINE = 4,/* "Economía/Vivienda.- Headline": a section stands before the headline */
	TX_STYLE_DAY_SLASH = 8,       /* day/month in the dateline: "ROCHEFORT 31/07" */
	TX_STYLE_OWN_PARAGRAPH = 16,  /* the dateline is a paragraph of its own */
	TX_STYLE_PLAIN_SIGNOFF = 32,  /* groups of initials without '/' or '-' : "hvm vld", "dpa wsz jln npr" */
	TX_STYLE_DATE_AFTER_END = 64  /* mark, date and sign-off close the dispatch on lines of their own */
};

struct tx_profile {
	const char *code;             /* stable key: "EFE" */
	const char *name;             /* the agency's own name */
	const char *home;             /* ISO 3166-1 alpha-2 of its home country, "" for none */
	const char *language;         /* BCP 47 of its main service; never stated as a dispatch's language */
	unsigned calendars;           /* languages of its month names (enum tx_calendar_language) */
	unsigned flags;
	const struct tx_mark *marks;
	const struct tx_sign *signs;  /* may be NULL */
	const struct tx_label *labels;/* may be NULL; ends with a NULL text */
};

/** Every house style, sorted by code; the last entry is NULL. */
extern const struct tx_profile *const tx_profiles[];

/** Number of house styles. */
size_t tx_profile_count(void);

/** The profile with this code (without case), or NULL. */
const struct tx_profile *tx_profile_find(telex_slice code);

#endif
