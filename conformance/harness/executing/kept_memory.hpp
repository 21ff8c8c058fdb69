// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "scenarios/batch.hpp"
#include "scenarios/recording.hpp"
#include "scheduling/strategies/registry.hpp"

namespace scenarios {

/// Watches whether what remains allocated after scenarios grows with their number.
class kept_memory {
 public:
  explicit kept_memory(recording& shared) : shared_(shared) {}

  /// To be called before the executions of an entry.
  void begin();

  /// Notes that an execution has ended. One that leaves objects says nothing about memory, and one that went on without
  /// control takes too long to be repeated.
  void note(bool is_measurable) { is_measurable_ = is_measurable_ && is_measurable; }

  /// To be called after the executions of an entry. If more is allocated than after any entry before, it executes the
  /// scenario again, up to 384 times, with the seeds that follow. Where memory grows, it notes this in the recording
  /// and returns true. Blocks.
  bool grows_by(const batch_entry& entry, const scheduling::registered_strategy& how);

 private:
  bool is_new(groups of) const;
  bool grows_when_repeated(const batch_entry& entry, const scheduling::registered_strategy& how);

  recording& shared_;
  std::size_t before_ = 0;   ///< allocated before the executions of the entry
  std::size_t highest_ = 0;  ///< that was allocated after an entry, where nothing was left on purpose
  bool is_measurable_ = true;
};

}  // namespace scenarios
