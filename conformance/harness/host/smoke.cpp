// SPDX-License-Identifier: MIT
#include "host/smoke.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <vector>

#include "bindings/port.hpp"
#include "events/events.hpp"

namespace host {

namespace {

void forget(void*) {}

/// All values, by their addresses. None is ever freed: a broken port may use a value later than it should, and a port
/// in a language with garbage collection may drop one at any time.
std::vector<const int*>& all_values() {
  static std::vector<const int*> all;
  return all;
}

fearless_value make_value() {
  auto* const made = new int(0);
  all_values().push_back(made);
  return {.data = made, .drop = forget};
}

bool is_same(const fearless_value& one, const fearless_value& other) {
  return one.data == other.data && one.drop == other.drop;
}

/// What took the place of a function of the library: `send of libc.so.6`; empty if nothing did. The loader looks up a
/// visible name in the libraries of the program first, so that a port in C may have libc's function in its table.
std::string taken_by(void* entry) {
  Dl_info found{}, own{};
  if (dladdr(entry, &found) == 0 || found.dli_sname == nullptr || bindings::library() == found.dli_fname) return "";
  void* const library = dlopen(bindings::library().c_str(), RTLD_NOW | RTLD_NOLOAD);
  void* const meant = library == nullptr ? nullptr : dlsym(library, found.dli_sname);
  if (meant == nullptr || dladdr(meant, &own) == 0 || bindings::library() != own.dli_fname) return "";
  const std::string_view file = found.dli_fname;
  return fmt::format("{} of {}", found.dli_sname, file.substr(file.rfind('/') + 1));
}

/// One function of the port, and what must hold when it has returned.
class function {
 public:
  template <class Result, class... Arguments>
  function(const char* name, Result (*entry)(Arguments...)) : name_(name) {
    const std::string other = taken_by(reinterpret_cast<void*>(entry));
    must(other.empty(), "it is " + other +
                            ", since the library's own function of this name is visible; make it static or "
                            "hidden, as by -fvisibility=hidden");
  }

  /// Calls the function by `body`. Nothing may unwind out of it.
  template <class Body>
  auto call(Body body) const {
    events::emit({{"event", "calls"}, {"function", name_}});
    try {
      return body();
    } catch (...) {
      must(false, "an exception or a panic unwound out of it; catch it at the edge of the port");
      std::abort();  // not reached
    }
  }

  void must(bool holds, const std::string& violation) const {
    if (!holds) throw broken_contract{.function = name_, .violation = violation};
  }

  /// Checks that the result is a value of its type, which are numbered from 0.
  template <class Enum>
  void must_be_valid(Enum result, int values, const char* type) const {
    const auto number = static_cast<int>(result);
    must(number >= 0 && number < values, fmt::format("it returned {}, which is not a {}", number, type));
  }

  void must_not_be_null(const void* pointer, const char* what) const {
    must(pointer != nullptr, fmt::format("{} is null", what));
  }

  /// Checks that the value is one that went in, with both of its words. A lost value is for the claims to find.
  void must_be_whole(const fearless_value& value, const char* where) const {
    const bool is_ours = value.drop == forget && std::ranges::find(all_values(), value.data) != all_values().end();
    must(is_ours || value.data == nullptr,
         fmt::format("{} is not a value that was passed in; move both of its words and change neither", where));
  }

  /// Checks that output was written if and only if the result says so.
  void must_have_written(const fearless_value& output, const fearless_value& before, bool is_due,
                         const char* where) const {
    if (!is_due)
      return must(is_same(output, before), fmt::format("it wrote {}, but its result says that there is none", where));
    must(!is_same(output, before), fmt::format("it did not write {}", where));
    must_be_whole(output, where);
  }

