/* What opens a note, in the languages of the wires, as a table; and what a bracketed line means. */
#include "tokenizer/lines/notes.h"

#include "core/scan.h"
#include "core/ascii.h"

#define ASKED_MAX    160 /* bytes in which a note says what it asks for */
#define ON_STORY_MAX 80  /* bytes of a bracket in which it says that it corrects the story */

enum {
	HEAD = TX_NOTE_IN_HEAD,
	BODY = TX_NOTE_IN_BODY,
	FOOT = TX_NOTE_IN_FOOT,
	ALL = HEAD | BODY | FOOT
};

struct trigger {
	telex_slice text; /* without case, at the start of the paragraph */
	enum tx_note_kind kind;
	unsigned places;
};

#define ROW(text, kind, places)                                                                    \
	{                                                                                          \
		{(text), sizeof(text) - 1}, (kind), (places)                                       \
	}

/* By the first byte in lower case; the longer opening first. */
static const struct trigger hashes[] = {
	ROW("## Note to editors", TX_NOTE_ADVISORY, BODY | FOOT),
	ROW("## Hinweis", TX_NOTE_ADVISORY, BODY | FOOT),
	ROW("## Redaktionelle Hinweise", TX_NOTE_ADVISORY, BODY | FOOT),
	ROW("## ", TX_NOTE_CONTACT, BODY | FOOT),
	ROW("# ", TX_NOTE_ADVISORY, FOOT),
};
static const struct trigger brackets[] = {
	ROW("(EMBARG", TX_NOTE_EMBARGO, ALL),
	ROW("(Eds", TX_NOTE_ADVISORY, ALL),
	ROW("(ATTN:", TX_NOTE_ADVISORY, ALL),
	ROW("(NDLR", TX_NOTE_ADVISORY, ALL),
	ROW("(Achtung", TX_NOTE_ADVISORY, ALL),
	ROW("(Corrects", TX_NOTE_CORRECTION, ALL),
	ROW("(Corrige", TX_NOTE_CORRECTION, ALL),
	ROW("(Fixes", TX_NOTE_CORRECTION, ALL),
	ROW("(Refiles", TX_NOTE_CORRECTION, ALL),
	ROW("(Adds", TX_NOTE_UPDATE, ALL),
	ROW("(Updates", TX_NOTE_UPDATE, ALL),
	ROW("(Recasts", TX_NOTE_UPDATE, ALL),
	ROW("(Releads", TX_NOTE_UPDATE, ALL),
	ROW("(Writes through", TX_NOTE_UPDATE, ALL),
	ROW("(añade", TX_NOTE_UPDATE, ALL),
	ROW("(amplía", TX_NOTE_UPDATE, ALL),
	ROW("(actualiza", TX_NOTE_UPDATE, ALL),
	ROW("(sustituye", TX_NOTE_UPDATE, ALL),
	ROW("(acrescenta", TX_NOTE_UPDATE, ALL),
	ROW("(atualiza", TX_NOTE_UPDATE, ALL),
	ROW("(em atualização", TX_NOTE_UPDATE, ALL),
	ROW("(con fotograf", TX_NOTE_MEDIA, ALL),
	ROW("(con infograf", TX_NOTE_MEDIA, ALL),
	ROW("(con audio", TX_NOTE_MEDIA, ALL),
	ROW("(con vídeo", TX_NOTE_MEDIA, ALL),
	ROW("(con video", TX_NOTE_MEDIA, ALL),
	ROW("(com foto", TX_NOTE_MEDIA, ALL),
	ROW("(amb foto", TX_NOTE_MEDIA, ALL),
	ROW("(foto", TX_NOTE_MEDIA, ALL),
	ROW("(vídeo", TX_NOTE_MEDIA, ALL),
	ROW("(C/ÁUDIO", TX_NOTE_MEDIA, ALL),
	ROW("(with photo", TX_NOTE_MEDIA, ALL),
	ROW("(photo", TX_NOTE_MEDIA, ALL),
	ROW("(video", TX_NOTE_MEDIA, ALL),
	ROW("(audio", TX_NOTE_MEDIA, ALL),
	ROW("(infograf", TX_NOTE_MEDIA, ALL),
	ROW("(graphic", TX_NOTE_MEDIA, ALL),
	ROW("(for a graphic", TX_NOTE_MEDIA, ALL),
	ROW("(gráfico", TX_NOTE_MEDIA, ALL),
	ROW("(grafik:", TX_NOTE_MEDIA, ALL),
	ROW("(infographie", TX_NOTE_MEDIA, ALL),
	ROW("(PIX", TX_NOTE_MEDIA, ALL),
	ROW("(Reporting by", TX_NOTE_CREDIT, ALL),
	ROW("(Additional reporting", TX_NOTE_CREDIT, ALL),
	ROW("(Writing by", TX_NOTE_CREDIT, ALL),
	ROW("(Editing by", TX_NOTE_CREDIT, ALL),
	ROW("(Compiled by", TX_NOTE_CREDIT, ALL),
	ROW("(Our Standards", TX_NOTE_CREDIT, ALL),
	ROW("(Información de", TX_NOTE_CREDIT, FOOT),
	ROW("(c) ", TX_NOTE_CREDIT, FOOT),
};
static const struct trigger stars[] = {
	ROW("* * * *", TX_NOTE_ADVISORY, FOOT),
};
static const struct trigger on_a[] = {
	ROW("Abonados: Anul", TX_NOTE_KILL, ALL),
	ROW("Abonados:", TX_NOTE_CORRECTION, ALL),
	ROW("Abonados,", TX_NOTE_ADVISORY, HEAD),
	ROW("Abonats:", TX_NOTE_CORRECTION, ALL),
	ROW("Assinantes:", TX_NOTE_CORRECTION, ALL),
	ROW("Aos assinantes:", TX_NOTE_CORRECTION, ALL),
	ROW("A los abonados:", TX_NOTE_CORRECTION, ALL),
	ROW("Atenci\xc3\xb3n, abonados", TX_NOTE_ADVISORY, ALL),
	ROW("Atenci\xc3\xb3n abonados", TX_NOTE_ADVISORY, ALL),
	ROW("Atenci\xc3\xb3n, se\xc3\xb1ores abonados", TX_NOTE_ADVISORY, ALL),
	ROW("Atenci\xc3\xb3n se\xc3\xb1ores abonados", TX_NOTE_ADVISORY, ALL),
	ROW("ATENCI\xc3\x93N, SE\xc3\x91ORES ABONADOS", TX_NOTE_ADVISORY, ALL),
	ROW("ATENCI\xc3\x93N SE\xc3\x91ORES ABONADOS", TX_NOTE_ADVISORY, ALL),
	ROW("Atenci\xc3\xb3, senyors abonats", TX_NOTE_ADVISORY, ALL),
	ROW("Aten\xc3\xa7\xc3\xa3o, senhores assinantes", TX_NOTE_ADVISORY, ALL),
	ROW("Attention subscribers", TX_NOTE_ADVISORY, ALL),
	ROW("Attention, subscribers", TX_NOTE_ADVISORY, ALL),
	ROW("ATENCIÓN ABONADOS", TX_NOTE_ADVISORY, ALL),
	ROW("Atención:", TX_NOTE_ADVISORY, ALL),
	ROW("ATTENTION EDITORS", TX_NOTE_ADVISORY, ALL),
	ROW("ATTENTION", TX_NOTE_ADVISORY, HEAD | FOOT),
	ROW("ATTN:", TX_NOTE_ADVISORY, ALL),
	ROW("Aux rédactions", TX_NOTE_ADVISORY, ALL),
	ROW("An die Redaktionen", TX_NOTE_ADVISORY, ALL),
	ROW("Achtung", TX_NOTE_ADVISORY, HEAD | FOOT),
	ROW("Avviso", TX_NOTE_ADVISORY, HEAD),
	ROW("ADDS ", TX_NOTE_UPDATE, HEAD),
	ROW("Actualiza con", TX_NOTE_UPDATE, HEAD),
};
static const struct trigger on_b[] = {
	ROW("BULLETIN KILL", TX_NOTE_KILL, ALL),
	ROW("BULLETIN ELIMINATION", TX_NOTE_KILL, ALL),
	ROW("BITTE LÖSCHEN", TX_NOTE_KILL, ALL),
};
static const struct trigger on_c[] = {
	ROW("CORRECTION:", TX_NOTE_CORRECTION, HEAD), ROW("Correction:", TX_NOTE_CORRECTION, HEAD),
	ROW("CORRECCIÓN:", TX_NOTE_CORRECTION, HEAD), ROW("Copyright", TX_NOTE_CREDIT, FOOT),
	ROW("CONTACT:", TX_NOTE_CONTACT, FOOT),       ROW("Contact:", TX_NOTE_CONTACT, FOOT),
	ROW("Contacto:", TX_NOTE_CONTACT, FOOT),
};
static const struct trigger on_e[] = {
	ROW("EMBARGO:", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGOED", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGADO HASTA", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGADA HASTA", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGO HASTA", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGO UNTIL", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGO JUSQU", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGADO ATÉ", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGO BIS", TX_NOTE_EMBARGO, ALL),
	ROW("EMBARGO FINO", TX_NOTE_EMBARGO, ALL),
	ROW("EDITOR'S NOTE", TX_NOTE_ADVISORY, ALL),
	ROW("EDITOR\xe2\x80\x99S NOTE", TX_NOTE_ADVISORY, ALL),
	ROW("EDITORS' NOTE", TX_NOTE_ADVISORY, ALL),
	ROW("EDITORS\xe2\x80\x99 NOTE", TX_NOTE_ADVISORY, ALL),
	ROW("EDITORS:", TX_NOTE_ADVISORY, ALL),
	ROW("Eds:", TX_NOTE_ADVISORY, ALL),
	ROW("Elements of this story were generated", TX_NOTE_CREDIT, FOOT),
	ROW("Esta versi\xc3\xb3n corrige", TX_NOTE_CORRECTION, HEAD | FOOT),
};
static const struct trigger on_f[] = {
	ROW("FOR RELEASE", TX_NOTE_EMBARGO, HEAD),
	ROW("Fotos:", TX_NOTE_MEDIA, HEAD | FOOT),
	ROW("Foto:", TX_NOTE_MEDIA, FOOT),
};
static const struct trigger on_h[] = {
	ROW("HOLD HOLD HOLD", TX_NOTE_EMBARGO, ALL),
	ROW("HOLD FOR RELEASE", TX_NOTE_EMBARGO, ALL),
	ROW("HFR", TX_NOTE_EMBARGO, HEAD),
};
static const struct trigger on_k[] = {
	ROW("KILL KILL KILL", TX_NOTE_KILL, ALL),
	ROW("KILL BULLETIN", TX_NOTE_KILL, ALL),
};
static const struct trigger on_m[] = {
	ROW("Media contact", TX_NOTE_CONTACT, FOOT),
};
static const struct trigger on_n[] = {
	ROW("NOT FOR PUBLICATION BEFORE", TX_NOTE_EMBARGO, ALL),
	ROW("NO DIFUNDIR ANTES", TX_NOTE_EMBARGO, ALL),
	ROW("Nota de redacción", TX_NOTE_ADVISORY, ALL),
	ROW("Nota de la redacción", TX_NOTE_ADVISORY, ALL),
	ROW("Nota al editor", TX_NOTE_ADVISORY, ALL),
	ROW("NOTA:", TX_NOTE_ADVISORY, HEAD | FOOT),
	ROW("NDLR", TX_NOTE_ADVISORY, ALL),
};
static const struct trigger on_o[] = {
	ROW("Our Standards:", TX_NOTE_CREDIT, FOOT),
};
static const struct trigger on_p[] = {
	ROW("Please kill", TX_NOTE_KILL, ALL),
};
static const struct trigger on_s[] = {
	ROW("Se\xc3\xb1ores abonados", TX_NOTE_ADVISORY, ALL),
	ROW("SE\xc3\x91ORES ABONADOS", TX_NOTE_ADVISORY, ALL),
	ROW("Sustituye a ", TX_NOTE_CORRECTION, HEAD),
	ROW("Sustituyan ", TX_NOTE_CORRECTION, HEAD),
	ROW("STORY WITHDRAWN", TX_NOTE_KILL, ALL),
	ROW("SPERRFRIST", TX_NOTE_EMBARGO, ALL),
	ROW("SOUS EMBARGO", TX_NOTE_EMBARGO, ALL),
};
static const struct trigger on_t[] = {
	ROW("This story was generated by", TX_NOTE_CREDIT, FOOT),
	ROW("This report was generated by", TX_NOTE_CREDIT, FOOT),
	ROW("This article was generated by", TX_NOTE_CREDIT, FOOT),
	ROW("This story has been corrected", TX_NOTE_CORRECTION, HEAD | FOOT),
	ROW("This story has been updated", TX_NOTE_UPDATE, HEAD | FOOT),
	ROW("This story corrects", TX_NOTE_CORRECTION, HEAD | FOOT),
	ROW("This version corrects", TX_NOTE_CORRECTION, HEAD | FOOT),
	ROW("This version of the story corrects", TX_NOTE_CORRECTION, HEAD | FOOT),
	ROW("Til redaktionen", TX_NOTE_ADVISORY, ALL),
	ROW("Toimitukselle", TX_NOTE_ADVISORY, ALL),
};
static const struct trigger on_u[] = {
	ROW("UPDATES with", TX_NOTE_UPDATE, HEAD),
	ROW("UPDATES to", TX_NOTE_UPDATE, HEAD),
};
static const struct trigger on_v[] = {
	ROW("Video:", TX_NOTE_MEDIA, FOOT),
	ROW("V\xc3\xad"
	    "deo:",
	    TX_NOTE_MEDIA, FOOT),
	ROW("Vid\xc3\xa9o :", TX_NOTE_MEDIA, FOOT),
};
static const struct trigger signs[] = {
	ROW("\xc2\xa9", TX_NOTE_CREDIT, FOOT),
};

