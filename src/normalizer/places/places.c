/* Places of datelines: candidates by name, one of them by the rules of places.h.
 * Scores are hundredths of log10 of the population; what counts more than the number of people is
 * added to it.  Left out: distances, and what the story itself says about where it plays. */
#include "normalizer/places/places.h"

#include "normalizer/places/place_filter.h"
#include "normalizer/places/place_table.h"
#include "normalizer/places/place_variants.h"

enum {
	BONUS_CAPITAL = 1000,
	BONUS_HOME = 200, /* as if a hundred times as many lived there */
	BONUS_ALONE = 200,
	BONUS_EXONYM = 200,
	BONUS_COUNTRY = 50, /* a country's name for its capital */
	SCORE_FORM = 550,   /* "England", "Trinidad": the country, but for a city of some size */
	SCORE_AREA = 400,   /* "Asturias": the area, but for a town */
	MALUS_ALTERNATE = 200,
	MALUS_RANK = 100,  /* for each step by which the qualifier's reading is less likely */
	NEAR_ABROAD = 100, /* a runner-up in another country counts within a factor of ten */
	NEAR = 30,         /* in the same one within a factor of two */
	SCORE_TOWN = 500   /* of a place that is known by its name alone: 100,000 people */
};

struct candidate {
	uint32_t number; /* TX_PLACE_NONE: a country or an area as such */
	int score;
	char country[3];
	bool named; /* the name is the place's own, not that of its country */
};

struct choice {
	struct candidate best, second; /* `second` is another place than `best` */
	size_t count;
};

struct search {
	const struct tx_place_context *context;
	const struct tx_place_filter *filter; /* NULL: places anywhere */
	struct choice choice;
};

static void add_candidate(struct choice *choice, const struct candidate *candidate)
{
	struct candidate *best = &choice->best;

	if (choice->count > 0 && best->number == candidate->number) {
		bool named = best->named || candidate->named;
		if (candidate->score > best->score)
			*best = *candidate;
		best->named = named;
		return;
	}
	if (choice->count == 0 || candidate->score > best->score) {
		choice->second = *best;
		*best = *candidate;
	} else if (choice->count == 1 || candidate->score > choice->second.score) {
		choice->second = *candidate;
	}
	choice->count++;
}

static int score_name(const struct tx_place_record *record, enum tx_place_kind kind)
{
	bool capital = (record->flags & TX_PLACE_CAPITAL) != 0;

	if (kind == TX_PLACE_COUNTRY)
		return record->weight + BONUS_COUNTRY;
	if (kind == TX_PLACE_ALTERNATE)
		return record->weight - MALUS_ALTERNATE;
	return record->weight + (kind == TX_PLACE_EXONYM ? BONUS_EXONYM : 0) +
	       (capital ? BONUS_CAPITAL : 0);
}

static bool is_home(const struct search *search, const char *country)
{
	return search->filter == NULL && tx_place_at_home(search->context, country);
}

static void add_record(struct search *search, uint32_t number, enum tx_place_kind kind)
{
	struct candidate candidate = {.number = number, .named = kind != TX_PLACE_COUNTRY};
	struct tx_place_record record;
	struct tx_place_area area;

	tx_place_read_record(number, &record);
	candidate.score = score_name(&record, kind);
	if (search->filter != NULL) {
		int rank = tx_place_filter_rank(search->filter, &record, search->context);
		if (rank > TX_PLACE_RANK_WORST)
			return;
		candidate.score -= rank * MALUS_RANK;
	}
	tx_place_read_area(record.area, &area);
	memcpy(candidate.country, area.country, sizeof(area.country));
	if (is_home(search, area.country) && (record.flags & TX_PLACE_SECTION) == 0)
		candidate.score += BONUS_HOME;
	if ((record.flags & TX_PLACE_ALONE) != 0 && tx_place_in_english(search->context))
		candidate.score += BONUS_ALONE;
	add_candidate(&search->choice, &candidate);
}

/* A country or an area as such is a candidate only where no qualifier asks for a place in one. */
static void add_region(struct search *search, const char *country, int score)
{
	struct candidate candidate = {.number = TX_PLACE_NONE, .score = score, .named = true};

	if (search->filter != NULL)
		return;
	memcpy(candidate.country, country, sizeof(candidate.country));
	if (is_home(search, country))
		candidate.score += BONUS_HOME;
	add_candidate(&search->choice, &candidate);
}

static void add_country(struct search *search, const struct tx_place_posting *posting)
{
	char country[3];
	uint32_t capital = tx_place_read_country(posting->index, country);

	if (posting->kind == TX_PLACE_COUNTRY && capital != TX_PLACE_NONE)
		add_record(search, capital, posting->kind);
	else
		add_region(search, country, SCORE_FORM);
}

static void consider(struct search *search, const struct tx_place_posting *posting)
{
	struct tx_place_area area;

	switch (posting->kind) {
	case TX_PLACE_EXONYM:
	case TX_PLACE_NAME:
	case TX_PLACE_ALTERNATE:
		add_record(search, posting->index, posting->kind);
		break;
	case TX_PLACE_COUNTRY:
	case TX_PLACE_COUNTRY_FORM:
		add_country(search, posting);
		break;
	case TX_PLACE_AREA:
		tx_place_read_area(posting->index, &area);
		add_region(search, area.country, SCORE_AREA);
		break;
	case TX_PLACE_COUNTRY_WEAK:
	case TX_PLACE_AREA_MARK:
		break;
	}
}

static bool search_key(struct search *search, const struct tx_place_key *key)
{
	struct tx_place_postings postings = tx_place_find(tx_slice(key->text, key->len));
	struct tx_place_posting posting;

	while (tx_place_next(&postings, &posting))
		consider(search, &posting);
	return search->choice.count > 0;
}

