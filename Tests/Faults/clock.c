// Loaded before the C library, this sets the wall clock at every look at it: days forward, days back.
// The clocks that only go forward are left alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <sys/time.h>
#include <time.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_long looks;

// From nine days back to nine days forward, otherwise at each look.
static long jump(void) { return (atomic_fetch_add(&looks, 5) % 7 - 3) * 3 * 86400; }

int clock_gettime(clockid_t clock, struct timespec *now) {
  int status = NEXT(clock_gettime)(clock, now);
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) now->tv_sec += jump();
  return status;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  int status = NEXT(gettimeofday)(now, zone);
  now->tv_sec += jump();
  return status;
}

time_t time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out != NULL) *out = now.tv_sec;
  return now.tv_sec;
}
