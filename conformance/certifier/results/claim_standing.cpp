// SPDX-License-Identifier: MIT
#include "claim_standing.hpp"

namespace fearless::certifier {

void claim_standing::add(const row& of) {
  if (!counts(of)) return;
  const row*& kept = worst_rows_.try_emplace(of.build, &of).first->second;
  if (of.verdict < kept->verdict) kept = &of;
}

verdict claim_standing::worst() const {
  const row* found = worst_row();
  return found == nullptr ? verdict::not_run : found->verdict;
}

bool claim_standing::holds_in(build_kind build) const {
  const auto found = worst_rows_.find(build);
  return found != worst_rows_.end() && found->second->verdict == verdict::pass;
}

const row* claim_standing::worst_row() const {
  const row* worst = nullptr;
  for (const auto& [build, each] : worst_rows_)
    if (worst == nullptr || each->verdict < worst->verdict) worst = each;
  return worst;
}

}  // namespace fearless::certifier
