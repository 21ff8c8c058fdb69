/* SPDX-License-Identifier: MIT */
/* Leaves folders that not even their owner may open: PASS, and they are gone. */
#include <sys/stat.h>

#include "hostile.h"
static void harm(void) {
  mkdir("locked", 0700);
  mkdir("locked/inside", 0700);
  close(open("locked/inside/file", O_WRONLY | O_CREAT, 0));
  chmod("locked/inside", 0);
  chmod("locked", 0);
}
