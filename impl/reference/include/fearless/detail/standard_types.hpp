// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <barrier>
#include <bitset>
#include <chrono>
#include <compare>
#include <complex>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <expected>
#include <filesystem>
#include <forward_list>
#include <functional>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <stack>
#include <string>
#include <system_error>
#include <thread>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "fearless/detail/derivation.hpp"
#include "fearless/opt_in.hpp"

#ifndef __cpp_lib_expected
#error "Fearless needs std::expected: use g++ 12, clang 19, clang 16 with libc++, or newer."
#endif

/// What the library knows about the classes of the standard library, whose parts can't be seen.
///
/// A class that is not listed is neither `send` nor `sync`. Not listed are: classes that hide the type of their
/// contents
/// (`std::function`, `std::any`, `std::exception_ptr`, `std::future`, which may run a deferred function, and
/// `std::stop_source`, which runs registered callbacks); classes that share their contents with owners that can change
/// them (`std::shared_ptr`, even to `const`); iterators and other views; and classes with a user's allocator.
namespace fearless::detail {

// Classes without parts that could be shared.
template <class C, class Traits>
constexpr auto made_of<std::basic_string<C, Traits>> = parts<>{};
template <>
inline constexpr auto made_of<std::filesystem::path> = parts<>{};
template <std::size_t N>
constexpr auto made_of<std::bitset<N>> = parts<>{};
template <>
inline constexpr auto made_of<std::error_code> = parts<>{};  // its category lives as long as the program
template <>
inline constexpr auto made_of<std::error_condition> = parts<>{};
template <>
inline constexpr auto made_of<std::strong_ordering> = parts<>{};
template <>
inline constexpr auto made_of<std::weak_ordering> = parts<>{};
template <>
inline constexpr auto made_of<std::partial_ordering> = parts<>{};
template <>
inline constexpr auto made_of<std::thread> = parts<>{};
template <>
inline constexpr auto made_of<std::thread::id> = parts<>{};

// Classes that consist of their contents.
template <class Rep, class Period>
constexpr auto made_of<std::chrono::duration<Rep, Period>> = parts<Rep>{};
template <class Clock, class Duration>
constexpr auto made_of<std::chrono::time_point<Clock, Duration>> = parts<Duration>{};
template <class T>
constexpr auto made_of<std::complex<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::optional<T>> = parts<T>{};
template <class E>
constexpr auto made_of<std::unexpected<E>> = parts<E>{};
template <class T, class E>
constexpr auto made_of<std::expected<T, E>> = parts<T, E>{};
template <class A, class B>
constexpr auto made_of<std::pair<A, B>> = parts<A, B>{};
template <class... T>
constexpr auto made_of<std::tuple<T...>> = parts<T...>{};
template <class... T>
constexpr auto made_of<std::variant<T...>> = parts<T...>{};

// Containers with the standard allocator, which all threads share. Comparison and hash functions are parts of them.
template <class T, std::size_t N>
constexpr auto made_of<std::array<T, N>> = parts<T>{};
template <class T>
constexpr auto made_of<std::vector<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::deque<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::list<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::forward_list<T>> = parts<T>{};
template <class T, class Container>
constexpr auto made_of<std::stack<T, Container>> = parts<Container>{};
template <class T, class Container>
constexpr auto made_of<std::queue<T, Container>> = parts<Container>{};
template <class T, class Container, class Compare>
constexpr auto made_of<std::priority_queue<T, Container, Compare>> = parts<Container, Compare>{};
template <class K, class Compare>
constexpr auto made_of<std::set<K, Compare>> = parts<K, Compare>{};
template <class K, class Compare>
constexpr auto made_of<std::multiset<K, Compare>> = parts<K, Compare>{};
template <class K, class T, class Compare>
constexpr auto made_of<std::map<K, T, Compare>> = parts<K, T, Compare>{};
template <class K, class T, class Compare>
constexpr auto made_of<std::multimap<K, T, Compare>> = parts<K, T, Compare>{};
template <class K, class Hash, class Equal>
constexpr auto made_of<std::unordered_set<K, Hash, Equal>> = parts<K, Hash, Equal>{};
template <class K, class Hash, class Equal>
constexpr auto made_of<std::unordered_multiset<K, Hash, Equal>> = parts<K, Hash, Equal>{};
template <class K, class T, class Hash, class Equal>
constexpr auto made_of<std::unordered_map<K, T, Hash, Equal>> = parts<K, T, Hash, Equal>{};
template <class K, class T, class Hash, class Equal>
constexpr auto made_of<std::unordered_multimap<K, T, Hash, Equal>> = parts<K, T, Hash, Equal>{};

/// A function object without state. A user's specialisation of it may have state.
template <class T>
concept stateless = std::is_empty_v<T>;
template <class T>
  requires stateless<std::less<T>>
constexpr auto made_of<std::less<T>> = parts<>{};
template <class T>
  requires stateless<std::greater<T>>
constexpr auto made_of<std::greater<T>> = parts<>{};
template <class T>
  requires stateless<std::equal_to<T>>
constexpr auto made_of<std::equal_to<T>> = parts<>{};
template <class T>
  requires stateless<std::hash<T>>
constexpr auto made_of<std::hash<T>> = parts<>{};
template <class T>
  requires stateless<std::default_delete<T>>
constexpr auto made_of<std::default_delete<T>> = parts<>{};

/// Whether the type of an owning pointer to `T` determines the type of its object. It does not if the object may be of
/// a derived class, whose parts are unknown, or if `T` is void.
template <class T>
constexpr bool says_what_it_owns = !std::is_void_v<T> && (!std::is_polymorphic_v<T> || std::is_final_v<T>);

template <class T, class Deleter>
constexpr bool owns_by_plain_pointer =
    std::is_same_v<typename std::unique_ptr<T, Deleter>::pointer, std::remove_extent_t<T>*>;

template <class T, class Deleter>
constexpr bool known_send<std::unique_ptr<T, Deleter>> =
    is_send<T>() && is_send<Deleter>() && (says_what_it_owns<T> || unsafe_enable_send<std::remove_cv_t<T>>) &&
    owns_by_plain_pointer<T, Deleter>;
// A `const` unique_ptr lets its object be changed.
template <class T, class Deleter>
constexpr bool known_sync<std::unique_ptr<T, Deleter>> =
    std::is_const_v<T> && is_sync<T>() && is_sync<Deleter>() &&
    (says_what_it_owns<T> || unsafe_enable_sync<std::remove_cv_t<T>>) && owns_by_plain_pointer<T, Deleter>;

// Classes for use by several threads. An atomic moves its value between threads, as copies.
template <class T>
constexpr bool known_send<std::atomic<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<std::atomic<T>> = is_send<T>();
template <class T>
constexpr bool known_sync_when_mutable<std::atomic<T>> = is_send<T>();

template <class T>
constexpr bool is_synchroniser = false;
template <>
inline constexpr bool is_synchroniser<std::atomic_flag> = true;
template <>
inline constexpr bool is_synchroniser<std::mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::timed_mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::recursive_mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::recursive_timed_mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::shared_mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::shared_timed_mutex> = true;
template <>
inline constexpr bool is_synchroniser<std::condition_variable> = true;
template <>
inline constexpr bool is_synchroniser<std::condition_variable_any> = true;
template <>
inline constexpr bool is_synchroniser<std::once_flag> = true;
template <>
inline constexpr bool is_synchroniser<std::latch> = true;
template <>
inline constexpr bool is_synchroniser<std::barrier<>> = true;
template <std::ptrdiff_t Most>
constexpr bool is_synchroniser<std::counting_semaphore<Most>> = true;

template <class T>
  requires is_synchroniser<T>
constexpr bool known_send<T> = true;
template <class T>
  requires is_synchroniser<T>
constexpr bool known_sync<T> = true;
template <class T>
  requires is_synchroniser<T>
constexpr bool known_sync_when_mutable<T> = true;

}  // namespace fearless::detail
