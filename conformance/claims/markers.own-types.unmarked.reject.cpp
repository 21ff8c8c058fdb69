// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread a value of its own type shall be rejected by the ownership check if this needs a
//   marker that neither the parts of the type nor its author give it.
// Rejected: fearless[value-not-send]
#include <atomic>
#include <native.hpp>
#include <utility>

/// A count with its own lock.
class count {
 public:
  count() = default;
  count(count&&) noexcept {}

  int add_one() const {
    while (taken_.exchange(true, std::memory_order_acquire)) taken_.wait(true);
    const int now = ++value_;
    taken_.store(false, std::memory_order_release);
    taken_.notify_one();
    return now;
  }

 private:
  mutable std::atomic<bool> taken_ = false;
  mutable int value_ = 0;
};
#ifdef ACCEPTED
NATIVE_UNSAFE_SEND(count);
NATIVE_UNSAFE_SYNC(count);
#endif

int main() {
  auto shared = native::make_arc<count>();

  auto other = native::spawn([](native::arc<count> mine) { return mine->add_one(); }, shared.clone());
  const int first = shared->add_one();
  const int second = std::move(other).join().unwrap();

  return first + second == 3 && shared->add_one() == 3 ? 0 : 1;
}
