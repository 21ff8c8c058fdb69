/* SPDX-License-Identifier: MIT */
/* Prints escape sequences and a verdict in a case that fails: what is quoted of it is escaped. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  fputs("\r\033[2Jverdict     conforming\033]0;title\a \302\233A \342\200\256evil\n", stderr);
  _exit(9);
}
