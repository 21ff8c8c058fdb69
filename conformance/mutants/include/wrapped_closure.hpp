// SPDX-License-Identifier: MIT
#pragma once

#include "mutant.hpp"

/// A closure around another one. Its call is `call` with the original; its drop drops the original.
inline fearless_closure wrap_closure(fearless_closure original,
                                     fearless_outcome (*call)(const fearless_closure& original,
                                                              fearless_value* result)) {
  struct wrapped_closure {
    fearless_closure original;
    fearless_outcome (*call)(const fearless_closure&, fearless_value*);
  };
  return {.env = new wrapped_closure{original, call},
          .call =
              [](void* env, fearless_value* result) {
                const auto& own = *static_cast<wrapped_closure*>(env);
                return own.call(own.original, result);
              },
          .drop =
              [](void* env) {
                auto* const own = static_cast<wrapped_closure*>(env);
                own->original.drop(own->original.env);
                delete own;
              }};
}

/// The handle of a thread that ends at once with this outcome.
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
