// SPDX-License-Identifier: MIT
#pragma once

#include "certify_command.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// `fearless certify --all`: judges each implementation of the build tree as `certify` does, tells in a few lines what
/// came of it and which ones are not built, and makes the pages. Of the options only `profile`, `jobs`, `fresh` and
/// `search` count. Returns the exit code: 0 where each was judged, conforming or not; 2 where one could not be told.
/// Errors: `user_error` where there is none, and where the suite can't be used.
int certify_all(const paths& places, const certify_options& options);

}  // namespace fearless::certifier
