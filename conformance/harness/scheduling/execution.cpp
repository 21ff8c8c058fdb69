// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/execution.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>

#include "scheduling/scheduler.hpp"
#include "scheduling/scheduling_point.hpp"
#include "scheduling/strategies/noise.hpp"

namespace scheduling {

execution::execution(strategy how, std::uint64_t seed) : how_(how) {
  detail::is_on = how != strategy::none;
  if (serialises(how)) the_scheduler().begin(how, seed);
  if (how == strategy::noise) noise::begin(seed);
}

execution::~execution() {
  if (serialises(how_)) the_scheduler().end();
  if (how_ == strategy::noise) noise::end();
  detail::is_on = false;
}

execution_record last_execution() {
  return {.points = the_scheduler().scheduling_points(), .is_controlled = !the_scheduler().was_detached()};
}

bool advance() {
  return the_scheduler().all_choices().advance();
}

void start_over() {
  the_scheduler().all_choices().clear();
}

bool is_complete() {
  return the_scheduler().all_choices().are_complete();
}

void detach() {
  the_scheduler().detach();
}

void keep_to_one_processor(bool keep) {
  static cpu_set_t before;
  static bool kept = false;
  if (keep == kept) return;
  if (keep) {
    unsigned processor = 0;
    if (syscall(SYS_getcpu, &processor, nullptr, nullptr) != 0) return;
    if (sched_getaffinity(0, sizeof before, &before) != 0) return;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    kept = sched_setaffinity(0, sizeof one, &one) == 0;
  } else {
    kept = sched_setaffinity(0, sizeof before, &before) != 0;
  }
}

void detail::before_call() {
  before_operation();
}

void wait(const std::uint32_t& word, std::uint32_t value) {
  if (!the_scheduler().controls_this_thread()) {
    unseen::wait(word, value);
    return;
  }
  if (std::atomic_ref(const_cast<std::uint32_t&>(word)).load() == value) the_scheduler().block(&word, {});
}

void wake_all(const std::uint32_t& word) {
  the_scheduler().wake(&word, UINT_MAX);
  unseen::wake(word, INT_MAX);
}

}  // namespace scheduling
