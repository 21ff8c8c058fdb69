// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace scenarios {

/// Where executions came to in the code of a library: an *edge* is two places that a thread came to one after the
/// other. Edges beyond `most_edges` share a number with another one. It lies in a file that the executing process
/// shares with the one that searches, so it survives a crash.
struct coverage {
  static constexpr std::size_t most_edges = std::size_t{1} << 16, most_entries = std::size_t{1} << 10;

  std::array<std::atomic<std::uint32_t>, most_edges> counts{};  ///< how often the running execution took each edge
  std::array<std::uint32_t, most_edges> seen{};    ///< for each edge the lengths of its counts in bits, each as a bit
  std::array<std::uint32_t, most_entries> news{};  ///< how much was new in each of the batch's scenarios
};

/// Forgets the execution that is running.
void clear_counts(coverage& all);

/// Adds an execution that has ended to what was seen. Returns how much of it is new: the edges that no execution took
/// before, and those that none took about as often, where counts of the same length in bits are about the same.
std::uint32_t add_counts(coverage& all);

/// How many edges were seen.
std::size_t edges_of(const coverage& all);

}  // namespace scenarios
