// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fearless/detail/remaining.hpp"

namespace fearless::detail {

/// The counts of `arc`: one word, so that one look tells who is there, and one step is a change of it all.
///
/// | bits  | meaning                              | one more by                        | one less by               |
/// |-------|--------------------------------------|------------------------------------|---------------------------|
/// | 0–31  | the weak owners, and one for all the | an owner, a weak owner             | each weak owner, as it    |
/// |       | owners together                      |                                    | goes; the last owner,     |
/// |       |                                      |                                    | when the value is gone    |
/// | 32–63 | the owners but one, so that the word | an owner; a weak one, but not from | each owner, as it goes    |
/// |       | is negative where there is none      | −1 on; the maker of a value that   |                           |
/// |       |                                      | knows itself: from −1 to 0         |                           |
///
/// | owners | weak | what there is                   | who may change it                                          |
/// |--------|------|---------------------------------|------------------------------------------------------------|
/// | 1      | 1    | a value, and one who has it     | that owner: it is alone, and stays so while it does nothing |
/// | n      | m    | a value                         | any of them                                                |
/// | 0      | m    | no value: not yet, or no more   | the weak owners, the maker, the last owner                 |
/// | 0      | 0    | nothing: the block is freed     | nobody                                                     |
///
/// The last owner, where it finds no weak one, ends the value and the block without another change of the word: nobody
/// is left to read it. To clone and to drop ask no more of the word than whether it became negative, which a processor
/// tells of an addition for nothing; to have the number itself costs a slower instruction.
///
/// Thread safety: any thread. Errors: more than 2³¹ of one kind end the program.
class atomic_counts {
 public:
  explicit atomic_counts(std::uint32_t owners) noexcept : word_(one_weak + owners * one_owner - one_owner) {}

  // relaxed: a count that others change says nothing of what they did.
  [[nodiscard]] std::size_t owners() const noexcept { return owners_in(word_.load(std::memory_order_relaxed)); }
  [[nodiscard]] std::size_t weak() const noexcept {
    const std::uint64_t now = word_.load(std::memory_order_relaxed);
    return owners_in(now) == 0 ? 0 : static_cast<std::uint32_t>(now) - 1;
  }

  /// Whether there is one owner and nobody else. What all the others did that were there comes before.
  [[nodiscard]] bool is_alone() const noexcept {
    return word_.load(std::memory_order_acquire) == alone;  // pairs with remove_owner and remove_weak
  }

  /// Where there is no owner yet: here is the first one.
  void add_first_owner() noexcept {
    word_.fetch_add(one_owner, std::memory_order_release);  // pairs with add_owner_to_others: the value is there
  }
  void add_owner() noexcept {
    // relaxed, as in add_weak: whoever adds one was there before, and hands it on by other means.
    if (becomes_negative(one_owner, std::memory_order_relaxed)) [[unlikely]]
      std::abort();
  }
  void add_weak() noexcept {
    if ((word_.fetch_add(one_weak, std::memory_order_relaxed) & too_many_weak) != 0) [[unlikely]]
      std::abort();
  }

  /// Adds an owner unless there is none.
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
    // release: what this owner did comes before the end of the value. Pairs with the acquire in last_left, and with
    // is_alone and remove_only_owner.
    if (!becomes_negative(0 - one_owner, std::memory_order_release)) [[likely]]
      return remaining::owners;
    return last_left();
  }

  /// Removes the owner unless there are others; where nobody else is there at all, nothing is changed.
  [[nodiscard]] remaining remove_only_owner() noexcept {
    if (is_alone()) return remaining::nobody;
    std::uint64_t now = word_.load(std::memory_order_relaxed);  // only a guess
    do {
      if (owners_in(now) > 1) return remaining::owners;
      // acquire: pairs with remove_owner. Nobody has to see what this owner did: it keeps the value.
    } while (!word_.compare_exchange_weak(now, now - one_owner, std::memory_order_acquire, std::memory_order_relaxed));
    return remaining::weak;
  }

  /// True where it was the last.
  [[nodiscard]] bool remove_weak() noexcept {
    // release and acquire: what each did to the block comes before its end. They pair with each other, and with
    // is_alone.
    return static_cast<std::uint32_t>(word_.fetch_sub(one_weak, std::memory_order_acq_rel)) == 1;
  }

 private:
  static constexpr std::uint64_t one_weak = 1, one_owner = std::uint64_t{1} << 32U, alone = one_weak;
  static constexpr std::uint64_t too_many_weak = std::uint64_t{1} << 31U;
  static constexpr std::size_t most = std::size_t{1} << 31U;

  static std::size_t owners_in(std::uint64_t word) noexcept { return static_cast<std::uint32_t>((word >> 32U) + 1); }

  /// Adds, and tells whether the word is negative then. Written so that compilers see that they have no need of the
  /// word itself.
  [[nodiscard]] bool becomes_negative(std::uint64_t added, std::memory_order order) noexcept {
    return static_cast<std::int64_t>(word_.fetch_add(added, order) + added) < 0;
  }

  /// For the last owner, as it goes: whom it leaves behind.
  [[nodiscard]] remaining last_left() const noexcept {
    // acquire: what the other owners did, and the weak ones that are gone, comes before the end of what they had.
    const std::uint64_t now = word_.load(std::memory_order_acquire);
    if (owners_in(now) != 0) [[unlikely]]
      std::abort();  // there were too many, and who saw it has still to end the program
    return static_cast<std::uint32_t>(now) == one_weak ? remaining::nobody : remaining::weak;
  }

  std::atomic<std::uint64_t> word_;
};

}  // namespace fearless::detail
