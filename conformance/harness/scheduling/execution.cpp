// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/execution.hpp"

#include <climits>

#include "scheduling/before_operation.hpp"
#include "scheduling/free_running.hpp"
#include "scheduling/memory/memory_model.hpp"
#include "scheduling/passed_time.hpp"
#include "scheduling/scheduler.hpp"

namespace scheduling {

execution::execution(const registered_strategy& how, std::uint64_t seed) : serialises_(how.serialises) {
  detail::is_on = true;
  passed_time::forget();
  if (serialises_)
    the_scheduler().begin(how.get(), seed);
  else
    free_running::begin(how.get(), seed);
}

execution::~execution() {
  if (serialises_)
    the_scheduler().end();
  else
    free_running::end();
  detail::is_on = false;
}

execution_record last_execution() {
  return {.scheduling_points = the_scheduler().scheduling_points(),
          .older_values = the_memory().older_values(),
          .is_controlled = !the_scheduler().was_detached()};
}

bool was_detached(const registered_strategy& how) {
  return how.serialises && the_scheduler().was_detached();
}

void on_deadlock(void (*called)()) {
  the_scheduler().on_deadlock(called);
}

void detach() {
  the_scheduler().detach();
}

void note(std::uint64_t moment) {
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0) the_memory().is_at(thread, moment);
}

bool is_before(std::uint64_t one, std::uint64_t other) {
  return the_memory().happens_before(one, other).value_or(one < other);
}

void detail::before_call() {
  before_operation({operation_kind::call});
}

void wait(const std::uint32_t& word, std::uint32_t value) {
  if (!the_scheduler().controls_this_thread()) {
    const free_running::waiting for_another;
    unseen::wait(word, value);
    return;
  }
  if (std::atomic_ref(const_cast<std::uint32_t&>(word)).load() == value)
    the_scheduler().block(&word, {.is_of_case = true});
}

void wake_all(const std::uint32_t& word) {
  the_scheduler().wake(&word, UINT_MAX);
  unseen::wake(word, INT_MAX);
  free_running::wakes();
}

}  // namespace scheduling
