// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "results.hpp"

namespace fearless::certifier {

/// The certificate of a run: an in-toto Statement v1 with a test-result predicate about the digests of the libraries,
/// and with the levels reached, bound to the digest of results.jsonl. Rows that did not run are listed as failed, since
/// the format has no skipped tests.
nlohmann::json certificate(const results& run);

}  // namespace fearless::certifier
