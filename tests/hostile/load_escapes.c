/* SPDX-License-Identifier: MIT */
/* Prints an escape sequence and breaks its port: its last words are escaped in the one line of the rejection. */
#include "hostile.h"
static void harm(void) {
  if (word("--try-port") == NULL) return;
  fputs("\033[2Jgone\r\n", stderr);
  _exit(9);
}
