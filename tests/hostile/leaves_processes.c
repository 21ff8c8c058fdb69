/* SPDX-License-Identifier: MIT */
/* Starts COUNT daemons in each case, which leave its session and its group and outlive it: PASS, and they are gone when
 * the case is. */
#include <sys/prctl.h>

#include "hostile.h"
static void harm(void) {
  for (int i = 0; runs_a_case() && i < COUNT; ++i) {
    if (fork() != 0) continue;
    setsid();
    if (fork() != 0) _exit(0);
    prctl(PR_SET_NAME, NAME);
    for (int file = 0; file < 64; ++file) close(file);
    for (;;) sleep(1000);
  }
}
