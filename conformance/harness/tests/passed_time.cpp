// SPDX-License-Identifier: MIT
#include "scheduling/passed_time.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
namespace passed_time = scheduling::passed_time;

namespace {

timespec in_seconds(clockid_t clock, std::time_t seconds) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return {.tv_sec = now.tv_sec + seconds, .tv_nsec = now.tv_nsec};
}

std::int64_t nanoseconds_in(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

TEST_CASE("a wait that ends by time makes clocks show its end, by either clock") {
  passed_time::forget();
  const clockid_t clock = GENERATE(CLOCK_REALTIME, CLOCK_MONOTONIC);
  const timespec end = in_seconds(clock, 100);

  passed_time::until(end);

  CHECK(passed_time::so_far() <= 100s);
  CHECK(nanoseconds_in(in_seconds(clock, 0)) + passed_time::so_far().count() >= nanoseconds_in(end));
  const auto before = passed_time::so_far();
  passed_time::until(in_seconds(clock, 1));  // it is past
  CHECK(passed_time::so_far() == before);
}

TEST_CASE("durations add up, and a wait that has no end worth the name passes no time") {
  passed_time::forget();
  passed_time::by(1500ms);
  passed_time::by({.tv_sec = 2, .tv_nsec = 700'000'000});
  passed_time::by({.tv_sec = INT64_MAX, .tv_nsec = 0});
  passed_time::by({.tv_sec = INT64_MIN, .tv_nsec = 0});
  passed_time::until(in_seconds(CLOCK_MONOTONIC, 100'000));

  CHECK(passed_time::so_far() == 4200ms);
  passed_time::forget();
  CHECK(passed_time::so_far() == 0s);
}

TEST_CASE("a time that clocks show is earlier by the system's count") {
  passed_time::forget();
  passed_time::by(1200ms);

  const timespec real = passed_time::of_system({.tv_sec = 10, .tv_nsec = 100'000'000});

  CHECK(real.tv_sec == 8);
  CHECK(real.tv_nsec == 900'000'000);
  passed_time::forget();
}

TEST_CASE("a time that the system rejects stays as it is where no time has passed") {
  passed_time::forget();

  CHECK(passed_time::of_system({.tv_sec = 10, .tv_nsec = 2'000'000'000}).tv_nsec == 2'000'000'000);
}
