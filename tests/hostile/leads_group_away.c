/* SPDX-License-Identifier: MIT */
/* Hands its group to a child, joins the group of another and stops: rejected after the time to load. */
#include <signal.h>

#include "hostile.h"
static void harm(void) {
  const pid_t child = fork();
  if (child == 0)
    for (;;) pause();
  setpgid(child, child);
  setpgid(0, child);
  kill(0, SIGSTOP);
  for (;;) pause();
}
