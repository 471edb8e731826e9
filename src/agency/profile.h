/* Agency styles as data: how one agency writes a dispatch.  One profile is one file of constants in
 * this folder; tx_profiles[] lists them all, sorted by code.  No other file of the program names an
 * agency. */
#ifndef TX_AGENCY_PROFILE_H
#define TX_AGENCY_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "core/slice.h"

/** What a telling piece of text is, by where it is. */
enum tx_sign_kind {
	TX_SIGN_BRACKETS, /* mark of a dateline: Madrid, 23 may (EFE).- */
	TX_SIGN_SLASHES,  /* mark of a dateline: MOSCOW, January 21. /TASS/. */
	TX_SIGN_BARE,     /* mark of a dateline: SAITAMA, Japan, Dec. 9 Kyodo - */
	TX_SIGN_LEADING,  /* mark in brackets before the dateline: (ANSA) - ROMA, 11 OTT - */
	TX_SIGN_END_MARK, /* last word of the body, or a line of its own there: "EFE", "Lusa/Fim" */
	TX_SIGN_BYLINE, /* closes the byline or is its role line: ", Reuters", "AP Sports Writer" */
	TX_SIGN_HEAD,   /* begins a line above the body that is a note, not the headline */
	TX_SIGN_MEDIA,  /* begins a line that announces pictures: "AP Photo" */
	TX_SIGN_FOOT,   /* begins a line of the foot that is a stamp or a routing line: "AP-WF-" */
	TX_SIGN_FOOTER, /* begins a paragraph of the foot that is no part of the story: a credit;
			 * as written, "…" for any words */
	TX_SIGN__COUNT
};

/** A label of this agency before a headline or alone above it ("ALERTE", "(2nd LD)").
 *  Labels that all agencies share are in tokenizer/lines/labels.c. */
struct tx_label {
	const char *text; /* without case; '#' represents a number, which becomes the version */
	enum tx_note_kind note;
	unsigned urgency; /* 0 = says nothing */
};

/** A category of this agency, by the code that it sends. */
struct tx_category {
	const char *code, *name;
};

/** A priority of this agency, by the letter that it sends, as an urgency. */
struct tx_priority {
	const char *code;
	unsigned urgency;
};

/** What else is particular to an agency. */
enum tx_profile_flags {
	/* A section is before the headline: "Economía/Vivienda.- Sube el alquiler". */
	TX_STYLE_SECTION_HEADLINE = 1 << 0,
	/* Groups of initials without '/' or '-': "hvm vld". */
	TX_STYLE_PLAIN_SIGNOFF = 1 << 1,
	/* A bureau may follow the end mark: "EFE-Cantabria", "EFE GALICIA". */
	TX_STYLE_DESK_AFTER_END = 1 << 2,
	/* A hyphen at a line's end is followed by a blank, as on its teletypes. */
	TX_STYLE_OPEN_HYPHEN = 1 << 3,
	/* A dateline may have neither date nor dash: "Paris (ats afp) ". */
	TX_STYLE_NO_DASH = 1 << 4,
	/* Its mark after another's means that it passes on what the other sent: "(DPA/EP)". */
	TX_STYLE_RELAYS = 1 << 5
};

struct tx_profile {
	const char *code; /* stable key: "EFE" */
	const char *name; /* the agency's own name */
	const char *home; /* ISO 3166-1 alpha-2 of its home country, "" for none */
	unsigned flags;
	/* Lists of the signs of each kind, NULL-terminated; NULL: none.  A sign is compared without
	 * case; a '*' at its end represents any letters, digits, '-' or blanks that follow
	 * (brands: "EFE*" takes EFECOM, EFEverde, EFE-EPA), at its start for any before. */
	const char *const *signs[TX_SIGN__COUNT];
	const struct tx_label *labels;        /* may be NULL; ends with a NULL text */
	const struct tx_category *categories; /* may be NULL; ends with a NULL code */
	const struct tx_priority *priorities; /* likewise */
};

/** Every agency style, sorted by code; the last entry is NULL. */
extern const struct tx_profile *const tx_profiles[];

/** Number of agency styles. */
size_t tx_profile_count(void);

/** The urgency that a priority of the agency means; 0: it is not known. */
unsigned tx_profile_urgency(const struct tx_profile *profile, telex_slice priority);

/** The profile with this code (without case), or NULL. */
const struct tx_profile *tx_profile_find(telex_slice code);

#endif
