/* SPDX-License-Identifier: MIT */
/* Writes a name of 8 MB where the running execution is named, and dies: EXIT. */
#include "hostile.h"
static void harm(void) {
  const char* const name = word("--execution-file");
  if (name == NULL) return;
  static char xs[8 << 20];
  memset(xs, 'x', sizeof xs);
  const int file = open(name, O_WRONLY | O_CREAT, 0600);
  write(file, xs, sizeof xs);
  write(file, ":1 1\n", 5);
  _exit(9);
}
