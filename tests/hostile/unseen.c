/* SPDX-License-Identifier: MIT */
/* Has one function that hides from the race detector, in a library that is instrumented: rejected. */
#include "hostile.h"

#ifdef WRITES
__attribute__((no_sanitize("thread"), noinline)) static void hidden(int* flag) {
  __atomic_store_n(flag, 1, __ATOMIC_RELEASE);
  flag[1] = 2;
}
#elif defined ATOMIC
__attribute__((disable_sanitizer_instrumentation, noinline)) static void hidden(int* flag) {
  __atomic_fetch_add(flag, 1, __ATOMIC_ACQ_REL);
}
#else
/* With calls that the detector sees, but not this. */
__attribute__((noinline)) static void hidden(int* flag) {
  flag[1] = 2;
  __asm__ volatile("lock incl %0" : "+m"(*flag) : : "memory");
}
#endif

static int flags[2];
static int* volatile where = flags;
static void harm(void) {
  hidden(where);
}