#define LIST(rows)                                                                                 \
	{                                                                                          \
		(rows), TX_COUNT(rows)                                                             \
	}

static const struct trigger_list {
	const struct trigger *rows;
	size_t count;
} triggers[256] = {
	['#'] = LIST(hashes), ['('] = LIST(brackets), ['*'] = LIST(stars),  ['a'] = LIST(on_a),
	['b'] = LIST(on_b),   ['c'] = LIST(on_c),     ['e'] = LIST(on_e),   ['f'] = LIST(on_f),
	['h'] = LIST(on_h),   ['k'] = LIST(on_k),     ['m'] = LIST(on_m),   ['n'] = LIST(on_n),
	['o'] = LIST(on_o),   ['p'] = LIST(on_p),     ['s'] = LIST(on_s),   ['t'] = LIST(on_t),
	['u'] = LIST(on_u),   ['v'] = LIST(on_v),     [0xc2] = LIST(signs),
};

bool tx_note_is_reference(telex_slice content)
{
	size_t groups = 0;

	while (content.len >= 6) {
		if (!tx_is_alpha(content.ptr[0]) || !tx_is_alpha(content.ptr[1]))
			return false;
		for (size_t i = 2; i < 6; i++) {
			if (!tx_is_digit(content.ptr[i]))
				return false;
		}
		groups++;
		content = tx_slice_skip(content, 6);
		while (content.len > 0 && strchr("-/, ", content.ptr[0]) != NULL)
			content = tx_slice_skip(content, 1);
	}
	return groups > 0 && content.len == 0;
}

