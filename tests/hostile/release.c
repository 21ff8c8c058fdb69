/* SPDX-License-Identifier: MIT */
/* Has a release with a line break, a terminal's escape sequence, or 1.1 MB: rejected in one line. */
#include "hostile.h"
static void harm(void) {
#ifdef ENDLESS
  static char letters[1100000];
  memset(letters, '1', sizeof letters - 1);
  port.release = letters;
#endif
}
