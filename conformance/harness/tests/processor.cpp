// SPDX-License-Identifier: MIT
#include "scheduling/processor.hpp"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
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

/// A program that keeps the processor of the calling thread busy.
class busy_program {
 public:
  busy_program() : process_(fork()) {
    if (process_ != 0) return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (volatile bool always = true; always;) continue;
  }
  ~busy_program() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  busy_program(const busy_program&) = delete;
  busy_program& operator=(const busy_program&) = delete;

 private:
  pid_t process_;
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

TEST_CASE("threads that leave a shared processor are kept to one and the same again") {
  const cpu_set_t before = allowed();
  scheduling::processor::keep_to_one();
  const cpu_set_t first = allowed();
  other_thread started_meanwhile;
  const busy_program other;
  cpu_set_t kept = first;
  for (int times = 0; times < 50 && CPU_EQUAL(&kept, &first); ++times) {
    std::this_thread::sleep_for(std::chrono::milliseconds(11));
    scheduling::processor::leave_if_shared();
    kept = allowed();
  }
  const cpu_set_t of_other = started_meanwhile.allowed();
  scheduling::processor::release();

  CHECK(is_one_of(kept, before));
  CHECK(CPU_EQUAL(&of_other, &kept));
}
