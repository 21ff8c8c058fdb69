// SPDX-License-Identifier: MIT
#include <pthread.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <fearless/debug.hpp>
#include <fearless/mutex.hpp>
#include <fearless/panic.hpp>
#include <fearless/spawn.hpp>
#include <fearless/thread.hpp>
#include <set>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using fearless::current_thread;
using fearless::debug;
using fearless::park;
using fearless::park_timeout;
using fearless::spawn;
using fearless::spawn_named;

namespace {

static_assert(fearless::send<fearless::thread> && fearless::sync<fearless::thread>);
static_assert(fearless::send<fearless::thread_id> && fearless::sync<fearless::thread_id>);
static_assert(!std::is_copy_constructible_v<fearless::thread>);

std::string name_for_the_system() {
  std::array<char, 16> name{};
  pthread_getname_np(pthread_self(), name.data(), name.size());
  return name.data();
}

std::atomic<bool> same_in_destructor = false;

/// Looks at the identity of its thread while the thread's local objects are destroyed.
struct asks_at_the_end {
  explicit asks_at_the_end(fearless::thread_id expected) : id(expected) {}
  asks_at_the_end(const asks_at_the_end&) = delete;
  asks_at_the_end& operator=(const asks_at_the_end&) = delete;
  ~asks_at_the_end() { same_in_destructor = current_thread().id() == id; }
  fearless::thread_id id;
};

/// Whether the token came before: then `park` does not wait for the time limit, which is never reached.
void expect_token() {
  const auto begun = clock_type::now();
  park_timeout(1h);
  CHECK(clock_type::now() - begun < 1h);
}

}  // namespace

TEST_CASE("every thread has an identity of its own, which is never used again") {
  std::unordered_set<fearless::thread_id> seen{current_thread().id()};
  for (int i = 0; i < 50; ++i) {
    CHECK(seen.insert(spawn([] { return current_thread().id(); }).join().unwrap()).second);
    std::jthread([&] { CHECK(seen.insert(current_thread().id()).second); }).join();
  }
  CHECK(current_thread().id() == current_thread().id());
}

TEST_CASE("a handle and its thread have one identity") {
  auto handle = spawn([] { return current_thread().id(); });
  const fearless::thread named = handle.thread().clone();
  CHECK(std::move(handle).join().unwrap() == named.id());
}

TEST_CASE("a thread that is assigned to a handle brings its identity") {
  auto handle = spawn([] { return current_thread().id(); });
  handle = spawn([] { return current_thread().id(); });
  const auto id = handle.thread().id();
  CHECK(std::move(handle).join().unwrap() == id);
}

TEST_CASE("a thread has a name if it was given one") {
  CHECK(current_thread().name() == "main");
  CHECK_FALSE(spawn([] { return current_thread().name().has_value(); }).join().unwrap());
  std::jthread([] { CHECK_FALSE(current_thread().name().has_value()); }).join();

  auto handle = spawn_named(
      "a worker with a long name",
      [](int given) {
        return std::string(*current_thread().name()) + '|' + name_for_the_system() + '|' + std::to_string(given);
      },
      7);
  CHECK(handle.thread().name() == "a worker with a long name");
  CHECK(std::move(handle).join().unwrap() == "a worker with a long name|a worker with a|7");
}

TEST_CASE("a name must have no null character") {
  auto failed = fearless::catch_panic([] { spawn_named(std::string("a\0b", 3), [] {}).detach(); });
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().message() == "thread name may not contain interior null bytes");
}

TEST_CASE("threads are printed as in Rust") {
  const std::string id = debug(current_thread().id());
  CHECK(id.starts_with("ThreadId("));
  CHECK(debug(current_thread()) == "Thread { id: " + id + ", name: Some(\"main\"), .. }");
  CHECK(spawn_named("w\"", [] { return debug(current_thread()); })
            .join()
            .unwrap()
            .ends_with(R"(, name: Some("w\""), .. })"));
  CHECK(spawn([] { return debug(current_thread()); }).join().unwrap().ends_with(", name: None, .. }"));
}

TEST_CASE("destructors of thread-local objects still have the identity of their thread") {
  spawn([] { thread_local const asks_at_the_end asking(current_thread().id()); }).join().unwrap();
  CHECK(same_in_destructor);
  same_in_destructor = false;
  std::jthread([] { thread_local const asks_at_the_end asking(current_thread().id()); }).join();
  CHECK(same_in_destructor);
}

TEST_CASE("what the system calls after the end of a thread finds another identity, and no freed one") {
  static_cast<void>(current_thread());  // a key of the library is older, so that its value is freed first
  static std::atomic<bool> has_name = true;
  pthread_key_t key = 0;
  REQUIRE(pthread_key_create(&key, [](void*) { has_name = current_thread().name().has_value(); }) == 0);
  spawn_named("named", [](pthread_key_t own) { pthread_setspecific(own, "not null"); }, auto(key)).join().unwrap();
  pthread_key_delete(key);
  CHECK_FALSE(has_name);
}

TEST_CASE("a token that came before is taken at once, and several are one") {
  current_thread().unpark();
  current_thread().unpark();
  park();

  park_timeout(1ms);  // there is no second token: it ends by time
  current_thread().unpark();
  expect_token();
  const auto begun = clock_type::now();
  park_timeout(20ms);
  CHECK(clock_type::now() - begun >= 20ms);
  const auto again = clock_type::now();
  park_timeout(20ms);  // the end of a time leaves nothing behind
  CHECK(clock_type::now() - again >= 20ms);
  park_timeout(-1h);
}

TEST_CASE("a token wakes a thread that is parked, and shows it what was done before") {
  const fearless::thread self = current_thread();
  for (int round = 0; round < 500; ++round) {
    int done = 0;
    const std::jthread other([&] {
      done = round;
      self.unpark();
    });
    park();
    CHECK(done == round);  // only the token orders it
  }
}

TEST_CASE("two threads wake each other in turn") {
  constexpr int rounds = 1'000;
  auto ping = spawn(
      [](fearless::thread main) {
        for (int i = 0; i < rounds; ++i) {
          park();
          main.unpark();
        }
      },
      current_thread());
  for (int i = 0; i < rounds; ++i) {
    ping.thread().unpark();
    park();
  }
  std::move(ping).join().unwrap();
}

TEST_CASE("a thread that has ended can still be given a token") {
  auto handle = spawn([] {});
  const auto gone = handle.thread().clone();
  std::move(handle).join().unwrap();
  gone.unpark();
  CHECK_FALSE(gone.name().has_value());
}
