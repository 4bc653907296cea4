#include "guard.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

_Thread_local jmp_buf cglpk_guard_point;

static _Thread_local bool armed;       // a guarded call is running
static _Thread_local bool hooked;      // this environment has our hooks
static _Thread_local int live;         // problems of this thread
static _Thread_local uint64_t thread;  // 0 until asked for
static _Thread_local uint64_t life = 1;

// What GLPK printed: a ring, `said` counts all bytes ever put into it since the guard began.
#define RING 4096
static _Thread_local char ring[RING];
static _Thread_local size_t said;

// The terminal hook. GLPK prints its log on stdout; returning 1 keeps every line from there.
static int collect(void *info, const char *text) {
  (void)info;
  for (; *text != '\0'; text++) ring[said++ % RING] = *text;
  return 1;
}

// The error hook. If it returned, GLPK would abort: so it does not.
static void escape(void *info) {
  (void)info;
  if (armed) longjmp(cglpk_guard_point, 1);
}

static void forget_environment(void) {
  glp_free_env();
  hooked = false;
  live = 0;
  life++;
}

// A thread that ends takes its environment with it, whether or not it said so before.
static pthread_key_t ending;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void end_thread(void *unused) {
  (void)unused;
  forget_environment();
}

static void make_key(void) { pthread_key_create(&ending, end_thread); }

void cglpk_guard_begin(void) {
  if (!hooked) {
    // Both hooks belong to the thread's environment and go with it.
    glp_term_hook(collect, NULL);
    glp_error_hook(escape, NULL);
    hooked = true;
    pthread_once(&once, make_key);
    pthread_setspecific(ending, &hooked);
  }
  said = 0;
  armed = true;
}

void cglpk_guard_end(void) { armed = false; }

bool cglpk_guard_recover(void) {
  armed = false;
  // GLPK is half way through something: nothing of this thread may be used again, not even freed.
  forget_environment();
  return false;
}

void cglpk_count_problem(int change) { live += change; }

uint64_t cglpk_thread(void) {
  static _Atomic uint64_t last;
  if (thread == 0) thread = atomic_fetch_add(&last, 1) + 1;
  return thread;
}

uint64_t cglpk_life(void) { return life; }

int cglpk_live_problems(void) { return live; }

void cglpk_end_thread(void) { forget_environment(); }

size_t cglpk_messages(char *text, size_t capacity) {
  size_t kept = said < RING ? said : RING;
  if (kept > capacity - 1) kept = capacity - 1;
  for (size_t k = 0; k < kept; k++) text[k] = ring[(said - kept + k) % RING];
  text[kept] = '\0';
  return kept;
}

size_t cglpk_bytes_in_use(void) {
  size_t bytes = 0;
  glp_mem_usage(NULL, NULL, &bytes, NULL);
  return bytes;
}

int64_t cglpk_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void cglpk_flag_raise(int *flag) { __atomic_store_n(flag, 1, __ATOMIC_RELEASE); }
void cglpk_flag_lower(int *flag) { __atomic_store_n(flag, 0, __ATOMIC_RELEASE); }
bool cglpk_flag_is_raised(const int *flag) { return __atomic_load_n(flag, __ATOMIC_ACQUIRE) != 0; }
