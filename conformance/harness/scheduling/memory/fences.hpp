// SPDX-License-Identifier: MIT
#pragma once

#include "scheduling/memory/memory_model.hpp"

/// Stand-alone fences where the memory model is off, for the race detector, which ignores them. What follows orders at
/// least as much as the fences do, so that correct code has no false alarm: a store after a release fence releases all
/// that comes before the store, and an acquire fence acquires what was released to the places by then.
///
/// A fence orders only through an atomic operation that is not ordered itself, so these are told too. Thread safety:
/// all functions may be called from any thread, and are about the calling one.
namespace scheduling::fences {

namespace detail {
inline constinit bool are_used = false;
void note_load(const volatile void* from);
bool follows_release();
atomic_order with_release(atomic_order how);
bool acquires_nothing(atomic_order how);
}  // namespace detail

/// From here on the implementation may use fences. To be called before its threads start.
inline void are_used() {
  detail::are_used = true;
}

/// Before the thread loads from the place, in this order.
inline void before_load(const volatile void* from, atomic_order how) {
  if (detail::are_used && detail::acquires_nothing(how)) [[unlikely]]
    detail::note_load(from);
}

/// The order in which the thread is to store.
inline atomic_order of_store(atomic_order how) {
  return detail::are_used && detail::follows_release() ? detail::with_release(how) : how;
}

/// The thread executes a fence.
void execute(atomic_order how);

}  // namespace scheduling::fences
