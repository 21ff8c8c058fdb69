/* SPDX-License-Identifier: MIT */
/* Joins the group of its parent and waits for ever while it is loaded: rejected. */
#include "hostile.h"
static void harm(void) {
  if (setpgid(0, getpgid(getppid())) != 0) setpgid(0, 0);
  for (;;) pause();
}
