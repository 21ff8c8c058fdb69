/* SPDX-License-Identifier: MIT */
/* Libraries that are no implementation, one for each value of BROKEN: what the certifier must say of them is in bad_input.sh. */
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

static const fearless_threads gap = {0};
static const fearless_port port = {
    .size = BROKEN == TOO_SMALL ? sizeof(fearless_port) - sizeof(void *) : sizeof(fearless_port),
    .version = BROKEN == OTHER_VERSION ? 999u : FEARLESS_PORT_VERSION,
    .name = "broken",
    .release = "1",
    .threads = BROKEN == GAP_IN_TABLE ? &gap : 0,
};

#if BROKEN == NO_ENTRY
const fearless_port *another_name(void) { return &port; }
#else
const fearless_port *fearless_port_v1(void) { return BROKEN == NULL_PORT ? 0 : &port; }
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
