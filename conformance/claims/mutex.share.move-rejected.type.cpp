// SPDX-License-Identifier: MIT
#include <concepts>
#include <subject.hpp>
#include <type_traits>

using mutex = subject::mutex<int>;

static_assert(std::is_move_constructible_v<mutex>);
static_assert(!std::is_copy_constructible_v<mutex> && !std::is_copy_assignable_v<mutex>);

template <class Mutex>
concept cloned = requires(const Mutex& named) { named.clone(); };

static_assert(!cloned<mutex>);
static_assert(subject::send<mutex>, "a mutex can be moved to another thread");
static_assert(subject::sync<mutex>, "several threads can have the same mutex");
static_assert(!subject::send<subject::mutex<int*>>, "what is in it goes along");
