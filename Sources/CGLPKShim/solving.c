#include "guard.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

bool cglpk_simplex(struct glp_prob *problem, const cglpk_simplex_options *options, int *code) {
  glp_smcp settings;
  glp_init_smcp(&settings);  // a zeroed struct is not valid: GLPK aborts
  settings.msg_lev = GLP_MSG_OFF;
  settings.meth = options->method;
  settings.pricing = GLP_PT_PSE;
  settings.r_test = GLP_RT_HAR;
  settings.it_lim = options->pivots;
  settings.tm_lim = options->milliseconds;
  settings.presolve = options->presolve ? GLP_ON : GLP_OFF;
  CGLPK_GUARDED(
    *code = options->exact ? glp_exact(problem, &settings) : glp_simplex(problem, &settings);
  );
}

// GLP_IBINGO does not tell of solutions found by the rounding heuristic: so look each time.
static void look_at_incumbent(glp_tree *tree, cglpk_search *search) {
  glp_prob *problem = glp_ios_get_prob(tree);
  int status = glp_mip_status(problem);
  if (status != GLP_FEAS && status != GLP_OPT) return;
  double objective = glp_mip_obj_val(problem);
  if (search->incumbents > 0 && objective >= search->incumbent) return;
  search->incumbents++;
  search->incumbent = objective;
  search->node_of_incumbent = search->nodes;
}

static void look_at_bound(glp_tree *tree, cglpk_search *search) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = glp_ios_node_bound(tree, best);
  // Before the root is solved its bound is -DBL_MAX.
  if (bound > -DBL_MAX && bound > search->bound) search->bound = bound;
}

static void end(glp_tree *tree, cglpk_search *search, enum cglpk_stop why) {
  if (search->stop == CGLPK_STOP_NONE) search->stop = why;
  glp_ios_terminate(tree);
}

// A running search, and the clock of its rounds of cuts: within one, GLPK looks at nothing else.
typedef struct {
  cglpk_search *search;
  glp_iocp *settings;   // read anew by GLPK before each round of cuts
  int64_t round_began;  // 0 outside of a round
  int64_t round;        // nanoseconds that the longest round so far took, or the first may take
} search_state;

static void set_cuts(glp_iocp *settings, int cuts) {
  settings->gmi_cuts = settings->mir_cuts = settings->cov_cuts = settings->clq_cuts = cuts;
}

// No round begins that might end beyond the deadline: from there on the search branches only.
static void watch_cuts(search_state *state, int reason, int64_t now) {
  if (state->round_began != 0) {
    int64_t took = now - state->round_began;
    if (took > state->round || !state->search->round_seen) state->round = took;
    state->search->round_seen = true;
    state->round_began = 0;
  }
  if (reason != GLP_ICUTGEN || !state->search->cuts || state->search->cuts_ended) return;
  if ((state->search->deadline - now) / 2 > state->round) {
    state->round_began = now;
  } else {
    set_cuts(state->settings, GLP_OFF);
    state->search->cuts_ended = true;
  }
}

static void on_search(glp_tree *tree, void *info) {
  search_state *state = info;
  cglpk_search *search = state->search;
  int reason = glp_ios_reason(tree);
  int64_t now = cglpk_nanoseconds();
  watch_cuts(state, reason, now);
  look_at_incumbent(tree, search);
  look_at_bound(tree, search);
  if (reason == GLP_IHEUR && search->start != NULL) {
    search->start_taken = glp_ios_heur_sol(tree, search->start) == 0;
    search->start = NULL;
    look_at_incumbent(tree, search);
  }
  if (search->cancel != NULL && cglpk_flag_is_raised(search->cancel)) {
    end(tree, search, CGLPK_STOP_CANCELLED);
  } else if (now >= search->deadline) {
    end(tree, search, CGLPK_STOP_TIME);
  } else if (search->bound >= search->cutoff) {
    end(tree, search, CGLPK_STOP_CUTOFF);
  } else if (reason == GLP_IPREPRO) {  // before a relaxation is solved
    if (search->nodes >= search->node_limit) end(tree, search, CGLPK_STOP_NODES);
    else search->nodes++;
  }
}

bool cglpk_intopt(struct glp_prob *problem, cglpk_search *search, int *code) {
  glp_iocp settings;
  search_state state = {search, &settings, 0, search->first_round};
  glp_init_iocp(&settings);
  settings.msg_lev = GLP_MSG_OFF;
  settings.br_tech = search->branching;
  settings.bt_tech = GLP_BT_BLB;
  settings.tm_lim = search->milliseconds;
  settings.mip_gap = search->gap;
  set_cuts(&settings, search->cuts ? GLP_ON : GLP_OFF);
  settings.presolve = search->presolve ? GLP_ON : GLP_OFF;
  settings.fp_heur = settings.ps_heur = GLP_OFF;
  settings.sr_heur = GLP_ON;
  settings.cb_func = on_search;
  settings.cb_info = &state;
  search->nodes = search->incumbents = search->node_of_incumbent = 0;
  search->stop = CGLPK_STOP_NONE;
  search->start_taken = search->round_seen = search->cuts_ended = false;
  search->bound = -HUGE_VAL;
  CGLPK_GUARDED(*code = glp_intopt(problem, &settings););
}

static double beyond(int type, double low, double high, double value) {
  double worst = 0;
  if (type != GLP_FR && type != GLP_UP) worst = fmax(worst, (low - value) / (1 + fabs(low)));
  if (type != GLP_FR && type != GLP_LO) worst = fmax(worst, (value - high) / (1 + fabs(high)));
  return worst;
}

double cglpk_violation(struct glp_prob *problem, const double *values) {
  int row_count = glp_get_num_rows(problem), column_count = glp_get_num_cols(problem);
  size_t size = (size_t)row_count + 1;
  double *sums = calloc(size, sizeof *sums), *entries = malloc(size * sizeof *entries);
  int *rows = malloc(size * sizeof *rows);
  double worst = sums == NULL || entries == NULL || rows == NULL ? HUGE_VAL : 0;
  for (int j = 1; worst < HUGE_VAL && j <= column_count; j++) {
    worst = fmax(worst, beyond(glp_get_col_type(problem, j), glp_get_col_lb(problem, j),
                               glp_get_col_ub(problem, j), values[j]));
    int count = glp_get_mat_col(problem, j, rows, entries);
    for (int k = 1; k <= count; k++) sums[rows[k]] += entries[k] * values[j];
  }
  for (int i = 1; worst < HUGE_VAL && i <= row_count; i++) {
    worst = fmax(worst, beyond(glp_get_row_type(problem, i), glp_get_row_lb(problem, i),
                               glp_get_row_ub(problem, i), sums[i]));
  }
  free(sums);
  free(entries);
  free(rows);
  return worst;
}
