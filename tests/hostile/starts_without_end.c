/* SPDX-License-Identifier: MIT */
/* Starts processes without end, each in a session of its own: EXIT. */
#include <sys/prctl.h>

#include "hostile.h"
static void harm(void) {
  while (runs_a_case()) {
    if (fork() != 0) continue;
    setsid();
    prctl(PR_SET_NAME, NAME);
    for (;;) sleep(1000);
  }
}
