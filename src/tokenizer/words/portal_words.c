/* Tables of what portals print around a story, in es ca gl pt en fr de it.  A line is known as a
 * whole, but for paths of sections, reading times and mottos, which are known by their parts. */
#include "tokenizer/words/portal_words.h"

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "core/fold.h"
#include "tokenizer/words/words.h"

#define KEY_MAX     80
#define LISTED_MAX  30 /* bytes of the longest listed line */
#define MOTTO_WORDS 10
#define READ_WORDS  7
#define LABEL_MAX   16 /* bytes */

/* Folded, sorted. */
static const char *const sections[] = {"accueil",
				       "actualidad",
				       "actualite",
				       "actualites",
				       "africa",
				       "ambiente",
				       "america",
				       "america latina",
				       "americas",
				       "asia",
				       "ausland",
				       "baloncesto",
				       "brasil",
				       "breaking news",
				       "business",
				       "calcio",
				       "ciencia",
				       "cotidiano",
				       "cronaca",
				       "cultura",
				       "culture",
				       "depeches",
				       "deportes",
				       "desporto",
				       "deutschland",
				       "economia",
				       "economia y finanzas",
				       "economie",
				       "economy",
				       "educacao",
				       "educacion",
				       "eeuu",
				       "empresas",
				       "entertainment",
				       "environment",
				       "environnement",
				       "espana",
				       "esporte",
				       "esportes",
				       "esports",
				       "estados unidos",
				       "esteri",
				       "europa",
				       "europe",
				       "faits divers",
				       "football",
				       "france",
				       "futbol",
				       "gente",
				       "gesellschaft",
				       "gesundheit",
				       "health",
				       "home",
				       "inicio",
				       "inland",
				       "internacional",
				       "international",
				       "italia",
				       "kultur",
				       "latinoamerica",
				       "lifestyle",
				       "local",
				       "markets",
				       "medio ambiente",
				       "mercados",
				       "middle east",
				       "monde",
				       "mondo",
				       "motor",
				       "mundo",
				       "nachrichten",
				       "nacional",
				       "news",
				       "noticias",
				       "opinion",
				       "pais",
				       "panorama",
				       "politica",
				       "politics",
				       "politik",
				       "politique",
				       "portada",
				       "primo piano",
				       "salud",
				       "salute",
				       "sante",
				       "saude",
				       "science",
				       "sciences",
				       "scienza",
				       "soccer",
				       "sociedad",
				       "sociedade",
				       "societat",
				       "societe",
				       "spettacoli",
				       "sport",
				       "sports",
				       "startseite",
				       "sucesos",
				       "tech",
				       "technology",
				       "tecnologia",
				       "television",
				       "tenis",
				       "top news",
				       "top stories",
				       "u.s.",
				       "uk",
				       "ultima hora",
				       "ultima ora",
				       "ultimas noticias",
				       "union europea",
				       "us",
				       "us news",
				       "vermischtes",
				       "viajes",
				       "welt",
				       "wirtschaft",
				       "wissen",
				       "wissenschaft",
				       "world",
				       "world news"};

/* Folded, without a colon, sorted. */
static const char *const buttons[] = {"advertisement",
				      "anzeige",
				      "article reserve aux abonnes",
				      "artikel anhoren",
				      "ascolta",
				      "ascolta l'articolo",
				      "comentar",
				      "comentarios",
				      "commenta",
				      "commenter",
				      "comments",
				      "comparte",
				      "compartilhar",
				      "compartilhe",
				      "compartir",
				      "compartir noticia",
				      "condividi",
				      "copiar enlace",
				      "copy link",
				      "drucken",
				      "ecouter",
				      "ecouter l'article",
				      "email",
				      "escuchar",
				      "escuchar articulo",
				      "escuchar noticia",
				      "exclusivo suscriptores",
				      "facebook",
				      "flipboard",
				      "follow us",
				      "gift this article",
				      "guardar",
				      "imprimer",
				      "imprimir",
				      "iniciar sesion",
				      "kommentare",
				      "kommentieren",
				      "linkedin",
				      "listen",
				      "listen to this article",
				      "merken",
				      "ouvir",
				      "ouvir noticia",
				      "partager",
				      "partager l'article",
				      "partilhar",
				      "pinterest",
				      "print",
				      "pubblicita",
				      "publicidad",
				      "publicidade",
				      "publicite",
				      "reagir",
				      "s'abonner",
				      "save",
				      "share",
				      "share article",
				      "share this",
				      "share this article",
				      "sign in",
				      "siguenos",
				      "stampa",
				      "subscribe",
				      "suscribete",
				      "teilen",
				      "telegram",
				      "twitter",
				      "ver comentarios",
				      "vorlesen",
				      "whatsapp",
				      "x"};

