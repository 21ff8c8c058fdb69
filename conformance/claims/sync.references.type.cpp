// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <subject.hpp>
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

/// Whether `Type` is `sync`, and a shared reference to it `send`, as is to be expected.
template <bool Expected, class... Type>
constexpr bool are_sync = ((subject::sync<Type> == Expected && subject::send<const Type&> == Expected) && ...);

static_assert(are_sync<true, bool, char, int, double, point, int[3], void (*)(), const int, const int&>);
static_assert(are_sync<true, std::string, std::vector<int>, std::map<int, std::string>, std::pair<int, point>>);
static_assert(are_sync<true, std::atomic<int>, std::unique_ptr<const int>, subject::arc<int>, subject::mutex<int>>);
static_assert(are_sync<true, subject::mutex<cell>, subject::mutex_guard<int>, subject::sender<int>>);

static_assert(are_sync<false, cell, std::vector<cell>, std::array<cell, 2>, const cell, const cell&, stranger>);
static_assert(are_sync<false, int*, const int*, int&, std::string_view, std::reference_wrapper<int>, borrower>);
static_assert(are_sync<false, subject::rc<int>, subject::rc<int>[2], subject::receiver<int>, subject::arc<cell>>);
static_assert(are_sync<false, std::function<void()>, std::unique_ptr<int>, std::shared_ptr<int>>);

static_assert(!subject::send<int&> && !subject::send<subject::mutex<int>&>, "others may change what it refers to");