 private:
  const char* name_;
};

fearless_closure closure_that_returns(const fearless_value& value) {
  return {.env = new fearless_value(value),
          .call =
              [](void* env, fearless_value* result) {
                *result = *static_cast<const fearless_value*>(env);
                return FEARLESS_RETURNS;
              },
          .drop = forget};
}

using join_function = fearless_outcome (*)(fearless_thread*, fearless_value*);

void try_join(const fearless_threads& threads, join_function join, const char* name) {
  const function spawns("threads.spawn", threads.spawn), joins(name, join);
  const fearless_closure closure = closure_that_returns(make_value());
  fearless_thread* const handle = spawns.call([&] { return threads.spawn(closure); });
  spawns.must_not_be_null(handle, "the join handle");
  const fearless_value before = make_value();
  fearless_value result = before;
  const fearless_outcome outcome = joins.call([&] { return join(handle, &result); });
  joins.must_be_valid(outcome, 2, "fearless_outcome");
  joins.must_have_written(result, before, true, "*result");
}

void try_threads(const fearless_threads& threads) {
  try_join(threads, threads.join, "threads.join");
  try_join(threads, threads.join_unwrap, "threads.join_unwrap");
  function("threads.sleep", threads.sleep).call([&] { threads.sleep(1); });
}

/// Whether it was sent.
bool send_one(const fearless_channels& channels, fearless_sender* sender) {
  const function sends("channels.send", channels.send);
  const fearless_value before = make_value();
  fearless_value returned = before;
  const bool sent = sends.call([&] { return channels.send(sender, make_value(), &returned); });
  sends.must_have_written(returned, before, !sent, "*returned");
  return sent;
}

/// A body of `for_each` that takes one value and ends the iteration.
struct taken_value {
  static bool take(void* env, fearless_value value) {
    auto& own = *static_cast<taken_value*>(env);
    own.value = value;
    ++own.calls;
    return false;
  }
  fearless_value value{};
  int calls = 0;
};

void try_receiving(const fearless_channels& channels, fearless_receiver* receiver) {
  const function receives("channels.recv", channels.recv), tries("channels.try_recv", channels.try_recv);
  const fearless_value before = make_value();
  fearless_value value = before;
  const auto received = receives.call([&] { return channels.recv(receiver, &value); });
  receives.must_be_valid(received, 3, "fearless_received");
  receives.must(received != FEARLESS_EMPTY, "it returned FEARLESS_EMPTY, which is for try_recv");
  receives.must_have_written(value, before, received == FEARLESS_RECEIVED, "*value");
  value = before;
  const auto tried = tries.call([&] { return channels.try_recv(receiver, &value); });
  tries.must_be_valid(tried, 3, "fearless_received");
  tries.must_have_written(value, before, tried == FEARLESS_RECEIVED, "*value");
}

void try_channels(const fearless_channels& channels) {
  fearless_sender* sender = nullptr;
  fearless_receiver* receiver = nullptr;
  const function makes("channels.channel", channels.channel);
  makes.call([&] { channels.channel(&sender, &receiver); });
  makes.must_not_be_null(sender, "*sender");
  makes.must_not_be_null(receiver, "*receiver");
  if (send_one(channels, sender)) try_receiving(channels, receiver);

  const function clones("channels.clone_sender", channels.clone_sender),
      iterates("channels.for_each", channels.for_each);
  fearless_sender* const other = clones.call([&] { return channels.clone_sender(sender); });
  clones.must_not_be_null(other, "the new sender");
  const bool first_sent = send_one(channels, other), second_sent = send_one(channels, other);
  if (first_sent && second_sent) {
    taken_value taken;
    iterates.call([&] { channels.for_each(receiver, taken_value::take, &taken); });
    iterates.must(taken.calls <= 1, "it called body again after body had returned false");
    iterates.must_be_whole(taken.value, "the body's value");
  }

  const function drops_sender("channels.drop_sender", channels.drop_sender);
  for (fearless_sender* const each : {other, sender}) drops_sender.call([&] { channels.drop_sender(each); });
  function("channels.drop_receiver", channels.drop_receiver).call([&] { channels.drop_receiver(receiver); });
}

/// A body that runs with the lock held, and what it was called with.
struct seen_slot {
  static fearless_outcome see(void* env, fearless_value* slot) {
    auto& own = *static_cast<seen_slot*>(env);
    ++own.calls;
    own.is_null = slot == nullptr;
    if (!own.is_null) own.value = *slot;
    return FEARLESS_RETURNS;
  }

  void must_have_run(const function& locks) const {
    locks.must(calls == 1, fmt::format("it called body {} times, but its result says that body ran once", calls));
    locks.must(!is_null, "the body's slot is null");
    locks.must_be_whole(value, "the body's *slot");
  }