static bool in_brackets(telex_slice s)
{
	return s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')';
}

/* "(In Jan. 3 story, corrects …)", "(This story was refiled to fix …)": words of the list soon in a
 * bracket that opens on the story itself. */
static enum tx_note_kind on_the_story(telex_slice s)
{
	static const char *const openings[] = {"(In ",   "(This ", "(The story", "(En ",
					       "(Dans ", "(Na ",   NULL};
	static const char *const words[] = {" corrects", " corrected", " refiled",
					    " refiles",  " removes",   " fixes",
					    " corrige",  " corrigida", NULL};
	telex_slice soon = tx_slice_take(s, ON_STORY_MAX);
	bool opens = false;

	for (const char *const *opening = openings; *opening != NULL; opening++)
		opens |= tx_slice_opens(s, *opening);
	for (const char *const *word = words; opens && *word != NULL; word++) {
		if (tx_slice_find(soon, tx_slice_of(*word)) < soon.len)
			return TX_NOTE_CORRECTION;
	}
	return TX_NOTE_NONE;
}

size_t tx_note_bracket(telex_slice s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		depth += s.ptr[i] == '(';
		depth -= s.ptr[i] == ')' && depth > 0;
		if (depth == 0)
			return i + 1;
	}
	return s.len;
}

/* What subscribers are asked to do, soon in the note that is addressed to them. */
static enum tx_note_kind asked_for(telex_slice s, enum tx_note_kind kind)
{
	static const struct {
		const char *word; /* the part of it that all its forms have */
		enum tx_note_kind kind;
	} words[] = {
		{"nulen", TX_NOTE_KILL},         {"nulad", TX_NOTE_KILL},
		{"sin efecto", TX_NOTE_KILL},    {"ustitu", TX_NOTE_CORRECTION},
		{"ubstitu", TX_NOTE_CORRECTION}, {"orrij", TX_NOTE_CORRECTION},
		{"orrig", TX_NOTE_CORRECTION},   {"please kill", TX_NOTE_KILL},
	};
	telex_slice soon = tx_slice_take(s, ASKED_MAX);

