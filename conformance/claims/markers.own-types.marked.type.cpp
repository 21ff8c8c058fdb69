// SPDX-License-Identifier: MIT
#include <atomic>
#include <native.hpp>
#include <optional>
#include <vector>

/// A lock of the test's own.
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

/// A value that one thread may bring to another.
class parcel {
 public:
  explicit parcel(int* contents) : contents_(contents) {}
  [[nodiscard]] int* contents() const { return contents_; }

 private:
  int* contents_;
};
NATIVE_UNSAFE_SEND(parcel);

/// A value that all threads may look at where it is.
class landmark {
 public:
  explicit landmark(const int* place) : place_(place) {}
  [[nodiscard]] const int* place() const { return place_; }

 private:
  const int* place_;
};
NATIVE_UNSAFE_SYNC(landmark);

/// A class of which nobody says anything.
class stranger {
 public:
  explicit stranger(int* place) : place_(place) {}
  [[nodiscard]] int* place() const { return place_; }

 private:
  int* place_;
};

static_assert(native::send<spin_lock> && native::sync<spin_lock>);
static_assert(native::send<parcel> && !native::sync<parcel>, "each marker is a promise of its own");
static_assert(!native::send<landmark> && native::sync<landmark>, "each marker is a promise of its own");
static_assert(!native::send<stranger> && !native::sync<stranger>, "nothing is promised unasked");

// What users mark is marked for all that is made of it.
struct account {
  spin_lock lock;
  int balance;
};
static_assert(native::send<account> && native::sync<account>);
static_assert(native::send<native::arc<spin_lock>> && native::send<std::vector<parcel>>);
static_assert(!native::send<native::arc<parcel>> && !native::send<std::optional<stranger>>);
