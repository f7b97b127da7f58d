/* What a program writes to files in one folder, in order: preloaded into it (tests/ledger/power.py).

   Each record is: one byte for the kind, the file's number, an offset, a length, and the bytes. Files are
   numbered when they are opened. A fault that LEDGER_FAULT names is raised instead of the call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { MOST = 1024 };
static int journal = -2;
static char names[MOST][512];
static int is_ours[MOST];

static ssize_t (*real_write)(int, const void *, size_t);

static int log_fd(void) {
    if (journal == -2) {
        const char *path = getenv("LEDGER_JOURNAL");
        int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
        real_write = dlsym(RTLD_NEXT, "write");
        journal = path ? real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    return journal;
}

static const char *base(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void put(char kind, const char *name, int64_t offset, const void *bytes, int64_t length) {
    static char record[1 << 20];
    int64_t name_length = (int64_t)strlen(name);
    size_t at = 0;
    if (log_fd() < 0 || length > (int64_t)sizeof record - 1024) return;
    record[at++] = kind;
    memcpy(record + at, &name_length, 8), at += 8;
    memcpy(record + at, &offset, 8), at += 8;
    memcpy(record + at, &length, 8), at += 8;
    memcpy(record + at, name, name_length), at += name_length;
    if (bytes) memcpy(record + at, bytes, length), at += length;
    if (real_write(journal, record, at) != (ssize_t)at) abort();
}

static int ours(const char *path) {
    const char *folder = getenv("LEDGER_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int known(int fd) { return fd >= 0 && fd < MOST && is_ours[fd]; }

/* A fault is the name of an errno in a file that a test writes: empty or missing means none. */
static int fault(void) {
    const char *path = getenv("LEDGER_FAULT");
    char text[16] = "";
    int fd;
    int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    if (!path || (fd = real_open(path, O_RDONLY | O_CLOEXEC)) < 0) return 0;
    if (read(fd, text, sizeof text - 1) <= 0) text[0] = 0;
    close(fd);
    return atoi(text);
}

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < MOST) {
        is_ours[fd] = ours(path);
        if (is_ours[fd]) {
            snprintf(names[fd], sizeof names[fd], "%s", base(path));
            if (flags & O_TRUNC) put('t', names[fd], 0, 0, 0);
        }
    }
    return fd;
}

#define OPEN(NAME)                                                                  \
    int NAME(const char *path, int flags, ...) {                                    \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #NAME);              \
        va_list more;                                                               \
        int mode, error;                                                            \
        va_start(more, flags), mode = va_arg(more, int), va_end(more);              \
        if (ours(path) && (flags & O_ACCMODE) != O_RDONLY && (error = fault()) == EROFS) { \
            errno = error;                                                          \
            return -1;                                                              \
        }                                                                           \
        return opened(real(path, flags, mode), path, flags);                        \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "close");
    if (fd >= 0 && fd < MOST) is_ours[fd] = 0;
    return real(fd);
}

static int failed(int fd) {
    int error = known(fd) ? fault() : 0;
    if (error) errno = error;
    return error;
}

#define PWRITE(NAME)                                                                \
    ssize_t NAME(int fd, const void *bytes, size_t length, off64_t offset) {        \
        ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, #NAME); \
        ssize_t done;                                                               \
        if (failed(fd)) return -1;                                                  \
        done = real(fd, bytes, length, offset);                                     \
        if (known(fd) && done > 0) put('w', names[fd], offset, bytes, done);        \
        return done;                                                                \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t length) {
    off64_t offset;
    ssize_t done;
    log_fd();
    if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
    if (!known(fd)) return real_write(fd, bytes, length);
    if (failed(fd)) return -1;
    offset = lseek64(fd, 0, SEEK_CUR);
    done = real_write(fd, bytes, length);
    if (done > 0) put('w', names[fd], offset, bytes, done);
    return done;
}

#define SYNC(NAME)                                                                  \
    int NAME(int fd) {                                                              \
        int (*real)(int) = dlsym(RTLD_NEXT, #NAME);                                 \
        (void)real;                                                                 \
        if (failed(fd)) return -1;                                                  \
        if (known(fd)) { put('s', names[fd], 0, 0, 0); return 0; }                  \
        return real(fd);                                                            \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(NAME)                                                              \
    int NAME(int fd, off64_t length) {                                              \
        int (*real)(int, off64_t) = dlsym(RTLD_NEXT, #NAME);                        \
        if (failed(fd)) return -1;                                                  \
        if (known(fd)) put('t', names[fd], length, 0, 0);                           \
        return real(fd, length);                                                    \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    if (ours(path)) put('u', base(path), 0, 0, 0);
    return real(path);
}
