#ifndef TRANCHE_CGLPK_GUARD_H
#define TRANCHE_CGLPK_GUARD_H

#include <glpk.h>
#include <setjmp.h>

#include "CGLPKShim.h"

extern _Thread_local jmp_buf cglpk_guard_point;

void cglpk_guard_begin(void);
void cglpk_guard_end(void);
/// Frees what the jump left behind. Always false.
bool cglpk_guard_recover(void);
void cglpk_count_problem(int change);

/// The body of a function that returns bool: the statements, under the guard. Nothing after the
/// jump may read a local variable that the statements changed.
#define CGLPK_GUARDED(...)                                          \
  do {                                                              \
    cglpk_guard_begin();                                            \
    if (setjmp(cglpk_guard_point) != 0) return cglpk_guard_recover(); \
    __VA_ARGS__                                                     \
    cglpk_guard_end();                                              \
    return true;                                                    \
  } while (0)

#endif