static const char *const contacts[] = {"contact",
				       "contacts",
				       "contacto",
				       "contactos",
				       "kontakt",
				       "kontakte",
				       "contatti",
				       "contatto",
				       "contato",
				       "contatos",
				       "media contacts",
				       "media contact",
				       "press contact",
				       "investor contact",
				       "investor contacts",
				       "company contact",
				       "company contacts",
				       "investor relations contact",
				       "investor relations contacts",
				       "for further information",
				       "for further information, please contact",
				       "for more information",
				       "for more information, please contact",
				       "for more information, contact",
				       "press contacts",
				       "contactos de prensa",
				       "pressekontakt",
				       "contact presse",
				       "contacts presse",
				       NULL};

static telex_slice strip(telex_slice s)
{
	while (s.len > 0 && strchr(":.!>\xbb ", s.ptr[s.len - 1]) != NULL)
		s.len--;
	return s;
}

/* Labels whose value is on the next line; folded, without a colon, sorted. */
static const struct label {
	const char *text;
	enum tx_portal_words kind;
} labels[] = {
	{"actualizado", TX_PORTAL_DATED},
	{"aktualisiert", TX_PORTAL_DATED},
	{"by", TX_PORTAL_BY},
	{"door", TX_PORTAL_BY},
	{"fonte", TX_PORTAL_SOURCED},
	{"fuente", TX_PORTAL_SOURCED},
	{"issued on", TX_PORTAL_DATED},
	{"last updated", TX_PORTAL_DATED},
	{"modified", TX_PORTAL_DATED},
	{"news provided by", TX_PORTAL_PROVIDED},
	{"par", TX_PORTAL_BY},
	{"por", TX_PORTAL_BY},
	{"posted", TX_PORTAL_DATED},
	{"pubblicato", TX_PORTAL_DATED},
	{"publicado", TX_PORTAL_DATED},
	{"publie le", TX_PORTAL_DATED},
	{"published", TX_PORTAL_DATED},
	{"published on", TX_PORTAL_DATED},
	{"quelle", TX_PORTAL_SOURCED},
	{"source", TX_PORTAL_SOURCED},
	{"stand", TX_PORTAL_DATED},
	{"updated", TX_PORTAL_DATED},
	{"veroffentlicht", TX_PORTAL_DATED},
	{"von", TX_PORTAL_BY},
};

static enum tx_portal_words label_kind(telex_slice key)
{
	const struct label *label =
		key.len > LABEL_MAX || strchr("abdfilmnpqsuv", key.ptr[0]) == NULL
			? NULL
			: tx_find_row(labels, TX_COUNT(labels), sizeof(labels[0]), key);

	return label == NULL ? TX_PORTAL_NOTHING : label->kind;
}

/* Words of reading times beside a number and minutes. */
static const char *const reading[] = {"read",     "lectura", "lecture", "lettura", "leitura",
				      "lesezeit", "reading", "lesen",   "leer",    NULL};
static const char *const minutes[] = {"min",     "mins",    "minuto", "minutos", "minute",
				      "minutes", "minuten", "minuti", "minuts",  NULL};

/* Words that a motto has: a paper, and since when. */
static const char *const papers[] = {
	"periodico", "diario",     "noticias",     "newspaper",  "news",       "journal",
	"quotidien", "zeitung",    "tageszeitung", "giornale",   "quotidiano", "jornal",
	"portal",    "periodismo", "informacion",  "journalism", "gazette",    "daily",
	"prensa",    "press",      "presse",       NULL};
static const char *const since[] = {"desde", "since",   "depuis",  "seit", "dal",
				    "est.",  "fundado", "founded", NULL};

#define IN_SORTED(key, list) (tx_find_row(list, TX_COUNT(list), sizeof((list)[0]), key) != NULL)

/* "Inicio > Economía", "España | Política": sections between signs that part them. */
static bool is_section_path(telex_slice key)
{
	while (key.len > 0) {
		size_t end = 0;
		while (end < key.len && strchr(">|/\xbb", key.ptr[end]) == NULL)
			end++;
		telex_slice part = tx_trim(tx_slice_take(key, end));
		if (part.len > 0 && (unsigned char)part.ptr[part.len - 1] == 0xc2)
			part = tx_trim(tx_slice_take(part, part.len - 1));
		if (!IN_SORTED(part, sections))
			return false;
		key = tx_slice_skip(key, end + 1);
	}
	return true;
}

static bool is_reading_time(telex_slice key)
{
	telex_slice rest = key, word;
	size_t words = 0, numbers = 0, units = 0, reads = 0;

	while ((word = tx_next_word(&rest)).len > 0 && words <= READ_WORDS) {
		word = strip(word);
		numbers += word.len > 0 && tx_is_digit(word.ptr[0]);
		units += tx_slice_in(word, minutes) || tx_slice_ends(word, TX_LIT("min"));
		reads += tx_slice_in(word, reading);
		words++;
	}
	return words <= READ_WORDS && numbers == 1 && units == 1 && reads > 0;
}

