// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be shareable, without action of its author, exactly if all its parts
//   are, at every depth. Types with hidden parts are exempt.
#include <array>
#include <atomic>
#include <map>
#include <native.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

struct cell {
  mutable int value;
};

// The same types with a part that is `sync` and with one that is not, at any depth.
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
  std::array<int, 2> size;
};

template <class Part>
constexpr bool all = native::sync<leaf<Part>> && native::sync<row<Part>> && native::sync<branch<Part>> &&
                     native::sync<tree<Part>> && native::sync<std::tuple<int, tree<Part>>>;
template <class Part>
constexpr bool any = native::sync<leaf<Part>> || native::sync<row<Part>> || native::sync<branch<Part>> ||
                     native::sync<tree<Part>> || native::sync<std::tuple<int, tree<Part>>>;

static_assert(all<int> && all<std::vector<std::string>> && all<leaf<leaf<int>>> && all<std::atomic<int>>);
static_assert(all<native::arc<int>> && all<native::mutex<int>> && all<native::mutex<cell>>);
static_assert(all<native::mutex_guard<int>>, "parts that are `sync` but not `send` must make a type `sync`");

static_assert(!any<cell> && !any<leaf<leaf<cell>>> && !any<int*> && !any<const int&>);
static_assert(!any<native::rc<int>> && !any<native::arc<cell>>);
static_assert(!any<native::receiver<int>>, "parts that are `send` but not `sync` must not make a type `sync`");
