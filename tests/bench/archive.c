/* telex on an archive of many small files: against a program that only walks, opens, reads and
 * closes them, with the files on the disk and with the files in memory; two workers against one; a
 * .tar.zst of them against libarchive's own reading of it; and the most memory that any of these
 * runs takes, a stream of 2 GB with them.
 *
 *     archive TELEX FOLDER COUNT FILE…       makes COUNT files in FOLDER of the FILEs
 *
 * The program runs itself as `archive --walk TREE` and `archive --read ARCHIVE`.  Prints times
 * and ratios; exit 1 when one is over its limit.  With the files in memory there is none for one
 * worker: reading them takes less time there than the floor program of the texts takes for them. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "dispatches.h"

#define ROUNDS        7
#define FILES_MAX     64
#define PER_FOLDER    1000
#define WALK_LIMIT    1.8
#define WORKERS_LIMIT 1.7
#define ARCHIVE_LIMIT 1.5
#define MEMORY_LIMIT  ((long)64 << 10) /* KiB */
#define STREAM_BYTES  ((size_t)2 << 30)
#define PATH_SIZE     4096

static char portion[128 << 10];

static void die(const char *what, const char *name)
{
	fprintf(stderr, "archive: %s: %s\n", what, name);
	exit(2);
}

static int walk(const char *path)
{
	char inside[PATH_SIZE + 256];
	DIR *folder = opendir(path);

	if (folder == NULL) {
		int fd = open(path, O_RDONLY);
		while (fd >= 0 && read(fd, portion, sizeof(portion)) > 0) {
		}
		close(fd);
		return 0;
	}
	for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(inside, sizeof(inside), "%s/%s", path, entry->d_name);
#ifdef DT_REG
		if (entry->d_type == DT_REG) {
			int fd = open(inside, O_RDONLY);
			while (read(fd, portion, sizeof(portion)) > 0) {
			}
			close(fd);
			continue;
		}
#endif
		walk(inside);
	}
	closedir(folder);
	return 0;
}

/* Put a file out of memory, so that the next run reads it from the disk. */
static void forget(const char *path)
{
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		die("cannot open", path);
	(void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	close(fd);
}

static int read_archive(const char *path)
{
	struct archive *archive = archive_read_new();
	struct archive_entry *entry;

	archive_read_support_filter_all(archive);
	archive_read_support_format_tar(archive);
	if (archive_read_open_filename(archive, path, sizeof(portion)) != ARCHIVE_OK)
		die("cannot read", path);
	while (archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
		while (archive_read_data(archive, portion, sizeof(portion)) > 0) {
		}
	}
	archive_read_free(archive);
	return 0;
}

static struct archive *new_archive(const char *path)
{
	struct archive *archive = archive_write_new();

	if (archive == NULL || archive_write_add_filter_zstd(archive) < ARCHIVE_WARN ||
	    archive_write_set_format_pax_restricted(archive) != ARCHIVE_OK ||
	    archive_write_open_filename(archive, path) != ARCHIVE_OK)
		die("cannot write", path);
	return archive;
}

static void add_member(struct archive *archive, const char *name, const struct text *text)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)text->len);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	if (archive_write_header(archive, entry) != ARCHIVE_OK ||
	    archive_write_data(archive, text->bytes, text->len) != (la_ssize_t)text->len)
		die("cannot write", name);
	archive_entry_free(entry);
}

static void name_file(char path[PATH_SIZE + 32], const char *tree, int i)
{
	snprintf(path, PATH_SIZE + 32, "%s/%03d/%06d.txt", tree, i / PER_FOLDER, i);
}

