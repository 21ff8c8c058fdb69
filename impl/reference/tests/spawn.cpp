// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/spawn.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

int doubled(int value) {
  return 2 * value;
}

}  // namespace

TEST_CASE("spawn runs the body with its values on another thread") {
  auto handle = fearless::spawn(
      [](std::vector<int> values, int extra) { return values.size() + static_cast<std::size_t>(extra); },
      std::vector{1, 2, 3}, 4);

  const auto joined = std::move(handle).join().unwrap();
  CHECK(joined == 7);
  CHECK(fearless::spawn([] { return std::hash<std::thread::id>{}(std::this_thread::get_id()); }).join().unwrap() !=
        std::hash<std::thread::id>{}(std::this_thread::get_id()));
}

TEST_CASE("spawn takes a function as its body") {
  CHECK(fearless::spawn(doubled, 21).join().unwrap() == 42);
}

TEST_CASE("spawn takes move-only values, and join returns one") {
  auto handle = fearless::spawn([](std::unique_ptr<int> owned) { return owned; }, std::make_unique<int>(5));

  const auto joined = std::move(handle).join().unwrap();
  CHECK(*joined == 5);
}

TEST_CASE("the body's values are moved, not copied") {
  auto text = std::make_unique<std::string>("here");
  const auto* const place = text.get();

  CHECK(fearless::spawn([](std::unique_ptr<std::string> owned) { return owned; }, std::move(text))
            .join()
            .unwrap()
            .get() == place);
}

TEST_CASE("the payload of a panic reaches the joining thread") {
  auto result = fearless::spawn([] { fearless::panic(42); }).join();

  REQUIRE_FALSE(result.has_value());
  CHECK(*result.error().get<int>() == 42);
}

TEST_CASE("an exception of any kind is a panic") {
  auto result = fearless::spawn([] { throw std::runtime_error("broken"); }).join();

  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().message() == "broken");
}

TEST_CASE("threads can spawn threads, many levels deep") {
  struct nest {
    static int below(int depth) { return depth == 0 ? 0 : 1 + fearless::spawn(below, depth - 1).join().unwrap(); }
  };

  CHECK(nest::below(20) == 20);
}

TEST_CASE("a thread may outlive the thread that spawned it") {
  auto outer = fearless::spawn([] { return fearless::spawn([] { return 9; }); });

  const int joined = std::move(outer).join().unwrap().join().unwrap();
  CHECK(joined == 9);
}

namespace {

/// Counts its drops in a counter that outlives the threads.
struct counted {
  explicit counted(std::atomic<int>& counter) : drops(&counter) {}
  counted(counted&& other) noexcept : drops(std::exchange(other.drops, nullptr)) {}
  counted& operator=(counted&&) = delete;
  ~counted() {
    if (drops != nullptr) ++*drops;
  }
  std::atomic<int>* drops;
};

}  // namespace

template <>
inline constexpr bool fearless::unsafe_enable_send<counted> = true;

TEST_CASE("the environment is destroyed once, before the join returns, after a panic too") {
  std::atomic<int> drops = 0;

  static_cast<void>(fearless::spawn([](const counted&) {}, counted(drops)).join());
  CHECK(drops == 1);

  static_cast<void>(fearless::spawn([](const counted&) { fearless::panic("cut short"); }, counted(drops)).join());
  CHECK(drops == 2);
}
