/* The hash that deals sources out to shards is XXH64 of the path, and that of an archive's member
 * goes on from there. */
#include "cli/source/shard.h"

#include <string.h>

#include <xxhash.h>

uint64_t shard_hash(const char *path, const char *member)
{
	uint64_t hash = XXH64(path, strlen(path), 0);

	return member == NULL ? hash : XXH64(member, strlen(member), hash);
}

bool shard_has(const struct options *options, uint64_t hash)
{
	return options->shard_count <= 1 || hash % options->shard_count == options->shard_index - 1;
}