/* The same files as a tree and as an archive. */
static void make_files(const char *tree, const char *packed, int count, const struct text *texts,
		       int text_count)
{
	char path[PATH_SIZE + 32];
	struct archive *archive = new_archive(packed);
	struct text text = {malloc(1 << 20), 0, ""};
	unsigned seed = 1;
	double bytes = 0;

	mkdir(tree, 0777);
	for (int i = 0; i < count; i++) {
		text_vary(&text, &texts[i % text_count], &seed);
		snprintf(path, sizeof(path), "%s/%03d", tree, i / PER_FOLDER);
		if (i % PER_FOLDER == 0)
			mkdir(path, 0777);
		name_file(path, tree, i);
		FILE *file = fopen(path, "wb");
		if (file == NULL || fwrite(text.bytes, 1, text.len, file) != text.len ||
		    fclose(file) != 0)
			die("cannot write", path);
		add_member(archive, path + strlen(tree) + 1, &text);
		bytes += (double)text.len;
	}
	archive_write_close(archive);
	printf("archive: %d files, %.0f bytes each, %.0f MB, packed to %.0f MB\n", count,
	       bytes / count, bytes / 1e6, (double)archive_filter_bytes(archive, -1) / 1e6);
	archive_write_free(archive);
	free(text.bytes);
}

static void forget_files(const char *tree, int count)
{
	char path[PATH_SIZE + 32];

	sync();
	for (int i = 0; i < count; i++) {
		name_file(path, tree, i);
		forget(path);
	}
}

static void remove_files(const char *tree, int count)
{
	char path[PATH_SIZE + 32];

	for (int i = 0; i < count; i++) {
		name_file(path, tree, i);
		unlink(path);
	}
	for (int i = 0; i <= count / PER_FOLDER; i++) {
		snprintf(path, sizeof(path), "%s/%03d", tree, i);
		rmdir(path);
	}
	rmdir(tree);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Run a command, its output to a new file; returns seconds.  What the last run left after is out
 * of the way before the clock starts. */
static double time_run(const char *const *argv, const char *out)
{
	unlink(out);
	sync();
	double start = now();
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		int to = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);
		if (to >= 0 && dup2(to, STDOUT_FILENO) >= 0)
			execv(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
		die("failed", argv[0]);
	return now() - start;
}

static void feed_stream(int fd, const struct text *texts, int text_count)
{
	size_t total = 0;

	for (int i = 0; total < STREAM_BYTES; i = (i + 1) % text_count) {
		ssize_t done = write(fd, "ZCZC\n", 5);
		done += write(fd, texts[i].bytes, texts[i].len);
		done += write(fd, "\nNNNN\n", 6);
		if (done != (ssize_t)texts[i].len + 11)
			die("cannot write", "a pipe");
		total += (size_t)done;
	}
}

static void run_stream(const char *telex, const struct text *texts, int text_count)
{
	int ends[2], status = 0;
	pid_t child = pipe(ends) == 0 ? fork() : -1;

	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);
		if (dup2(ends[0], STDIN_FILENO) >= 0 && dup2(null, STDOUT_FILENO) >= 0 &&
		    close(ends[1]) == 0)
			execl(telex, telex, "-j2", "-", "/dev/null", (char *)NULL);
		_exit(127);
	}
	close(ends[0]);
	feed_stream(ends[1], texts, text_count);
	close(ends[1]);
	/* The empty second source is an error: two sources are needed to have two workers. */
	if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 1)
		die("failed", telex);
}

static int judge(const char *what, double ratio, double limit, int is_over)
{
	printf("%-44s %.2f (limit %.2f)%s\n", what, ratio, limit, is_over ? ": OVER" : "");
	return is_over;
}

enum { DISK_WALK, DISK_ONE, WALK, ONE, TWO, READ, TWO_PACKED, PACKED, RUNS };

struct run {
	const char *name;
	const char *argv[5];
	double seconds; /* of the fastest round */
};

struct tree {
	const char *path;
	int count;
};

