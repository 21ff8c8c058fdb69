// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "results.hpp"

namespace fearless::certifier {

/// The certificate of a run: an in-toto Statement v1 with a test-result predicate, about the libraries' digests, with
/// the levels reached. Whatever did not run is listed as failed, for the format knows no skipping.
nlohmann::json certificate(const results& run);

}  // namespace fearless::certifier
