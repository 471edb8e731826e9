/* Matching goes forwards with two places to go back to, that of the last "*" and that of the last
 * "**", so that its time is at most the product of the lengths.  Alternatives are written out
 * first, one after the other. */
#include "cli/options/globs.h"

#include <string.h>

#define GLOB_MAX 256 /* bytes of a pattern, its alternatives written out */
#define NEST_MAX 4   /* braces in one pattern */

/* The end of the set that begins at `glob`, after its ']'; NULL: it has none. */
static const char *end_of_set(const char *glob)
{
	const char *p = glob + 1;

	p += *p == '!' || *p == '^';
	p += *p == ']';
	while (*p != '\0' && *p != ']')
		p += p[0] == '\\' && p[1] != '\0' ? 2 : 1;
	return *p == ']' ? p + 1 : NULL;
}

static bool is_in_set(const char *glob, const char *end, char c)
{
	bool negated = glob[1] == '!' || glob[1] == '^', found = false;

	for (const char *p = glob + 1 + negated; p < end - 1; p++) {
		p += *p == '\\' && p + 1 < end - 1;
		unsigned char least = (unsigned char)*p, most = least;
		if (p + 2 < end - 1 && p[1] == '-') {
			most = (unsigned char)p[2];
			p += 2;
		}
		found = found || ((unsigned char)c >= least && (unsigned char)c <= most);
	}
	return found != negated && c != '/';
}

/* Bytes of the character at `path`: UTF-8, or one byte of anything else. */
static size_t char_len(const char *path)
{
	size_t len = 1;

	if (((unsigned char)path[0] & 0xc0) != 0xc0)
		return len;
	while (len < 4 && ((unsigned char)path[len] & 0xc0) == 0x80)
		len++;
	return len;
}

/* Match one character; false, or both go on. */
static bool match_one(const char **glob, const char **path)
{
	const char *end;
	char c = **path;

	if (c == '\0')
		return false;
	if (**glob == '?' && c != '/') {
		*path += char_len(*path);
		++*glob;
		return true;
	}
	if (**glob == '[' && (end = end_of_set(*glob)) != NULL && is_in_set(*glob, end, c)) {
		*glob = end;
		++*path;
		return true;
	}
	const char *literal = *glob + ((*glob)[0] == '\\' && (*glob)[1] != '\0');
	if (**glob == '?' || **glob == '[' || *literal != c)
		return false;
	*glob = literal + 1;
	++*path;
	return true;
}

/* A place to go back to: the pattern after a star, and the path from which it is tried next. */
struct retry {
	const char *glob, *path;
};

/* Note a star, and go past it; false: not one here. */
static bool pass_star(const char **glob, const char *path, struct retry *star,
		      struct retry *folders)
{
	if (strncmp(*glob, "**/", 3) == 0) {
		*glob += 3;
		*folders = (struct retry){*glob, path};
		star->glob = NULL;
	} else if (**glob == '*') {
		*glob += strspn(*glob, "*");
		*star = (struct retry){*glob, path};
	} else {
		return false;
	}
	return true;
}

/* Let the last star take one byte more, or the last "**" one folder more. */
static bool go_back(const char **glob, const char **path, struct retry *star, struct retry *folders)
{
	const char *slash;

	if (star->glob != NULL && *star->path != '\0' && *star->path != '/') {
		star->path++;
		*glob = star->glob;
		*path = star->path;
		return true;
	}
	if (folders->glob == NULL || (slash = strchr(folders->path, '/')) == NULL)
		return false;
	star->glob = NULL;
	folders->path = slash + 1;
	*glob = folders->glob;
	*path = folders->path;
	return true;
}

static bool match(const char *glob, const char *path)
{
	struct retry star = {NULL, NULL}, folders = {NULL, NULL};

	for (;;) {
		if (strcmp(glob, "**") == 0 && *path != '\0')
			return true;
		if (*glob == '\0' && *path == '\0')
			return true;
		if (pass_star(&glob, path, &star, &folders) || match_one(&glob, &path))
			continue;
		if (!go_back(&glob, &path, &star, &folders))
			return false;
	}
}

