// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/atomic_counts.hpp"
#include "fearless/detail/shared_value.hpp"
#include "fearless/ownership.hpp"
#include "fearless/result.hpp"
#include "fearless/send.hpp"

namespace fearless {

template <class T>
class arc;
template <class T, class... Arguments>
[[nodiscard]] arc<T> make_arc(Arguments&&... arguments);

namespace detail {

/// Whether an `arc` of the base class goes to no thread where that of the derived class must not go. The markers of a
/// base class do not tell those of a class derived from it, unless its author promised them.
template <class Derived, class Base>
constexpr bool stays_on_its_threads =
    !(is_send<Base>() && is_sync<Base>()) || (is_send<Derived>() && is_sync<Derived>()) ||
    (unsafe_enable_send<Base> && unsafe_enable_sync<Base>);

}  // namespace detail

/// A weak owner of a value that threads share: it does not keep the value alive, only its memory.
///
/// Two values that refer to each other through weak owners can still be destroyed. It can be moved and cloned, not
/// copied. `send` and `sync` as `arc`. Thread safety: as `arc`.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] arc_weak {
 public:
  /// A weak owner of no value: `upgrade` never returns an owner.
  arc_weak() noexcept = default;
  arc_weak(arc_weak&&) noexcept = default;
  arc_weak& operator=(arc_weak&&) noexcept = default;
  /// A weak owner of a derived class becomes one of a base class, as for `arc`. Not for a virtual base class.
  template <class Derived>
    requires(detail::weakly_owned_as<Derived, T> && detail::stays_on_its_threads<Derived, T>)
  arc_weak(arc_weak<Derived>&& other) : part_(std::move(other.part_)) {}
  FEARLESS_NOT_COPYABLE(
      arc_weak,
      "fearless[weak-copied] (E0382): a weak owner is never copied implicitly; clone it, weak.clone(), or move it, "
      "std::move(weak)");
  ~arc_weak() = default;

  /// Returns another weak owner of the same value.
  [[nodiscard]] arc_weak clone() const FEARLESS_NEEDS_UNCONSUMED { return arc_weak(part_.clone()); }

  /// Returns an owner, if there is still one. Does not block.
  [[nodiscard]] std::optional<arc<T>> upgrade() const FEARLESS_NEEDS_UNCONSUMED {
    if (auto owner = part_.upgrade()) return arc<T>(std::move(*owner));
    return std::nullopt;
  }

  /// The number of owners.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// The number of weak owners, or 0 if there is no owner.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both refer to the same value, or both to none.
  [[nodiscard]] bool ptr_eq(const arc_weak& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

  friend void append_debug(std::string& text, const arc_weak&) { text += "(Weak)"; }

 private:
  friend arc<T>;
  template <class U>
  friend class arc_weak;
  using part = detail::weak_share<T, detail::atomic_counts>;
  explicit arc_weak(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// An owner of a value that threads share (Rust's `Arc`). The last owner destroys the value.
///
/// It can be moved, also to another thread, and cloned, not copied. It has the interface of `rc`, and its atomic counts
/// cost more. It is `send` and `sync` if its value is both, because owners on several threads reach the value. An `arc`
/// is one pointer; the value and its counts are one allocation. Thread safety: different owners of one value may be
/// used, cloned and dropped on different threads at once; so may one `const` owner. Memory order: everything that an
/// owner did before it was dropped happens before the destruction of the value, and before a `get_mut`, `make_mut`,
/// `try_unwrap` or `into_inner` that succeeds. Errors: every use of a moved-from owner panics; `make_mut`, `try_unwrap`
/// and `into_inner` panic if they would cut a derived class off from the value; more than 2³¹ owners of one value end
/// the program; an exception from the value's destructor is passed on, and nothing leaks. Claims: arc.atomic.count,
/// arc.atomic.last, arc.atomic.use, arc.like-rc, arc.counter, arc.cost, arc.opt-in.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] arc {
 public:
  arc(arc&&) noexcept = default;
  arc& operator=(arc&&) = default;
  /// An owner of a derived class becomes one of a base class with a virtual destructor, and shares the value with the
  /// other owners: also with those on other threads, so it is only
  /// possible if that makes no value `send` or `sync` that is not. `unsafe_enable_send` and `unsafe_enable_sync` for
  /// the base class promise it for all derived classes.
  template <class Derived>
    requires(detail::owned_as<Derived, T> && detail::stays_on_its_threads<Derived, T>)
  arc(arc<Derived>&& other) : part_(std::move(other.part_)) {}
  FEARLESS_NOT_COPYABLE(
      arc,
      "fearless[owner-copied] (E0382): an owner is never copied implicitly; clone it, owner.clone(), or move it, "
      "std::move(owner)");
  [[gnu::always_inline]] ~arc() = default;

  /// Makes a value that contains weak owners of itself: `body` gets the first one and returns the value. While `body`
  /// runs, `upgrade` returns no owner. Errors: an exception from `body` is passed on, and no value is made.
  template <class Body>
  [[nodiscard]] static arc new_cyclic(Body body) {
    arc_weak<T> first(detail::weak_share<T, detail::atomic_counts>::of_no_value_yet());
    return arc(first.part_.make([&] { return std::invoke(body, std::as_const(first)); }));
  }

  /// Returns another owner of the same value.
  [[nodiscard]] arc clone() const FEARLESS_NEEDS_UNCONSUMED { return arc(part_.clone()); }

  /// Returns a weak owner of the value.
  [[nodiscard]] arc_weak<T> downgrade() const FEARLESS_NEEDS_UNCONSUMED { return arc_weak<T>(part_.downgrade()); }

  /// The value, read-only because all owners share it. A value such as a mutex can still be changed through it.
  [[nodiscard]] const T& operator*() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return part_.value(); }
  [[nodiscard]] const T* operator->() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return &part_.value(); }

