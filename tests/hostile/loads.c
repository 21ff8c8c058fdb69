/* SPDX-License-Identifier: MIT */
/* Is linked to a library and loads another one when its first mutex is made: both are judged with it. */
#include <dlfcn.h>

#include "hostile.h"

int needed(int);

static fearless_mutexes own;
static fearless_mutex* create_late(fearless_value value) {
  static bool is_loaded;
  if (!is_loaded && dlopen(LATE, RTLD_NOW) == NULL) abort();
  is_loaded = true;
  return create(value);
}
static void harm(void) {
  own = mutexes;
  own.create = create_late;
  port.mutexes = &own;
  needed(1);
}
