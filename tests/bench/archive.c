/* telex on an archive of many small files: against a program that only walks, opens, reads and
 * closes them; two workers against one; a .tar.zst of them against libarchive's own reading of it;
 * and the most memory that any of these runs takes, a stream of 2 GB with them.
 *
 *     archive TELEX FOLDER COUNT FILE…       makes COUNT files in FOLDER of the FILEs
 *
 * The program runs itself as `archive --walk TREE` and `archive --read ARCHIVE`.  Prints medians
 * and ratios; exit 1 when one is over its limit. */
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

#define ROUNDS        5
#define FILES_MAX     64
#define FILE_BYTES    3400 /* on average */
#define PER_FOLDER    1000
#define WALK_LIMIT    1.8
#define WORKERS_LIMIT 1.7
#define ARCHIVE_LIMIT 1.5
#define MEMORY_LIMIT  ((long)64 << 10) /* KiB */
#define STREAM_BYTES  ((size_t)2 << 30)
#define PATH_SIZE     4096

static char portion[128 << 10];

struct text {
	char *bytes;
	size_t len;
};

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

static struct text read_text(const char *path)
{
	struct text text = {malloc(1 << 20), 0};
	FILE *file = fopen(path, "rb");

	if (file == NULL || text.bytes == NULL)
		die("cannot read", path);
	text.len = fread(text.bytes, 1, 1 << 20, file);
	fclose(file);
	return text;
}

/* Other words in the same places: no two files of an archive are the same, and packing them must
 * not be easier than packing an agency's year.  Words change places inside a line's middle; its
 * ends, where its meaning to telex is, stay. */
static void shuffle_line(char *line, size_t len, unsigned *seed)
{
	char old[1024];
	size_t starts[128], count = 0;

	if (len < 80 || len > sizeof(old))
		return;
	size_t from = len / 4, to = len - len / 4;
	while (from < to && line[from - 1] != ' ')
		from++;
	while (to > from && line[to - 1] != ' ')
		to--;
	memcpy(old, line, len);
	for (size_t i = from; i < to && count < 128; i++) {
		if (old[i - 1] == ' ')
			starts[count++] = i;
	}
	for (size_t i = count, at = from; i-- > 0;) {
		*seed = *seed * 1103515245U + 12345U;
		size_t pick = *seed / 65536U % (i + 1), word = starts[pick];
		starts[pick] = starts[i];
		do
			line[at++] = old[word];
		while (old[word++] != ' ');
	}
}

static void shuffle(struct text *text, const struct text *of, unsigned *seed)
{
	size_t start = 0;

	memcpy(text->bytes, of->bytes, of->len);
	text->len = of->len;
	for (size_t i = 0; i < text->len; i++) {
		if (text->bytes[i] != '\n')
			continue;
		shuffle_line(text->bytes + start, i - start, seed);
		start = i + 1;
	}
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

/* The same files as a tree and as an archive. */
static void make_files(const char *tree, const char *packed, int count, const struct text *texts,
		       int text_count)
{
	char path[PATH_SIZE + 32];
	struct archive *archive = new_archive(packed);
	struct text text = {malloc(1 << 20), 0};
	unsigned seed = 1;
	double bytes = 0;

	mkdir(tree, 0777);
	for (int i = 0; i < count; i++) {
		shuffle(&text, &texts[i % text_count], &seed);
		snprintf(path, sizeof(path), "%s/%03d", tree, i / PER_FOLDER);
		if (i % PER_FOLDER == 0)
			mkdir(path, 0777);
		snprintf(path, sizeof(path), "%s/%03d/%06d.txt", tree, i / PER_FOLDER, i);
		FILE *file = fopen(path, "wb");
		if (file == NULL || fwrite(text.bytes, 1, text.len, file) != text.len ||
		    fclose(file) != 0)
			die("cannot write", path);
		add_member(archive, path + strlen(tree) + 1, &text);
		bytes += (double)text.len;
	}
	archive_write_close(archive);
	archive_write_free(archive);
	free(text.bytes);
	printf("archive: %d files, %.0f bytes each, %.0f MB\n", count, bytes / count, bytes / 1e6);
}

static void remove_files(const char *tree, int count)
{
	char path[PATH_SIZE + 32];

	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%03d/%06d.txt", tree, i / PER_FOLDER, i);
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

/* Run a command, its output to a new file; returns seconds.  What the last run left behind is out
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

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *times)
{
	qsort(times, ROUNDS, sizeof(times[0]), by_size);
	return times[ROUNDS / 2];
}

static int judge(const char *what, double ratio, double limit, int is_over)
{
	printf("%-44s %.2f (limit %.2f)%s\n", what, ratio, limit, is_over ? ": OVER" : "");
	return is_over;
}

enum { WALK, ONE, TWO, READ, PACKED, COMMANDS };

static int compare(const char *const commands[COMMANDS][6], const char *out)
{
	static const char *const names[COMMANDS] = {
		"walking and reading the files", "telex -j1 of the files", "telex -j2 of the files",
		"libarchive reading the .tar.zst", "telex -j2 of the .tar.zst"};
	double times[COMMANDS][ROUNDS], medians[COMMANDS];
	int over = 0;

	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < COMMANDS; i++)
			times[i][round] = time_run(commands[i], out);
	}
	for (int i = 0; i < COMMANDS; i++) {
		medians[i] = median(times[i]);
		printf("%-44s %.3f s\n", names[i], medians[i]);
	}
	double walk = medians[ONE] / medians[WALK], two = medians[ONE] / medians[TWO];
	double packed = medians[PACKED] / medians[READ];
	over |= judge("one worker to walking", walk, WALK_LIMIT, walk > WALK_LIMIT);
	over |= judge("two workers, times as fast as one", two, WORKERS_LIMIT, two < WORKERS_LIMIT);
	over |= judge("the .tar.zst to reading it", packed, ARCHIVE_LIMIT, packed > ARCHIVE_LIMIT);
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
		texts[i] = read_text(argv[4 + i]);
	make_files(tree, packed, atoi(argv[3]), texts, text_count);
	const char *const commands[COMMANDS][6] = {
		[WALK] = {argv[0], "--walk", tree},  [ONE] = {argv[1], "-j1", tree},
		[TWO] = {argv[1], "-j2", tree},      [READ] = {argv[0], "--read", packed},
		[PACKED] = {argv[1], "-j2", packed},
	};
	int over = compare(commands, out);
	run_stream(argv[1], texts, text_count);
	over |= judge_memory();
	remove_files(tree, atoi(argv[3]));
	unlink(packed);
	unlink(out);
	for (int i = 0; i < text_count; i++)
		free(texts[i].bytes);
	return over;
}
