// SPDX-License-Identifier: MIT
#include <concepts>
#include <string>
#include <subject.hpp>

static_assert(std::same_as<decltype(subject::spawn([] {})), subject::join_handle<void>>);
static_assert(std::same_as<decltype(subject::spawn([] { return 42; })), subject::join_handle<int>>);
static_assert(std::same_as<decltype(subject::spawn([](std::string mine) { return mine; }, std::string())),
                           subject::join_handle<std::string>>);
