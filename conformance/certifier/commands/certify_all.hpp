// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "certify_command.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// `fearless certify --all`: judges each implementation of the build tree as `certify` does, prints a few lines for
/// each, lists those that are not built, and writes the pages. Uses the options `profile`, `jobs`, `fresh` and `search`
/// only. Returns the exit code: 0 if each was judged, conforming or not; 2 if one could not be judged. Errors:
/// `user_error` if there is no implementation, or if the suite is missing.
int certify_all(const paths& places, const certify_options& options);

/// `fearless certify NAME NAME…`: the same for these implementations of the build tree. Errors: also `user_error` if
/// the tree has none of that name, or one is named twice.
int certify_several(const paths& places, const certify_options& options, const std::vector<std::string>& names);

}  // namespace fearless::certifier
