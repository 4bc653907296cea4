#include "guard.h"

void cglpk_read_basis(struct glp_prob *problem, uint8_t *rows, uint8_t *columns) {
  int row_count = glp_get_num_rows(problem), column_count = glp_get_num_cols(problem);
  for (int i = 1; i <= row_count; i++) rows[i - 1] = (uint8_t)glp_get_row_stat(problem, i);
  for (int j = 1; j <= column_count; j++) columns[j - 1] = (uint8_t)glp_get_col_stat(problem, j);
}

bool cglpk_write_basis(struct glp_prob *problem, int row_count, const uint8_t *rows,
                       int column_count, const uint8_t *columns) {
  CGLPK_GUARDED({
    int all_rows = glp_get_num_rows(problem), all_columns = glp_get_num_cols(problem);
    for (int i = 1; i <= all_rows; i++) {
      glp_set_row_stat(problem, i, i <= row_count ? rows[i - 1] : GLP_BS);
    }
    for (int j = 1; j <= all_columns; j++) {
      glp_set_col_stat(problem, j, j <= column_count ? columns[j - 1] : GLP_NL);
    }
  });
}

bool cglpk_standard_basis(struct glp_prob *problem) {
  CGLPK_GUARDED(glp_std_basis(problem););
}

bool cglpk_advanced_basis(struct glp_prob *problem) {
  CGLPK_GUARDED(glp_adv_basis(problem, 0););
}

bool cglpk_factorize(struct glp_prob *problem, int *code) {
  CGLPK_GUARDED(*code = glp_factorize(problem););
}

bool cglpk_scale(struct glp_prob *problem) {
  // Powers of two: scaling then rounds no coefficient.
  CGLPK_GUARDED(glp_scale_prob(problem, GLP_SF_GM | GLP_SF_2N););
}

void cglpk_read_row_duals(struct glp_prob *problem, double *out) {
  int count = glp_get_num_rows(problem);
  for (int i = 1; i <= count; i++) out[i - 1] = glp_get_row_dual(problem, i);
}

void cglpk_read_row_values(struct glp_prob *problem, double *out) {
  int count = glp_get_num_rows(problem);
  for (int i = 1; i <= count; i++) out[i - 1] = glp_get_row_prim(problem, i);
}

void cglpk_read_column_values(struct glp_prob *problem, double *out) {
  int count = glp_get_num_cols(problem);
  for (int j = 1; j <= count; j++) out[j - 1] = glp_get_col_prim(problem, j);
}

void cglpk_read_reduced_costs(struct glp_prob *problem, double *out) {
  int count = glp_get_num_cols(problem);
  for (int j = 1; j <= count; j++) out[j - 1] = glp_get_col_dual(problem, j);
}

void cglpk_read_integer_values(struct glp_prob *problem, double *out) {
  int count = glp_get_num_cols(problem);
  for (int j = 1; j <= count; j++) out[j - 1] = glp_mip_col_val(problem, j);
}
