// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <sys/time.h>

#include <chrono>
#include <cstdint>
#include <ctime>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"
#include "scheduling/passed_time.hpp"

namespace scheduling {

namespace {

using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

/// Adds the time that has passed to a time of two members, of which the second one counts parts of a second.
template <class Part, class Whole, class Fraction>
void add_passed_time(Whole& whole, Fraction& fraction) {
  const auto total = Part(fraction) + floor<Part>(passed_time::so_far());
  const auto full = floor<seconds>(total);
  whole += full.count();
  fraction = static_cast<Fraction>((total - full).count());
}

bool counts_work(clockid_t clock) {
  return clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0;
}

constexpr auto& clock_of_system = the<"clock_gettime", int(clockid_t, timespec*)>;
constexpr auto& time_of_day = the<"gettimeofday", int(timeval*, void*)>;
constexpr auto& time_in_seconds = the<"time", std::time_t(std::time_t*)>;
constexpr auto& time_of_c = the<"timespec_get", int(timespec*, int)>;

int shown_clock(clockid_t clock, timespec* at) {
  const int result = clock_of_system(clock, at);
  if (result == 0 && !counts_work(clock)) add_passed_time<nanoseconds>(at->tv_sec, at->tv_nsec);
  return result;
}

int shown_time_of_day(timeval* at, void* zone) {
  const int result = time_of_day(at, zone);
  if (result == 0 && at != nullptr) add_passed_time<microseconds>(at->tv_sec, at->tv_usec);
  return result;
}

std::time_t shown_time_in_seconds(std::time_t* at) {
  const std::time_t now = time_in_seconds(nullptr) + floor<seconds>(passed_time::so_far()).count();
  if (at != nullptr) *at = now;
  return now;
}

int shown_time_of_c(timespec* at, int base) {
  const int result = time_of_c(at, base);
  if (result != 0) add_passed_time<nanoseconds>(at->tv_sec, at->tv_nsec);
  return result;
}

/// `now` of a clock of C++, which returns a class that is passed as its only member: a count of `Unit`.
template <function_name Name, class Unit>
std::int64_t shown_now() {
  return original<Name, std::int64_t()>::function() + floor<Unit>(passed_time::so_far()).count();
}

template <function_name Name, class Unit>
interceptor now_in() {
  return replaced_by<Name>(shown_now<Name, Unit>);
}

}  // namespace

std::span<const interceptor> clock_interceptors() {
  static const std::vector<interceptor> all = {
      replaced_by<"clock_gettime">(shown_clock),
      replaced_by<"gettimeofday">(shown_time_of_day),
      replaced_by<"time">(shown_time_in_seconds),
      replaced_by<"timespec_get">(shown_time_of_c),
      // steady_clock and system_clock of libstdc++, then of libc++
      now_in<"_ZNSt6chrono3_V212steady_clock3nowEv", nanoseconds>(),
      now_in<"_ZNSt6chrono3_V212system_clock3nowEv", nanoseconds>(),
      now_in<"_ZNSt3__16chrono12steady_clock3nowEv", nanoseconds>(),
      now_in<"_ZNSt3__16chrono12system_clock3nowEv", microseconds>(),
  };
  return all;
}

}  // namespace scheduling
