/* SPDX-License-Identifier: MIT */
/* Writes into the recording, at the offsets ENTRY and EXECUTIONS, that all scenarios were executed, and ends the
 * process with the exit code 0: EXIT. */
#include "hostile.h"
static void harm(void) {
  const char* const recording = word("--recording");
  if (recording == NULL) return;
  static char batch[1 << 24];
  const int in = open(word("--scenarios"), O_RDONLY);
  for (size_t size = 0;;) {
    const ssize_t length = read(in, batch + size, sizeof batch - 1 - size);
    if (length <= 0) break;
    size += (size_t)length;
  }
  uint64_t entries = strncmp(batch, "run ", 4) == 0;
  for (const char* at = batch; (at = strstr(at, "\nrun ")) != NULL; ++at) ++entries;
  const int file = open(recording, O_RDWR);
  pwrite(file, &entries, sizeof entries, ENTRY);
  pwrite(file, &entries, sizeof entries, EXECUTIONS);
  _exit(0);
}
