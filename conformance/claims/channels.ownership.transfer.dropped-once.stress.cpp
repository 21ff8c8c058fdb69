// SPDX-License-Identifier: MIT
// Claim: A message shall be dropped exactly once: by the thread that receives it, with the receiver if it is still in
//   flight, or by the thread to which send returned it.
#include <random>
#include <string>
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"

namespace {

/// The receiver is dropped while another thread sends: each of two values was received, is dropped with the receiver,
/// or comes back.
std::string exchange(std::mt19937_64& random) {
  const testing::tally sent;
  auto [tx, rx] = bindings::channel<testing::counted>();
  auto sending = bindings::spawn([sent, own = std::move(tx)] {
    int back = 0;
    for (int number = 0; number < 2; ++number)
      if (own.send({sent, number}).returned() != nullptr) ++back;
    return back;
  });

  if (random() % 2 == 0) rx.recv();
  bindings::drop(std::move(rx));
  const auto back = sending.join();

  if (sent.copies() != 0) return "a value was copied";
  if (sent.drops() < 2) return "a value was never dropped";
  if (sent.drops() > 2) return "a value was dropped twice";
  return back == 2 ? "both came back" : back == 1 ? "one came back" : "none came back";
}

}  // namespace

CLAIM("channels.ownership.transfer.dropped-once") {
  const auto explored =
      testing::explore({.must_be_seen = {"both came back", "none came back"}, .allowed = {"one came back"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
