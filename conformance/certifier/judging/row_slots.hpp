// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>

namespace fearless::certifier {

/// Limits how many rows run at once, over all implementations that are judged together. Thread safety: yes.
class row_slots {
 public:
  /// How many implementations should share slots: while one of them runs its last rows, the next one uses the others.
  static constexpr unsigned implementations_at_once = 2;

  explicit row_slots(unsigned count) : count_(count), free_(count) {}
  row_slots(const row_slots&) = delete;
  row_slots& operator=(const row_slots&) = delete;

  [[nodiscard]] unsigned count() const { return count_; }

  /// One slot, or all of them, from construction to destruction. Blocks: until they are free. Who waits for all is
  /// served before those who come later.
  class held {
   public:
    held(row_slots& from, bool all);
    ~held();
    held(const held&) = delete;
    held& operator=(const held&) = delete;

   private:
    row_slots& from_;
    unsigned taken_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  unsigned count_, free_;
  unsigned waiting_for_all_ = 0;
};

}  // namespace fearless::certifier
