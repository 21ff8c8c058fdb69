/* SPDX-License-Identifier: MIT */
/* Leaves a FIFO that is named like a report of the race detector: EXIT, without waiting for a writer. */
#include <sys/stat.h>

#include "hostile.h"
static void harm(void) {
  if (runs_a_case()) mkfifo("report.1", 0600);
}
