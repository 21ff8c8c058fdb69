// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/interception/interception.hpp"

#include <array>
#include <string_view>

#include "scheduling/interception/coverage.hpp"
#include "scheduling/interception/imports.hpp"
#include "scheduling/interception/interceptors.hpp"
#include "scheduling/memory/fences.hpp"
#include "scheduling/scheduler.hpp"

namespace scheduling {

namespace {

/// The objects that were loaded before the implementation.
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

/// An implementation in C++ uses threads and conditions through this library; the harness hardly does.
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

void intercept_fences() {
  look_up_originals(atomic_interceptors());
  const auto take = [](const loaded_object& object, void*) {
    if (is_host(object) || intercept_imports(object, fence_interceptors()) == 0) return;
    intercept_imports(object, atomic_interceptors());
    fences::are_used();
  };
  for_each_object(take, nullptr);
}

intercepted intercept() {
  static const intercepted taken = [] {
    look_up_originals(atomic_interceptors());
    look_up_originals(call_interceptors());
    look_up_originals(clock_interceptors());
    intercepted found;
    const auto take = [](const loaded_object& object, void* counts) {
      if (is_host(object) && !is_cxx_library(object)) return;
      auto& all = *static_cast<intercepted*>(counts);
      const std::size_t atomics = intercept_imports(object, atomic_interceptors());
      const std::size_t calls = intercept_imports(object, call_interceptors());
      if (is_host(object)) return;
      intercept_imports(object, clock_interceptors());
      all.atomics += atomics;
      all.calls += calls;
    };
    for_each_object(take, &found);
    return found;
  }();
  return taken;
}

void model_memory() {
  [[maybe_unused]] static const bool done = [] {
    look_up_originals(ordering_interceptors());
    look_up_originals(forgetting_interceptors());
    const auto take = [](const loaded_object& object, void*) {
      if (!is_host(object) || is_cxx_library(object)) intercept_imports(object, ordering_interceptors());
      if (!is_host(object)) intercept_imports(object, forgetting_interceptors());
    };
    for_each_object(take, nullptr);
    return true;
  }();
}

bool count_edges(scenarios::coverage& into) {
  detail::counted.into = &into;
  look_up_originals(code_interceptors());
  std::size_t changed = 0;
  const auto take = [](const loaded_object& object, void* all) {
    // The loader lists the implementation before the libraries that were loaded with it.
    if (is_host(object) || detail::counted.base != 0) return;
    detail::counted.base = object.base;
    *static_cast<std::size_t*>(all) =
        intercept_imports(object, counting_atomic_interceptors()) + intercept_imports(object, code_interceptors());
  };
  for_each_object(take, &changed);
  return changed != 0;
}

void begin_path() {
  detail::last_place = 0;
}

}  // namespace scheduling
