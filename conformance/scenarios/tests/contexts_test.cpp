// SPDX-License-Identifier: MIT
#include "scenarios/contexts.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "scenarios/each_group_alone.hpp"

namespace scenarios {

TEST_CASE("every operation on an object or a thread is in each context") {
  // What only ends a list, or is about many objects at once, is a scenario of its own.
  const std::set<action> elsewhere{action::crowd, action::disperse,    action::join_unwrap, action::chain,
                                   action::many,  action::meet,        action::interrupt,   action::caught,
                                   action::body,  action::environment, action::use};
  for (const named_scenario& each : every_operation_in_each_context()) {
    std::set<action> found;
    scenario what = each.what;
    const auto note = [&](const std::vector<step>& list) {
      for (const step& one : list) found.insert(one.does);
    };
    for_each_list(what.setup, note);
    for_each_list(what.main, note);
    for (int does = 0; does <= static_cast<int>(action::use); ++does) {
      const auto one = static_cast<action>(does);
      INFO(each.name << ": " << does);
      CHECK((elsewhere.contains(one) || found.contains(one)));
    }
  }
}

TEST_CASE("a scenario for the memory of one group has no objects of another, except for threads") {
  const std::string_view channel = "sr", arc = "aw";
  for (const named_scenario& each : each_group_alone()) {
    std::set<char> found;
    scenario what = each.what;
    const auto note = [&](const std::vector<step>& list) {
      for (const step& one : list) {
        const char letter = static_cast<char>(one.on.of);
        if (!one.on.is_some() || one.on.of == kind::thread) continue;
        found.insert(channel.contains(letter) ? 's' : arc.contains(letter) ? 'a' : letter);
      }
    };
    for_each_list(what.setup, note);
    for_each_list(what.main, note);
    INFO(each.name);
    CHECK(found.size() <= 1);
  }
}

TEST_CASE("each context has another name") {
  std::set<std::string> names;
  for (const named_scenario& each : each_group_alone()) CHECK(names.insert(each.name).second);
  for (const named_scenario& each : every_operation_in_each_context()) CHECK(names.insert(each.name).second);
  for (const named_scenario& each : objects_that_outlive_each_context()) CHECK(names.insert(each.name).second);
}

TEST_CASE("what is made in a context is used afterwards") {
  for (const named_scenario& each : objects_that_outlive_each_context()) {
    INFO(each.name);
    const auto text = text_of(each.what);
    CHECK(text.find("rc c9 v43") != std::string::npos);
    CHECK(text.find("\n  read c9") != std::string::npos);
  }
}

}  // namespace scenarios
