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
#include "fearless/detail/plain_counts.hpp"
#include "fearless/detail/shared_value.hpp"
#include "fearless/ownership.hpp"
#include "fearless/result.hpp"

namespace fearless {

template <class T>
class rc;
template <class T, class... Arguments>
[[nodiscard]] rc<T> make_rc(Arguments&&... arguments);

/// A weak owner of a value within one thread: it does not keep the value alive, only its memory.
///
/// Two values that refer to each other through weak owners can still be destroyed. It can be moved and cloned, not
/// copied. Neither `send` nor `sync`.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rc_weak {
 public:
  /// A weak owner of no value: `upgrade` never returns an owner.
  rc_weak() noexcept = default;
  rc_weak(rc_weak&&) noexcept = default;
  rc_weak& operator=(rc_weak&&) noexcept = default;
  /// A weak owner of a derived class becomes one of a base class, as for `rc`. Not for a virtual base class.
  template <class Derived>
    requires(detail::weakly_owned_as<Derived, T>)
  rc_weak(rc_weak<Derived>&& other) : part_(std::move(other.part_)) {}
  FEARLESS_NOT_COPYABLE(
      rc_weak,
      "fearless[weak-copied] (E0382): a weak owner is never copied implicitly; clone it, weak.clone(), or move it, "
      "std::move(weak)");
  ~rc_weak() = default;

  /// Returns another weak owner of the same value.
  [[nodiscard]] rc_weak clone() const FEARLESS_NEEDS_UNCONSUMED { return rc_weak(part_.clone()); }

  /// Returns an owner, if there is still one.
  [[nodiscard]] std::optional<rc<T>> upgrade() const FEARLESS_NEEDS_UNCONSUMED {
    if (auto owner = part_.upgrade()) return rc<T>(std::move(*owner));
    return std::nullopt;
  }

  /// The number of owners.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// The number of weak owners, or 0 if there is no owner.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both refer to the same value, or both to none.
  [[nodiscard]] bool ptr_eq(const rc_weak& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

  friend void append_debug(std::string& text, const rc_weak&) { text += "(Weak)"; }

 private:
  friend rc<T>;
  template <class U>
  friend class rc_weak;
  using part = detail::weak_share<T, detail::plain_counts>;
  explicit rc_weak(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// An owner of a value that is shared within one thread (Rust's `Rc`). The last owner destroys the value.
///
/// It can be moved and cloned, not copied. Its count is a plain number without protection, so an `rc` is neither `send`
/// nor `sync`, whatever it owns: it stays on its thread. Use `arc` among threads. An `rc` is one pointer; the value and
/// its counts are one allocation. Thread safety: all owners and weak owners of one value must be on one thread. Errors:
/// every use of a moved-from owner panics; `make_mut`, `try_unwrap` and `into_inner` panic if they would cut a derived
/// class off from the value; more than 2³¹ owners of one value end the program; an exception from the
/// value's destructor is passed on, and nothing leaks. Claims: rc.owners, rc.not-send.alone, rc.not-send.part,
/// rc.not-send.wrapped, rc.hazard.count.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rc {
 public:
  rc(rc&&) noexcept = default;
  rc& operator=(rc&&) = default;
  /// An owner of a derived class becomes one of a base class with a virtual destructor, and shares the value with the
  /// other owners.
  template <class Derived>
    requires(detail::owned_as<Derived, T>)
  rc(rc<Derived>&& other) : part_(std::move(other.part_)) {}
  FEARLESS_NOT_COPYABLE(
      rc,
      "fearless[owner-copied] (E0382): an owner is never copied implicitly; clone it, owner.clone(), or move it, "
      "std::move(owner)");
  [[gnu::always_inline]] ~rc() = default;

  /// Makes a value that contains weak owners of itself: `body` gets the first one and returns the value. While `body`
  /// runs, `upgrade` returns no owner. Errors: an exception from `body` is passed on, and no value is made.
  template <class Body>
  [[nodiscard]] static rc new_cyclic(Body body) {
    rc_weak<T> first(detail::weak_share<T, detail::plain_counts>::of_no_value_yet());
    return rc(first.part_.make([&] { return std::invoke(body, std::as_const(first)); }));
  }

  /// Returns another owner of the same value.
  [[nodiscard]] rc clone() const FEARLESS_NEEDS_UNCONSUMED { return rc(part_.clone()); }

  /// Returns a weak owner of the value.
  [[nodiscard]] rc_weak<T> downgrade() const FEARLESS_NEEDS_UNCONSUMED { return rc_weak<T>(part_.downgrade()); }

  /// The value, read-only because all owners share it. A value such as a mutex can still be changed through it.
  [[nodiscard]] const T& operator*() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return part_.value(); }
  [[nodiscard]] const T* operator->() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return &part_.value(); }

  /// The number of owners.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// The number of weak owners.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both own the same value. Two values that compare equal are not the same.
  [[nodiscard]] bool ptr_eq(const rc& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

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
  result<T, rc> try_unwrap() && FEARLESS_CONSUMES {
    if (auto value = part_.take_if_only()) return std::move(*value);
    return std::unexpected(std::move(*this));
  }

  /// Drops this owner, and takes the value out if it was the last owner.
  [[nodiscard]] std::optional<T> into_inner() && FEARLESS_CONSUMES { return part_.take_if_last(); }

  /// Owners are compared by their values.
  friend bool operator==(const rc& left, const rc& right)
    requires std::equality_comparable<T>
  {
    return *left == *right;
  }
  friend auto operator<=>(const rc& left, const rc& right)
    requires std::three_way_comparable<T>
  {
    return *left <=> *right;
  }

  /// Prints the value as Rust's `{}` does.
  friend std::ostream& operator<<(std::ostream& out, const rc& printed)
    requires detail::displayable<T>
  {
    return out << detail::displayed(*printed);
  }
  friend void append_debug(std::string& text, const rc& printed)
    requires debuggable<T>
  {
    detail::append(text, *printed);
  }

 private:
  template <class U, class... Arguments>
  friend rc<U> make_rc(Arguments&&...);
  friend rc_weak<T>;
  template <class U>
  friend class rc;
  using part = detail::share<T, detail::plain_counts>;
  explicit rc(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// Constructs a value in place from these arguments, and returns its first owner.
template <class T, class... Arguments>
rc<T> make_rc(Arguments&&... arguments) {
  return rc<T>(detail::share<T, detail::plain_counts>::of(std::forward<Arguments>(arguments)...));
}

namespace detail {
template <class T>
constexpr bool displays_its_value<rc<T>> = true;
}  // namespace detail

}  // namespace fearless

/// Owners of equal values have equal hashes.
template <class T>
  requires requires(const T& value) { std::hash<T>()(value); }
struct std::hash<fearless::rc<T>> {
  std::size_t operator()(const fearless::rc<T>& hashed) const { return std::hash<T>()(*hashed); }
};
