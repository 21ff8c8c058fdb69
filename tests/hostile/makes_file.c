/* SPDX-License-Identifier: MIT */
/* Crashes unless it can make a file named FILE_NAME, read it again and remove it. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  char read_again = 0;
  const int file = open(FILE_NAME, O_RDWR | O_CREAT | O_EXCL, 0600);
  if (file < 0 || write(file, "x", 1) != 1 || pread(file, &read_again, 1, 0) != 1 || read_again != 'x' ||
      unlink(FILE_NAME) != 0)
    abort();
}
