// SPDX-License-Identifier: MIT
// Mutant: a mutex contains a bytewise copy of its value, and the original is dropped.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.run
#include "mutant.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.mutexes.create = [](fearless_value value) {
    auto* const made = reference.mutexes.create(shallow_copy(value));
    value.drop(value.data);
    return made;
  };
}
