/* What telex understood, in short: one row for each standard value that is known. */

#include "emitter/summary.h"

#include "emitter/position.h"

static const struct tx_page_style plain_style = {"38;5;246", ""};
static const struct tx_page_style warning_style = {"38;5;167", "38;5;167"};

/** Where the rows go, and the words of the next row. */
struct summary {
	struct tx_page *page;
	struct tx_buffer row;
};

static void end_row(struct summary *summary, const char *label, const struct tx_page_style *style)
{
	if (summary->row.failed)
		summary->page->out->failed = true;
	tx_page_words(summary->page, label, style, tx_slice(summary->row.data, summary->row.len));
	summary->row.len = 0;
}

/** Add a part to the row, a comma between it and what is there. */
static void add_part(struct summary *summary, telex_slice part)
{
	if (part.len == 0)
		return;
	if (summary->row.len > 0)
		tx_buffer_lit(&summary->row, ", ");
	tx_buffer_slice(&summary->row, part);
}

static void show_source(struct summary *summary, const struct tx_source *source)
{
	add_part(summary, source->path);
	add_part(summary, source->member);
	if (summary->row.len > 0) {
		tx_buffer_byte(&summary->row, ':');
		tx_buffer_number(&summary->row, source->line);
	}
	add_part(summary, tx_slice_of(source->format));
	add_part(summary, tx_slice_of(source->charset));
	end_row(summary, "source", &plain_style);
}

static void show_language(struct summary *summary, const struct tx_record *record)
{
	add_part(summary, record->language);
	if (record->language_inferred)
		tx_buffer_lit(&summary->row, " (from the text)");
	end_row(summary, "language", &plain_style);
}

static void show_date(struct summary *summary, const struct tx_dateline *dateline)
{
	struct tx_date date = dateline->date;
	const char *from = tx_year_from_name(dateline->year_from);

	if (tx_date_is_whole(date)) {
		tx_buffer_printf(&summary->row, "%04d-%02d-%02d", date.year, date.month, date.day);
		if (from != NULL)
			tx_buffer_printf(&summary->row, " (year: %s)", from);
	} else if (date.month != 0 || date.day != 0) {
		tx_buffer_printf(&summary->row, "month %d, day %d (year unknown)", date.month,
				 date.day);
	}
	end_row(summary, "date", &plain_style);
}

static void show_place(struct summary *summary, const struct tx_place *place)
{
	add_part(summary, place->name);
	if (place->qualifier.len > 0) {
		tx_buffer_lit(&summary->row, " (");
		tx_buffer_slice(&summary->row, place->qualifier);
		tx_buffer_byte(&summary->row, ')');
	}
	if (place->canonical.len > 0 && !tx_slice_eq(place->canonical, place->name)) {
		tx_buffer_lit(&summary->row, " = ");
		tx_buffer_slice(&summary->row, place->canonical);
	}
	add_part(summary, tx_slice_of(place->country));
	add_part(summary, place->timezone);
	if (place->ambiguous)
		add_part(summary, TX_LIT("ambiguous"));
	else if (place->country[0] == '\0')
		add_part(summary, TX_LIT("unknown"));
	end_row(summary, "place", &plain_style);
}

static void show_author(struct summary *summary, const struct tx_author *author)
{
	add_part(summary, author->name);
	add_part(summary, author->role);
	add_part(summary, author->place);
	if (author->initials.len > 0) {
		tx_buffer_lit(&summary->row, " (");
		tx_buffer_slice(&summary->row, author->initials);
		tx_buffer_byte(&summary->row, ')');
	}
	end_row(summary, "author", &plain_style);
}

static void show_time(struct summary *summary, const char *label, telex_slice time,
		      telex_slice zone_from)
{
	add_part(summary, time);
	if (zone_from.len > 0)
		tx_buffer_lit(&summary->row, " (zone: of the place)");
	end_row(summary, label, &plain_style);
}

static void show_category(struct summary *summary, const struct tx_record *record)
{
	add_part(summary, record->category_code);
	add_part(summary, record->category_name);
	end_row(summary, "category", &plain_style);
}

static void show_subject(struct summary *summary, const struct tx_term *subject)
{
	add_part(summary, subject->code);
	add_part(summary, subject->name);
	add_part(summary, subject->scheme);
	end_row(summary, "subject", &plain_style);
}

static void show_words(struct summary *summary, const struct tx_record *record)
{
	tx_buffer_number(&summary->row, record->word_count);
	if (record->has_stated_word_count) {
		tx_buffer_lit(&summary->row, " (stated: ");
		tx_buffer_number(&summary->row, record->stated_word_count);
		tx_buffer_byte(&summary->row, ')');
	}
	end_row(summary, "words", &plain_style);
}

static void show_warnings(struct summary *summary, const struct tx_record *record, telex_slice text)
{
	struct tx_position position;

	tx_position_start(&position, text, record->source.line);
	for (size_t i = 0; i < record->warning_count; i++) {
		const struct tx_warning *warning = &record->warnings[i];

		tx_buffer_lit(&summary->row, "line ");
		tx_buffer_number(&summary->row, tx_position_of(&position, warning));
		tx_buffer_lit(&summary->row, ": ");
		tx_buffer_slice(&summary->row, warning->message);
		tx_buffer_lit(&summary->row, " [");
		tx_buffer_slice(&summary->row, tx_slice_of(tx_warning_name(warning->code)));
		tx_buffer_byte(&summary->row, ']');
		end_row(summary, "warning", &warning_style);
	}
}

void tx_show_summary(struct tx_page *page, const struct tx_record *record, telex_slice text)
{
	struct summary summary = {page, {0}};

	show_source(&summary, &record->source);
	add_part(&summary, record->agency_code);
	add_part(&summary, record->agency_name);
	end_row(&summary, "agency", &plain_style);
	show_language(&summary, record);
	if (record->dateline.present)
		show_date(&summary, &record->dateline);
	for (size_t i = 0; record->dateline.present && i < record->dateline.place_count; i++)
		show_place(&summary, &record->dateline.places[i]);
	for (size_t i = 0; i < record->author_count; i++)
		show_author(&summary, &record->authors[i]);
	show_category(&summary, record);
	show_time(&summary, "issued", record->issued, record->zone_from[TX_TIME_ISSUED]);
	show_time(&summary, "embargo", record->embargo, record->zone_from[TX_TIME_EMBARGO]);
	for (size_t i = 0; i < record->subject_count; i++)
		show_subject(&summary, &record->subjects[i]);
	show_words(&summary, record);
	show_warnings(&summary, record, text);
	tx_buffer_done(&summary.row);
}
