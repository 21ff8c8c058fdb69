// SPDX-License-Identifier: MIT
// Claim: The steps of several threads shall be able to interleave in every way that keeps each thread’s own order, and
//   in no other, with no step missing or repeated.
// Aspect: However the steps interleave, each thread takes all of its own steps once and in order.
#include <string>
#include <string_view>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/journal.hpp"

namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz", capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                           digits = "0123456789";

/// The steps of one thread.
std::string only(std::string_view own, std::string steps) {
  std::erase_if(steps, [own](char step) { return !own.contains(step); });
  return steps;
}

}  // namespace

CLAIM("threads.interleaving") {
  const testing::journal taken;
  const auto take_steps = [taken](std::string_view own) {
    return [=] {
      for (const char step : own) taken.note(step);
    };
  };

  auto one = bindings::spawn(take_steps(letters));
  auto two = bindings::spawn(take_steps(capitals));
  auto three = bindings::spawn(take_steps(digits));
  one.join();
  two.join();
  three.join();

  CHECK(only(letters, taken.text()) == letters);
  CHECK(only(capitals, taken.text()) == capitals);
  CHECK(only(digits, taken.text()) == digits);
  CHECK(taken.text().size() == letters.size() + capitals.size() + digits.size());
}
