/* Phrases with which papers close their stories to readers who do not pay. */
#include "reader/page/facts/wall.h"

#include "core/ascii.h"
#include "core/scan.h"

#define REACH     8   /* blocks after the story */
#define BLOCK_MAX 300 /* bytes */

/* In small letters. */
static const char *const phrases[] = {
	"subscribe to continue",
	"subscribe to read",
	"to continue reading",
	"to keep reading",
	"this article is for subscribers",
	"subscribers only",
	"seguir leyendo",
	"para suscriptores",
	"solo suscriptores",
	"sólo suscriptores",
	"contenido exclusivo",
	"conteúdo exclusivo",
	"exclusivo para assinantes",
	"continuar a ler",
	"réservé aux abonn",
	"réservée aux abonn",
	"pour lire la suite",
	"weiterlesen mit",
	"jetzt weiterlesen",
	"für abonnenten",
	"per continuare a leggere",
	"riservato agli abbonati",
};

static bool has_phrase(telex_slice text)
{
	for (size_t at = 0; at < text.len; at++) {
		telex_slice here = tx_slice_skip(text, at);
		for (size_t i = 0; i < TX_COUNT(phrases); i++) {
			if (tx_slice_starts_nocase(here, tx_slice_of(phrases[i])))
				return true;
		}
	}
	return false;
}

bool tx_page_has_wall(const struct tx_page_blocks *page, size_t last)
{
	for (size_t i = last + 1; i < page->block_count && i <= last + REACH; i++) {
		if (page->blocks[i].len <= BLOCK_MAX && has_phrase(tx_page_block_text(page, i)))
			return true;
	}
	return false;
}
