// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace fearless::certifier {

/// Sets the layout of the help of an application and of the commands that are added to it afterwards.
void make_readable(CLI::App& app);

/// Says in one line what is wrong with a command line, with a similar word that is right.
std::string explain(const CLI::App& app, const CLI::ParseError& wrong);

}  // namespace fearless::certifier
