// SPDX-License-Identifier: MIT
#pragma once

extern "C" {

/// Called by the detector with each report, before it ends the process. So the certifier knows of the report even if
/// the exit status of the detector gets lost.
void __tsan_on_report(void* report);

/// The detector's own function: what a report says. The detector's public headers do not declare it.
int __tsan_get_report_data(void* report, const char** description, int* count, int* stack_count, int* access_count,
                           int* location_count, int* mutex_count, int* thread_count, int* unique_thread_count,
                           void** sleep_trace, unsigned long trace_size);
}
