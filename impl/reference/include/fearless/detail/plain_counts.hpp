// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fearless/detail/remaining.hpp"

namespace fearless::detail {

/// The counts of `rc`: its owners, and its weak owners, to which all the owners together add one. For one thread.
/// Errors: more than 2³¹ of one kind end the program.
class plain_counts {
 public:
  explicit plain_counts(std::uint32_t owners) noexcept : owners_(owners) {}

  [[nodiscard]] std::size_t owners() const noexcept { return owners_; }
  [[nodiscard]] std::size_t weak() const noexcept { return owners_ == 0 ? 0 : weak_ - 1; }

  /// Whether there is one owner and nobody else.
  [[nodiscard]] bool is_alone() const noexcept { return owners_ == 1 && weak_ == 1; }

  /// Where there is no owner yet: here is the first one.
  void add_first_owner() noexcept { owners_ = 1; }
  void add_owner() noexcept { add_one(owners_); }
  void add_weak() noexcept { add_one(weak_); }

  /// Adds an owner unless there is none.
  [[nodiscard]] bool add_owner_to_others() noexcept {
    if (owners_ == 0) return false;
    add_owner();
    return true;
  }

  [[nodiscard]] remaining remove_owner() noexcept { return --owners_ > 0 ? remaining::owners : remaining::weak; }

  /// Removes the owner unless there are others; where nobody else is there at all, nothing is changed.
  [[nodiscard]] remaining remove_only_owner() noexcept {
    if (is_alone()) return remaining::nobody;
    if (owners_ > 1) return remaining::owners;
    owners_ = 0;
    return remaining::weak;
  }

  /// True where it was the last.
  [[nodiscard]] bool remove_weak() noexcept { return --weak_ == 0; }

 private:
  static void add_one(std::uint32_t& count) noexcept {
    if (count++ >= most) [[unlikely]]
      std::abort();
  }

  static constexpr std::uint32_t most = std::uint32_t{1} << 31U;
  std::uint32_t owners_;
  std::uint32_t weak_ = 1;
};

}  // namespace fearless::detail
