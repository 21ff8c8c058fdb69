// SPDX-License-Identifier: MIT
#include <atomic>
#include <optional>
#include <subject.hpp>
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
SUBJECT_UNSAFE_SEND(spin_lock);
SUBJECT_UNSAFE_SYNC(spin_lock);

/// A value that one thread may bring to another.
class parcel {
 public:
  explicit parcel(int* contents) : contents_(contents) {}
  [[nodiscard]] int* contents() const { return contents_; }

 private:
  int* contents_;
};
SUBJECT_UNSAFE_SEND(parcel);

/// A value that all threads may look at where it is.
class landmark {
 public:
  explicit landmark(const int* place) : place_(place) {}
  [[nodiscard]] const int* place() const { return place_; }

 private:
  const int* place_;
};
SUBJECT_UNSAFE_SYNC(landmark);

/// A class of which nobody says anything.
class stranger {
 public:
  explicit stranger(int* place) : place_(place) {}
  [[nodiscard]] int* place() const { return place_; }

 private:
  int* place_;
};

static_assert(subject::send<spin_lock> && subject::sync<spin_lock>);
static_assert(subject::send<parcel> && !subject::sync<parcel>, "each marker is a promise of its own");
static_assert(!subject::send<landmark> && subject::sync<landmark>, "each marker is a promise of its own");
static_assert(!subject::send<stranger> && !subject::sync<stranger>, "nothing is promised unasked");

// What users mark is marked for all that is made of it.
struct account {
  spin_lock lock;
  int balance;
};
static_assert(subject::send<account> && subject::sync<account>);
static_assert(subject::send<subject::arc<spin_lock>> && subject::send<std::vector<parcel>>);
static_assert(!subject::send<subject::arc<parcel>> && !subject::send<std::optional<stranger>>);
