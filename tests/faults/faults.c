/* Goes between a program and the C library and lets calls that change files fail.
 *
 * Put into a process with LD_PRELOAD. `faults_arm` says where (below which folder), at which
 * call (counted from 1, of those that can fail so) and how:
 *
 *   kill    the process is killed before the call
 *   tear    a write puts down half of what it should, then the process is killed
 *   eio     the call fails once: input/output error
 *   lose    a flush fails once: input/output error
 *   enospc  what needs space fails once: no space left
 *   short   a write puts down half of what it should and says so
 *   full    from that call on, nothing that needs space succeeds
 *
 * Nothing waits for a disk: flushes do nothing but are counted. With `faults_trace` every call
 * that succeeds is written down, so that what a power cut would leave can be worked out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum mode { NONE, KILL, TEAR, FAIL_IO, LOSE, FAIL_SPACE, SHORT, FULL };
enum call { WRITE, SPACE, FLUSH, OTHER };

static const char *const modes[] = {"none", "kill",   "tear",  "eio",
                                    "lose", "enospc", "short", "full"};
static char below[PATH_MAX];
static enum mode how = NONE;
static long strike_at, calls;
static int trace = -1;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

void faults_arm(const char *folder, const char *mode, long at) {
    snprintf(below, sizeof below, "%s", folder);
    how = NONE;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (!strcmp(mode, modes[i])) how = (enum mode)i;
    strike_at = at;
    calls = 0;
}

long faults_calls(void) { return calls; }

void faults_trace(int descriptor) { trace = descriptor; }

static void put(const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    const char *rest = data;
    while (size) {
        ssize_t done = real(trace, rest, size);
        if (done <= 0) abort();
        rest += done;
        size -= (size_t)done;
    }
}

static void record(const char *what, const char *path, const char *other, const void *data,
                   size_t size) {
    char head[2 * PATH_MAX + 100];
    if (trace < 0) return;
    int error = errno;
    int length = snprintf(head, sizeof head, "%s\t%s\t%s\t%zu\n", what, path, other, size);
    put(head, (size_t)length);
    if (size) put(data, size);
    errno = error;
}

void faults_note(const char *text) { record("note", text, "", "", 0); }

/* Make the path that a call is about whole; return whether it is below the folder. */
static int whole(char *path, int folder, const char *name) {
    char link[64];
    int error = errno;
    if (name && (name[0] == '/' || folder == AT_FDCWD)) {
        snprintf(path, PATH_MAX, "%s", name);
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        path[length < 0 ? 0 : length] = 0;
        if (name) {
            size_t used = strlen(path);
            snprintf(path + used, PATH_MAX - used, "/%s", name);
        }
    }
    errno = error;
    size_t length = strlen(below);
    return length && !strncmp(path, below, length) && (!path[length] || path[length] == '/');
}

static int can_fail(enum call call) {
    switch (how) {
    case TEAR:
    case SHORT: return call == WRITE;
    case LOSE: return call == FLUSH;
    case FAIL_SPACE:
    case FULL: return call == WRITE || call == SPACE;
    default: return 1;
    }
}

/* Count a call and return the mode that strikes it. */
static enum mode struck(enum call call) {
    if (!can_fail(call)) return NONE;
    calls++;
    if (calls != strike_at && !(how == FULL && calls > strike_at)) return NONE;
    if (how == KILL) raise(SIGKILL);
    return how;
}

static int fails(enum mode mode) {
    if (mode == FAIL_IO || mode == LOSE) errno = EIO;
    if (mode == FAIL_SPACE || mode == FULL) errno = ENOSPC;
    return mode != NONE && mode != SHORT && mode != TEAR;
}

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    REAL(int, "openat", int, const char *, int, ...);
    int changes = flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR);
    int ours = changes && whole(path, folder, name);
    if (ours && fails(struck(flags & O_CREAT ? SPACE : OTHER))) return -1;
    int result = real(folder, name, flags, mode);
    if (ours && result >= 0) record(flags & O_TRUNC ? "truncate" : "open", path, "", "", 0);
    return result;
}

#define MODE_OF(flags) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, name, flags, mode);
}

int openat(int folder, const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, name, flags, mode);
}

ssize_t write(int file, const void *data, size_t size) {
    char path[PATH_MAX];
    REAL(ssize_t, "write", int, const void *, size_t);
    if (!*below || !whole(path, file, NULL)) return real(file, data, size);
    enum mode mode = struck(WRITE);
    if (fails(mode)) return -1;
    if ((mode == SHORT || mode == TEAR) && size > 1) size /= 2;
    ssize_t done = real(file, data, size);
    if (mode == TEAR) raise(SIGKILL);
    if (done > 0) record("write", path, "", data, (size_t)done);
    return done;
}

static int flushed(int file) {
    char path[PATH_MAX];
    if (!*below || !whole(path, file, NULL)) return 0;
    if (fails(struck(FLUSH))) {
        record("lost", path, "", "", 0);
        return -1;
    }
    record("flush", path, "", "", 0);
    return 0;
}

int fsync(int file) { return flushed(file); }

int fdatasync(int file) { return flushed(file); }

int close(int file) {
    char path[PATH_MAX];
    REAL(int, "close", int);
    if (!*below || (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDONLY || !whole(path, file, NULL))
        return real(file);
    enum mode mode = struck(OTHER);
    int result = real(file);
    return fails(mode) ? -1 : result;
}

#define CHANGES_ONE(folder, name, kind, call, what) \
    char path[PATH_MAX]; \
    int ours = whole(path, folder, name); \
    if (ours && fails(struck(kind))) return -1; \
    int result = call; \
    if (ours && !result) record(what, path, "", "", 0); \
    return result;

int unlink(const char *name) {
    REAL(int, "unlink", const char *);
    CHANGES_ONE(AT_FDCWD, name, OTHER, real(name), "unlink")
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    CHANGES_ONE(folder, name, OTHER, real(folder, name, flags), "unlink")
}

int rmdir(const char *name) {
    REAL(int, "rmdir", const char *);
    CHANGES_ONE(AT_FDCWD, name, OTHER, real(name), "unlink")
}

int mkdir(const char *name, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    CHANGES_ONE(AT_FDCWD, name, SPACE, real(name, mode), "mkdir")
}

int mkdirat(int folder, const char *name, mode_t mode) {
    REAL(int, "mkdirat", int, const char *, mode_t);
    CHANGES_ONE(folder, name, SPACE, real(folder, name, mode), "mkdir")
}

int chmod(const char *name, mode_t mode) {
    REAL(int, "chmod", const char *, mode_t);
    CHANGES_ONE(AT_FDCWD, name, OTHER, real(name, mode), "chmod")
}

int fchmod(int file, mode_t mode) {
    REAL(int, "fchmod", int, mode_t);
    CHANGES_ONE(file, NULL, OTHER, real(file, mode), "chmod")
}

int ftruncate(int file, off_t size) {
    REAL(int, "ftruncate", int, off_t);
    CHANGES_ONE(file, NULL, OTHER, real(file, size), "truncate")
}

int ftruncate64(int file, off_t size) { return ftruncate(file, size); }

static int renamed(const char *name, const char *target) {
    char from[PATH_MAX], to[PATH_MAX];
    REAL(int, "rename", const char *, const char *);
    int ours = whole(from, AT_FDCWD, name) | whole(to, AT_FDCWD, target);
    if (ours && fails(struck(SPACE))) return -1;
    int result = real(name, target);
    if (ours && !result) record("rename", from, to, "", 0);
    return result;
}

int rename(const char *name, const char *target) { return renamed(name, target); }
