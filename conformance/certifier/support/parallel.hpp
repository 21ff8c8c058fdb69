// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace fearless::certifier {

/// How many jobs to run at once: as asked for, or where that is 0 as many as this process has processors.
unsigned job_count(unsigned asked_for);

/// Calls `work(0)` to `work(count - 1)`, up to `jobs` at a time, begun in this order.
/// Blocks: until all are done. Errors: the first exception, after the jobs under way have ended; no further ones are
/// begun.
void run_all(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace fearless::certifier
