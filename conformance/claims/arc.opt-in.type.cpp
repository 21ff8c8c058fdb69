// SPDX-License-Identifier: MIT
#include <concepts>
#include <functional>
#include <memory>
#include <native.hpp>
#include <utility>

static_assert(!native::send<int*> && !native::send<int&> && !native::send<std::reference_wrapper<int>>,
              "what a thread does not own is not shared with it");
static_assert(!native::send<std::shared_ptr<int>>, "an owner is shared with other threads where it says so");

static_assert(!std::same_as<native::rc<int>, native::arc<int>>);
static_assert(!native::send<native::rc<int>> && !native::sync<native::rc<int>>, "an rc does not pass for an arc");

static_assert(std::same_as<decltype(*std::declval<native::arc<int>&>()), const int&>,
              "what is shared is there to be looked at");
static_assert(std::same_as<decltype(std::declval<native::arc<int>&>().operator->()), const int*>);
