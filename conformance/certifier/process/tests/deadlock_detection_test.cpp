// SPDX-License-Identifier: MIT
#include "deadlock_detection.hpp"

#include <fmt/format.h>
#include <linux/futex.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/wait.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <fstream>
#include <latch>
#include <mutex>
#include <string>
#include <thread>

#include "boxes.hpp"
#include "files.hpp"
#include "helper_program.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using namespace std::chrono_literals;

namespace {

void cross_locks() {
  std::mutex first, second;
  std::latch both(2);
  std::thread one([&] {
    const std::scoped_lock mine(first);
    both.arrive_and_wait();
    const std::scoped_lock other(second);
  });
  const std::scoped_lock mine(second);
  both.arrive_and_wait();
  const std::scoped_lock other(first);
}

const helper_program two_futexes("two futexes", cross_locks);

const helper_program lost_wake_up("lost wake-up", [] {
  std::mutex mutex;
  std::condition_variable never_notified;
  std::unique_lock lock(mutex);
  never_notified.wait(lock);
});

const helper_program deadlock_in_child("deadlock in a child", [] {
  if (::fork() == 0) cross_locks();
  ::wait(nullptr);
});

const helper_program one_sleeps("one sleeps", [] {
  std::thread sleeper([] { std::this_thread::sleep_for(700ms); });
  sleeper.join();
});

const helper_program child_lives("child lives", [] {
  if (::fork() == 0) {
    std::this_thread::sleep_for(700ms);
    ::_exit(0);
  }
  ::wait(nullptr);
});

const helper_program child_left_group("child left the group", [] {
  if (::fork() == 0) {
    ::setsid();
    std::this_thread::sleep_for(700ms);
    ::_exit(0);
  }
  ::wait(nullptr);
});

const helper_program timer_goes_off("timer goes off", [] {
  const int timer = ::timerfd_create(CLOCK_MONOTONIC, 0);
  const itimerspec soon{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_nsec = 700'000'000}};
  ::timerfd_settime(timer, 0, &soon, nullptr);
  pollfd file{timer, POLLIN, 0};
  ::poll(&file, 1, -1);
});

const helper_program posix_timer("POSIX timer", [] {
  timer_t timer{};
  sigevent event{};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGUSR1;
  ::signal(SIGUSR1, [](int) {});
  ::timer_create(CLOCK_MONOTONIC, &event, &timer);
  const itimerspec soon{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_nsec = 700'000'000}};
  ::timer_settime(timer, 0, &soon, nullptr);
  ::pause();
});

const helper_program alarm_rings("alarm rings", [] {
  static volatile std::sig_atomic_t rings = 0;
  std::signal(SIGALRM, [](int) { rings = 1; });
  constexpr itimerval soon{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_usec = 500'000}};
  ::setitimer(ITIMER_REAL, &soon, nullptr);
  while (rings == 0) ::pause();
});

const helper_program alarm_is_awaited("alarm is awaited", [] {
  sigset_t alarms;
  ::sigemptyset(&alarms);
  ::sigaddset(&alarms, SIGALRM);
  ::sigprocmask(SIG_BLOCK, &alarms, nullptr);
  ::ualarm(500'000, 0);
  int signal = 0;
  ::sigwait(&alarms, &signal);
});

const helper_program other_signal_is_awaited("another signal is awaited", [] {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGUSR1);
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  int signal = 0;
  ::sigwait(&signals, &signal);
});

const helper_program ping_pong("ping-pong", [] {
  std::mutex mutex;
  std::condition_variable turned;
  bool mine = true;
  const auto until = std::chrono::steady_clock::now() + 700ms;
  const auto play = [&](bool me) {
    std::unique_lock lock(mutex);
    while (std::chrono::steady_clock::now() < until) {
      turned.wait(lock, [&] { return mine == me || std::chrono::steady_clock::now() >= until; });
      mine = !me;
      turned.notify_all();
    }
    turned.notify_all();
  };
  std::thread other([&] { play(false); });
  play(true);
  other.join();
});

const helper_program pipe_without_writer_left("pipe without a writer", [] {
  int ends[2];
  if (::pipe(ends) != 0) ::_exit(1);
  char byte;
  [[maybe_unused]] const auto length = ::read(ends[0], &byte, 1);
});

const helper_program with_sleeper("a deadlock beside a thread that sleeps", [] {
  std::thread sleeper([] {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
    while (true) std::this_thread::sleep_for(50ms);
  });
  cross_locks();
  sleeper.join();
});

/// The last argument of this program.
int events_descriptor() {
  std::ifstream line("/proc/self/cmdline");
  std::string word, last;
  while (std::getline(line, word, '\0')) last = word;
  return std::stoi(last);
}

/// With a socket for events, reports the calling thread as one of the library's runtime.
void report_as_runtime() {
  std::string said(32, '\0');
  [[maybe_unused]] const auto length = ::recv(events_descriptor(), said.data(), said.size(), MSG_DONTWAIT);
  said += fmt::format(" 0 {{\"event\":\"loaded\",\"name\":\"x\",\"release\":\"1\",\"runtime_threads\":[{}]}}\n",
                      ::gettid());
  if (::write(events_descriptor(), said.data(), said.size()) < 0) ::_exit(1);
}

/// A deadlock beside a thread that sleeps for this time and then ends the process.
void deadlock_beside(timespec sleep) {
  std::thread own([=] {
    report_as_runtime();
    int unchanged = 0;
    ::syscall(SYS_futex, &unchanged, FUTEX_WAIT_PRIVATE, 0, &sleep, nullptr, 0);
    ::_exit(0);
  });
  cross_locks();
  own.join();
}

const helper_program beside_long_sleep("a deadlock beside a long sleep", [] { deadlock_beside({60, 0}); });
const helper_program beside_ticks("a deadlock beside a thread that wakes at intervals", [] {
  std::thread([] {
    report_as_runtime();
    while (true) std::this_thread::sleep_for(5ms);
  }).detach();
  cross_locks();
});
const helper_program beside_work("a deadlock beside a thread that works", [] {
  std::thread([] {
    report_as_runtime();
    for (std::atomic<std::uint64_t> steps = 0; true; ++steps) continue;
  }).detach();
  cross_locks();
});
const helper_program beside_short_sleep("a deadlock beside a short sleep", [] { deadlock_beside({0, 700'000'000}); });

outcome watched(const helper_program& program, bool in_box = false) {
  command start = program.start();
  start.watch_for_deadlock = true;
  const scratch_folder folder;
  if (in_box) start.arguments.at(0) = std::filesystem::read_symlink("/proc/self/exe");
  if (in_box) start.box = box{.folder = folder.path(), .files = {}};
  return run(start);
}

}  // namespace

