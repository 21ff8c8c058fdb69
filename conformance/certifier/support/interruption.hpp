// SPDX-License-Identifier: MIT
#pragma once

#include "error.hpp"

namespace fearless::certifier {

/// Thrown after a signal asked this program to stop.
struct interrupted : user_error {
  interrupted();
};

/// From now on SIGINT, SIGTERM and SIGHUP make `run` and `stop_if_interrupted` throw, so that children are killed and
/// temporary folders removed. A second signal ends the program at once. SIGPIPE is ignored: the results matter more
/// than the output.
void stop_on_signals();

/// Errors: `interrupted` after a signal.
void stop_if_interrupted();

/// A file that becomes and stays readable after a signal; negative before `stop_on_signals`.
int interruption_file();

}  // namespace fearless::certifier
