// SPDX-License-Identifier: MIT
// Built without instrumentation, and without the heap: the detector calls it while it holds locks of its own.
#include "host/report_hook.hpp"

#include <cstdio>

#include "events/channel.hpp"
#include "executing/executor.hpp"

void __tsan_on_report(void* report) {
  const char* kind = "report";
  int ignored = 0;
  void* no_trace = nullptr;
  __tsan_get_report_data(report, &kind, &ignored, &ignored, &ignored, &ignored, &ignored, &ignored, &ignored, &no_trace,
                         0);
  scenarios::note_end(scenarios::ending::race, kind);
  char line[256];
  const int length = std::snprintf(line, sizeof line, "{\"event\":\"report\",\"kind\":\"%s\"}\n", kind);
  events::send_line(line, static_cast<std::size_t>(length));
}
