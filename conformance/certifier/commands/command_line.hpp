// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace fearless::certifier {

/// Makes the help of an application and of the commands added to it from here on fit a screen and read well.
void make_readable(CLI::App& app);

/// Says in one line what is wrong with a command line that `app` could not parse, and what is near to it.
std::string explain(const CLI::App& app, const CLI::ParseError& wrong);

}  // namespace fearless::certifier
