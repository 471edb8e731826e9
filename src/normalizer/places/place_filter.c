/* Qualifiers of datelines: countries (those of today, those that were, as agencies abbreviate
 * them), states, provinces, islands.  A qualifier keeps all its readings: "Córdoba" is an area of
 * three countries, and the place that is before it decides. */
#include "normalizer/places/place_filter.h"

#include "normalizer/places/place_key.h"

/* Before the name proper: "provincia de Cáceres", "the Netherlands". */
static const char *const openings[] = {
	"the ",
	"la ",
	"el ",
	"las ",
	"los ",
	"provincia de ",
	"prov de ",
	"estado de ",
	"isla de ",
	"departamento de ",
	"region de ",
	"comunidad de ",
	"comunidad autonoma de ",
	"province of ",
	"state of ",
	NULL,
};

bool tx_place_in_english(const struct tx_place_context *context)
{
	return tx_slice_starts_nocase(context->language, TX_LIT("en"));
}

bool tx_place_at_home(const struct tx_place_context *context, const char *country)
{
	return context->home != NULL && strcmp(context->home, country) == 0;
}

static int weight_of(uint32_t record_number)
{
	struct tx_place_record record;

	if (record_number == TX_PLACE_NONE)
		return 0;
	tx_place_read_record(record_number, &record);
	return record.weight;
}

static bool read_posting(const struct tx_place_posting *posting,
			 const struct tx_place_context *context,
			 struct tx_place_reading *ret_reading)
{
	struct tx_place_area area;

	*ret_reading = (struct tx_place_reading){.kind = posting->kind};
	if (posting->kind < TX_PLACE_COUNTRY)
		return false;
	if (posting->kind < TX_PLACE_AREA) {
		ret_reading->capital_weight =
			weight_of(tx_place_read_country(posting->index, ret_reading->country));
		return true;
	}
	tx_place_read_area(posting->index, &area);
	ret_reading->area = posting->index;
	memcpy(ret_reading->country, area.country, sizeof(area.country));
	return posting->kind == TX_PLACE_AREA || tx_place_at_home(context, "ES");
}

static void add_key(struct tx_place_filter *filter, telex_slice key,
		    const struct tx_place_context *context)
{
	struct tx_place_postings postings = tx_place_find(key);
	struct tx_place_posting posting;

	while (filter->count < TX_PLACE_READINGS_MAX && tx_place_next(&postings, &posting)) {
		if (read_posting(&posting, context, &filter->readings[filter->count]))
			filter->count++;
	}
}

static void add_name(struct tx_place_filter *filter, telex_slice name,
		     const struct tx_place_context *context)
{
	struct tx_place_key key;

	if (!tx_place_key(name, &key))
		return;
	telex_slice text = tx_slice(key.text, key.len);
	add_key(filter, text, context);
	for (size_t i = 0; openings[i] != NULL; i++) {
		if (tx_slice_opens(text, openings[i]))
			add_key(filter, tx_slice_skip(text, strlen(openings[i])), context);
	}
}

static size_t piece_len(telex_slice text)
{
	size_t len = 0;

	while (len < text.len && text.ptr[len] != ',' && text.ptr[len] != '(')
		len++;
	return len;
}

void tx_place_filter_read(struct tx_place_filter *filter, telex_slice qualifier,
			  const struct tx_place_context *context)
{
	telex_slice rest = qualifier;

	filter->count = 0;
	add_name(filter, qualifier, context);
	if (piece_len(rest) == rest.len)
		return;
	while (rest.len > 0) {
		size_t len = piece_len(rest);
		add_name(filter, tx_slice_take(rest, len), context);
		rest = tx_slice_skip(rest, len + 1);
	}
}

void tx_place_filter_area_of(struct tx_place_filter *filter, const struct tx_place_record *record)
{
	struct tx_place_area area;
	struct tx_place_reading *reading = &filter->readings[0];

	tx_place_read_area(record->area, &area);
	*reading = (struct tx_place_reading){.kind = TX_PLACE_AREA, .area = area.above};
	memcpy(reading->country, area.country, sizeof(area.country));
	filter->count = 1;
}

static bool lies_in(const struct tx_place_reading *reading, uint32_t number,
		    const struct tx_place_area *area)
{
	if (reading->kind < TX_PLACE_AREA)
		return strcmp(reading->country, area->country) == 0;
	return reading->area == number || reading->area == area->above;
}

/* The lower the likelier.  "Ga." is Georgia in English, and Gabon's or a Brazilian state's code at
 * best. */
static int rank(const struct tx_place_reading *reading, const struct tx_place_context *context)
{
	bool area = reading->kind >= TX_PLACE_AREA;
	bool america = strcmp(reading->country, "US") == 0 || strcmp(reading->country, "CA") == 0;

	if (tx_place_at_home(context, reading->country) ||
	    (area && america && tx_place_in_english(context)))
		return 0;
	return area || reading->kind == TX_PLACE_COUNTRY_WEAK ? TX_PLACE_RANK_WORST : 1;
}

int tx_place_filter_rank(const struct tx_place_filter *filter, const struct tx_place_record *record,
			 const struct tx_place_context *context)
{
	struct tx_place_area area;
	int best = TX_PLACE_RANK_WORST + 1;

	tx_place_read_area(record->area, &area);
	for (size_t i = 0; i < filter->count; i++) {
		int next = rank(&filter->readings[i], context);
		if (next < best && lies_in(&filter->readings[i], record->area, &area))
			best = next;
	}
	return best;
}

static bool is_likelier(const struct tx_place_reading *a, const struct tx_place_reading *b,
			const struct tx_place_context *context)
{
	int order = rank(a, context) - rank(b, context);

	return order != 0 ? order < 0 : a->capital_weight > b->capital_weight;
}

/* Another country that the qualifier may mean as well, unless it is much less likely. */
static bool is_rival(const struct tx_place_reading *reading, const struct tx_place_reading *best,
		     const struct tx_place_context *context)
{
	return strcmp(reading->country, best->country) != 0 &&
	       rank(reading, context) - rank(best, context) <= 2;
}

const struct tx_place_reading *tx_place_filter_best(const struct tx_place_filter *filter,
						    const struct tx_place_context *context,
						    bool *ret_ambiguous)
{
	const struct tx_place_reading *best = NULL;

	for (size_t i = 0; i < filter->count; i++) {
		if (best == NULL || is_likelier(&filter->readings[i], best, context))
			best = &filter->readings[i];
	}
	*ret_ambiguous = false;
	for (size_t i = 0; i < filter->count; i++)
		*ret_ambiguous |= is_rival(&filter->readings[i], best, context);
	return best;
}
