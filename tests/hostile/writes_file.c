/* SPDX-License-Identifier: MIT */
/* Crashes if it can open FILE_NAME for writing; %d in it is its parent. */
#include "hostile.h"
static void harm(void) {
  char name[4096];
  snprintf(name, sizeof name, FILE_NAME, getppid());
  if (runs_a_case() && open(name, O_WRONLY | O_CREAT | O_APPEND, 0600) >= 0) abort();
}