TEST_CASE("threads that wait for each other are a deadlock, detected within a second") {
  const auto* program =
      GENERATE(&two_futexes, &lost_wake_up, &deadlock_in_child, &pipe_without_writer_left, &other_signal_is_awaited);
  const bool in_box = GENERATE(false, true);
  if (in_box && !has_boxes()) return;
  const outcome seen = watched(*program, in_box);
  CHECK(seen.deadlocked);
  CHECK(seen.elapsed < 1s);
  CHECK_FALSE(seen.threads.empty());
}

TEST_CASE("the threads of a deadlock are reported with what they wait for") {
  const outcome seen = watched(two_futexes);
  REQUIRE(seen.threads.size() == 2);
  for (const auto& line : seen.threads) {
    CHECK(line.find("waits in futex(") != std::string::npos);
    CHECK(line.find("without a time limit") != std::string::npos);
  }
}

TEST_CASE("a group in which something can still wake the others is not a deadlock") {
  const auto* program = GENERATE(&one_sleeps, &child_lives, &child_left_group, &timer_goes_off, &posix_timer,
                                 &alarm_rings, &alarm_is_awaited, &ping_pong);
  const bool in_box = GENERATE(false, true);
  if (in_box && !has_boxes()) return;
  const outcome seen = watched(*program, in_box);
  CHECK_FALSE(seen.deadlocked);
  CHECK(seen.exit_code == 0);
}

TEST_CASE("only a thread that sleeps with all signals blocked counts as the detector's") {
  command sleeping = with_sleeper.start();
  sleeping.watch_for_deadlock = true;
  sleeping.bounds.wall = 500ms;
  CHECK(run(sleeping).timed_out);
  sleeping.hosts_detector = true;
  sleeping.bounds.wall = 60s;
  CHECK(run(sleeping).deadlocked);

  command start = two_futexes.start();
  start.watch_for_deadlock = true;
  start.hosts_detector = true;
  CHECK(run(start).deadlocked);
  command sleeper = one_sleeps.start();
  sleeper.watch_for_deadlock = true;
  sleeper.hosts_detector = true;
  CHECK_FALSE(run(sleeper).deadlocked);
}

TEST_CASE("a thread of the library's runtime that sleeps past the time limit does not prevent a deadlock") {
  const auto watched_for = [](const helper_program& program, std::chrono::milliseconds given, const char* events) {
    command start = program.start();
    start.arguments.emplace_back(events);
    start.with_events = true;
    start.watch_for_deadlock = true;
    start.bounds.wall = given;
    return run(start);
  };
  CHECK(watched_for(beside_long_sleep, 30s, "{events}").deadlocked);
  CHECK(watched_for(beside_short_sleep, 30s, "{events}").exit_code == 0);
  CHECK(watched_for(beside_long_sleep, 400ms, "1").timed_out);  // printed where no reader is
}

TEST_CASE("threads of the library's runtime that only keep house do not prevent a deadlock") {
  const auto watched_beside = [](const helper_program& program, const char* events) {
    command start = program.start();
    start.arguments.emplace_back(events);
    start.with_events = true;
    start.watch_for_deadlock = true;
    start.has_housekeeping = true;
    start.bounds.wall = 2s;
    return run(start);
  };
  CHECK(watched_beside(beside_ticks, "{events}").deadlocked);
  CHECK(watched_beside(beside_work, "{events}").timed_out);
  CHECK(watched_beside(beside_ticks, "1").timed_out);  // no thread of the runtime was reported
}

TEST_CASE("threads that the host reports as the detector's are ignored") {
  command start{
      .arguments =
          {"sh", "-c",
           R"(secret=$(head -c 32 <&$0); echo "$secret 0 {\"event\":\"host\",\"runtime_threads\":[$$]}" >&$0; exec sleep 100)",
           "{events}"},
      .environment = {},
      .directory = {},
      .bounds = {},
      .with_events = true,
      .watch_for_deadlock = true};
  start.bounds.wall = 400ms;
  const outcome seen = run(start);
  CHECK(seen.timed_out);
  CHECK(seen.threads.empty());
}
