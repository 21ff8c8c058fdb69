// SPDX-License-Identifier: MIT
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <subject.hpp>
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
constexpr bool all_sent = (subject::send<Type> && ...);
template <class... Type>
constexpr bool any_sent = (subject::send<Type> || ...);

using rc = subject::rc<int>;
using arc = subject::arc<int>;

static_assert(!subject::send<rc> && !subject::sync<rc>);
static_assert(subject::send<arc> && subject::sync<arc>);

static_assert(!any_sent<member<rc>, member<member<rc>>, rc[2], subject::arc<rc>, subject::mutex<rc>,
                        subject::arc<subject::mutex<rc>>, subject::result<rc, int>, subject::result<int, rc>,
                        subject::sender<rc>, subject::receiver<rc>, subject::join_handle<rc>>);
static_assert(all_sent<member<arc>, member<member<arc>>, arc[2], subject::arc<arc>, subject::mutex<arc>,
                       subject::arc<subject::mutex<arc>>, subject::result<arc, int>, subject::result<int, arc>,
                       subject::sender<arc>, subject::receiver<arc>, subject::join_handle<arc>>);

static_assert(!any_sent<std::array<rc, 2>, std::map<int, rc>, std::optional<rc>, std::pair<int, rc>,
                        std::tuple<int, rc>, std::unique_ptr<rc>, std::variant<int, rc>, std::vector<rc>>);
static_assert(all_sent<std::array<arc, 2>, std::map<int, arc>, std::optional<arc>, std::pair<int, arc>,
                       std::tuple<int, arc>, std::unique_ptr<arc>, std::variant<int, arc>, std::vector<arc>>);
