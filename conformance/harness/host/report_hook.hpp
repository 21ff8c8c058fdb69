// SPDX-License-Identifier: MIT
#pragma once

extern "C" {

/// Called by the detector with each report, before it ends the process: no report gets lost with the detector's exit
/// status.
void __tsan_on_report(void* report);

/// The detector's own: what a report says. Its headers declare it only inside of it.
int __tsan_get_report_data(void* report, const char** description, int* count, int* stack_count, int* access_count,
                           int* location_count, int* mutex_count, int* thread_count, int* unique_thread_count,
                           void** sleep_trace, unsigned long trace_size);
}
