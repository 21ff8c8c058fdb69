// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace fearless::certifier {

/// What a user can mend: one line that says what is wrong, where, and what to do. `main` prints it and exits with 2.
struct user_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace fearless::certifier
