// SPDX-License-Identifier: MIT
// Claim: An Rc and its weak owner shall not be sendable, whatever the type of the value; an Arc of a number is.
#include <native.hpp>
#include <optional>
#include <string>

static_assert(!native::send<native::rc<int>>, "two threads could change the count");
static_assert(!native::send<native::rc<std::string>> && !native::send<const native::rc<int>>);
static_assert(!native::send<native::rc_weak<int>>, "a weak owner changes a count too");
static_assert(!native::send<const native::rc<int>&>, "a clone through a reference changes the count too");
static_assert(!native::send<native::rc<native::arc<int>>>, "the count makes an Rc not sendable, whatever its value is");
static_assert(!native::send<std::optional<native::rc<int>>>);

static_assert(native::send<native::arc<int>>, "the count of an Arc is atomic");
