// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "evidence.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// The evidence as the filter that weaves the pages reads it, the real outputs of all listings with it.
/// Blocks: until the listings have been run. Thread safety: yes.
nlohmann::json to_site_json(const paths&, const evidence&);

/// The page's name of a run's certificate.json, which stands beside the pages.
std::string statement_file(const recorded_run&);

/// A script that holds the claims for the pages' search: `window.fearless_claims = [{id, text, page}, …]`.
std::string search_index(const catalogue&);

}  // namespace fearless::certifier
