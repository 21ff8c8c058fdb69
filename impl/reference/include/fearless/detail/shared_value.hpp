// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <typeinfo>
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

/// For the last owner: destroys the value of a block, and then removes the owners' share of it, also if the value's
/// destructor throws.
template <class Block>
[[gnu::noinline]] void end_value(Block& ended, remaining left) {
  struct owners_part {
    Block& block;
    remaining left;
    ~owners_part() {
      if (left == remaining::none || block.counts.remove_weak()) block.free();
    }
  };
  const owners_part released{ended, left};
  ended.destroy_value();
}

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

  void destroy_value() { std::destroy_at(&value); }
  /// For the last weak owner. Not inlined because it is rare, and because g++ would report a use after free where two
  /// weak owners are dropped in sequence, as it does not know the count.
  [[gnu::noinline]] void free() { delete this; }

  Counts counts;
  union {
    T value;
  };
};

template <class Counts>
struct open_block;

/// The value of an open block as one of its classes sees it. An owner points to this.
template <class Counts>
struct value_view {
  open_block<Counts>* block;
  void* value;  // points to the class of the owner
  value_view* next = nullptr;
};

/// A value of a class with a virtual destructor, and its counts: owners of its base classes share it.
template <class Counts>
struct open_block {
  explicit open_block(std::uint32_t owners) : counts(owners) {}
  open_block(const open_block&) = delete;
  open_block& operator=(const open_block&) = delete;
  virtual ~open_block() {
    for (const auto* each = parts.load(std::memory_order_relaxed); each != nullptr;)
      delete std::exchange(each, each->next);
  }

  virtual void destroy_value() = 0;
  /// For the last weak owner.
  [[gnu::noinline]] void free() { delete this; }

  /// The view of a base class at this address. Most base classes have the address of the whole value. Thread safety:
  /// may be called from any thread.
  [[nodiscard]] value_view<Counts>* view_at(void* address) {
    if (address == whole.value) return &whole;
    value_view<Counts>* first = parts.load(std::memory_order_acquire);  // pairs with the exchange below
    for (auto* each = first; each != nullptr; each = each->next) {
      if (each->value == address) return each;
    }
    auto* const made = new value_view<Counts>{this, address, first};
    // release: the view is complete; pairs with the acquire above. relaxed, for the failure: the views are only linked.
    while (!parts.compare_exchange_weak(made->next, made, std::memory_order_release, std::memory_order_relaxed)) {
    }
    return made;
  }

  Counts counts;
  value_view<Counts> whole{this, nullptr};           // for the class of the value
  std::atomic<value_view<Counts>*> parts = nullptr;  // the views of base classes at other addresses; freed at the end
};

template <class T, class Counts>
struct open_block_of final : open_block<Counts> {
  template <class... Arguments>
  explicit open_block_of(std::in_place_t, Arguments&&... arguments)
      : open_block<Counts>(1), value(std::forward<Arguments>(arguments)...) {
    this->whole.value = std::addressof(value);
  }
  open_block_of() : open_block<Counts>(0) { this->whole.value = std::addressof(value); }
  ~open_block_of() override {}  // the last owner has already destroyed the value

  void destroy_value() override { std::destroy_at(&value); }

  union {
    T value;
  };
};

/// What an owner of a `T` points to: a block, if its type is that of the value. `T` may be incomplete until it is used.
template <class T, class Counts>
struct place {
  template <class... Arguments>
  [[nodiscard]] static void* make(Arguments&&... arguments) {
    return new shared_block<T, Counts>(std::forward<Arguments>(arguments)...);
  }
  [[nodiscard]] static shared_block<T, Counts>& block(void* of) { return *static_cast<shared_block<T, Counts>*>(of); }
  [[nodiscard]] static T& value(void* of) { return block(of).value; }
};

/// If `T` may be a base class of the value, a view.
template <class T, class Counts>
  requires std::has_virtual_destructor_v<T>
