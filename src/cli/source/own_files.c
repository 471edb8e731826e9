/* A file is known by its device and its number there, so that no name and no link hides it.  What
 * is no regular file cannot be fed to itself. */
#include "cli/source/own_files.h"

static void add(struct own_files *own, const struct stat *info, bool is_target)
{
	if (S_ISREG(info->st_mode) && own->count < OWN_FILES_MAX)
		own->files[own->count++] = (struct own_file){
			.dev = info->st_dev, .ino = info->st_ino, .is_target = is_target};
}

void own_files_add_open(struct own_files *own, int fd)
{
	struct stat info;

	if (fstat(fd, &info) == 0)
		add(own, &info, false);
}

void own_files_add_target(struct own_files *own, const char *path)
{
	struct stat info;

	if (stat(path, &info) == 0)
		add(own, &info, true);
}

const struct own_file *own_files_find(const struct own_files *own, const struct stat *source)
{
	for (size_t i = 0; i < own->count; i++) {
		if (own->files[i].dev == source->st_dev && own->files[i].ino == source->st_ino)
			return &own->files[i];
	}
	return NULL;
}
