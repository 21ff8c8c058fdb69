// SPDX-License-Identifier: MIT
// Claim: The author of a type shall be able to give it either marker without the other, with the same effect as for the
//   implementation’s own types.
#include <atomic>
#include <native.hpp>
#include <optional>
#include <vector>

/// A lock that is defined here.
class spin_lock {
 public:
  void lock() const {
    while (taken_.exchange(true, std::memory_order_acquire)) taken_.wait(true);
  }
  void unlock() const {
    taken_.store(false, std::memory_order_release);
    taken_.notify_one();
  }

 private:
  mutable std::atomic<bool> taken_ = false;
};
NATIVE_UNSAFE_SEND(spin_lock);
NATIVE_UNSAFE_SYNC(spin_lock);

/// A value that may be moved to another thread.
class parcel {
 public:
  explicit parcel(int* contents) : contents_(contents) {}
  [[nodiscard]] int* contents() const { return contents_; }

 private:
  int* contents_;
};
NATIVE_UNSAFE_SEND(parcel);

/// A value that threads may share.
class landmark {
 public:
  explicit landmark(const int* place) : place_(place) {}
  [[nodiscard]] const int* place() const { return place_; }

 private:
  const int* place_;
};
NATIVE_UNSAFE_SYNC(landmark);

/// A class whose author gives it no marker.
class stranger {
 public:
  explicit stranger(int* place) : place_(place) {}
  [[nodiscard]] int* place() const { return place_; }

 private:
  int* place_;
};

static_assert(native::send<spin_lock> && native::sync<spin_lock>);
static_assert(native::send<parcel> && !native::sync<parcel>, "each marker must be given without the other");
static_assert(!native::send<landmark> && native::sync<landmark>, "each marker must be given without the other");
static_assert(!native::send<stranger> && !native::sync<stranger>, "a class without a marker must have none");

// The marker of a type counts for types that are composed of it.
struct account {
  spin_lock lock;
  int balance;
};
static_assert(native::send<account> && native::sync<account>);
static_assert(native::send<native::arc<spin_lock>> && native::send<std::vector<parcel>>);
static_assert(!native::send<native::arc<parcel>> && !native::send<std::optional<stranger>>);
