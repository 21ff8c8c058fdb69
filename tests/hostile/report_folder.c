/* SPDX-License-Identifier: MIT */
/* Leaves a folder that is named like a report of the race detector: EXIT, and the run goes on. */
#include <sys/stat.h>

#include "hostile.h"
static void harm(void) {
  if (runs_a_case()) mkdir("report.1", 0700);
}
