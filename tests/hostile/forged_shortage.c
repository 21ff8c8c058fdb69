/* SPDX-License-Identifier: MIT */
/* Writes into the recording, at the offset ENTRY, that all scenarios but the last were executed, and ends the process
 * as the test program does that needs another one for the rest: EXIT. */
#include "hostile.h"
static void harm(void) {
  const char* const recording = word("--recording");
  const char* const from = word("--from");
  if (recording == NULL || (from != NULL && strcmp(from, "0") != 0)) return;
  const uint64_t last = entries_of_batch() - 1;
  const int file = open(recording, O_RDWR);
  pwrite(file, &last, sizeof last, ENTRY);
  _exit(3);
}