  /// The number of owners. Other threads may change it at any time.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// The number of weak owners.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both own the same value. Two values that compare equal are not the same.
  [[nodiscard]] bool ptr_eq(const arc& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

  /// The value, writable, if it has no other owner and no weak owner; otherwise null.
  [[nodiscard]] T* get_mut() FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return part_.is_alone() ? &part_.value() : nullptr;
  }

  /// Makes this the only owner of its value, and returns the value, writable. If there are other owners, they keep the
  /// value and this owner gets a clone. If there are only weak owners, the value moves and they lose it. Errors: an
  /// exception from the clone is passed on, and nothing has changed; an exception from the move is passed on, and the
  /// value is lost.
  [[nodiscard]] FEARLESS_NEEDS_UNCONSUMED T& make_mut() FEARLESS_LIFETIMEBOUND
    requires detail::cloned<T>
  {
    part_.separate();
    return part_.value();
  }

  /// Takes the value out. Weak owners lose it. Errors: there are other owners, and the error holds this owner.
  result<T, arc> try_unwrap() && FEARLESS_CONSUMES {
    if (auto value = part_.take_if_only()) return std::move(*value);
    return std::unexpected(std::move(*this));
  }

  /// Drops this owner, and takes the value out if it was the last owner. If all owners do this, on several threads at
  /// once, exactly one of them gets the value.
  [[nodiscard]] std::optional<T> into_inner() && FEARLESS_CONSUMES { return part_.take_if_last(); }

  /// Owners are compared by their values.
  friend bool operator==(const arc& left, const arc& right)
    requires std::equality_comparable<T>
  {
    return *left == *right;
  }
  friend auto operator<=>(const arc& left, const arc& right)
    requires std::three_way_comparable<T>
  {
    return *left <=> *right;
  }

  /// Prints the value as Rust's `{}` does.
  friend std::ostream& operator<<(std::ostream& out, const arc& printed)
    requires detail::displayable<T>
  {
    return out << detail::displayed(*printed);
  }
  friend void append_debug(std::string& text, const arc& printed)
    requires debuggable<T>
  {
    detail::append(text, *printed);
  }

 private:
  template <class U, class... Arguments>
  friend arc<U> make_arc(Arguments&&...);
  friend arc_weak<T>;
  template <class U>
  friend class arc;
  using part = detail::share<T, detail::atomic_counts>;
  explicit arc(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// Constructs a value in place from these arguments, and returns its first owner.
template <class T, class... Arguments>
arc<T> make_arc(Arguments&&... arguments) {
  return arc<T>(detail::share<T, detail::atomic_counts>::of(std::forward<Arguments>(arguments)...));
}

namespace detail {
template <class T>
constexpr bool known_send<arc<T>> = is_send<T>() && is_sync<T>();
template <class T>
constexpr bool known_sync<arc<T>> = is_send<T>() && is_sync<T>();
template <class T>
constexpr bool known_send<arc_weak<T>> = is_send<T>() && is_sync<T>();
template <class T>
constexpr bool known_sync<arc_weak<T>> = is_send<T>() && is_sync<T>();
template <class T>
constexpr bool displays_its_value<arc<T>> = true;
}  // namespace detail

}  // namespace fearless

/// Owners of equal values have equal hashes.
template <class T>
  requires requires(const T& value) { std::hash<T>()(value); }
struct std::hash<fearless::arc<T>> {
  std::size_t operator()(const fearless::arc<T>& hashed) const { return std::hash<T>()(*hashed); }
};
