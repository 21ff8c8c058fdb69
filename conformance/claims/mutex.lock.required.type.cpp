// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
#include <concepts>
#include <native.hpp>
#include <type_traits>
#include <utility>

using mutex = native::mutex<int>;

template <class Mutex>
concept shows_its_data = requires(Mutex& shared) { *shared; } || requires(Mutex& shared) { shared.operator->(); } ||
                         requires(Mutex& shared) { shared.get(); } || requires(Mutex& shared) { shared.data; } ||
                         requires(Mutex& shared) { shared.value; };

static_assert(!shows_its_data<mutex> && !shows_its_data<const mutex>);
static_assert(!std::is_convertible_v<mutex&, int> && !std::is_constructible_v<int, mutex&>);
static_assert(!std::is_convertible_v<mutex&, int&> && !std::is_constructible_v<int&, mutex&>);

template <class Mutex>
concept opened_without_locking =
    requires(Mutex& shared) { shared.get_mut(); } || requires(Mutex& shared) { shared.into_inner(); };

static_assert(!opened_without_locking<const mutex>, "a shared mutex must be const for each thread");
static_assert(std::is_const_v<std::remove_reference_t<decltype(*std::declval<native::arc<mutex>&>())>>);
