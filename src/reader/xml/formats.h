/* The XML formats, one file each. */
#ifndef TX_READER_XML_FORMATS_H
#define TX_READER_XML_FORMATS_H

#include "reader/xml/xml.h"

extern const struct tx_xml_format tx_nitf, tx_newsml1, tx_newsmlg2, tx_rcv1, tx_rss, tx_atom,
	tx_rbnews;

/** NITF's own rules, for the formats that hold it. */
extern const struct tx_xml_rule tx_nitf_rules[];

tx_unwrap_fn tx_nitf_unwrap, tx_newsml1_unwrap, tx_newsmlg2_unwrap, tx_rcv1_unwrap, tx_rss_unwrap,
	tx_atom_unwrap, tx_rbnews_unwrap;

/** Whether a text is a desk's initials ("gr/bp", "daa/mt/msr"), not a name. */
bool tx_xml_is_initials(telex_slice text);

/** A byline with the title inside it, or the initials that some agencies send in its place. */
tx_xml_take tx_xml_take_byline;

/** State a text that may be HTML: as plain text. */
void tx_xml_state_html(struct tx_xml *xml, enum tx_field field, telex_slice text);

/** An abstract that may be HTML. */
tx_xml_take tx_xml_take_abstract;

/** A story of pictures or other references alone, without copy, is no dispatch; one that is held or
 * killed, or has a note, is. */
void tx_xml_refuse_references(struct tx_xml *xml, struct tx_story *story);

/** Subheadlines that are the slug: all in capitals, short, or the same as a keyword. */
void tx_xml_settle_slug(struct tx_story *story);

#endif
