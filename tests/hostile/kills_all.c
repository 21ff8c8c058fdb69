/* SPDX-License-Identifier: MIT */
/* Kills all that it can reach, and its parent: PASS in a box, where that is nothing. */
#include <signal.h>

#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  kill(getppid(), SIGKILL);
  kill(getppid(), SIGSTOP);
  kill(-1, SIGKILL);
}
