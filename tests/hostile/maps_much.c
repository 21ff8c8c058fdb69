/* SPDX-License-Identifier: MIT */
/* Maps so many pages that the list of mappings is long, as a library with many threads does: PASS. */
#include <sys/mman.h>

#include "hostile.h"
static void harm(void) {
  for (int i = 0; i < 4000; ++i)
    mmap(NULL, 4096, i % 2 == 0 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
