// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that steering orders nothing.
#include "subject/steering/steering.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <string_view>

#include "subject/steering/imports.hpp"
#include "subject/steering/noise.hpp"
#include "subject/steering/replacement.hpp"
#include "subject/steering/scheduler.hpp"
#include "subject/steering/stand_ins.hpp"

namespace subject::steering {

namespace {

/// The objects that were there before the implementation.
struct host_objects {
  std::array<const void*, 64> all{};
  std::size_t count = 0;
};
constinit host_objects host;

bool is_host(const loaded_object& object) {
  for (std::size_t i = 0; i < host.count; ++i)
    if (host.all[i] == object.dynamic_section) return true;
  return false;
}

/// Threads and conditions of C++ are used through it, by the implementation and hardly by the suite.
bool is_cxx_library(const loaded_object& object) {
  const std::string_view file(object.file);
  return file.contains("/libstdc++.so") || file.contains("/libc++.so");
}

}  // namespace

void note_host(unsigned other_threads) {
  the_scheduler().other_threads(other_threads);
  const auto note = [](const loaded_object& object, void*) {
    if (host.count < host.all.size()) host.all[host.count++] = object.dynamic_section;
  };
  for_each_object(note, nullptr);
}

control take_control() {
  static const control taken = [] {
    look_up_originals(atomic_stand_ins());
    look_up_originals(call_stand_ins());
    control found;
    const auto take = [](const loaded_object& object, void* counts) {
      if (is_host(object) && !is_cxx_library(object)) return;
      auto& all = *static_cast<control*>(counts);
      const std::size_t atomics = take_over_imports(object, atomic_stand_ins());
      const std::size_t calls = take_over_imports(object, call_stand_ins());
      if (is_host(object)) return;
      all.atomics += atomics;
      all.calls += calls;
    };
    for_each_object(take, &found);
    return found;
  }();
  return taken;
}

execution::execution(strategy how, std::uint64_t seed) : how_(how) {
  detail::is_on = how != strategy::none;
  if (serialises(how)) the_scheduler().begin(how, seed);
  if (how == strategy::noise) noise::begin(seed);
}

execution::~execution() {
  if (serialises(how_)) the_scheduler().end();
  if (how_ == strategy::noise) noise::end();
  detail::is_on = false;
}

execution_record last_execution() {
  return {.points = the_scheduler().points(), .is_controlled = !the_scheduler().was_released()};
}

bool advance() {
  return the_scheduler().all_choices().advance();
}

void start_over() {
  the_scheduler().all_choices().clear();
}

bool is_complete() {
  return the_scheduler().all_choices().are_complete();
}

void release() {
  the_scheduler().release();
}

void keep_to_one_processor(bool keep) {
  static cpu_set_t before;
  static bool kept = false;
  if (keep == kept) return;
  if (keep) {
    unsigned processor = 0;
    if (syscall(SYS_getcpu, &processor, nullptr, nullptr) != 0) return;
    if (sched_getaffinity(0, sizeof before, &before) != 0) return;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    kept = sched_setaffinity(0, sizeof one, &one) == 0;
  } else {
    kept = sched_setaffinity(0, sizeof before, &before) != 0;
  }
}

void detail::before_call() {
  before_operation();
}

void wait(const std::uint32_t& word, std::uint32_t value) {
  if (!the_scheduler().controls_this_thread()) {
    unseen::wait(word, value);
    return;
  }
  if (std::atomic_ref(const_cast<std::uint32_t&>(word)).load() == value) the_scheduler().block(&word, {});
}

void wake_all(const std::uint32_t& word) {
  the_scheduler().wake(&word, UINT_MAX);
  unseen::wake(word, INT_MAX);
}

}  // namespace subject::steering
