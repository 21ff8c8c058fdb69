// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace fearless::certifier {

/// The number of jobs to run at once: `wanted`, or if that is 0 the number of processors of this process.
unsigned job_count(unsigned wanted);

/// Calls `work(0)` to `work(count - 1)`, up to `jobs` at a time, started in this order. Blocks: until all are done.
/// After an exception no further job starts. Errors: the first exception, once the running jobs have ended.
void run_all(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace fearless::certifier
