// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

struct claims_options {
  bool json = false;
};

/// `fearless claims`: every claim, its cases, its mutants and the latest verdicts. Returns the exit code.
int claims(const paths&, const claims_options&);

}  // namespace fearless::certifier
