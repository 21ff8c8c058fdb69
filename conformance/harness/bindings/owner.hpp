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

/// An owner of the implementation's: one of those that share a value. Dropped, it is dropped as the implementation
/// drops one. `Functions` is the group of the port's functions that it is used through.
template <class T, auto Functions>
class owner {
 public:
  /// The first owner of the value.
  explicit owner(T value) : owner(Functions().create(box(std::move(value)))) {}
  owner(owner&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  owner& operator=(owner&&) = delete;
  ~owner() {
    if (handle_ != nullptr) Functions().drop(handle_);
  }

  /// The implementation's own clone.
  [[nodiscard]] owner clone() const { return owner(Functions().clone(handle_)); }

  /// A weak owner of the value, which must be shared among threads.
  [[nodiscard]] arc_weak<T> downgrade() const { return arc_weak<T>(weak_arcs().downgrade(handle_)); }

  /// The value.
  [[nodiscard]] const T& operator*() const { return *static_cast<const T*>(Functions().deref(handle_)->data); }
  const T* operator->() const { return &**this; }

  /// How many owners there are, by the implementation's count.
  [[nodiscard]] std::size_t count() const { return Functions().count(handle_); }

  /// Clones and drops so many times, natively.
  void cycle(std::size_t times) const { Functions().cycle(handle_, times); }

 private:
  friend arc_weak<T>;
  using handle = decltype(Functions().create({}));

  explicit owner(handle owned) : handle_(owned) {}

  handle handle_;
};

/// An owner of a value that is shared within one thread: `bindings::rc<int> first(5);`
template <class T>
using rc = owner<T, rcs>;

/// An owner of a value that is shared among threads: `bindings::arc<int> first(5);`
template <class T>
using arc = owner<T, arcs>;

/// A weak owner of the implementation's, of a value that is shared among threads. Dropped, it is dropped as the
/// implementation drops one.
template <class T>
class arc_weak {
 public:
  arc_weak(arc_weak&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  arc_weak& operator=(arc_weak&&) = delete;
  ~arc_weak() {
    if (handle_ != nullptr) weak_arcs().drop(handle_);
  }

  /// An owner, if there is still one.
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
