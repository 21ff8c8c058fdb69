// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fearless::certifier {

/// A path to the program that runs another one in a box, see box/box.cpp, for this process and its children until they
/// execute another program. Errors: `user_error` if the kernel permits no programs that are in no folder.
std::string box_program_file();

}  // namespace fearless::certifier
