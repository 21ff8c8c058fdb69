// SPDX-License-Identifier: MIT
// Claim: spawn shall return a join handle for the thread that it started.
#include <concepts>
#include <native.hpp>
#include <string>

static_assert(std::same_as<decltype(native::spawn([] {})), native::join_handle<void>>);
static_assert(std::same_as<decltype(native::spawn([] { return 42; })), native::join_handle<int>>);
static_assert(std::same_as<decltype(native::spawn([](std::string mine) { return mine; }, std::string())),
                           native::join_handle<std::string>>);
