// SPDX-License-Identifier: MIT
// Mutant: the result of a thread is lost.
// Breaks: send.transfer.arrives
// Verdict: FAIL
// Case: send.transfer.arrives.run
#include "mutant.hpp"

MUTANT(port) {
  port.threads.join = [](auto* handle, auto* result) {
    const auto outcome = reference.threads.join(handle, result);
    if (result->drop != nullptr) result->drop(result->data);
    *result = {};
    return outcome;
  };
}