static bool is_year(telex_slice word)
{
	word = strip(word);
	return word.len == 4 && tx_is_digit(word.ptr[0]) && tx_is_digit(word.ptr[3]) &&
	       word.ptr[0] <= '2';
}

/* A paper and "since" with a year. */
static bool is_motto(telex_slice key)
{
	telex_slice rest = key, word;
	size_t words = 0;
	bool paper = false, dated = false, after_since = false;

	while ((word = tx_next_word(&rest)).len > 0 && words <= MOTTO_WORDS) {
		paper |= tx_slice_in(strip(word), papers);
		dated |= after_since && is_year(word);
		after_since = tx_slice_in(word, since);
		words++;
	}
	return words <= MOTTO_WORDS && paper && dated;
}

/* "Seguir a Agencia EFE", "Síguenos en Google News": words of a button around an agency or a
 * site. */
static bool is_follow(telex_slice key)
{
	static const char *const opens[] = {
		"seguir",       "sigue",  "siga",     "siguenos",  "siganos", "segui", "seguici",
		"suivre",       "suivez", "agregar",  "follow",    "folgen",  "unete", "compartir",
		"compartilhar", "share",  "partager", "condividi", NULL};
	static const char *const sites[] = {
		"google",    "discover", "whatsapp", "telegram", "twitter", "x", "facebook",
		"instagram", "youtube",  "tiktok",   "threads",  "bluesky", NULL};
	static const char *const links[] = {
		"a",    "al",    "en", "el",       "la",    "nuestro", "canal", "de",      "nous",
		"sur",  "notre", "su", "no",       "nosso", "on",      "us",    "our",     "auf",
		"news", "y",     "e",  "noticias", "como",  "fuente",  "page",  "agencia", NULL};
	telex_slice rest = key, word = tx_next_word(&rest);
	size_t named = 0;

	if (!tx_slice_in(word, opens))
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		bool name = tx_slice_in(word, sites) || tx_is_agency(word);
		if (!name && !tx_slice_in(word, links))
			return false;
		named += name;
	}
	return named > 0;
}

static bool is_address(telex_slice key)
{
	if (memchr(key.ptr, ' ', key.len) != NULL)
		return false;
	return tx_slice_opens(key, "www.") || tx_slice_opens(key, "http://") ||
	       tx_slice_opens(key, "https://");
}

/* A long line without a figure is a title, if it is no address or path. */
static bool is_long(telex_slice line)
{
	if (line.len <= LISTED_MAX)
		return false;
	for (size_t i = 0; i < line.len; i++) {
		if (tx_is_digit(line.ptr[i]) || line.ptr[i] == '>')
			return false;
	}
	return memchr(line.ptr, ' ', line.len) != NULL;
}

/* "Image 1 of 5", "2 of 13": where a page is in its pictures. */
static bool is_counter(telex_slice key)
{
	static const char *const of[] = {"of", "von", "de", "di", "van", "/", NULL};
	static const char *const pictures[] = {"image", "photo", "foto", "bild", "slide", NULL};
	telex_slice rest = key, word = tx_next_word(&rest);

	if (tx_slice_in(word, pictures))
		word = tx_next_word(&rest);
	if (word.len == 0 || tx_count_digits(word) != word.len ||
	    !tx_slice_in(tx_next_word(&rest), of))
		return false;
	word = tx_next_word(&rest);
	return word.len > 0 && tx_count_digits(word) == word.len && tx_trim(rest).len == 0;
}

enum tx_portal_words tx_portal_words(telex_slice line)
{
	char folded[KEY_MAX];

	if (line.len == 0 || line.len >= KEY_MAX || is_long(line))
		return TX_PORTAL_NOTHING;
	telex_slice key = tx_slice(folded, tx_fold(line, folded, KEY_MAX));
	telex_slice bare = strip(key);
	if (bare.len == 0)
		return TX_PORTAL_NOTHING;
	if (is_address(key) || is_motto(key))
		return TX_PORTAL_MOTTO;
	if (is_section_path(bare))
		return TX_PORTAL_SECTION;
	if (tx_slice_in(bare, contacts))
		return TX_PORTAL_CONTACTS;
	if (IN_SORTED(bare, buttons))
		return TX_PORTAL_BUTTON;
	if (is_follow(bare))
		return TX_PORTAL_BUTTON;
	if (tx_is_digit(bare.ptr[bare.len - 1]) && is_counter(bare))
		return TX_PORTAL_BUTTON;
	return is_reading_time(key) ? TX_PORTAL_READING : label_kind(bare);
}
