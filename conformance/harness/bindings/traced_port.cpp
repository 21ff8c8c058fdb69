// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that the trace orders nothing.
#include "bindings/traced_port.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>

#include "scheduling/trace.hpp"

namespace bindings {

namespace {

namespace trace = scheduling::trace;

// What an object is called in the trace; null for what is no object of the port.
template <class T>
constexpr const char* kind_of = nullptr;
template <>
constexpr const char* kind_of<fearless_thread> = "handle";
template <>
constexpr const char* kind_of<fearless_sender> = "sender";
template <>
constexpr const char* kind_of<fearless_receiver> = "receiver";
template <>
constexpr const char* kind_of<fearless_mutex> = "mutex";
template <>
constexpr const char* kind_of<fearless_guard> = "guard";
template <>
constexpr const char* kind_of<fearless_rc> = "rc";
template <>
constexpr const char* kind_of<fearless_arc> = "arc";
template <>
constexpr const char* kind_of<fearless_arc_weak> = "weak";

template <class T>
using target = std::remove_const_t<std::remove_pointer_t<T>>;

std::string words(fearless_outcome of) {
  return of == FEARLESS_PANICS ? "panic" : "value";
}
std::string words(fearless_received of) {
  return of == FEARLESS_RECEIVED ? "value" : of == FEARLESS_EMPTY ? "empty" : "disconnected";
}
std::string words(fearless_locked of) {
  return of == FEARLESS_LOCKED ? "locked" : of == FEARLESS_POISONED ? "poisoned" : "held by another";
}
std::string words(bool of) {
  return of ? "true" : "false";
}
std::string words(std::size_t of) {
  return std::to_string(of);
}
template <class T>
std::string words(T* of) {
  return of == nullptr ? "null" : "";
}

/// The value that an argument is or, after the call, points to; null where it is no such argument.
const void* value_in(const fearless_value& argument) {
  return argument.data;
}
const void* value_at(fearless_value* argument) {
  return argument->data;
}
template <class Argument>
const void* value_in(const Argument&) {
  return nullptr;
}
template <class Argument>
const void* value_at(const Argument&) {
  return nullptr;
}

/// The first that is not null.
const void* first_of(std::initializer_list<const void*> all) {
  for (const void* each : all)
    if (each != nullptr) return each;
  return nullptr;
}

/// The object that the call is on is its first argument, where that is an object.
template <class First, class... Others>
void note_call(const char* name, const First& first, const Others&... others) {
  const void* const value = first_of({value_in(first), value_in(others)...});
  if constexpr (std::is_pointer_v<First> && kind_of<target<First>> != nullptr)
    trace::calls(name, kind_of<target<First>>, first, value);
  else
    trace::calls(name, nullptr, nullptr, value);
}

/// The guard that a call wrote where an argument points; null where it is no such argument.
const void* made_at(fearless_guard** guard) {
  return *guard;
}
template <class Argument>
const void* made_at(const Argument&) {
  return nullptr;
}

template <class Result, class... Arguments>
void note_result(Result result, const Arguments&... arguments) {
  if constexpr (std::is_pointer_v<Result> && kind_of<target<Result>> != nullptr) {
    trace::returned(words(result), kind_of<target<Result>>, result, nullptr);
  } else {
    const void *made = nullptr, *value = nullptr;
    if constexpr (std::is_same_v<Result, fearless_locked>)
      if (result == FEARLESS_LOCKED) made = first_of({made_at(arguments)...});
    if constexpr (std::is_same_v<Result, fearless_received>)
      if (result == FEARLESS_RECEIVED) value = first_of({value_at(arguments)...});
    if constexpr (std::is_same_v<Result, fearless_outcome>) value = first_of({value_at(arguments)...});
    trace::returned(words(result), kind_of<fearless_guard>, made, value);
  }
}

/// The function in the place of a `Member` of a table.
template <auto Member>
struct replacement;
template <class Table, class Result, class... Arguments, Result (*Table::*Member)(Arguments...)>
struct replacement<Member> {
  static inline Result (*original)(Arguments...) = nullptr;
  static inline const char* name = nullptr;