struct place<T, Counts> {
  template <class... Arguments>
  [[nodiscard]] static void* make(Arguments&&... arguments) {
    return &(new open_block_of<T, Counts>(std::forward<Arguments>(arguments)...))->whole;
  }
  [[nodiscard]] static value_view<Counts>& view(void* of) { return *static_cast<value_view<Counts>*>(of); }
  [[nodiscard]] static open_block<Counts>& block(void* of) { return *view(of).block; }
  [[nodiscard]] static T& value(void* of) { return *static_cast<T*>(view(of).value); }

  /// The place for an owner of a base class.
  template <class Base>
  [[nodiscard]] static void* as(void* of) {
    Base* const base = static_cast<T*>(view(of).value);
    return block(of).view_at(base);
  }
};

/// A class whose owner can become an owner of `Base`: the last owner destroys the value by the destructor of `Base`.
template <class Derived, class Base>
concept owned_as =
    !std::is_same_v<Derived, Base> && std::derived_from<Derived, Base> && std::has_virtual_destructor_v<Base>;

/// The same for a weak owner. Its value may have ended or not exist yet, when a virtual base class can't be found.
template <class Derived, class Base>
concept weakly_owned_as = owned_as<Derived, Base> && requires(Base* base) { static_cast<Derived*>(base); };

template <class T, class Counts>
class share;

/// The content of a weak owner: it keeps the block alive, not the value. Empty if there is no block, or after a move.
template <class T, class Counts>
class weak_share {
 public:
  weak_share() noexcept = default;
  weak_share(weak_share&& other) noexcept : place_(std::exchange(other.place_, nullptr)) {}
  weak_share& operator=(weak_share&& other) noexcept {
    weak_share old(std::exchange(place_, std::exchange(other.place_, nullptr)));
    return *this;
  }
  template <class Derived>
  explicit weak_share(weak_share<Derived, Counts>&& other) {
    if (other.place_ == nullptr) return;
    place_ = place<Derived, Counts>::template as<T>(other.place_);
    other.place_ = nullptr;
  }
  weak_share(const weak_share&) = delete;
  weak_share& operator=(const weak_share&) = delete;
  ~weak_share() {
    if (place_ != nullptr && block().counts.remove_weak()) block().free();
  }

  /// The first weak owner of a value that is made later.
  [[nodiscard]] static weak_share of_no_value_yet() { return weak_share(own::make()); }

  /// Makes the value of such a weak owner, and turns it into the first owner.
  template <class Make>
  [[nodiscard]] share<T, Counts> make(Make make) {
    ::new (static_cast<void*>(std::addressof(own::value(place_)))) T(make());
    block().counts.add_first_owner();
    return share<T, Counts>(std::exchange(place_, nullptr));
  }

  [[nodiscard]] weak_share clone() const {
    if (place_ != nullptr) block().counts.add_weak();
    return weak_share(place_);
  }

  [[nodiscard]] std::optional<share<T, Counts>> upgrade() const {
    if (place_ == nullptr || !block().counts.add_owner_to_others()) return std::nullopt;
    return share<T, Counts>(place_);
  }

  [[nodiscard]] std::size_t owners() const { return place_ == nullptr ? 0 : block().counts.owners(); }
  [[nodiscard]] std::size_t weak() const { return place_ == nullptr ? 0 : block().counts.weak(); }
  [[nodiscard]] bool operator==(const weak_share& other) const {
    if (place_ == nullptr || other.place_ == nullptr) return place_ == other.place_;
    return &block() == &other.block();
  }

 private:
  friend share<T, Counts>;
  template <class, class>
  friend class weak_share;
  using own = place<T, Counts>;
  explicit weak_share(void* at) noexcept : place_(at) {}

  [[nodiscard]] auto& block() const { return own::block(place_); }

  void* place_ = nullptr;
};

