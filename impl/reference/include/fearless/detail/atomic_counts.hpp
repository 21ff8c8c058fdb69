// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fearless/detail/remaining.hpp"

namespace fearless::detail {

/// The counts of `arc`, in one word, so that one load reads both and one operation changes both.
///
/// | bits  | meaning                              | incremented by                    | decremented by           |
/// |-------|--------------------------------------|-----------------------------------|--------------------------|
/// | 0–31  | number of weak owners, plus one for  | an owner or a weak owner          | a weak owner, when it is |
/// |       | all owners together                  |                                   | dropped; the last owner, |
/// |       |                                      |                                   | after it destroyed the   |
/// |       |                                      |                                   | value                    |
/// | 32–63 | number of owners minus one: the word | an owner; a weak owner, if it is  | an owner, when it is     |
/// |       | is negative if there is no owner     | not −1; from −1 to 0 by the maker | dropped                  |
/// |       |                                      | of a cyclic value                 |                          |
///
/// | owners | weak | state                             | changed by                                 |
/// |--------|------|-----------------------------------|--------------------------------------------|
/// | 1      | 1    | a value with one owner, no others | that owner only, so the state is stable    |
/// | n      | m    | a value                           | any owner or weak owner                    |
/// | 0      | m    | no value: not yet made, or ended  | the weak owners, the maker, the last owner |
/// | 0      | 0    | the block is freed                | no thread                                  |
///
/// If the last owner finds no weak owner, it destroys the value and the block without changing the word again: no
/// thread is left to read it. Cloning and dropping test only whether the word became negative, which a processor
/// reports with the addition; the number itself would need a slower instruction.
///
/// Thread safety: any thread. Errors: more than 2³¹ of one kind end the program.
class atomic_counts {
 public:
  explicit atomic_counts(std::uint32_t owners) noexcept : word_(one_weak + owners * one_owner - one_owner) {}

  // relaxed: the count is only a number; it does not show what the other owners did.
  [[nodiscard]] std::size_t owners() const noexcept { return owners_in(word_.load(std::memory_order_relaxed)); }
  [[nodiscard]] std::size_t weak() const noexcept {
    const std::uint64_t now = word_.load(std::memory_order_relaxed);
    return owners_in(now) == 0 ? 0 : static_cast<std::uint32_t>(now) - 1;
  }

  /// Whether there is one owner and no weak owner. Acquire: synchronises with every earlier release decrement.
  [[nodiscard]] bool is_alone() const noexcept {
    return word_.load(std::memory_order_acquire) == alone;  // pairs with remove_owner and remove_weak
  }

  /// Adds the first owner of a value that had none.
  void add_first_owner() noexcept {
    word_.fetch_add(one_owner, std::memory_order_release);  // pairs with add_owner_to_others: the value is made
  }
  void add_owner() noexcept {
    // relaxed, as in add_weak: the caller is an owner already, and passes the new one to other threads by other means.
    if (becomes_negative(one_owner, std::memory_order_relaxed)) [[unlikely]]
      std::abort();
  }
  void add_weak() noexcept {
    if ((word_.fetch_add(one_weak, std::memory_order_relaxed) & too_many_weak) != 0) [[unlikely]]
      std::abort();
  }

  /// Adds an owner if there is at least one. False if there is none.
  [[nodiscard]] bool add_owner_to_others() noexcept {
    std::uint64_t now = word_.load(std::memory_order_relaxed);  // only a guess
    do {
      if (owners_in(now) == 0) return false;
      if (owners_in(now) >= most) [[unlikely]]
        std::abort();
      // acquire: pairs with add_first_owner.
    } while (!word_.compare_exchange_weak(now, now + one_owner, std::memory_order_acquire, std::memory_order_relaxed));
    return true;
  }

  [[nodiscard]] remaining remove_owner() noexcept {
    // release: what this owner did happens before the destruction of the value. Pairs with the acquire in last_left,
    // is_alone and remove_only_owner.
    if (!becomes_negative(0 - one_owner, std::memory_order_release)) [[likely]]
      return remaining::owners;
    return last_left();
  }

  /// Removes the owner if there are no other owners. Changes nothing if there is no weak owner either.
  [[nodiscard]] remaining remove_only_owner() noexcept {
    if (is_alone()) return remaining::none;
    std::uint64_t now = word_.load(std::memory_order_relaxed);  // only a guess
    do {
      if (owners_in(now) > 1) return remaining::owners;
      // acquire: pairs with remove_owner. No release: this owner keeps the value, so no thread needs to see what it
      // did.
    } while (!word_.compare_exchange_weak(now, now - one_owner, std::memory_order_acquire, std::memory_order_relaxed));
    return remaining::weak;
  }

  /// True if it was the last.
  [[nodiscard]] bool remove_weak() noexcept {
    // release and acquire: what each weak owner did to the block happens before its end. They pair with each other, and
    // with is_alone.
    return static_cast<std::uint32_t>(word_.fetch_sub(one_weak, std::memory_order_acq_rel)) == 1;
  }

 private:
  static constexpr std::uint64_t one_weak = 1, one_owner = std::uint64_t{1} << 32U, alone = one_weak;
  static constexpr std::uint64_t too_many_weak = std::uint64_t{1} << 31U;
  static constexpr std::size_t most = std::size_t{1} << 31U;

  static std::size_t owners_in(std::uint64_t word) noexcept { return static_cast<std::uint32_t>((word >> 32U) + 1); }

  /// Adds, and returns whether the word is negative afterwards. Written so that compilers see that the word itself is
  /// not needed.
  [[nodiscard]] bool becomes_negative(std::uint64_t added, std::memory_order order) noexcept {
    return static_cast<std::int64_t>(word_.fetch_add(added, order) + added) < 0;
  }

  /// For the last owner, when it is dropped: what remains.
  [[nodiscard]] remaining last_left() const noexcept {
    // acquire: pairs with the release in remove_owner and remove_weak: what the dropped owners and weak owners did
    // happens before the destruction of the value.
    const std::uint64_t now = word_.load(std::memory_order_acquire);
    if (owners_in(now) != 0) [[unlikely]]
      std::abort();  // there were too many, and the thread that saw it has yet to end the program
    return static_cast<std::uint32_t>(now) == one_weak ? remaining::none : remaining::weak;
  }

  std::atomic<std::uint64_t> word_;
};

}  // namespace fearless::detail
