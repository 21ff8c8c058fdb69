// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

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

/// A weak owner of a value among threads: it keeps the place of the value, and not the value.
///
/// It is owned, as an owner is. So two values can refer to each other and still be destroyed. It is `send` and `sync`
/// where an `arc` is. Thread safety: as of `arc`.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] arc_weak {
 public:
  /// Of no value: it gives none, ever.
  arc_weak() noexcept = default;
  arc_weak(arc_weak&&) noexcept = default;
  arc_weak& operator=(arc_weak&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(
      arc_weak,
      "fearless[weak-copied] (E0382): a weak owner is not copied behind your back; clone it by name, weak.clone(), or "
      "give it away, std::move(weak)");
  ~arc_weak() = default;

  /// Gives another weak owner of the same value.
  [[nodiscard]] arc_weak clone() const FEARLESS_NEEDS_UNCONSUMED { return arc_weak(part_.clone()); }

  /// Gives an owner, where there is still one. Does not wait.
  [[nodiscard]] std::optional<arc<T>> upgrade() const FEARLESS_NEEDS_UNCONSUMED {
    if (auto owner = part_.upgrade()) return arc<T>(std::move(*owner));
    return std::nullopt;
  }

  /// How many owners there are.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// How many weak owners there are; 0 where there is no owner.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both are of the same value, or of none.
  [[nodiscard]] bool ptr_eq(const arc_weak& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

 private:
  friend arc<T>;
  using part = detail::weak_share<T, detail::atomic_counts>;
  explicit arc_weak(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// One of the owners of a value among threads, the last of which destroys it.
///
/// It is owned: it can be moved, also to another thread, and cloned by name, not copied. It offers what `rc` offers,
/// and costs more. An `arc` is `send` and `sync` where its value is both: all owners have the value, each on its
/// thread. It is one pointer; the value and its counts are one allocation. Thread safety: different owners of one value
/// may be used, cloned and dropped on different threads at once; so may one owner as long as it is `const`. Memory
/// order: all that an owner did before it was dropped happens before the destruction of the value, and before a
/// `get_mut`, `make_mut`, `try_unwrap` or `into_inner` that gets it. Errors: every use of one that was moved from
/// panics; more than 2³¹ owners of one value end the program; what the value's destructor throws is passed on, and
/// nothing is leaked. Claims: arc.atomic, arc.like-rc, arc.counter, arc.cost, arc.opt-in.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] arc {
 public:
  arc(arc&&) noexcept = default;
  arc& operator=(arc&&) = default;
  FEARLESS_NOT_COPYABLE(
      arc,
      "fearless[owner-copied] (E0382): an owner is not copied behind your back; clone it by name, owner.clone(), or "
      "give it away, std::move(owner)");
  ~arc() = default;

  /// Makes a value that has weak owners of itself: `body` is given the first one, and returns the value. Until it has
  /// returned, they give no owner. Errors: what `body` throws is passed on, and there is no value.
  template <class Body>
  [[nodiscard]] static arc new_cyclic(Body body) {
    arc_weak<T> first(detail::weak_share<T, detail::atomic_counts>::of_no_value_yet());
    return arc(first.part_.make([&] { return std::invoke(body, std::as_const(first)); }));
  }

  /// Gives another owner of the same value.
  [[nodiscard]] arc clone() const FEARLESS_NEEDS_UNCONSUMED { return arc(part_.clone()); }

  /// Gives a weak owner of the value.
  [[nodiscard]] arc_weak<T> downgrade() const FEARLESS_NEEDS_UNCONSUMED { return arc_weak<T>(part_.downgrade()); }

  /// The value, which all owners can read; to change it takes a value that allows that itself, as a mutex does.
  [[nodiscard]] const T& operator*() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return part_.value(); }
  [[nodiscard]] const T* operator->() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return &part_.value(); }

  /// How many owners there are. Where others are at work, it is another number in a moment.
  [[nodiscard]] std::size_t strong_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.owners(); }
  /// How many weak owners there are.
  [[nodiscard]] std::size_t weak_count() const FEARLESS_NEEDS_UNCONSUMED { return part_.weak(); }

  /// Whether both own the same value, which two equal values are not.
  [[nodiscard]] bool ptr_eq(const arc& other) const FEARLESS_NEEDS_UNCONSUMED { return part_ == other.part_; }

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
  result<T, arc> try_unwrap() && FEARLESS_CONSUMES {
    if (auto value = part_.take_if_only()) return std::move(*value);
    return std::unexpected(std::move(*this));
  }

  /// Drops this owner, and takes the value out where it was the last. Of owners that do this on several threads at
  /// once, exactly one gets it.
  [[nodiscard]] std::optional<T> into_inner() && FEARLESS_CONSUMES { return part_.take_if_last(); }

 private:
  template <class U, class... Arguments>
  friend arc<U> make_arc(Arguments&&...);
  friend arc_weak<T>;
  using part = detail::share<T, detail::atomic_counts>;
  explicit arc(part own) noexcept : part_(std::move(own)) {}

  part part_;
};

/// Makes a value from these arguments, where it is to stay, and gives its first owner.
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
}  // namespace detail

}  // namespace fearless
