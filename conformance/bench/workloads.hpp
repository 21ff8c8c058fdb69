// SPDX-License-Identifier: MIT
// One round of one measure, over any library. `run` is the main function of each program in libraries/.
//
// A library is a class with what it has of these members:
//   template <class T> struct channel;  sender(): an object with send(T), for one thread; receive(): waits for a T
//   make_mutex(), add_one(mutex&), value_of(mutex&)
//   make_arc(), make_rc(): owners with clone()
//   value_of_thread(): starts a thread that returns 1, and waits for it
#pragma once

#include <sched.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace bench {

using clock = std::chrono::steady_clock;
using nanoseconds = std::chrono::duration<double, std::nano>;

[[noreturn]] inline void refuse(const std::string& why) {
  std::fprintf(stderr, "bench: %s\n", why.c_str());
  std::exit(2);
}

inline void expect(bool right) {
  if (!right) refuse("the library lost, changed or invented a value: certify it before measuring it");
}

/// Makes the compiler assume that the value was read and changed, so that it leaves out no work: Rust's `black_box`.
///
/// The value is an operand in memory. Its address in a register would be computed again in each iteration, which cost
/// arc 3 to 6 %; Rust's compiler computes it once.
void keep(auto& value) {
  __asm__ volatile("" : "+m"(value) : : "memory");
}

/// Restricts the calling thread to one processor, if the system permits it.
inline void settle_on(unsigned processor) {
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(processor % std::thread::hardware_concurrency(), &only);
  sched_setaffinity(0, sizeof(only), &only);
}

enum class placed { by_the_system, side_by_side };

/// Calls `work(number)` on this many threads. Returns the time from the first start to the last end.
///
/// The calling thread does none of the work: in a process with one thread, the C++ library counts owners without atomic
/// operations.
nanoseconds time_together(unsigned count, placed where, const auto& work) {
  struct span {
    clock::time_point began, ended;
  };
  std::vector<span> spans(count);
  std::atomic<unsigned> there = 0;
  std::vector<std::thread> threads;
  for (unsigned number = 0; number < count; ++number)
    threads.emplace_back([&, number] {
      if (where == placed::side_by_side) settle_on(number);
      // Stays awake: a thread that must be woken would start long after the first.
      for (++there; there < count;) std::this_thread::yield();
      const auto began = clock::now();
      work(number);
      spans[number] = {began, clock::now()};
    });
  for (auto& thread : threads) thread.join();
  return std::ranges::max(spans, {}, &span::ended).ended - std::ranges::min(spans, {}, &span::began).began;
}

// Channels

template <std::size_t Bytes>
using message = std::array<std::uint64_t, Bytes / sizeof(std::uint64_t)>;

/// One thread sends `depth` messages and then receives them, over and over.
template <class Library>
nanoseconds backlog(std::uint64_t depth, std::uint64_t times) {
  return time_together(1, placed::by_the_system, [&](unsigned) {
    typename Library::template channel<message<8>> way(depth);
    auto&& sender = way.sender();
    for (std::uint64_t left = times; left > 0; left -= std::min(left, depth)) {
      const std::uint64_t now = std::min(left, depth);
      for (std::uint64_t i = 0; i < now; ++i) sender.send({i});
      for (std::uint64_t i = 0; i < now; ++i) expect(way.receive()[0] == i);
    }
  });
}

/// So many threads send, and another one receives.
template <class Library, std::size_t Bytes>
nanoseconds to_one(std::uint64_t senders, std::uint64_t times) {
  constexpr std::uint64_t room = 1024;  // for a channel that has to be told
  typename Library::template channel<message<Bytes>> way(room);
  const std::uint64_t each = times / senders;
  std::uint64_t sum = 0;
  const auto took = time_together(static_cast<unsigned>(senders) + 1, placed::by_the_system, [&](unsigned number) {
    if (number == 0) {
      for (std::uint64_t left = each * senders; left > 0; --left) sum += way.receive()[0];
    } else {
      auto&& sender = way.sender();
      for (std::uint64_t i = 0; i < each; ++i) sender.send({i});
    }
  });
  expect(each == 0 || sum == senders * (each * (each - 1) / 2));
  return took;
}

