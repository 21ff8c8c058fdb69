// SPDX-License-Identifier: MIT
// Claim: Dereferencing a guard shall give a reference to the data itself, at its place in the mutex, and not to a copy.
#include <concepts>
#include <native.hpp>
#include <string>
#include <utility>

template <class T>
using dereferenced = decltype(*std::declval<native::mutex_guard<T>&>());
template <class T>
using pointed_at = decltype(std::declval<native::mutex_guard<T>&>().operator->());

static_assert(std::same_as<dereferenced<int>, int&>);
static_assert(std::same_as<dereferenced<std::string>, std::string&>);
static_assert(std::same_as<pointed_at<int>, int*>);
static_assert(std::same_as<pointed_at<std::string>, std::string*>);
