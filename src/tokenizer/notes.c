/* What opens a note, in the languages of the wires, as a table; and what a bracketed line means. */
#include "tokenizer/notes.h"

#include "core/ascii.h"

enum {
	HEAD = TX_NOTE_IN_HEAD,
	BODY = TX_NOTE_IN_BODY,
	FOOT = TX_NOTE_IN_FOOT,
	ALL = HEAD | BODY | FOOT
};

struct trigger {
	const char *text; /* without case, at the start of the paragraph */
	enum tx_note_kind kind;
	unsigned places;
};

/* Sorted by the first byte in lower case; among those with the same one, the longer opening first.
 */
static const struct trigger triggers[] = {
	{"## ", TX_NOTE_CONTACT, BODY | FOOT},
	{"# ", TX_NOTE_ADVISORY, FOOT},
	{"(EMBARG", TX_NOTE_EMBARGO, ALL},
	{"(Eds", TX_NOTE_ADVISORY, ALL},
	{"(ATTN:", TX_NOTE_ADVISORY, ALL},
	{"(NDLR", TX_NOTE_ADVISORY, ALL},
	{"(Achtung", TX_NOTE_ADVISORY, ALL},
	{"(Corrects", TX_NOTE_CORRECTION, ALL},
	{"(Corrige", TX_NOTE_CORRECTION, ALL},
	{"(Fixes", TX_NOTE_CORRECTION, ALL},
	{"(Refiles", TX_NOTE_CORRECTION, ALL},
	{"(Adds", TX_NOTE_UPDATE, ALL},
	{"(Updates", TX_NOTE_UPDATE, ALL},
	{"(Recasts", TX_NOTE_UPDATE, ALL},
	{"(Releads", TX_NOTE_UPDATE, ALL},
	{"(Writes through", TX_NOTE_UPDATE, ALL},
	{"(añade", TX_NOTE_UPDATE, ALL},
	{"(amplía", TX_NOTE_UPDATE, ALL},
	{"(actualiza", TX_NOTE_UPDATE, ALL},
	{"(sustituye", TX_NOTE_UPDATE, ALL},
	{"(acrescenta", TX_NOTE_UPDATE, ALL},
	{"(atualiza", TX_NOTE_UPDATE, ALL},
	{"(em atualização", TX_NOTE_UPDATE, ALL},
	{"(con fotograf", TX_NOTE_MEDIA, ALL},
	{"(con infograf", TX_NOTE_MEDIA, ALL},
	{"(con audio", TX_NOTE_MEDIA, ALL},
	{"(con vídeo", TX_NOTE_MEDIA, ALL},
	{"(con video", TX_NOTE_MEDIA, ALL},
	{"(com foto", TX_NOTE_MEDIA, ALL},
	{"(amb foto", TX_NOTE_MEDIA, ALL},
	{"(foto", TX_NOTE_MEDIA, ALL},
	{"(vídeo", TX_NOTE_MEDIA, ALL},
	{"(C/ÁUDIO", TX_NOTE_MEDIA, ALL},
	{"(with photo", TX_NOTE_MEDIA, ALL},
	{"(photo", TX_NOTE_MEDIA, ALL},
	{"(PIX", TX_NOTE_MEDIA, ALL},
	{"(Reporting by", TX_NOTE_CREDIT, ALL},
	{"(Additional reporting", TX_NOTE_CREDIT, ALL},
	{"(Writing by", TX_NOTE_CREDIT, ALL},
	{"(Editing by", TX_NOTE_CREDIT, ALL},
	{"(Compiled by", TX_NOTE_CREDIT, ALL},
	{"(Our Standards", TX_NOTE_CREDIT, ALL},
	{"(Información de", TX_NOTE_CREDIT, FOOT},
	{"(c) ", TX_NOTE_CREDIT, FOOT},
	{"* * * *", TX_NOTE_ADVISORY, FOOT},
	{"Abonados: Anul", TX_NOTE_KILL, ALL},
	{"Abonados:", TX_NOTE_CORRECTION, ALL},
	{"ATENCIÓN ABONADOS", TX_NOTE_ADVISORY, ALL},
	{"Atención:", TX_NOTE_ADVISORY, ALL},
	{"ATTENTION EDITORS", TX_NOTE_ADVISORY, ALL},
	{"ATTENTION", TX_NOTE_ADVISORY, HEAD | FOOT},
	{"ATTN:", TX_NOTE_ADVISORY, ALL},
	{"Aux rédactions", TX_NOTE_ADVISORY, ALL},
	{"An die Redaktionen", TX_NOTE_ADVISORY, ALL},
	{"Achtung", TX_NOTE_ADVISORY, HEAD | FOOT},
	{"Avviso", TX_NOTE_ADVISORY, HEAD},
	{"ADDS ", TX_NOTE_UPDATE, HEAD},
	{"Actualiza con", TX_NOTE_UPDATE, HEAD},
	{"BULLETIN KILL", TX_NOTE_KILL, ALL},
	{"BULLETIN ELIMINATION", TX_NOTE_KILL, ALL},
	{"BITTE LÖSCHEN", TX_NOTE_KILL, ALL},
	{"CORRECTION:", TX_NOTE_CORRECTION, HEAD},
	{"Correction:", TX_NOTE_CORRECTION, HEAD},
	{"CORRECCIÓN:", TX_NOTE_CORRECTION, HEAD},
	{"Copyright", TX_NOTE_CREDIT, FOOT},
	{"CONTACT:", TX_NOTE_CONTACT, FOOT},
	{"Contact:", TX_NOTE_CONTACT, FOOT},
	{"Contacto:", TX_NOTE_CONTACT, FOOT},
	{"EMBARGO:", TX_NOTE_EMBARGO, ALL},
	{"EMBARGOED", TX_NOTE_EMBARGO, ALL},
	{"EMBARGADO HASTA", TX_NOTE_EMBARGO, ALL},
	{"EMBARGADA HASTA", TX_NOTE_EMBARGO, ALL},
	{"EMBARGO HASTA", TX_NOTE_EMBARGO, ALL},
	{"EMBARGO UNTIL", TX_NOTE_EMBARGO, ALL},
	{"EMBARGO JUSQU", TX_NOTE_EMBARGO, ALL},
	{"EMBARGADO ATÉ", TX_NOTE_EMBARGO, ALL},
	{"EMBARGO BIS", TX_NOTE_EMBARGO, ALL},
	{"EMBARGO FINO", TX_NOTE_EMBARGO, ALL},
	{"EDITOR'S NOTE", TX_NOTE_ADVISORY, ALL},
	{"EDITOR\xe2\x80\x99S NOTE", TX_NOTE_ADVISORY, ALL},
	{"EDITORS' NOTE", TX_NOTE_ADVISORY, ALL},
	{"EDITORS\xe2\x80\x99 NOTE", TX_NOTE_ADVISORY, ALL},
	{"EDITORS:", TX_NOTE_ADVISORY, ALL},
	{"Eds:", TX_NOTE_ADVISORY, ALL},
	{"FOR RELEASE", TX_NOTE_EMBARGO, HEAD},
	{"Fotos:", TX_NOTE_MEDIA, HEAD | FOOT},
	{"HOLD HOLD HOLD", TX_NOTE_EMBARGO, ALL},
	{"HOLD FOR RELEASE", TX_NOTE_EMBARGO, ALL},
	{"HFR", TX_NOTE_EMBARGO, HEAD},
	{"KILL KILL KILL", TX_NOTE_KILL, ALL},
	{"KILL BULLETIN", TX_NOTE_KILL, ALL},
	{"Media contact", TX_NOTE_CONTACT, FOOT},
	{"NOT FOR PUBLICATION BEFORE", TX_NOTE_EMBARGO, ALL},
	{"NO DIFUNDIR ANTES", TX_NOTE_EMBARGO, ALL},
	{"Nota de redacción", TX_NOTE_ADVISORY, ALL},
	{"Nota de la redacción", TX_NOTE_ADVISORY, ALL},
	{"Nota al editor", TX_NOTE_ADVISORY, ALL},
	{"NOTA:", TX_NOTE_ADVISORY, HEAD | FOOT},
	{"NDLR", TX_NOTE_ADVISORY, ALL},
	{"Our Standards:", TX_NOTE_CREDIT, FOOT},
	{"Please kill", TX_NOTE_KILL, ALL},
	{"STORY WITHDRAWN", TX_NOTE_KILL, ALL},
	{"SPERRFRIST", TX_NOTE_EMBARGO, ALL},
	{"SOUS EMBARGO", TX_NOTE_EMBARGO, ALL},
	{"Til redaktionen", TX_NOTE_ADVISORY, ALL},
	{"Toimitukselle", TX_NOTE_ADVISORY, ALL},
	{"UPDATES with", TX_NOTE_UPDATE, HEAD},
	{"UPDATES to", TX_NOTE_UPDATE, HEAD},
	{"\xc2\xa9", TX_NOTE_CREDIT, FOOT},
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

static unsigned first_byte(const char *text)
{
	return (unsigned char)tx_lower(text[0]);
}

/* The first trigger that begins with this byte, or one behind it. */
static size_t find_first(unsigned byte)
{
	size_t low = 0, high = sizeof(triggers) / sizeof(triggers[0]);

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (first_byte(triggers[middle].text) < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

enum tx_note_kind tx_note_of(telex_slice paragraph, enum tx_note_place place)
{
	if (paragraph.len < 3)
		return TX_NOTE_NONE;
	if (in_brackets(paragraph) &&
	    tx_note_is_reference(tx_slice(paragraph.ptr + 1, paragraph.len - 2)))
		return TX_NOTE_REFERENCE;
	unsigned byte = first_byte(paragraph.ptr);
	for (size_t i = find_first(byte); i < sizeof(triggers) / sizeof(triggers[0]); i++) {
		const struct trigger *trigger = &triggers[i];
		if (first_byte(trigger->text) != byte)
			break;
		if ((trigger->places & place) != 0 &&
		    tx_slice_starts_nocase(paragraph, tx_slice_of(trigger->text)))
			return trigger->kind;
	}
	return TX_NOTE_NONE;
}
