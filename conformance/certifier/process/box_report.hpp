// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>

#include "file_descriptor.hpp"

namespace fearless::certifier {

/// What a box reports, see box/box.cpp.
struct box_report {
  pid_t program = 0;  ///< its number in the box; 0 until it was started
  file_descriptor folder, proc;
  std::string failure{};  ///< why it was not started; empty: so far nothing failed
};

/// Adds what has arrived since to the report. Does not block.
void read_report(const file_descriptor& socket, box_report& into);

/// The path by which this process reaches an open folder.
std::string path_of(const file_descriptor& folder);

}  // namespace fearless::certifier
