/* SPDX-License-Identifier: MIT */
/* Ends a case between two assertions, in the way in which a failed REQUIRE does. What would fail after it is not
 * reached. */
#include "hostile.h"

_Noreturn void end_case(void);

static fearless_locked end_instead(fearless_mutex* mutex, fearless_locked_body body, void* env,
                                   fearless_outcome* outcome) {
  end_case();
}
static void harm(void) {
  static fearless_mutexes ending;
  if (!runs_a_case()) return;
  ending = mutexes;
  ending.with_lock = end_instead;
  port.mutexes = &ending;
}
