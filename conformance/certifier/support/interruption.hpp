// SPDX-License-Identifier: MIT
#pragma once

#include "error.hpp"

namespace fearless::certifier {

/// Thrown out of whatever was under way when a signal asked this program to stop.
struct interrupted : user_error {
  interrupted();
};

/// From here on SIGINT, SIGTERM and SIGHUP make `run` and `stop_if_interrupted` throw, so that children are killed and
/// temporary folders removed on the way out. A second signal ends the program at once. A reader of our output who goes
/// away (SIGPIPE) does not stop us.
void stop_on_signals();

/// Errors: `interrupted` once a signal has come.
void stop_if_interrupted();

/// A file that becomes readable, for good, once a signal has come; negative before `stop_on_signals`.
int interruption_file();

}  // namespace fearless::certifier
