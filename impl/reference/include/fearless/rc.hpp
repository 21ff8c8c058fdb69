// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "fearless/detail/plain_counts.hpp"
#include "fearless/detail/shared_value.hpp"
#include "fearless/ownership.hpp"
#include "fearless/result.hpp"

namespace fearless {

template <class T>
class rc;
template <class T, class... Arguments>
[[nodiscard]] rc<T> make_rc(Arguments&&... arguments);

/// A weak owner of a value within one thread: it keeps the place of the value, and not the value.
///
/// It is owned, as an owner is. So two values can refer to each other and still be destroyed. Neither `send` nor
/// `sync`.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rc_weak {
 public:
  /// Of no value: it gives none, ever.
  rc_weak() noexcept = default;
  rc_weak(rc_weak&&) noexcept = default;
  rc_weak& operator=(rc_weak&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(
      rc_weak,
      "fearless[weak-copied] (E0382): a weak owner is not copied behind your back; clone it by name, weak.clone(), or "
      "give it away, std::move(weak)");
  ~rc_weak() = default;

  /// Gives another weak owner of the same value.
  [[nodiscard]] rc_weak clone() const FEARLESS_NEEDS_UNCONSUMED { return rc_weak(part_.clone()); }

  /// Gives an owner, where there is still one.
  [[nodiscard]] std::optional<rc<T>> upgrade() const FEARLESS_NEEDS_UNCONSUMED {
    if (auto owner = part_.upgrade()) return rc<T>(std::move(*owner));
    return std::nullopt;
  }

  /// How many owners there are.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// How many weak owners there are; 0 where there is no owner.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both are of the same value, or of none.
  [[nodiscard]] bool ptr_eq(const rc_weak& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

 private:
  friend rc<T>;
  using part = detail::weak_share<T, detail::plain_counts>;
  explicit rc_weak(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// One of the owners of a value within one thread, the last of which destroys it.
///
/// It is owned: it can be moved, and cloned by name, not copied. Its count costs as little as a count can, and nothing
/// protects it: an `rc` is neither `send` nor `sync`, whatever it owns, so that it does not leave its thread (`arc`
/// does). It is one pointer; the value and its counts are one allocation. Thread safety: all owners of one value, the
/// weak ones too, on one thread. Errors: every use of one that was moved from panics; more than 2³¹ owners of one value
/// end the program; what the value's destructor throws is passed on, and nothing is leaked. Claims: rc.owners,
/// rc.not-send, rc.hazard.count.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rc {
 public:
  rc(rc&&) noexcept = default;
  rc& operator=(rc&&) = default;
  FEARLESS_NOT_COPYABLE(
      rc,
      "fearless[owner-copied] (E0382): an owner is not copied behind your back; clone it by name, owner.clone(), or "
      "give it away, std::move(owner)");
  ~rc() = default;

  /// Makes a value that has weak owners of itself: `body` is given the first one, and returns the value. Until it has
  /// returned, they give no owner. Errors: what `body` throws is passed on, and there is no value.
  template <class Body>
  [[nodiscard]] static rc new_cyclic(Body body) {
    rc_weak<T> first(detail::weak_share<T, detail::plain_counts>::of_no_value_yet());
    return rc(first.part_.make([&] { return std::invoke(body, std::as_const(first)); }));
  }

  /// Gives another owner of the same value.
  [[nodiscard]] rc clone() const FEARLESS_NEEDS_UNCONSUMED { return rc(part_.clone()); }

  /// Gives a weak owner of the value.
  [[nodiscard]] rc_weak<T> downgrade() const FEARLESS_NEEDS_UNCONSUMED { return rc_weak<T>(part_.downgrade()); }

  /// The value, which all owners can read; to change it takes a value that allows that itself, as a mutex does.
  [[nodiscard]] const T& operator*() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return part_.value(); }
  [[nodiscard]] const T* operator->() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return &part_.value(); }

  /// How many owners there are.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// How many weak owners there are.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both own the same value, which two equal values are not.
  [[nodiscard]] bool ptr_eq(const rc& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

  /// The value, to be changed, where nobody else owns it, and be it weakly; otherwise null.
  [[nodiscard]] T* get_mut() FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return part_.is_alone() ? &part_.value() : nullptr;
  }

  /// The value, to be changed, after this has become its only owner: where it has others, they keep it and this owner
  /// goes on with a clone; where it has weak owners only, it moves, and they lose it. Errors: what the clone throws is
  /// passed on, and nothing has changed; what the move throws is, too, and the value is lost.
  [[nodiscard]] FEARLESS_NEEDS_UNCONSUMED T& make_mut() FEARLESS_LIFETIMEBOUND
    requires detail::cloned<T>
  {
    part_.separate();
    return part_.value();
  }

  /// Takes the value out. Weak owners lose it. Errors: it has other owners, and the error is this one.
  result<T, rc> try_unwrap() && FEARLESS_CONSUMES {
    if (auto value = part_.take_if_only()) return std::move(*value);
    return std::unexpected(std::move(*this));
  }

  /// Drops this owner, and takes the value out where it was the last.
  [[nodiscard]] std::optional<T> into_inner() && FEARLESS_CONSUMES { return part_.take_if_last(); }

 private:
  template <class U, class... Arguments>
  friend rc<U> make_rc(Arguments&&...);
  friend rc_weak<T>;
  using part = detail::share<T, detail::plain_counts>;
  explicit rc(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// Makes a value from these arguments, where it is to stay, and gives its first owner.
template <class T, class... Arguments>
rc<T> make_rc(Arguments&&... arguments) {
  return rc<T>(detail::share<T, detail::plain_counts>::of(std::forward<Arguments>(arguments)...));
}

}  // namespace fearless
