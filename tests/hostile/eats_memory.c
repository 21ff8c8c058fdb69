/* SPDX-License-Identifier: MIT */
/* Fills memory without end, with CHILDREN processes: EXIT. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  for (int i = 0; i < CHILDREN; ++i)
    if (fork() == 0) break;
  for (long pieces = 0;; ++pieces) {
    const size_t piece = 1 << 22;
    char* const taken = malloc(piece);
    if (taken == NULL) abort();
    memset(taken, 1, piece);
    /* Not faster than a small machine can bear. */
    usleep(2000);
  }
}