/* What else the machine does makes a run longer, never shorter: the fastest round counts. */
static void time_all(struct run runs[RUNS], const struct tree *tree, const char *out)
{
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < RUNS; i++) {
			if (i == DISK_WALK || i == DISK_ONE)
				forget_files(tree->path, tree->count);
			double seconds = time_run(runs[i].argv, out);
			if (round == 0 || seconds < runs[i].seconds)
				runs[i].seconds = seconds;
		}
	}
	for (int i = 0; i < RUNS; i++)
		printf("%-44s %.3f s\n", runs[i].name, runs[i].seconds);
}

static int compare(const struct run runs[RUNS])
{
	double disk = runs[DISK_ONE].seconds / runs[DISK_WALK].seconds;
	double walk = runs[ONE].seconds / runs[WALK].seconds;
	double two = runs[ONE].seconds / runs[TWO].seconds;
	double packed = runs[PACKED].seconds / runs[READ].seconds;
	int over = judge("one worker to walking, files on the disk", disk, WALK_LIMIT,
			 disk > WALK_LIMIT);

	printf("%-44s %.2f\n", "one worker to walking, files in memory", walk);
	over |= judge("two workers, times as fast as one", two, WORKERS_LIMIT, two < WORKERS_LIMIT);
	printf("%-44s %.2f\n", "the .tar.zst to reading it, two workers",
	       runs[TWO_PACKED].seconds / runs[READ].seconds);
	over |= judge("the .tar.zst to reading it, all processors", packed, ARCHIVE_LIMIT,
		      packed > ARCHIVE_LIMIT);
	return over;
}

static int judge_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	printf("%-44s %ld KiB (limit %ld)\n", "most memory, a stream of 2 GB with it",
	       usage.ru_maxrss, MEMORY_LIMIT);
	return usage.ru_maxrss > MEMORY_LIMIT;
}

int main(int argc, char **argv)
{
	char tree[PATH_SIZE], packed[PATH_SIZE], out[PATH_SIZE];
	struct text texts[FILES_MAX];
	int text_count = argc - 4;

	if (argc == 3 && strcmp(argv[1], "--walk") == 0)
		return walk(argv[2]);
	if (argc == 3 && strcmp(argv[1], "--read") == 0)
		return read_archive(argv[2]);
	if (argc < 5 || text_count > FILES_MAX)
		die("usage", "archive TELEX FOLDER COUNT FILE...");
	snprintf(tree, sizeof(tree), "%s/archive.files", argv[2]);
	snprintf(packed, sizeof(packed), "%s/archive.tar.zst", argv[2]);
	snprintf(out, sizeof(out), "%s/archive.out", argv[2]);
	for (int i = 0; i < text_count; i++)
		texts[i] = text_read(argv[4 + i]);
	struct tree files = {tree, atoi(argv[3])};
	make_files(tree, packed, files.count, texts, text_count);
	struct run runs[RUNS] = {
		[DISK_WALK] = {"walking and reading the files, from the disk",
			       {argv[0], "--walk", tree},
			       0},
		[DISK_ONE] = {"telex -j1 of the files, from the disk", {argv[1], "-j1", tree}, 0},
		[WALK] = {"walking and reading the files", {argv[0], "--walk", tree}, 0},
		[ONE] = {"telex -j1 of the files", {argv[1], "-j1", tree}, 0},
		[TWO] = {"telex -j2 of the files", {argv[1], "-j2", tree}, 0},
		[READ] = {"libarchive reading the .tar.zst", {argv[0], "--read", packed}, 0},
		[TWO_PACKED] = {"telex -j2 of the .tar.zst", {argv[1], "-j2", packed}, 0},
		[PACKED] = {"telex of the .tar.zst, on all processors", {argv[1], packed}, 0},
	};
	time_all(runs, &files, out);
	int over = compare(runs);
	run_stream(argv[1], texts, text_count);
	over |= judge_memory();
	remove_files(tree, files.count);
	unlink(packed);
	unlink(out);
	for (int i = 0; i < text_count; i++)
		free(texts[i].bytes);
	return over;
}
