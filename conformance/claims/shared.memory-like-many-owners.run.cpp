// SPDX-License-Identifier: MIT
// Claim: Several threads shall be able to access the same memory at the same time, each as an owner of it.
#include <array>
#include <atomic>
#include <cstddef>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

namespace {

constexpr std::size_t crowd = 4;

/// Memory in which each thread writes to its own place and reads all others.
struct board {
  mutable std::array<std::atomic<int>, crowd> places{};

  board() = default;
  board(board&&) noexcept {}  // moved only while it is empty

  [[nodiscard]] int taken() const {
    int count = 0;
    for (const auto& place : places) count += place.load();
    return count;
  }
};

}  // namespace

CLAIM("shared.memory-like-many-owners") {
  const std::vector<testing::latch> written(crowd);
  const bindings::arc<board> shared{board()};
  const board* const where = &*shared;

  std::vector<bindings::join_handle<int>> threads;
  for (std::size_t place = 0; place < crowd; ++place) {
    threads.push_back(bindings::spawn([=, own = shared.clone()] {
      own->places[place].store(1);
      written[place].open();
      for (const auto& each : written) each.wait();  // from here on all threads have access
      return &*own == where ? own->taken() : -1;
    }));
  }

  for (auto& thread : threads) CHECK(thread.join() == crowd);
  CHECK(shared->taken() == crowd);
}
