/* SPDX-License-Identifier: MIT */
/* Starts the test program again in its own place, with a race detector that reports nothing: EXIT. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case() || getenv("STARTED_AGAIN") != NULL) return;
  char* arguments[64] = {NULL};
  int count = 0;
  word("");
  for (char* at = words; at < words + words_size && count < 63; at += strlen(at) + 1) arguments[count++] = at;
  setenv("TSAN_OPTIONS", "report_bugs=0", 1);
  setenv("STARTED_AGAIN", "1", 1);
  execv("/proc/self/exe", arguments);
}
