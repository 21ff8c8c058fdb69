// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace testing {

/// One attempt of `preempt_everywhere`: a thread stops before one of the instructions of its operation, another one
/// takes a turn, and then the first goes on. A handle, like a latch.
class preemption {
  struct state;

 public:
  /// Waits for the other thread's `turn`, and performs the operation on the calling thread, which stops once in it.
  /// Returns what the operation returns. Blocks.
  template <class Operation>
  auto perform(const Operation& operation) const {
    const stepped here(state_);
    return operation();
  }

  /// The turn of the other thread, as long as the object lives. It begins where the first one stops; the first one goes
  /// on where it ends, or waits for something. The constructor blocks.
  class turn {
   public:
    explicit turn(const preemption& of);
    ~turn();
    turn(const turn&) = delete;
    turn& operator=(const turn&) = delete;

    /// Ends the turn, and waits until the operation of the first thread has ended, or waits. Blocks.
    void let_go_on() const;

   private:
    state* state_;
  };

 private:
  friend void preempt_everywhere(const std::function<void(preemption)>& attempt);

  class stepped {
   public:
    explicit stepped(state* shared);
    ~stepped();
    stepped(const stepped&) = delete;
    stepped& operator=(const stepped&) = delete;

   private:
    state* state_;
  };

  explicit preemption(state* shared) : state_(shared) {}

  state* state_;
};

/// Calls `attempt` once for each instruction of the operation that it performs. In each the operation stops before
/// another instruction. If there are very many of them, it stops before some, evenly distributed.
///
/// This finds an operation that takes two steps where it must take one, in a library that is not instrumented too,
/// since it does not depend on when the system preempts a thread. Only instructions of the implementation count, not
/// those of the test program and of the libraries that it uses itself. Where steps can't be made
/// (system/single_steps.hpp), the operation does not stop and the turn comes after it. An instruction that another
/// processor can see half done, such as an addition in memory that is not atomic, is one step here.
void preempt_everywhere(const std::function<void(preemption)>& attempt);

}  // namespace testing
