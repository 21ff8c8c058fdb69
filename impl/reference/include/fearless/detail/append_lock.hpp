// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fearless::detail {

/// Appends a lock as Rust's `{:?}` prints it: its name, its data by `append_data()`, and whether it is poisoned.
template <class F>
void append_lock(std::string& text, std::string_view name, F append_data, bool poisoned) {
  text += name;
  text += " { data: ";
  append_data();
  text += poisoned ? ", poisoned: true, .. }" : ", poisoned: false, .. }";
}

}  // namespace fearless::detail
