// SPDX-License-Identifier: MIT
// Claim: Everything that a closure captured shall be in its environment on the new thread until the call ends,
//   complete, unchanged and not shared with the spawner.
#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// An environment with parts inside it, near its beginning and far behind it, and parts in other memory that it owns.
struct belongings {
  std::string label = "a text that is too long to be kept in the string itself";
  std::vector<int> few{2, 3, 5, 7};
  std::vector<int> many = std::vector<int>(100'000, 11);
  std::array<std::int64_t, 512> table{};

  belongings() { std::iota(table.begin(), table.end(), 1); }
  bool operator==(const belongings&) const = default;
};

}  // namespace

CLAIM("closures.environment") {
  auto handle = bindings::spawn([packed = belongings()] { return packed; });
  const auto ended = handle.join();

  CHECK(ended == belongings());
}
