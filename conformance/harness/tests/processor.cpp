// SPDX-License-Identifier: MIT
#include "scheduling/processor.hpp"

#include <sched.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <thread>

namespace {

cpu_set_t allowed() {
  cpu_set_t set;
  CPU_ZERO(&set);
  sched_getaffinity(0, sizeof set, &set);
  return set;
}

bool is_one_of(const cpu_set_t& one, const cpu_set_t& all) {
  cpu_set_t both;
  CPU_AND(&both, &one, &all);
  return CPU_COUNT(&one) == 1 && CPU_EQUAL(&both, &one);
}

/// A thread that tells which processors it may use when it is asked.
class other_thread {
 public:
  cpu_set_t allowed() {
    asked_.set_value();
    return answers_.get_future().get();
  }

 private:
  std::promise<void> asked_;
  std::promise<cpu_set_t> answers_;
  std::jthread thread_{[this] {
    asked_.get_future().wait();
    answers_.set_value(::allowed());
  }};
};

}  // namespace

TEST_CASE("threads are kept to one processor, and released") {
  const cpu_set_t before = allowed();
  scheduling::processor::keep_to_one();
  const cpu_set_t kept = allowed();
  other_thread started_meanwhile;
  scheduling::processor::release();
  const cpu_set_t after = allowed(), of_other = started_meanwhile.allowed();

  CHECK(is_one_of(kept, before));
  CHECK(CPU_EQUAL(&after, &before));
  CHECK(CPU_EQUAL(&of_other, &before));
}

TEST_CASE("threads that have shared their processor leave it together") {
  const cpu_set_t before = allowed();
  scheduling::processor::keep_to_one();
  const cpu_set_t first = allowed();
  other_thread started_meanwhile;
  std::this_thread::sleep_for(std::chrono::milliseconds(20));  // as if another program had used the processor
  scheduling::processor::leave_if_shared();
  const cpu_set_t kept = allowed(), of_other = started_meanwhile.allowed();
  scheduling::processor::release();

  CHECK(is_one_of(kept, before));
  CHECK(CPU_EQUAL(&of_other, &kept));
  CHECK((CPU_COUNT(&before) == 1 || !CPU_EQUAL(&kept, &first)));
}
