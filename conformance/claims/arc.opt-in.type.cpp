// SPDX-License-Identifier: MIT
#include <concepts>
#include <functional>
#include <memory>
#include <subject.hpp>
#include <utility>

static_assert(!subject::send<int*> && !subject::send<int&> && !subject::send<std::reference_wrapper<int>>,
              "what a thread does not own is not shared with it");
static_assert(!subject::send<std::shared_ptr<int>>, "an owner is shared with other threads where it says so");

static_assert(!std::same_as<subject::rc<int>, subject::arc<int>>);
static_assert(!subject::send<subject::rc<int>> && !subject::sync<subject::rc<int>>, "an rc does not pass for an arc");

static_assert(std::same_as<decltype(*std::declval<subject::arc<int>&>()), const int&>,
              "what is shared is there to be looked at");
static_assert(std::same_as<decltype(std::declval<subject::arc<int>&>().operator->()), const int*>);
