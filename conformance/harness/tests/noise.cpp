// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "scheduling/strategies/all.hpp"

namespace {

/// How often the calling thread has gone to sleep.
long sleeps_so_far() {
  rusage used{};
  getrusage(RUSAGE_THREAD, &used);
  return used.ru_nvcsw;
}

/// An execution under noise of the kind that delays each operation of the thread that comes first.
class execution {
 public:
  execution() {
    noise_.begin(2);
    noise_.before_operation({});  // no other thread is there yet
  }
  ~execution() { noise_.end(); }
  execution(const execution&) = delete;
  execution& operator=(const execution&) = delete;

  scheduling::strategy* operator->() { return &noise_; }

  /// Whether operations of this thread are delayed.
  bool delays() {
    const long before = sleeps_so_far();
    for (int operation = 0; operation < 20; ++operation) noise_.before_operation({});
    return sleeps_so_far() > before;
  }

 private:
  scheduling::strategy& noise_ = scheduling::noise();
};

}  // namespace

TEST_CASE("a thread without others is not delayed") {
  execution running;
  CHECK_FALSE(running.delays());
  running->expect_thread();
  running->system_thread_starts();
  CHECK(running.delays());
  running->system_thread_is_gone();
  CHECK_FALSE(running.delays());
}

TEST_CASE("a thread is not delayed while all others wait, until it may have ended a wait") {
  execution running;
  running->system_thread_starts();
  running->system_thread_starts();
  running->wait_begins();
  CHECK(running.delays());
  const auto wait = running->wait_begins();
  CHECK_FALSE(running.delays());
  running->wait_ends(wait);
  CHECK(running.delays());
  running->wait_begins();
  CHECK_FALSE(running.delays());
  running->wakes();
  CHECK(running.delays());
}

TEST_CASE("a wait that was ended counts once") {
  execution running;
  running->system_thread_starts();
  const auto ended = running->wait_begins();
  running->wakes();
  running->wait_begins();
  running->wait_ends(ended);
  CHECK_FALSE(running.delays());
}

TEST_CASE("a thread is delayed where the implementation starts threads in a way that is not seen") {
  execution running;
  running->expect_thread();
  running->expect_thread();
  running->system_thread_starts();
  running->system_thread_is_gone();
  CHECK(running.delays());
}
