// SPDX-License-Identifier: MIT
// Executes the litmus tests of the page on weak memory by an instrumented library, under the strategies that let loads
// read older values.
#include <dlfcn.h>

#include <array>
#include <catch2/catch.hpp>

#include "litmus_page.hpp"
#include "litmus_threads.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/interception/interception.hpp"
#include "scheduling/processor.hpp"
#include "system/unseen.hpp"

namespace {

/// Loads the library, as the suite loads an implementation. Returns its function.
decltype(&execute_litmus) load() {
  scheduling::note_host(static_cast<unsigned>(unseen::threads_of_process()) - 1);
  void* const library = ::dlopen(LITMUS_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  REQUIRE(library != nullptr);
  REQUIRE(scheduling::intercept().atomics > 0);
  scheduling::model_memory();
  scheduling::processor::keep_to_one();
  return reinterpret_cast<decltype(&execute_litmus)>(::dlsym(library, "execute_litmus"));
}

}  // namespace

TEST_CASE("2,000 executions show all values that the model allows, and no other ones") {
  const auto execute = load();
  REQUIRE(execute != nullptr);
  std::array strategies{scheduling::find_strategy("weak-1"), scheduling::find_strategy("weak-2"),
                        scheduling::find_strategy("pct-2-weak-1")};
  const auto tests = litmus::tests_of_page();
  CHECK(tests.size() >= 60);
  for (const auto& test : tests) {
    std::set<std::string> seen;
    for (const auto* how : strategies) how->get().begin_search();
    constexpr std::uint64_t executions = 2000;
    for (std::uint64_t number = 0; number < executions; ++number) {
      std::vector<std::string> read;
      {
        const scheduling::execution under_control(*strategies.at(number % strategies.size()), number);
        execute(test, read);
      }
      REQUIRE(scheduling::last_execution().is_controlled);
      seen.insert(litmus::outcome_of(read));
    }
    // The compiler's instrumentation does not say that a compare-exchange is weak.
    std::set<std::string> expected = test.outcomes;
    std::erase_if(expected, [](const std::string& each) { return each.contains('!'); });
    INFO(test.name);
    CHECK(seen == expected);
  }
}
