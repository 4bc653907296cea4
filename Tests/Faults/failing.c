// Loaded before GLPK, this makes chosen calls of it fail, as a hard master or a fault of GLPK would.
//
// FAIL_IN      the function: glp_simplex, glp_exact, glp_intopt, glp_factorize, or "solvers" for all four
// FAIL_WITH    the number that the call returns without having done anything; or
//              "abort"  GLPK gives up as it does at a failed assertion
//              "undone" the call returns 0 and has not begun
//              "early"  glp_simplex stops after three pivots and calls what it has optimal
// FAIL_FROM    the first call that fails, from 1 (which is what it is if not set)
// FAIL_EVERY   and every so many calls after it; 1 if not set
// FAIL_COUNT   a file into which the number of failed calls is written at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <glpk.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_long calls, failed;
static _Thread_local int is_early;

static long number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 1 : atol(text);
}

static int is_with(const char *way) {
  const char *with = getenv("FAIL_WITH");
  return with != NULL && strcmp(with, way) == 0;
}

// Whether this call is to fail; `code` is what it then returns.
static int fails(const char *function, int *code) {
  const char *in = getenv("FAIL_IN");
  if (in == NULL || (strcmp(in, function) != 0 && strcmp(in, "solvers") != 0)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1 - number("FAIL_FROM");
  if (call < 0 || call % number("FAIL_EVERY") != 0) return 0;
  atomic_fetch_add(&failed, 1);
  if (is_with("abort")) glp_error("%s fails as it was told to\n", function);
  *code = is_with("undone") || is_with("early") ? 0 : (int)number("FAIL_WITH");
  return 1;
}

int glp_simplex(glp_prob *problem, const glp_smcp *settings) {
  int code;
  is_early = 0;
  if (!fails("glp_simplex", &code)) return NEXT(glp_simplex)(problem, settings);
  if (is_with("early")) {
    glp_smcp few = *settings;
    few.it_lim = 3;
    NEXT(glp_simplex)(problem, &few);
    is_early = 1;
  }
  return code;
}

int glp_get_status(glp_prob *problem) { return is_early ? GLP_OPT : NEXT(glp_get_status)(problem); }

int glp_exact(glp_prob *problem, const glp_smcp *settings) {
  int code;
  return fails("glp_exact", &code) ? code : NEXT(glp_exact)(problem, settings);
}

int glp_intopt(glp_prob *problem, const glp_iocp *settings) {
  int code;
  return fails("glp_intopt", &code) ? code : NEXT(glp_intopt)(problem, settings);
}

int glp_factorize(glp_prob *problem) {
  int code;
  return fails("glp_factorize", &code) ? code : NEXT(glp_factorize)(problem);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAIL_COUNT");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%ld\n", atomic_load(&failed));
  fclose(file);
}
