// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "bindings/port.hpp"
#include "bindings/value.hpp"

namespace bindings {

template <class T>
class arc_weak;

/// A reference-counted pointer of the implementation: one of the owners that share a value. Dropping it drops the
/// implementation's owner. `Functions` returns the group of the port's functions for this kind of owner.
template <class T, auto Functions>
class owner {
 public:
  /// Makes the first owner of the value.
  explicit owner(T value) : owner(Functions().create(box(std::move(value)))) {}
  owner(owner&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  owner& operator=(owner&&) = delete;
  ~owner() {
    if (handle_ != nullptr) Functions().drop(handle_);
  }

  /// Clones the owner, by the implementation's own clone.
  [[nodiscard]] owner clone() const { return owner(Functions().clone(handle_)); }

  /// Makes a weak owner of the value. Only an arc has them.
  [[nodiscard]] arc_weak<T> downgrade() const { return arc_weak<T>(weak_arcs().downgrade(handle_)); }

  /// The value.
  [[nodiscard]] const T& operator*() const { return *static_cast<const T*>(Functions().deref(handle_)->data); }
  const T* operator->() const { return &**this; }

  /// The number of owners, by the implementation's count.
  [[nodiscard]] std::size_t count() const { return Functions().count(handle_); }

  /// Clones and drops the owner this many times, inside the implementation.
  void cycle(std::size_t times) const { Functions().cycle(handle_, times); }

 private:
  friend arc_weak<T>;
  using handle = decltype(Functions().create({}));

  explicit owner(handle owned) : handle_(owned) {}

  handle handle_;
};

/// An owner of a value that is shared within one thread, as in `bindings::rc<int> first(5);`
template <class T>
using rc = owner<T, rcs>;

/// An owner of a value that is shared among threads, as in `bindings::arc<int> first(5);`
template <class T>
using arc = owner<T, arcs>;

/// A weak owner of a value that is shared among threads. Dropping it drops the implementation's weak owner.
template <class T>
class arc_weak {
 public:
  arc_weak(arc_weak&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  arc_weak& operator=(arc_weak&&) = delete;
  ~arc_weak() {
    if (handle_ != nullptr) weak_arcs().drop(handle_);
  }

  /// Another owner, if the value still has one.
  [[nodiscard]] std::optional<arc<T>> upgrade() const {
    auto* const another = weak_arcs().upgrade(handle_);
    if (another == nullptr) return std::nullopt;
    return arc<T>(another);
  }

 private:
  friend arc<T>;

  explicit arc_weak(fearless_arc_weak* owned) : handle_(owned) {}

  fearless_arc_weak* handle_;
};

}  // namespace bindings