/// The content of an owner: it keeps the value alive. Empty after a move.
template <class T, class Counts>
class share {
 public:
  share(share&& other) noexcept : place_(std::exchange(other.place_, nullptr)) {}
  share& operator=(share&& other) noexcept(is_destroyed_quietly<T>()) {
    share old(std::exchange(place_, std::exchange(other.place_, nullptr)));
    return *this;
  }
  template <class Derived>
  explicit share(share<Derived, Counts>&& other) {
    static_cast<void>(other.shared());  // panics if it was moved from
    place_ = place<Derived, Counts>::template as<T>(other.place_);
    other.place_ = nullptr;
  }
  share(const share&) = delete;
  share& operator=(const share&) = delete;
  // Always inlined, as are the destructors of rc and arc: a call on the path of an exception would have to be given the
  // owner's address, and every clone and drop would read the owner from memory, after a locked instruction.
  [[gnu::always_inline]] ~share() noexcept(is_destroyed_quietly<T>()) {
    if (place_ != nullptr) leave(own::block(place_));
  }

  /// The only owner of a new value.
  template <class... Arguments>
  [[nodiscard]] static share of(Arguments&&... arguments) {
    return share(own::make(std::in_place, std::forward<Arguments>(arguments)...));
  }

  [[nodiscard]] share clone() const {
    shared().counts.add_owner();
    return share(place_);
  }

  [[nodiscard]] weak_share<T, Counts> downgrade() const {
    shared().counts.add_weak();
    return weak_share<T, Counts>(place_);
  }

  [[nodiscard]] T& value() const {
    expect_owner();
    return own::value(place_);
  }
  [[nodiscard]] std::size_t owners() const { return shared().counts.owners(); }
  [[nodiscard]] std::size_t weak() const { return shared().counts.weak(); }
  [[nodiscard]] bool is_alone() const { return shared().counts.is_alone(); }
  [[nodiscard]] bool operator==(const share& other) const { return &shared() == &other.shared(); }

  /// Makes this the only owner of its value: clones the value if there are other owners, and moves it to a new block if
  /// there are weak owners.
  void separate() {
    if (!is_alone()) expect_whole_value();
    switch (shared().counts.remove_only_owner()) {
      case remaining::none:
        break;
      case remaining::owners:
        *this = of_clone(value());
        break;
      case remaining::weak:
        void* const old = std::exchange(place_, nullptr);
        place_ = move_out([&] { return own::make(std::in_place, std::move(own::value(old))); },
                          [&] { end_value(own::block(old), remaining::weak); });
        break;
    }
  }

  /// Takes the value out and becomes empty, if this is the only owner; otherwise returns nothing.
  [[nodiscard]] std::optional<T> take_if_only() {
    expect_whole_value();
    const remaining left = shared().counts.remove_only_owner();
    if (left == remaining::owners) return std::nullopt;
    return take(left);
  }

  /// Becomes empty, and takes the value out if this was the last owner.
  [[nodiscard]] std::optional<T> take_if_last() {
    expect_whole_value();
    const remaining left = shared().counts.remove_owner();
    if (left != remaining::owners) return take(left);
    place_ = nullptr;
    return std::nullopt;
  }

 private:
  friend weak_share<T, Counts>;
  template <class, class>
  friend class share;
  using own = place<T, Counts>;
  explicit share(void* at) noexcept : place_(at) {}

  void expect_owner() const {
    if (place_ == nullptr) [[unlikely]]
      panic("use of an owner that was moved from");
  }

  [[nodiscard]] auto& shared() const {
    expect_owner();
    return own::block(place_);
  }

  /// Panics if only a part of the value is a `T`, so that a `T` made from it would lack the rest.
  void expect_whole_value() const {
    if constexpr (std::is_polymorphic_v<T> && !std::is_final_v<T>) {
      if (typeid(value()) != typeid(T)) panic("an owner of a base class can't copy the value or take it out");
    }
  }

  static void leave(auto& shared) {
    const remaining left = shared.counts.remove_owner();
    if (left != remaining::owners) end_value(shared, left);
  }

  [[nodiscard]] static share of_clone(const T& original) {
    if constexpr (std::is_copy_constructible_v<T>) {
      return of(original);
    } else {
      return of(original.clone());
    }
  }

  [[nodiscard]] std::optional<T> take(remaining left) {
    void* const old = std::exchange(place_, nullptr);
    return move_out([&] { return std::optional<T>(std::move(own::value(old))); },
                    [&] { end_value(own::block(old), left); });
  }

  void* place_ = nullptr;
};

}  // namespace fearless::detail
