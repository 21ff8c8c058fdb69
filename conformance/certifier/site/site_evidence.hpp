// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "evidence.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// The evidence as JSON for the Lua filters that write the pages, with the outputs of all listings.
/// Blocks: until the listings have been run. Thread safety: yes.
nlohmann::json to_site_json(const paths&, const evidence&);

/// The name of a run's certificate among the pages.
std::string statement_file(const recorded_run&);

/// A script with the claims, for the search on the pages: `window.fearless_claims = [{id, text, page}, …]`.
std::string search_index(const catalogue&);

}  // namespace fearless::certifier
