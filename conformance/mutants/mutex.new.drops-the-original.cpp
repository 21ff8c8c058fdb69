// SPDX-License-Identifier: MIT
// Mutant: a mutex is made around a second value of the same bytes, and the one that was given is dropped.
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
