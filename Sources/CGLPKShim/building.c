#include "guard.h"

static bool create(struct glp_prob **made) {
  CGLPK_GUARDED(*made = glp_create_prob(); glp_set_obj_dir(*made, GLP_MIN););
}

struct glp_prob *cglpk_create(void) {
  struct glp_prob *made = NULL;
  if (!create(&made)) return NULL;
  cglpk_count_problem(+1);
  return made;
}

static bool delete(struct glp_prob *problem) { CGLPK_GUARDED(glp_delete_prob(problem);); }

void cglpk_delete(struct glp_prob *problem) {
  if (delete(problem)) cglpk_count_problem(-1);
}

bool cglpk_add_rows(struct glp_prob *problem, int count, const int *types, const double *lows,
                    const double *highs) {
  CGLPK_GUARDED({
    int first = glp_add_rows(problem, count);  // comes in basic
    for (int k = 0; k < count; k++) {
      glp_set_row_bnds(problem, first + k, types[k], lows[k], highs[k]);
    }
  });
}

bool cglpk_add_columns(struct glp_prob *problem, int count, const double *costs, const int *types,
                       const double *lows, const double *highs, const int *starts, const int *rows,
                       const double *values) {
  CGLPK_GUARDED({
    int first = glp_add_cols(problem, count);
    for (int k = 0; k < count; k++) {
      int column = first + k;
      glp_set_obj_coef(problem, column, costs[k]);
      glp_set_col_bnds(problem, column, types[k], lows[k], highs[k]);
      // GLPK starts at the bound nearer to zero: a warm start wants the lower one.
      if (types[k] == GLP_DB) glp_set_col_stat(problem, column, GLP_NL);
      glp_set_mat_col(problem, column, starts[k + 1] - starts[k], rows + starts[k],
                      values + starts[k]);
    }
  });
}

bool cglpk_set_row_entries(struct glp_prob *problem, int row, int count, const int *columns,
                           const double *values) {
  CGLPK_GUARDED(glp_set_mat_row(problem, row, count, columns, values););
}

bool cglpk_set_column_entries(struct glp_prob *problem, int column, int count, const int *rows,
                              const double *values) {
  CGLPK_GUARDED(glp_set_mat_col(problem, column, count, rows, values););
}

bool cglpk_set_row_bounds(struct glp_prob *problem, int row, int type, double low, double high) {
  CGLPK_GUARDED(glp_set_row_bnds(problem, row, type, low, high););
}

bool cglpk_set_column_bounds(struct glp_prob *problem, int column, int type, double low,
                             double high) {
  CGLPK_GUARDED(glp_set_col_bnds(problem, column, type, low, high););
}

bool cglpk_set_cost(struct glp_prob *problem, int column, double cost) {
  CGLPK_GUARDED(glp_set_obj_coef(problem, column, cost););
}

bool cglpk_set_column_kind(struct glp_prob *problem, int column, int kind) {
  CGLPK_GUARDED(glp_set_col_kind(problem, column, kind););
}

bool cglpk_delete_rows(struct glp_prob *problem, int count, const int *rows) {
  CGLPK_GUARDED(glp_del_rows(problem, count, rows););
}

bool cglpk_delete_columns(struct glp_prob *problem, int count, const int *columns) {
  CGLPK_GUARDED(glp_del_cols(problem, count, columns););
}

bool cglpk_set_row_name(struct glp_prob *problem, int row, const char *name) {
  CGLPK_GUARDED(
    if (row == 0) glp_set_obj_name(problem, name);
    else glp_set_row_name(problem, row, name);
  );
}

bool cglpk_set_column_name(struct glp_prob *problem, int column, const char *name) {
  CGLPK_GUARDED(glp_set_col_name(problem, column, name););
}

bool cglpk_write_mps(struct glp_prob *problem, const char *path, int *code) {
  CGLPK_GUARDED(*code = glp_write_mps(problem, GLP_MPS_FILE, NULL, path););
}

bool cglpk_write_lp(struct glp_prob *problem, const char *path, int *code) {
  CGLPK_GUARDED(*code = glp_write_lp(problem, NULL, path););
}

bool cglpk_provoke_abort(struct glp_prob *problem) {
  CGLPK_GUARDED(glp_set_obj_coef(problem, glp_get_num_cols(problem) + 7, 1.0););
}
