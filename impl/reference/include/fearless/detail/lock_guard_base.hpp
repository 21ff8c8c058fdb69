// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"

namespace fearless::detail {

/// What the guards of all locks have in common: the way to the data, and the release of the lock by the destructor.
///
/// `Hold` says how this kind of guard holds its `Lock`. It is made when the lock is taken. `Hold::data(lock)` points
/// to the data; `hold.release(lock)` releases the lock. A guard that was moved from holds nothing.
template <class Lock, class Data, class Hold>
class FEARLESS_CONSUMABLE lock_guard_base {
 public:
  [[nodiscard]] Data& operator*() FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return *Hold::data(lock()); }
  [[nodiscard]] Data* operator->() FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED { return Hold::data(lock()); }
  [[nodiscard]] const Data& operator*() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return *Hold::data(lock());
  }
  [[nodiscard]] const Data* operator->() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return Hold::data(lock());
  }

  /// Releases the lock before the scope ends. Dropping the guard has the same effect.
  void unlock() && FEARLESS_CONSUMES { release(); }

  /// Prints the data as Rust's `{}` does.
  friend std::ostream& operator<<(std::ostream& out, const lock_guard_base& printed)
    requires displayable<std::remove_const_t<Data>>
  {
    return out << displayed(*printed);
  }
  friend void append_debug(std::string& text, const lock_guard_base& printed)
    requires debuggable<std::remove_const_t<Data>>
  {
    append(text, *printed);
  }

  lock_guard_base(const lock_guard_base&) = delete;
  lock_guard_base& operator=(const lock_guard_base&) = delete;

 protected:
  explicit lock_guard_base(const Lock& held) noexcept : held_(&held) {}
  lock_guard_base(lock_guard_base&& other) noexcept : held_(std::exchange(other.held_, nullptr)), hold_(other.hold_) {}
  lock_guard_base& operator=(lock_guard_base&& other) noexcept {
    lock_guard_base old(std::move(*this));
    held_ = std::exchange(other.held_, nullptr);
    hold_ = other.hold_;
    return *this;
  }
  ~lock_guard_base() { release(); }

  [[nodiscard]] const Lock& lock() const {
    if (held_ == nullptr) [[unlikely]]
      panic("use of a guard that was moved from");
    return *held_;
  }

 private:
  void release() noexcept {
    if (held_ != nullptr) hold_.release(*std::exchange(held_, nullptr));
  }

  const Lock* held_;
  [[no_unique_address]] Hold hold_;
};

}  // namespace fearless::detail
