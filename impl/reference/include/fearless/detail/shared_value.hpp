// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

#include "fearless/detail/move_out.hpp"
#include "fearless/detail/remaining.hpp"
#include "fearless/panic.hpp"

/// What `rc` and `arc` have in common: everything except the counts.
namespace fearless::detail {

/// Whether the destructor of `T` does not throw. An incomplete type, such as a class inside its own definition that has
/// owners of its own kind, is assumed not to throw.
template <class T>
consteval bool is_destroyed_quietly() {
  if constexpr (requires { sizeof(T); }) {
    return std::is_nothrow_destructible_v<T>;
  } else {
    return true;
  }
}

/// A type whose values can be copied, or cloned by a member `clone`.
template <class T>
concept cloned = std::is_copy_constructible_v<T> || requires(const T& original) {
  { original.clone() } -> std::same_as<T>;
};

/// A value and its counts, in one allocation.
template <class T, class Counts>
struct shared_block {
  /// A block with a value and one owner.
  template <class... Arguments>
  explicit shared_block(std::in_place_t, Arguments&&... arguments)
      : counts(1), value(std::forward<Arguments>(arguments)...) {}
  /// A block without a value, with one weak owner.
  shared_block() : counts(0) {}
  shared_block(const shared_block&) = delete;
  shared_block& operator=(const shared_block&) = delete;
  ~shared_block() {}  // the last owner has already destroyed the value

  /// For the last weak owner. Not inlined because it is rare, and because g++ would report a use after free where two
  /// weak owners are dropped in sequence, as it does not know the count.
  [[gnu::noinline]] void free() { delete this; }

  /// For the last owner: destroys the value, and then removes the owners' share of the block, also if the value's
  /// destructor throws.
  [[gnu::noinline]] void end(remaining left) {
    struct owners_part {
      shared_block* block;
      remaining left;
      ~owners_part() {
        if (left == remaining::none || block->counts.remove_weak()) block->free();
      }
    };
    const owners_part released{this, left};
    std::destroy_at(&value);
  }

  Counts counts;
  union {
    T value;
  };
};

template <class T, class Counts>
class share;

/// The content of a weak owner: it keeps the block alive, not the value. Empty if there is no block, or after a move.
template <class T, class Counts>
class weak_share {
 public:
  weak_share() noexcept = default;
  weak_share(weak_share&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  weak_share& operator=(weak_share&& other) noexcept {
    weak_share old(std::exchange(block_, std::exchange(other.block_, nullptr)));
    return *this;
  }
  weak_share(const weak_share&) = delete;
  weak_share& operator=(const weak_share&) = delete;
  ~weak_share() {
    if (block_ != nullptr && block_->counts.remove_weak()) block_->free();
  }

  /// The first weak owner of a value that is made later.
  [[nodiscard]] static weak_share of_no_value_yet() { return weak_share(new block()); }

  /// Makes the value of such a weak owner, and turns it into the first owner.
  template <class Make>
  [[nodiscard]] share<T, Counts> make(Make make) {
    ::new (static_cast<void*>(std::addressof(block_->value))) T(make());
    block_->counts.add_first_owner();
    return share<T, Counts>(std::exchange(block_, nullptr));
  }

  [[nodiscard]] weak_share clone() const {
    if (block_ != nullptr) block_->counts.add_weak();
    return weak_share(block_);
  }

  [[nodiscard]] std::optional<share<T, Counts>> upgrade() const {
    if (block_ == nullptr || !block_->counts.add_owner_to_others()) return std::nullopt;
    return share<T, Counts>(block_);
  }

  [[nodiscard]] std::size_t owners() const { return block_ == nullptr ? 0 : block_->counts.owners(); }
  [[nodiscard]] std::size_t weak() const { return block_ == nullptr ? 0 : block_->counts.weak(); }
  [[nodiscard]] bool operator==(const weak_share&) const = default;

 private:
  friend share<T, Counts>;
  using block = shared_block<T, Counts>;
  explicit weak_share(block* own) noexcept : block_(own) {}

  block* block_ = nullptr;
};

/// The content of an owner: it keeps the value alive. Empty after a move.
template <class T, class Counts>
class share {
 public:
  share(share&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  share& operator=(share&& other) noexcept(is_destroyed_quietly<T>()) {
    share old(std::exchange(block_, std::exchange(other.block_, nullptr)));
    return *this;
  }
  share(const share&) = delete;
  share& operator=(const share&) = delete;
  // Always inlined, as are the destructors of rc and arc: a call on the path of an exception would have to be given the
  // owner's address, and every clone and drop would read the owner from memory, after a locked instruction.
  [[gnu::always_inline]] ~share() noexcept(is_destroyed_quietly<T>()) {
    if (block_ != nullptr) leave(*block_);
  }

  /// The only owner of a new value.
  template <class... Arguments>
  [[nodiscard]] static share of(Arguments&&... arguments) {
    return share(new block(std::in_place, std::forward<Arguments>(arguments)...));
  }

  [[nodiscard]] share clone() const {
    block& own = shared();
    own.counts.add_owner();
    return share(&own);
  }

  [[nodiscard]] weak_share<T, Counts> downgrade() const {
    block& own = shared();
    own.counts.add_weak();
    return weak_share<T, Counts>(&own);
  }

  [[nodiscard]] T& value() const { return shared().value; }
  [[nodiscard]] std::size_t owners() const { return shared().counts.owners(); }
  [[nodiscard]] std::size_t weak() const { return shared().counts.weak(); }
  [[nodiscard]] bool is_alone() const { return shared().counts.is_alone(); }
  [[nodiscard]] bool operator==(const share&) const = default;

  /// Makes this the only owner of its value: clones the value if there are other owners, and moves it to a new block if
  /// there are weak owners.
  void separate() {
    switch (shared().counts.remove_only_owner()) {
      case remaining::none:
        break;
      case remaining::owners:
        *this = of_clone(block_->value);
        break;
      case remaining::weak:
        block& old = *std::exchange(block_, nullptr);
        block_ =
            move_out([&] { return new block(std::in_place, std::move(old.value)); }, [&] { old.end(remaining::weak); });
        break;
    }
  }

  /// Takes the value out and becomes empty, if this is the only owner; otherwise returns nothing.
  [[nodiscard]] std::optional<T> take_if_only() {
    const remaining left = shared().counts.remove_only_owner();
    if (left == remaining::owners) return std::nullopt;
    return take(left);
  }

  /// Becomes empty, and takes the value out if this was the last owner.
  [[nodiscard]] std::optional<T> take_if_last() {
    const remaining left = shared().counts.remove_owner();
    if (left != remaining::owners) return take(left);
    block_ = nullptr;
    return std::nullopt;
  }

 private:
  friend weak_share<T, Counts>;
  using block = shared_block<T, Counts>;
  explicit share(block* own) noexcept : block_(own) {}

  [[nodiscard]] block& shared() const {
    if (block_ == nullptr) [[unlikely]]
      panic("use of an owner that was moved from");
    return *block_;
  }

  static void leave(block& shared) {
    const remaining left = shared.counts.remove_owner();
    if (left != remaining::owners) shared.end(left);
  }

  [[nodiscard]] static share of_clone(const T& original) {
    if constexpr (std::is_copy_constructible_v<T>) {
      return of(original);
    } else {
      return of(original.clone());
    }
  }

  [[nodiscard]] std::optional<T> take(remaining left) {
    block& old = *std::exchange(block_, nullptr);
    return move_out([&] { return std::optional<T>(std::move(old.value)); }, [&] { old.end(left); });
  }

  block* block_;
};

}  // namespace fearless::detail
