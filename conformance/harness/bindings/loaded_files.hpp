// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace bindings {

/// Notes the files that are loaded now: they are the test program's own. Requires that the implementation is not
/// loaded.
void note_own_files();

/// Reports by an event, `mapped`, which files the loader has added to these, unless it has loaded none since the last
/// report. An implementation may load some late, by dlopen.
void report_loaded_files();

/// Addresses, without the last one.
struct code_range {
  std::uintptr_t begin, end;
};

/// Where the code is of the files that are loaded now and are not the test program's own.
std::vector<code_range> code_of_implementation();

}  // namespace bindings
