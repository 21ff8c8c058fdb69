// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"
#include "terminal.hpp"
#include "weave.hpp"

namespace fearless::certifier {

/// Writes the pages and prints the path of one of them. If they can't be made it prints the reason, since the results
/// do not depend on them. Errors: `interrupted`.
void print_pages(const paths&, const char* first, terminal&);

/// `fearless site`: writes the pages and prints the path of the first. Returns the exit code.
int site(const paths&, const site_options&);

}  // namespace fearless::certifier
