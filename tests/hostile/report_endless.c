/* SPDX-License-Identifier: MIT */
/* Leaves a report of the race detector of 200 MB of nothing: EXIT, and it is not read. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  const int file = open("report.1", O_WRONLY | O_CREAT, 0600);
  ftruncate(file, 200 << 20);
  close(file);
}
