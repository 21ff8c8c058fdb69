// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include "executing/waits.hpp"

#include <algorithm>

namespace scenarios {

namespace {

bool can_go_on(int thread) {
  if (thread < 0 || thread == mine) return false;
  const thread_state& state = run().threads[static_cast<std::size_t>(thread)];
  if (state.has_ended) return false;
  return !state.waits || (state.waits_for != 0 && run().channels[state.waits_for].in_flight > 0);
}

bool all_senders_can_go_on(std::uint32_t channel) {
  return std::ranges::all_of(run().objects[0], [&](const object& sender) {
    return sender.number != channel || sender.port == nullptr || can_go_on(sender.owner);
  });
}

}  // namespace

bool may_wait_for_all_messages(const object& receiver) {
  return run().channels[receiver.number].senders == 0 || all_senders_can_go_on(receiver.number);
}

bool may_wait_for_message(const object& receiver) {
  return run().channels[receiver.number].in_flight > 0 || may_wait_for_all_messages(receiver);
}

bool may_wait_for_lock(int number) {
  return (me().locked >> number) == 0 && std::ranges::none_of(run().threads, [&](const thread_state& each) {
           return each.waits && (each.locked >> number & 1U) != 0;
         });
}

bool may_wait_for_thread(const object& thread) {
  return run().threads[thread.number].has_ended || can_go_on(static_cast<int>(thread.number));
}

}  // namespace scenarios
