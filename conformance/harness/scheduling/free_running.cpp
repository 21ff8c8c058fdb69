// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/free_running.hpp"

#include <atomic>

namespace scheduling::free_running {

namespace {
std::atomic<strategy*> current = nullptr;
}

void begin(strategy& how, std::uint64_t seed) {
  how.begin(seed);
  current = &how;
}

void end() {
  if (strategy* const how = current.exchange(nullptr)) how->end();
}

void expect_thread() {
  if (strategy* const how = current) how->expect_thread();
}

void before_operation(operation next) {
  if (strategy* const how = current) how->before_operation(next);
}

bool ends_wait_spuriously() {
  strategy* const how = current;
  return how != nullptr && how->ends_wait_spuriously();
}

}  // namespace scheduling::free_running
