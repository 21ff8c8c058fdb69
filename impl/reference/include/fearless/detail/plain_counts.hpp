// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fearless/detail/remaining.hpp"

namespace fearless::detail {

/// The counts of `rc`: the number of owners, and the number of weak owners plus one for all owners together. Thread
/// safety: one thread. Errors: more than 2³¹ of one kind end the program.
class plain_counts {
 public:
  explicit plain_counts(std::uint32_t owners) noexcept : owners_(owners) {}

  [[nodiscard]] std::size_t owners() const noexcept { return owners_; }
  [[nodiscard]] std::size_t weak() const noexcept { return owners_ == 0 ? 0 : weak_ - 1; }

  /// Whether there is one owner and no weak owner.
  [[nodiscard]] bool is_alone() const noexcept { return owners_ == 1 && weak_ == 1; }

  /// Adds the first owner of a value that had none.
  void add_first_owner() noexcept { owners_ = 1; }
  void add_owner() noexcept { add_one(owners_); }
  void add_weak() noexcept { add_one(weak_); }

  /// Adds an owner if there is at least one. False if there is none.
  [[nodiscard]] bool add_owner_to_others() noexcept {
    if (owners_ == 0) return false;
    add_owner();
    return true;
  }

  [[nodiscard]] remaining remove_owner() noexcept { return --owners_ > 0 ? remaining::owners : remaining::weak; }

  /// Removes the owner if there are no other owners. Changes nothing if there is no weak owner either.
  [[nodiscard]] remaining remove_only_owner() noexcept {
    if (is_alone()) return remaining::none;
    if (owners_ > 1) return remaining::owners;
    owners_ = 0;
    return remaining::weak;
  }

  /// True if it was the last.
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
