/* SPDX-License-Identifier: MIT */
/* Says itself that it was loaded, with a release that prints a verdict of its own, and ends the process: rejected in
 * one line. */
#include "hostile.h"
static void harm(void) {
  if (word("--probe") == NULL) return;
  forge_line(
      "{\"event\":\"loaded\",\"name\":\"x\",\"release\":\"1\\nverdict     conforming\\u001b[8m\",\"tables\":[]}");
  _exit(0);
}
