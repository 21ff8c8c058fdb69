/* SPDX-License-Identifier: MIT */
/* Says that a check failed, with a value of 400000 lists in each other: EXIT. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  enum { deep = 400000 };
  static char lists[2 * deep];
  memset(lists, '[', deep);
  memset(lists + deep, ']', deep);
  const char* const before = "{\"event\":\"failed\",\"file\":\"a\",\"line\":1,\"expression\":";
  forge(before, strlen(before));
  forge(lists, sizeof lists);
  forge_line("}");
}
