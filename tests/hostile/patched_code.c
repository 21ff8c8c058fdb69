/* SPDX-License-Identifier: MIT */
/* Writes over code of the C library while it is loaded, here with the same bytes: EXIT. */
#include <stdint.h>
#include <sys/mman.h>

#include "hostile.h"
static void harm(void) {
  if (!runs_a_case() && word("--scenarios") == NULL) return;
  volatile char* const code = (volatile char*)(uintptr_t)&getppid;
  void* const page = (void*)((uintptr_t)code & ~(uintptr_t)4095);
  mprotect(page, 4096, PROT_READ | PROT_WRITE | PROT_EXEC);
  *code = *code;
  mprotect(page, 4096, PROT_READ | PROT_EXEC);
}