/// Two threads pass one message to and fro.
template <class Library>
nanoseconds to_and_fro(std::uint64_t times) {
  using way = typename Library::template channel<message<8>>;
  way there(1), back(1);
  return time_together(2, placed::by_the_system, [&](unsigned number) {
    auto& in = number == 0 ? back : there;
    auto&& sender = (number == 0 ? there : back).sender();
    for (std::uint64_t i = 0; i < times / 2; ++i) {
      if (number == 0) sender.send({i});
      expect(in.receive()[0] == i);
      if (number == 1) sender.send({i});
    }
  });
}

// Locks, owners and threads

template <class Library>
nanoseconds lock(unsigned threads, std::uint64_t times) {
  // On a cache line of its own, so that the layout of the stack makes no difference.
  alignas(64) auto counter = Library::make_mutex();
  const auto took = time_together(threads, placed::side_by_side, [&](unsigned) {
    for (std::uint64_t left = times / threads; left > 0; --left) {
      Library::add_one(counter);
      keep(counter);
    }
  });
  expect(Library::value_of(counter) == times / threads * threads);
  return took;
}

/// `own_one` returns the owner that a thread clones.
nanoseconds clone_and_drop(unsigned threads, std::uint64_t times, const auto& own_one) {
  return time_together(threads, placed::side_by_side, [&](unsigned) {
    const auto own = own_one();
    for (std::uint64_t left = times / threads; left > 0; --left) {
      auto another = own.clone();
      keep(another);
    }
  });
}

template <class Library>
nanoseconds spawn_and_join(std::uint64_t times) {
  const auto began = clock::now();
  for (std::uint64_t i = 0; i < times; ++i) expect(Library::value_of_thread() == 1);
  return clock::now() - began;
}

// The program

struct request {
  std::string_view measure;
  std::uint64_t parameter;
  std::uint64_t times;
};

template <class Library>
nanoseconds measured(const request& asked) {
  const auto& [what, parameter, times] = asked;
  const auto threads = static_cast<unsigned>(parameter);
  if constexpr (requires { typename Library::template channel<message<8>>; }) {
    if (what == "backlog") return backlog<Library>(parameter, times);
    if (what == "senders") return to_one<Library, 8>(parameter, times);
    if (what == "to-and-fro") return to_and_fro<Library>(times);
    if (what == "bytes" && parameter == 8) return to_one<Library, 8>(1, times);
  }
  if constexpr (requires { typename Library::template channel<message<4096>>; }) {
    if (what == "bytes" && parameter == 64) return to_one<Library, 64>(1, times);
    if (what == "bytes" && parameter == 512) return to_one<Library, 512>(1, times);
    if (what == "bytes" && parameter == 4096) return to_one<Library, 4096>(1, times);
  }
  if constexpr (requires { Library::make_mutex(); }) {
    if (what == "lock") return lock<Library>(threads, times);
  }
  if constexpr (requires { Library::make_arc(); }) {
    if (what == "arc") {
      const auto owner = Library::make_arc();
      return clone_and_drop(threads, times, [&] { return owner.clone(); });
    }
  }
  if constexpr (requires { Library::make_rc(); }) {
    if (what == "rc") return clone_and_drop(1, times, Library::make_rc);
  }
  if constexpr (requires { Library::value_of_thread(); }) {
    if (what == "spawn") return spawn_and_join<Library>(times);
  }
  refuse("this library has no measure `" + std::string(what) + "` with " + std::to_string(parameter));
}

/// A number of at least 1 from the command line.
inline std::uint64_t number(const std::string& text) {
  const bool is_number = !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == std::string::npos;
  const std::uint64_t value = is_number ? std::stoull(text) : 0;
  if (value == 0) refuse("`" + text + "` is not a number of at least 1");
  return value;
}

/// Prints the nanoseconds that one operation took. Usage: MEASURE PARAMETER TIMES
template <class Library>
void run(int count, char** arguments) {
  if (count != 4) refuse("usage: MEASURE PARAMETER TIMES");
  const request asked{arguments[1], number(arguments[2]), number(arguments[3])};
  std::printf("%.4f\n", measured<Library>(asked).count() / static_cast<double>(asked.times));
}

}  // namespace bench
