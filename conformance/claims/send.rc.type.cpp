// SPDX-License-Identifier: MIT
#include <optional>
#include <string>
#include <subject.hpp>

static_assert(!subject::send<subject::rc<int>>, "both threads might update the count");
static_assert(!subject::send<subject::rc<std::string>> && !subject::send<const subject::rc<int>>);
static_assert(!subject::send<subject::rc_weak<int>>, "a weak owner updates a count too");
static_assert(!subject::send<const subject::rc<int>&>, "to clone it through a reference updates the count too");
static_assert(!subject::send<subject::rc<subject::arc<int>>>, "it is the count, and not what is counted");
static_assert(!subject::send<std::optional<subject::rc<int>>>);

static_assert(subject::send<subject::arc<int>>, "whose count is made for that");
