// SPDX-License-Identifier: MIT
#include <any>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fearless/send.hpp>
#include <functional>
#include <future>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <memory_resource>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

using fearless::send;
using fearless::sync;

struct hashed_key {
  int number;
  bool operator==(const hashed_key&) const = default;
};
struct closes {
  void operator()(int* file) const;
};
struct closes_and_tells {
  int* told;
  void operator()(int* file) const;
};
struct by_handle {
  using pointer = std::shared_ptr<int>;
  void operator()(const pointer&) const;
};
struct by_length {
  bool operator()(const std::string& left, const std::string& right) const { return left.size() < right.size(); }
};
struct by_table {
  const int* table;
  bool operator()(int left, int right) const { return table[left] < table[right]; }
};
struct base_with_virtual {
  virtual ~base_with_virtual() = default;
};
struct last_derived final : base_with_virtual {};
template <class T>
struct own_allocator : std::allocator<T> {};

}  // namespace

/// A hash with state, which a container of keys then contains.
template <>
struct std::hash<hashed_key> {
  const int* seed;
  std::size_t operator()(const hashed_key& hashed) const;
};
template <>
inline constexpr bool fearless::unsafe_enable_send<last_derived> = true;

namespace {

// Comparison functions, hashes and deleters are parts.
static_assert(send<std::map<std::string, int, by_length>> && !send<std::map<int, int, by_table>>);
static_assert(send<std::unordered_set<int>> && !send<std::unordered_set<hashed_key>>);
static_assert(send<std::unique_ptr<int, closes>> && send<std::unique_ptr<int, void (*)(int*)>>);
static_assert(!send<std::unique_ptr<int, closes_and_tells>> && !send<std::unique_ptr<int, by_handle>>);

// An owner whose type does not determine its contents is not `send`.
static_assert(!send<std::unique_ptr<void, void (*)(void*)>> && !send<std::unique_ptr<base_with_virtual>>);
static_assert(send<std::unique_ptr<last_derived>> && !send<std::function<void()>> && !send<std::any>);
static_assert(!send<std::future<int>> && !send<std::shared_future<int>> && !send<std::exception_ptr>);
static_assert(!send<std::shared_ptr<int>> && !send<std::shared_ptr<const int>> && !send<std::weak_ptr<const int>>);

// Memory resources that others allocate from too, and threads that may run others' functions.
static_assert(!send<std::pmr::vector<int>> && !send<std::pmr::string> && !send<std::vector<int, own_allocator<int>>>);
static_assert(!send<std::stop_token> && !send<std::stop_source> && !send<std::jthread> && send<std::thread>);

// Views and iterators.
static_assert(!send<std::initializer_list<int>> && !send<std::vector<bool>::reference>);
static_assert(!send<std::vector<int>::iterator> && !send<std::map<int, int>::const_iterator>);
static_assert(!send<std::back_insert_iterator<std::vector<int>>> && !send<std::reverse_iterator<int*>>);
static_assert(!send<std::FILE> && !send<std::atomic_ref<int>> && !send<std::atomic<int*>>);

}  // namespace

TEST_CASE("types of the standard library are send and sync if their contents are") {
  SUCCEED("by the assertions above");
}