  static Result call(Arguments... arguments) {
    note_call(name, arguments...);
    if constexpr (std::is_void_v<Result>) {
      original(arguments...);
      trace::returned("", nullptr, nullptr, nullptr);
    } else {
      const Result result = original(arguments...);
      note_result(result, arguments...);
      return result;
    }
  }
};

/// A copy of the table in which the members are replaced.
template <class Table>
class traced_table {
 public:
  explicit traced_table(const Table& original) : table_(original) {}

  template <auto Member>
  traced_table& replace(const char* name) {
    using made = replacement<Member>;
    made::name = name;
    made::original = std::exchange(table_.*Member, made::call);
    return *this;
  }

  [[nodiscard]] const Table* kept() const { return new Table(table_); }

 private:
  Table table_;
};

const fearless_threads* traced(const fearless_threads& original) {
  return traced_table(original)
      .replace<&fearless_threads::spawn>("spawn")
      .replace<&fearless_threads::join>("join")
      .replace<&fearless_threads::join_unwrap>("join_unwrap")
      .replace<&fearless_threads::detach>("detach")
      .replace<&fearless_threads::sleep>("sleep")
      .kept();
}

const fearless_channels* traced(const fearless_channels& original) {
  return traced_table(original)
      .replace<&fearless_channels::channel>("channel")
      .replace<&fearless_channels::clone_sender>("clone")
      .replace<&fearless_channels::drop_sender>("drop")
      .replace<&fearless_channels::drop_receiver>("drop")
      .replace<&fearless_channels::send>("send")
      .replace<&fearless_channels::recv>("recv")
      .replace<&fearless_channels::try_recv>("try_recv")
      .replace<&fearless_channels::for_each>("for_each")
      .kept();
}

const fearless_mutexes* traced(const fearless_mutexes& original) {
  return traced_table(original)
      .replace<&fearless_mutexes::create>("mutex")
      .replace<&fearless_mutexes::drop>("drop")
      .replace<&fearless_mutexes::lock>("lock")
      .replace<&fearless_mutexes::try_lock>("try_lock")
      .replace<&fearless_mutexes::unlock>("unlock")
      .replace<&fearless_mutexes::with_lock>("with_lock")
      .replace<&fearless_mutexes::with_lock_unwrap>("with_lock_unwrap")
      .kept();
}

const fearless_rcs* traced(const fearless_rcs& original) {
  return traced_table(original)
      .replace<&fearless_rcs::create>("rc")
      .replace<&fearless_rcs::clone>("clone")
      .replace<&fearless_rcs::count>("count")
      .replace<&fearless_rcs::drop>("drop")
      .kept();
}

const fearless_arcs* traced(const fearless_arcs& original) {
  return traced_table(original)
      .replace<&fearless_arcs::create>("arc")
      .replace<&fearless_arcs::clone>("clone")
      .replace<&fearless_arcs::count>("count")
      .replace<&fearless_arcs::drop>("drop")
      .kept();
}

const fearless_weak_arcs* traced(const fearless_weak_arcs& original) {
  return traced_table(original)
      .replace<&fearless_weak_arcs::downgrade>("downgrade")
      .replace<&fearless_weak_arcs::upgrade>("upgrade")
      .replace<&fearless_weak_arcs::drop>("drop")
      .kept();
}

template <class Table>
void replace(const Table*& table) {
  if (table != nullptr) table = traced(*table);
}

}  // namespace

const fearless_port& traced(const fearless_port& original) {
  static fearless_port made = original;
  replace(made.threads);
  replace(made.channels);
  replace(made.mutexes);
  replace(made.rcs);
  replace(made.arcs);
  replace(made.weak_arcs);
  return made;
}

}  // namespace bindings
