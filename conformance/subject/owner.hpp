// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>

#include "subject/port.hpp"
#include "subject/value.hpp"

namespace subject {

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

  /// The value.
  [[nodiscard]] const T& operator*() const { return *static_cast<const T*>(Functions().deref(handle_)->data); }
  const T* operator->() const { return &**this; }

  /// How many owners there are, by the implementation's count.
  [[nodiscard]] std::size_t count() const { return Functions().count(handle_); }

  /// Clones and drops so many times, natively.
  void cycle(std::size_t times) const { Functions().cycle(handle_, times); }

 private:
  using handle = decltype(Functions().create({}));

  explicit owner(handle owned) : handle_(owned) {}

  handle handle_;
};

/// An owner of a value that is shared within one thread: `subject::rc<int> first(5);`
template <class T>
using rc = owner<T, rcs>;

/// An owner of a value that is shared among threads: `subject::arc<int> first(5);`
template <class T>
using arc = owner<T, arcs>;

}  // namespace subject
