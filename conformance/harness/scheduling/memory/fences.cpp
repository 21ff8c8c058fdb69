// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: the places are not the harness's.
#include "scheduling/memory/fences.hpp"

#include <algorithm>
#include <array>

#include "scheduling/memory/detector.hpp"

namespace scheduling::fences {

namespace {

/// The fences and loads of a thread.
struct thread_state {
  bool follows_release = false;
  std::size_t loads = 0;                       // since the last acquire fence
  std::array<const volatile void*, 256> from;  // the last of them
};
constinit thread_local thread_state mine{};

}  // namespace

void detail::note_load(const volatile void* from) {
  mine.from[mine.loads++ % mine.from.size()] = from;
}

bool detail::follows_release() {
  return mine.follows_release;
}

atomic_order detail::with_release(atomic_order how) {
  switch (how) {
    case __ATOMIC_RELAXED:
      return __ATOMIC_RELEASE;
    case __ATOMIC_CONSUME:
    case __ATOMIC_ACQUIRE:
      return __ATOMIC_ACQ_REL;
    default:
      return how;
  }
}

bool detail::acquires_nothing(atomic_order how) {
  return how == __ATOMIC_RELAXED || how == __ATOMIC_RELEASE;
}

void execute(atomic_order how) {
  if (how == __ATOMIC_RELEASE || how == __ATOMIC_ACQ_REL || how == __ATOMIC_SEQ_CST) mine.follows_release = true;
  if (how == __ATOMIC_RELEASE || how == __ATOMIC_RELAXED) return;
  for (std::size_t i = 0; i < std::min(mine.loads, mine.from.size()); ++i) detector::acquire_place(mine.from[i]);
  mine.loads = 0;
}

}  // namespace scheduling::fences
