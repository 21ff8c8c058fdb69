/* SPDX-License-Identifier: MIT */
/* Writes into the recording, at the offsets ENTRY and EXECUTIONS, that all scenarios were executed, and ends the
 * process with the exit code 0: EXIT. */
#include "hostile.h"
static void harm(void) {
  const char* const recording = word("--recording");
  if (recording == NULL) return;
  const uint64_t entries = entries_of_batch();
  const int file = open(recording, O_RDWR);
  pwrite(file, &entries, sizeof entries, ENTRY);
  pwrite(file, &entries, sizeof entries, EXECUTIONS);
  _exit(0);
}
