/* SPDX-License-Identifier: MIT */
/* Hangs in a destructor when the process ends: the message says so, and not that it hangs while it is loaded. */
#include "hostile.h"
static void harm(void) {}
__attribute__((destructor)) static void hang(void) {
  for (;;) pause();
}
