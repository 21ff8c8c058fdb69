/* SPDX-License-Identifier: MIT */
/* Takes the file away in which scenarios are recorded, by cutting it to nothing, and dies: EXIT, and not the death of
 * the certifier, which has the file in its memory. */
#include "hostile.h"
static void harm(void) {
  const char* const file = word("--recording");
  if (file == NULL) return;
  truncate(file, 0);
  _exit(9);
}
