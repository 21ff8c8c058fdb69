// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
#include <array>
#include <map>
#include <memory>
#include <native.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

template <class Owner>
struct member {
  std::string label;
  Owner shared;
};

template <class... Type>
constexpr bool all_sent = (native::send<Type> && ...);
template <class... Type>
constexpr bool any_sent = (native::send<Type> || ...);

using rc = native::rc<int>;
using arc = native::arc<int>;

static_assert(!native::send<rc> && !native::sync<rc>);
static_assert(native::send<arc> && native::sync<arc>);

static_assert(!any_sent<member<rc>, member<member<rc>>, rc[2], native::arc<rc>, native::mutex<rc>,
                        native::arc<native::mutex<rc>>, native::result<rc, int>, native::result<int, rc>,
                        native::sender<rc>, native::receiver<rc>, native::join_handle<rc>>);
static_assert(all_sent<member<arc>, member<member<arc>>, arc[2], native::arc<arc>, native::mutex<arc>,
                       native::arc<native::mutex<arc>>, native::result<arc, int>, native::result<int, arc>,
                       native::sender<arc>, native::receiver<arc>, native::join_handle<arc>>);

static_assert(!any_sent<std::array<rc, 2>, std::map<int, rc>, std::optional<rc>, std::pair<int, rc>,
                        std::tuple<int, rc>, std::unique_ptr<rc>, std::variant<int, rc>, std::vector<rc>>);
static_assert(all_sent<std::array<arc, 2>, std::map<int, arc>, std::optional<arc>, std::pair<int, arc>,
                       std::tuple<int, arc>, std::unique_ptr<arc>, std::variant<int, arc>, std::vector<arc>>);