static bool search_variants(struct search *search, const struct tx_place_key *key)
{
	struct tx_place_key variant;

	if (search_key(search, key))
		return true;
	for (size_t i = 0; i < TX_PLACE_VARIANTS; i++) {
		if (tx_place_variant(key, i, &variant) && search_key(search, &variant))
			return true;
	}
	return false;
}

/* "Madrid / Mérida": the first. */
static bool search_first_part(struct search *search, telex_slice name)
{
	struct tx_place_key key;
	size_t at = tx_slice_find(name, TX_LIT("/")), dash = tx_slice_find(name, TX_LIT(" - "));
	size_t len = at < dash ? at : dash;

	return len < name.len && tx_place_key(tx_slice_take(name, len), &key) &&
	       search_variants(search, &key);
}

static bool find_place(struct search *search, telex_slice name, const struct tx_place_key *key)
{
	search->choice.count = 0;
	return search_variants(search, key) || search_first_part(search, name);
}

static bool is_ambiguous(const struct choice *choice)
{
	int lead = choice->best.score - choice->second.score;

	if (!choice->best.named)
		return true;
	if (choice->count < 2)
		return false;
	bool abroad = strcmp(choice->best.country, choice->second.country) != 0;
	return lead < (abroad ? NEAR_ABROAD : NEAR);
}

static void set_place(struct tx_place *place, const struct choice *choice)
{
	struct tx_place_record record;
	struct tx_place_area area, above;

	tx_place_read_record(choice->best.number, &record);
	tx_place_read_area(record.area, &area);
	tx_place_read_area(area.above, &above);
	place->canonical = tx_place_text(record.name);
	memcpy(place->country, area.country, sizeof(area.country));
	if (area.code.len > 0)
		place->region = area.code;
	else if (above.code.len > 0)
		place->region = above.code;
	place->timezone = tx_place_zone(record.zone);
	place->geonames_id = record.geonames_id;
	place->latitude = record.latitude / 1e5;
	place->longitude = record.longitude / 1e5;
	place->ambiguous = is_ambiguous(choice);
}

/* The qualifier is known and the place is not: its country, never a homonym elsewhere. */
static void set_country(struct tx_place *place, const struct tx_place_filter *filter,
			const struct tx_place_context *context)
{
	const struct tx_place_reading *best =
		tx_place_filter_best(filter, context, &place->ambiguous);

	if (best != NULL)
		memcpy(place->country, best->country, sizeof(best->country));
}

/* The region of the place's country that one of the readings names, unless it has one. */
static void add_region_of(struct tx_place *place, const struct tx_place_filter *filter)
{
	struct tx_place_area area;

	for (size_t i = 0; i < filter->count; i++) {
		const struct tx_place_reading *reading = &filter->readings[i];
		if (reading->kind < TX_PLACE_AREA || strcmp(reading->country, place->country) != 0)
			continue;
		tx_place_read_area(reading->area, &area);
		if (area.code.len > 0 && place->region.len == 0)
			place->region = area.code;
	}
}

/* A name that is a country's or an area's: "Cataluña", "ENGLAND". */
static void set_region(struct tx_place *place, const struct tx_place_context *context)
{
	struct tx_place_filter filter;

	tx_place_filter_read(&filter, place->name, context);
	set_country(place, &filter, context);
	add_region_of(place, &filter);
}

/* A city that is a region of its own ("Taipei") may lie in one without a code by GeoNames. */
static void add_region_of_name(struct tx_place *place, const struct tx_place_context *context)
{
	struct tx_place_filter filter;

	if (place->region.len > 0)
		return;
	tx_place_filter_read(&filter, place->name, context);
	add_region_of(place, &filter);
}

/* A qualifier that is no country or area may be a place: then its state or community counts. */
static void read_qualifier(struct tx_place_filter *filter, telex_slice qualifier,
			   const struct tx_place_context *context)
{
	struct search search = {.context = context};
	struct tx_place_record record;
	struct tx_place_key key;

	filter->count = 0;
	if (qualifier.len == 0)
		return;
	tx_place_filter_read(filter, qualifier, context);
	if (filter->count > 0 || !tx_place_key(qualifier, &key) ||
	    !find_place(&search, qualifier, &key) || search.choice.best.number == TX_PLACE_NONE)
		return;
	tx_place_read_record(search.choice.best.number, &record);
	tx_place_filter_area_of(filter, &record);
}

void tx_place_resolve(struct tx_place *place, const struct tx_place_context *context)
{
	struct tx_place_filter filter;
	struct search search = {.context = context};
	struct tx_place_key key;

	if (!tx_place_key(place->name, &key) || tx_place_is_none(&key))
		return;
	read_qualifier(&filter, place->qualifier, context);
	if (filter.count > 0)
		search.filter = &filter;
	if (find_place(&search, place->name, &key) && search.choice.best.number != TX_PLACE_NONE) {
		set_place(place, &search.choice);
		add_region_of_name(place, context);
	} else if (filter.count > 0) {
		set_country(place, &filter, context);
	} else {
		set_region(place, context);
	}
}

enum tx_known_place tx_place_known(telex_slice name)
{
	const struct tx_place_context context = {.home = ""};
	struct search search = {.context = &context};
	const struct candidate *best = &search.choice.best;
	struct tx_place_key key;

	if (!tx_place_key(name, &key) || !find_place(&search, name, &key))
		return TX_KNOWN_NOTHING;
	if (best->number == TX_PLACE_NONE)
		return TX_KNOWN_REGION;
	return best->score >= SCORE_TOWN || !best->named ? TX_KNOWN_TOWN : TX_KNOWN_PLACE;
}
