// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

#include "mutant.hpp"

/// Takes the place of a lock where all owners are on one thread.
struct no_lock {
  void lock() {}
  void unlock() {}
};

/// A simple shared value: the count of its owners and a lock for this count. It is correct. A mutant derives from it,
/// overrides a function, and replaces the reference's owners:
///
///     struct immortal : shared_value<std::mutex> {
///       void destroy() override {}
///     };
///
///     MUTANT(port) { port.arcs = counted_owners<fearless_arcs, immortal>(); }
///
/// The count is never freed. So a mutant that counts wrong is detected by its count, and not by a use after free.
template <class Lock>
struct shared_value {
  /// An owner has a number: the first one has 0, and each clone the next.
  struct owner {
    shared_value* shared;
    int number;
  };

  virtual ~shared_value() = default;

  // The operations of owners.

  virtual owner clone([[maybe_unused]] int number) {
    const std::scoped_lock locked(lock);
    ++owners;
    return {this, next_number++};
  }

  virtual const fearless_value* deref([[maybe_unused]] int number) { return &value; }

  virtual std::size_t count([[maybe_unused]] int number) {
    const std::scoped_lock locked(lock);
    return owners;
  }

  virtual void drop([[maybe_unused]] int number) {
    if (leave()) destroy();
  }

  // The operations of weak owners, which only some mutants have.

  /// Makes another owner, if there is still one.
  virtual std::optional<owner> upgrade() {
    const std::scoped_lock locked(lock);
    if (owners == 0) return std::nullopt;
    ++owners;
    return owner{this, next_number++};
  }

  virtual void add_weak() {}
  virtual void drop_weak() {}

  // The steps of a drop.

  /// Removes one owner. Returns whether it was the last one.
  virtual bool leave() {
    const std::scoped_lock locked(lock);
    return --owners == 0;
  }

  /// Called when the last owner was dropped.
  virtual void destroy() {
    if (value.drop != nullptr) value.drop(value.data);
  }

  Lock lock;
  fearless_value value{};
  std::size_t owners = 1;
  int next_number = 1;
};

/// A shared value whose count is freed with the last of its owners, weak ones included.
template <class Shared>
struct freed : Shared {
  using owner = Shared::owner;

  owner clone(int number) override {
    ++handles;
    return Shared::clone(number);
  }

  std::optional<owner> upgrade() override {
    auto another = Shared::upgrade();
    if (another) ++handles;
    return another;
  }

  void drop(int number) override {
    Shared::drop(number);
    drop_weak();
  }

  void add_weak() override { ++handles; }

  void drop_weak() override {
    if (--handles == 0) delete this;
  }

  std::atomic<std::size_t> handles = 1;
};

/// The port's table, `fearless_rcs` or `fearless_arcs`, for values that are shared by a `Shared` each.
template <class Table, class Shared>
Table counted_owners() {
  using handle = std::remove_pointer_t<std::invoke_result_t<decltype(Table::create), fearless_value>>;
  using owner = Shared::owner;
  static constexpr auto at = [](const handle* given) { return *reinterpret_cast<const owner*>(given); };
  return {
      .create =
          [](fearless_value value) {
            auto* const shared = new Shared;
            shared->value = value;
            return reinterpret_cast<handle*>(new owner{shared, 0});
          },
      .clone =
          [](const handle* given) {
            const owner original = at(given);
            return reinterpret_cast<handle*>(new owner(original.shared->clone(original.number)));
          },
      .deref = [](const handle* given) { return at(given).shared->deref(at(given).number); },
      .count = [](const handle* given) { return at(given).shared->count(at(given).number); },
      .drop =
          [](handle* given) {
            const std::unique_ptr<owner> own(reinterpret_cast<owner*>(given));
            own->shared->drop(own->number);
          },
      .cycle =
          [](const handle* given, std::size_t times) {
            const owner original = at(given);
            for (std::size_t time = 0; time < times; ++time) {
              const owner another = original.shared->clone(original.number);
              another.shared->drop(another.number);
            }
          },
  };
}

/// The port's table for the weak owners of the same values. A weak owner is a pointer to the shared value.
template <class Shared>
fearless_weak_arcs weak_owners() {
  using owner = Shared::owner;
  using shared = std::remove_pointer_t<decltype(owner::shared)>;
  static constexpr auto at = [](const fearless_arc_weak* given) {
    return reinterpret_cast<shared*>(const_cast<fearless_arc_weak*>(given));
  };
  return {
      .downgrade =
          [](const fearless_arc* given) {
            auto* const shared_with = reinterpret_cast<const owner*>(given)->shared;
            shared_with->add_weak();
            return reinterpret_cast<fearless_arc_weak*>(shared_with);
          },
      .upgrade = [](const fearless_arc_weak* given) -> fearless_arc* {
        const auto another = at(given)->upgrade();
        return another ? reinterpret_cast<fearless_arc*>(new owner(*another)) : nullptr;
      },
      .drop = [](fearless_arc_weak* given) { at(given)->drop_weak(); },
  };
}
