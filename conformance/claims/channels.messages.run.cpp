// SPDX-License-Identifier: MIT
// Claim: Threads shall be able to communicate by messages that hold data: each arrives exactly once and unchanged, and
//   what was done before its send happens before what is done after it is received.
#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// A message with parts inside it, near its beginning and far behind it, and parts in other memory that it owns.
struct letter {
  std::string greeting = "a text that is too long to be kept in the string itself";
  std::vector<int> numbers = std::vector<int>(100'000, 7);
  std::array<std::int64_t, 512> table{};

  letter() { std::iota(table.begin(), table.end(), 1); }
  bool operator==(const letter&) const = default;
};

}  // namespace

CLAIM("channels.messages") {
  auto [tx, rx] = bindings::channel<letter>();

  auto writer = bindings::spawn([own = std::move(tx)] { own.send(letter()); });
  const auto arrived = rx.recv();
  writer.join();

  CHECK(arrived == letter());
}
