// SPDX-License-Identifier: MIT
#include <native.hpp>
#include <optional>
#include <string>

static_assert(!native::send<native::rc<int>>, "both threads might update the count");
static_assert(!native::send<native::rc<std::string>> && !native::send<const native::rc<int>>);
static_assert(!native::send<native::rc_weak<int>>, "a weak owner updates a count too");
static_assert(!native::send<const native::rc<int>&>, "to clone it through a reference updates the count too");
static_assert(!native::send<native::rc<native::arc<int>>>, "it is the count, and not what is counted");
static_assert(!native::send<std::optional<native::rc<int>>>);

static_assert(native::send<native::arc<int>>, "whose count is made for that");