/* The brace that is open at `glob`'s end or the first one; what is escaped or in a set is not. */
static const char *find(const char *glob, const char *marks)
{
	int depth = 0;

	for (const char *p = glob; *p != '\0'; p++) {
		if (depth == 0 && strchr(marks, *p) != NULL)
			return p;
		if (*p == '\\' && p[1] != '\0')
			p++;
		else if (*p == '[' && end_of_set(p) != NULL)
			p = end_of_set(p) - 1;
		else
			depth += (*p == '{') - (*p == '}');
	}
	return NULL;
}

/* `depth`: braces that have been written out. */
static bool match_alternatives(const char *glob, const char *path, unsigned depth)
{
	const char *open = find(glob, "{"), *close = open == NULL ? NULL : find(open + 1, "}");
	char one[GLOB_MAX + 1];

	if (close == NULL || depth == NEST_MAX)
		return match(glob, path);
	for (const char *from = open + 1, *to; from <= close; from = to + 1) {
		to = find(from, ",}");
		size_t before = (size_t)(open - glob), len = (size_t)(to - from);
		memcpy(one, glob, before);
		memcpy(one + before, from, len);
		strcpy(one + before + len, close + 1);
		if (match_alternatives(one, path, depth + 1))
			return true;
	}
	return false;
}

bool glob_matches(const char *glob, const char *path)
{
	const char *slash = strchr(glob, '/');
	char anywhere[GLOB_MAX + 4];

	if (slash == glob)
		return match_alternatives(glob + 1, path, 0);
	if (slash != NULL)
		return match_alternatives(glob, path, 0);
	memcpy(anywhere, "**/", 3);
	strcpy(anywhere + 3, glob);
	return match_alternatives(anywhere, path, 0);
}

static bool has_open_set(const char *glob)
{
	for (; *glob != '\0'; glob++) {
		const char *end = *glob == '[' ? end_of_set(glob) : glob + 1;
		if (end == NULL)
			return true;
		glob = *glob == '\\' && glob[1] != '\0' ? glob + 1 : end - 1;
	}
	return false;
}

static bool add(const char **globs, size_t *count, const char *glob)
{
	size_t len = strlen(glob), braces = 0;
	const char *at = glob, *close;

	for (; (at = find(at, "{")) != NULL; at = close + 1) {
		close = find(at + 1, "}");
		if (close == NULL || ++braces > NEST_MAX)
			return false;
	}
	if (len == 0 || len > GLOB_MAX - 3 || *count == GLOBS_MAX || find(glob, "}") != NULL ||
	    has_open_set(glob))
		return false;
	globs[(*count)++] = glob;
	return true;
}

bool globs_include(struct globs *globs, const char *glob)
{
	return add(globs->included, &globs->include_count, glob);
}

bool globs_exclude(struct globs *globs, const char *glob)
{
	return add(globs->excluded, &globs->exclude_count, glob);
}

/* Whether a pattern matches the path, or a folder that it is in; "name/" matches folders only. */
static bool matches_above(const char *glob, const char *path, size_t len, bool is_folder)
{
	char above[4096], folder[GLOB_MAX + 1];
	size_t glob_len = strlen(glob);
	bool folders_only = glob_len > 1 && glob[glob_len - 1] == '/';

	strcpy(folder, glob);
	if (folders_only)
		folder[glob_len - 1] = '\0';
	for (size_t i = 1; i <= len && i < sizeof(above); i++) {
		if (i < len ? path[i] != '/' : folders_only && !is_folder)
			continue;
		memcpy(above, path, i);
		above[i] = '\0';
		if (glob_matches(folder, above))
			return true;
	}
	return false;
}

bool globs_want(const struct globs *globs, const char *path)
{
	size_t len = strlen(path);
	bool included = globs->include_count == 0;

	for (size_t i = 0; i < globs->include_count && !included; i++) {
		const char *glob = globs->included[i];
		included = glob[strlen(glob) - 1] == '/' ? matches_above(glob, path, len, false)
							 : glob_matches(glob, path);
	}
	for (size_t i = 0; i < globs->exclude_count && included; i++)
		included = !matches_above(globs->excluded[i], path, len, false);
	return included;
}

bool globs_exclude_folder(const struct globs *globs, const char *path)
{
	for (size_t i = 0; i < globs->exclude_count; i++) {
		if (matches_above(globs->excluded[i], path, strlen(path), true))
			return true;
	}
	return false;
}
