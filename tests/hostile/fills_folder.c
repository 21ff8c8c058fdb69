/* SPDX-License-Identifier: MIT */
/* Crashes if its folder takes 80 MiB. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  static char piece[1 << 20];
  const int file = open("filled", O_WRONLY | O_CREAT, 0600);
  for (int written = 0; written < 80; ++written)
    if (write(file, piece, sizeof piece) != sizeof piece) return;
  abort();
}