  fearless_value value{};
  int calls = 0;
  bool is_null = false;
};

void try_guard(const fearless_mutexes& mutexes, const function& locks, fearless_locked result, fearless_guard* guard) {
  locks.must_be_valid(result, 3, "fearless_locked");
  if (result != FEARLESS_LOCKED)
    return locks.must(guard == nullptr, "it wrote *guard, but its result says that the lock is not held");
  locks.must_not_be_null(guard, "*guard");
  const function dereferences("mutexes.deref", mutexes.deref);
  const fearless_value* const slot = dereferences.call([&] { return mutexes.deref(guard); });
  dereferences.must_not_be_null(slot, "the slot");
  dereferences.must_be_whole(*slot, "the slot's value");
  function("mutexes.unlock", mutexes.unlock).call([&] { mutexes.unlock(guard); });
}

void try_bodies(const fearless_mutexes& mutexes, fearless_mutex* mutex) {
  const function with("mutexes.with_lock", mutexes.with_lock),
      unwraps("mutexes.with_lock_unwrap", mutexes.with_lock_unwrap);
  seen_slot seen;
  auto outcome = FEARLESS_PANICS;
  const auto locked = with.call([&] { return mutexes.with_lock(mutex, seen_slot::see, &seen, &outcome); });
  with.must_be_valid(locked, 3, "fearless_locked");
  with.must(locked != FEARLESS_WOULD_BLOCK, "it returned FEARLESS_WOULD_BLOCK, which is for try_lock");
  if (locked == FEARLESS_LOCKED) {
    seen.must_have_run(with);
    with.must(outcome == FEARLESS_RETURNS, "*outcome is not FEARLESS_RETURNS, but body returned");
  }
  seen = {};
  const auto unwrapped = unwraps.call([&] { return mutexes.with_lock_unwrap(mutex, seen_slot::see, &seen); });
  unwraps.must_be_valid(unwrapped, 2, "fearless_outcome");
  if (unwrapped == FEARLESS_RETURNS) seen.must_have_run(unwraps);
}

void try_mutexes(const fearless_mutexes& mutexes) {
  const function creates("mutexes.create", mutexes.create), locks("mutexes.lock", mutexes.lock),
      tries("mutexes.try_lock", mutexes.try_lock);
  fearless_mutex* const mutex = creates.call([&] { return mutexes.create(make_value()); });
  creates.must_not_be_null(mutex, "the mutex");
  fearless_guard* guard = nullptr;
  const auto locked = locks.call([&] { return mutexes.lock(mutex, &guard); });
  locks.must(locked != FEARLESS_WOULD_BLOCK, "it returned FEARLESS_WOULD_BLOCK, which is for try_lock");
  try_guard(mutexes, locks, locked, guard);
  guard = nullptr;
  const auto tried = tries.call([&] { return mutexes.try_lock(mutex, &guard); });
  try_guard(mutexes, tries, tried, guard);
  try_bodies(mutexes, mutex);
  function("mutexes.drop", mutexes.drop).call([&] { mutexes.drop(mutex); });
}

/// The functions of a group of owners. They have the same names for rcs and arcs.
struct owner_functions {
  function creates, clones, dereferences, counts, cycles, drops;
};

/// Calls `use` with an owner that is alive.
template <class Owners, class Use>
void try_owners(const Owners& owners, const owner_functions& named, Use use) {
  auto* const owner = named.creates.call([&] { return owners.create(make_value()); });
  named.creates.must_not_be_null(owner, "the owner");
  auto* const other = named.clones.call([&] { return owners.clone(owner); });
  named.clones.must_not_be_null(other, "the new owner");
  for (const auto* each : {owner, other}) {
    const fearless_value* const value = named.dereferences.call([&] { return owners.deref(each); });
    named.dereferences.must_not_be_null(value, "the pointer to the value");
    named.dereferences.must_be_whole(*value, "the value");
  }
  named.counts.call([&] { owners.count(owner); });
  named.cycles.call([&] { owners.cycle(owner, 3); });
  use(owner);
  for (auto* const each : {other, owner}) named.drops.call([&] { owners.drop(each); });
}

void try_weak_arcs(const fearless_weak_arcs& weak_arcs, const fearless_arcs& arcs, const fearless_arc* owner) {
  const function downgrades("weak_arcs.downgrade", weak_arcs.downgrade),
      upgrades("weak_arcs.upgrade", weak_arcs.upgrade);
  fearless_arc_weak* const weak = downgrades.call([&] { return weak_arcs.downgrade(owner); });
  downgrades.must_not_be_null(weak, "the weak owner");
  fearless_arc* const again = upgrades.call([&] { return weak_arcs.upgrade(weak); });
  if (again != nullptr) arcs.drop(again);
  function("weak_arcs.drop", weak_arcs.drop).call([&] { weak_arcs.drop(weak); });
}

void try_all(const fearless_port& port) {
  if (port.threads != nullptr) try_threads(*port.threads);
  if (port.channels != nullptr) try_channels(*port.channels);
  if (port.mutexes != nullptr) try_mutexes(*port.mutexes);
  if (port.rcs != nullptr)
    try_owners(*port.rcs,
               {function("rcs.create", port.rcs->create), function("rcs.clone", port.rcs->clone),
                function("rcs.deref", port.rcs->deref), function("rcs.count", port.rcs->count),
                function("rcs.cycle", port.rcs->cycle), function("rcs.drop", port.rcs->drop)},
               [](const fearless_rc*) {});
  if (port.arcs != nullptr)
    try_owners(*port.arcs,
               {function("arcs.create", port.arcs->create), function("arcs.clone", port.arcs->clone),
                function("arcs.deref", port.arcs->deref), function("arcs.count", port.arcs->count),
                function("arcs.cycle", port.arcs->cycle), function("arcs.drop", port.arcs->drop)},
               [&](const fearless_arc* owner) {
                 if (port.weak_arcs != nullptr) try_weak_arcs(*port.weak_arcs, *port.arcs, owner);
               });
}

}  // namespace

std::optional<broken_contract> try_port() {
  try {
    try_all(bindings::port());
    return {};
  } catch (const broken_contract& found) {
    return found;
  }
}

}  // namespace host
