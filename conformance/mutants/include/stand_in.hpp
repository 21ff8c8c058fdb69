// SPDX-License-Identifier: MIT
#pragma once

#include "mutant.hpp"

/// A closure that stands in for another one: to call it is to call `call` with the original, to drop it is to drop the
/// original.
inline fearless_closure instead_of(fearless_closure original,
                                   fearless_outcome (*call)(const fearless_closure& original, fearless_value* result)) {
  struct stand_in {
    fearless_closure original;
    fearless_outcome (*call)(const fearless_closure&, fearless_value*);
  };
  return {.env = new stand_in{original, call},
          .call =
              [](void* env, fearless_value* result) {
                const auto& own = *static_cast<stand_in*>(env);
                return own.call(own.original, result);
              },
          .drop =
              [](void* env) {
                auto* const own = static_cast<stand_in*>(env);
                own->original.drop(own->original.env);
                delete own;
              }};
}

/// The handle of a thread that does nothing but end like this.
inline fearless_thread* thread_that_ends(fearless_outcome outcome, fearless_value value) {
  struct ending {
    fearless_outcome outcome;
    fearless_value value;
  };
  return reference.threads.spawn({.env = new ending{outcome, value},
                                  .call =
                                      [](void* env, fearless_value* result) {
                                        const auto& own = *static_cast<ending*>(env);
                                        *result = own.value;
                                        return own.outcome;
                                      },
                                  .drop = [](void* env) { delete static_cast<ending*>(env); }});
}
