// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "evidence.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// The evidence in parts, each a Lua expression, by name. A page depends on the parts that it reads.
using evidence_parts = std::map<std::string, std::string>;

/// The parts that the Lua filters write the pages from, with the outputs of all listings. Blocks: until the listings
/// have been run. Thread safety: yes.
evidence_parts parts_of(const paths&, const evidence&);

/// The sentence at the foot of each page, as HTML: the commit, the latest run of the first implementation, its
/// compiler.
std::string origin_of(const paths&, const evidence&);

/// The name of a run's certificate among the pages.
std::string statement_file(const recorded_run&);

/// A script with the claims, for the search on the pages: `window.fearless_claims = [{id, text, page}, …]`.
std::string search_index(const catalogue&);

}  // namespace fearless::certifier
