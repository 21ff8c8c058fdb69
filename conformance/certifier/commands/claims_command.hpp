// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

struct claims_options {
  bool json = false;
};

/// `fearless claims`: prints every claim with its cases, mutants and latest verdicts. Returns the exit code.
///
/// As JSON: `{"fearless": "claims/1", "claims": [{id, profile, file, line, text, text_sha256, cases: [name…],
/// mutants: [{name, description, expected, outcome: "killed" | "not killed" | "not run"}…],
/// verdicts: [{implementation, verdict, stale}…]}…]}`, with the claims in the order of the specification.
int claims(const paths&, const claims_options&);

}  // namespace fearless::certifier
