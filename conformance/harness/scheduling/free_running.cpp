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

void thread_starts() {
  if (strategy* const how = current) how->system_thread_starts();
}

void thread_is_gone() {
  if (strategy* const how = current) how->system_thread_is_gone();
}

waiting::waiting() : token_(0) {
  if (strategy* const how = current) token_ = how->wait_begins();
}

waiting::~waiting() {
  if (strategy* const how = current) how->wait_ends(token_);
}

void wakes() {
  if (strategy* const how = current) how->wakes();
}

void before_operation(operation next) {
  if (strategy* const how = current) how->before_operation(next);
}

bool ends_wait_spuriously() {
  strategy* const how = current;
  return how != nullptr && how->ends_wait_spuriously();
}

}  // namespace scheduling::free_running
