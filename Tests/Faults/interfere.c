// Loaded before the C library, this ends the process at, or fails, one chosen call by which it changes files.
//
// INTERFERE_AT    the number of the call, from 1
// INTERFERE_WITH  "kill" for SIGKILL before the call, or the number of the error that the call returns
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;

// Whether this call is to fail; errno is set then.
static int interfered(void) {
  const char *at = getenv("INTERFERE_AT");
  const char *with = getenv("INTERFERE_WITH");
  if (at == NULL || with == NULL || atomic_fetch_add(&calls, 1) + 1 != atol(at)) return 0;
  if (strcmp(with, "kill") == 0) raise(SIGKILL);
  errno = atoi(with);
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && interfered()) return -1;
  return NEXT(write)(file, bytes, count);
}

int fsync(int file) { return interfered() ? -1 : NEXT(fsync)(file); }

int rename(const char *from, const char *to) { return interfered() ? -1 : NEXT(rename)(from, to); }

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  return interfered() ? -1 : NEXT(renameat)(from_folder, from, to_folder, to);
}

int mkdirat(int folder, const char *name, mode_t mode) {
  return interfered() ? -1 : NEXT(mkdirat)(folder, name, mode);
}

int unlinkat(int folder, const char *name, int flags) {
  return interfered() ? -1 : NEXT(unlinkat)(folder, name, flags);
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(rest, int) : 0;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if (flags & O_CREAT && interfered()) return -1;
  return NEXT(open)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if (flags & O_CREAT && interfered()) return -1;
  return NEXT(openat)(folder, path, flags, mode);
}
