// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
// Aspect: Several mutexes each have their own value and their own lock.
#include "bindings/mutex.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "testing/claim.hpp"

CLAIM("mutex.new") {
  const std::vector<std::string> values = {"", "one", "a text that is too long to be kept in the string itself"};

  std::vector<bindings::mutex<std::string>> all;
  for (const auto& value : values) all.emplace_back(value);
  std::vector<bindings::locked<std::string>> held;
  for (const auto& each : all) held.push_back(each.try_lock());

  for (std::size_t i = 0; i < values.size(); ++i) CHECK(held[i] == values[i]);
}
