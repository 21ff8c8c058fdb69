// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be sendable, without action of its author, exactly if all its parts are,
//   at every depth. Types with hidden parts are exempt.
#include <array>
#include <map>
#include <memory>
#include <native.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// The same types with a part that is `send` and with one that is not, at any depth.
template <class Part>
struct leaf {
  std::string name;
  Part part;
};
template <class Part>
struct row {
  leaf<Part> leaves[2];
  double weight;
};
template <class Part>
struct branch {
  std::vector<row<Part>> rows;
  std::optional<int> number;
};
template <class Part>
struct tree {
  std::map<int, std::pair<std::string, std::variant<int, branch<Part>>>> branches;
  std::unique_ptr<int> owned;
};
template <class Part>
struct forest {
  int size;
  std::unique_ptr<std::array<tree<Part>, 2>> trees;
};

template <class Part>
constexpr bool all = native::send<leaf<Part>> && native::send<row<Part>> && native::send<branch<Part>> &&
                     native::send<tree<Part>> && native::send<forest<Part>> &&
                     native::send<std::tuple<int, forest<Part>>> && native::send<native::mutex<forest<Part>>>;
template <class Part>
constexpr bool any = native::send<leaf<Part>> || native::send<row<Part>> || native::send<branch<Part>> ||
                     native::send<tree<Part>> || native::send<forest<Part>> ||
                     native::send<std::tuple<int, forest<Part>>> || native::send<native::mutex<forest<Part>>>;

static_assert(all<int> && all<std::vector<std::string>> && all<std::unique_ptr<int>> && all<native::arc<int>>);
static_assert(all<native::receiver<int>> && all<leaf<leaf<int>>> && all<void (*)()>);

static_assert(!any<int*> && !any<const char*> && !any<const int&> && !any<std::string_view>);
static_assert(!any<native::rc<int>> && !any<native::mutex_guard<int>> && !any<leaf<leaf<int*>>> && !any<int* [2]>);

// The place of a part and the number of parts make no difference.
struct many {
  bool a;
  char b;
  short c;
  unsigned low : 3;
  unsigned high : 5;
  std::string text;
  int grid[2][3];
};
struct many_and_a_pointer {
  bool a;
  char b;
  short c;
  unsigned low : 3;
  unsigned high : 5;
  std::string text;
  int* grid[2][3];
};
struct none {};
static_assert(native::send<many> && native::send<none> && !native::send<many_and_a_pointer>);
