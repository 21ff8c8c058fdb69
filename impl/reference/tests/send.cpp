// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <fearless/join_handle.hpp>
#include <fearless/send.hpp>
#include <functional>
#include <string_view>

namespace {

using fearless::send;

enum class colour : char { red };
struct parts {
  int number;
  std::string text;
  std::unique_ptr<int> owner;
};
struct deep {
  parts inner;
  std::vector<parts> many;
  int grid[2][3];
  parts pair[2];
};
struct bits {
  unsigned low : 3;
  unsigned high : 5;
};
struct with_pointer {
  int number;
  int* pointer;
};
struct with_reference {
  int& reference;
};
struct with_const_reference {
  const int& reference;
  std::unique_ptr<int> owner;
};
struct with_pointer_array {
  int number;
  char* names[4];
};
struct hides_it {
  deep good;
  std::vector<std::optional<with_pointer>> bad;
};
struct derived : parts {
  int more;
};
union either {
  int number;
  int* pointer;
};
struct holds_either {
  either one;
};
class opaque {
 public:
  opaque() {}
};
class vouched_for {
 public:
  explicit vouched_for(int) {}
};

}  // namespace

template <>
inline constexpr bool fearless::unsafe_enable_send<vouched_for> = true;

namespace {

struct holds_vouched_for {
  vouched_for part;
  std::string text;
};

// Types that own all their data are `send`.
static_assert(send<int> && send<double> && send<bool> && send<colour> && send<std::nullptr_t> && send<void (*)(int)>);
static_assert(send<std::string> && send<std::vector<std::string>> && send<std::array<int, 3>> && send<int[3]>);
static_assert(send<std::optional<int>> && send<std::pair<int, std::string>> && send<std::tuple<>> &&
              send<std::variant<int, std::string>>);
static_assert(send<std::unique_ptr<parts>> && send<std::map<int, std::string>> && send<std::chrono::nanoseconds>);
static_assert(send<fearless::join_handle<int>> && send<const int>);

// A type is `send` if its parts are, at every depth.
static_assert(send<parts> && send<deep> && send<bits> && send<vouched_for> && send<holds_vouched_for>);
static_assert(!send<with_pointer> && !send<with_reference> && !send<with_const_reference> &&
              !send<with_pointer_array> && !send<hides_it>);

// Types that refer to data of others are not `send`, nor are classes without an opt-in.
static_assert(!send<int*> && !send<const char*> && !send<int&> && !send<std::reference_wrapper<int>>);
static_assert(!send<std::string_view> && !send<std::span<int>> && !send<std::optional<std::string_view>>);
static_assert(!send<std::shared_ptr<int>> && !send<std::function<void()>> && !send<opaque> &&
              !send<std::vector<opaque>>);
static_assert(!send<derived>, "a base class hides parts from the derivation");
static_assert(!send<either> && !send<holds_either>, "the active member of a union is unknown");

// A type with a reference as a part is not `send`, even if the reference by itself is.
static_assert(send<const int&> && !send<std::pair<int, const int&>> && !send<std::tuple<const int&>>);
static_assert(!send<int&&> && !send<std::tuple<int&&>> && !send<opaque&> && !send<const opaque&>);
static_assert(!send<fearless::join_handle<int*>>);

}  // namespace

TEST_CASE("the compiler decides send") {
  SUCCEED("by the assertions above");
}
