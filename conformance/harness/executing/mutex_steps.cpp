// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <utility>

#include "executing/group_steps.hpp"
#include "executing/objects.hpp"
#include "executing/waits.hpp"
#include "executing/within.hpp"

namespace scenarios {

namespace {

/// The thread has the lock and the data.
void acquired(handle mutex, fearless_value* slot, record& noted) {
  me().locked |= 1U << mutex.number;
  me().slots[static_cast<std::size_t>(mutex.number)] = slot;
  noted.value = use_value(from_port(*slot));
}
void released(handle mutex) {
  me().locked &= ~(1U << mutex.number);
  me().slots[static_cast<std::size_t>(mutex.number)] = nullptr;
}

result as_result(fearless_locked got) {
  return got == FEARLESS_LOCKED ? result::locked : got == FEARLESS_POISONED ? result::poisoned : result::would_block;
}

struct locked_body {
  const step& what;
  record& noted;
  flow how = flow::on;

  static fearless_outcome call(void* environment, fearless_value* slot) {
    auto& own = *static_cast<locked_body*>(environment);
    me().waits = false;
    own.noted.began = now();
    const within body(in_lock);
    acquired(own.what.on, slot, own.noted);
    own.how = run_list(own.what.body);
    released(own.what.on);
    own.noted.ended = now();
    return own.how == flow::panics ? FEARLESS_PANICS : FEARLESS_RETURNS;
  }
};

}  // namespace

void unlock(handle mutex) {
  fearless_guard* const guard = std::exchange(me().guards[static_cast<std::size_t>(mutex.number)], nullptr);
  if (guard == nullptr) return;
  record& noted = open(action::unlock, mutex, at(mutex).number);
  released(mutex);
  bindings::mutexes().unlock(guard);
  close(noted, result::done);
}

void lock(const step& what) {
  const object& mutex = at(what.on);
  if ((me().locked >> what.on.number & 1U) != 0) return;
  const bool waits = what.does == action::lock && may_wait_for_lock(what.on.number);
  record& noted = open(waits ? action::lock : action::try_lock, what.on, mutex.number);
  fearless_guard* guard = nullptr;
  auto got = FEARLESS_WOULD_BLOCK;
  if (waits) {
    const waiting meanwhile;
    got = bindings::mutexes().lock(port_of<fearless_mutex>(what.on), &guard);
  } else {
    got = bindings::mutexes().try_lock(port_of<fearless_mutex>(what.on), &guard);
  }
  close(noted, as_result(got));
  if (got != FEARLESS_LOCKED) return;
  me().guards[static_cast<std::size_t>(what.on.number)] = guard;
  me().locked_in[static_cast<std::size_t>(what.on.number)] = me().context;
  acquired(what.on, bindings::mutexes().deref(guard), noted);
}

flow with_lock(const step& what) {
  const object& mutex = at(what.on);
  if (!may_wait_for_lock(what.on.number)) return flow::on;
  locked_body body{.what = what, .noted = open(what.does, what.on, mutex.number)};
  auto outcome = FEARLESS_RETURNS;
  auto got = FEARLESS_LOCKED;
  {
    const waiting meanwhile;
    if (what.does == action::with_lock)
      got = bindings::mutexes().with_lock(port_of<fearless_mutex>(what.on), locked_body::call, &body, &outcome);
    else
      outcome = bindings::mutexes().with_lock_unwrap(port_of<fearless_mutex>(what.on), locked_body::call, &body);
  }
  const bool panicked = got == FEARLESS_LOCKED && outcome == FEARLESS_PANICS;
  close(body.noted, got == FEARLESS_POISONED ? result::poisoned : panicked ? result::panicked : result::returned);
  // A lock that is poisoned makes the unwrap panic, with a payload of the implementation.
  if (panicked && body.noted.began == 0) me().result = no_value;
  return panicked ? flow::panics : body.how;
}

/// The data of a mutex that the thread holds. The guard is asked each time, since another one may have come meanwhile.
fearless_value* data_of(handle mutex) {
  const auto number = static_cast<std::size_t>(mutex.number);
  fearless_guard* const guard = me().guards[number];
  return guard != nullptr ? bindings::mutexes().deref(guard) : me().slots[number];
}

void put(const step& what) {
  fearless_value* const slot = data_of(what.on);
  if (slot == nullptr) return;
  const std::uint32_t number = at(what.on).number;
  const auto made = make_value(*what.gives, place::mutex, number);
  record& noted = open(action::put, what.on, number);
  noted.value = made;
  const fearless_value before = std::exchange(*slot, to_port(made));
  close(noted, result::done);
  take_value(before);
  drop_value(before);
}

void unlock_all() {
  for (int number = 0; number < most_handles; ++number) unlock({.of = kind::mutex, .number = number});
}

}  // namespace scenarios
