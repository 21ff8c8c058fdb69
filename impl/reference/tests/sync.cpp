// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/send.hpp>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace {

using fearless::send;
using fearless::sync;

struct plain_parts {
  int number;
  const std::string text;
  double grid[2][3];
  unsigned low : 3;
};
struct changed_while_const {
  int number;
  mutable int looks;
};
struct changed_in_an_array {
  int number;
  mutable int looks[2];
};
struct changed_in_bits {
  int number;
  mutable unsigned looks : 3;
};
struct changed_deep_inside {
  std::vector<changed_while_const> many;
};
struct counts_looks {
  mutable std::atomic<int> looks;
  mutable std::atomic<int> more[2];
};
struct counts_pointers {
  mutable std::atomic<int*> last;
};
struct has_lock {
  mutable std::mutex lock;
  int number;
};
struct borrows_number {
  const int& number;
};
struct points_at_number {
  int* const number;
};
class hidden {
 public:
  hidden() {}
};
class promised {
 public:
  explicit promised(int) {}
};

}  // namespace

template <>
inline constexpr bool fearless::unsafe_enable_sync<promised> = true;

namespace {

struct holds_promised {
  promised part;
};

static_assert(sync<int> && sync<plain_parts> && sync<plain_parts[2]> && sync<std::vector<plain_parts>> &&
              sync<volatile int>);
static_assert(sync<promised> && sync<holds_promised> && !send<promised> && !sync<hidden>);

// `const` is enough, except for data that it does not protect.
static_assert(!sync<changed_while_const> && !sync<changed_in_an_array> && !sync<changed_in_bits>);
static_assert(!sync<changed_deep_inside> && send<changed_while_const> && send<changed_deep_inside>);
static_assert(!sync<borrows_number> && !sync<points_at_number>);
static_assert(!sync<std::unique_ptr<int>> && sync<std::unique_ptr<const int>> && sync<std::unique_ptr<const int[]>>);

// Types for use by several threads may be `mutable` too.
static_assert(sync<counts_looks> && sync<has_lock> && !sync<counts_pointers>);

// A reference is `sync` if a reference to it, which is the same, is `send`.
static_assert(sync<const int&> && !sync<int&> && !sync<const changed_while_const&>);

}  // namespace

TEST_CASE("the compiler decides sync") {
  SUCCEED("by the assertions above");
}
