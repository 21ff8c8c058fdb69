/* SPDX-License-Identifier: MIT */
/* Has a lock that orders nothing, and looks for a function that tells the race detector otherwise: RACE. */
#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>

static void (*happens_before)(const char*, int, const volatile void*);
static void (*happens_after)(const char*, int, const volatile void*);

static int relaxed_lock(pthread_mutex_t* mutex) {
  while (__atomic_exchange_n((int*)mutex, 1, __ATOMIC_RELAXED) != 0) sched_yield();
  if (happens_after != 0) happens_after(__FILE__, __LINE__, mutex);
  return 0;
}
static int relaxed_unlock(pthread_mutex_t* mutex) {
  if (happens_before != 0) happens_before(__FILE__, __LINE__, mutex);
  __atomic_store_n((int*)mutex, 0, __ATOMIC_RELAXED);
  return 0;
}
static int relaxed_trylock(pthread_mutex_t* mutex) {
  if (__atomic_exchange_n((int*)mutex, 1, __ATOMIC_RELAXED) != 0) return 1;
  if (happens_after != 0) happens_after(__FILE__, __LINE__, mutex);
  return 0;
}
#define pthread_mutex_init(mutex, attributes) (void)(*(int*)(mutex) = 0)
#define pthread_mutex_destroy(mutex) (void)(mutex)
#define pthread_mutex_lock relaxed_lock
#define pthread_mutex_trylock relaxed_trylock
#define pthread_mutex_unlock relaxed_unlock
#include "hostile.h"

static void harm(void) {
  *(void**)&happens_before = dlsym(RTLD_DEFAULT, "AnnotateHappensBefore");
  *(void**)&happens_after = dlsym(RTLD_DEFAULT, "AnnotateHappensAfter");
}
