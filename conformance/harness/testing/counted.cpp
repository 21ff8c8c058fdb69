// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that counting orders nothing.
#include "testing/counted.hpp"

#include <unistd.h>

#include <atomic>

#include "scheduling/trace.hpp"

namespace testing {

struct tally::counters {
  std::atomic<std::int64_t> made, copies, drops;
  std::atomic<pid_t> dropped_by;
};

tally::tally() : counters_(new counters{}) {}

void tally::made() const {
  ++counters_->made;
}
void tally::copied() const {
  ++counters_->copies;
}
void tally::dropped() const {
  if (scheduling::trace::is_on()) scheduling::trace::remark("drops the value");
  counters_->dropped_by = gettid();
  ++counters_->drops;
}

std::int64_t tally::alive() const {
  return counters_->made + counters_->copies - counters_->drops;
}
std::int64_t tally::copies() const {
  return counters_->copies;
}
std::int64_t tally::drops() const {
  return counters_->drops;
}
pid_t tally::dropped_by() const {
  return counters_->dropped_by;
}

}  // namespace testing
