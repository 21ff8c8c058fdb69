// SPDX-License-Identifier: MIT
// Claim: A mutex shall be poisoned only by a panic of its holder that passes its guard: not by a holder that ends in
//   another way, and not by any other panic, on this thread or another.
// Aspect: A destructor locks and unlocks while a panic unwinds.
#include "bindings/mutex.hpp"

#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// Its destructor locks and counts that it did.
class locks_when_dropped {
 public:
  explicit locks_when_dropped(bindings::mutex<int> data) : data_(data), owns_(true) {}
  locks_when_dropped(locks_when_dropped&& other) noexcept
      : data_(other.data_), owns_(std::exchange(other.owns_, false)) {}
  locks_when_dropped& operator=(locks_when_dropped&&) = delete;
  ~locks_when_dropped() {
    if (!owns_) return;
    *data_.lock() += 1;
    data_.with_lock([](int& drops) { drops += 1; });
  }

 private:
  bindings::mutex<int> data_;
  bool owns_;
};

}  // namespace

CLAIM("mutex.poison.only-panic") {
  const bindings::mutex<int> data(0);

  auto panicking = bindings::spawn([own = locks_when_dropped(data)] { bindings::panic(1); });

  CHECK(panicking.join().panicked());
  CHECK(data.lock() == 2);
}
