// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/history.hpp"
#include "subject/thread.hpp"

namespace {

/// The last sender leaves while the receiver begins to wait, and nothing comes after it that could wake the receiver.
std::string receive(std::mt19937_64&) {
  auto [tx, rx] = subject::channel<int>();
  auto leaving = subject::spawn([own = std::move(tx)]() mutable {
    subject::drop(std::move(own));
    return subject::now();
  });

  const auto called = subject::now();
  const auto first = rx.recv();
  const auto again = rx.recv();
  const auto left = leaving.join();

  if (!first.is_disconnected() || !again.is_disconnected()) return "recv did not say that the channel is closed";
  return left.value() != nullptr && *left.value() < called ? "the sender was gone first" : "recv was called first";
}

}  // namespace

CLAIM("channels.recv.closed") {
  const auto explored =
      subject::explore({.must_be_seen = {"recv was called first"}, .allowed = {"the sender was gone first"}}, receive);

  CHECK(explored.forbidden() == "nothing");
}
