/* SPDX-License-Identifier: MIT */
/* Puts a FIFO in the place of the file that names the running execution, and dies: EXIT, without waiting. */
#include <sys/stat.h>

#include "hostile.h"
static void harm(void) {
  const char* const file = word("--execution-file");
  if (file == NULL) return;
  unlink(file);
  mkfifo(file, 0600);
  _exit(9);
}
