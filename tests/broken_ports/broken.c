/* SPDX-License-Identifier: MIT */
/* Libraries with a broken port, one for each value of BROKEN. tests/bad_input.sh has the message that the certifier
 * must print for each. */
#include <stdlib.h>
#include <unistd.h>

#include "fearless_port.h"

#define NO_ENTRY 1
#define OTHER_VERSION 2
#define TOO_SMALL 3
#define NULL_PORT 4
#define GAP_IN_TABLE 5
#define CRASHES 6
#define EXITS 7
#define HANGS 8
#define SPINS 9
#define NO_RESULT 10
#define NO_SUCH_RESULT 11
#define MANGLES 12
#define NULL_GUARD 13
#define CRASHES_WHEN_USED 14
#define EXITS_WHEN_USED 15
#define SLEEPS_WHEN_USED 16

static const fearless_threads gap = {0};

/* A mutex that never locks. BROKEN chooses how its port is broken, if at all. */
static fearless_value inside;
static fearless_mutex* create(fearless_value value) {
#if BROKEN == CRASHES_WHEN_USED
  abort();
#elif BROKEN == EXITS_WHEN_USED
  exit(7);
#elif BROKEN == SLEEPS_WHEN_USED
  for (;;) sleep(1);
#endif
  inside = value;
#if BROKEN == MANGLES
  inside.drop = free;
#endif
  return (fearless_mutex*)&inside;
}
static void drop_mutex(fearless_mutex* mutex) {}
static fearless_locked lock(fearless_mutex* mutex, fearless_guard** guard) {
#if BROKEN == NO_SUCH_RESULT
  return (fearless_locked)3;
#elif BROKEN != NULL_GUARD
  *guard = (fearless_guard*)mutex;
#endif
  return FEARLESS_LOCKED;
}
static fearless_value* deref(fearless_guard* guard) {
  return (fearless_value*)guard;
}
static void unlock(fearless_guard* guard) {}
static fearless_locked with_lock(fearless_mutex* mutex, fearless_locked_body body, void* env,
                                 fearless_outcome* outcome) {
  fearless_outcome seen = body(env, &inside);
#if BROKEN != NO_RESULT
  *outcome = seen;
#endif
  return FEARLESS_LOCKED;
}
static fearless_outcome with_lock_unwrap(fearless_mutex* mutex, fearless_locked_body body, void* env) {
  return body(env, &inside);
}
static const fearless_mutexes mutexes = {create, drop_mutex, lock, lock, deref, unlock, with_lock, with_lock_unwrap};
static const fearless_port port = {
    .size = BROKEN == TOO_SMALL ? sizeof(fearless_port) - sizeof(void*) : sizeof(fearless_port),
    .version = BROKEN == OTHER_VERSION ? 999u : FEARLESS_PORT_VERSION,
    .name = "broken",
    .release = "1",
    .threads = BROKEN == GAP_IN_TABLE ? &gap : 0,
    .mutexes = &mutexes,
};

#if BROKEN == NO_ENTRY
const fearless_port* another_name(void) {
  return &port;
}
#else
const fearless_port* fearless_port_v1(void) {
  return BROKEN == NULL_PORT ? 0 : &port;
}
#endif

__attribute__((constructor)) static void loading(void) {
#if BROKEN == CRASHES
  abort();
#elif BROKEN == EXITS
  exit(0);
#elif BROKEN == HANGS
  pause();
#elif BROKEN == SPINS
  for (;;) {
  }
#endif
}
