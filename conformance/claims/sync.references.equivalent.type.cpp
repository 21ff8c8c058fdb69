// SPDX-License-Identifier: MIT
// Claim: A type shall be shareable exactly if a shared reference to a value of it is sendable.
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <native.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct point {
  int x;
  int y;
};
struct cell {
  mutable int value;
};
struct borrower {
  const int& value;
};
class stranger {
 public:
  stranger() {}
};

/// Whether `Type` is `sync`, and a shared reference to it `send`, as expected.
template <bool Expected, class... Type>
constexpr bool are_sync = ((native::sync<Type> == Expected && native::send<const Type&> == Expected) && ...);

static_assert(are_sync<true, bool, char, int, double, point, int[3], void (*)(), const int, const int&>);
static_assert(are_sync<true, std::string, std::vector<int>, std::map<int, std::string>, std::pair<int, point>>);
static_assert(are_sync<true, std::atomic<int>, std::unique_ptr<const int>, native::arc<int>, native::mutex<int>>);
static_assert(are_sync<true, native::mutex<cell>, native::mutex_guard<int>, native::sender<int>>);

static_assert(are_sync<false, cell, std::vector<cell>, std::array<cell, 2>, const cell, const cell&, stranger>);
static_assert(are_sync<false, int*, const int*, int&, std::string_view, std::reference_wrapper<int>, borrower>);
static_assert(are_sync<false, native::rc<int>, native::rc<int>[2], native::receiver<int>, native::arc<cell>>);
static_assert(are_sync<false, std::function<void()>, std::unique_ptr<int>, std::shared_ptr<int>>);

static_assert(!native::send<int&> && !native::send<native::mutex<int>&>,
              "other code may change the target of the reference");
