// SPDX-License-Identifier: MIT
// Claim: Nothing shall be shared between threads, or atomic, unless the program requests it. In particular, unordered
//   writes of a plain integer are a data race, also in an Arc, and an Arc gives read access only.
#include <concepts>
#include <functional>
#include <memory>
#include <native.hpp>
#include <utility>

static_assert(!native::send<int*> && !native::send<int&> && !native::send<std::reference_wrapper<int>>,
              "borrowed values must not be shared with a thread");
static_assert(!native::send<std::shared_ptr<int>>, "only an Arc may be shared with other threads");

static_assert(!std::same_as<native::rc<int>, native::arc<int>>);
static_assert(!native::send<native::rc<int>> && !native::sync<native::rc<int>>, "an Rc must not count as an Arc");

static_assert(std::same_as<decltype(*std::declval<native::arc<int>&>()), const int&>, "shared values must be readable");
static_assert(std::same_as<decltype(std::declval<native::arc<int>&>().operator->()), const int*>);
