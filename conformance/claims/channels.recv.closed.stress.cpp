// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/events.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// The senders leave at once while the receiver begins to wait, and nothing comes after them that could wake it.
CLAIM("channels.recv.closed") {
  constexpr unsigned executions = 200;
  subject::measured("executions", executions, "");
  for (unsigned execution = 0; execution < executions; ++execution) {
    const subject::gate leave;
    auto [tx, rx] = subject::channel<unsigned>();
    std::vector<subject::join_handle<subject::nothing>> leaving;
    for (unsigned sender = 0; sender < 1 + execution % 3; ++sender) {
      leaving.push_back(subject::spawn([=, own = tx.clone()]() mutable {
        leave.pass();
        subject::drop(std::move(own));
      }));
    }
    subject::drop(std::move(tx));

    leave.open();
    const auto got = rx.recv();

    CHECK(got.is_disconnected());
    for (auto& handle : leaving) handle.join();
  }
}
