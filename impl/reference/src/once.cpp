// SPDX-License-Identifier: MIT
#include "fearless/once.hpp"

#include "fearless/detail/futex.hpp"
#include "fearless/panic.hpp"

namespace fearless {

namespace {

[[noreturn]] void panic_of_poison() {
  panic("once instance has previously been poisoned");
}

}  // namespace

constinit thread_local const once::running_body* once::running_body::innermost = nullptr;

std::uint32_t once::begin(when_poisoned then) const {
  std::uint32_t seen = state_.load(std::memory_order_acquire);  // pairs with the release in end
  while (true) {
    const std::uint32_t state = seen & ~sleepers;
    if (state == complete) return complete;
    if (state == poisoned && then == when_poisoned::panics) panic_of_poison();
    if (state == running) {
      seen = state_after(seen);
      continue;
    }
    // acquire, on success and failure: pairs with the release in end, also of a body that panicked. The bit stays set:
    // threads in wait_force may be asleep.
    if (state_.compare_exchange_weak(seen, running | (seen & sleepers), std::memory_order_acquire)) return state;
  }
}

void once::wait_for_end(when_poisoned then) const {
  std::uint32_t seen = state_.load(std::memory_order_acquire);  // pairs with the release in end
  while (seen != complete) {
    if ((seen & ~sleepers) == poisoned && then == when_poisoned::panics) panic_of_poison();
    seen = state_after(seen);
  }
}

std::uint32_t once::state_after(std::uint32_t seen) const {
  if (running_body::is_of(*this)) panic("the body of a once waits for itself");
  // acquire, for the failure: pairs with the release in end.
  if ((seen & sleepers) == 0 && !state_.compare_exchange_strong(seen, seen | sleepers, std::memory_order_acquire))
    return seen;
  detail::futex_wait(state_, seen | sleepers);
  return state_.load(std::memory_order_acquire);  // pairs with the release in end
}

void once::end(word result) const noexcept {
  // release: pairs with the acquire in is_completed, begin, wait_for_end and state_after.
  const std::uint32_t before = state_.exchange(result, std::memory_order_release);
  if ((before & sleepers) != 0) detail::futex_wake_all(state_);
}

}  // namespace fearless
