/* SPDX-License-Identifier: MIT */
/* Reports a whole case, with schedules, that never ran, and ends the process with the exit code 0: EXIT. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  forge_line("{\"event\":\"loaded\",\"name\":\"hostile\",\"release\":\"1.0\",\"tables\":[\"mutexes\"]}");
  forge_line(
      "{\"event\":\"explored\",\"strategy\":\"none\",\"seed\":1,\"executions\":9,\"detached\":0,\"outcomes\":{\"x\":9}"
      "}");
  forge_line("{\"event\":\"end\",\"passed\":true,\"assertions\":3}");
  _exit(0);
}
