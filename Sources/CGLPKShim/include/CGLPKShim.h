#ifndef TRANCHE_CGLPK_SHIM_H
#define TRANCHE_CGLPK_SHIM_H

// The calls of GLPK 5.0 that `LinearPrograms` makes, each under a guard.
//
// GLPK answers an error of its caller, a failed assertion or a lack of memory with abort(). Here
// its error hook jumps back to the guarded function instead (Swift cannot call setjmp, and a jump
// over a Swift frame is undefined: so no function here takes a Swift closure). Functions that
// return bool return false after such a jump. By then the environment of the thread is freed: every
// problem made on this thread is gone, and `cglpk_life` has another value than before.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct glp_prob;

// MARK: The thread

/// A number that no other thread of this process has or will have (pthread_self is used again).
uint64_t cglpk_thread(void);

/// A number that changes whenever the thread's environment, and so all its problems, is freed.
uint64_t cglpk_life(void);

/// How many problems made on this thread are alive.
int cglpk_live_problems(void);

/// Frees the environment of this thread. Only with no problem alive.
void cglpk_end_thread(void);

/// Copies what GLPK said since the last guarded call began, the newest `capacity - 1` bytes at
/// most, and ends it with a zero. Returns the number of bytes before the zero.
size_t cglpk_messages(char *text, size_t capacity);

/// The bytes that GLPK holds for this thread at the moment.
size_t cglpk_bytes_in_use(void);

/// CLOCK_MONOTONIC in nanoseconds.
int64_t cglpk_nanoseconds(void);

/// Sets the flag. Safe from any thread and from a signal handler.
void cglpk_flag_raise(int *flag);
/// Lowers the flag again.
void cglpk_flag_lower(int *flag);
/// Tells whether the flag is set.
bool cglpk_flag_is_raised(const int *flag);

// MARK: Building. Rows and columns count from 1, element 0 of an entry array is not read.

/// A new empty problem that minimises, or NULL.
struct glp_prob *cglpk_create(void);
void cglpk_delete(struct glp_prob *problem);

bool cglpk_add_rows(struct glp_prob *problem, int count, const int *types, const double *lows,
                    const double *highs);

/// Column k has the entries starts[k] + 1 ... starts[k + 1] of `rows` and `values`.
bool cglpk_add_columns(struct glp_prob *problem, int count, const double *costs, const int *types,
                       const double *lows, const double *highs, const int *starts, const int *rows,
                       const double *values);

bool cglpk_set_row_entries(struct glp_prob *problem, int row, int count, const int *columns,
                           const double *values);
bool cglpk_set_column_entries(struct glp_prob *problem, int column, int count, const int *rows,
                              const double *values);
bool cglpk_set_row_bounds(struct glp_prob *problem, int row, int type, double low, double high);
bool cglpk_set_column_bounds(struct glp_prob *problem, int column, int type, double low,
                             double high);
/// Column 0 is the constant of the objective.
bool cglpk_set_cost(struct glp_prob *problem, int column, double cost);
bool cglpk_set_column_kind(struct glp_prob *problem, int column, int kind);
bool cglpk_delete_rows(struct glp_prob *problem, int count, const int *rows);
bool cglpk_delete_columns(struct glp_prob *problem, int count, const int *columns);

/// Sets a name, or removes it with NULL. Row 0 is the objective.
bool cglpk_set_row_name(struct glp_prob *problem, int row, const char *name);
bool cglpk_set_column_name(struct glp_prob *problem, int column, const char *name);

// MARK: The basis

/// Writes GLP_BS ... GLP_NS of every row and column.
void cglpk_read_basis(struct glp_prob *problem, uint8_t *rows, uint8_t *columns);
/// Sets the first `row_count` rows and `column_count` columns; further rows become basic, further
/// columns nonbasic at their lower bound.
bool cglpk_write_basis(struct glp_prob *problem, int row_count, const uint8_t *rows,
                       int column_count, const uint8_t *columns);
bool cglpk_standard_basis(struct glp_prob *problem);
bool cglpk_advanced_basis(struct glp_prob *problem);
bool cglpk_factorize(struct glp_prob *problem, int *code);
bool cglpk_scale(struct glp_prob *problem);

// MARK: Solving

/// What one call of the simplex solver may do.
typedef struct {
  int method;         ///< GLP_PRIMAL, GLP_DUAL or GLP_DUALP
  int pivots;         ///< at most so many, at least 1
  int milliseconds;   ///< at most so long, at least 1
  bool presolve;      ///< throws the basis away
  bool exact;         ///< rational arithmetic, from the basis; ignores method and presolve
} cglpk_simplex_options;

bool cglpk_simplex(struct glp_prob *problem, const cglpk_simplex_options *options, int *code);

/// Why the callback ended a search.
enum cglpk_stop {
  CGLPK_STOP_NONE = 0,
  CGLPK_STOP_NODES = 1,
  CGLPK_STOP_TIME = 2,
  CGLPK_STOP_CANCELLED = 3,
  CGLPK_STOP_CUTOFF = 4,
};

/// A branch and bound search: settings for it, then what the callback saw.
typedef struct {
  int branching;           ///< GLP_BR_DTH or GLP_BR_PCH
  bool presolve;           ///< then `start` must be NULL: the callback sees other columns
  bool cuts;               ///< all four families
  int64_t first_round;     ///< nanoseconds that a round of cuts may take, until one was seen
  double gap;              ///< relative, stops at it
  int milliseconds;        ///< GLPK's own limit, looked at between nodes only
  int node_limit;          ///< at most so many nodes are worked on
  int64_t deadline;        ///< of cglpk_nanoseconds
  double cutoff;           ///< ends once no open node is below; HUGE_VAL for none
  const int *cancel;       ///< a flag or NULL
  const double *start;     ///< a feasible solution, element 0 not read, or NULL

  int nodes;               ///< worked on; again if a branch of it was ruled out at once
  int stop;                ///< cglpk_stop
  bool start_taken;        ///< became the incumbent
  bool round_seen;         ///< a round of cuts came to its end
  bool cuts_ended;         ///< no more cuts were made, because the deadline was too near
  int incumbents;          ///< improvements seen
  int node_of_incumbent;   ///< the node count at the last of them
  double incumbent;        ///< its objective
  double bound;            ///< the best proven so far, -HUGE_VAL before the root is solved
} cglpk_search;

bool cglpk_intopt(struct glp_prob *problem, cglpk_search *search, int *code);

/// The largest violation of a bound of a row or column by `values` (element 0 not read), relative
/// to 1 + |bound|; HUGE_VAL if memory ends.
double cglpk_violation(struct glp_prob *problem, const double *values);

// MARK: Reading. Arrays of as many numbers as rows or columns, from element 0.

void cglpk_read_row_duals(struct glp_prob *problem, double *out);
void cglpk_read_row_values(struct glp_prob *problem, double *out);
void cglpk_read_column_values(struct glp_prob *problem, double *out);
void cglpk_read_reduced_costs(struct glp_prob *problem, double *out);
void cglpk_read_integer_values(struct glp_prob *problem, double *out);

// MARK: Files

/// Free MPS. `code` is 0 if the file was written.
bool cglpk_write_mps(struct glp_prob *problem, const char *path, int *code);
/// CPLEX LP. `code` is 0 if the file was written.
bool cglpk_write_lp(struct glp_prob *problem, const char *path, int *code);

// MARK: For tests

/// Makes GLPK call its error routine under the guard: always false.
bool cglpk_provoke_abort(struct glp_prob *problem);

#endif
