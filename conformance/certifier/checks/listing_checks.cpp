// SPDX-License-Identifier: MIT
#include "checks.hpp"
#include "listings.hpp"
#include "parallel.hpp"

namespace fearless::certifier {

namespace {

/// Whether the text is complete enough to judge a listing. If not, the extraction has reported it.
bool can_be_judged(const listing& each) {
  return each.does == listing::kind::runs ? !each.outputs.empty() : !each.code.empty();
}

}  // namespace

std::vector<violation> violations_of_listings(const paths& where, const catalogue& text) {
  std::vector<const listing*> listings;
  for (const chapter& each : text.chapters)
    for (const listing& shown : each.listings)
      if (can_be_judged(shown)) listings.push_back(&shown);

  std::vector<listing_result> results(listings.size());
  run_all(listings.size(), job_count(0), [&](std::size_t i) { results[i] = judge_listing(where, *listings[i]); });
  std::vector<violation> found;
  for (std::size_t i = 0; i < listings.size(); ++i)
    if (!results[i].problem.empty())
      found.push_back({listings[i]->chapter_file, results[i].line, std::move(results[i].problem)});
  return found;
}

}  // namespace fearless::certifier
