// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <utility>

namespace testing {

/// Counts what happens to the payloads of one test. Counting orders nothing: the race detector does not see it. A
/// handle: copies refer to the same counts, which live until the process ends.
class tally {
 public:
  tally();

  void made() const;
  void copied() const;
  void dropped() const;  // also records the thread

  /// The number of payloads that were made or copied and are not dropped yet.
  [[nodiscard]] std::int64_t alive() const;
  [[nodiscard]] std::int64_t copies() const;
  [[nodiscard]] std::int64_t drops() const;

  /// The thread that dropped a payload last; 0 where none was dropped.
  [[nodiscard]] pid_t dropped_by() const;

 private:
  struct counters;
  counters* counters_;
};

/// A payload that counts its copies and drops. Its value is plain memory, which the destructor writes: a drop that does
/// not happen after every use is a data race, and the detector reports it.
class counted {
 public:
  counted(tally counts, std::int64_t value) : tally_(counts), value_(value), owns_(true) { tally_.made(); }
  counted(counted&& other) noexcept
      : tally_(other.tally_), value_(other.value_), owns_(std::exchange(other.owns_, false)) {}
  counted(const counted& other) : tally_(other.tally_), value_(other.value_), owns_(other.owns_) {
    if (owns_) tally_.copied();
  }
  counted& operator=(counted) = delete;
  ~counted() {
    value_ = -1;
    if (owns_) tally_.dropped();
  }

  [[nodiscard]] std::int64_t value() const { return value_; }

 private:
  tally tally_;
  volatile std::int64_t value_;
  bool owns_;
};

}  // namespace testing