	for (size_t i = 0; i < TX_COUNT(words); i++) {
		if (tx_slice_find(soon, tx_slice_of(words[i].word)) < soon.len)
			return words[i].kind;
	}
	return kind;
}

/* Notes to subscribers open with these, in whatever case. */
static bool is_to_subscribers(telex_slice opening)
{
	static const char *const words[] = {"bonad",     "BONAD",      "bonats",
					    "ssinantes", "ubscribers", NULL};

	for (const char *const *word = words; *word != NULL; word++) {
		if (tx_slice_find(opening, tx_slice_of(*word)) < opening.len)
			return true;
	}
	return false;
}

enum tx_note_kind tx_note_of(telex_slice paragraph, enum tx_note_place place)
{
	if (paragraph.len < 3)
		return TX_NOTE_NONE;
	const struct trigger_list *list = &triggers[(unsigned char)tx_lower(paragraph.ptr[0])];
	if (list->count == 0)
		return TX_NOTE_NONE;
	if (in_brackets(paragraph) &&
	    tx_note_is_reference(tx_slice(paragraph.ptr + 1, paragraph.len - 2)))
		return TX_NOTE_REFERENCE;
	char second = tx_lower(paragraph.ptr[1]);
	for (size_t i = 0; i < list->count; i++) {
		const struct trigger *trigger = &list->rows[i];
		if (tx_lower(trigger->text.ptr[1]) == second && (trigger->places & place) != 0 &&
		    tx_slice_starts_nocase(paragraph, trigger->text))
			return is_to_subscribers(trigger->text)
				       ? asked_for(paragraph, trigger->kind)
				       : trigger->kind;
	}
	return in_brackets(paragraph) ? on_the_story(paragraph) : TX_NOTE_NONE;
}
