/* The objects inside a record: where it comes from, who wrote it, its dateline, what is wrong with
 * it. */

#include "emitter/parts.h"

#include "emitter/emitter.h"
#include "emitter/json.h"
#include "emitter/position.h"

/** A member with the name of a file, whose bytes nobody has checked. */
static void write_name(struct tx_buffer *out, telex_slice key, telex_slice name)
{
	if (name.ptr == NULL)
		return;
	tx_buffer_slice(out, key);
	tx_json_lossy_string(out, name);
	tx_buffer_byte(out, ',');
}

void tx_write_source(struct tx_buffer *out, const struct tx_source *source, const char *hash)
{
	tx_buffer_byte(out, '{');
	write_name(out, TX_KEY("path"), source->path);
	write_name(out, TX_KEY("member"), source->member);
	tx_json_number(out, TX_KEY("index"), source->index);
	tx_json_number(out, TX_KEY("offset"), source->offset);
	tx_json_number(out, TX_KEY("length"), source->length);
	tx_json_text(out, TX_KEY("fetched"), source->fetched);
	tx_json_text(out, TX_KEY("format"), tx_slice_of(source->format));
	tx_json_text(out, TX_KEY("charset"), tx_slice_of(source->charset));
	tx_json_text(out, TX_KEY("hash"), tx_slice_of(hash));
	tx_json_close(out, '}');
}

void tx_write_publisher(struct tx_buffer *out, const struct tx_record *record)
{
	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("name"), record->publisher_name);
	tx_json_text(out, TX_KEY("url"), record->publisher_url);
	tx_json_close(out, '}');
}

static void write_author(struct tx_buffer *out, const struct tx_author *author)
{
	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("name"), author->name);
	tx_json_text(out, TX_KEY("role"), author->role);
	tx_json_text(out, TX_KEY("place"), author->place);
	tx_json_text(out, TX_KEY("initials"), author->initials);
	tx_json_close(out, '}');
}

void tx_write_byline(struct tx_buffer *out, const struct tx_record *record)
{
	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("text"), record->byline.text);
	if (record->author_count > 0) {
		tx_buffer_lit(out, "\"authors\":[");
		for (size_t i = 0; i < record->author_count; i++)
			write_author(out, &record->authors[i]);
		tx_json_close(out, ']');
	}
	tx_json_close(out, '}');
}

static void write_place(struct tx_buffer *out, const struct tx_place *place)
{
	telex_slice country = {place->country, 2};

	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("name"), place->name);
	tx_json_text(out, TX_KEY("qualifier"), place->qualifier);
	tx_json_text(out, TX_KEY("canonical"), place->canonical);
	if (place->country[0] != '\0')
		tx_json_text(out, TX_KEY("country"), country);
	tx_json_text(out, TX_KEY("region"), place->region);
	if (place->geonames_id != 0) {
		tx_json_number(out, TX_KEY("geonames_id"), place->geonames_id);
		tx_json_degrees(out, TX_KEY("lat"), place->latitude);
		tx_json_degrees(out, TX_KEY("lon"), place->longitude);
	}
	tx_json_text(out, TX_KEY("timezone"), place->timezone);
	tx_json_flag(out, TX_KEY("ambiguous"), place->ambiguous);
	tx_json_close(out, '}');
}

const char *tx_year_from_name(enum tx_year_from from)
{
	static const char *const names[] = {
		[TX_YEAR_UNKNOWN] = NULL,        [TX_YEAR_STATED] = "stated",
		[TX_YEAR_ENVELOPE] = "envelope", [TX_YEAR_STAMP] = "stamp",
		[TX_YEAR_PATH] = "path",         [TX_YEAR_REFERENCE] = "reference",
	};

	return names[from];
}

bool tx_date_is_full(struct tx_date date)
{
	return date.year > 0 && date.month != 0 && date.day != 0;
}

static void write_date(struct tx_buffer *out, const struct tx_dateline *dateline)
{
	struct tx_date date = dateline->date;
	bool full = tx_date_is_full(date);

	if (full)
		tx_json_date(out, TX_KEY("date"), date.year, date.month, date.day);
	if (date.month != 0)
		tx_json_number(out, TX_KEY("month"), date.month);
	if (date.day != 0)
		tx_json_number(out, TX_KEY("day"), date.day);
	if (full)
		tx_json_text(out, TX_KEY("year_from"),
			     tx_slice_of(tx_year_from_name(dateline->year_from)));
}

void tx_write_dateline(struct tx_buffer *out, const struct tx_dateline *dateline)
{
	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("text"), dateline->text.text);
	if (dateline->place_count > 0) {
		tx_buffer_lit(out, "\"places\":[");
		for (size_t i = 0; i < dateline->place_count; i++)
			write_place(out, &dateline->places[i]);
		tx_json_close(out, ']');
	}
	write_date(out, dateline);
	if (dateline->agency_count > 0) {
		tx_buffer_lit(out, "\"agencies\":[");
		for (size_t i = 0; i < dateline->agency_count; i++)
			tx_json_item(out, dateline->agencies[i]);
		tx_json_close(out, ']');
	}
	tx_json_close(out, '}');
}

void tx_write_warnings(struct tx_buffer *out, const struct tx_record *record, telex_slice text)
{
	struct tx_position position;

	tx_position_start(&position, text, record->source.line);
	tx_buffer_byte(out, '[');
	for (size_t i = 0; i < record->warning_count; i++) {
		const struct tx_warning *warning = &record->warnings[i];

		tx_buffer_byte(out, '{');
		tx_json_text(out, TX_KEY("code"), tx_slice_of(tx_warning_name(warning->code)));
		tx_json_text(out, TX_KEY("message"), warning->message);
		tx_json_number(out, TX_KEY("line"), tx_position_of(&position, warning));
		tx_json_close(out, '}');
	}
	tx_json_close(out, ']');
}
