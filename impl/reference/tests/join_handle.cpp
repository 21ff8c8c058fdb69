// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/join_handle.hpp>
#include <fearless/spawn.hpp>
#include <type_traits>

namespace {

using handle = fearless::join_handle<int>;
static_assert(std::is_nothrow_move_constructible_v<handle> && std::is_nothrow_move_assignable_v<handle>);
static_assert(!std::is_copy_constructible_v<handle> && !std::is_copy_assignable_v<handle>);
static_assert(fearless::send<handle>);
template <class Handle>
concept joined_while_kept = requires(Handle& named) { named.join(); };
static_assert(!joined_while_kept<handle>, "only a handle that is moved can be joined");

std::atomic<bool> released = false;

}  // namespace

TEST_CASE("a handle can be joined by another thread") {
  auto first = fearless::spawn([] { return 3; });
  auto second = fearless::spawn([](handle other) { return std::move(other).join().unwrap() + 1; }, std::move(first));

  const int joined = std::move(second).join().unwrap();

  CHECK(joined == 4);
}

TEST_CASE("is_finished is true once join does not wait") {
  released = false;
  auto running = fearless::spawn([] { released.wait(false); });

  CHECK_FALSE(running.is_finished());
  released = true;
  released.notify_all();
  while (!running.is_finished()) std::this_thread::yield();
  std::move(running).join().unwrap();
}

TEST_CASE("a handle that is assigned to lets its thread run") {
  auto one = fearless::spawn([] { return 1; });
  one = fearless::spawn([] { return 2; });

  const int joined = std::move(one).join().unwrap();

  CHECK(joined == 2);
}

TEST_CASE("a detached thread runs on") {
  static std::atomic<bool> ran = false;

  fearless::spawn([] {
    ran = true;
    ran.notify_all();
  }).detach();

  ran.wait(false);
  CHECK(ran);
}

TEST_CASE("joining a consumed handle panics if the compiler did not reject it") {
  auto handle = fearless::spawn([] { return 1; });
  auto& behind_a_name = handle;
  static_cast<void>(std::move(behind_a_name).join());

  // NOLINTNEXTLINE(bugprone-use-after-move): the mistake under test
  const auto again = fearless::catch_panic([&] { static_cast<void>(std::move(behind_a_name).join()); });

  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().message() == "join of a handle that was joined, detached or moved from");
}
